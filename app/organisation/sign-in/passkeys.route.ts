import { redirect } from "react-router";
import { askedBySignedIn } from "../../dialogue/access/asked.server.ts";
import { passkeyForm } from "../../dialogue/people/passkey.ts";
import { addKey, removeKey, renameKey } from "../../dialogue/people/passkeys.server.ts";
import { readForm } from "../../platform/http/form.ts";
import type { Route } from "./+types/passkeys.route.ts";

export const loader = () => redirect("/team/account", 303);

export async function action({ context, request }: Route.ActionArgs) {
  const { team, db, environment } = askedBySignedIn(context);
  const holder = { personId: team.personId, kind: "team" } as const;
  const back = (told: string) => redirect(`/team/account?melding=${told}`, 303);
  const read = readForm(passkeyForm, await request.formData());
  if (!read.ok) return back(read.errors.name === "missing" ? "nameless" : read.errors.name ? "name" : "refused");
  const { value: asked } = read;
  switch (asked.doen) {
    case "add":
      return back(await addKey(db, { origin: environment.origin, name: environment.siteName }, holder, asked));
    case "rename":
      return back((await renameKey(db, holder, asked.key, asked.name)) ? "renamed" : "gone");
    case "remove":
      return back((await removeKey(db, holder, asked.key)) ? "removed" : "gone");
  }
}

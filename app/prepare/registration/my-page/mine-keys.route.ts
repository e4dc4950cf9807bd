import { redirect } from "react-router";
import { askedByGuest } from "../../../dialogue/access/asked.server.ts";
import { passkeyForm } from "../../../dialogue/people/passkey.ts";
import { addKey, removeKey, renameKey } from "../../../dialogue/people/passkeys.server.ts";
import { readForm } from "../../../platform/http/form.ts";
import type { Route } from "./+types/mine-keys.route.ts";

export const loader = ({ params }: Route.LoaderArgs) => redirect(`/mijn/${params.dialogue}`, 303);

export async function action({ context, request, params }: Route.ActionArgs) {
  const { guest, db, environment } = askedByGuest(context);
  const home = `/mijn/${params.dialogue}`;
  const back = (told: string) => redirect(`${home}?gedaan=${told}#sleutels`, 303);
  const holder = { personId: guest.personId, kind: "participant" } as const;
  const read = readForm(passkeyForm, await request.formData());
  if (!read.ok) return back("keyRefused");
  const { value: asked } = read;
  switch (asked.doen) {
    case "add": {
      const site = { origin: environment.origin, name: environment.siteName };
      return back((await addKey(db, site, holder, { ...asked, home })) === "added" ? "keyAdded" : "keyRefused");
    }
    case "rename":
      await renameKey(db, holder, asked.key, asked.name);
      return back("keyRenamed");
    case "remove":
      await removeKey(db, holder, asked.key);
      return back("keyRemoved");
  }
}

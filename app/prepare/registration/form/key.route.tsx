import { data, redirect } from "react-router";
import { z } from "zod";
import { placeContext, servicesContext } from "../../../dialogue/access/context.server.ts";
import { keyAnswer } from "../../../dialogue/people/passkey.ts";
import { useWords } from "../../../language/words.ts";
import { deviceName } from "../../../platform/http/device-name.ts";
import { readForm } from "../../../platform/http/form.ts";
import { registrationWords } from "../messages/registration.ts";
import type { Route } from "./+types/key.route.ts";
import { comeInWithKey } from "./key.server.ts";
import { signInHeaders } from "./participant-cookie.server.ts";
import { ShortPage } from "./short-page.tsx";

export const handle = { script: false };

export function loader({ context }: Route.LoaderArgs) {
  const { dialogue } = context.get(placeContext);
  if (!dialogue || dialogue.state === "draft") throw data("missing", { status: 404 });
  return { slug: dialogue.slug };
}

export async function action({ context, request }: Route.ActionArgs) {
  const { dialogue } = context.get(placeContext);
  if (!dialogue || dialogue.state === "draft") throw data("missing", { status: 404 });
  const { db, environment } = context.get(servicesContext);
  const read = readForm(z.object({ answer: keyAnswer }), await request.formData());
  const site = { origin: environment.origin, name: environment.siteName };
  const at = { dialogueId: dialogue.id, device: deviceName(request.headers.get("user-agent")) };
  const token = read.ok ? await comeInWithKey(db, site, read.value.answer, at) : null;
  if (!token) return data({ refused: true }, { status: 422 });
  return redirect(`/mijn/${dialogue.slug}`, { status: 303, ...signInHeaders(token) });
}

/** What a passkey that does not work here leads to; who opens the address itself finds the way. */
export default function KeyPage({ loaderData: { slug }, actionData }: Route.ComponentProps) {
  const m = useWords(registrationWords);
  return (
    <ShortPage title={m.key.title} lead={actionData ? m.key.refused : m.key.here}>
      <p>
        <a href={`/oproep/${slug}/link`}>{m.lost.title}</a>
      </p>
    </ShortPage>
  );
}

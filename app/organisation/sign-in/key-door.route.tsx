import { data, redirect } from "react-router";
import { z } from "zod";
import { askedBySignedIn } from "../../dialogue/access/asked.server.ts";
import { servicesContext, visitContext } from "../../dialogue/access/context.server.ts";
import { teamWords } from "../../dialogue/messages/team.ts";
import { useWords } from "../../language/words.ts";
import { backTo } from "../../platform/http/back-to.ts";
import { deviceName } from "../../platform/http/device-name.ts";
import { readForm } from "../../platform/http/form.ts";
import { Button } from "../../ui/button.tsx";
import { TextField } from "../../ui/form/text-field.tsx";
import { PublicFrame } from "../../ui/frame.tsx";
import { PageHead } from "../../ui/layout/page-head.tsx";
import { Notice } from "../../ui/notice.tsx";
import type { Route } from "./+types/key-door.route.ts";
import "./account.css";
import script from "../../dialogue/people/passkey.client.ts?worker&url";
import { keyAnswer, keyName } from "../../dialogue/people/passkey.ts";
import { addFirstKey, listKeys } from "../../dialogue/people/passkeys.server.ts";
import { WithKey } from "./with-key.tsx";

export const handle = { script: false, small: script };

export async function loader({ context, request }: Route.LoaderArgs) {
  const { team } = context.get(visitContext);
  const to = backTo(new URL(request.url).searchParams.get("naar"), "/team");
  if (!team?.atDoor) throw redirect(to, 303);
  const { db } = context.get(servicesContext);
  return {
    to,
    has: (await listKeys(db, { ...team, kind: "team" })).length > 0,
    device: deviceName(request.headers.get("user-agent")),
  };
}

export async function action({ context, request }: Route.ActionArgs) {
  const { team, db, environment } = askedBySignedIn(context);
  const form = await request.formData();
  const read = readForm(z.object({ name: keyName, answer: keyAnswer }), form);
  const site = { origin: environment.origin, name: environment.siteName };
  const kept = read.ok ? await addFirstKey(db, site, team, read.value) : ("refused" as const);
  if (kept === "added") return redirect(backTo(form.get("naar"), "/team"), 303);
  return data({ refused: true }, { status: 422 });
}

/** Where somebody stands who came by a link, as long as a passkey is asked of them. */
export default function KeyDoor({ loaderData, actionData }: Route.ComponentProps) {
  const { keyDoor: m, accountPage, home } = useWords(teamWords);
  const { to, has, device } = loaderData;
  return (
    <PublicFrame>
      <title>{m.title}</title>
      <PageHead title={m.title} lead={has ? m.use : m.make} />
      {actionData && (
        <Notice variant="warn" live="polite">
          {accountPage.failed.refused}
        </Notice>
      )}
      {has ? (
        <WithKey to={to} />
      ) : (
        <form
          method="post"
          id="maak"
          hidden
          data-passkey="make"
          data-ask="/team/account/sleutels/vraag"
          data-stopped={accountPage.stopped}
          data-nameless={accountPage.failed.nameless}
        >
          <input type="hidden" name="answer" />
          <input type="hidden" name="naar" value={to} />
          <TextField
            name="name"
            label={accountPage.addName}
            hint={accountPage.addHint}
            defaultValue={device}
            maxLength={60}
            required
          />
          <Button>{accountPage.add}</Button>
          <p role="status" className="small" />
        </form>
      )}
      <p data-instead={has ? "sleutel" : "maak"}>{accountPage.cannot}</p>
      {has && <p>{m.lost}</p>}
      <form method="post" action="/team/afmelden">
        <Button variant="quiet">{home.signOut}</Button>
      </form>
    </PublicFrame>
  );
}

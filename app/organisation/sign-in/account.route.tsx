import { askedBySignedIn } from "../../dialogue/access/asked.server.ts";
import { teamWords } from "../../dialogue/messages/team.ts";
import { listDevices } from "../../dialogue/people/devices.server.ts";
import { findPerson } from "../../dialogue/people/people.server.ts";
import { TeamFrame } from "../../dialogue/team-frame.tsx";
import { useWords } from "../../language/words.ts";
import { deviceName } from "../../platform/http/device-name.ts";
import { Button } from "../../ui/button.tsx";
import { Rail } from "../../ui/chart/rail.tsx";
import { PageHead } from "../../ui/layout/page-head.tsx";
import { TextLink } from "../../ui/layout/text.tsx";
import { Notice } from "../../ui/notice.tsx";
import "./account.css";
import script from "../../dialogue/people/passkey.client.ts?worker&url";
import { listKeys } from "../../dialogue/people/passkeys.server.ts";
import type { Route } from "./+types/account.route.ts";
import { PasskeyList } from "./passkey-list.tsx";
import { SessionList } from "./session-list.tsx";

export const handle = { script: false, small: script };

export async function loader({ context, request }: Route.LoaderArgs) {
  const { team, db, environment } = askedBySignedIn(context);
  const { teamSessionHours: most, teamIdleHours: idle } = environment;
  const [who, keys, sessions] = await Promise.all([
    findPerson(db, team.personId),
    listKeys(db, { ...team, kind: "team" }),
    listDevices(db, team.personId, idle),
  ]);
  return {
    ...{ name: team.name, mail: who?.mail ?? "", keys, hours: { most, idle } },
    sessions: sessions.map((one) => ({ ...one, here: one.id === team.deviceId })),
    device: deviceName(request.headers.get("user-agent")),
    told: new URL(request.url).searchParams.get("melding"),
  };
}

export default function Account({ loaderData }: Route.ComponentProps) {
  const words = useWords(teamWords);
  const m = words.accountPage;
  const { name, mail, keys, sessions, told, hours, device } = loaderData;
  const good: Readonly<Record<string, string>> = m.told;
  const bad: Readonly<Record<string, string>> = m.failed;
  return (
    <TeamFrame me={{ name, role: null }} links={<TextLink to="/team">{words.home.title}</TextLink>}>
      <title>{m.title}</title>
      <PageHead title={m.title} lead={m.lead({ name, mail })} />
      {told && Object.hasOwn(good, told) && (
        <Notice variant="success" live="polite">
          {good[told]}
        </Notice>
      )}
      {told && Object.hasOwn(bad, told) && (
        <Notice variant="warn" live="polite">
          {bad[told]}
        </Notice>
      )}
      <PasskeyList keys={keys} device={device} />
      <SessionList sessions={sessions} hours={hours} />
      <Rail id="afmelden" heading={words.home.signOut}>
        <form method="post" action="/team/afmelden" className="row-actions">
          <Button variant="secondary">{words.home.signOut}</Button>
          <Button variant="quiet" name="everywhere" value="1">
            {words.home.signOutEverywhere}
          </Button>
        </form>
      </Rail>
    </TeamFrame>
  );
}

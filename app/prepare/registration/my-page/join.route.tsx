import { data, redirect } from "react-router";
import { servicesContext, visitContext } from "../../../dialogue/access/context.server.ts";
import { useLocale, useWords } from "../../../language/words.ts";
import { deviceName } from "../../../platform/http/device-name.ts";
import { dateTimeRange } from "../../../platform/time.ts";
import { Button } from "../../../ui/button.tsx";
import { Written, WrittenIn } from "../../../ui/form/typed.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { signInHeaders } from "../form/participant-cookie.server.ts";
import { ShortPage } from "../form/short-page.tsx";
import { type DialogueLink, listDialogueLinks } from "../invitations/dialogue-links.server.ts";
import { registrationWords } from "../messages/registration.ts";
import type { Route } from "./+types/join.route.ts";
import { dialogueOfEnded, findPersonal, type Joinable, join } from "./join.server.ts";
import { nameOf } from "./mine.server.ts";

export const handle = { script: false };

/** GET only says who would be signed in: mail scanners and chat previews open links. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const { db } = context.get(servicesContext);
  const { guest } = context.get(visitContext);
  const found = await findPersonal(db, params.token);
  if (!found) {
    const ended = await dialogueOfEnded(db, params.token);
    return data({ person: null, dialogues: ended ? [ended] : await listDialogueLinks(db) }, { status: 410 });
  }
  const { registration: mine, session, dialogue } = found;
  const other = guest && guest.personId !== mine.personId ? await nameOf(db, guest.personId) : null;
  return data({
    person: { name: mine.name, state: mine.state, other },
    about: { title: dialogue.title, startsAt: session.startsAt, endsAt: session.endsAt },
    dialogues: [],
  });
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { db } = context.get(servicesContext);
  const { guest } = context.get(visitContext);
  const browser = {
    name: deviceName(request.headers.get("user-agent")),
    signedInAs: guest?.confirmed ? guest.personId : null,
  };
  const joined = await join(db, params.token, browser, new Date());
  if (joined.status === "unknown") return redirect(`/mee/${params.token}`, 303);
  const to = joined.status === "to-confirm" ? "/apparaat" : inside(joined.at, new URL(request.url).searchParams.get("naar"));
  return redirect(to, { status: 303, ...signInHeaders(joined.deviceToken) });
}

/** Where mail of the network leads. */
const networkPages: Readonly<Record<string, (slug: string) => string>> = {
  berichten: (slug) => `/mijn/${slug}/berichten`,
  toezeggingen: (slug) => `/mijn/${slug}/toezeggingen`,
  vragen: (slug) => `/netwerk/${slug}/vragen`,
  praktijk: (slug) => `/netwerk/${slug}/praktijk`,
  groepen: (slug) => `/netwerk/${slug}/groepen`,
  overdracht: (slug) => `/mijn/${slug}/overdracht`,
  netwerk: (slug) => `/netwerk/${slug}`,
};

/** Who has a place goes to the session, at any hour: it says itself when it opens. Others to what they have. A mail about a report leads to one's input, or to reading it along, one about an insight to the check, one about writing or about one's connection to that page. */
function inside({ registration: mine, session, dialogue }: Joinable, asked: string | null): string {
  if (asked === "inbreng") return `/mijn/${dialogue.slug}/inbreng`;
  if (asked === "programma") return `/mijn/${dialogue.slug}/programma`;
  if (asked === "meelezen") return `/mijn/${dialogue.slug}/verslag`;
  const page = asked === null ? undefined : networkPages[asked];
  if (page) return page(dialogue.slug);
  const going = mine.state === "admitted" && session.state !== "cancelled";
  return going
    ? `/bijeenkomst/${session.id}${asked === "toets" || asked === "behoeften" || asked === "verbinding" ? `/${asked}` : ""}`
    : `/mijn/${dialogue.slug}`;
}

export default function Join({ loaderData }: Route.ComponentProps) {
  const m = useWords(registrationWords);
  const locale = useLocale();
  if (!loaderData.person || !("about" in loaderData)) return <Gone dialogues={loaderData.dialogues} />;
  const { person, about } = loaderData;
  const when = dateTimeRange(about.startsAt, about.endsAt, locale);
  return (
    <ShortPage title={m.join.title} lead={m.join.lead({ title: about.title, when })}>
      {person.state === "admitted" ? null : <p>{m.join.noPlace[person.state]}</p>}
      {person.other ? <Notice variant="warn">{m.join.other({ name: person.other })}</Notice> : null}
      <form method="post">
        <p className="actions">
          <Button>{m.join.as({ name: person.name })}</Button>
        </p>
      </form>
      <p className="quiet">{m.join.notYou({ name: person.name })}</p>
    </ShortPage>
  );
}

function Gone({ dialogues }: { dialogues: readonly DialogueLink[] }) {
  const m = useWords(registrationWords);
  return (
    <ShortPage title={m.join.goneTitle} lead={dialogues.length > 0 ? m.join.gone : m.join.goneNone}>
      <ul>
        {dialogues.map(({ slug, title, language }) => (
          <li key={slug}>
            <WrittenIn language={language}>
              <Written>{title}</Written>
            </WrittenIn>
            : <a href={`/oproep/${slug}/link`}>{m.lost.send}</a>
          </li>
        ))}
      </ul>
    </ShortPage>
  );
}

import { data, Form } from "react-router";
import { placeContext, servicesContext, visitContext } from "../../../dialogue/access/context.server.ts";
import { installationWords } from "../../../dialogue/messages/installation.ts";
import { useLocale, useWords } from "../../../language/words.ts";
import { noteRead } from "../../../platform/note-read.server.ts";
import { dateTime } from "../../../platform/time.ts";
import { Button } from "../../../ui/button.tsx";
import { Rail } from "../../../ui/chart/rail.tsx";
import { FieldLine } from "../../../ui/form/field-mark.tsx";
import { Written } from "../../../ui/form/typed.tsx";
import { TextLink } from "../../../ui/layout/text.tsx";
import { Tag } from "../../../ui/tag.tsx";
import { registrationWords } from "../messages/registration.ts";
import { registrationsWords } from "../messages/registrations.ts";
import type { Route } from "./+types/person.route.ts";
import { DoneNotice, RefusedNotice, saidIn } from "./decision-notice.tsx";
import { findPersonOnList } from "./person.server.ts";
import { stateTones } from "./state-tones.ts";
import "../form/registration.css";

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { dialogue } = context.get(placeContext);
  const { team } = context.get(visitContext);
  const { db } = context.get(servicesContext);
  const found = dialogue && (await findPersonOnList(db, dialogue.id, params.registration));
  if (!dialogue || !team || !found) throw data("missing", { status: 404 });
  const subject = { kind: "registration", id: params.registration };
  await noteRead(db, { scope: dialogue.id, person: team.personId, what: "registration.read", subject });
  return { title: dialogue.title, slug: dialogue.slug, person: found, said: saidIn(new URL(request.url).searchParams) };
}

export default function PersonOnList({ loaderData: { title, slug, person, said } }: Route.ComponentProps) {
  const words = useWords(registrationsWords);
  const m = words.person;
  const shown = useWords(registrationWords).shownAs;
  const locale = useLocale();
  const home = `/team/${slug}/aanmeldingen`;
  const lines = [
    { term: m.mail, text: person.mail },
    { term: m.work, text: person.work },
    {
      term: m.field,
      text: person.shape === null ? "" : <FieldLine shape={person.shape}>{person.field}</FieldLine>,
    },
    { term: m.others, text: person.others.length > 0 && <Written>{person.others.join(", ")}</Written> },
    { term: m.party, text: person.party && <Written>{person.party}</Written> },
    { term: m.area, text: person.area },
    { term: m.brings, text: person.brings && <Written>{person.brings}</Written> },
    { term: m.shown, text: shown[person.shownAs] },
    { term: m.source, text: words.sources[person.source] },
    ...(person.replaces ? [{ term: m.replaces, text: person.replaces }] : []),
    { term: m.since, text: dateTime(person.since, locale) },
  ];
  return (
    <>
      <title>{`${person.name} · ${title}`}</title>
      <div className="page-head">
        <p>
          <TextLink to={`${home}/lijst?bijeenkomst=${person.sessionId}`}>{words.list.title}</TextLink>
        </p>
        <h1>{person.name}</h1>
        <p>
          <Tag tone={stateTones[person.state]}>{words.states[person.state]}</Tag>
        </p>
      </div>
      <DoneNotice said={said} />
      <RefusedNotice said={said} />
      <Rail id="gegevens" heading={m.data}>
        <dl className="said">
          {lines.map(({ term, text }) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd className="as-typed">{text || <span className="quiet">{m.empty}</span>}</dd>
            </div>
          ))}
        </dl>
        {person.may.decide.length > 0 ? (
          <Form method="post" action={`${home}/keuze`} className="row-actions">
            <input type="hidden" name="session" value={person.sessionId} />
            <input type="hidden" name="id" value={person.id} />
            {person.may.decide.map((decision) => (
              <Button key={decision} variant={decision === "admit" ? "primary" : "secondary"} name="decision" value={decision}>
                {words.list.decisions[decision]}
              </Button>
            ))}
          </Form>
        ) : null}
      </Rail>
      <Rail id="brieven" heading={m.letters}>
        <Letters letters={person.letters} />
        {person.may.resend ? (
          <Form method="post" action={`${home}/${person.id}/link`}>
            <p>
              <Button variant="secondary" aria-describedby="resend-hint">
                {m.resend}
              </Button>
            </p>
            <p className="small quiet" id="resend-hint">
              {m.resendHint}
            </p>
          </Form>
        ) : null}
        {person.may.signOff ? (
          <Form method="post" action={`${home}/${person.id}/afmelding`}>
            <p>
              <Button variant="secondary" danger aria-describedby="sign-off-hint">
                {m.signOff}
              </Button>
            </p>
            <p className="small quiet" id="sign-off-hint">
              {m.signOffHint}
            </p>
          </Form>
        ) : null}
      </Rail>
    </>
  );
}

type Letter = Route.ComponentProps["loaderData"]["person"]["letters"][number];

function Letters({ letters }: { letters: readonly Letter[] }) {
  const m = useWords(installationWords).mail;
  const none = useWords(registrationsWords).person.noLetters;
  const locale = useLocale();
  if (letters.length === 0) return <p>{none}</p>;
  const kinds: Readonly<Record<string, string>> = m.kinds;
  return (
    <ul>
      {letters.map((one) => (
        <li key={one.id}>
          {kinds[one.kind] ?? one.kind}: {m.states[one.state]}, {dateTime(one.sentAt ?? one.dueAt, locale)}
        </li>
      ))}
    </ul>
  );
}

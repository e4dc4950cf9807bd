import { useLocale, useWords } from "../../../language/words.ts";
import { dateTimeRange } from "../../../platform/time.ts";
import { LinkButton } from "../../../ui/button.tsx";
import { Rail } from "../../../ui/chart/rail.tsx";
import { Written } from "../../../ui/form/typed.tsx";
import { Tag } from "../../../ui/tag.tsx";
import { stateTones } from "../admission/state-tones.ts";
import { connectionWords } from "../connection/messages/connection.ts";
import { participantWords } from "../messages/participant.ts";
import type { MinePlace } from "./mine-place.ts";

/** One session: whether there is a place, and what one may do about it. */
export function MineSession({ place, slug }: { place: MinePlace; slug: string }) {
  const m = useWords(participantWords);
  const test = useWords(connectionWords);
  const locale = useLocale();
  const { session, state } = place;
  const past = session.state === "ended" || session.state === "cancelled" ? session.state : null;
  const over = past ? m.over[past].text : null;
  const goes = state === "admitted" && over === null;
  return (
    <Rail
      id={`bijeenkomst-${session.id}`}
      heading={<Written>{session.title}</Written>}
      beside={past ? <Tag>{m.over[past].tag}</Tag> : <Tag tone={stateTones[state]}>{m.states[state].tag}</Tag>}
    >
      <p className="lead">
        <span className="sentence">{dateTimeRange(session.startsAt, session.endsAt, locale)}</span>
      </p>
      <p>
        {over ?? m.states[state].text} {place.line === null ? null : m.place({ place: place.line })}
      </p>
      {place.offered ? <p>{m.offerPage.now(place.offered)}</p> : null}
      {goes ? (
        <p className="actions">
          <LinkButton href={`/bijeenkomst/${session.id}`}>{m.toSession}</LinkButton>
          <a href={`/mijn/${slug}/agenda/${session.id}`}>{m.calendar}</a>
          <a href={`/bijeenkomst/${session.id}/verbinding`}>{test.title}</a>
        </p>
      ) : null}
      {place.writes ? (
        <p>
          <a href={`/bijeenkomst/${session.id}/behoeften`}>{m.toWriting[place.writes]}</a>
        </p>
      ) : null}
      {place.checks ? (
        <p>
          <a href={`/bijeenkomst/${session.id}/toets`}>{m.toCheck}</a>
        </p>
      ) : null}
      {state === "withdrawn" && over === null ? (
        <p>
          <a href={`/oproep/${slug}/aanmelden`}>{m.again}</a>
        </p>
      ) : null}
      {place.may.offer || place.may.signOff ? (
        <ul className="plain">
          {place.may.offer ? (
            <li>
              <a href={`/mijn/${slug}/collega/${session.id}`}>{m.giveAway}</a>
            </li>
          ) : null}
          {place.may.signOff ? (
            <li>
              <a href={`/mijn/${slug}/afmelding/${session.id}`}>{m.signOff}</a>
            </li>
          ) : null}
        </ul>
      ) : null}
    </Rail>
  );
}

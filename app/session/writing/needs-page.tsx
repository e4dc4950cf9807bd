import type { ContributionKind } from "../../contribution/contribution.ts";
import { useLocale, useWords } from "../../language/words.ts";
import { dateLong, dateTime } from "../../platform/time.ts";
import { LinkButton } from "../../ui/button.tsx";
import { roomStepWords } from "../room/messages/room-step.ts";
import type { RoomData } from "../room/room-data.ts";
import { ContributionList } from "./contribution-list.tsx";
import { writingWords } from "./messages/writing.ts";
import { WriteForm } from "./write-form.tsx";
import { outsideSteps } from "./write-place.ts";

/** Where somebody prepares needs before the session, or adds what was left unsaid after it. */
export function NeedsPage({ room, kind }: { room: RoomData; kind: ContributionKind | null }) {
  const m = useWords(writingWords);
  const { list } = useWords(roomStepWords);
  const locale = useLocale();
  const { outside, session } = room;
  const own = room.mine.filter((one) => one.kind !== "condition" && one.kind !== "example");
  const at = `/bijeenkomst/${session.id}`;
  if (!outside || !kind) return <Closed room={room} />;
  const words = m[outside.moment];
  return (
    <div className="wrap room-text">
      <p className="eyebrow sentence">{dateTime(session.startsAt, locale)}</p>
      <h1>{words.title}</h1>
      <p className="lead">{outside.until ? m.after.until({ last: lastDay(outside.until, locale) }) : m.before.text}</p>
      <div className="flow">
        <WriteForm room={room} place={outsideSteps(outside.moment)} kind={kind} />
        <section aria-labelledby="eigen">
          <h2 id="eigen">{list.own}</h2>
          <ContributionList
            items={own}
            sessionId={session.id}
            empty={list.none}
            inGroup={false}
            keeps={outside.moment === "before"}
          />
        </section>
        <p className="actions">
          <LinkButton variant="secondary" href={at}>
            {m.toSession}
          </LinkButton>
        </p>
      </div>
    </div>
  );
}

/** Too early, too late, or not at all. */
function Closed({ room }: { room: RoomData }) {
  const m = useWords(writingWords);
  const locale = useLocale();
  const { session, addedUntil } = room;
  const over = session.state === "ended";
  const live = session.state === "live";
  return (
    <div className="wrap room-text">
      <h1>{live ? m.closed.live : over ? m.closed.over : session.state === "cancelled" ? m.closed.cancelled : m.closed.early}</h1>
      {over && addedUntil ? <p className="lead">{m.closed.since({ last: lastDay(addedUntil, locale) })}</p> : null}
      {over || live || session.state === "cancelled" ? null : <p className="lead">{m.closed.wait}</p>}
      <p className="actions">
        <LinkButton href={`/bijeenkomst/${session.id}`}>{m.toSession}</LinkButton>
      </p>
    </div>
  );
}

/** A period ends at midnight: people count its days. */
const lastDay = (until: Date, locale: "nl" | "en"): string => dateLong(new Date(until.getTime() - 1), locale);

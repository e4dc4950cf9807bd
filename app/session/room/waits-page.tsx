import { useLocale, useWords } from "../../language/words.ts";
import { dateTimeRange } from "../../platform/time.ts";
import { LinkButton } from "../../ui/button.tsx";
import { Around } from "../../ui/form/typed.tsx";
import { PublicFrame } from "../../ui/frame.tsx";
import { roomWords } from "./messages/room.ts";
import { roomPartsWords } from "./messages/room-parts.ts";

export interface Standing {
  readonly slug: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly helpContact: string;
  /** Of a measure: why somebody was taken out. */
  readonly reason: string | null;
  readonly why: "pending" | "confirmed" | "waiting" | "declined" | "withdrawn" | "device" | "removed";
}

/** Registered, but not in the room: says how it stands. */
export function WaitsPage({ standing }: { standing: Standing }) {
  const m = useWords(roomPartsWords);
  const { mine, measure } = useWords(roomWords);
  const locale = useLocale();
  const { why, reason, slug, startsAt, endsAt, helpContact } = standing;
  const title = why === "removed" ? m.waits.removedTitle : m.waits.title;
  const text = why === "removed" ? m.waits.removed : why === "device" ? m.waits.device : m.waits.states[why];
  return (
    <PublicFrame>
      <title>{title}</title>
      <meta name="robots" content="noindex" />
      <h1>{title}</h1>
      <p className="lead">{text}</p>
      {reason ? (
        <p className="as-typed">
          <Around words={{ reason }} say={measure.reason} />
        </p>
      ) : null}
      {why === "removed" ? null : <p>{m.waits.when({ when: dateTimeRange(startsAt, endsAt, locale) })}</p>}
      {helpContact ? <p>{m.waits.contact({ contact: helpContact })}</p> : null}
      <p className="actions">
        <LinkButton href={why === "device" ? "/apparaat" : `/mijn/${slug}`}>{mine}</LinkButton>
      </p>
    </PublicFrame>
  );
}

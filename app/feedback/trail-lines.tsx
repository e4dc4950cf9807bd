import { useLocale, useWords } from "../language/words.ts";
import { dateTime } from "../platform/time.ts";
import { feedbackWords } from "./messages/feedback.ts";
import type { TrailLine } from "./trail.ts";

/** How a need came to stand where it stands, through merging, splitting and putting back. */
export function TrailLines({ trail }: { trail: readonly TrailLine[] }) {
  const m = useWords(feedbackWords).trail;
  const locale = useLocale();
  return (
    <ol className="plain small trail-lines">
      {trail.map(({ key, kind, undoes, from, to, at }) => {
        const line = m.lines[kind]({ from: from ?? m.gone, to: to ?? m.gone });
        return (
          <li key={key}>
            <span className="num quiet">{dateTime(at, locale)}</span> {undoes ? m.putBack({ line }) : line}
          </li>
        );
      })}
    </ol>
  );
}

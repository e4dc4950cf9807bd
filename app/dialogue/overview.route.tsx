import { dialogueWords } from "../messages/dialogue.ts";
import { useLocale, useWords } from "../messages/words.ts";
import { dateTimeRange } from "../platform/time.ts";
import { useDialogue } from "./use-dialogue.tsx";

export default function Overview() {
  const m = useWords(dialogueWords);
  const locale = useLocale();
  const view = useDialogue();
  return (
    <>
      <title>{view.title}</title>
      <div className="page-head">
        <p className="eyebrow">{m.states[view.state]}</p>
        <h1>{view.title}</h1>
      </div>
      <ul>
        {view.sessions.map((one) => (
          <li key={one.id}>
            {one.title}, {dateTimeRange(one.startsAt, one.endsAt, locale)} ({m.sessionStates[one.state]})
          </li>
        ))}
      </ul>
    </>
  );
}

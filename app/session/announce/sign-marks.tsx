import { useWords } from "../../language/words.ts";
import { talkWords } from "../talk/messages/talk.ts";
import { signs } from "../talk/said.ts";
import type { TalkHeard } from "../talk/talk-heard.ts";
import { useTalk } from "../talk/use-talk.tsx";

/** What the hall shows just now: how many, and not who. It is read when one looks; no screen reader is interrupted by it. */
export function SignMarks({ heard }: { heard: TalkHeard }) {
  const m = useWords(talkWords).signs;
  const given = useTalk(heard, "plenary")?.signs;
  if (!given) return null;
  return (
    <ul className="plain sign-marks" aria-label={m.title}>
      {signs.map((sign) => (given[sign] ? <li key={sign}>{m.n({ what: m[sign], n: given[sign] })}</li> : null))}
    </ul>
  );
}

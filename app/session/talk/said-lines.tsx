import { useEffect, useRef, useState } from "react";
import { useWords } from "../../language/words.ts";
import { Written } from "../../ui/form/typed.tsx";
import type { Floor } from "../plenary/floor.ts";
import { talkWords } from "./messages/talk.ts";
import type { TalkHeard } from "./talk-heard.ts";
import { useTalk } from "./use-talk.tsx";

interface Props {
  readonly heard: TalkHeard;
  readonly floor: Floor | null;
  /** finished lines are said aloud by a screen reader; the screen in the hall says nothing */
  readonly aloud?: boolean;
  /** Whose screen it is: what they say themselves is told apart, and not shown twice while they write. */
  readonly me?: string;
  /** Stands there also while nothing is said. */
  readonly always?: boolean;
}

/** What is said in the plenary, in text: the last finished lines, and those being written. With who says it, and which is which. */
export function SaidLines({ heard, floor, aloud = true, me, always = false }: Props) {
  const m = useWords(talkWords);
  const part = useTalk(heard, "plenary");
  const said = part?.said ?? [];
  const writing = part?.writing.filter(({ by }) => by !== me) ?? [];
  const nameOf = (by: string | null) => (by === null ? m.captions.by : by || m.floor.somebody);
  const newest = said.findLast(({ personId }) => personId === null || personId !== me);
  if (!always && said.length === 0 && writing.length === 0) return null;
  return (
    <section className="said-lines" aria-labelledby="gezegd">
      <h2 id="gezegd">{m.captions.title}</h2>
      <ol className="plain">
        {said.map(({ n, personId, by, text }) => (
          <li key={n} className={personId !== null && personId === me ? "talk-own" : undefined}>
            <span className="said-by">{personId !== null && personId === me ? m.talk.you : nameOf(by)}:</span>{" "}
            <Written>{text}</Written>
          </li>
        ))}
      </ol>
      <ul className="plain being-written" aria-label={m.talk.writing}>
        {writing.map(({ by, text }) => (
          <li key={by}>
            <span className="said-by">
              {by === "captions" ? m.captions.writes : m.talk.writes({ name: nameOf(floor?.name ?? "") })}
            </span>{" "}
            <Written>{text}</Written>
          </li>
        ))}
      </ul>
      {aloud ? (
        <Aloud n={newest?.n ?? 0} text={newest ? m.talk.said({ name: nameOf(newest.by), text: newest.text }) : ""} />
      ) : null}
    </section>
  );
}

/** Finished lines only, politely: what is being written would never let a screen reader finish. */
export function Aloud({ n, text }: { n: number | string; text: string }) {
  const [now, setNow] = useState("");
  // what stood there when the page came, was not just said
  const first = useRef(n);
  useEffect(() => {
    if (n !== first.current) setNow(text);
  }, [n, text]);
  return (
    <p className="visually-hidden" aria-live="polite">
      {now}
    </p>
  );
}

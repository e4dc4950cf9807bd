import { useLocale, useWords } from "../../language/words.ts";
import { dateLong } from "../../platform/time.ts";
import { Typed, Written } from "../../ui/form/typed.tsx";
import { Disclosure } from "../../ui/layout/disclosure.tsx";
import { TextLink } from "../../ui/layout/text.tsx";
import { Tag } from "../../ui/tag.tsx";
import { verdictTones } from "../items/theme-table.tsx";
import { programmeWords } from "../messages/programme.ts";
import type { Decided } from "./answer.ts";
import type { AnsweredLine, WaitingLine } from "./answers-view.ts";

/** What waits for an answer, in the words of who wrote it. */
export function Waiting({ line, slug }: { line: WaitingLine; slug: string }) {
  const m = useWords(programmeWords).answers;
  const locale = useLocale();
  const n = line.needs.length + line.more;
  return (
    <>
      <p className="small quiet">
        {line.title === null ? `${m.alone} ` : null}
        {m.waits({ n, date: dateLong(line.oldest, locale) })}.
      </p>
      <ul className="plain waiting-needs">
        {line.needs.map(({ number, text }) => (
          <li key={number}>
            <Typed>{text}</Typed> <TextLink to={`/team/${slug}/bijdragen/${number}`}>{m.need({ n: number })}</TextLink>
          </li>
        ))}
      </ul>
      {line.more > 0 ? <p className="small quiet">{m.more({ n: line.more })}</p> : null}
    </>
  );
}

/**
 * What was answered, by which item, and what was answered before.
 * @param names who answered, by the number of the answer; who was erased is not in it
 */
export function AnswerLine({ line, slug, names }: { line: AnsweredLine; slug: string; names: Readonly<Record<number, string>> }) {
  const m = useWords(programmeWords).answers;
  const itemAt = (number: number) => `/team/${slug}/programma/${number}`;
  return (
    <>
      <h3>{line.title ? <Written>{line.title}</Written> : m.need({ n: line.number ?? 0 })}</h3>
      {line.text === null ? null : <Typed as="blockquote">{line.text}</Typed>}
      <Answer answer={line.answer} by={names[line.answer.id]} itemAt={itemAt} />
      {line.before.length > 0 ? (
        <Disclosure summary={m.history}>
          {line.before.map((one) => (
            <Answer key={one.id} answer={one} by={names[one.id]} itemAt={itemAt} />
          ))}
        </Disclosure>
      ) : null}
    </>
  );
}

interface AnswerProps {
  readonly answer: Decided;
  /** Who gave it: a person for the team, the owner of the dialogue for everybody. */
  readonly by?: string | undefined;
  readonly itemAt: (number: number) => string;
}

/** One answer with its reason. */
export function Answer({ answer, by, itemAt }: AnswerProps) {
  const words = useWords(programmeWords);
  const locale = useLocale();
  const { verdict, reason, item, at } = answer;
  return (
    <div className="answer">
      <p>
        <Tag tone={verdictTones[verdict]}>{words.verdictTags[verdict]}</Tag>{" "}
        <span className="small quiet">{words.answers.on({ date: dateLong(at, locale), by: by ?? "" })}</span>
      </p>
      <Typed as="p">{reason}</Typed>
      {item === null ? null : (
        <p className="small">
          <a href={itemAt(item)}>{words.items.number({ n: item })}</a>
        </p>
      )}
    </div>
  );
}

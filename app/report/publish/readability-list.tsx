import { useWords } from "../../language/words.ts";
import { wordsOf } from "../../method/text/prose-inline.ts";
import { keyed, readProse, sentencesIn } from "../../method/text/prose-text.ts";
import { Typed } from "../../ui/form/typed.tsx";
import { Disclosure } from "../../ui/layout/disclosure.tsx";
import { readabilityWords } from "./messages/readability.ts";
import { type Hard, readable } from "./readability.ts";

interface Props {
  readonly text: string;
  /** Of a text that residents read first. */
  readonly open: boolean;
}

/** Sentences that can be plainer, each with what makes it hard and a plain word where there is one. */
export function ReadabilityList({ text, open }: Props) {
  const m = useWords(readabilityWords);
  const read = readable(sentencesIn(readProse(text)).map(({ parts }) => wordsOf(parts)));
  const hard = read.filter((one) => one.hard.length > 0);
  if (read.length === 0) return null;
  return (
    <Disclosure summary={m.summary({ n: hard.length, of: read.length })} open={open && hard.length > 0}>
      {hard.length === 0 ? <p>{m.allPlain}</p> : null}
      <ol className="plain readability">
        {keyed(hard).map(({ key, one }) => (
          <li key={key}>
            <Typed as="p">{one.sentence}</Typed>
            <ul className="small">
              {one.hard.map((what) => (
                <li key={JSON.stringify(what)}>
                  <Why of={what} />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
      <p className="small quiet">{m.how}</p>
    </Disclosure>
  );
}

function Why({ of }: { of: Hard }) {
  const m = useWords(readabilityWords);
  switch (of.kind) {
    case "long":
      return m.long({ n: of.words });
    case "passive":
      return m.passive({ found: of.found });
    case "compound":
      return m.compound({ found: of.found });
    case "office":
      return m.office({ found: of.found, plain: of.plain });
  }
}

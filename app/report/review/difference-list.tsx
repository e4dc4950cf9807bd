import { useWords } from "../../language/words.ts";
import { differenceWords } from "../document/messages/difference.ts";
import { type Difference, isSame } from "./difference.ts";

/** What would be different in a next version: to write down what changed, and to see that nothing slipped in. */
export function DifferenceList({ difference, since }: { difference: Difference; since: number }) {
  const m = useWords(differenceWords);
  return (
    <>
      <h3>{m.heading({ n: since })}</h3>
      {isSame(difference) ? <p>{m.same}</p> : <DifferenceLines difference={difference} />}
    </>
  );
}

/** What differs, a line each. */
export function DifferenceLines({ difference }: { difference: Difference }) {
  const m = useWords(differenceWords);
  const { people, came, went, renamed, moved, texts } = difference;
  const lines = [
    people ? m.people({ before: people[0], now: people[1] }) : "",
    came > 0 ? m.came({ n: came }) : "",
    went > 0 ? m.went({ n: went }) : "",
    difference.newThemes.length > 0 ? m.newThemes({ names: difference.newThemes }) : "",
    difference.goneThemes.length > 0 ? m.goneThemes({ names: difference.goneThemes }) : "",
    ...renamed.map(([before, now]) => m.renamed({ before, now })),
    moved > 0 ? m.moved({ n: moved }) : "",
    difference.newInsights.length > 0 ? m.newInsights({ numbers: difference.newInsights }) : "",
    difference.goneInsights.length > 0 ? m.goneInsights({ numbers: difference.goneInsights }) : "",
    difference.reworded.length > 0 ? m.reworded({ numbers: difference.reworded }) : "",
    texts.added > 0 ? m.added({ n: texts.added }) : "",
    texts.changed > 0 ? m.changed({ n: texts.changed }) : "",
    texts.gone > 0 ? m.gone({ n: texts.gone }) : "",
  ].filter(Boolean);
  return (
    <ul>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

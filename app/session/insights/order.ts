import { nextInsight, type Shown } from "../../method/analysis/priority.ts";
import { random } from "../../method/random.ts";

/** So many are drawn ahead; what comes after them is drawn when it is nearer. */
const drawnAhead = 40;

/** An insight that somebody did not answer yet. `invited`: they answered an earlier version of it. */
export type Unanswered = Shown & { readonly invited: boolean };

/**
 * In which order somebody meets the insights that are left [OG11]: new versions of what they answered first, then by the views that
 * each insight has, then by the draw. The same person, with the same views, gets the same order: a reload changes nothing.
 * @param answered how many they answered: who has answered one goes on with the second of their order
 * @returns every id once
 */
export function orderFor(
  unanswered: readonly Unanswered[],
  { person, answered }: { readonly person: string; readonly answered: number },
): string[] {
  const invited = unanswered.filter((one) => one.invited);
  const left = new Set(unanswered.filter((one) => !one.invited));
  const turns: Unanswered[] = [...invited];
  for (let n = 0; n < drawnAhead; n++) {
    const next = nextInsight([...left], random(`${person} ${answered + invited.length + n}`));
    if (!next) break;
    turns.push(next);
    left.delete(next);
  }
  return [...turns, ...left].map(({ id }) => id);
}

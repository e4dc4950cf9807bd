import type { Same } from "../messages/locale.ts";
import type { verdict as words } from "../messages/nl/verdict.ts";
import { verdictWords } from "../messages/verdict.ts";
import { useWords } from "../messages/words.ts";
import type { ToldVerdict } from "./told-verdict.ts";
import { type InsightVerdict, type VerdictSide, verdictThresholds } from "./verdict.ts";

type Words = Same<typeof words>;

/** The verdict in two or three words. */
function verdictTitle(m: Words, verdict: InsightVerdict): string {
  return holdsMostly(verdict) ? m.holdsMostly : m.status[verdict.status];
}

/** The verdict in one sentence with its numbers. */
function verdictSentence(m: Words, { verdict, names }: ToldVerdict): string {
  const say = m.sentence;
  const nameOf = ({ kind, id }: VerdictSide) => (kind === "group" ? m.group({ letter: id }) : (names[id] ?? ""));
  if (verdict.status === "too-few") {
    const { people, more } = verdict;
    if (people === null || more === null) return say.veryFew({ needed: verdictThresholds.fits });
    return more > 0 ? say.tooFew({ people, more }) : say.noField({ people });
  }
  if (verdict.status === "contested") {
    const [more, less] = verdict.between;
    return say.contested({ more: nameOf(more), less: nameOf(less), ofMore: more.holds, ofLess: less.holds });
  }
  return holdsMostly(verdict) ? say.holdsMostly(verdict) : say[verdict.status](verdict);
}

/** Enough people in whose practice it fits, and none who named a condition: "under conditions" would say what nobody said. */
function holdsMostly(verdict: InsightVerdict): verdict is InsightVerdict & { status: "under-conditions" } {
  return verdict.status === "under-conditions" && verdict.conditions.most === 0;
}

/** Its name and sentence alone, where there is no room for more. */
export function VerdictSaid({ told }: { told: ToldVerdict }) {
  const m = useWords(verdictWords);
  return (
    <p className="verdict">
      <strong>{verdictTitle(m, told.verdict)}.</strong> {verdictSentence(m, told)}
      {told.verdict.forSome ? ` ${m.forSome}` : null}
    </p>
  );
}

/** The verdict: its name, its sentence, the conditions that weigh most, and who was not heard. */
export function VerdictLine({ told }: { told: ToldVerdict }) {
  const m = useWords(verdictWords);
  const { verdict, names, conditions } = told;
  const named = verdict.status === "under-conditions" ? verdict.named.filter((id) => id in conditions) : [];
  const missing = verdict.missing.flatMap((id) => names[id] ?? []);
  return (
    <>
      <VerdictSaid told={told} />
      {named.length > 0 ? (
        <>
          <p className="small">{m.named}</p>
          <ul>
            {named.map((id) => (
              <li key={id}>{conditions[id]}</li>
            ))}
          </ul>
        </>
      ) : null}
      {missing.length > 0 ? <p className="small quiet">{m.missing({ fields: missing.join(", ") })}</p> : null}
    </>
  );
}

/** What the verdict goes by, for who wants to know. */
export function VerdictThresholds() {
  const m = useWords(verdictWords).thresholds;
  const percent = (share: number) => Math.round(share * 100);
  const { fits, difference, not, confirmed, holds } = verdictThresholds;
  const shares = { difference: percent(difference), not: percent(not), confirmed: percent(confirmed), holds: percent(holds) };
  return (
    <details className="disclosure">
      <summary>{m.title}</summary>
      <p>{m.text({ fits, ...shares })}</p>
    </details>
  );
}

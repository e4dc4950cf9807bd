import { useWords } from "../../language/words.ts";
import { Around } from "../../ui/form/typed.tsx";
import { verdictWords } from "../insights/messages/verdict.ts";
import type { ToldVerdict } from "./told-verdict.ts";
import { verdictThresholds } from "./verdict.ts";
import { verdictSentence, verdictTitle } from "./verdict-said.ts";

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
      {missing.length > 0 ? (
        <p className="small quiet">
          <Around words={{ fields: missing.join(", ") }} say={m.missing} />
        </p>
      ) : null}
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

import type { ToldVerdict } from "../insights/told-verdict.ts";
import type { FindingFacts } from "../results/finding.ts";

/** What the cockpit knows of the outcomes that were revealed. */
export interface CheckOutcome {
  /** By insight. */
  readonly verdicts: Readonly<Record<string, ToldVerdict>>;
  /** What all together come to; null until all are revealed, or while there is too little for it. */
  readonly finding: FindingFacts | null;
}

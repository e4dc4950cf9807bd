import type { FindingFacts } from "../results/finding.ts";
import type { ToldVerdict } from "./told-verdict.ts";

/** What the cockpit knows of the outcomes that were revealed. */
export interface CheckOutcome {
  /** By insight. */
  readonly verdicts: Readonly<Record<string, ToldVerdict>>;
  /** What all together come to; null until all are revealed, or while there is too little for it. */
  readonly finding: FindingFacts | null;
}

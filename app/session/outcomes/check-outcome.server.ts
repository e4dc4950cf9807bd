import type { Reader } from "../../platform/database/change.server.ts";
import type { DialogueId } from "../../platform/ids.ts";
import { revealedTogether } from "../results/drawn.server.ts";
import { findingOf } from "../results/finding.ts";
import type { CheckOutcome } from "./check-outcome.ts";
import { revealedOutcomes } from "./outcomes.server.ts";

/** Of what was revealed, to who leads: what everybody reads, and no more. */
export async function readOutcome(db: Reader, dialogueId: DialogueId): Promise<CheckOutcome> {
  const shown = await revealedOutcomes(db, dialogueId);
  const together = shown.length > 0 ? await revealedTogether(db, dialogueId) : null;
  return {
    verdicts: Object.fromEntries(shown.map(({ id, told }) => [id, told])),
    finding: together && together.results.status !== "too-few-votes" ? findingOf(together.results) : null,
  };
}

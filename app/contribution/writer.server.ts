import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { checkIsOpen } from "../dialogue/check-period.ts";
import type { Outside } from "../dialogue/outside.ts";
import { measure, registration } from "../dialogue/people/tables.ts";
import { dialogue, session } from "../dialogue/tables.ts";
import { writingOutside } from "../dialogue/writing-period.ts";
import type { Reader } from "../platform/database/change.server.ts";
import { matches } from "../platform/database/matches.server.ts";
import { Refused } from "../platform/http/refused.ts";
import type { DialogueId, FieldId, PartyId, PersonId, SessionId } from "../platform/ids.ts";
import { type ContributionKind, ofTheCheck } from "./contribution.ts";

/** Who writes, and where. */
export interface Writer {
  readonly dialogueId: DialogueId;
  readonly sessionId: SessionId;
  readonly personId: PersonId;
}

export interface Standing {
  readonly state: typeof session.$inferSelect.state;
  readonly currentStepId: typeof session.$inferSelect.currentStepId;
  readonly fieldId: FieldId | null;
  readonly partyId: PartyId | null;
  readonly muted: boolean;
  /** The practice check is open outside its own step. */
  readonly checks: boolean;
  /** What may be written outside the steps: before the session, or after it. */
  readonly outside: Outside | null;
}

/**
 * What somebody takes part in: the step at hand; the practice check, which may be open before and after the session; one's own
 * words, that may be prepared before it and added to after it; what is shared, which after it others still recognise.
 */
export type Part = "step" | "check" | "own" | "shared";
export const partOf = (kind: ContributionKind, otherwise: "own" | "shared"): Part => (ofTheCheck(kind) ? "check" : otherwise);

/**
 * How somebody stands in the session at this moment, read inside the change so that nothing slips in between.
 * @throws Refused "removed" for who is not, or no longer, among the participants
 */
export async function standingOf(db: Reader, { sessionId, personId }: Writer): Promise<Standing> {
  const [row] = await db
    .select({
      state: session.state,
      currentStepId: session.currentStepId,
      fieldId: registration.fieldId,
      partyId: registration.partyId,
      registered: registration.state,
      checkFrom: session.checkFrom,
      checkUntil: session.checkUntil,
      prepareFrom: session.prepareFrom,
      afterDays: session.afterDays,
      endedAt: session.endedAt,
      dialogue: dialogue.state,
      now: sql<Date>`now()`,
    })
    .from(session)
    .innerJoin(dialogue, eq(dialogue.id, session.dialogueId))
    .leftJoin(registration, and(eq(registration.sessionId, session.id), eq(registration.personId, personId)))
    .where(eq(session.id, sessionId));
  const measures = await db
    .select({ kind: measure.kind })
    .from(measure)
    .where(and(matches(measure, { sessionId, personId }), inArray(measure.kind, ["muted", "removed"]), isNull(measure.liftedAt)));
  const removed = measures.some(({ kind }) => kind === "removed");
  if (row?.registered !== "admitted" || removed) throw new Refused("removed", 403);
  const { state, currentStepId, fieldId, partyId } = row;
  const now = new Date(row.now);
  const standing = { state, currentStepId, fieldId, partyId };
  const checks = checkIsOpen(row, now);
  const outside = writingOutside(row, row.dialogue, now);
  return { ...standing, checks, outside, muted: measures.some(({ kind }) => kind === "muted") };
}

/** For who adds or changes words: the session is live or this part of it open, and the facilitator did not take the pen away. */
export async function mayWrite(db: Reader, writer: Writer, part: Part = "step"): Promise<Standing> {
  const standing = await mayTakePart(db, writer, part);
  if (standing.muted) throw new Refused("muted", 403);
  return standing;
}

/** For ballots, marks and recognising: the session is live, or this part of it open. */
export async function mayTakePart(db: Reader, writer: Writer, part: Part = "step"): Promise<Standing> {
  const standing = await standingOf(db, writer);
  if (isOpen(standing, part)) return standing;
  if (standing.state !== "live") throw new Refused(standing.state === "ended" ? "ended" : "not-live");
  return standing;
}

function isOpen({ checks, outside }: Standing, part: Part): boolean {
  if (part === "check") return checks;
  if (part === "own") return outside !== null;
  return part === "shared" && outside === "after";
}

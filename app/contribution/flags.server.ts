import { and, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { kindsIn } from "../method/guard/weigh.ts";
import { coalesceReads } from "../platform/cache/coalesce-reads.ts";
import { alsoIn, change, type Db, type Reader, type Tx } from "../platform/database/change.server.ts";
import { matches } from "../platform/database/matches.server.ts";
import type { ContributionId, DialogueId, InsightId, PersonId, SessionId } from "../platform/ids.ts";
import type { FlagOutcome, OwnFlag } from "./flag.ts";
import { contribution, flag } from "./tables.ts";

export type Subject =
  | { readonly kind: "contribution"; readonly id: ContributionId }
  | { readonly kind: "insight"; readonly id: InsightId }
  | { readonly kind: "card"; readonly id: PersonId };
type At = { readonly dialogueId: DialogueId; readonly sessionId: SessionId };

/** Own reports of this session, the newest first. */
export async function ownFlags(db: Reader, sessionId: SessionId, personId: PersonId): Promise<OwnFlag[]> {
  return (await reportsIn(db, sessionId))
    .filter(({ reporterId }) => reporterId === personId)
    .map(({ reporterId: _, ...one }) => one);
}

/** What people reported, the newest first. */
const reportsIn = coalesceReads((db: Reader, sessionId: SessionId) =>
  db
    .select({
      reporterId: flag.reporterId,
      id: flag.id,
      contributionId: contribution.id,
      number: contribution.number,
      outcome: flag.outcome,
      answer: flag.answer,
    })
    .from(flag)
    .innerJoin(contribution, eq(contribution.id, sql`${flag.subjectId}`))
    .where(and(eq(flag.sessionId, sessionId), isNotNull(flag.reporterId)))
    .orderBy(sql`${flag.at} desc`),
);

/**
 * Sets the guard's flag on what was just written, or takes it away when nothing is found any more. Of what the facilitator let
 * stand before, the same kinds are not flagged again.
 */
export async function guardWords(tx: Tx, at: At, subject: Subject, texts: readonly string[]): Promise<void> {
  const kinds = kindsIn(texts);
  const own = matches(flag, { subjectKind: subject.kind, subjectId: subject.id, why: "guard" });
  if (kinds.length === 0) {
    await tx
      .update(flag)
      .set({ settledAt: sql`now()`, outcome: "changed" })
      .where(and(own, isNull(flag.settledAt)));
    return;
  }
  const before = await tx.select({ kinds: flag.kinds, outcome: flag.outcome }).from(flag).where(own);
  const letStand = new Set(before.filter(({ outcome }) => outcome === "dismissed").flatMap((one) => one.kinds));
  if (kinds.every((kind) => letStand.has(kind))) return;
  await tx
    .insert(flag)
    .values({ ...at, subjectKind: subject.kind, subjectId: subject.id, why: "guard", kinds })
    .onConflictDoUpdate({
      target: flag.subjectId,
      targetWhere: sql`settled_at is null and why = 'guard'`,
      set: { kinds },
    });
}

/** Settles all open flags on something, and tells who reported it. Part of the change that hides, redacts or lets it stand. */
export async function settleFlags(
  tx: Tx,
  at: At,
  who: PersonId | null,
  subjectId: string,
  outcome: FlagOutcome,
  answer: string,
): Promise<number> {
  const settled = await tx
    .update(flag)
    .set({ settledAt: sql`now()`, settledBy: who, outcome, answer })
    .where(and(matches(flag, { subjectId, dialogueId: at.dialogueId }), isNull(flag.settledAt)))
    .returning({ reporterId: flag.reporterId });
  for (const { reporterId } of settled)
    if (reporterId)
      await alsoIn(tx, {
        scope: at.dialogueId,
        actor: who ? { person: who } : "system",
        what: "flag.answer",
        subject: { kind: "person", id: reporterId },
      });
  return settled.length;
}

/** The facilitator looked, and lets it stand. */
export async function dismissFlags(db: Db, at: At, who: PersonId, subject: Subject, answer: string): Promise<void> {
  const deed = { scope: at.dialogueId, actor: { person: who }, what: "flag.dismiss", subject };
  await change(db, deed, async (tx, { unchanged }) => {
    if ((await settleFlags(tx, at, who, subject.id, "dismissed", answer)) === 0) return unchanged(undefined);
  });
}

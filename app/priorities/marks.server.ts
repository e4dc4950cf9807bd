import { and, eq, ne } from "drizzle-orm";
import { mayTakePart, type Writer } from "../contribution/writer.server.ts";
import { contribution, mark, session, step } from "../db/schema.ts";
import type { ContributionId, PersonId, SessionId } from "../ids.ts";
import { change, type Db, type Reader } from "../platform/change.server.ts";
import { Refused } from "../platform/refused.ts";
import { setMark } from "./mark.ts";

/**
 * Gives or takes back one of three marks.
 * @throws Refused none-left, not-now, not-yours, and what taking part asks
 */
export async function markNeed(db: Db, writer: Writer, id: ContributionId, on: boolean): Promise<void> {
  if (setMark(await marksOf(db, writer.sessionId, writer.personId), id, on).status === "already") return;
  const { dialogueId, sessionId, personId } = writer;
  const what = on ? "mark.give" : "mark.take";
  await change(
    db,
    { scope: dialogueId, actor: { person: personId }, what, subject: { kind: "session", id: sessionId } },
    async (tx) => {
      await mayTakePart(tx, writer);
      const [now] = await tx
        .select({ collects: step.collects })
        .from(session)
        .innerJoin(step, eq(step.id, session.currentStepId))
        .where(eq(session.id, sessionId));
      if (!now?.collects.includes("mark")) throw new Refused("not-now");
      if (on) await requireNeed(tx, sessionId, id);
      const outcome = setMark(await marksOf(tx, sessionId, personId), id, on);
      if (outcome.status === "none-left") throw new Refused("none-left");
      const key = { sessionId, personId, contributionId: id };
      if (on) await tx.insert(mark).values(key).onConflictDoNothing();
      else
        await tx.delete(mark).where(and(eq(mark.sessionId, sessionId), eq(mark.personId, personId), eq(mark.contributionId, id)));
    },
  );
}

/**
 * The needs somebody marked. A withdrawn need gives its mark back; a hidden one keeps it, for it may return
 * and nobody has more than three.
 */
export async function marksOf(db: Reader, sessionId: SessionId, personId: PersonId): Promise<ContributionId[]> {
  const rows = await db
    .select({ id: mark.contributionId })
    .from(mark)
    .innerJoin(contribution, eq(contribution.id, mark.contributionId))
    .where(and(eq(mark.sessionId, sessionId), eq(mark.personId, personId), ne(contribution.state, "withdrawn")))
    .orderBy(mark.at, mark.contributionId);
  return rows.map((row) => row.id);
}

async function requireNeed(db: Reader, sessionId: SessionId, id: ContributionId): Promise<void> {
  const [need] = await db
    .select({ id: contribution.id })
    .from(contribution)
    .where(
      and(
        eq(contribution.id, id),
        eq(contribution.sessionId, sessionId),
        eq(contribution.kind, "need"),
        eq(contribution.shared, "all"),
        eq(contribution.state, "visible"),
      ),
    );
  if (!need) throw new Refused("not-yours", 404);
}

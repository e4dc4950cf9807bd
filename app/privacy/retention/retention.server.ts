import { and, desc, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { dialogue } from "../../dialogue/tables.ts";
import { type Actor, alsoIn, change, type Db, INSTALLATION, type Reader } from "../../platform/database/change.server.ts";
import { setting } from "../../platform/database/tables.ts";
import type { DialogueId } from "../../platform/ids.ts";
import { type RetentionKind, retentionKinds, type Terms, termsShape, usualTerms } from "./retention.ts";
import { pastTerm } from "./retention-queries.server.ts";
import { retentionLog } from "./tables.ts";

const key = "retention";
const installation = { kind: "installation", id: INSTALLATION };

export async function readTerms(db: Reader): Promise<Terms> {
  const [row] = await db.select({ value: setting.value }).from(setting).where(eq(setting.key, key));
  const read = termsShape.safeParse(row?.value);
  return read.success ? read.data : usualTerms;
}

export async function saveTerms(db: Db, actor: Actor, terms: Terms): Promise<void> {
  await change(db, { scope: INSTALLATION, actor, what: "retention.change", subject: installation }, async (tx) => {
    await tx
      .insert(setting)
      .values({ key, value: terms })
      .onConflictDoUpdate({ target: setting.key, set: { value: terms } });
  });
}

/** A dry run: what would go at this moment. Changes nothing. */
export async function countDue(db: Reader, now: Date): Promise<Record<RetentionKind, number>> {
  const terms = await readTerms(db);
  const counts = { ...usualTerms };
  for (const kind of retentionKinds) {
    const { rows } = await db.execute<{ n: number }>(pastTerm(kind, terms[kind], now).count);
    counts[kind] = rows[0]?.n ?? 0;
  }
  return counts;
}

/** Lets go of what is past its term: all of it at once, or nothing. @returns how much of each */
export async function letGo(db: Db, now: Date): Promise<Record<RetentionKind, number>> {
  return change(
    db,
    { scope: INSTALLATION, actor: "system", what: "retention.run", subject: installation },
    async (tx, { unchanged }) => {
      const counts = await countDue(tx, now);
      const terms = await readTerms(tx);
      if (retentionKinds.every((kind) => counts[kind] === 0)) return unchanged(counts);
      for (const kind of retentionKinds.filter((one) => counts[one] > 0)) {
        for (const deed of pastTerm(kind, terms[kind], now).deeds) await tx.execute(deed);
        await tx.insert(retentionLog).values({ at: now, kind, days: terms[kind], count: counts[kind] });
      }
      return counts;
    },
  );
}

/** @returns false when it stood so already, or there is no such dialogue */
export async function hold(db: Db, actor: Actor, dialogueId: DialogueId, because: string | null): Promise<boolean> {
  const subject = { kind: "dialogue", id: dialogueId };
  const what = because === null ? "hold.lift" : "hold.set";
  return change(db, { scope: INSTALLATION, actor, what, subject }, async (tx, { unchanged }) => {
    const stands = because === null ? isNotNull(dialogue.heldAt) : isNull(dialogue.heldAt);
    const rows = await tx
      .update(dialogue)
      .set(because === null ? { heldAt: null, heldBecause: "" } : { heldAt: sql`now()`, heldBecause: because })
      .where(and(eq(dialogue.id, dialogueId), stands))
      .returning({ id: dialogue.id });
    if (rows.length === 0) return unchanged(false);
    await alsoIn(tx, { scope: dialogueId, actor, what, subject });
    return true;
  });
}

export async function listHolds(db: Reader) {
  return db
    .select({
      id: dialogue.id,
      title: dialogue.title,
      slug: dialogue.slug,
      createdAt: dialogue.createdAt,
      state: dialogue.state,
      archivedAt: dialogue.archivedAt,
      heldAt: dialogue.heldAt,
      heldBecause: dialogue.heldBecause,
    })
    .from(dialogue)
    .where(isNull(dialogue.rehearsalOf))
    .orderBy(desc(dialogue.createdAt));
}

export async function lastRuns(db: Reader) {
  return db.select().from(retentionLog).orderBy(desc(retentionLog.id)).limit(30);
}

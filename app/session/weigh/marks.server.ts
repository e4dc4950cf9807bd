import { and, asc, eq, inArray, isNull, ne, sql } from "drizzle-orm";
import { forAll } from "../../contribution/reading.server.ts";
import { contribution, placement } from "../../contribution/tables.ts";
import { mayTakePart, type Writer } from "../../contribution/writer.server.ts";
import { session, step } from "../../dialogue/tables.ts";
import { change, type Db, deedBy, type Reader, type Tx } from "../../platform/database/change.server.ts";
import { matches } from "../../platform/database/matches.server.ts";
import { Refused } from "../../platform/http/refused.ts";
import type { ContributionId, PersonId, SessionId, ThemeId } from "../../platform/ids.ts";
import { theme } from "../../themes/tables.ts";
import { setMark } from "./mark.ts";
import { mark, themeMark } from "./tables.ts";

/**
 * Gives or takes back one of three marks for a need.
 * @throws Refused none-left, not-now, not-yours, and what taking part asks
 */
export async function markNeed(db: Db, writer: Writer, id: ContributionId, on: boolean): Promise<void> {
  const { sessionId, personId } = writer;
  const own = (tx: Reader) => marksOf(tx, sessionId, personId);
  if (setMark(await own(db), id, on).status === "already") return;
  await give(db, writer, on, "mark", async (tx) => {
    if (on) await requireNeed(tx, sessionId, id);
    if (setMark(await own(tx), id, on).status === "none-left") throw new Refused("none-left");
    const key = { sessionId, personId, contributionId: id };
    if (on) await tx.insert(mark).values(key).onConflictDoNothing();
    else await tx.delete(mark).where(matches(mark, { sessionId, personId, contributionId: id }));
  });
}

/** The same for a theme. @throws Refused as above */
export async function markTheme(db: Db, writer: Writer, id: ThemeId, on: boolean): Promise<void> {
  const { sessionId, personId } = writer;
  const own = (tx: Reader) => themeMarksOf(tx, sessionId, personId);
  if (setMark(await own(db), id, on).status === "already") return;
  await give(db, writer, on, "theme-mark", async (tx) => {
    const known = await tx
      .select({ id: theme.id })
      .from(theme)
      .where(and(matches(theme, { id, dialogueId: writer.dialogueId }), ...(on ? [standing] : [])));
    if (known.length === 0) throw new Refused("not-yours", 404);
    if (setMark(await own(tx), id, on).status === "none-left") throw new Refused("none-left");
    const key = { sessionId, personId, themeId: id };
    if (on) await tx.insert(themeMark).values(key).onConflictDoNothing();
    else await tx.delete(themeMark).where(matches(themeMark, { sessionId, personId, themeId: id }));
  });
}

async function give(
  db: Db,
  { dialogueId, sessionId, personId }: Writer,
  on: boolean,
  asks: "mark" | "theme-mark",
  work: (tx: Tx) => Promise<void>,
): Promise<void> {
  const deed = deedBy(personId, dialogueId, on ? "mark.give" : "mark.take", "session", sessionId);
  await change(db, deed, async (tx) => {
    await mayTakePart(tx, { dialogueId, sessionId, personId });
    const [now] = await tx
      .select({ collects: step.collects })
      .from(session)
      .innerJoin(step, eq(step.id, session.currentStepId))
      .where(eq(session.id, sessionId));
    if (!now?.collects.includes(asks)) throw new Refused("not-now");
    await work(tx);
  });
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
    .where(and(matches(mark, { sessionId, personId }), ne(contribution.state, "withdrawn")))
    .orderBy(mark.at, mark.contributionId);
  return rows.map((row) => row.id);
}

/** The themes somebody marked. One that was merged or removed meanwhile gives its mark back. */
export async function themeMarksOf(db: Reader, sessionId: SessionId, personId: PersonId): Promise<ThemeId[]> {
  const rows = await db
    .select({ id: themeMark.themeId })
    .from(themeMark)
    .innerJoin(theme, eq(theme.id, themeMark.themeId))
    .where(and(matches(themeMark, { sessionId, personId }), standing))
    .orderBy(themeMark.at, themeMark.themeId);
  return rows.map((row) => row.id);
}

/** The themes that can be marked, with how many needs that all can read stand in each. */
export async function themesToMark(db: Reader, dialogueId: Writer["dialogueId"]) {
  const rows = await db
    .select({
      id: theme.id,
      name: theme.name,
      description: theme.description,
      needs: sql<number>`count(${contribution.id})::int`,
    })
    .from(theme)
    .leftJoin(placement, eq(placement.themeId, theme.id))
    .leftJoin(
      contribution,
      and(eq(contribution.id, placement.contributionId), eq(contribution.state, "visible"), ne(contribution.shared, "private")),
    )
    .where(and(eq(theme.dialogueId, dialogueId), standing))
    .groupBy(theme.id)
    .orderBy(asc(theme.position), asc(theme.id));
  return rows;
}

const standing = and(isNull(theme.mergedInto), isNull(theme.removedAt));

async function requireNeed(db: Reader, sessionId: SessionId, id: ContributionId): Promise<void> {
  const [need] = await db
    .select({ id: contribution.id })
    .from(contribution)
    .where(and(matches(contribution, { id, sessionId, kind: "need" }), forAll, eq(contribution.state, "visible")));
  if (!need) throw new Refused("not-yours", 404);
}

/** A step of a live session still asks for marks: until then nobody sees a figure. */
export async function marksAreOpen(db: Reader, dialogueId: Writer["dialogueId"]): Promise<boolean> {
  const rows = await db
    .select({ id: step.id })
    .from(session)
    .innerJoin(step, eq(step.id, session.currentStepId))
    .where(
      and(
        eq(session.dialogueId, dialogueId),
        inArray(session.state, ["live"]),
        sql`${step.collects} && array['mark', 'theme-mark']::text[]`,
      ),
    );
  return rows.length > 0;
}

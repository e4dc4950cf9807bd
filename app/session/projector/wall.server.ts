import { and, count, desc, eq, inArray, isNull, ne, sql } from "drizzle-orm";
import { forAll } from "../../contribution/reading.server.ts";
import { contribution, flag } from "../../contribution/tables.ts";
import { session } from "../../dialogue/tables.ts";
import { change, type Db, deedBy, type Reader } from "../../platform/database/change.server.ts";
import { matches } from "../../platform/database/matches.server.ts";
import type { ContributionId, DialogueId, PersonId, SessionId } from "../../platform/ids.ts";

interface At {
  readonly dialogueId: DialogueId;
  readonly sessionId: SessionId;
}
const wallKinds = ["need", "works", "chafes", "suggestion"] as const;

/**
 * What everybody may read, what was shared or changed last first, and what was hidden. Without who wrote it: the wall has no names.
 * Whether it stands on the screen in the hall: not while somebody is to look at it, and where the team lets things through, not
 * before that.
 */
export async function readWall(db: Reader, sessionId: SessionId, most = 40) {
  const isFlagged = sql<boolean>`exists (select from ${flag} where ${and(
    eq(flag.subjectId, contribution.id),
    eq(flag.subjectKind, "contribution"),
    isNull(flag.settledAt),
  )})`;
  const rows = await db
    .select({
      id: contribution.id,
      kind: contribution.kind,
      text: contribution.text,
      state: contribution.state,
      hiddenReason: contribution.hiddenReason,
      at: contribution.updatedAt,
      letThrough: sql<boolean>`${contribution.onWallAt} is not null`,
      checked: session.wallChecked,
      isFlagged,
    })
    .from(contribution)
    .innerJoin(session, eq(session.id, contribution.sessionId))
    .where(
      and(
        eq(contribution.sessionId, sessionId),
        forAll,
        inArray(contribution.kind, [...wallKinds]),
        inArray(contribution.state, ["visible", "hidden"]),
      ),
    )
    .orderBy(desc(contribution.updatedAt), desc(contribution.number))
    .limit(most);
  return rows.map(({ at, checked, letThrough, ...row }) => ({
    ...row,
    at: at.getTime(),
    waits: checked && !letThrough,
    onScreen: row.state === "visible" && !row.isFlagged && (letThrough || !checked),
  }));
}

/** How much there is of everything in the session, for the line above the tables and for the screen in the hall. */
export async function countNeeds(db: Reader, sessionId: SessionId) {
  const [row] = await db
    .select({
      needs: count(),
      people: sql<number>`count(distinct ${contribution.personId})::int`,
      lastMinute: sql<number>`count(*) filter (where ${contribution.updatedAt} > now() - interval '1 minute')::int`,
    })
    .from(contribution)
    .where(and(matches(contribution, { sessionId, kind: "need", state: "visible" }), ne(contribution.shared, "private")));
  return { needs: row?.needs ?? 0, people: row?.people ?? 0, lastMinute: row?.lastMinute ?? 0 };
}

export async function isWallChecked(db: Reader, sessionId: SessionId): Promise<boolean> {
  const [row] = await db.select({ checked: session.wallChecked }).from(session).where(eq(session.id, sessionId));
  return row?.checked ?? false;
}

const deedOf = (at: At, who: PersonId, what: string) => deedBy(who, at.dialogueId, what, "session", at.sessionId);

/** From now on only what the team let through stands on the wall, or all that is shared. */
export async function checkWall(db: Db, at: At, who: PersonId, checks: boolean): Promise<void> {
  await change(db, deedOf(at, who, checks ? "wall.check" : "wall.open"), async (tx, { unchanged }) => {
    const set = await tx
      .update(session)
      .set({ wallChecked: checks })
      .where(matches(session, { id: at.sessionId, wallChecked: !checks }))
      .returning({ id: session.id });
    if (set.length === 0) unchanged(undefined);
  });
}

/** Lets these stand on the wall, or takes them off it; their writers still have them. */
export async function letOnWall(db: Db, at: At, who: PersonId, ids: readonly ContributionId[], lets: boolean): Promise<void> {
  await change(db, deedOf(at, who, lets ? "wall.let" : "wall.hold"), async (tx, { unchanged }) => {
    const set =
      ids.length === 0
        ? []
        : await tx
            .update(contribution)
            .set({ onWallAt: lets ? sql`clock_timestamp()` : null })
            .where(and(inArray(contribution.id, [...ids]), eq(contribution.sessionId, at.sessionId), forAll))
            .returning({ id: contribution.id });
    if (set.length === 0) unchanged(undefined);
  });
}

import { and, asc, eq, or, sql } from "drizzle-orm";
import { change, type Db, type Reader } from "../../platform/database/change.server.ts";
import { matches } from "../../platform/database/matches.server.ts";
import { Refused } from "../../platform/http/refused.ts";
import type { CircleId, CommitmentId, NoteId } from "../../platform/ids.ts";
import { networkPractice } from "../library/tables.ts";
import { type At, deedOf } from "../people/members.server.ts";
import { networkCommitment, networkMember } from "../tables.ts";
import { circleLimits } from "./circle.ts";
import { type Circle, requireCircle } from "./circles.server.ts";
import { networkCircleNote } from "./tables.ts";

/** Writes a note for who is in it. The browser chose the id. @throws Refused gone, full */
export async function addNote(db: Db, at: At, circleId: CircleId, id: NoteId, text: string): Promise<void> {
  await change(db, deedOf(at, "network.circle-note", { kind: "circle", id: circleId }), async (tx, { unchanged, now }) => {
    await requireCircle(tx, at, circleId, "in");
    if ((await tx.$count(networkCircleNote, eq(networkCircleNote.circleId, circleId))) >= circleLimits.notes)
      throw new Refused("full");
    const made = await tx
      .insert(networkCircleNote)
      .values({ id, circleId, personId: at.personId, text, at: now })
      .onConflictDoNothing()
      .returning({ id: networkCircleNote.id });
    if (made.length === 0) unchanged(undefined);
  });
}

export const listNotes = (db: Reader, circle: Circle) =>
  db
    .select({ id: networkCircleNote.id, text: networkCircleNote.text, at: networkCircleNote.at, name: networkMember.name })
    .from(networkCircleNote)
    .innerJoin(
      networkMember,
      and(eq(networkMember.personId, networkCircleNote.personId), eq(networkMember.dialogueId, circle.dialogueId)),
    )
    .where(eq(networkCircleNote.circleId, circle.id))
    .orderBy(asc(networkCircleNote.at));

/** Somebody ties a commitment of their own to the group, so that who is in it sees it. @throws Refused gone */
export async function tieCommitment(db: Db, at: At, circleId: CircleId, id: CommitmentId): Promise<void> {
  await change(db, deedOf(at, "network.circle-commit", { kind: "circle", id: circleId }), async (tx) => {
    await requireCircle(tx, at, circleId, "in");
    const tied = await tx
      .update(networkCommitment)
      .set({ circleId })
      .where(matches(networkCommitment, { id, dialogueId: at.dialogueId, personId: at.personId }))
      .returning({ id: networkCommitment.id });
    if (tied.length === 0) throw new Refused("gone", 404);
  });
}

/** Commitments of the group, one's own that could be, and entries of the library on its theme or from its area. */
export async function listTied(db: Reader, at: At, circle: Circle) {
  const [tied, own, practices] = await Promise.all([
    db
      .select({ id: networkCommitment.id, what: networkCommitment.what, due: networkCommitment.due, by: networkMember.name })
      .from(networkCommitment)
      .innerJoin(
        networkMember,
        and(eq(networkMember.personId, networkCommitment.personId), eq(networkMember.dialogueId, networkCommitment.dialogueId)),
      )
      .where(eq(networkCommitment.circleId, circle.id))
      .orderBy(asc(networkCommitment.due)),
    db
      .select({ id: networkCommitment.id, what: networkCommitment.what })
      .from(networkCommitment)
      .where(
        and(
          matches(networkCommitment, { dialogueId: at.dialogueId, personId: at.personId, state: "open" }),
          sql`${networkCommitment.circleId} is distinct from ${circle.id}`,
        ),
      ),
    circle.themeId || circle.areaCode
      ? db
          .select({ number: networkPractice.number, title: sql<string>`v.words->>'title'` })
          .from(networkPractice)
          .innerJoin(
            sql`network_practice_version v`,
            sql`v.practice_id = ${networkPractice.id} and v.version = ${networkPractice.published}`,
          )
          .where(
            and(
              eq(networkPractice.dialogueId, at.dialogueId),
              or(
                circle.themeId ? sql`${networkPractice.themeIds} @> array[${circle.themeId}]::uuid[]` : undefined,
                circle.areaCode ? eq(networkPractice.areaCode, circle.areaCode) : undefined,
              ),
            ),
          )
          .orderBy(asc(networkPractice.number))
          .limit(20)
      : [],
  ]);
  return { tied, own, practices };
}

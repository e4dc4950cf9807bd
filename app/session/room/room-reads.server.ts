import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { contributionKinds } from "../../contribution/contribution.ts";
import { type listedForAll, sharedWithAll } from "../../contribution/reading.server.ts";
import type { Writer } from "../../contribution/writer.server.ts";
import { registration } from "../../dialogue/people/tables.ts";
import { field, step as steps } from "../../dialogue/tables.ts";
import { coalesceReads } from "../../platform/cache/coalesce-reads.ts";
import type { Reader } from "../../platform/database/change.server.ts";
import type { DialogueId, PersonId, SessionId } from "../../platform/ids.ts";
import { presentIn } from "../live/presence.server.ts";
import { cardsOf } from "../lobby/cards.server.ts";
import { revealedOutcomes } from "../outcomes/outcomes.server.ts";
import { revealedTogether } from "../results/drawn.server.ts";
import { themesToMark } from "../weigh/marks.server.ts";
import { shortList } from "../weigh/tables.ts";

// What is the same for all who come at once is read once.
export const sheetOf = coalesceReads((db: Reader, id: SessionId) =>
  db.select().from(steps).where(eq(steps.sessionId, id)).orderBy(asc(steps.position)),
);
export const fieldsOf = coalesceReads((db: Reader, id: DialogueId) => db.select().from(field).where(eq(field.dialogueId, id)));
export const prioritiesOf = coalesceReads((db: Reader, id: DialogueId) =>
  db.select({ at: shortList.revealedAt }).from(shortList).where(eq(shortList.dialogueId, id)),
);
export const outcomesOf = coalesceReads((db: Reader, id: DialogueId) => revealedOutcomes(db, id));
export const togetherOf = coalesceReads(revealedTogether);
export const themesOf = coalesceReads(themesToMark);
export const cardsAt = coalesceReads(cardsOf);

export const membersAt = coalesceReads(async (db: Reader, sessionId: SessionId, people: readonly PersonId[]) => {
  if (people.length === 0) return [];
  const rows = await db
    .select({
      personId: registration.personId,
      name: registration.name,
      function: registration.function,
      shownAs: registration.shownAs,
      fieldId: registration.fieldId,
    })
    .from(registration)
    .where(and(eq(registration.sessionId, sessionId), inArray(registration.personId, [...people])));
  return people.flatMap((personId) => rows.find((row) => row.personId === personId) ?? []);
});

/** Fields of who is here, for the lobby. */
export const lobbyOf = coalesceReads(async (db: Reader, sessionId: SessionId) => {
  const present = [...(await presentIn(db, sessionId))];
  if (present.length === 0) return [];
  const rows = await db
    .select({ fieldId: registration.fieldId })
    .from(registration)
    .innerJoin(field, and(eq(field.id, registration.fieldId), isNull(field.removedAt)))
    .where(and(eq(registration.sessionId, sessionId), inArray(registration.personId, present)))
    .orderBy(asc(field.position));
  const counts = new Map<string, number>();
  for (const { fieldId } of rows) if (fieldId) counts.set(fieldId, (counts.get(fieldId) ?? 0) + 1);
  return [...counts].map(([fieldId, people]) => ({ fieldId: fieldId as (typeof rows)[number]["fieldId"], people }));
});

const mostOnWall = 60;

/** What the tables bring, with other words for it; or the newest of what was shared. */
export async function onWall(
  db: Reader,
  { sessionId, personId }: Writer,
  listed: Awaited<ReturnType<typeof listedForAll>>,
  brought: boolean,
) {
  const ids = new Set(listed.filter((one) => one.brought).map(({ id }) => id));
  const shown = brought
    ? listed.filter(({ id, sameAs }) => ids.has(id) || (sameAs !== null && ids.has(sameAs)))
    : listed.slice(-mostOnWall);
  if (shown.length === 0) return [];
  return sharedWithAll(
    db,
    sessionId,
    personId,
    contributionKinds,
    shown.map(({ id }) => id),
  );
}

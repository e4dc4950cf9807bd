import { and, asc, eq, gte, isNotNull, isNull, sql } from "drizzle-orm";
import { contribution } from "../../contribution/tables.ts";
import { mayWrite, type Writer } from "../../contribution/writer.server.ts";
import { nameShown } from "../../dialogue/people/name-shown.ts";
import { measure, registration } from "../../dialogue/people/tables.ts";
import { session, step } from "../../dialogue/tables.ts";
import { change, type Db, deedBy, type Reader } from "../../platform/database/change.server.ts";
import { matches } from "../../platform/database/matches.server.ts";
import { Refused } from "../../platform/http/refused.ts";
import type { DialogueId, FloorId, PersonId, SessionId } from "../../platform/ids.ts";
import { floor } from "../tables.ts";
import { type Ask, extraSeconds, type Floor, hasFloor, inOrder, type Way } from "./floor.ts";

interface At {
  readonly dialogueId: DialogueId;
  readonly sessionId: SessionId;
}
/** null when nothing is in the way; otherwise a code. */
export type FloorAnswer = "floor-moved" | "floor-gone" | "floor-plenary" | null;

/** Asked in the step at hand, since it began: what was asked in an earlier one lapsed with it. */
const ofStep = and(eq(floor.stepId, session.currentStepId), gte(floor.askedAt, session.stepStartedAt), eq(session.state, "live"));
const free = sql`not exists (select from ${measure} where ${measure.sessionId} = ${floor.sessionId}
  and ${measure.personId} = ${floor.personId} and ${measure.kind} in ('muted', 'removed') and ${measure.liftedAt} is null)`;

const rows = (db: Reader) =>
  db
    .select({
      floor,
      name: registration.name,
      function: registration.function,
      shownAs: registration.shownAs,
      fieldId: registration.fieldId,
      spoke: sql<number>`(select count(*)::int from floor before where before.session_id = ${floor.sessionId}
        and before.person_id = ${floor.personId} and before.given_at is not null and before.id <> ${floor.id})`,
      wrote: sql<boolean>`exists (select from ${contribution} where ${contribution.sessionId} = ${floor.sessionId}
        and ${contribution.personId} = ${floor.personId} and ${contribution.state} = 'visible' and ${contribution.shared} <> 'private')`,
    })
    .from(floor)
    .innerJoin(session, eq(session.id, floor.sessionId))
    .innerJoin(registration, and(eq(registration.sessionId, floor.sessionId), eq(registration.personId, floor.personId)));

/** Who has the floor now. Somebody who may not speak any more has it no longer. */
export async function floorOf(db: Reader, sessionId: SessionId): Promise<Floor | null> {
  const [row] = await rows(db).where(
    and(eq(floor.sessionId, sessionId), isNotNull(floor.givenAt), isNull(floor.endedAt), ofStep, free),
  );
  if (!row?.floor.givenAt || !row.floor.endsAt) return null;
  const { id, personId, how, givenAt, endsAt } = row.floor;
  return { id, personId, how, name: nameShown(row), since: givenAt.getTime(), endsAt: endsAt.getTime() };
}

/** Who asked for it, in the order in which they come. With full names: for who leads. */
export async function floorQueue(db: Reader, sessionId: SessionId): Promise<readonly Ask[]> {
  const found = await rows(db)
    .where(and(eq(floor.sessionId, sessionId), isNull(floor.givenAt), isNull(floor.endedAt), ofStep, free))
    .orderBy(asc(floor.askedAt));
  return inOrder(
    found.map(({ floor: { id, personId, how, askedAt }, name, fieldId, spoke, wrote }) => ({
      ...{ id, personId, how, name, fieldId, spoke, wrote },
      askedAt: askedAt.getTime(),
    })),
  );
}

/** Whether this person asked, and how. */
export async function askOf(db: Reader, sessionId: SessionId, personId: PersonId): Promise<Way | null> {
  const [row] = await db
    .select({ how: floor.how })
    .from(floor)
    .innerJoin(session, eq(session.id, floor.sessionId))
    .where(and(matches(floor, { sessionId, personId }), isNull(floor.givenAt), isNull(floor.endedAt), ofStep));
  return row?.how ?? null;
}

/** Somebody asks for the floor, or says how they would speak after all; asked twice it is asked once, and keeps its moment. */
export async function askFloor(db: Db, writer: Writer, how: Way): Promise<void> {
  await change(db, byPerson(writer, "ask"), async (tx, { unchanged }) => {
    const { currentStepId } = await mayWrite(tx, writer);
    const now = currentStepId && (await stepNow(tx, writer.sessionId));
    if (!now || !hasFloor(now)) throw new Refused("floor-plenary");
    const mine = and(matches(floor, { stepId: now.id, personId: writer.personId }), isNull(floor.endedAt));
    const [open] = await tx.select().from(floor).where(mine);
    if (open && now.startedAt && open.askedAt >= now.startedAt) {
      if (open.givenAt || open.how === how) return unchanged(undefined);
      await tx.update(floor).set({ how }).where(eq(floor.id, open.id));
      return;
    }
    // left from before the session came back to this step
    await tx.update(floor).set({ endedAt: sql`clock_timestamp()` }).where(mine);
    await tx.insert(floor).values({ sessionId: writer.sessionId, stepId: now.id, personId: writer.personId, how });
  });
}

/** Takes back what was asked, or hands back the floor: whichever it is at that moment. Also for who may not write any more. */
export async function leaveFloor(db: Db, writer: Writer): Promise<void> {
  await change(db, byPerson(writer, "withdraw"), async (tx, { unchanged }) => {
    const left = await tx
      .update(floor)
      .set({ endedAt: sql`clock_timestamp()` })
      .where(and(matches(floor, { sessionId: writer.sessionId, personId: writer.personId }), isNull(floor.endedAt)))
      .returning({ id: floor.id });
    return left.length === 0 ? unchanged(undefined) : undefined;
  });
}

/**
 * Gives the floor, from whoever has it. `seen` is who had it on the screen of who gives: of two who lead the second finds that the
 * first was before them, and a double tap gives once.
 */
export async function giveFloor(
  db: Db,
  at: At,
  who: PersonId,
  wish: { readonly ask: FloorId; readonly seen: FloorId | null; readonly seconds: number },
): Promise<FloorAnswer> {
  const asker = await personOf(db, at, wish.ask);
  if (!asker) return "floor-gone";
  return change(db, byLeader(at, who, "give", asker), async (tx, { unchanged }) => {
    const now = await stepNow(tx, at.sessionId);
    if (!now || !hasFloor(now)) return unchanged("floor-plenary");
    const has = await floorOf(tx, at.sessionId);
    if (has?.id === wish.ask) return unchanged(null);
    if ((has?.id ?? null) !== wish.seen) return unchanged("floor-moved");
    if (!(await floorQueue(tx, at.sessionId)).some(({ id }) => id === wish.ask)) return unchanged("floor-gone");
    await tx
      .update(floor)
      .set({ endedAt: sql`clock_timestamp()` })
      .where(and(eq(floor.sessionId, at.sessionId), isNotNull(floor.givenAt), isNull(floor.endedAt)));
    await tx
      .update(floor)
      .set({
        givenAt: sql`clock_timestamp()`,
        givenBy: who,
        endsAt: sql`clock_timestamp() + make_interval(secs => ${wish.seconds})`,
      })
      .where(eq(floor.id, wish.ask));
    return null;
  });
}

/** Ends the turn of who has the floor; ended already is a friendly yes. */
export async function endFloor(db: Db, at: At, who: PersonId, seen: FloorId): Promise<FloorAnswer> {
  const speaker = await personOf(db, at, seen);
  if (!speaker) return null;
  return change(db, byLeader(at, who, "end", speaker), async (tx, { unchanged }) => {
    const ended = await tx
      .update(floor)
      .set({ endedAt: sql`clock_timestamp()` })
      .where(and(matches(floor, { id: seen, sessionId: at.sessionId }), isNotNull(floor.givenAt), isNull(floor.endedAt)))
      .returning({ id: floor.id });
    return ended.length === 0 ? unchanged(null) : null;
  });
}

/** Gives a minute more, from now when the time was over. `endsAt` is what was seen: pressed twice it is a minute. */
export async function extendFloor(db: Db, at: At, who: PersonId, seen: FloorId, endsAt: number): Promise<FloorAnswer> {
  const speaker = await personOf(db, at, seen);
  if (!speaker) return "floor-moved";
  return change(db, byLeader(at, who, "extend", speaker), async (tx, { unchanged }) => {
    const has = await floorOf(tx, at.sessionId);
    if (has?.id !== seen) return unchanged("floor-moved");
    if (has.endsAt !== endsAt) return unchanged(null);
    await tx
      .update(floor)
      .set({ endsAt: sql`greatest(${floor.endsAt}, clock_timestamp()) + make_interval(secs => ${extraSeconds})` })
      .where(eq(floor.id, seen));
    return null;
  });
}

async function personOf(db: Reader, at: At, id: FloorId): Promise<PersonId | null> {
  const [row] = await db
    .select({ personId: floor.personId })
    .from(floor)
    .where(matches(floor, { id, sessionId: at.sessionId }));
  return row?.personId ?? null;
}

async function stepNow(db: Reader, sessionId: SessionId) {
  const [row] = await db
    .select({ id: step.id, setting: step.setting, kind: step.kind, startedAt: session.stepStartedAt })
    .from(session)
    .innerJoin(step, eq(step.id, session.currentStepId))
    .where(matches(session, { id: sessionId, state: "live" }));
  return row ?? null;
}

const byPerson = ({ dialogueId, sessionId, personId }: Writer, verb: string) =>
  deedBy(personId, dialogueId, `floor.${verb}`, "session", sessionId as string);
const byLeader = (at: At, who: PersonId, verb: string, about: PersonId) => ({
  scope: at.dialogueId,
  actor: { person: who },
  what: `floor.${verb}`,
  // the page of who it is about looks again
  subject: { kind: "person", id: about as string },
});

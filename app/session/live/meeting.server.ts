import { and, eq, inArray, sql } from "drizzle-orm";
import { nameShown } from "../../dialogue/people/name-shown.ts";
import { registration } from "../../dialogue/people/tables.ts";
import { person, session, step } from "../../dialogue/tables.ts";
import type { Reader } from "../../platform/database/change.server.ts";
import { matches } from "../../platform/database/matches.server.ts";
import type { PersonId, SessionId } from "../../platform/ids.ts";
import { accessNeed } from "../../prepare/registration/tables.ts";
import { seatWish } from "../group/tables.ts";
import type { Interpreter, Meeting } from "../video/client/place.ts";
import { readStand } from "./snapshot.server.ts";

/** Who meets whom in a session as it stands now. @returns null when it is gone */
export async function readMeeting(db: Reader, sessionId: SessionId): Promise<Meeting | null> {
  const [stand, [now], interpreters] = await Promise.all([
    readStand(db, sessionId, async () => new Set()),
    db
      .select({ id: step.id, setting: step.setting, kind: step.kind })
      .from(session)
      .innerJoin(step, eq(step.id, session.currentStepId))
      .where(eq(session.id, sessionId)),
    interpretersOf(db, sessionId),
  ]);
  if (!stand) return null;
  const { floor, state, stepId } = stand.session;
  // Read apart: of a step that changed in between, nobody meets for a moment.
  const same = now !== undefined && now.id === stepId;
  const { groups, muted, removed } = stand;
  return { sessionId, state, step: same ? now : null, groups, floor, muted, removed, interpreters };
}

/**
 * Who asked for a sign language interpreter, and is kept together with somebody who did not: that is the interpreter. Of the needs no more
 * is read than that.
 */
export async function interpretersOf(db: Reader, sessionId: SessionId): Promise<readonly Interpreter[]> {
  const wishes = await db
    .select({ a: seatWish.aId, b: seatWish.bId })
    .from(seatWish)
    .where(matches(seatWish, { sessionId, kind: "together" }));
  if (wishes.length === 0) return [];
  const asked = await db
    .select({ id: registration.personId })
    .from(accessNeed)
    .innerJoin(registration, eq(registration.id, accessNeed.registrationId))
    .where(and(eq(registration.sessionId, sessionId), sql`'sign-language' = any(${accessNeed.kinds})`));
  const signs = new Set(asked.map(({ id }) => id));
  const works = new Map<PersonId, PersonId[]>();
  for (const { a, b } of wishes) {
    if (signs.has(a) === signs.has(b)) continue;
    const [who, whom] = signs.has(a) ? [b, a] : [a, b];
    works.set(who, [...(works.get(who) ?? []), whom]);
  }
  return [...works]
    .map(([personId, whom]) => ({ personId, works: whom.sort() }))
    .sort((a, b) => (a.personId < b.personId ? -1 : 1));
}

/** As they chose to be shown; who is of the team by their own name. */
export async function namesOf(
  db: Reader,
  sessionId: SessionId,
  ids: readonly string[],
): Promise<Readonly<Record<string, string>>> {
  if (ids.length === 0) return {};
  const people = [...ids] as PersonId[];
  const [rows, team] = await Promise.all([
    db
      .select({
        id: registration.personId,
        name: registration.name,
        function: registration.function,
        shownAs: registration.shownAs,
      })
      .from(registration)
      .where(and(eq(registration.sessionId, sessionId), inArray(registration.personId, people))),
    db.select({ id: person.id, name: person.name }).from(person).where(inArray(person.id, people)),
  ]);
  return {
    ...Object.fromEntries(team.map(({ id, name }) => [id, name])),
    ...Object.fromEntries(rows.map((one) => [one.id, nameShown(one)])),
  };
}

import { and, eq, inArray } from "drizzle-orm";
import { person, registration, session, step } from "../db/schema.ts";
import type { PersonId, SessionId } from "../ids.ts";
import type { Meeting } from "../media/place.ts";
import { nameShown } from "../people/name-shown.ts";
import type { Reader } from "../platform/change.server.ts";
import { readStand } from "./snapshot.server.ts";

/** Who meets whom in a session as it stands now. @returns null when it is gone */
export async function readMeeting(db: Reader, sessionId: SessionId): Promise<Meeting | null> {
  const [stand, [now]] = await Promise.all([
    readStand(db, sessionId, async () => new Set()),
    db
      .select({ id: step.id, setting: step.setting, kind: step.kind })
      .from(session)
      .innerJoin(step, eq(step.id, session.currentStepId))
      .where(eq(session.id, sessionId)),
  ]);
  if (!stand) return null;
  const { floor, state, stepId } = stand.session;
  // Read apart: of a step that changed in between, nobody meets for a moment.
  const same = now !== undefined && now.id === stepId;
  return { sessionId, state, step: same ? now : null, groups: stand.groups, floor, muted: stand.muted, removed: stand.removed };
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

import { and, asc, count, eq, isNotNull, ne, or } from "drizzle-orm";
import { contribution } from "../../../contribution/tables.ts";
import { step } from "../../../dialogue/tables.ts";
import type { Reader } from "../../../platform/database/change.server.ts";
import { matches } from "../../../platform/database/matches.server.ts";
import type { PersonId, SessionId } from "../../../platform/ids.ts";
import { ballot } from "../../../session/insights/tables.ts";
import { attendance, stepAttendance } from "../../../session/tables.ts";

/** Who came, who put a word on a table, and who chose in the practice check of a session. */
export async function tracesOf(db: Reader, sessionId: SessionId) {
  const ids = async (rows: Promise<{ readonly personId: PersonId | null }[]>) =>
    new Set((await rows).flatMap(({ personId }) => personId ?? []));
  const [came, wrote, chose] = await Promise.all([
    ids(db.select({ personId: attendance.personId }).from(attendance).where(eq(attendance.sessionId, sessionId))),
    ids(
      db
        .selectDistinct({ personId: contribution.personId })
        .from(contribution)
        .where(
          and(
            matches(contribution, { sessionId, state: "visible" }),
            or(ne(contribution.shared, "private"), isNotNull(contribution.broughtAt)),
          ),
        ),
    ),
    ids(db.selectDistinct({ personId: ballot.personId }).from(ballot).where(eq(ballot.sessionId, sessionId))),
  ]);
  return { came, wrote, chose };
}

/** How many were there in each part, in the order of the morning. */
export async function thereByStep(db: Reader, sessionId: SessionId) {
  return db
    .select({ id: step.id, title: step.title, people: count(stepAttendance.personId) })
    .from(step)
    .leftJoin(stepAttendance, eq(stepAttendance.stepId, step.id))
    .where(eq(step.sessionId, sessionId))
    .groupBy(step.id)
    .orderBy(asc(step.position));
}

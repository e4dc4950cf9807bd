import { and, asc, eq, isNull } from "drizzle-orm";
import { contribution } from "../../contribution/tables.ts";
import { nameShown } from "../../dialogue/people/name-shown.ts";
import { registration } from "../../dialogue/people/tables.ts";
import type { Reader } from "../../platform/database/change.server.ts";
import { matches } from "../../platform/database/matches.server.ts";
import type { ContributionId, GroupId, PersonId, SessionId, StepId } from "../../platform/ids.ts";
import type { TalkLine } from "./line.ts";

const lines = (db: Reader) =>
  db
    .select({
      id: contribution.id,
      number: contribution.number,
      text: contribution.text,
      createdAt: contribution.createdAt,
      stepId: contribution.stepId,
      personId: contribution.personId,
      name: registration.name,
      function: registration.function,
      shownAs: registration.shownAs,
    })
    .from(contribution)
    .leftJoin(
      registration,
      and(eq(registration.sessionId, contribution.sessionId), eq(registration.personId, contribution.personId)),
    );
type Row = Awaited<ReturnType<typeof lines>>[number];
const by = (row: Row) => nameShown({ name: row.name ?? "", function: row.function ?? "", shownAs: row.shownAs ?? "none" });

/** What was said in text in a step: at one table, or in the plenary. In the order in which it was said. */
export async function readTalk(
  db: Reader,
  at: { readonly sessionId: SessionId; readonly stepId: StepId; readonly groupId: GroupId | null },
  me: PersonId,
): Promise<readonly TalkLine[]> {
  const rows = await lines(db)
    .where(
      and(
        matches(contribution, { sessionId: at.sessionId, stepId: at.stepId }),
        at.groupId ? eq(contribution.groupId, at.groupId) : isNull(contribution.groupId),
        matches(contribution, { kind: "talk", state: "visible" }),
      ),
    )
    .orderBy(asc(contribution.number));
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    own: row.personId === me,
    by: by(row),
    text: row.text,
    at: row.createdAt.getTime(),
  }));
}

/** One line, for who tells it to all. @returns null when it may not be told (any more) */
export async function readLine(db: Reader, id: ContributionId) {
  const [row] = await lines(db).where(matches(contribution, { id, state: "visible" }));
  return row?.personId ? { id: row.id, personId: row.personId, stepId: row.stepId, by: by(row), text: row.text } : null;
}

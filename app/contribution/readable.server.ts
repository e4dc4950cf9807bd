import type { Reader } from "../platform/database/change.server.ts";
import { deedBy } from "../platform/database/change.server.ts";
import { matches } from "../platform/database/matches.server.ts";
import { Refused } from "../platform/http/refused.ts";
import type { ContributionId } from "../platform/ids.ts";
import { groupsOf } from "./table.server.ts";
import { contribution } from "./tables.ts";
import type { Writer } from "./writer.server.ts";

/** What somebody may read: what is everybody's, and what lay on a table where they sat. Anything else is not there. */
export async function readable(db: Reader, writer: Writer, id: ContributionId) {
  const [row] = await db
    .select()
    .from(contribution)
    .where(matches(contribution, { id, sessionId: writer.sessionId, state: "visible" }));
  const tables = row?.shared === "group" ? await groupsOf(db, writer.sessionId, writer.personId) : [];
  const forAll = row && (row.shared === "all" || row.broughtAt !== null);
  const seen = row && (forAll || row.personId === writer.personId || (row.groupId && tables.includes(row.groupId)));
  if (!row || !seen) throw new Refused("not-yours", 404);
  return row;
}

/** @throws Refused not-yours */
export async function mine(db: Reader, writer: Writer, id: ContributionId) {
  const [row] = await db
    .select()
    .from(contribution)
    .where(matches(contribution, { id, sessionId: writer.sessionId, personId: writer.personId }));
  if (!row) throw new Refused("not-yours", 404);
  return row;
}

export function deedOf(writer: Writer, what: string, id: ContributionId) {
  return deedBy(writer.personId, writer.dialogueId, what, "contribution", id);
}

import { and, asc, isNotNull } from "drizzle-orm";
import { contribution } from "../contribution/tables.ts";
import type { Reader } from "../platform/database/change.server.ts";
import { matches } from "../platform/database/matches.server.ts";
import type { ContributionId, DialogueId } from "../platform/ids.ts";

/** Of each need that its table put together with others: which others, as far as they are to be read. */
export async function listTogether(
  db: Reader,
  dialogueId: DialogueId,
): Promise<ReadonlyMap<ContributionId, readonly ContributionId[]>> {
  const rows = await db
    .select({ id: contribution.id, together: contribution.togetherId })
    .from(contribution)
    .where(and(matches(contribution, { dialogueId, state: "visible" }), isNotNull(contribution.togetherId)))
    .orderBy(asc(contribution.number));
  const groups = Map.groupBy(rows, ({ together }) => together);
  return new Map(
    rows.map(({ id, together }) => [id, (groups.get(together) ?? []).flatMap((one) => (one.id === id ? [] : one.id))]),
  );
}

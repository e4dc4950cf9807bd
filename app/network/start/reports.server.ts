import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { change, type Db, type Reader } from "../../platform/database/change.server.ts";
import { matches } from "../../platform/database/matches.server.ts";
import type { DialogueId, MessageId, PersonId } from "../../platform/ids.ts";
import { deedOf } from "../people/members.server.ts";
import { networkMember, networkMessage } from "../tables.ts";

/** What was reported and still waits for the team. */
export async function listReports(db: Reader, dialogueId: DialogueId) {
  return db
    .select({
      id: networkMessage.id,
      text: networkMessage.text,
      reason: networkMessage.reportReason,
      at: networkMessage.reportedAt,
      writer: networkMember.name,
      member: networkMember.id,
      shown: networkMember.shown,
    })
    .from(networkMessage)
    .leftJoin(
      networkMember,
      and(eq(networkMember.personId, networkMessage.fromId), eq(networkMember.dialogueId, networkMessage.dialogueId)),
    )
    .where(
      and(
        eq(networkMessage.dialogueId, dialogueId),
        sql`${networkMessage.reportedAt} is not null`,
        isNull(networkMessage.settledAt),
      ),
    )
    .orderBy(asc(networkMessage.reportedAt));
}

/** The team looked at a report. */
export async function settleReport(db: Db, dialogueId: DialogueId, who: PersonId, id: MessageId): Promise<void> {
  const deed = deedOf({ dialogueId, personId: who }, "network.settle", { kind: "message", id });
  await change(db, deed, async (tx, { unchanged, now }) => {
    const settled = await tx
      .update(networkMessage)
      .set({ settledAt: now })
      .where(
        and(
          matches(networkMessage, { id, dialogueId }),
          sql`${networkMessage.reportedAt} is not null`,
          isNull(networkMessage.settledAt),
        ),
      )
      .returning({ id: networkMessage.id });
    if (settled.length === 0) return unchanged(undefined);
  });
}

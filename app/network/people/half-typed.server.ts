import { and, desc, eq } from "drizzle-orm";
import type { Reader } from "../../platform/database/change.server.ts";
import { networkAsk, networkMessage } from "../tables.ts";
import type { HalfTyped } from "./half-typed.ts";
import type { At } from "./members.server.ts";

const sent = {
  ask: { from: networkAsk, by: networkAsk.personId, at: networkAsk.createdAt },
  message: { from: networkMessage, by: networkMessage.fromId, at: networkMessage.at },
} as const;
const most = 100;

/** What of this kind came in of somebody lately, so that their browser lets go of what it kept. */
export async function halfTypedBy(db: Reader, { dialogueId, personId }: At, kind: keyof typeof sent): Promise<HalfTyped> {
  const { from, by, at } = sent[kind];
  const rows = await db
    .select({ id: from.id })
    .from(from)
    .where(and(eq(from.dialogueId, dialogueId), eq(by, personId)))
    .orderBy(desc(at))
    .limit(most);
  return { of: personId, kept: rows.map(({ id }) => id) };
}

import { eq, max, sql } from "drizzle-orm";
import { guardWords } from "../../contribution/flags.server.ts";
import { mayWrite, type Writer } from "../../contribution/writer.server.ts";
import { change, type Db, deedBy } from "../../platform/database/change.server.ts";
import { matches } from "../../platform/database/matches.server.ts";
import { Refused } from "../../platform/http/refused.ts";
import type { InsightId } from "../../platform/ids.ts";
import { proposalsEach } from "./own-insight.ts";
import { insight } from "./tables.ts";

/**
 * A participant's own insight. It waits for the facilitator; sent twice it is one.
 * @throws Refused too-many, and what writing asks
 */
export async function proposeInsight(
  db: Db,
  writer: Writer,
  wish: { readonly id: string; readonly text: string },
): Promise<void> {
  const id = wish.id as InsightId;
  const { dialogueId, sessionId, personId } = writer;
  const [before] = await db.select({ text: insight.text }).from(insight).where(eq(insight.id, id));
  if (before?.text === wish.text) return;
  // Other words under an id that is taken: a page that came back with the back button. They are an insight of their own.
  const free = before ? (crypto.randomUUID() as InsightId) : id;
  const deed = deedBy(personId, dialogueId, "insight.propose", "insight", free);
  await change(db, deed, async (tx) => {
    await mayWrite(tx, writer, "check");
    const [own] = await tx
      .select({ waiting: sql<number>`count(*)::int` })
      .from(insight)
      .where(matches(insight, { dialogueId, sessionId, authorId: personId }));
    if ((own?.waiting ?? 0) >= proposalsEach) throw new Refused("too-many");
    const [last] = await tx
      .select({ number: max(insight.number), position: max(insight.position) })
      .from(insight)
      .where(eq(insight.dialogueId, dialogueId));
    await tx
      .insert(insight)
      .values({
        id: free,
        dialogueId,
        sessionId,
        authorId: personId,
        text: wish.text,
        state: "proposed",
        number: (last?.number ?? 0) + 1,
        position: (last?.position ?? -1) + 1,
      })
      .onConflictDoNothing();
    await guardWords(tx, writer, { kind: "insight", id: free }, [wish.text]);
  });
}

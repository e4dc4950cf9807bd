import { and, asc, eq, or } from "drizzle-orm";
import { ballot, insight } from "../db/schema.ts";
import type { DialogueId, PersonId } from "../ids.ts";
import type { Reader } from "../platform/change.server.ts";
import type { Proposal, Tested } from "./tested.ts";

export async function practiceCheck(
  db: Reader,
  dialogueId: DialogueId,
  me: PersonId,
): Promise<{ insights: Tested[]; proposals: Proposal[] }> {
  const rows = await db
    .select({ insight, choice: ballot.choice, fit: ballot.fit })
    .from(insight)
    .leftJoin(ballot, and(eq(ballot.insightId, insight.id), eq(ballot.personId, me)))
    .where(and(eq(insight.dialogueId, dialogueId), or(eq(insight.state, "open"), eq(insight.authorId, me))))
    .orderBy(asc(insight.position), asc(insight.number));
  return {
    insights: rows
      .filter((row) => row.insight.state === "open")
      .map(({ insight: one, choice, fit }) => ({
        id: one.id,
        number: one.number,
        text: one.text,
        source: one.source,
        choice,
        fit,
        revealed: one.revealedAt !== null,
        proposed: one.authorId !== null,
        own: one.authorId === me,
      })),
    proposals: rows
      .filter((row) => row.insight.authorId === me)
      .map(({ insight: { id, text, state, reason } }) => ({ id, text, state, reason })),
  };
}

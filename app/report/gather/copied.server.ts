import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { contribution } from "../../contribution/tables.ts";
import type { Reader } from "../../platform/database/change.server.ts";
import type { DialogueId } from "../../platform/ids.ts";

/** From this length on, the same words are no accident. */
const tellingLength = 30;

/** Numbers of contributions whose words stand in a text as a copy: such words would stay when their writer withdraws them. */
export async function copiedIn(db: Reader, dialogueId: DialogueId, text: string): Promise<number[]> {
  if (text.length < tellingLength) return [];
  const rows = await db
    .select({ number: contribution.number })
    .from(contribution)
    .where(
      and(
        eq(contribution.dialogueId, dialogueId),
        inArray(contribution.state, ["visible", "withdrawn", "hidden"]),
        sql`length(${contribution.text}) >= ${tellingLength}`,
        sql`position(lower(rtrim(${contribution.text}, '. ')) in lower(${text})) > 0`,
      ),
    )
    .orderBy(asc(contribution.number))
    .limit(5);
  return rows.map(({ number }) => number);
}

/** Numbers that a text names as contributions (`#12`) while this dialogue never had them, in the order of the text. */
export async function missingIn(db: Reader, dialogueId: DialogueId, text: string): Promise<number[]> {
  const named = [...new Set([...text.matchAll(/(?<![\p{L}\p{N}/])#(\d{1,7})(?!\d)/gu)].map(([, number]) => Number(number)))];
  if (named.length === 0) return [];
  const rows = await db
    .select({ number: contribution.number })
    .from(contribution)
    .where(and(eq(contribution.dialogueId, dialogueId), inArray(contribution.number, named)));
  const there = new Set(rows.map(({ number }) => number));
  return named.filter((number) => !there.has(number)).slice(0, 5);
}

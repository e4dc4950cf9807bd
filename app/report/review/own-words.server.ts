import { eq, sql } from "drizzle-orm";
import { textLimits } from "../../contribution/contribution.ts";
import { guardWords, settleFlags } from "../../contribution/flags.server.ts";
import { contribution } from "../../contribution/tables.ts";
import { field } from "../../dialogue/tables.ts";
import { change, type Db, deedBy, type Reader } from "../../platform/database/change.server.ts";
import { matches } from "../../platform/database/matches.server.ts";
import { Refused } from "../../platform/http/refused.ts";
import type { ContributionId, DialogueId, PersonId } from "../../platform/ids.ts";
import { cleanText, textLength } from "../../platform/text.ts";
import { report } from "../tables.ts";

/** One's own contribution as the report may quote it; null when it is not theirs, or gone. */
export async function findOwn(db: Reader, dialogueId: DialogueId, me: PersonId, number: number) {
  const [row] = await db
    .select({
      id: contribution.id,
      number: contribution.number,
      kind: contribution.kind,
      text: contribution.text,
      state: contribution.state,
      shared: contribution.shared,
      sessionId: contribution.sessionId,
      withoutField: contribution.withoutField,
      field: field.name,
      updatedAt: contribution.updatedAt,
      /** In a version that came out: what one reads there does not change any more, but may go. */
      published: sql<boolean>`exists (select from ${report} where ${report.dialogueId} = ${contribution.dialogueId}
        and position(${contribution.id}::text in ${report.content}::text) > 0)`,
    })
    .from(contribution)
    .leftJoin(field, eq(field.id, contribution.fieldId))
    .where(matches(contribution, { dialogueId, personId: me, number }));
  if (!row || row.shared === "private" || row.state === "erased" || row.kind === "talk" || row.kind === "name") return null;
  return row;
}
type Own = NonNullable<Awaited<ReturnType<typeof findOwn>>>;

/**
 * Puts other words in the place of one's own, as long as no version holds them.
 * @param was the words that stood in the form: with others there meanwhile, from another tab, nothing is written
 * @throws Refused not-yours, published, gone, changed, missing, long
 */
export async function correctOwn(
  db: Db,
  dialogueId: DialogueId,
  me: PersonId,
  number: number,
  { typed, was }: { readonly typed: string; readonly was: string },
): Promise<void> {
  const text = cleanText(typed);
  const seen = await requireOwn(db, dialogueId, me, number);
  if (text === "") throw new Refused("missing", 422);
  if (textLength(text) > textLimits[seen.kind]) throw new Refused("long", 422);
  await change(db, deedOf(dialogueId, me, "contribution.edit", seen.id), async (tx, { unchanged }) => {
    const own = await requireOwn(tx, dialogueId, me, number);
    if (own.state !== "visible") throw new Refused("gone");
    if (own.text === text) return unchanged(undefined);
    if (own.published) throw new Refused("published");
    if (own.text !== cleanText(was)) throw new Refused("changed");
    await tx.update(contribution).set({ text, updatedAt: sql`now()` }).where(eq(contribution.id, own.id));
    if (own.sessionId)
      await guardWords(tx, { dialogueId, sessionId: own.sessionId }, { kind: "contribution", id: own.id }, [text]);
  });
}

/** Takes it back, from the draft and from every version. Withdrawn twice is withdrawn. */
export async function withdrawOwn(db: Db, dialogueId: DialogueId, me: PersonId, number: number): Promise<void> {
  const { id } = await requireOwn(db, dialogueId, me, number);
  await change(db, deedOf(dialogueId, me, "contribution.withdraw", id), async (tx, { unchanged }) => {
    const own = await requireOwn(tx, dialogueId, me, number);
    if (own.state === "withdrawn") return unchanged(undefined);
    await tx.update(contribution).set({ state: "withdrawn", updatedAt: sql`now()` }).where(eq(contribution.id, id));
    if (own.sessionId) await settleFlags(tx, { dialogueId, sessionId: own.sessionId }, null, id, "changed", "");
  });
}

/** Lets no field stand beside it any more, in any version; or lets it stand again, as long as no version holds it. */
export async function hideField(db: Db, dialogueId: DialogueId, me: PersonId, number: number, hidden: boolean): Promise<void> {
  const { id } = await requireOwn(db, dialogueId, me, number);
  await change(db, deedOf(dialogueId, me, "contribution.edit", id), async (tx, { unchanged }) => {
    const own = await requireOwn(tx, dialogueId, me, number);
    if (own.withoutField === hidden) return unchanged(undefined);
    if (!hidden && own.published) throw new Refused("published");
    await tx.update(contribution).set({ withoutField: hidden }).where(eq(contribution.id, id));
  });
}

async function requireOwn(db: Reader, dialogueId: DialogueId, me: PersonId, number: number): Promise<Own> {
  const own = await findOwn(db, dialogueId, me, number);
  if (!own) throw new Refused("not-yours", 404);
  return own;
}

const deedOf = (dialogueId: DialogueId, who: PersonId, what: string, id: ContributionId) =>
  deedBy(who, dialogueId, what, "contribution", id);

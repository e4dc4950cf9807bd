import { createHash } from "node:crypto";
import { and, asc, eq, inArray, isNotNull, max, sql } from "drizzle-orm";
import { field, step } from "../dialogue/tables.ts";
import { change, type Db, deedBy, type Reader, type Tx } from "../platform/database/change.server.ts";
import { matches } from "../platform/database/matches.server.ts";
import { Refused } from "../platform/http/refused.ts";
import type { ContributionId, FieldId, InsightId } from "../platform/ids.ts";
import { textLength } from "../platform/text.ts";
import { needOfOthers } from "./backing.server.ts";
import { type Circle, isWider, textLimits } from "./contribution.ts";
import type { ContributionWish, ContributionWords } from "./contribution-form.ts";
import { guardWords, settleFlags } from "./flags.server.ts";
import { placeInStep, placeOutside, requireInsight } from "./place.server.ts";
import { deedOf, mine } from "./readable.server.ts";
import { linkSame } from "./same.server.ts";
import { groupOf } from "./table.server.ts";
import { contribution } from "./tables.ts";
import { mayWrite, partOf, standingOf, type Writer } from "./writer.server.ts";

export interface Kept {
  readonly id: ContributionId;
  readonly number: number;
  /** The number of the need to which it was found the same. */
  readonly same: number | null;
}

/**
 * Keeps a contribution with its provenance. Sent twice it is kept once: the writer's browser chose the id.
 * Words that come late stay with the step they were written for.
 * @throws Refused removed, ended, not-live, muted, not-in-this-step, step-ahead, unknown
 */
export async function addContribution(db: Db, writer: Writer, wish: ContributionWish): Promise<Kept> {
  const id = await freeIdFor(db, writer, wish);
  const before = (await find(db, id)) ?? (await saidTheSame(db, writer, wish));
  if (before) return before;
  const deed = deedBy(
    writer.personId,
    writer.dialogueId,
    wish.kind === "talk" ? "talk.add" : "contribution.add",
    "contribution",
    id,
  );
  return change(db, deed, async (tx) => {
    const standing = await mayWrite(tx, writer, partOf(wish.kind, "own"));
    const place = wish.moment ? placeOutside(wish.moment, wish.kind, standing) : await placeInStep(tx, writer, wish, standing);
    if (wish.insight) await requireInsight(tx, writer, wish.insight as InsightId);
    const [last] = await tx
      .select({ number: max(contribution.number) })
      .from(contribution)
      .where(eq(contribution.dialogueId, writer.dialogueId));
    const number = (last?.number ?? 0) + 1;
    const kept = await tx
      .insert(contribution)
      .values({
        ...(await wordsOf(tx, writer, wish, wish.kind)),
        ...place,
        id,
        number,
        kind: wish.kind,
        dialogueId: writer.dialogueId,
        sessionId: writer.sessionId,
        personId: writer.personId,
        fieldId: standing.fieldId,
        partyId: standing.partyId,
        insightId: (wish.insight as InsightId | undefined) ?? null,
      })
      .onConflictDoNothing({ target: contribution.id })
      .returning({ id: contribution.id });
    if (kept.length > 0) await settleNew(tx, writer, id, wish);
    const again = await find(tx, id);
    if (!again) throw new Error("contribution not kept");
    return again;
  });
}

/** The same words found the same as another's need before: from a second tab they are one. */
async function saidTheSame(db: Reader, writer: Writer, wish: ContributionWish): Promise<Kept | null> {
  if (!wish.same) return null;
  const [row] = await db
    .select({ id: contribution.id })
    .from(contribution)
    .where(
      and(
        matches(contribution, { personId: writer.personId, sessionId: writer.sessionId, text: wish.text, state: "visible" }),
        isNotNull(contribution.sameAs),
      ),
    )
    .limit(1);
  return row ? find(db, row.id) : null;
}

async function settleNew(tx: Tx, writer: Writer, id: ContributionId, wish: ContributionWish): Promise<void> {
  await guardWords(tx, writer, { kind: "contribution", id }, textsOf(wish));
  // What it was the same as may be gone since it was seen: the words themselves are kept all the same.
  if (wish.same && wish.kind === "need") await linkSame(tx, writer, id, await needOfOthers(tx, writer, wish.same).catch(refusal));
}

/** @throws Refused as above, and not-yours, gone, too-long */
export async function editContribution(db: Db, writer: Writer, id: ContributionId, words: ContributionWords): Promise<void> {
  await mine(db, writer, id);
  await change(db, deedOf(writer, "contribution.edit", id), async (tx) => {
    const own = await mine(tx, writer, id);
    await mayWrite(tx, writer, partOf(own.kind, "own"));
    if (own.state !== "visible") throw new Refused("gone");
    // others may have chosen it, or answered it: who regrets it withdraws it
    if (own.kind === "name" || own.kind === "talk") throw new Refused("no-edit");
    if (textLength(words.text) > textLimits[own.kind]) throw new Refused("too-long", 422);
    await tx
      .update(contribution)
      .set({ ...(await wordsOf(tx, writer, words, own.kind, own.touches)), updatedAt: sql`now()` })
      .where(eq(contribution.id, id));
    await guardWords(tx, writer, { kind: "contribution", id }, textsOf(words));
  });
}

/** Also after the end: who said it may take it back. Withdrawn twice is withdrawn. */
export async function withdrawContribution(db: Db, writer: Writer, id: ContributionId): Promise<void> {
  if ((await mine(db, writer, id)).state === "withdrawn") return;
  await change(db, deedOf(writer, "contribution.withdraw", id), async (tx) => {
    const { state, checks, outside } = await standingOf(tx, writer);
    if (state !== "live" && state !== "ended" && !checks && !outside) throw new Refused("not-live");
    await mine(tx, writer, id);
    await tx.update(contribution).set({ state: "withdrawn", updatedAt: sql`now()` }).where(eq(contribution.id, id));
    await settleFlags(tx, writer, null, id, "changed", "");
  });
}

/** Shows it to more people: the group, or all. It never goes back to fewer; for that one withdraws it. */
export async function shareContribution(
  db: Db,
  writer: Writer,
  id: ContributionId,
  to: Exclude<Circle, "private">,
): Promise<void> {
  if (!isWider(to, (await mine(db, writer, id)).shared)) return;
  await change(db, deedOf(writer, "contribution.share", id), async (tx) => {
    const { currentStepId } = await mayWrite(tx, writer, "shared");
    const own = await mine(tx, writer, id);
    if (own.state !== "visible") throw new Refused("gone");
    // what was said at a table stays at that table
    if (own.kind === "talk") throw new Refused("unknown", 422);
    if (!isWider(to, own.shared)) return;
    let groupId = own.groupId;
    if (to === "group" && currentStepId) {
      const [now] = await tx.select().from(step).where(eq(step.id, currentStepId));
      groupId = now ? ((await groupOf(tx, { sessionId: writer.sessionId, step: now }, writer.personId))?.id ?? groupId) : groupId;
    }
    if (to === "group" && !groupId) throw new Refused("no-group");
    await tx.update(contribution).set({ shared: to, groupId, updatedAt: sql`now()` }).where(eq(contribution.id, id));
  });
}

function refusal(error: unknown): null {
  if (error instanceof Refused) return null;
  throw error;
}

async function find(db: Reader, id: ContributionId): Promise<Kept | null> {
  const [row] = await db
    .select({
      id: contribution.id,
      number: contribution.number,
      same: sql<number | null>`(select same.number from contribution as same where same.id = contribution.same_as)`,
    })
    .from(contribution)
    .where(eq(contribution.id, id));
  return row ?? null;
}

/**
 * The id that was chosen, unless other words stand there already (a page that came back with the back button, a second tab):
 * then one that follows from the words, so that these too are kept, and sent twice kept once.
 */
async function freeIdFor(db: Reader, writer: Writer, wish: ContributionWish): Promise<ContributionId> {
  const chosen = wish.id as ContributionId;
  const [taken] = await db.select().from(contribution).where(eq(contribution.id, chosen));
  if (!taken) return chosen;
  if (taken.personId === writer.personId && taken.kind === wish.kind && taken.text === wish.text) return chosen;
  const hash = createHash("sha256").update([chosen, writer.personId, wish.kind, wish.text].join("\n")).digest("hex");
  const parts = [hash.slice(0, 8), hash.slice(8, 12), `8${hash.slice(13, 16)}`, `a${hash.slice(17, 20)}`, hash.slice(20, 32)];
  return parts.join("-") as ContributionId;
}

/** Only a need has more to tell than its words. @param before the fields it touched: one that left the list since may stay */
async function wordsOf(
  tx: Tx,
  writer: Writer,
  words: ContributionWords,
  kind: ContributionWish["kind"],
  before: readonly FieldId[] = [],
) {
  const { text, situation, forWhom, tried, wouldHelp, weight, howOften } = words;
  if (kind !== "need") return { text };
  const touches = await fieldsAmong(tx, writer, words.touches as FieldId[], before);
  return { text, situation, forWhom, tried, wouldHelp, weight, howOften, touches };
}

/** Those of this dialogue, each once. */
async function fieldsAmong(tx: Tx, { dialogueId }: Writer, ids: readonly FieldId[], before: readonly FieldId[]) {
  if (ids.length === 0) return [];
  const rows = await tx
    .select({ id: field.id, removedAt: field.removedAt })
    .from(field)
    .where(and(eq(field.dialogueId, dialogueId), inArray(field.id, [...ids])))
    .orderBy(asc(field.position));
  return rows.filter(({ id, removedAt }) => removedAt === null || before.includes(id)).map(({ id }) => id);
}

const textsOf = (words: ContributionWords): string[] => [
  words.text,
  words.situation,
  words.forWhom,
  words.tried,
  words.wouldHelp,
];

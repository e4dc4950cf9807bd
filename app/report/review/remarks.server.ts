import { and, asc, eq, inArray, isNull, max, sql } from "drizzle-orm";
import { contribution } from "../../contribution/tables.ts";
import { registration } from "../../dialogue/people/tables.ts";
import { change, type Db, deedBy, type Reader, type Tx } from "../../platform/database/change.server.ts";
import { matches } from "../../platform/database/matches.server.ts";
import { Refused } from "../../platform/http/refused.ts";
import type { DialogueId, PersonId, RemarkId } from "../../platform/ids.ts";
import { post } from "../../platform/mail/outbox.server.ts";
import { mail } from "../../platform/mail/tables.ts";
import { agreement, remark, remarkBacking } from "../tables.ts";
import { requireDrafting } from "../write/drafts.server.ts";
import { findReview, type Review } from "./find-review.server.ts";
import type { RemarkView } from "./read-along.ts";
import { type AnswerForm, momentOf, mostRemarks, type Part, partIn, type RemarkForm } from "./review.ts";

/** What was remarked on a report, in its order. */
export async function listRemarks(db: Reader, of: Pick<Review, "id">, me: PersonId | null): Promise<RemarkView[]> {
  const rows = await db
    .select({
      id: remark.id,
      number: remark.number,
      part: remark.part,
      copy: remark.copy,
      kind: remark.kind,
      text: remark.text,
      words: remark.words,
      state: remark.state,
      personId: remark.personId,
      verdict: remark.verdict,
      answer: remark.answer,
      backers: sql<number>`(select count(*)::int from ${remarkBacking} where ${remarkBacking.remarkId} = ${remark.id})`,
      backed: me
        ? sql<boolean>`exists (select from ${remarkBacking} where ${remarkBacking.remarkId} = ${remark.id} and ${remarkBacking.personId} = ${me})`
        : sql<boolean>`false`,
    })
    .from(remark)
    .where(eq(remark.reviewId, of.id))
    .orderBy(asc(remark.number));
  return rows.map(({ personId, ...row }) => {
    const mine = me !== null && personId === me;
    const readable = row.state === "visible" || mine;
    return { ...row, mine, text: readable ? row.text : "", words: readable ? row.words : "" };
  });
}

/** With which parts somebody agreed. How many others did is told when the report is out: looks in between would tell of one. */
export async function listAgreed(db: Reader, of: Pick<Review, "id">, me: PersonId): Promise<string[]> {
  const rows = await db
    .select({ part: agreement.part })
    .from(agreement)
    .where(matches(agreement, { reviewId: of.id, personId: me }));
  return rows.map(({ part }) => part);
}

/**
 * Keeps what somebody remarked. The browser chose the id: sent twice it is kept once.
 * @throws Refused closed, part, full, not-yours
 */
export async function addRemark(db: Db, dialogueId: DialogueId, me: PersonId, part: Part, form: RemarkForm): Promise<void> {
  const id = form.id as RemarkId;
  await change(db, deedOf(dialogueId, me, "remark.add", id), async (tx, { unchanged, now }) => {
    const [before] = await tx.select({ id: remark.id, personId: remark.personId }).from(remark).where(eq(remark.id, id));
    if (before?.personId === me) return unchanged(undefined);
    if (before) throw new Refused("not-yours", 404);
    const open = await requireOpen(tx, dialogueId, me, now);
    requirePart(open, part);
    const [own] = await tx
      .select({ n: sql<number>`count(*)::int` })
      .from(remark)
      .where(matches(remark, { reviewId: open.id, personId: me }));
    if ((own?.n ?? 0) >= mostRemarks) throw new Refused("full");
    const [last] = await tx
      .select({ n: max(remark.number) })
      .from(remark)
      .where(eq(remark.dialogueId, dialogueId));
    const { kind, text } = form;
    const words = kind === "correction" ? form.words : "";
    await tx.insert(remark).values({
      id,
      reviewId: open.id,
      dialogueId,
      number: (last?.n ?? 0) + 1,
      part,
      copy: open.copy,
      personId: me,
      kind,
      text,
      words,
    });
  });
}

/** Takes one's own remark back, also after the end. */
export async function withdrawRemark(db: Db, dialogueId: DialogueId, me: PersonId, id: RemarkId): Promise<void> {
  await change(db, deedOf(dialogueId, me, "remark.withdraw", id), async (tx, { unchanged }) => {
    const [row] = await tx.select().from(remark).where(matches(remark, { id, dialogueId }));
    if (!row || row.personId !== me) throw new Refused("not-yours", 404);
    if (row.state !== "visible") return unchanged(undefined);
    await tx.update(remark).set({ state: "withdrawn" }).where(eq(remark.id, id));
  });
}

/** Stands behind what somebody else remarked, or no longer. @throws Refused own, gone, closed */
export async function supportRemark(db: Db, dialogueId: DialogueId, me: PersonId, id: RemarkId, stands: boolean): Promise<void> {
  await change(db, deedOf(dialogueId, me, "remark.support", id), async (tx, { unchanged, now }) => {
    const open = await requireOpen(tx, dialogueId, me, now);
    const [row] = await tx
      .select()
      .from(remark)
      .where(matches(remark, { id, reviewId: open.id }));
    if (row?.state !== "visible") throw new Refused("gone");
    if (row.personId === me) throw new Refused("own");
    const key = matches(remarkBacking, { remarkId: id, personId: me });
    if ((await tx.select().from(remarkBacking).where(key)).length > 0 === stands) return unchanged(undefined);
    if (stands) await tx.insert(remarkBacking).values({ remarkId: id, personId: me });
    else await tx.delete(remarkBacking).where(key);
  });
}

/** Agrees with a part, or no longer. The log says that something was said of the report, not of which part. */
export async function agreeWith(db: Db, dialogueId: DialogueId, me: PersonId, part: Part, agrees: boolean): Promise<void> {
  const deed = { ...deedOf(dialogueId, me, "review.agree", dialogueId), subject: { kind: "dialogue", id: dialogueId } };
  await change(db, deed, async (tx, { unchanged, now }) => {
    const open = await requireOpen(tx, dialogueId, me, now);
    requirePart(open, part);
    const key = matches(agreement, { reviewId: open.id, part, personId: me });
    if ((await tx.select().from(agreement).where(key)).length > 0 === agrees) return unchanged(undefined);
    if (agrees) await tx.insert(agreement).values({ reviewId: open.id, part, personId: me });
    else await tx.delete(agreement).where(key);
  });
}

const answersAfterMs = 60 * 60_000;

/** Answers a remark; its writer is told within an hour, of all answers of that hour in one mail. */
export async function answerRemark(db: Db, dialogueId: DialogueId, who: PersonId, id: RemarkId, form: AnswerForm): Promise<void> {
  await change(db, deedOf(dialogueId, who, "remark.answer", id), async (tx, { unchanged, now }) => {
    await requireDrafting(tx, dialogueId);
    const [row] = await tx.select().from(remark).where(matches(remark, { id, dialogueId }));
    if (!row || row.state === "erased") throw new Refused("gone");
    const { verdict, answer } = form;
    if (row.verdict === verdict && row.answer === answer) return unchanged(undefined);
    await tx.update(remark).set({ verdict, answer, answeredBy: who, answeredAt: now, toldAt: null }).where(eq(remark.id, id));
    if (row.personId) await tellLater(tx, dialogueId, row.personId, now);
  });
}

/** One mail waits for all that is answered meanwhile. */
async function tellLater(tx: Tx, dialogueId: DialogueId, personId: PersonId, now: Date): Promise<void> {
  const kind = "review.answered" as const;
  const waits = await tx
    .select({ id: mail.id })
    .from(mail)
    .where(matches(mail, { personId, dialogueId, kind, state: "waiting" }));
  if (waits.length > 0) return;
  await post(tx, {
    personId,
    dialogueId,
    kind,
    event: `${dialogueId}:${now.toISOString()}`,
    dueAt: new Date(now.getTime() + answersAfterMs),
  });
}

/** Answers that somebody was not told of yet; told from now on. */
export async function takeUntold(tx: Tx, dialogueId: DialogueId, personId: PersonId) {
  const rows = await tx
    .select({ id: remark.id, number: remark.number, text: remark.text, verdict: remark.verdict, answer: remark.answer })
    .from(remark)
    .where(and(matches(remark, { dialogueId, personId }), sql`${remark.verdict} is not null`, isNull(remark.toldAt)))
    .orderBy(asc(remark.number));
  if (rows.length > 0)
    await tx
      .update(remark)
      .set({ toldAt: sql`now()` })
      .where(
        inArray(
          remark.id,
          rows.map(({ id }) => id),
        ),
      );
  return rows;
}

/** Hides a remark, or shows it again. */
export async function hideRemark(db: Db, dialogueId: DialogueId, who: PersonId, id: RemarkId, hidden: boolean): Promise<void> {
  await change(db, deedOf(dialogueId, who, hidden ? "remark.hide" : "remark.show", id), async (tx, { unchanged }) => {
    const from = hidden ? "visible" : "hidden";
    const [row] = await tx.select().from(remark).where(matches(remark, { id, dialogueId }));
    if (!row) throw new Refused("gone");
    if (row.state !== from) return unchanged(undefined);
    await tx
      .update(remark)
      .set({ state: hidden ? "hidden" : "visible" })
      .where(eq(remark.id, id));
  });
}

/** Who has a place in the dialogue, or brought something in, has a say in its report while it is read along. */
export async function requireOpen(tx: Tx, dialogueId: DialogueId, me: PersonId, now: Date): Promise<Review> {
  const found = await findReview(tx, dialogueId);
  if (!found || momentOf(found, now) !== "open") throw new Refused("closed");
  const [place] = await tx
    .select({ id: registration.id })
    .from(registration)
    .where(matches(registration, { personId: me, dialogueId, state: "admitted" }))
    .limit(1);
  const [wrote] = await tx
    .select({ id: contribution.id })
    .from(contribution)
    .where(matches(contribution, { personId: me, dialogueId }))
    .limit(1);
  if (!place && !wrote) throw new Refused("not-yours", 403);
  return found;
}

export function requirePart({ content }: Review, part: Part): void {
  if (partIn(part, content) !== part) throw new Refused("part", 404);
}

const deedOf = (dialogueId: DialogueId, who: PersonId, what: string, id: string) => deedBy(who, dialogueId, what, "remark", id);

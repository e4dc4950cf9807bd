import { eq, sql } from "drizzle-orm";
import { mayDialogue } from "../../dialogue/dialogue.ts";
import { dialogue } from "../../dialogue/tables.ts";
import { change, type Db, deedBy, type Tx } from "../../platform/database/change.server.ts";
import { Refused } from "../../platform/http/refused.ts";
import type { DialogueId, PersonId, ReviewId } from "../../platform/ids.ts";
import { postAll } from "../../platform/mail/outbox.server.ts";
import { tellInsights } from "../../session/outcomes/telling.server.ts";
import { listContributors } from "../gather/contributors.server.ts";
import { gather } from "../gather/gather.server.ts";
import { review } from "../tables.ts";
import { findDraft } from "../write/drafts.server.ts";
import { findReview } from "./find-review.server.ts";
import { lastLook } from "./last-look.server.ts";
import { momentOf, remindAt } from "./review.ts";

interface Dates {
  readonly opensAt: Date;
  readonly closesAt: Date;
}

/**
 * Plans a time of reading along, with a copy of the draft as it is now; or changes the dates of one that has not closed. Who brought
 * something in is mailed when it opens, and before it closes.
 * @throws Refused not-now, dates: it would close before it opens, or in the past
 */
export async function planReview(db: Db, dialogueId: DialogueId, who: PersonId, dates: Dates): Promise<void> {
  await change(db, deedOf(dialogueId, who, "review.plan", dialogueId), async (tx, { unchanged, now }) => {
    const of = await requireDialogue(tx, dialogueId);
    const before = await findReview(tx, dialogueId);
    const moment = before && momentOf(before, now);
    const opensAt = moment === "open" ? before?.opensAt : dates.opensAt < now ? now : dates.opensAt;
    if (!opensAt || dates.closesAt <= opensAt) throw new Refused("dates", 422);
    if (before && moment !== "closed") {
      const same = before.opensAt.getTime() === opensAt.getTime() && before.closesAt.getTime() === dates.closesAt.getTime();
      if (same) return unchanged(undefined);
      await tx.update(review).set({ opensAt, closesAt: dates.closesAt }).where(eq(review.id, before.id));
      await invite(tx, dialogueId, before.id, { opensAt, closesAt: dates.closesAt }, moment === "open");
      return;
    }
    const copy = await copyNow(tx, of, now);
    const [made] = await tx
      .insert(review)
      .values({ dialogueId, opensAt, closesAt: dates.closesAt, createdBy: who, copiedAt: now, ...copy })
      .returning({ id: review.id });
    if (made) await invite(tx, dialogueId, made.id, { opensAt, closesAt: dates.closesAt }, false);
  });
}

/** Brings the copy that participants read up to date. What they said stays, and says which copy it was about. */
export async function refreshCopy(db: Db, dialogueId: DialogueId, who: PersonId): Promise<void> {
  await change(db, deedOf(dialogueId, who, "review.refresh", dialogueId), async (tx, { now }) => {
    const of = await requireDialogue(tx, dialogueId);
    const found = await findReview(tx, dialogueId);
    if (!found || momentOf(found, now) === "closed") throw new Refused("not-now");
    await tx
      .update(review)
      .set({ copy: found.copy + 1, copiedAt: now, ...(await copyNow(tx, of, now)) })
      .where(eq(review.id, found.id));
  });
}

/** Closes it now, or takes it back before it opened. Closed twice is closed. */
export async function endReview(db: Db, dialogueId: DialogueId, who: PersonId): Promise<void> {
  await change(db, deedOf(dialogueId, who, "review.close", dialogueId), async (tx, { unchanged, now }) => {
    if (!(await closeReview(tx, dialogueId, now))) return unchanged(undefined);
  });
}

/** Part of another change. @returns false when there was none to close */
export async function closeReview(tx: Tx, dialogueId: DialogueId, now: Date): Promise<boolean> {
  const found = await findReview(tx, dialogueId);
  if (!found || momentOf(found, now) === "closed") return false;
  const opensAt = found.opensAt < now ? found.opensAt : now;
  await tx.update(review).set({ opensAt, closesAt: now }).where(eq(review.id, found.id));
  return true;
}

async function copyNow(tx: Tx, of: typeof dialogue.$inferSelect, now: Date) {
  await tellInsights(tx, of.id, now, "breakdown");
  return gather(tx, of, await findDraft(tx, of.id), await lastLook(tx, of.id), now);
}

/** A letter says by its dates for which plan it was written: of a plan that changed it is not sent. */
async function invite(
  tx: Tx,
  dialogueId: DialogueId,
  id: ReviewId,
  { opensAt, closesAt }: Dates,
  opened: boolean,
): Promise<void> {
  const people = await listContributors(tx, dialogueId);
  const details = { review: id, opens: opensAt.toISOString(), closes: closesAt.toISOString() };
  const reminder = remindAt({ opensAt, closesAt });
  const [clock] = (await tx.execute<{ now: Date }>(sql`select clock_timestamp() as now`)).rows;
  const now = new Date(clock?.now ?? opensAt);
  await postAll(
    tx,
    people.flatMap((personId) => [
      ...(opened
        ? []
        : [{ personId, dialogueId, details, kind: "review.open" as const, event: `${id}:${details.opens}`, dueAt: opensAt }]),
      ...(reminder && reminder > now
        ? [{ personId, dialogueId, details, kind: "review.closing" as const, event: `${id}:${details.closes}`, dueAt: reminder }]
        : []),
    ]),
  );
}

async function requireDialogue(tx: Tx, dialogueId: DialogueId) {
  const [of] = await tx.select().from(dialogue).where(eq(dialogue.id, dialogueId));
  if (!of || !mayDialogue(of.state, "draftReport")) throw new Refused("not-now");
  return of;
}

const deedOf = (dialogueId: DialogueId, who: PersonId, what: string, id: string) => deedBy(who, dialogueId, what, "review", id);

import { and, asc, eq, inArray, max, sql } from "drizzle-orm";
import { change, type Db, deedBy, type Reader, type Tx } from "../../platform/database/change.server.ts";
import { matches } from "../../platform/database/matches.server.ts";
import { Refused } from "../../platform/http/refused.ts";
import type { DialogueId, DissentId, PersonId } from "../../platform/ids.ts";
import { dissent, dissenter } from "../tables.ts";
import { requireDrafting } from "../write/drafts.server.ts";
import type { Review } from "./find-review.server.ts";
import type { DissentView } from "./read-along.ts";
import { requireOpen, requirePart } from "./remarks.server.ts";
import type { DissentForm, Part } from "./review.ts";

export async function listDissents(db: Reader, of: Pick<Review, "id">, me: PersonId | null): Promise<DissentView[]> {
  const rows = await db.select().from(dissent).where(eq(dissent.reviewId, of.id)).orderBy(asc(dissent.number));
  const under = await signaturesOf(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map(({ id, number, part, text, version, state, answer }) => {
    const all = under.filter(({ dissentId }) => dissentId === id);
    const own = all.find(({ personId }) => personId === me);
    return {
      ...{ id, number, part, version, state, answer },
      text: state === "visible" ? text : "",
      mine: own ? (own.named ? "named" : "unnamed") : "no",
      alone: own !== undefined && all.length === 1,
    };
  });
}

const signaturesOf = async (db: Reader, ids: readonly DissentId[]) =>
  ids.length === 0
    ? []
    : db
        .select()
        .from(dissenter)
        .where(inArray(dissenter.dissentId, [...ids]));

/** Writes a minority note, under which its writer stands first. The browser chose the id. @throws Refused closed, part, not-yours */
export async function writeDissent(db: Db, dialogueId: DialogueId, me: PersonId, part: Part, form: DissentForm): Promise<void> {
  const id = form.id as DissentId;
  await change(db, deedOf(dialogueId, me, "dissent.write", id), async (tx, { unchanged, now }) => {
    const open = await requireOpen(tx, dialogueId, me, now);
    const [before] = await tx.select().from(dissent).where(eq(dissent.id, id));
    if (before) {
      const under = await signaturesOf(tx, [id]);
      const mine = before.reviewId === open.id && under.some(({ personId }) => personId === me);
      if (!mine || before.state !== "visible") throw new Refused("not-yours", 404);
      if (before.text === form.text) return unchanged(undefined);
      // who signed these words signed no others
      if (under.length > 1) throw new Refused("signed");
      await tx
        .update(dissent)
        .set({ text: form.text, version: before.version + 1 })
        .where(eq(dissent.id, id));
      return;
    }
    requirePart(open, part);
    const [last] = await tx
      .select({ n: max(dissent.number) })
      .from(dissent)
      .where(eq(dissent.dialogueId, dialogueId));
    await tx.insert(dissent).values({ id, reviewId: open.id, dialogueId, number: (last?.n ?? 0) + 1, part, text: form.text });
    await tx.insert(dissenter).values({ dissentId: id, personId: me, named: form.named === "ja" });
  });
}

export type Stand = "unnamed" | "named" | "leave";

/** Stands under a note, with or without one's name, or no longer. Leaving, and taking one's name away, is possible at any time. */
export async function standUnder(
  db: Db,
  dialogueId: DialogueId,
  me: PersonId,
  id: DissentId,
  { stand, version }: { readonly stand: Stand; readonly version: number },
): Promise<void> {
  const what = stand === "leave" ? "dissent.leave" : "dissent.join";
  await change(db, deedOf(dialogueId, me, what, id), async (tx, { unchanged, now }) => {
    const [row] = await tx.select().from(dissent).where(matches(dissent, { id, dialogueId }));
    const key = matches(dissenter, { dissentId: id, personId: me });
    const [own] = await tx.select().from(dissenter).where(key);
    if (stand === "leave") {
      if (!own) return unchanged(undefined);
      await tx.delete(dissenter).where(key);
      await endWithoutPeople(tx, id);
      return;
    }
    if (row?.state !== "visible") throw new Refused("gone");
    const named = stand === "named";
    if (own?.named === named) return unchanged(undefined);
    if (!own || named) {
      const open = await requireOpen(tx, dialogueId, me, now);
      if (row.reviewId !== open.id) throw new Refused("closed");
      if (row.version !== version) throw new Refused("changed");
    }
    if (own) await tx.update(dissenter).set({ named }).where(key);
    else await tx.insert(dissenter).values({ dissentId: id, personId: me, named });
  });
}

async function endWithoutPeople(tx: Tx, id: DissentId): Promise<void> {
  await tx
    .update(dissent)
    .set({ state: "withdrawn" })
    .where(
      and(
        matches(dissent, { id, state: "visible" }),
        sql`not exists (select from ${dissenter} where ${dissenter.dissentId} = ${id})`,
      ),
    );
}

/** All the team can do with a note: answer it, or take its answer back with empty words. @returns whether the answer is another than before */
export async function answerDissent(
  db: Db,
  dialogueId: DialogueId,
  who: PersonId,
  id: DissentId,
  answer: string,
): Promise<boolean> {
  return change(db, deedOf(dialogueId, who, "dissent.answer", id), async (tx, { unchanged, now }) => {
    await requireDrafting(tx, dialogueId);
    const [row] = await tx.select().from(dissent).where(matches(dissent, { id, dialogueId }));
    if (!row || row.state === "erased") throw new Refused("gone");
    if (row.answer === answer) return unchanged(false);
    await tx.update(dissent).set({ answer, answeredBy: who, answeredAt: now }).where(eq(dissent.id, id));
    return true;
  });
}

const deedOf = (dialogueId: DialogueId, who: PersonId, what: string, id: string) => deedBy(who, dialogueId, what, "dissent", id);

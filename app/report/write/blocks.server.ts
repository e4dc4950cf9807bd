import { and, asc, desc, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { person } from "../../dialogue/tables.ts";
import { change, type Db, deedBy, type Reader, type Tx } from "../../platform/database/change.server.ts";
import { matches } from "../../platform/database/matches.server.ts";
import { Refused } from "../../platform/http/refused.ts";
import type { BlockId, DialogueId, PersonId } from "../../platform/ids.ts";
import { reportBlock, reportBlockWording } from "../tables.ts";
import { type BlockForm, inARowMs, mostBlocks } from "./block.ts";
import { nameOf, requireDrafting } from "./drafts.server.ts";

/** The texts that stand in the report now, in the order of each place. */
export async function listBlocks(db: Reader, dialogueId: DialogueId) {
  return db
    .select({
      id: reportBlock.id,
      place: reportBlock.place,
      position: reportBlock.position,
      text: reportBlock.text,
      version: reportBlock.version,
      updatedAt: reportBlock.updatedAt,
      updatedBy: person.name,
    })
    .from(reportBlock)
    .leftJoin(person, eq(person.id, reportBlock.updatedBy))
    .where(and(eq(reportBlock.dialogueId, dialogueId), isNull(reportBlock.removedAt)))
    .orderBy(asc(reportBlock.position), asc(reportBlock.id));
}

export async function listRemoved(db: Reader, dialogueId: DialogueId) {
  return db
    .select({ id: reportBlock.id, text: reportBlock.text, removedAt: reportBlock.removedAt })
    .from(reportBlock)
    .where(and(eq(reportBlock.dialogueId, dialogueId), isNotNull(reportBlock.removedAt)))
    .orderBy(desc(reportBlock.removedAt));
}

export async function findBlock(db: Reader, dialogueId: DialogueId, id: BlockId) {
  const [row] = await db.select().from(reportBlock).where(matches(reportBlock, { id, dialogueId }));
  return row ?? null;
}

/** A text of another dialogue is not there, neither to be read nor to be written. */
export async function isElsewhere(db: Reader, dialogueId: DialogueId, id: BlockId): Promise<boolean> {
  const [row] = await db.select({ of: reportBlock.dialogueId }).from(reportBlock).where(eq(reportBlock.id, id));
  return row !== undefined && row.of !== dialogueId;
}

/** What a text said, the newest first. */
export async function listWordings(db: Reader, id: BlockId) {
  return db
    .select({
      version: reportBlockWording.version,
      how: reportBlockWording.how,
      text: reportBlockWording.text,
      by: person.name,
      at: reportBlockWording.at,
    })
    .from(reportBlockWording)
    .leftJoin(person, eq(person.id, reportBlockWording.byId))
    .where(eq(reportBlockWording.blockId, id))
    .orderBy(desc(reportBlockWording.version));
}

export type SavedBlock =
  | { readonly status: "saved"; readonly version: number }
  /** Somebody else wrote since: nothing is written. */
  | { readonly status: "conflict"; readonly by: string | null }
  | { readonly status: "gone" }
  | { readonly status: "full" };

/**
 * Writes a text on the version that its writer saw; else nothing is written. The browser chose the id of a new one.
 * @param how `write`: its writer asked for it, which ends the line of the history
 */
export async function saveBlock(
  db: Db,
  dialogueId: DialogueId,
  who: PersonId,
  id: BlockId,
  form: BlockForm,
  how: "write" | "auto" = "write",
): Promise<SavedBlock> {
  return change(db, deedOf(dialogueId, who, "report.write", id), async (tx, { unchanged, now }): Promise<SavedBlock> => {
    await requireDrafting(tx, dialogueId);
    const [found] = await tx.select().from(reportBlock).where(eq(reportBlock.id, id));
    if (found && (found.dialogueId !== dialogueId || found.removedAt)) return unchanged({ status: "gone" });
    if (!found && form.version > 0) return unchanged({ status: "gone" });
    const { text, place } = form;
    if (found?.text === text && found.place === place) {
      const ended = how === "write" && found.updatedBy === who && (await endLine(tx, id, found.version));
      return ended ? { status: "saved", version: found.version } : unchanged({ status: "saved", version: found.version });
    }
    if (found && found.version !== form.version) return unchanged({ status: "conflict", by: await nameOf(tx, found.updatedBy) });
    if (!found && (await listBlocks(tx, dialogueId)).length >= mostBlocks) return unchanged({ status: "full" });
    const version = (found?.version ?? 0) + 1;
    const row = { place, text, version, updatedBy: who, updatedAt: now };
    if (found) {
      const moved = found.place === place ? {} : { position: await nextPosition(tx, dialogueId) };
      await tx
        .update(reportBlock)
        .set({ ...row, ...moved })
        .where(eq(reportBlock.id, id));
    } else await tx.insert(reportBlock).values({ id, dialogueId, position: await nextPosition(tx, dialogueId), ...row });
    await keepWording(tx, { id, version, how, text, who, now });
    return { status: "saved", version };
  });
}

/** Lets a text say again what it said in a version of before. What it says now stays in its history. */
export async function restoreWording(db: Db, dialogueId: DialogueId, who: PersonId, id: BlockId, version: number): Promise<void> {
  await change(db, deedOf(dialogueId, who, "report.restore", id), async (tx, { unchanged, now }) => {
    await requireDrafting(tx, dialogueId);
    const found = await findBlock(tx, dialogueId, id);
    if (!found || found.removedAt) throw new Refused("gone");
    const before = (await listWordings(tx, id)).find((one) => one.version === version);
    if (!before) throw new Refused("gone");
    if (before.text === found.text) return unchanged(undefined);
    const next = found.version + 1;
    await tx
      .update(reportBlock)
      .set({ text: before.text, version: next, updatedBy: who, updatedAt: now })
      .where(eq(reportBlock.id, id));
    await keepWording(tx, { id, version: next, how: "restore", text: before.text, who, now });
  });
}

/** Takes a text out of the report, or puts it back. */
export async function removeBlock(db: Db, dialogueId: DialogueId, who: PersonId, id: BlockId, removed: boolean): Promise<void> {
  const what = removed ? "report.remove" : "report.restore";
  await change(db, deedOf(dialogueId, who, what, id), async (tx, { unchanged, now }) => {
    await requireDrafting(tx, dialogueId);
    const found = await findBlock(tx, dialogueId, id);
    if (!found) throw new Refused("gone");
    if ((found.removedAt !== null) === removed) return unchanged(undefined);
    const version = found.version + 1;
    await tx
      .update(reportBlock)
      .set({ removedAt: removed ? now : null, version, updatedBy: who, updatedAt: now })
      .where(eq(reportBlock.id, id));
    await keepWording(tx, { id, version, how: removed ? "remove" : "put-back", text: found.text, who, now });
  });
}

/** Puts a text before or after its neighbour in the same place. */
export async function shiftBlock(db: Db, dialogueId: DialogueId, who: PersonId, id: BlockId, to: "up" | "down"): Promise<void> {
  await change(db, deedOf(dialogueId, who, "report.move", id), async (tx, { unchanged }) => {
    await requireDrafting(tx, dialogueId);
    const all = await listBlocks(tx, dialogueId);
    const found = all.find((one) => one.id === id);
    if (!found) throw new Refused("gone");
    const same = all.filter(({ place }) => place === found.place);
    const other = same[same.indexOf(found) + (to === "up" ? -1 : 1)];
    if (!other) return unchanged(undefined);
    await tx.update(reportBlock).set({ position: other.position }).where(eq(reportBlock.id, found.id));
    await tx.update(reportBlock).set({ position: found.position }).where(eq(reportBlock.id, other.id));
  });
}

interface Wording {
  readonly id: BlockId;
  readonly version: number;
  readonly how: "write" | "auto" | "restore" | "remove" | "put-back";
  readonly text: string;
  readonly who: PersonId;
  readonly now: Date;
}

/** A line of the history; what saved itself just before, for the same person, becomes part of it. */
async function keepWording(tx: Tx, { id, version, how, text, who, now }: Wording): Promise<void> {
  const [last] = await tx
    .select()
    .from(reportBlockWording)
    .where(eq(reportBlockWording.blockId, id))
    .orderBy(desc(reportBlockWording.version))
    .limit(1);
  // by the clock, as a line has the moment of its last words: a long afternoon of writing is more than one line
  const span = (at: Date) => Math.floor(at.getTime() / inARowMs);
  const written = how === "write" || how === "auto";
  const inARow = last?.how === "auto" && written && last.byId === who && span(last.at) === span(now);
  if (inARow) await tx.delete(reportBlockWording).where(matches(reportBlockWording, { blockId: id, version: last.version }));
  await tx.insert(reportBlockWording).values({ blockId: id, version, how, text, byId: who, at: now });
}

async function endLine(tx: Tx, id: BlockId, version: number): Promise<boolean> {
  const line = matches(reportBlockWording, { blockId: id, version });
  const ended = await tx
    .update(reportBlockWording)
    .set({ how: "write" })
    .where(and(line, eq(reportBlockWording.how, "auto")))
    .returning({ id: reportBlockWording.blockId });
  return ended.length > 0;
}

async function nextPosition(tx: Tx, dialogueId: DialogueId): Promise<number> {
  const [row] = await tx
    .select({ n: sql<number>`coalesce(max(${reportBlock.position}), 0)::int + 1` })
    .from(reportBlock)
    .where(eq(reportBlock.dialogueId, dialogueId));
  return row?.n ?? 1;
}

const deedOf = (dialogueId: DialogueId, who: PersonId, what: string, id: BlockId) => deedBy(who, dialogueId, what, "block", id);

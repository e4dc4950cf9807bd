import { createHash } from "node:crypto";
import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { change, type Db, type Reader, type Tx } from "../../platform/database/change.server.ts";
import { matches } from "../../platform/database/matches.server.ts";
import type { Scanner } from "../../platform/files/clamav.server.ts";
import type { ObjectStore } from "../../platform/files/object-store.server.ts";
import { Refused } from "../../platform/http/refused.ts";
import type { DialogueId, FileId, PersonId, PracticeId } from "../../platform/ids.ts";
import { type At, deedOf, requireMember } from "../people/members.server.ts";
import { fileKey, fileKinds, fileLimits, fileName } from "./file.ts";
import { lookAt } from "./file-look.server.ts";
import { networkFile, networkPractice } from "./tables.ts";

/** Where files are kept and who looks at them; null: in the database, and nobody beside ourselves. */
export interface FileTools {
  readonly store: ObjectStore | null;
  readonly scan: Scanner | null;
}

/**
 * Puts a file with an entry of one's own. It is looked at, and scanned where the installation has a scanner, before it is kept; the entry
 * waits for the team again [NW25]. The browser chose the id.
 * @throws Refused file-empty, file-large, file-type, file-script, file-bomb, file-virus, scan-away, file-many, gone
 */
export async function addFile(
  db: Db,
  { store, scan }: FileTools,
  at: At,
  practiceId: PracticeId,
  file: { readonly id: FileId; readonly name: string; readonly bytes: Uint8Array },
): Promise<void> {
  const looked = await lookAt(file.name, file.bytes);
  if (!looked.ok) throw new Refused(`file-${looked.trouble}`, 422);
  await db.transaction((tx) => requireOwn(tx, at, practiceId, file.id));
  const scanned = scan ? await scan(file.bytes) : null;
  if (scanned === "found") throw new Refused("file-virus", 422);
  if (scanned === "away") throw new Refused("scan-away", 503);
  await store?.put(fileKey(file.id), file.bytes);
  await change(db, deedOf(at, "network.file", { kind: "practice", id: practiceId }), async (tx, { unchanged, now }) => {
    if (await requireOwn(tx, at, practiceId, file.id)) return unchanged(undefined);
    await tx.insert(networkFile).values({
      ...{ id: file.id, dialogueId: at.dialogueId, practiceId, personId: at.personId, createdAt: now },
      ...{ name: fileName(file.name, looked.kind), kind: looked.kind, size: file.bytes.length },
      hash: createHash("sha256").update(file.bytes).digest("hex"),
      content: store ? null : Buffer.from(file.bytes),
      scannedAt: scanned ? now : null,
    });
    await waitsAgain(tx, practiceId, now);
  });
}

/** @returns whether this file is there already. @throws Refused gone, file-many */
async function requireOwn(tx: Tx, at: At, practiceId: PracticeId, id: FileId): Promise<boolean> {
  await requireMember(tx, at);
  const [own] = await tx
    .select({ state: networkPractice.state })
    .from(networkPractice)
    .where(matches(networkPractice, { id: practiceId, dialogueId: at.dialogueId, personId: at.personId }))
    .for("update");
  if (!own || own.state === "withdrawn") throw new Refused("gone", 404);
  const there = await tx.select({ id: networkFile.id }).from(networkFile).where(eq(networkFile.practiceId, practiceId));
  if (there.some((one) => one.id === id)) return true;
  if (there.length >= fileLimits.perEntry) throw new Refused("file-many");
  return false;
}

/** Its words stay; the team reads what came along before others do. */
async function waitsAgain(tx: Tx, id: PracticeId, now: Date): Promise<void> {
  await tx
    .update(networkPractice)
    .set({ state: "waiting", reason: "", version: sql`${networkPractice.version} + 1`, updatedAt: now })
    .where(eq(networkPractice.id, id));
}

/** Takes a file away from an entry of one's own. @throws Refused gone */
export async function removeFile(db: Db, at: At, id: FileId): Promise<void> {
  await change(db, deedOf(at, "network.file-remove", { kind: "file", id }), async (tx, { unchanged }) => {
    const gone = await tx
      .delete(networkFile)
      .where(matches(networkFile, { id, dialogueId: at.dialogueId, personId: at.personId }))
      .returning({ id: networkFile.id });
    if (gone.length === 0) unchanged(undefined);
  });
}

/** With the version that is published its files are. */
export const approveFiles = (tx: Tx, practiceId: PracticeId, now: Date) =>
  tx
    .update(networkFile)
    .set({ approvedAt: now })
    .where(and(eq(networkFile.practiceId, practiceId), isNull(networkFile.approvedAt)));

/** @param all also those that the team did not read yet */
export const listFiles = (db: Reader, practiceId: PracticeId, all: boolean) =>
  db
    .select({
      id: networkFile.id,
      name: networkFile.name,
      kind: networkFile.kind,
      size: networkFile.size,
      approvedAt: networkFile.approvedAt,
    })
    .from(networkFile)
    .where(and(eq(networkFile.practiceId, practiceId), all ? undefined : sql`${networkFile.approvedAt} is not null`))
    .orderBy(asc(networkFile.createdAt));

/** A file as this reader may have it: a member those that were published and their own, the team all. */
export async function readFile(
  db: Reader,
  store: ObjectStore | null,
  dialogueId: DialogueId,
  id: FileId,
  as: { readonly team: boolean; readonly personId: PersonId | null },
): Promise<{ readonly name: string; readonly type: string; readonly bytes: Uint8Array } | null> {
  const [found] = await db.select().from(networkFile).where(matches(networkFile, { id, dialogueId }));
  if (!found || !(as.team || found.approvedAt || found.personId === as.personId)) return null;
  const bytes = found.content ?? (await store?.get(fileKey(id))) ?? null;
  if (!bytes || createHash("sha256").update(bytes).digest("hex") !== found.hash) return null;
  return { name: found.name, type: fileKinds[found.kind], bytes };
}

/** Lets go what stands outside the database of files that are gone; what could not be reached is tried again. @returns how many */
export async function tidyFiles(db: Db, store: ObjectStore | null): Promise<number> {
  if (!store) return 0;
  const { rows } = await db.execute<{ id: FileId }>(sql`select id from network_file_gone order by at limit 200`);
  let done = 0;
  for (const { id } of rows) {
    // a dialogue that was handed over came in again with its files
    const there = await db.$count(networkFile, eq(networkFile.id, id));
    if (there === 0) await store.remove(fileKey(id));
    await db.execute(sql`delete from network_file_gone where id = ${id}`);
    done += 1;
  }
  return done;
}

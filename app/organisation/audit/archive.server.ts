import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import { sql } from "drizzle-orm";
import type { Db, Reader, Tx } from "../../platform/database/change.server.ts";
import { fromJsonLine, type Line, toJsonLine } from "./line.ts";
import { inTurn, linesOf, type Seal } from "./seal.server.ts";

/** A part of a month that is no longer in the log. */
export interface Archived {
  readonly firstSeal: number;
  readonly lastSeal: number;
  readonly month: string;
}

/** At most this many lines in one part. */
const mostLines = 20_000;

/**
 * Takes the lines of months that ended a year ago or longer out of the log, into compressed JSON lines by month. Their seals stay,
 * so that the archive is verified as the log is. Lines that no longer match their seal are left where they are.
 * @param matches whether the lines are those that were sealed
 * @returns how many lines were taken
 */
export async function archiveAudit(db: Db, matches: (seal: Seal, lines: readonly Line[]) => boolean): Promise<number> {
  let taken = 0;
  for (let part: number | null = 0; part !== null; taken += part ?? 0)
    part = await db.transaction((tx) => archivePart(tx, matches));
  return taken;
}

async function archivePart(tx: Tx, matches: (seal: Seal, lines: readonly Line[]) => boolean): Promise<number | null> {
  await inTurn(tx);
  const seals = await dueSeals(tx);
  const kept: { seal: Seal; lines: Line[] }[] = [];
  let count = 0;
  for (const seal of seals) {
    const lines = await linesOf(tx, seal.scope, seal.first, seal.last);
    if (!matches(seal, lines)) break;
    kept.push({ seal, lines });
    count += lines.length;
    if (count >= mostLines) break;
  }
  const [from] = kept;
  const to = kept.at(-1);
  if (!from || !to) return null;
  const bytes = await promisify(gzip)(kept.flatMap(({ lines }) => lines.map(toJsonLine)).join(""));
  await tx.execute(sql`
    insert into audit_archive (first_seal, last_seal, month, lines)
    values (${from.seal.number}, ${to.seal.number}, ${seals[0]?.month}, ${bytes})`);
  await tx.execute(sql`select set_config('klankbord.archives', 'on', true)`);
  for (const { seal } of kept)
    await tx.execute(sql`delete from audit where scope = ${seal.scope} and seq between ${seal.first} and ${seal.last}`);
  return count;
}

/** The seals that come next in the archive, of one month. */
async function dueSeals(tx: Tx): Promise<(Seal & { readonly month: string })[]> {
  const month = sql.raw(`to_char(at at time zone 'Europe/Amsterdam', 'YYYY-MM')`);
  const { rows } = await tx.execute<
    Record<"number" | "first" | "last", string> & Omit<Seal & { month: string }, "number" | "first" | "last">
  >(sql`
    with due as (
      select number, scope, first, last, digests, hash, ${month} as month from audit_seal
      where number > coalesce((select max(last_seal) from audit_archive), 0)
        and at < date_trunc('month', now() at time zone 'Europe/Amsterdam') at time zone 'Europe/Amsterdam' - interval '1 year'
      order by number limit 500)
    select * from due where month = (select month from due order by number limit 1) order by number`);
  return rows.map((row) => ({ ...row, number: Number(row.number), first: Number(row.first), last: Number(row.last) }));
}

export async function archivedParts(db: Reader): Promise<Archived[]> {
  const { rows } = await db.execute<{ first: string; last: string; month: string }>(
    sql`select first_seal as first, last_seal as last, month from audit_archive order by first_seal`,
  );
  return rows.map(({ first, last, month }) => ({ firstSeal: Number(first), lastSeal: Number(last), month }));
}

/** @throws on bytes that are no compressed JSON lines */
export async function readPart(db: Reader, { firstSeal }: Archived): Promise<Line[]> {
  const { rows } = await db.execute<{ lines: Buffer }>(sql`select lines from audit_archive where first_seal = ${firstSeal}`);
  const text = (await promisify(gunzip)(rows[0]?.lines ?? Buffer.alloc(0))).toString("utf8");
  return text.split("\n").filter(Boolean).map(fromJsonLine);
}

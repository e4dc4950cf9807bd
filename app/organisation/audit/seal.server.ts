import { createHash } from "node:crypto";
import { setImmediate as breathe } from "node:timers/promises";
import { sql } from "drizzle-orm";
import type { Db, Reader, Tx } from "../../platform/database/change.server.ts";
import { type Line, lineText } from "./line.ts";

export interface Seal {
  readonly number: number;
  readonly scope: string;
  /** Numbers of the first and last line under it, in the scope. */
  readonly first: number;
  readonly last: number;
  /** 32 bytes a line. */
  readonly digests: Buffer;
  readonly hash: Buffer;
}

/** At most this many lines under a seal: they are hashed in one go. */
const mostLines = 2_000;

export const digestOf = (line: Line): Buffer => createHash("sha256").update(lineText(line)).digest();

/** @param before the hash of the seal before it; nothing for the first */
export function hashOf(before: Buffer | null, { number, scope, first, last, digests }: Omit<Seal, "hash">): Buffer {
  const hash = createHash("sha256").update(before ?? Buffer.alloc(32));
  return hash
    .update(JSON.stringify([number, scope, first, last]))
    .update(digests)
    .digest();
}

/**
 * Puts every line that stands there under a seal. A line is sealed within a minute, not as it is written: so that a thousand
 * ballots a second do not wait for one chain. A scope whose next line is missing is left: `verifyAudit` says so.
 * @returns how many lines
 */
export async function sealAudit(db: Db): Promise<number> {
  const open = await db.execute<{ scope: string }>(sql`
    select ledger.scope from ledger
    where not ledger.passing and ledger.seq > coalesce((select max(last) from audit_seal where audit_seal.scope = ledger.scope), 0) order by 1`);
  let sealed = 0;
  for (const { scope } of open.rows)
    for (let lines = mostLines; lines === mostLines; sealed += lines) {
      lines = await db.transaction((tx) => sealNext(tx, scope));
      await breathe();
    }
  return sealed;
}

async function sealNext(tx: Tx, scope: string): Promise<number> {
  await inTurn(tx);
  const previous = await tx.execute<{ number: string; hash: Buffer; done: string }>(sql`
    select number, hash, coalesce((select max(last) from audit_seal where scope = ${scope}), 0) as done
    from audit_seal order by number desc limit 1`);
  const [before] = previous.rows;
  const first = Number(before?.done ?? 0) + 1;
  const digests = await digestsOf(tx, scope, first);
  const lines = digests.length / 32;
  if (lines === 0) return 0;
  const seal = { number: Number(before?.number ?? 0) + 1, scope, first, last: first + lines - 1, digests };
  await tx.execute(sql`
    insert into audit_seal (number, scope, first, last, digests, hash, at)
    values (${seal.number}, ${scope}, ${first}, ${seal.last}, ${digests}, ${hashOf(before?.hash ?? null, seal)}, clock_timestamp())`);
  return lines;
}

/**
 * The digests of the lines from a number on, until one is missing. The database makes them, as `digestOf` does: ballots come by the
 * thousand, and each is a line. Verifying reads the lines themselves.
 */
async function digestsOf(tx: Tx, scope: string, first: number): Promise<Buffer> {
  const { rows } = await tx.execute<{ digests: Buffer | null }>(sql`
    select string_agg(sha256(convert_to(concat(
        '[', to_json(scope::text), ',', seq, ',', to_json(at), ',', to_json(actor), ',', to_json(what), ',',
        to_json("subjectKind"), ',', to_json("subjectId"), ']'), 'UTF8')), ''::bytea order by seq) as digests
    from (
      select ${lineColumns}, row_number() over (order by seq) as nth from audit
      where scope = ${scope} and seq between ${first} and ${first + mostLines - 1}) line
    where seq = ${first} + nth - 1`);
  return rows[0]?.digests ?? Buffer.alloc(0);
}

/** One at a time puts seals or takes lines to the archive, over all processes. */
export async function inTurn(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('klankbord audit'))`);
}

export const lineColumns = sql`scope, seq, to_char(at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, actor, what,
  subject_kind as "subjectKind", subject_id as "subjectId"`;

/** Lines of a scope, by number, both ends included. */
export async function linesOf(db: Reader, scope: string, first: number, last: number): Promise<Line[]> {
  const { rows } = await db.execute<Omit<Line, "seq"> & { seq: string }>(
    sql`select ${lineColumns} from audit where scope = ${scope} and seq between ${first} and ${last} order by seq`,
  );
  return rows.map((row) => ({ ...row, seq: Number(row.seq) }));
}

/** Seals from a number on, a few at a time. */
export async function sealsFrom(db: Reader, number: number, most = 50): Promise<Seal[]> {
  const { rows } = await db.execute<Record<"number" | "first" | "last", string> & Omit<Seal, "number" | "first" | "last">>(
    sql`select number, scope, first, last, digests, hash from audit_seal where number >= ${number} order by number limit ${most}`,
  );
  return rows.map((row) => ({ ...row, number: Number(row.number), first: Number(row.first), last: Number(row.last) }));
}

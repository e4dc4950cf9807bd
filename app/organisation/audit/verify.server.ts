import { setImmediate as breathe } from "node:timers/promises";
import { sql } from "drizzle-orm";
import type { Reader } from "../../platform/database/change.server.ts";
import { type Archived, archivedParts, readPart } from "./archive.server.ts";
import type { Line } from "./line.ts";
import { digestOf, hashOf, linesOf, type Seal, sealsFrom } from "./seal.server.ts";

/** The first thing that is not as it was. */
export type Broken =
  | { readonly why: "line-changed" | "line-missing" | "line-added"; readonly scope: string; readonly seq: number }
  /** A seal was changed, or one is missing before it. */
  | { readonly why: "seal"; readonly number: number }
  | { readonly why: "archive"; readonly month: string }
  /** The head that was noted earlier does not lie in the chain: it was made anew. */
  | { readonly why: "head" };

export interface Verified {
  readonly seals: number;
  /** Lines under a seal, with those in the archive; and lines of the last minute, which have none yet. */
  readonly sealed: number;
  readonly unsealed: number;
  /** Hash of the last seal: note it elsewhere, then a chain that was made anew shows too. */
  readonly head: string | null;
  readonly broken: Broken | null;
}

/**
 * Goes through the whole log from its first seal on, until something is not as it was.
 * @param noted heads of earlier times, which have to lie in the chain
 */
export async function verifyAudit(db: Reader, noted: readonly string[] = []): Promise<Verified> {
  const parts = await archivedParts(db);
  const missing = new Set(noted.map((head) => head.toLowerCase()));
  const reached = new Map<string, number>();
  let before: Seal | null = null;
  let sealed = 0;
  const told = (broken: Broken | null, unsealed = 0): Verified => ({
    seals: before?.number ?? 0,
    sealed,
    unsealed,
    head: before?.hash.toString("hex") ?? null,
    broken,
  });
  const archive = reader(db, parts);
  for (let seals = await sealsFrom(db, 1); seals.length > 0; seals = await sealsFrom(db, (before?.number ?? 0) + 1)) {
    for (const seal of seals) {
      if (!isNext(before, seal, reached.get(seal.scope) ?? 0)) return told({ why: "seal", number: (before?.number ?? 0) + 1 });
      const lines = (await archive(seal)) ?? (await linesOf(db, seal.scope, seal.first, seal.last));
      if (lines === "broken") return told({ why: "archive", month: monthOf(parts, seal) });
      const broken = firstBroken(seal, lines);
      if (broken) return told(broken);
      before = seal;
      sealed += lines.length;
      reached.set(seal.scope, seal.last);
      missing.delete(seal.hash.toString("hex"));
    }
    await breathe();
  }
  if (missing.size > 0) return told({ why: "head" });
  const rest = await theRest(db);
  return told(rest.broken, rest.lines);
}

/** Whether these are the lines that were sealed. */
export const isAsSealed = (seal: Seal, lines: readonly Line[]): boolean => firstBroken(seal, lines) === null;

function isNext(before: Seal | null, seal: Seal, reached: number): boolean {
  const fits = seal.first === reached + 1 && seal.digests.length === 32 * (seal.last - seal.first + 1);
  return fits && seal.number === (before?.number ?? 0) + 1 && hashOf(before?.hash ?? null, seal).equals(seal.hash);
}

function firstBroken(seal: Seal, lines: readonly Line[]): Broken | null {
  for (let seq = seal.first, i = 0; seq <= seal.last; seq++, i++) {
    const line = lines[i];
    if (line?.seq !== seq) return { why: "line-missing", scope: seal.scope, seq };
    if (!digestOf(line).equals(seal.digests.subarray(32 * i, 32 * i + 32)))
      return { why: "line-changed", scope: seal.scope, seq };
  }
  return null;
}

/** Lines that have no seal yet: nothing is missing between the last seal and the number that the scope has reached. */
async function theRest(db: Reader): Promise<{ lines: number; broken: Broken | null }> {
  const { rows } = await db.execute<{ scope: string; done: string; seq: string; lines: string; top: string | null }>(sql`
    with done as (select scope, max(last) as last from audit_seal group by scope),
    scopes as (select scope from ledger union select scope from done union select distinct scope from audit)
    select scopes.scope, coalesce(done.last, 0) as done, coalesce(ledger.seq, 0) as seq, count(audit.seq) as lines, max(audit.seq) as top
    from scopes left join done using (scope) left join ledger using (scope)
      left join audit on audit.scope = scopes.scope and audit.seq > coalesce(done.last, 0)
    group by 1, 2, 3 order by 1`);
  let lines = 0;
  for (const row of rows) {
    const [done, seq, count, top] = [row.done, row.seq, row.lines, row.top ?? 0].map(Number) as [number, number, number, number];
    lines += count;
    if (top > seq) return { lines, broken: { why: "line-added", scope: row.scope, seq: top } };
    if (seq < done) return { lines, broken: { why: "line-missing", scope: row.scope, seq: seq + 1 } };
    if (count < seq - done)
      return { lines, broken: { why: "line-missing", scope: row.scope, seq: await firstGap(db, row.scope, done) } };
  }
  return { lines, broken: null };
}

async function firstGap(db: Reader, scope: string, done: number): Promise<number> {
  const { rows } = await db.execute<{ seq: string }>(
    sql`select seq from audit where scope = ${scope} and seq > ${done} order by seq`,
  );
  const at = rows.findIndex(({ seq }, i) => Number(seq) !== done + 1 + i);
  return done + 1 + (at < 0 ? rows.length : at);
}

/** Gives the lines of a seal out of the archive, a part at a time; null where they are still in the log. */
function reader(db: Reader, parts: readonly Archived[]) {
  let open: { part: Archived; lines: Line[] | "broken"; at: number } | null = null;
  return async (seal: Seal): Promise<Line[] | "broken" | null> => {
    const part = partOf(parts, seal);
    if (!part) return null;
    if (open?.part !== part) open = { part, lines: await readPart(db, part).catch(() => "broken" as const), at: 0 };
    if (open.lines === "broken") return "broken";
    const lines = open.lines.slice(open.at, open.at + seal.last - seal.first + 1);
    open.at += lines.length;
    return lines;
  };
}

const partOf = (parts: readonly Archived[], { number }: Seal) =>
  parts.find(({ firstSeal, lastSeal }) => number >= firstSeal && number <= lastSeal);
const monthOf = (parts: readonly Archived[], seal: Seal) => partOf(parts, seal)?.month ?? "";

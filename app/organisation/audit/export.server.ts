import { sql } from "drizzle-orm";
import type { AuditQuery } from "../../dialogue/audit/audit-query.ts";
import type { Reader } from "../../platform/database/change.server.ts";
import { archivedParts, readPart } from "./archive.server.ts";
import { type Line, toJsonLine } from "./line.ts";
import { lineColumns } from "./seal.server.ts";

const most = 2_000;

/** Rows of JSON lines of the whole log, the archive first; by scope and number. */
export async function* allLines(db: Reader, query: Omit<AuditQuery, "page">): AsyncGenerator<string[]> {
  for (const part of await archivedParts(db)) {
    const rows = (await readPart(db, part)).filter((line) => isAsked(line, query)).map(toJsonLine);
    if (rows.length > 0) yield rows;
  }
  for (let after = { scope: "", seq: 0 }, more = true; more; ) {
    const { rows } = await db.execute<Omit<Line, "seq"> & { seq: string }>(sql`
      select ${lineColumns} from audit
      where (scope::text, seq) > (${after.scope}, ${after.seq})
        and (${query.scope}::uuid is null or scope = ${query.scope}) and (${query.what}::text is null or what = ${query.what})
        and (${query.from}::timestamptz is null or at >= ${query.from}) and (${query.until}::timestamptz is null or at < ${query.until})
      order by scope::text, seq limit ${most}`);
    const lines = rows.map((row): Line => ({ ...row, seq: Number(row.seq) }));
    if (lines.length > 0) yield lines.map(toJsonLine);
    more = lines.length === most;
    after = lines.at(-1) ?? after;
  }
}

function isAsked(line: Line, { scope, what, from, until }: Omit<AuditQuery, "page">): boolean {
  const at = new Date(line.at);
  return (!scope || line.scope === scope) && (!what || line.what === what) && (!from || at >= from) && (!until || at < until);
}

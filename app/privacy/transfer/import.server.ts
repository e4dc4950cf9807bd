import { sql } from "drizzle-orm";
import { alsoIn, type Db, openLedger, type Tx } from "../../platform/database/change.server.ts";
import { Refused } from "../../platform/http/refused.ts";
import type { DialogueId } from "../../platform/ids.ts";
import type { Row } from "./export.server.ts";
import { findShape } from "./shape.server.ts";
import { transferForm } from "./tables.ts";

export interface Imported {
  readonly dialogueId: DialogueId;
  readonly slug: string;
  readonly counts: Readonly<Record<string, number>>;
}

/**
 * Makes a dialogue of a file of `exportDialogue`, all of it or nothing. Ids stay; numbers that the installation counts begin anew in the same order;
 * somebody who has the same mail address here is that person.
 * @throws Refused bad-file; other-version: a table or column that is not known here; there-already
 */
export async function importDialogue(db: Db, lines: readonly string[]): Promise<Imported> {
  const [first, ...rest] = lines.filter((line) => line.trim() !== "");
  const head = read(first) as { klankbord?: string; form?: number; dialogue?: string };
  if (head.klankbord !== "dialogue" || typeof head.dialogue !== "string") throw new Refused("bad-file");
  if (head.form !== transferForm) throw new Refused("other-version");
  const rows = rest.map((line) => read(line) as unknown as Row);
  const id = head.dialogue as DialogueId;
  return db.transaction(async (tx) => {
    const shape = await findShape(tx);
    const byTable = Map.groupBy(rows, ({ table }) => table);
    for (const [table, own] of byTable)
      if (
        !shape.tables.includes(table) ||
        own.some(({ row }) => Object.keys(row).some((name) => !shape.columns.get(table)?.includes(name)))
      )
        throw new Refused("other-version");
    const there = await tx.execute(sql`select from dialogue where id = ${id}`);
    if (there.rows.length > 0) throw new Refused("there-already");
    const slug = await freeSlug(tx, String(byTable.get("dialogue")?.[0]?.row.slug ?? ""));
    const people = await meetPeople(tx, byTable.get("person") ?? []);
    await writeDialogue(tx, byTable, { slug, people });
    await openLedger(tx, id);
    await alsoIn(tx, { scope: id, actor: "command", what: "dialogue.import", subject: { kind: "dialogue", id } });
    return { dialogueId: id, slug, counts: Object.fromEntries([...byTable].map(([table, own]) => [table, own.length])) };
  });
}

/**
 * Writes the rows of a dialogue, what is pointed at first. Numbers that the installation counts begin anew in the same order.
 * @param at its slug here, and who of the file is somebody here already
 */
export async function writeDialogue(
  tx: Tx,
  byTable: ReadonlyMap<string, readonly Row[]>,
  { slug, people }: { readonly slug: string; readonly people: ReadonlyMap<string, string> },
): Promise<void> {
  const shape = await findShape(tx);
  const same = (text: string) => [...people].reduce((all, [from, to]) => all.replaceAll(from, to), text);
  const numbers = new Map<string, ReadonlyMap<number, number>>();
  for (const table of shape.tables) {
    const own = (byTable.get(table) ?? []).filter(({ row }) => table !== "person" || !people.has(String(row.id)));
    if (own.length === 0) continue;
    const plain = (JSON.parse(same(JSON.stringify(own.map(({ row }) => row)))) as Record<string, unknown>[]).map((row) =>
      table === "dialogue" ? { language: "nl", ...row, slug } : row,
    );
    if (shape.counted.includes(table)) numbers.set(table, await renumber(tx, table, plain));
    const lineOf = numbers.get("progress");
    for (const row of plain) {
      if (table === "item_cause") row.progress_id = lineOf?.get(Number(row.progress_id));
      if (table === "programme_news")
        row.up_to = Math.max(0, ...[...(lineOf ?? [])].filter(([old]) => old <= Number(row.up_to)).map(([, now]) => now));
    }
    await insert(tx, table, plain);
  }
}

function read(line: string | undefined): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(line ?? "");
    if (typeof value === "object" && value !== null) return value as Record<string, unknown>;
  } catch {}
  throw new Refused("bad-file");
}

async function freeSlug(tx: Tx, wanted: string): Promise<string> {
  const { rows } = await tx.execute<{ slug: string }>(sql`select slug from dialogue where slug like ${`${wanted}%`}`);
  const taken = new Set(rows.map(({ slug }) => slug));
  let free = wanted;
  for (let n = 2; taken.has(free); n++) free = `${wanted}-${n}`;
  return free;
}

/** Ids of the file that are somebody here already, with who they are here. */
async function meetPeople(tx: Tx, people: readonly Row[]): Promise<Map<string, string>> {
  const met = new Map<string, string>();
  for (const { row } of people) {
    if (typeof row.mail !== "string") continue;
    const { rows } = await tx.execute<{ id: string }>(sql`select id from person where lower(mail) = lower(${row.mail})`);
    if (rows[0]) met.set(String(row.id), rows[0].id);
  }
  return met;
}

async function renumber(tx: Tx, table: string, rows: Record<string, unknown>[]): Promise<Map<number, number>> {
  const { rows: fresh } = await tx.execute<{ id: string }>(
    sql`select nextval(pg_get_serial_sequence(${`public.${table}`}, 'id')) as id from generate_series(1, ${rows.length}::int)`,
  );
  const ids = fresh.map(({ id }) => Number(id)).toSorted((a, b) => a - b);
  rows.sort((a, b) => Number(a.id) - Number(b.id));
  return new Map(
    rows.map((row, at) => {
      const old = Number(row.id);
      row.id = ids[at];
      return [old, ids[at] as number];
    }),
  );
}

async function insert(tx: Tx, table: string, rows: readonly object[]): Promise<void> {
  const name = sql.identifier(table);
  await tx.execute(
    sql`insert into ${name} select * from jsonb_populate_recordset(null::${name}, ${JSON.stringify(rows)}::jsonb)`,
  );
}

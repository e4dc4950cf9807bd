import { randomUUID } from "node:crypto";
import { type SQL, sql } from "drizzle-orm";
import { fileKey } from "../../network/library/file.ts";
import type { Db, Tx } from "../../platform/database/change.server.ts";
import type { ObjectStore } from "../../platform/files/object-store.server.ts";
import type { DialogueId, FileId, PersonId } from "../../platform/ids.ts";
import { findShape, type Shape } from "./shape.server.ts";
import { personal, transferForm, transferPurpose } from "./tables.ts";

export interface Row {
  readonly table: string;
  readonly row: Readonly<Record<string, unknown>>;
}
export interface Exported {
  readonly lines: readonly string[];
  /** Rows per table. */
  readonly counts: Readonly<Record<string, number>>;
  /** People who go along with their name, and who became nameless. */
  readonly named: number;
  readonly nameless: number;
  /** Files that could not be taken along: they are not in the store. */
  readonly missing: number;
}

const uuids = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/**
 * A whole dialogue as lines of JSON, as of one moment. Who agreed goes along by name; everybody else gets a number that is nowhere else,
 * so that what they said stays one person's and nobody's.
 */
export async function exportDialogue(
  db: Db,
  dialogueId: DialogueId,
  store: Pick<ObjectStore, "get"> | null = null,
): Promise<Exported> {
  return db.transaction(
    async (tx) => {
      const { persons, kept, nameless } = await readDialogue(tx, dialogueId);
      const { rows, missing } = await withFiles(kept, store);
      const all = [...persons, ...rows];
      const head = { klankbord: "dialogue", form: transferForm, dialogue: dialogueId };
      return {
        lines: [JSON.stringify(head), ...all.map((one) => JSON.stringify(one))],
        counts: Object.fromEntries([...Map.groupBy(all, ({ table }) => table)].map(([table, rows]) => [table, rows.length])),
        named: persons.length - nameless,
        nameless,
        missing,
      };
    },
    { isolationLevel: "repeatable read", accessMode: "read only" },
  );
}

/** Files that stand outside the database go along as if they stood in it. */
async function withFiles(
  kept: readonly Row[],
  store: Pick<ObjectStore, "get"> | null,
): Promise<{ readonly rows: readonly Row[]; readonly missing: number }> {
  let missing = 0;
  const rows: Row[] = [];
  for (const one of kept) {
    const outside = store && one.table === "network_file" && one.row.content === null;
    const bytes = outside ? await store.get(fileKey(one.row.id as FileId)) : null;
    if (outside && !bytes) missing += 1;
    rows.push(bytes ? { ...one, row: { ...one.row, content: `\\x${Buffer.from(bytes).toString("hex")}` } } : one);
  }
  return { rows, missing };
}

/**
 * The rows of a dialogue as they go along, and the people in them.
 * @param also goes along by name as well: who takes it over
 */
export async function readDialogue(
  tx: Tx,
  dialogueId: DialogueId,
  also: readonly PersonId[] = [],
): Promise<{ readonly persons: readonly Row[]; readonly kept: readonly Row[]; readonly nameless: number }> {
  const shape = await findShape(tx);
  const people = await findPeople(tx, dialogueId, also);
  const nameless = new Map<string, string>();
  const cover = (id: string) => {
    if (!people.all.has(id) || people.agreed.has(id)) return id;
    const other = nameless.get(id) ?? randomUUID();
    nameless.set(id, other);
    return other;
  };
  const scopes = new Map<string, SQL>();
  const kept: Row[] = [];
  const left = new Set<string>();
  for (const table of shape.tables) {
    if (table === "person") continue;
    const scope = scopeOf(table, shape, scopes, dialogueId);
    if (!scope) continue;
    scopes.set(table, scope);
    const { rows } = await tx.execute<{ row: Record<string, unknown> }>(
      sql`select to_jsonb(t) as row from ${sql.identifier(table)} t where ${scope} order by t::text`,
    );
    for (const { row } of rows) {
      const text = JSON.stringify(row);
      const alone = personal.includes(table) || table.startsWith("network");
      const covered = [...text.matchAll(uuids)].some(([id]) => people.all.has(id) && !people.agreed.has(id));
      const orphan = shape.references.some(
        (one) => one.table === table && one.column in row && left.has(`${one.to} ${String(row[one.column])}`),
      );
      if ((alone && covered) || orphan) left.add(`${table} ${String(row.id)}`);
      else kept.push({ table, row: JSON.parse(text.replace(uuids, (id) => cover(id))) as Row["row"] });
    }
  }
  const persons = await tellPeople(tx, people.agreed, JSON.stringify(kept), nameless);
  return { persons, kept, nameless: nameless.size };
}

/** Which rows of a table are of the dialogue: by its own column, else by what it points at. */
function scopeOf(table: string, { columns, references }: Shape, scopes: ReadonlyMap<string, SQL>, id: DialogueId): SQL | null {
  if (table === "dialogue") return sql`t.id = ${id}`;
  if (columns.get(table)?.includes("dialogue_id")) return sql`t.dialogue_id = ${id}`;
  const by = references.find((one) => one.table === table && one.to !== "person" && one.to !== table && scopes.has(one.to));
  const scope = by && scopes.get(by.to);
  if (!by || !scope) return null;
  return sql`t.${sql.identifier(by.column)} in (select t.id from ${sql.identifier(by.to)} t where ${scope})`;
}

async function findPeople(tx: Tx, dialogueId: DialogueId, also: readonly PersonId[]) {
  const { rows } = await tx.execute<{ id: string; agreed: boolean }>(sql`
    select p.id, p.erased_at is null and coalesce((select c.given from consent c where c.person_id = p.id and c.dialogue_id = ${dialogueId}
      and c.purpose = ${transferPurpose} order by c.id desc limit 1), false) as agreed from person p`);
  return {
    all: new Set(rows.map(({ id }) => id)),
    agreed: new Set<string>([...rows.filter(({ agreed }) => agreed).map(({ id }) => id), ...also]),
  };
}

/** The people that the rows name: as they are, or nameless. */
async function tellPeople(
  tx: Tx,
  agreed: ReadonlySet<string>,
  text: string,
  nameless: ReadonlyMap<string, string>,
): Promise<Row[]> {
  const inText = [...new Set([...text.matchAll(uuids)].map(([id]) => id))].filter((id) => agreed.has(id));
  const { rows } =
    inText.length === 0
      ? { rows: [] }
      : await tx.execute<{ row: Row["row"] }>(
          sql`select to_jsonb(t) as row from person t where t.id = any(${sql.param(inText)}::uuid[]) order by t.id`,
        );
  const others = [...nameless.values()]
    .toSorted()
    .map((id) => ({ id, mail: null, name: "", locale: "nl", created_at: "2026-01-01T00:00:00Z", erased_at: null }));
  return [...rows.map(({ row }) => row), ...others].map((row) => ({ table: "person", row }));
}

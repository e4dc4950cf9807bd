import { sql } from "drizzle-orm";
import type { Tx } from "../../platform/database/change.server.ts";
import { type Actor, change, type Db, INSTALLATION } from "../../platform/database/change.server.ts";
import { Refused } from "../../platform/http/refused.ts";
import { countLine, type Head, headLine, lastLine, type Part, readBackup, tableLine, writeBackup } from "./file.server.ts";
import { type Filled, fill } from "./fill.server.ts";
import { type Counted, counter, rowsOf, schemaMark, type Table, tablesOf } from "./tables.server.ts";

export interface Made {
  readonly tables: number;
  readonly rows: number;
}
/** @param share of the tables, 0 to 1 */
export type Tell = (table: string, share: number) => void;

const deed = (what: string) => ({
  scope: INSTALLATION,
  actor: "command" as Actor,
  what,
  subject: { kind: "installation", id: INSTALLATION },
});

/** Writes the whole installation as it is at one moment to a new file, while it runs. */
export async function backUp(db: Db, file: string, tell: Tell = () => {}): Promise<Made> {
  await change(db, deed("installation.backup"), async () => {});
  return atOneMoment(db, async (tx) => {
    let made: Made = { tables: 0, rows: 0 };
    async function* lines(): AsyncGenerator<string> {
      yield headLine({ schema: await schemaMark(tx), at: new Date().toISOString() });
      const tables = await tablesOf(tx);
      for (const table of tables) {
        tell(table.name, made.tables / tables.length);
        yield tableLine(table.name);
        const here = counter();
        for await (const rows of rowsOf(tx, table)) {
          here.add(rows);
          yield `${rows.join("\n")}\n`;
        }
        const counted = here.counted();
        yield countLine(counted);
        made = { tables: made.tables + 1, rows: made.rows + counted.rows };
      }
      yield lastLine(made.tables);
    }
    await writeBackup(file, lines());
    return made;
  });
}

/**
 * Puts a backup into an empty installation: all of it or nothing. Mail that was about to leave stays, as failed:
 * whether it left after the backup nobody knows, so a person decides.
 * @throws Refused no-backup, torn, other-schema, not-empty, differs
 */
export async function restore(db: Db, file: string, tell: Tell = () => {}): Promise<Made & { readonly head: Head }> {
  const parts = readBackup(file);
  const head = await nextOf(parts);
  if (head.kind !== "head") throw new Refused("torn");
  const schema = await db.transaction(schemaMark);
  if (head.schema !== schema) throw new Refused("other-schema");
  const known = (await db.transaction(tablesOf)).length;
  let tables = 0;
  async function* filled(): AsyncGenerator<Filled> {
    for (let part = await nextOf(parts); part.kind !== "end"; part = await nextOf(parts)) {
      if (part.kind !== "table") throw new Refused("torn");
      tell(part.name, tables++ / known);
      yield tableIn(parts, part.name);
    }
    if (tables !== known) throw new Refused("torn");
  }
  const rows = await fill(db, filled(), holdMail);
  await change(db, deed("installation.restore"), async () => {});
  return { tables, rows, head };
}

function tableIn(parts: AsyncGenerator<Part>, table: string): Filled {
  let found: Counted | null = null;
  async function* rows() {
    for (let part = await nextOf(parts); ; part = await nextOf(parts)) {
      if (part.kind === "rows") yield part.rows;
      else if (part.kind === "counted") {
        found = part;
        return;
      } else throw new Refused("torn");
    }
  }
  return {
    table,
    rows: rows(),
    counted: () => {
      if (!found) throw new Refused("torn");
      return found;
    },
  };
}

async function nextOf(parts: AsyncGenerator<Part>): Promise<Part> {
  const { value, done } = await parts.next();
  if (done) throw new Refused("torn");
  return value;
}

async function holdMail(tx: Tx): Promise<void> {
  await tx.execute(sql`update mail set state = 'failed', error = 'restored' where state = 'waiting' and due_at <= now()`);
}

/**
 * Copies the whole installation to an empty one, in another database.
 * @throws Refused other-schema, not-empty, differs
 */
export async function copyTo(from: Db, to: Db, tell: Tell = () => {}): Promise<Made> {
  return atOneMoment(from, async (tx) => {
    if ((await schemaMark(tx)) !== (await to.transaction(schemaMark))) throw new Refused("other-schema");
    const tables = await tablesOf(tx);
    let done = 0;
    async function* filled(): AsyncGenerator<Filled> {
      for (const table of tables) {
        tell(table.name, done++ / tables.length);
        yield copied(tx, table);
      }
    }
    const rows = await fill(to, filled(), async () => {});
    await change(to, deed("installation.move"), async () => {});
    return { tables: tables.length, rows };
  });
}

function copied(tx: Tx, table: Table): Filled {
  const here = counter();
  async function* rows() {
    for await (const some of rowsOf(tx, table)) {
      here.add(some);
      yield some;
    }
  }
  return { table: table.name, rows: rows(), counted: here.counted };
}

const atOneMoment = <T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> =>
  db.transaction(work, { isolationLevel: "repeatable read", accessMode: "read only" });

import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import type { Votes } from "../../method/analysis/votes/votes.ts";
import type { Db } from "../../platform/database/change.server.ts";
import type { DialogueId } from "../../platform/ids.ts";

export interface BallotsRead {
  /** People and statements by their ids; never to be shown. */
  readonly votes: Votes;
  /** Per person of `votes` the field of their last ballot. */
  readonly fields: readonly (string | null)[];
  /** "Not my field" is among them. */
  readonly ballots: number;
  /** sha-256 of who chose what on which insight. */
  readonly hash: string;
  /** The dialogue's line at that moment. */
  readonly seq: number;
}

/** People at a time: small enough that nobody else waits for it. */
const chunk = 1_000;
/** A cell is 4 x the insight's place + a code: skip, agree, disagree; 3 is not my field. */
const choiceOf = [0, 1, -1] as const;

/** The ballots of a dialogue on insights that stand open, as of one moment, in pieces. */
export async function readBallots(db: Db, dialogueId: DialogueId): Promise<BallotsRead> {
  return db.transaction(
    async (tx) => {
      const line = await tx.execute<{ seq: string }>(sql`select seq from ledger where scope = ${dialogueId}`);
      const { rows: insights } = await tx.execute<{ id: string }>(
        sql`select id from insight where dialogue_id = ${dialogueId} and state = 'open' order by number, version`,
      );
      const gathered = gather(insights.map(({ id }) => id));
      await tx.execute(sql`
        declare cast_ballots no scroll cursor for
        with about as (
          select id, (row_number() over (order by number, version) - 1) * 4 as place from insight
          where dialogue_id = ${dialogueId} and state = 'open')
        select b.person_id as person, (array_agg(b.field_id order by b.at desc, a.place desc))[1] as field,
          string_agg((a.place + case b.choice when 'skip' then 0 when 'agree' then 1 when 'disagree' then 2 else 3 end)::text,
            ',' order by a.place) as cells
        from ballot b join about a on a.id = b.insight_id
        group by b.person_id order by b.person_id`);
      for (;;) {
        const { rows } = await tx.execute<Row>(sql`fetch ${sql.raw(String(chunk))} from cast_ballots`);
        if (rows.length === 0) break;
        gathered.add(rows);
      }
      return { ...gathered.end(), seq: Number(line.rows[0]?.seq ?? 0) };
    },
    { isolationLevel: "repeatable read", accessMode: "read only" },
  );
}

type Row = { readonly person: string; readonly field: string | null; readonly cells: string };

function gather(statements: readonly string[]) {
  const hash = createHash("sha256").update(`${statements.join(",")}\n`);
  const people: string[] = [];
  const fields: (string | null)[] = [];
  const rowStart = [0];
  const columns: number[] = [];
  const choices: number[] = [];
  const notMyField = new Uint32Array(statements.length);
  let ballots = 0;
  return {
    add(rows: readonly Row[]): void {
      for (const { person, field, cells } of rows) {
        hash.update(`${person} ${field ?? ""} ${cells}\n`);
        people.push(person);
        fields.push(field);
        for (const cell of cells.split(",")) {
          const code = Number(cell);
          const column = code >> 2;
          const choice = choiceOf[code & 3];
          ballots += 1;
          if (choice === undefined) {
            notMyField[column] = (notMyField[column] ?? 0) + 1;
            continue;
          }
          columns.push(column);
          choices.push(choice);
        }
        rowStart.push(columns.length);
      }
    },
    end(): Omit<BallotsRead, "seq"> {
      const votes: Votes = {
        people,
        statements,
        rowStart: Uint32Array.from(rowStart),
        columns: Uint32Array.from(columns),
        choices: Int8Array.from(choices),
        notMyField,
      };
      return { votes, fields, ballots, hash: hash.digest("hex") };
    },
  };
}

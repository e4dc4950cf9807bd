import { sql } from "drizzle-orm";
import type { NodePgDatabase } from "drizzle-orm/node-postgres";

export type Db = NodePgDatabase;
export type Tx = Parameters<Parameters<Db["transaction"]>[0]>[0];
/** Reads take either. */
export type Reader = Db | Tx;

/** The scope of changes that belong to no dialogue. */
export const INSTALLATION = "00000000-0000-0000-0000-000000000000";

/** Who did it: a person, the system by itself, or a command on the server. */
export type Actor = { readonly person: string } | "system" | "command" | "visitor";
const nameOf = (actor: Actor) => (typeof actor === "string" ? actor : `person:${actor.person}`);

export interface Deed {
  /** A dialogue's id, or INSTALLATION. */
  readonly scope: string;
  readonly actor: Actor;
  /** `thing.verb`, such as "need.add": what the audit line says and what listeners go by. */
  readonly what: string;
  readonly subject: { readonly kind: string; readonly id: string };
  /** The scope begins with this deed: nobody else can stand in its line yet. */
  readonly opens?: boolean;
}

/** What a person does to a thing. */
export const deedBy = (person: string, scope: string, what: string, kind: string, id: string): Deed => {
  return { scope, actor: { person }, what, subject: { kind, id } };
};

/** What happens by itself. */
export const systemDeed = (scope: string, what: string, kind: string, id: string): Deed => {
  return { scope, actor: "system", what, subject: { kind, id } };
};

export interface Moment {
  readonly seq: number;
  readonly now: Date;
  /** For work that found nothing to change, or may not: no line anywhere, and nobody is told. `change` returns the outcome. */
  readonly unchanged: <T>(outcome: T) => T;
}

class Unchanged {
  readonly outcome: unknown;
  constructor(outcome: unknown) {
    this.outcome = outcome;
  }
}
const unchanged = <T>(outcome: T): T => {
  throw new Unchanged(outcome);
};

/**
 * The one doorway for change: a transaction with the next number in the scope's line, an audit line, and an announcement
 * that leaves with the commit. The scope's row is taken first, so changes of one dialogue stand in one line:
 * rules may read and then write without a race.
 * @returns what `work` returns, after the commit
 */
export async function change<T>(db: Db, deed: Deed, work: (tx: Tx, moment: Moment) => Promise<T>): Promise<T> {
  const changed = db.transaction(async (tx) => {
    const taken = await tx.execute<{ seq: string; now: Date }>(
      deed.opens
        ? sql`insert into ledger (scope, seq) values (${deed.scope}, 1) returning seq, clock_timestamp() as now`
        : sql`update ledger set seq = seq + 1 where scope = ${deed.scope} returning seq, clock_timestamp() as now`,
    );
    const row = taken.rows[0];
    if (!row) throw new Error(`no ledger for scope of ${deed.what}`);
    const moment = { seq: Number(row.seq), now: new Date(row.now), unchanged };
    const result = await work(tx, moment);
    await writeLine(tx, deed, moment.seq);
    return result;
  });
  return changed.catch((reason: unknown) => {
    if (reason instanceof Unchanged) return reason.outcome as T; // it came from this very work
    throw reason;
  });
}

/**
 * Lets a change stand in the line of a further scope too, with its own number, audit line and announcement.
 * INSTALLATION comes first, then dialogues by id: so that two such changes never wait for each other.
 */
export async function alsoIn(tx: Tx, deed: Omit<Deed, "opens">): Promise<Omit<Moment, "unchanged">> {
  const taken = await tx.execute<{ seq: string; now: Date }>(
    sql`update ledger set seq = seq + 1 where scope = ${deed.scope} returning seq, clock_timestamp() as now`,
  );
  const row = taken.rows[0];
  if (!row) throw new Error(`no ledger for scope of ${deed.what}`);
  const moment = { seq: Number(row.seq), now: new Date(row.now) };
  await writeLine(tx, deed, moment.seq);
  return moment;
}

async function writeLine(tx: Tx, deed: Deed, seq: number): Promise<void> {
  await tx.execute(sql`
    insert into audit (scope, seq, actor, what, subject_kind, subject_id)
    values (${deed.scope}, ${seq}, ${nameOf(deed.actor)}, ${deed.what}, ${deed.subject.kind}, ${deed.subject.id})`);
  await tx.execute(sql`select pg_notify('klankbord', ${`${deed.scope} ${seq}`})`);
}

/**
 * Opens the line of a new dialogue; part of making one.
 * @param passing its lines are never sealed, and may be thrown away with it
 */
export async function openLedger(tx: Tx, scope: string, passing = false): Promise<void> {
  await tx.execute(sql`insert into ledger (scope, passing) values (${scope}, ${passing})`);
}

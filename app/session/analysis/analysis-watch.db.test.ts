import { execFile } from "node:child_process";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { asc, eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { type FreshDatabase, freshDatabase } from "../../../tests/database.ts";
import { twoBlocks } from "../../../tests/two-blocks.ts";
import { until } from "../../../tests/until.ts";
import { tasks, timetable } from "../../jobs.server.ts";
import { letters } from "../../letters.server.ts";
import { isHeld } from "../../method/analysis/calm.ts";
import { audit } from "../../platform/database/tables.ts";
import { readEnvironment } from "../../platform/environment.ts";
import type { AnalysisId, DialogueId } from "../../platform/ids.ts";
import { projectRoot } from "../../platform/root.server.ts";
import type { Services } from "../../platform/services.server.ts";
import { openServices } from "../../services.server.ts";
import { type Cast, castTogether } from "../check/ballots.server.ts";
import { analysis, ballot } from "../insights/tables.ts";
import { updateAnalysis } from "./analyse.server.ts";
import { analyseInTurn, askForAll } from "./analysis-watch.server.ts";

const jobs = (services: Services) => ({ taskList: tasks(services, letters), crontab: timetable });

/** Whole processes, and a worker that computes, on a machine that may be busy. */

/** A whole process, without its pages. */
async function open(database: FreshDatabase) {
  const read = readEnvironment({ DATABASE_URL: database.url });
  if (!read.ok) throw new Error(read.line);
  const services = await openServices({ root: projectRoot, environment: read.value, log: () => {}, jobs });
  return { ...services, [Symbol.asyncDispose]: () => services.close() };
}

test("ballots lead to a result, over two processes together at most one each two seconds, and none when nothing changes", async () => {
  await using database = await freshDatabase();
  const { db, pool } = database;
  const made = await twoBlocks(db);
  await db.delete(ballot);
  await using _one = await open(database);
  await using _two = await open(database);
  const casts = made.cells.map(
    (cell): Cast => ({
      ...cell,
      dialogueId: made.dialogueId,
      sessionId: null as never,
      fieldId: null,
      partyId: null,
      fit: null,
    }),
  );
  const results = () => db.select().from(analysis).where(eq(analysis.dialogueId, made.dialogueId)).orderBy(asc(analysis.seq));
  const jobs = async () =>
    (
      await db.execute<{ n: number }>(
        sql`select count(*)::int as n from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'analysis'`,
      )
    ).rows[0]?.n;
  for (let from = 0; from < casts.length; from += 40) {
    await castTogether(pool, casts.slice(from, from + 40));
    await until(async () => (await results()).length > 0);
  }
  await until(async () => (await results()).at(-1)?.ballots === casts.length);
  // what is held for calm settles after a rest
  await until(async () => (await jobs()) === 0);
  const all = await results();
  expect(all.length).toBeGreaterThan(1);
  const gaps = all.slice(1).map(({ at }, n) => at.getTime() - (all[n]?.at.getTime() ?? 0));
  expect(Math.min(...gaps)).toBeGreaterThan(1_990);
  const again = all.filter(({ inputHash }, n) => inputHash === all[n - 1]?.inputHash);
  expect(new Set(all.map(({ inputHash }) => inputHash)).size).toBe(all.length - again.length);
  for (const one of again) expect(isHeld((all[all.indexOf(one) - 1] as typeof one).settings.calm)).toBe(true);

  // other changes of the dialogue ask for nothing
  await db.execute(sql`
    with moved as (update ledger set seq = seq + 1 where scope = ${made.dialogueId} returning seq)
    insert into audit (scope, seq, actor, what, subject_kind, subject_id) select ${made.dialogueId}, seq, 'system', 'theme.add', 'theme', 'x' from moved`);
  await db.execute(sql`select pg_notify('klankbord', ${`${made.dialogueId} 0`})`);
  await askForAll(db, "1 hour");
  expect([await jobs(), (await results()).length]).toEqual([0, all.length]);
});

test("a result of long ago keeps nobody waiting", async () => {
  await using database = await freshDatabase();
  const { dialogueId } = await twoBlocks(database.db, { people: 5, insights: 2 });
  await updateAnalysis(database.db, dialogueId);
  await database.db.execute(sql`update analysis set at = at - interval '10 years'`);
  const asked: string[] = [];
  const update = async (id: string) => {
    asked.push(id);
    return { status: "unchanged" } as const;
  };
  await analyseInTurn(database.db, dialogueId, update);
  expect(asked).toEqual([dialogueId]);
});

test("one that took long is not made again at once: its question comes back later, however many ballots come meanwhile", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const { dialogueId } = await twoBlocks(db, { people: 5, insights: 2 });
  const asked: string[] = [];
  const update = async (id: DialogueId) => {
    asked.push(id);
    await sleep(1_000);
    return updateAnalysis(db, id);
  };
  await analyseInTurn(db, dialogueId, update);
  await analyseInTurn(db, dialogueId, update);
  await analyseInTurn(db, dialogueId, update);
  expect(asked).toHaveLength(1);
  const { rows } = await db.execute<{ left: number }>(sql`
    select extract(epoch from run_at - now())::float8 as left from graphile_worker.jobs where key = ${`analysis:${dialogueId}`}`);
  expect(rows).toHaveLength(1);
  expect(rows[0]?.left).toBeGreaterThan(2);
});

test("a result that holds something back is followed by one more question, put off by the next", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const { dialogueId } = await twoBlocks(db, { people: 5, insights: 2 });
  const waiting = async () =>
    (
      await db.execute<{ left: number }>(sql`
        select extract(epoch from run_at - now())::float8 as left from graphile_worker.jobs where key = ${`analysis-settling:${dialogueId}`}`)
    ).rows;
  const answer = (held: boolean) => async () => ({ status: "made", id: crypto.randomUUID() as AnalysisId, held }) as const;
  await analyseInTurn(db, dialogueId, answer(false));
  expect(await waiting()).toEqual([]);
  await analyseInTurn(db, dialogueId, answer(true));
  await analyseInTurn(db, dialogueId, answer(true));
  expect(await waiting()).toEqual([{ left: expect.closeTo(12, 0) }]);
});

test("what a process that was ended left undone is taken up", async () => {
  await using database = await freshDatabase();
  const { db, pool } = database;
  const made = await twoBlocks(db);
  const [cell] = made.cells;
  const cast = { ...cell, choice: "skip", dialogueId: made.dialogueId, sessionId: null, fieldId: null, partyId: null, fit: null };
  await castTogether(pool, [cast as never]);
  expect(await db.$count(audit, eq(audit.what, "ballot.cast"))).toBe(1);
  await using _late = await open(database);
  await askForAll(db, "1 hour");
  await until(async () => (await db.$count(analysis)) === 1);
});

test("a thread that asks is not held: the worker reads, computes and keeps", async () => {
  await using database = await freshDatabase();
  const few = await twoBlocks(database.db, { people: 5, insights: 2 });
  const many = await twoBlocks(database.db, { people: 600, insights: 60 });
  const script = path.join(projectRoot, "tests/held-by-analysis.ts");
  const { stdout } = await promisify(execFile)(process.execPath, [script, database.url, few.dialogueId, many.dialogueId]);
  const { status, most } = JSON.parse(stdout);
  expect(status).toBe("made");
  expect(most).toBeLessThan(20);
});

import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { freshDatabase } from "../../../../tests/database.ts";
import { openDialogue } from "../../../../tests/registrants.ts";
import { change, type Db } from "../../../platform/database/change.server.ts";
import { matchMailJobs } from "../../../platform/mail/mail-jobs.server.ts";
import { changePlan } from "../../planning/plan.server.ts";

const people = 1_000;
const by = "00000000-0000-4000-8000-000000000001" as never;

/** As long as it goes on: one small change of the dialogue after another. @returns the longest that one waited, in ms */
async function waitInLine(db: Db, dialogueId: string, goesOn: () => boolean): Promise<number> {
  let longest = 0;
  while (goesOn()) {
    const begun = performance.now();
    await change(
      db,
      { scope: dialogueId, actor: "system", what: "test.wait", subject: { kind: "test", id: "" } },
      async () => {},
    );
    longest = Math.max(longest, performance.now() - begun);
  }
  return longest;
}

test("a thousand people hear of another date, and nobody in the dialogue waits for that", async () => {
  await using database = await freshDatabase();
  const { db, pool } = database;
  const at = await openDialogue(db, { session: { capacity: people } });
  await db.transaction(async (tx) => {
    await tx.execute(sql`
      with made as (insert into person (name, mail) select 'mens ' || n, 'mens' || n || '@voorbeeld.example'
        from generate_series(1, ${people}::int) n returning id, name)
      insert into registration (dialogue_id, session_id, person_id, state, name, admitted_at)
        select ${at.dialogueId}, ${at.sessionId}, id, 'admitted', name, now() from made`);
  });
  const move = async (version: number, days: number) => {
    const startsAt = new Date(at.startsAt.getTime() + days * 86_400_000);
    const plan = {
      title: "Eerste bijeenkomst",
      startsAt,
      endsAt: new Date(startsAt.getTime() + 7_200_000),
      capacity: people,
      registrationClosesAt: null,
    };
    let moving = true;
    const longest = waitInLine(db, at.dialogueId, () => moving);
    const begun = performance.now();
    const saved = await changePlan(db, { dialogueId: at.dialogueId, by, id: at.sessionId }, version, plan);
    const took = performance.now() - begun;
    moving = false;
    expect(saved).toEqual({ status: "saved" });
    console.error(`moved ${people}: ${took.toFixed(0)} ms; the longest wait in the line was ${(await longest).toFixed(0)} ms`);
  };
  await move(1, 7);
  await matchMailJobs(db);
  await move(2, 14);

  const asked = await pool.query("select task_identifier as task from graphile_worker.jobs where key = 'mail-jobs'");
  expect(asked.rows).toEqual([{ task: "mail-jobs" }]);
  await matchMailJobs(db);
  const { rows } = await pool.query(`
    select kind, count(*)::int as n, count(distinct person_id)::int as people, count(j.id)::int as jobs,
      count(*) filter (where j.run_at = due_at)::int as "onTime"
    from mail left join graphile_worker.jobs j on j.key = 'mail:' || mail.id where state = 'waiting' group by kind order by kind`);
  expect(rows).toEqual([
    { kind: "registration.moved", n: 2 * people, people, jobs: 2 * people, onTime: 2 * people },
    ...["reminder.1d", "reminder.30m", "reminder.7d"].map((kind) => ({ kind, n: people, people, jobs: people, onTime: people })),
  ]);
  const reminders = await pool.query("select distinct due_at from mail where kind = 'reminder.30m' and state = 'waiting'");
  expect(reminders.rows).toEqual([{ due_at: new Date(at.startsAt.getTime() + 14 * 86_400_000 - 30 * 60_000) }]);
  // Of what was taken back nothing is left to run.
  expect((await pool.query("select 1 from graphile_worker.jobs where task_identifier = 'mail'")).rows).toHaveLength(5 * people);
});

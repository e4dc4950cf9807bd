import { sql } from "drizzle-orm";
import type { Db, Tx } from "../database/change.server.ts";
import type { MailId } from "../ids.ts";

/** More than this at once would keep everybody else in the line waiting: then a job makes the jobs. */
const mostAtOnce = 100;
const portion = 500;

const jobFor = sql`graphile_worker.add_job('mail', json_build_object('id', m.id), run_at := m.due_at, job_key := 'mail:' || m.id,
  max_attempts := 12)`;

/** One job per mail, for when it is due; asking again moves it. Rolls back with the transaction. */
export async function schedule(tx: Tx, ids: readonly MailId[]): Promise<void> {
  if (ids.length === 0) return;
  if (ids.length > mostAtOnce) return matchLater(tx);
  await tx.execute(sql`select ${jobFor} from mail m where ${among(sql`m.id`, ids)}`);
}

/** For mails that are gone. */
export async function unschedule(tx: Tx, ids: readonly MailId[]): Promise<void> {
  if (ids.length === 0) return;
  if (ids.length > mostAtOnce) return matchLater(tx);
  await tx.execute(sql`select graphile_worker.remove_job(j.key) from graphile_worker.jobs j
    where ${among(
      sql`j.key`,
      ids.map((id) => `mail:${id}`),
    )}`);
}

const among = (column: ReturnType<typeof sql>, values: readonly string[]) =>
  sql`${column} in (${sql.join(
    values.map((value) => sql`${value}`),
    sql`, `,
  )})`;

async function matchLater(tx: Tx): Promise<void> {
  await tx.execute(sql`select graphile_worker.add_job('mail-jobs', '{}', job_key := 'mail-jobs')`);
}

/** The job that makes jobs: each mail that waits gets one, and those of mails that are gone go. A portion at a time. */
export async function matchMailJobs(db: Db): Promise<void> {
  const portions = [
    sql`select ${jobFor} from (select id, due_at from mail where state = 'waiting'
      and not exists (select from graphile_worker.jobs j where j.key = 'mail:' || mail.id) limit ${portion}::int) m`,
    sql`select graphile_worker.remove_job(key) from (select key from graphile_worker.jobs j where key like 'mail:%' and locked_at is null
      and not exists (select from mail where 'mail:' || mail.id = j.key) limit ${portion}::int) gone`,
  ];
  for (const some of portions) while ((await db.execute(some)).rows.length === portion);
}

import { Logger, type Runner, type RunnerOptions, run } from "graphile-worker";
import type pg from "pg";

// Its own lines hold payloads; failures are logged by the tasks themselves.
const silent = new Logger(() => () => {});
const aMinute = 60_000;

/** Each by its name, and which run by the clock. */
export type Jobs = Pick<RunnerOptions, "taskList" | "crontab">;

/**
 * Runs the jobs, and goes on after a fault that ends their runner, such as a database that went away in mid-job.
 * @param alone nobody else runs jobs on this database: whatever is still taken was taken by a process that died
 */
export async function keepJobs(
  pool: pg.Pool,
  options: Jobs,
  alone: boolean,
  log: (line: string) => void,
): Promise<{ stop(): Promise<void> }> {
  let stopping = false;
  let timer: NodeJS.Timeout | undefined;
  async function begin(): Promise<Runner> {
    const made = await run({ ...options, pgPool: pool, noHandleSignals: true, concurrency: 3, logger: silent });
    made.events.on("pool:listen:error", () => {});
    made.promise.then(again, again);
    return made;
  }
  function again(): void {
    if (stopping) return;
    log("jobs: gestopt door een fout, worden opnieuw gestart");
    timer = setTimeout(() => begin().then((made) => (runner = made), again), 2_000);
  }
  await giveBack(pool, alone ? "0 minutes" : "10 minutes");
  let runner = await begin();
  const sweep = setInterval(() => giveBack(pool, "10 minutes").catch(() => {}), aMinute);
  return {
    async stop() {
      stopping = true;
      clearTimeout(timer);
      clearInterval(sweep);
      await runner.stop().catch(() => {});
    },
  };
}

/** A worker that died keeps its jobs for hours; no job of ours takes minutes. */
async function giveBack(pool: pg.Pool, age: string): Promise<void> {
  await pool.query(
    `select graphile_worker.force_unlock_workers(array(
       select distinct locked_by from graphile_worker._private_jobs where locked_by is not null and locked_at < now() - $1::interval))`,
    [age],
  );
}

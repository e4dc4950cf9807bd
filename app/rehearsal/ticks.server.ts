import { sql } from "drizzle-orm";
import type { Reader } from "../platform/database/change.server.ts";
import type { DialogueId } from "../platform/ids.ts";

/** Asks for the next moment of a rehearsal: a job, so that it goes on in whichever process is there. */
export async function askTick(db: Reader, id: DialogueId, inMs: number): Promise<void> {
  await db.execute(sql`
    select graphile_worker.add_job('rehearsal', json_build_object('dialogueId', ${id}::text), job_key := 'rehearsal:' || ${id}::text,
      run_at := now() + ${inMs} * interval '1 millisecond', max_attempts := 3)`);
}

/** Those that are on and have no job: their process was killed in mid-job. */
export async function askLostTicks(db: Reader, ids: readonly DialogueId[]): Promise<void> {
  for (const id of ids) {
    const { rows } = await db.execute<{ lost: boolean }>(sql`
      select not exists (select from graphile_worker.jobs where key = 'rehearsal:' || ${id}::text
        and attempts < max_attempts and (locked_at is null or locked_at > now() - interval '30 seconds')) as lost`);
    if (rows[0]?.lost) await askTick(db, id, 0);
  }
}

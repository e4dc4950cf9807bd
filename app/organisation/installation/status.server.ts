import { readFileSync } from "node:fs";
import { statfs } from "node:fs/promises";
import path from "node:path";
import { sql } from "drizzle-orm";
import type { Reader } from "../../platform/database/change.server.ts";
import type { Environment } from "../../platform/environment.ts";
import { projectRoot } from "../../platform/root.server.ts";
import type { Facts } from "./status.ts";

interface Row extends Record<string, unknown> {
  readonly sent_at: string | null;
  readonly failed_at: string | null;
  readonly failed_today: number;
  readonly mail_late: string | null;
  readonly job_late: string | null;
  readonly gave_up: number;
  readonly backup_at: string | null;
  readonly hooks: number;
  readonly hooks_failing: number;
  readonly hooks_gone: number;
  readonly tested: number;
  readonly tested_through: number;
  readonly tested_udp: number;
}
const moment = (text: string | null) => (text === null ? null : new Date(text));

/** Asks the database and the machine how things stand. Counts and moments only. */
export async function findFacts(
  db: Reader,
  environment: Pick<Environment, "smtpUrl" | "databaseUrl" | "dataDir" | "media" | "livekit">,
): Promise<Facts> {
  const began = performance.now();
  const { rows } = await db.execute<Row>(sql`
    with tests as (
      select findings->>'udp' = 'works' as udp, findings->>'turn' = 'works' as turn from connection_check
      where at > now() - interval '30 days' and (findings->>'udp' <> 'unknown' or findings->>'turn' <> 'unknown'))
    select
      (select max(sent_at) from mail) as sent_at,
      -- what came back did leave
      (select max(due_at) from mail where state = 'failed' and sent_at is null) as failed_at,
      (select count(*)::int from mail where state = 'failed' and due_at > now() - interval '1 day') as failed_today,
      (select min(due_at) from mail where state = 'waiting' and due_at < now()) as mail_late,
      (select min(run_at) from graphile_worker._private_jobs where run_at < now() and attempts < max_attempts) as job_late,
      (select count(*)::int from graphile_worker._private_jobs where attempts >= max_attempts) as gave_up,
      (select max(at) from audit where what = 'installation.backup') as backup_at,
      (select count(*)::int from hook where ended_at is null and paused_at is null) as hooks,
      (select count(*)::int from hook h where ended_at is null and paused_at is null and gone_at is null and exists (
        select from hook_delivery d where d.hook_id = h.id and (d.state = 'waiting' and d.attempts >= 3 or d.state = 'failed')
          and not exists (select from hook_delivery later where later.hook_id = h.id and later.state = 'delivered'
            and later.done_at > coalesce(d.done_at, now() - interval '1 hour')))) as hooks_failing,
      (select count(*)::int from hook where ended_at is null and paused_at is null and gone_at is not null) as hooks_gone,
      (select count(*)::int from tests) as tested,
      (select count(*)::int from tests where udp or turn) as tested_through,
      (select count(*)::int from tests where udp) as tested_udp`);
  const databaseMs = Math.round(performance.now() - began);
  const [row] = rows;
  return {
    now: new Date(),
    mail: {
      leaves: environment.smtpUrl !== undefined,
      sentAt: moment(row?.sent_at ?? null),
      failedAt: moment(row?.failed_at ?? null),
      failedToday: row?.failed_today ?? 0,
      lateSince: moment(row?.mail_late ?? null),
    },
    jobs: { lateSince: moment(row?.job_late ?? null), gaveUp: row?.gave_up ?? 0 },
    disk: environment.databaseUrl ? null : await roomAt(path.resolve(environment.dataDir ?? path.join(projectRoot, "data"))),
    backupAt: moment(row?.backup_at ?? null),
    databaseMs,
    hooks: { all: row?.hooks ?? 0, failing: row?.hooks_failing ?? 0, gone: row?.hooks_gone ?? 0 },
    media: {
      by: environment.media ? (environment.livekit ? "livekit" : "relay") : "nobody",
      ...{ tested: row?.tested ?? 0, through: row?.tested_through ?? 0, udp: row?.tested_udp ?? 0 },
    },
  };
}

async function roomAt(folder: string): Promise<Facts["disk"]> {
  try {
    const { bavail, blocks, bsize } = await statfs(folder);
    return { free: bavail * bsize, total: blocks * bsize };
  } catch {
    // a file system that does not tell
    return null;
  }
}

const own: { readonly version: string } = JSON.parse(readFileSync(path.join(projectRoot, "package.json"), "utf8"));

/** What runs here, for who asks for help or compares with the list of changes. */
export async function findVersions(db: Reader) {
  const { rows } = await db.execute<{ server_version: string }>(sql`show server_version`);
  return { klankbord: own.version, node: process.version, postgres: rows[0]?.server_version ?? "" };
}

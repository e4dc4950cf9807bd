import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { drizzle } from "drizzle-orm/node-postgres";
import pg from "pg";
import { afterAll, expect, test } from "vitest";
import type { PersonId } from "../app/ids.ts";
import { fillInvented } from "./invented.ts";
import { freePort, startKlankbord } from "./klankbord.ts";
import { until } from "./until.ts";
import { guestCookie, postForm } from "./visitors.ts";

const kills = 5;
const choices = ["agree", "disagree", "skip", "not-my-field"] as const;
const dataDir = mkdtempSync(path.join(tmpdir(), "klankbord-kills-"));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

const openPool = () => new pg.Pool({ host: path.join(dataDir, "socket"), user: "klankbord", database: "klankbord", max: 2 });
const databasePid = () => Number(readFileSync(path.join(dataDir, "postgres/postmaster.pid"), "utf8").split("\n")[0]);

test("five times kill -9 in mid-vote, also of the database: what was acknowledged is kept, and counts once", async () => {
  const port = await freePort();
  let klankbord = await startKlankbord({ port, dataDir });
  const pool = openPool();
  const made = await fillInvented(drizzle(pool));
  await pool.query("delete from ballot");
  await pool.query(
    `update session set state = 'live', turn = 1, current_step_id = $1, step_started_at = now(), step_ends_at = now() + interval '2 hours'`,
    [made.stepIds[5]],
  );
  const voters = await Promise.all(
    [...made.personIds.values()].map(async (id) => ({
      id: id as PersonId,
      cookie: await guestCookie(drizzle(pool), id, made.dialogueId),
    })),
  );
  await pool.end();
  const insights = [...made.insightIds.values()];
  const url = `${klankbord.origin}/bijeenkomst/${made.sessionId}/stemmen`;

  // What the server said yes to, per ballot; and what was asked since, of which nobody knows whether it was kept.
  const acknowledged = new Map<string, string>();
  const unknown = new Map<string, Set<string>>();
  let yes = 0;
  let voting = true;
  async function vote({ id, cookie }: (typeof voters)[number], first: number): Promise<void> {
    for (let round = first; voting; round++) {
      const insight = insights[round % insights.length] ?? "";
      const choice = choices[(round + first) % choices.length] ?? "skip";
      const key = `${id} ${insight}`;
      const asked = unknown.get(key) ?? new Set();
      unknown.set(key, asked.add(choice));
      const answer = await postForm(url, cookie, { insight, choice }).catch(() => null);
      const ok = answer !== null && answer.status === 303 && !answer.headers.get("location")?.includes("melding");
      await answer?.arrayBuffer().catch(() => {});
      if (!ok) {
        await new Promise((resolve) => setTimeout(resolve, 50));
        continue;
      }
      acknowledged.set(key, choice);
      asked.clear();
      yes += 1;
    }
  }
  const all = voters.map((voter, at) => vote(voter, at));
  try {
    for (let kill = 1; kill <= kills; kill++) {
      const before = yes;
      await until(() => yes >= before + 200);
      const database = databasePid();
      await klankbord.end("SIGKILL");
      if (kill % 2 === 0) process.kill(database, "SIGKILL");
      klankbord = await startKlankbord({ port, dataDir });
    }
    const before = yes;
    await until(() => yes >= before + 200);
  } finally {
    voting = false;
    await Promise.all(all);
  }

  const after = openPool();
  const { rows } = await after.query<{ key: string; choice: string }>(
    "select person_id || ' ' || insight_id as key, choice from ballot",
  );
  const { rows: lines } = await after.query<{ n: number }>("select count(*)::int as n from audit where what = 'ballot.cast'");
  await after.end();
  await klankbord[Symbol.asyncDispose]();
  const kept = new Map(rows.map(({ key, choice }) => [key, choice]));
  expect(kept.size).toBe(rows.length);
  const lost = [...acknowledged].filter(
    ([key, choice]) => kept.get(key) !== choice && !unknown.get(key)?.has(kept.get(key) ?? ""),
  );
  expect(lost).toEqual([]);
  expect([...kept.keys()].filter((key) => !acknowledged.has(key) && !unknown.get(key)?.size)).toEqual([]);
  expect(lines[0]?.n).toBeGreaterThanOrEqual(acknowledged.size);
  console.error(`${yes} ballots were acknowledged over ${kills} kills; none was lost`);
});

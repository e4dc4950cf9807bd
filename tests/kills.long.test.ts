import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { drizzle } from "drizzle-orm/node-postgres";
import pg from "pg";
import { afterAll, expect, test } from "vitest";
import { fillInvented } from "./invented.ts";
import { freePort, startKlankbord } from "./klankbord.ts";
import { until } from "./until.ts";
import { makeVoters } from "./voters.ts";

const kills = 5;
const dataDir = mkdtempSync(path.join(tmpdir(), "klankbord-kills-"));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

const openPool = () => new pg.Pool({ host: path.join(dataDir, "socket"), user: "klankbord", database: "klankbord", max: 2 });
const databasePid = () => Number(readFileSync(path.join(dataDir, "postgres/postmaster.pid"), "utf8").split("\n")[0]);

test("five times kill -9 in mid-vote, also of the database: what was acknowledged is kept, and counts once", async () => {
  const port = await freePort();
  let klankbord = await startKlankbord({ port, dataDir });
  const pool = openPool();
  const voters = await makeVoters(drizzle(pool), pool, await fillInvented(drizzle(pool)));
  await pool.end();

  let voting = true;
  const all = voters.vote(
    () => klankbord.origin,
    () => voting,
  );
  try {
    for (let kill = 1; kill <= kills; kill++) {
      const before = voters.yes();
      await until(() => voters.yes() >= before + 200);
      const database = databasePid();
      await klankbord.end("SIGKILL");
      if (kill % 2 === 0) process.kill(database, "SIGKILL");
      klankbord = await startKlankbord({ port, dataDir });
    }
    const before = voters.yes();
    await until(() => voters.yes() >= before + 200);
  } finally {
    voting = false;
    await all;
  }

  const after = openPool();
  const { lost, strange, lines } = await voters.compare(after);
  await after.end();
  await klankbord[Symbol.asyncDispose]();
  expect([lost, strange]).toEqual([[], []]);
  expect(lines).toBeGreaterThanOrEqual(voters.ballots());
  console.error(`${voters.yes()} ballots were acknowledged over ${kills} kills; none was lost`);
});

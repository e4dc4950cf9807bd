import { spawn } from "node:child_process";
import path from "node:path";
import { sql } from "drizzle-orm";
import { startKlankbord } from "../tests/klankbord.ts";
import { type Sent, sendBallots } from "./ballot-sender.ts";
import { openDatabase } from "./database.ts";
import { fill } from "./fill.ts";
import type { Measure } from "./measure.ts";
import { addVoters } from "./voters.ts";

const voters = 2_000;
const connections = 256;
const seconds = 6;

/** Ballots a second over HTTP, each acknowledged when it is durable: ours, guards included, against a bare server with the same batch, and with one transaction each. */
export default async function* ballots(): AsyncGenerator<Measure> {
  await using database = await openDatabase();
  const filled = await fill(database.db);
  await database.db.execute(
    sql`update session set current_step_id = ${filled.steps.find(({ kind }) => kind === "practice-check")?.id}`,
  );
  const people = await addVoters(database.pool, filled, voters);
  await using klankbord = await startKlankbord({ env: { DATABASE_URL: database.url } });
  await using bare = await startBare(database.url, filled.dialogueId);
  const count = async () =>
    Number((await database.pool.query("select count(*) as n from audit where what = 'ballot.cast'")).rows[0]?.n);
  const send = (to: { port: number; path: string; origin: string }, forSeconds = seconds): Promise<Sent> =>
    sendBallots({ ...to, people, insights: filled.insights, connections, seconds: forSeconds });

  const ours = { port: klankbord.port, path: `/bijeenkomst/${filled.sessionId}/stemmen`, origin: klankbord.origin };
  await send(ours, 2);
  const before = await count();
  const own = await send(ours);
  const kept = (await count()) - before;
  if (own.refused > 0) throw new Error(`${own.refused} ballots were refused`);
  const together = await send({ port: bare.port, path: "/together", origin: "" });
  const each = await send({ port: bare.port, path: "/each", origin: "" });

  const value = own.kept / seconds;
  yield { name: "ballots.per-second", value, unit: "1/s", against: together.kept / seconds };
  yield { name: "ballots.per-second", value, unit: "1/s", against: each.kept / seconds };
  yield { name: "ballots.p99-ms", value: own.p99Ms, unit: "ms" };
  yield { name: "ballots.lost", value: Math.max(0, own.kept - kept), unit: "ballots" };
}

async function startBare(url: string, dialogue: string): Promise<{ port: number; [Symbol.asyncDispose](): Promise<void> }> {
  const child = spawn(process.execPath, [path.join(import.meta.dirname, "ballots-bare.ts"), url, dialogue], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, NODE_ENV: "production" },
  });
  const port = await new Promise<number>((resolve, reject) => {
    child.stdout.once("data", (line) => resolve(Number(String(line))));
    child.once("exit", () => reject(new Error("the bare server ended")));
  });
  return {
    port,
    async [Symbol.asyncDispose]() {
      const gone = new Promise((resolve) => child.once("exit", resolve));
      child.kill();
      await gone;
    },
  };
}

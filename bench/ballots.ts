import { spawn } from "node:child_process";
import path from "node:path";
import { sql } from "drizzle-orm";
import { freePort, startKlankbord } from "../tests/klankbord.ts";
import { type Sending, type Sent, sendBallots } from "./ballot-sender.ts";
import { keepBooks } from "./books.ts";
import { cpuOfAll, cpuSeconds } from "./cpu.ts";
import { openDatabase } from "./database.ts";
import { fill } from "./fill.ts";
import type { Measure } from "./measure.ts";
import { addVoters } from "./voters.ts";

const voters = 2_000;
const connections = 256;
const rounds = 4;
const seconds = 2;
const kills = 5;

interface Target extends Pick<Sending, "port" | "path" | "origin" | "people"> {
  readonly pid: number;
}
interface Sum {
  kept: number;
  serverSeconds: number;
  databaseSeconds: number;
  p99Ms: number;
}

/**
 * Ballots a second over HTTP, each acknowledged when it is durable: ours, guards included, in turns with a bare server that writes the
 * same batches, and beside one transaction each. Then rows and lines in the database against what was acknowledged, also while the
 * server is killed.
 */
export default async function* ballots(): AsyncGenerator<Measure> {
  await using database = await openDatabase();
  const filled = await fill(database.db);
  await database.db.execute(
    sql`update session set current_step_id = ${filled.steps.find(({ kind }) => kind === "practice-check")?.id}`,
  );
  const people = await addVoters(database.pool, filled, voters);
  const others = await addVoters(database.pool, filled, voters, "kaal");
  await database.pool.query("vacuum analyze");
  const port = await freePort();
  const start = () => startKlankbord({ port, env: { DATABASE_URL: database.url } });
  let klankbord = await start();
  const { origin } = klankbord;
  const books = keepBooks(database.pool, people, filled.insights);
  const address = `/bijeenkomst/${filled.sessionId}/stemmen`;
  const ours = (): Target => ({ port, path: address, origin, people, pid: klankbord.pid });
  const send = (to: Target, forSeconds: number, more: Partial<Sending> = {}): Promise<Sent> =>
    sendBallots({ ...to, insights: filled.insights, connections, seconds: forSeconds, ...more });
  const measure = async (to: Target, sum: Sum, more: Partial<Sending> = {}) => {
    const before = [cpuSeconds(to.pid), cpuOfAll(database.pid)] as const;
    const { kept, refused, p99Ms } = await send(to, seconds, more);
    if (refused > 0) throw new Error(`${refused} ballots were refused`);
    sum.kept += kept;
    sum.serverSeconds += cpuSeconds(to.pid) - before[0];
    sum.databaseSeconds += cpuOfAll(database.pid) - before[1];
    sum.p99Ms = Math.max(sum.p99Ms, p99Ms);
  };

  try {
    const { answered } = books;
    const [own, together, each] = [none(), none(), none()];
    {
      await using bare = await startBare(database.url, filled.dialogueId);
      const beside = (path: string): Target => ({ port: bare.port, path, origin: "", people: others, pid: bare.pid });
      await send(ours(), 2, { answered });
      await send(beside("/together"), 1);
      for (let round = 0; round < rounds; round++) {
        await measure(ours(), own, { answered });
        await measure(beside("/together"), together);
      }
      await measure(beside("/each"), each);
    }
    const perSecond = (sum: Sum, turns = rounds) => sum.kept / (turns * seconds);
    const micros = (spent: "serverSeconds" | "databaseSeconds", sum: Sum) => (sum[spent] / sum.kept) * 1e6;
    const value = perSecond(own);
    yield { name: "ballots.per-second", value, unit: "1/s", against: perSecond(together) };
    yield { name: "ballots.per-second-beside-one-by-one", value, unit: "1/s", against: perSecond(each, 1) };
    yield { name: "ballots.p99-ms", value: own.p99Ms, unit: "ms", against: together.p99Ms };
    for (const spent of ["serverSeconds", "databaseSeconds"] as const)
      yield { name: `ballots.cpu.${spent}`, value: micros(spent, own), unit: "us", against: micros(spent, together) };
    yield { name: "ballots.acknowledged", value: books.acknowledged(), unit: "ballots", against: await books.lines() };
    const calm = await books.compare();
    yield { name: "ballots.lost", value: calm.lost, unit: "ballots" };
    yield { name: "ballots.never-acknowledged", value: calm.added, unit: "ballots" };

    const before = books.acknowledged();
    let voting = true;
    const voted = sendBallots({ ...ours(), insights: filled.insights, connections, until: () => !voting, answered });
    const sinceThen = async (count: number) => {
      for (const from = books.acknowledged(); books.acknowledged() < from + count; ) await sleep(20);
    };
    for (let kill = 0; kill < kills; kill++) {
      await sinceThen(1_000);
      await klankbord.end("SIGKILL");
      klankbord = await start();
    }
    await sinceThen(1_000);
    voting = false;
    await voted;
    const after = await books.compare();
    yield { name: "ballots.killed.acknowledged", value: books.acknowledged() - before, unit: "ballots" };
    yield { name: "ballots.killed.lost", value: after.lost, unit: "ballots" };
    yield { name: "ballots.killed.never-asked", value: after.added, unit: "ballots" };
  } finally {
    await klankbord[Symbol.asyncDispose]();
  }
}

const none = (): Sum => ({ kept: 0, serverSeconds: 0, databaseSeconds: 0, p99Ms: 0 });
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function startBare(url: string, dialogue: string) {
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
    pid: child.pid ?? 0,
    async [Symbol.asyncDispose]() {
      const gone = new Promise((resolve) => child.once("exit", resolve));
      child.kill();
      await gone;
    },
  };
}

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { cpuSeconds, mainThreadSeconds, residentMb } from "./cpu.ts";
import type { CrowdSetting, Report } from "./crowd.ts";
import { type Crowd, openCrowd } from "./crowd-process.ts";
import { installSocketIo, openBenchHall, startBareLines } from "./hall.ts";
import type { BenchOptions, Measure } from "./measure.ts";

const sizes = { usual: [1_000], long: [1_000, 5_000, 10_000] };
const tickMs = 250;
const voteSeconds = 15;
const listenSeconds = 8;
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * A hall that votes, each person every ten seconds: from an acknowledged ballot to the tick on every screen. Then a hall that only listens,
 * four ticks a second: what a message costs the server, beside a bare loop over `ws` and beside socket.io with the same bytes.
 */
export default async function* live({ long, processes }: BenchOptions): AsyncGenerator<Measure> {
  if (processes > 1) {
    for (let n = 1; n <= processes; n++) yield* spreadOver(n, long ? 5_000 : 1_000);
    return;
  }
  const dir = mkdtempSync(path.join(tmpdir(), "klankbord-bench-io-"));
  try {
    const socketIo = installSocketIo(dir);
    for (const size of long ? sizes.long : sizes.usual) yield* hallOf(size, socketIo);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

async function* hallOf(size: number, socketIo: string | null): AsyncGenerator<Measure> {
  const name = `live.${size}`;
  let each: Cost;
  let length: number;
  {
    await using hall = await openBenchHall(size);
    await using crowd = openCrowd();
    await crowd.do({ do: "set", setting: hall.setting });
    yield { name: `${name}.arrive-ms`, value: await crowd.do<number>({ do: "connect", lines: size }), unit: "ms" };
    await crowd.do({ do: "begin" });
    await crowd.do({ do: "vote", perSecond: size / 10, seconds: voteSeconds });
    const late = await crowd.do<number>({ do: "wait-for", answers: await hall.ballots() });
    const told = await crowd.do<Report>({ do: "end" });
    yield { name: `${name}.ballot-to-screen-p50-ms`, value: told.p50, unit: "ms" };
    yield { name: `${name}.ballot-to-screen-p99-ms`, value: told.p99, unit: "ms" };
    yield { name: `${name}.ballot-p99-ms`, value: told.ballotP99, unit: "ms" };
    yield { name: `${name}.ballots-per-second`, value: told.acknowledged / voteSeconds, unit: "1/s" };
    yield { name: `${name}.refused`, value: told.refused, unit: "ballots" };
    yield { name: `${name}.missed`, value: told.gaps + late, unit: "parts and screens" };
    yield { name: `${name}.memory`, value: residentMb(hall.klankbord.pid), unit: "MB" };
    // enough for something new at each tick, wherever in the tick they fall
    const drip = async () => {
      await crowd.do({ do: "vote", perSecond: 4 * (1000 / tickMs), seconds: listenSeconds });
    };
    each = await cost(crowd, hall.klankbord.pid, drip);
    length = Math.round(each.bytes);
  }
  await using bare = await startBareLines("ws", length, tickMs);
  const plain = await beside(bare, size, "klankbord");
  yield { name: `${name}.cpu-per-message`, value: each.micros, unit: "us", against: plain.micros };
  yield { name: `${name}.cpu-per-message-with-analysis`, value: each.whole, unit: "us", against: plain.whole };
  if (!socketIo) return;
  await using io = await startBareLines("socket.io", length, tickMs, socketIo);
  const other = await beside(io, size, "socket.io");
  yield { name: `${name}.cpu-per-message-socket.io`, value: each.micros, unit: "us", against: other.micros };
}

/** The same hall over more processes: whether they tell the same in time, and what each of them has left to do. */
async function* spreadOver(processes: number, size: number): AsyncGenerator<Measure> {
  const name = `live.${size}.processes-${processes}`;
  await using hall = await openBenchHall(size, processes);
  await using crowd = openCrowd();
  await crowd.do({ do: "set", setting: hall.setting });
  yield { name: `${name}.arrive-ms`, value: await crowd.do<number>({ do: "connect", lines: size }), unit: "ms" };
  await crowd.do({ do: "begin" });
  const threads = () => hall.all.map(({ pid }) => mainThreadSeconds(pid));
  const before = threads();
  const began = performance.now();
  await crowd.do({ do: "vote", perSecond: size / 10, seconds: voteSeconds });
  const late = await crowd.do<number>({ do: "wait-for", answers: await hall.ballots() });
  const seconds = (performance.now() - began) / 1000;
  const told = await crowd.do<Report>({ do: "end" });
  const busy = threads().map((after, at) => (after - (before[at] ?? 0)) / seconds);
  yield { name: `${name}.ballot-to-screen-p99-ms`, value: told.p99, unit: "ms" };
  yield { name: `${name}.refused`, value: told.refused, unit: "ballots" };
  yield { name: `${name}.missed`, value: told.gaps + late, unit: "parts and screens" };
  yield { name: `${name}.busiest-line-thread`, value: 100 * Math.max(...busy), unit: "% of a core" };
  yield { name: `${name}.memory-each`, value: Math.max(...hall.all.map(({ pid }) => residentMb(pid))), unit: "MB" };
}

interface Cost {
  /** of the thread that serves the lines, per message that arrived */
  readonly micros: number;
  /** of the whole server: with what it works out about the ballots meanwhile */
  readonly whole: number;
  readonly bytes: number;
}

async function cost(crowd: Crowd, pid: number, meanwhile: () => Promise<unknown>): Promise<Cost> {
  await sleep(2_000);
  await crowd.do({ do: "begin" });
  const before = [mainThreadSeconds(pid), cpuSeconds(pid)] as const;
  await meanwhile();
  const [main, all] = [mainThreadSeconds(pid) - before[0], cpuSeconds(pid) - before[1]];
  const { messages, bytes } = await crowd.do<Report>({ do: "end" });
  return { micros: (main / messages) * 1e6, whole: (all / messages) * 1e6, bytes: bytes / messages };
}

async function beside(server: { port: number; pid: number }, size: number, tongue: CrowdSetting["tongue"]): Promise<Cost> {
  await using crowd = openCrowd();
  const origin = `http://localhost:${server.port}`;
  await crowd.do({ do: "set", setting: { ports: [server.port], origin, tongue, session: "", insights: [], cookies: [""] } });
  await crowd.do({ do: "connect", lines: size });
  // awaited here: else the crowd is gone before it was counted
  return await cost(crowd, server.pid, () => sleep(listenSeconds * 1000));
}

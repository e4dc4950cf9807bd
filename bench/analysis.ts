import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { addDevice } from "../app/dialogue/people/devices.server.ts";
import { membership } from "../app/dialogue/people/tables.ts";
import { person } from "../app/dialogue/tables.ts";
import { readVotes } from "../app/organisation/transfer/files.server.ts";
import { importPolis } from "../app/organisation/transfer/polis-import.server.ts";
import type { DialogueId } from "../app/platform/ids.ts";
import { publishReport } from "../app/report/publish/reports.server.ts";
import { openAnalyst } from "../app/session/analysis/analyst.server.ts";
import { startKlankbord } from "../tests/klankbord.ts";
import { type Size, writeVotes } from "./analysis-votes.ts";
import { type Database, openDatabase } from "./database.ts";
import { type Measure, percentile } from "./measure.ts";
import { installRedDwarf, type RedDwarf } from "./red-dwarf.ts";

const small: Size = { people: 10_000, statements: 200, filled: 0.05 };
const large: Size = { people: 100_000, statements: 500, filled: 0.05 };
/** As large as the conversation held in Bowling Green. */
const bowlingGreen: Size = { people: 2_031, statements: 896, filled: 0.124 };

/**
 * The method on invented votes, cold, each run in a process of its own: without its tests, with the null, and whole; beside
 * red-dwarf. How time grows with the votes. Reading of exports. The event loop while a worker analyses, and the
 * page of results.
 */
export default async function* analysis({ long }: { readonly long: boolean }): AsyncGenerator<Measure> {
  const dir = mkdtempSync(path.join(tmpdir(), "klankbord-bench-analysis-"));
  try {
    const redDwarf = installRedDwarf(dir);
    yield* size(dir, "bowling-green", bowlingGreen, redDwarf);
    yield* size(dir, "10kx200", small, redDwarf);
    if (!long) console.error("red-dwarf op 100.000 x 500 (zes minuten, 3,3 GB): alleen met --long");
    yield* size(dir, "100kx500", large, long ? redDwarf : null);
    yield* growth(dir);
    yield* reading(dir);
    yield* loop(dir);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

interface Run {
  readonly ms: number;
  readonly mib: number;
}

function once(file: string, what: "plain" | "null" | "whole"): Run {
  const made = spawnSync(process.execPath, [path.join(import.meta.dirname, "analysis-child.ts"), file, what], {
    encoding: "utf8",
  });
  if (made.status !== 0) throw new Error(made.stderr);
  return JSON.parse(made.stdout);
}
/** The middle one of three. */
function middle(file: string): Run {
  const runs = [1, 2, 3].map(() => once(file, "plain"));
  return {
    ms: percentile(
      runs.map(({ ms }) => ms),
      0.5,
    ),
    mib: percentile(
      runs.map(({ mib }) => mib),
      0.5,
    ),
  };
}

async function* size(dir: string, name: string, of: Size, redDwarf: RedDwarf | null): AsyncGenerator<Measure> {
  const file = path.join(dir, `${name}.csv`);
  const votes = writeVotes(file, "wide", of);
  console.error(`${name}: ${of.people} x ${of.statements}, ${votes} stemmen`);
  const own = middle(file);
  const other = redDwarf?.run(file);
  yield { name: `analysis.${name}.ms`, value: own.ms, unit: "ms", ...(other ? { against: other.ms } : {}) };
  yield { name: `analysis.${name}.mib`, value: own.mib, unit: "MiB", ...(other ? { against: other.mib } : {}) };
  yield { name: `analysis.${name}.null-ms`, value: once(file, "null").ms, unit: "ms" };
  const whole = once(file, "whole");
  yield { name: `analysis.${name}.whole-ms`, value: whole.ms, unit: "ms" };
  yield { name: `analysis.${name}.whole-mib`, value: whole.mib, unit: "MiB" };
}

/** Twice the votes should take twice the time: `against` is what that would be. */
async function* growth(dir: string): AsyncGenerator<Measure> {
  const file = path.join(dir, "growth.csv");
  let first: number | null = null;
  for (const times of [1, 2, 4, 8]) {
    writeVotes(file, "wide", { people: 10_000 * times, statements: 300, filled: 0.05 });
    const { ms } = middle(file);
    first ??= ms;
    yield { name: `analysis.growth.x${times}.ms`, value: ms, unit: "ms", against: first * times };
  }
}

async function* reading(dir: string): AsyncGenerator<Measure> {
  const file = path.join(dir, "read.csv");
  for (const form of ["wide", "long"] as const) {
    writeVotes(file, form, large);
    const took: number[] = [];
    for (const _ of [1, 2, 3]) {
      const began = performance.now();
      await readVotes(file, null);
      took.push(performance.now() - began);
    }
    yield { name: `analysis.read-${form}.ms`, value: percentile(took, 0.5), unit: "ms" };
  }
}

/** The page of results of a conversation of that size, for its team, as the server sees it. */
async function* page(database: Database, dialogueId: DialogueId, slug: string): AsyncGenerator<Measure> {
  await publishReport(database.db, dialogueId, "command", { number: 1, change: "" }); // as an import does
  const [lead] = await database.db.insert(person).values({ name: "Samira Bouzid" }).returning({ id: person.id });
  if (!lead) throw new Error("nobody was added");
  await database.db.insert(membership).values({ personId: lead.id, dialogueId, role: "analyst", acceptedAt: new Date() });
  const { token } = await database.db.transaction((tx) => addDevice(tx, "team", lead.id, { name: "bench" }));
  await using klankbord = await startKlankbord({ env: { DATABASE_URL: database.url } });
  const took: number[] = [];
  for (let round = -3; round < 20; round++) {
    const began = performance.now();
    const answer = await fetch(`${klankbord.origin}/team/${slug}/inzichten/uitkomst`, {
      headers: { cookie: `__Host-team=${token}` },
    });
    await answer.text();
    if (answer.status !== 200) throw new Error(`results: ${answer.status}`);
    if (round === -3) yield { name: "analysis.page.first-ms", value: performance.now() - began, unit: "ms" };
    if (round >= 0) took.push(performance.now() - began);
  }
  yield { name: "analysis.page.p95-ms", value: percentile(took, 0.95), unit: "ms" };
}

/** How long the server's thread is held while its worker reads, computes and keeps; against a thread with nothing to do. */
async function* loop(dir: string): AsyncGenerator<Measure> {
  await using database = await openDatabase();
  writeVotes(path.join(dir, "participants-votes.csv"), "wide", bowlingGreen);
  const comments = Array.from({ length: bowlingGreen.statements }, (_, id) => `${id},1,Stelling ${id}`);
  writeFileSync(path.join(dir, "comments.csv"), `comment-id,moderated,comment-body\n${comments.join("\n")}\n`);
  const { dialogueId, slug } = await importPolis(database.db, dir);
  const analyst = openAnalyst({ connectionString: database.url });
  const delay = monitorEventLoopDelay({ resolution: 1 });
  const longest = async (work: () => Promise<unknown>) => {
    delay.reset();
    delay.enable();
    const began = performance.now();
    await work();
    delay.disable();
    return { ms: performance.now() - began, max: delay.max / 1e6 };
  };
  const cpu = process.threadCpuUsage();
  await analyst.update(dialogueId);
  const { user, system } = process.threadCpuUsage(cpu);
  await database.db.execute(sql`delete from analysis`);
  const busy = await longest(() => analyst.update(dialogueId));
  const idle = await longest(() => sleep(busy.ms));
  await analyst.close();
  yield { name: "analysis.bowling-green.from-database-ms", value: busy.ms, unit: "ms" };
  yield { name: "analysis.loop.held-most-ms", value: busy.max, unit: "ms", against: idle.max };
  yield { name: "analysis.loop.cpu-ms", value: (user + system) / 1000, unit: "ms" };
  yield* page(database, dialogueId, slug);
}

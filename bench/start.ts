import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort, type Klankbord, type StartOptions, startKlankbord } from "../tests/klankbord.ts";
import type { Measure } from "./measure.ts";

const root = path.resolve(import.meta.dirname, "..");
const parts = [
  "app",
  "scripts",
  "package.json",
  "package-lock.json",
  "tsconfig.json",
  "vite.config.ts",
  "react-router.config.ts",
];

/** A clone without a build: the first start, the next, and what Node holds when nobody comes by. */
export default async function* start(): AsyncGenerator<Measure> {
  const from = mkdtempSync(path.join(tmpdir(), "klankbord-bench-"));
  try {
    for (const part of parts) cpSync(path.join(root, part), path.join(from, part), { recursive: true });
    symlinkSync(path.join(root, "node_modules"), path.join(from, "node_modules"));
    const options = { from, dataDir: path.join(from, "data"), port: await freePort() };
    const first = await timed(options);
    await first.klankbord.end();
    const second = await timed(options);
    await sleep(3_000);
    const mib = residentMib(second.klankbord.pid);
    await second.klankbord.end();
    yield { name: "start.ready-s", value: first.seconds, unit: "s" };
    yield { name: "start.ready-again-s", value: second.seconds, unit: "s" };
    if (mib !== null) yield { name: "start.mib", value: mib, unit: "MiB" };
  } finally {
    rmSync(from, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}

/** Until it said that it was ready, and answered so. */
async function timed(options: StartOptions): Promise<{ klankbord: Klankbord; seconds: number }> {
  const begun = performance.now();
  const klankbord = await startKlankbord(options);
  const { status } = await fetch(`${klankbord.origin}/readyz`);
  if (status !== 200) throw new Error(`/readyz: ${status}`);
  return { klankbord, seconds: (performance.now() - begun) / 1000 };
}

/** null where the system does not tell */
function residentMib(pid: number): number | null {
  const file = `/proc/${pid}/status`;
  const found = existsSync(file) ? /VmRSS:\s+(\d+) kB/.exec(readFileSync(file, "utf8")) : null;
  return found ? Number(found[1]) / 1024 : null;
}

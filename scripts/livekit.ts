// node scripts/livekit.ts: the LiveKit that tests and benches use, built once by Go and kept outside the project.
import { execFileSync, spawn } from "node:child_process";
import { accessSync, constants, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

export const version = "1.13.5";
const source = `github.com/livekit/livekit-server/cmd/server@v${version}`;
/** From 1.21 on Go fetches a newer Go by itself, when a module asks for one. */
const oldestGo = 21;
const folder = path.join(process.env.XDG_CACHE_HOME || path.join(homedir(), ".cache"), "klankbord");
const program = path.join(folder, `livekit-server-${version}`);
const lock = `${program}.building`;

/**
 * Where a LiveKit is: LIVEKIT_SERVER, else one that was built before, else one that Go builds now, which takes minutes.
 * @returns its program; or why there is none
 */
export async function getLiveKit(
  say: (line: string) => void = console.error,
): Promise<{ program: string } | { missing: string }> {
  const asked = process.env.LIVEKIT_SERVER;
  if (asked) return runnable(asked) ? { program: asked } : { missing: `LIVEKIT_SERVER=${asked}: no such program` };
  for (;;) {
    if (runnable(program)) return { program };
    if (!isBuilding()) break;
    await sleep(500);
  }
  const go = goVersion();
  if (go === null) return { missing: "Go is not here" };
  if (go < oldestGo) return { missing: `Go 1.${go} is too old: 1.26 builds it, and from 1.${oldestGo} on Go fetches that` };
  say(`Building LiveKit ${version}, once; it takes some minutes`);
  return (await build()) ? { program } : { missing: "Go could not build it; what it said stands above" };
}

/** The LiveKit that is there at this moment, or null; nothing is waited for. */
export function liveKitAtHand(): string | null {
  const file = process.env.LIVEKIT_SERVER || program;
  return runnable(file) ? file : null;
}

function runnable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** By another run. */
function isBuilding(): boolean {
  try {
    process.kill(Number(readFileSync(lock, "utf8")), 0);
    return true;
  } catch {
    return false;
  }
}

function goVersion(): number | null {
  try {
    const said = execFileSync("go", ["version"], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
    return Number(/go1\.(\d+)/.exec(said)?.[1] ?? 0);
  } catch {
    return null;
  }
}

async function build(): Promise<boolean> {
  mkdirSync(folder, { recursive: true });
  writeFileSync(lock, String(process.pid));
  const into = mkdtempSync(path.join(folder, "build-"));
  try {
    const env = { ...process.env, GOBIN: into, CGO_ENABLED: "0", GOFLAGS: "-mod=mod" };
    const child = spawn("nice", ["-n", "15", "go", "install", "-ldflags=-s -w", source], { env, stdio: ["ignore", "ignore", 2] });
    const code = await new Promise((resolve) => child.once("error", () => resolve(1)).once("close", resolve));
    if (code === 0) renameSync(path.join(into, "server"), program);
    return code === 0;
  } finally {
    rmSync(into, { recursive: true, force: true });
    rmSync(lock, { force: true });
  }
}

if (process.argv[1] === import.meta.filename) {
  const found = await getLiveKit();
  console.error("missing" in found ? `No LiveKit: ${found.missing}.` : `LiveKit ${version}: ${found.program}`);
}

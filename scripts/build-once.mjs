// Builds when the build is missing or older than the sources; of some starts at once, one builds and the others wait for it.
import { spawnSync } from "node:child_process";
import { linkSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const root = path.resolve(import.meta.dirname, "..");
const built = path.join(root, "build/server/index.js");
const sources = ["app", "package-lock.json", "vite.config.ts", "react-router.config.ts"].map((name) => path.join(root, name));
const lock = path.join(root, "node_modules/.klankbord-build");

const newest = (entry) => {
  const found = statSync(entry);
  if (!found.isDirectory()) return /\.(test|e2e)\.tsx?$/.test(entry) ? 0 : found.mtimeMs;
  return Math.max(0, ...readdirSync(entry).map((name) => newest(path.join(entry, name))));
};
// Another start may take away an old build at any moment.
const isFresh = () => {
  const made = statSync(built, { throwIfNoEntry: false });
  return made !== undefined && Math.max(...sources.map(newest)) <= made.mtimeMs;
};

/** @returns undefined when the build is there, else what the builder said */
export async function buildOnce() {
  while (!(isFresh() && !isHeld())) {
    if (!take()) {
      await sleep(100);
      continue;
    }
    try {
      if (!isFresh()) return await build();
    } finally {
      rmSync(lock, { force: true });
    }
  }
  return undefined;
}

async function build() {
  console.error("Klankbord wordt gebouwd (eenmalig, tot een halve minuut) ...");
  const started = performance.now();
  // What a builder that was killed left half is not taken for a build.
  rmSync(built, { force: true });
  const made = spawnSync(process.execPath, [path.join(root, "node_modules/@react-router/dev/bin.cjs"), "build"], {
    cwd: root,
    stdio: ["ignore", "ignore", "pipe"],
    env: { ...process.env, NODE_ENV: "production" },
  });
  if (made.status !== 0) return String(made.stderr) || "Bouwen is niet gelukt.\n";
  await import("./compress.mjs");
  console.error(`Gebouwd in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
  return undefined;
}

/** @returns whether this process may build now */
function take() {
  const mine = `${lock}-${process.pid}`;
  writeFileSync(mine, String(process.pid));
  try {
    linkSync(mine, lock);
    return true;
  } catch (problem) {
    if (problem.code !== "EEXIST") throw problem;
    if (!isHeld()) rmSync(lock, { force: true });
    return false;
  } finally {
    rmSync(mine, { force: true });
  }
}

/** Whether a process that lives is building. No build takes five minutes: then another has got the number of one that died. */
function isHeld() {
  try {
    if (Date.now() - statSync(lock).mtimeMs > 300_000) return false;
    process.kill(Number(readFileSync(lock, "utf8")), 0);
    return true;
  } catch (problem) {
    return problem.code === "EPERM";
  }
}

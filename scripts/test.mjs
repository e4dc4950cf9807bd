// npm test: every test, progress on stderr; stdout gets one line, "N passed, N failed".
// npm run test:media: all of sound and picture, of which npm test has a smoke. npm run test:long: all of these and the files
// *.long.test.ts, and each property tried 20 times as often. Words after -- are filters: npm test -- app/call
// npm run test:changed: what imports a file that differs from main, or from what is named: npm run test:changed -- HEAD~3
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { leaveNothing, signal } from "./leave-nothing.mjs";

const root = path.resolve(import.meta.dirname, "..");
const given = process.argv.slice(2);
const long = given.includes("--long");
const kinds = long
  ? ["unit", "db", "e2e", "media", "long"]
  : given.includes("--media")
    ? ["media"]
    : ["unit", "db", "e2e", "smoke"];
const projects = kinds.flatMap((name) => ["--project", name]);
const words = given.filter((word) => !["--long", "--media", "--changed"].includes(word));
const isChanged = given.includes("--changed");
const filters = isChanged ? ["--passWithNoTests", "--changed", words[0] ?? "main", ...words.slice(1)] : words;

// One directory and one process group for all that a run may leave behind.
const scratch = mkdtempSync(path.join(roomiest(), "klankbord-test-"));
const countFile = path.join(scratch, "counts.json");

const child = spawn(process.execPath, [path.join(root, "node_modules/vitest/vitest.mjs"), "run", ...projects, ...filters], {
  cwd: root,
  stdio: ["ignore", 2, 2],
  detached: true,
  env: {
    ...(long && { PROPERTY_TIMES: "20" }),
    ...process.env,
    TMPDIR: scratch,
    COUNT_FILE: countFile,
    // Klankbord is started some eighty times: its code is compiled once.
    NODE_COMPILE_CACHE: path.join(scratch, "compiled"),
  },
});
for (const name of ["SIGINT", "SIGTERM"]) process.on(name, () => toGroup(name));

const code = await new Promise((resolve) => {
  child.once("error", () => resolve(1));
  child.once("close", (status) => resolve(status ?? 1));
});

const { passed, failed, skipped } = existsSync(countFile)
  ? JSON.parse(readFileSync(countFile, "utf8"))
  : { passed: 0, failed: 0, skipped: 0 };
await leaveNothing(child.pid, scratch);
rmSync(scratch, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });

if (skipped > 0) console.error(`${skipped} skipped`);
if (passed + failed === 0) console.error("No test ran.");
// A crash that no test owns, and a run without tests, count as a failure; but nothing has to follow from a change.
const missed = failed === 0 && (code !== 0 || (passed === 0 && !isChanged)) ? 1 : 0;
console.log(`${passed} passed, ${failed + missed} failed`);
process.exitCode = failed + missed === 0 ? 0 : 1;

function toGroup(name) {
  if (child.pid) signal(-child.pid, name);
}

/** Memory where it has room: a new database is some 900 files, which costs a disk twenty times as much. */
function roomiest() {
  const memory = "/dev/shm";
  if (process.env.TMPDIR || !existsSync(memory)) return tmpdir();
  const { bavail, bsize } = statfsSync(memory);
  return bavail * bsize > 4 * 2 ** 30 ? memory : tmpdir();
}

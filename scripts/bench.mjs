// npm run -s bench -- [--long] [--processes N] [NAME ...]: bench/run.ts in a process group and a directory of its own. However
// this ends, also by `kill -9`, no server and no database stays behind: a warden holds the other end of a pipe.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { leaveNothing, signal } from "./leave-nothing.mjs";

const root = path.resolve(import.meta.dirname, "..");
const [first, second, scratchGiven] = process.argv.slice(2);

if (first === "--warden") await keepWatch(Number(second), scratchGiven);
else {
  const scratch = mkdtempSync(path.join(tmpdir(), "klankbord-bench-"));
  const child = spawn(process.execPath, [path.join(root, "bench/run.ts"), ...process.argv.slice(2)], {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
    detached: true,
    env: { ...process.env, TMPDIR: scratch },
  });
  const warden = spawn(process.execPath, [import.meta.filename, "--warden", String(child.pid), scratch], {
    stdio: ["pipe", "ignore", "ignore"],
    detached: true,
  });
  let ended = "";
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"])
    process.on(name, () => {
      ended = name;
      signal(-(child.pid ?? 0), "SIGKILL");
    });
  const code = await new Promise((resolve) => {
    child.once("error", () => resolve(1));
    child.once("close", (status) => resolve(status ?? 1));
  });
  const cleared = new Promise((resolve) => warden.once("close", resolve));
  warden.stdin.end();
  await cleared;
  process.exitCode = ended ? 130 : code;
}

/** Until the one who measures is gone, however. */
async function keepWatch(group, scratch) {
  process.on("SIGHUP", () => {});
  await new Promise((resolve) => process.stdin.resume().once("close", resolve));
  await leaveNothing(group, scratch);
  rmSync(scratch, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}

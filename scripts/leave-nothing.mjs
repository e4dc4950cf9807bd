import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/**
 * After a run that was ended, or crashed: its servers, and databases, which have a process group of their own.
 * @param group of the run
 * @param scratch the directory in which it kept everything
 */
export async function leaveNothing(group, scratch) {
  if (group) signal(-group, "SIGKILL");
  const databases = globSync("*/postgres/postmaster.pid", { cwd: scratch }).map((file) =>
    Number(readFileSync(path.join(scratch, file), "utf8").split("\n")[0]),
  );
  for (const pid of databases) signal(pid, "SIGQUIT");
  for (let left = 100; left > 0 && databases.some((pid) => signal(pid, 0)); left--) await sleep(50);
}

/** @returns whether there is such a process */
export function signal(pid, name) {
  try {
    return process.kill(pid, name);
  } catch {
    return false;
  }
}

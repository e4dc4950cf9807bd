import { readdirSync, readFileSync } from "node:fs";

/** Seconds of processor that a process used so far, all its threads together. */
export function cpuSeconds(pid: number): number {
  return secondsIn(statOf(`${pid}`));
}

/** Of its main thread alone, where the lines to screens are served. */
export const mainThreadSeconds = (pid: number): number => secondsIn(statOf(`${pid}/task/${pid}`));

const secondsIn = (fields: readonly string[]): number => (Number(fields[11]) + Number(fields[12])) / 100;

/** Of a process and all it started, such as a database with its connections. */
export function cpuOfAll(pid: number): number {
  const parents = new Map<number, number>();
  for (const name of readdirSync("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    try {
      parents.set(Number(name), Number(statOf(name)[1]));
    } catch {} // gone meanwhile
  }
  const isBelow = (one: number | undefined): boolean => one === pid || (!!one && isBelow(parents.get(one)));
  let sum = 0;
  for (const one of parents.keys()) {
    try {
      if (isBelow(one)) sum += cpuSeconds(one);
    } catch {}
  }
  return sum;
}

/** MB of memory that a process holds now. */
export function residentMb(pid: number): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024;
}

/** What stands behind the name. */
function statOf(pid: string): string[] {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
}

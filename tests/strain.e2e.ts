import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createConnection, type Socket } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { migrateAll } from "../app/platform/database/migrate.server.ts";
import { fillIn, readForms } from "../demo/form.ts";
import { type FreshDatabase, freshDatabase } from "./database.ts";
import { fillInvented, type Invented } from "./invented.ts";
import { type Klankbord, root, startInVain, startKlankbord } from "./klankbord.ts";
import { laterVersion } from "./later-version.ts";
import { says, startReceiver } from "./receiver.ts";
import { openSlowLine } from "./slow-line.ts";
import { until } from "./until.ts";
import { postForm, teamCookie } from "./visitors.ts";

// What a machine under strain does to people: what was acknowledged is kept, and what they typed comes back.
const scratch = mkdtempSync(path.join(tmpdir(), "kb-strain-"));
const clockFile = path.join(scratch, "clock");
let database: FreshDatabase;
let collector: Awaited<ReturnType<typeof startReceiver>>;
let slow: Awaited<ReturnType<typeof openSlowLine>>;
let klankbord: Klankbord;
let made: Invented;
let organiser: string;

beforeAll(async () => {
  database = await freshDatabase();
  made = await fillInvented(database.db);
  organiser = await teamCookie(database.db, "organiser", made.dialogueId);
  collector = await startReceiver(says(200));
  const { host, port, user, database: name } = database.at;
  slow = await openSlowLine(path.join(host, `.s.PGSQL.${port}`));
  const env = {
    DATABASE_URL: `postgres://${user}@127.0.0.1:${slow.port}/${name}`,
    NODE_OPTIONS: `--import ${path.join(root, "tests/clock.mjs")}`,
    CLOCK_FILE: clockFile,
    OTEL_EXPORTER_OTLP_ENDPOINT: new URL(collector.url).origin,
  };
  klankbord = await startKlankbord({ env });
});
afterAll(async () => {
  await klankbord?.[Symbol.asyncDispose]();
  await collector?.[Symbol.asyncDispose]();
  await slow?.[Symbol.asyncDispose]();
  await database?.[Symbol.asyncDispose]();
  rmSync(scratch, { recursive: true, force: true });
});

const get = (at: string) => fetch(klankbord.origin + at, { headers: { cookie: organiser }, redirect: "manual" });
const callPath = () => `/team/${made.slug}/oproep`;
async function callForm(lead: string): Promise<Record<string, string>> {
  const page = await get(callPath());
  expect(page.status).toBe(200);
  const form = readForms(await page.text()).find(({ fields }) => fields.some(({ name }) => name === "lead"));
  if (!form) throw new Error("no form for the call");
  return Object.fromEntries(fillIn(form, { lead }));
}
const keptLead = async () => (await database.pool.query<{ lead: string }>("select lead from call")).rows[0]?.lead;

test("a database that takes two seconds for each answer: the page comes late, or asks for patience with what was typed", async () => {
  const fields = await callForm("Traag, maar bewaard.");
  slow.line.ms = 2_000;
  try {
    expect((await get("/healthz")).status).toBe(200);
    const answer = await postForm(klankbord.origin + callPath(), organiser, fields);
    const text = await answer.text();
    if (answer.status < 400) expect(await keptLead()).toBe(fields.lead);
    else {
      expect(answer.status).toBe(503);
      expect(text).toContain("Traag, maar bewaard.");
    }
  } finally {
    slow.line.ms = 0;
  }
  // what was given up on may still end
  const busy = "select from pg_stat_activity where datname = current_database() and state <> 'idle' and pid <> pg_backend_pid()";
  await until(async () => (await database.pool.query(busy)).rows.length === 0);
  const answer = await postForm(klankbord.origin + callPath(), organiser, await callForm("Weer vlot."));
  expect([answer.status < 400, await keptLead()]).toEqual([true, "Weer vlot."]);
});

test("a clock that jumps days on and back keeps everybody signed in, and what is kept has the time of the database", async () => {
  for (const days of [3, -3, 0]) {
    writeFileSync(clockFile, String(days * 24 * 3_600_000));
    const lead = `Sprong van ${days} dagen.`;
    const answer = await postForm(klankbord.origin + callPath(), organiser, await callForm(lead));
    expect([days, answer.status < 400, await keptLead()]).toEqual([days, true, lead]);
  }
  const { rows } = await database.pool.query(
    "select count(*)::int as wrong from audit where abs(extract(epoch from now() - at)) > 3600 and what = 'call.save'",
  );
  expect(rows).toEqual([{ wrong: 0 }]);
});

test("without file handles new visitors wait, and when there are some again everybody is served", async () => {
  const open = readdirSync(`/proc/${klankbord.pid}/fd`).length;
  const limit = (most: number) => execFileSync("prlimit", ["--pid", String(klankbord.pid), `--nofile=${most}:`]);
  const sockets: Socket[] = [];
  const soft = Number(/open files\s+(\d+)/i.exec(readFileSync(`/proc/${klankbord.pid}/limits`, "utf8"))?.[1]);
  limit(open + 8);
  try {
    for (let n = 0; n < 60; n++) {
      const socket = createConnection(klankbord.port, "127.0.0.1");
      socket.on("error", () => {});
      sockets.push(socket);
    }
    const answer = await fetch(`${klankbord.origin}/healthz`, { signal: AbortSignal.timeout(3_000) }).catch(() => null);
    expect([null, 200, 503]).toContain(answer ? answer.status : null);
  } finally {
    limit(soft);
    for (const socket of sockets) socket.destroy();
  }
  await until(async () => (await get("/healthz").catch(() => null))?.status === 200);
  const answer = await postForm(klankbord.origin + callPath(), organiser, await callForm("Na de drukte."));
  expect([answer.status < 400, await keptLead()]).toEqual([true, "Na de drukte."]);
});

test("a collector hears of each request and job by the name of its route, and of nobody", async () => {
  const told = () => collector.received.map(({ body }) => body).join("");
  await until(() => told().includes('"GET /team/:dialogue/oproep"') && told().includes('"mail-lost"'));
  expect(told()).not.toContain(made.slug);
  expect(told()).not.toContain(organiser.split("=")[1]);
});

// last: after it the database is of a later version
test("while a next version brings the database up to date the one that runs goes on; another start of it refuses, and says why", async () => {
  using later = laterVersion([
    "alter table call add column tone text not null default 'warm';",
    "create table postcard (id uuid primary key, person_id uuid not null references person (id));",
  ]);
  const typed = await callForm("Tijdens het bijwerken.");
  await migrateAll(database.pool, later.root);
  const answer = await postForm(klankbord.origin + callPath(), organiser, typed);
  expect([answer.status < 400, await keptLead()]).toEqual([true, "Tijdens het bijwerken."]);
  for (const at of ["/", `/oproep/${made.slug}`, callPath()]) expect([at, (await get(at)).status]).toEqual([at, 200]);
  const { said, code } = await startInVain({ env: { DATABASE_URL: database.url } });
  expect([code, said.trim().split("\n").at(-1)]).toEqual([1, expect.stringContaining("andere versie van Klankbord")]);
  expect(said).not.toMatch(/^\s+at /m);
});

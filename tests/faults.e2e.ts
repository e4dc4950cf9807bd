import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Browser } from "@playwright/test";
import { drizzle } from "drizzle-orm/node-postgres";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Embedded, startEmbedded } from "../app/platform/database/embedded.server.ts";
import { migrateAll } from "../app/platform/database/migrate.server.ts";
import { fillIn, readForms } from "../demo/form.ts";
import { carryCookie, launchBrowser } from "./browser.ts";
import { fillInvented, type Invented } from "./invented.ts";
import { type Klankbord, root, startInVain, startKlankbord } from "./klankbord.ts";
import { until } from "./until.ts";
import { goOffline, ready } from "./visit.ts";
import { postForm, teamCookie } from "./visitors.ts";

// A PostgreSQL of this file's own, to stop, start, fill and tear.
const dataDir = mkdtempSync(path.join(tmpdir(), "kb-faults-"));
let postgres: Embedded;
let klankbord: Klankbord;
let made: Invented;
let organiser: string;

const startPostgres = () =>
  startEmbedded(
    dataDir,
    async () => false,
    () => {},
  );

/** A connection that ends, and tells nobody, when the database does. */
async function ask<T extends pg.QueryResultRow>(text: string, values: unknown[] = [], database = "klankbord"): Promise<T[]> {
  const client = new pg.Client({ host: postgres.host, port: postgres.port, user: postgres.user, database });
  client.on("error", () => {});
  await client.connect();
  try {
    return (await client.query<T>(text, values)).rows;
  } finally {
    await client.end();
  }
}

beforeAll(async () => {
  postgres = await startPostgres();
  await ask("create database klankbord", [], "postgres");
  const pool = new pg.Pool({ host: postgres.host, port: postgres.port, user: postgres.user, database: "klankbord" });
  pool.on("error", () => {});
  pool.on("connect", (client) => {
    client.on("error", () => {});
  });
  try {
    await migrateAll(pool, root);
    made = await fillInvented(drizzle(pool));
    organiser = await teamCookie(drizzle(pool), "organiser", made.dialogueId);
  } finally {
    await pool.end();
  }
  const url = `postgres://${postgres.user}@localhost:${postgres.port}/klankbord?host=${encodeURIComponent(postgres.host)}`;
  klankbord = await startKlankbord({ env: { DATABASE_URL: url } });
});
afterAll(async () => {
  await klankbord?.[Symbol.asyncDispose]();
  await postgres?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const get = (at: string, cookie = organiser) => fetch(klankbord.origin + at, { headers: { cookie }, redirect: "manual" });
const status = async (at: string) => (await fetch(klankbord.origin + at)).status;
const callPath = () => `/team/${made.slug}/oproep`;

/** The editor of the call as it stands, with another text in it. */
async function callForm(lead: string): Promise<Record<string, string>> {
  const page = await get(callPath());
  expect(page.status).toBe(200);
  const form = readForms(await page.text()).find(({ fields }) => fields.some(({ name }) => name === "lead"));
  if (!form) throw new Error("no form for the call");
  return Object.fromEntries(fillIn(form, { lead }));
}
const keptLead = async () => (await ask<{ lead: string }>("select lead from call"))[0]?.lead;

test("a database that is gone: pages ask for patience, what was typed comes back, and all heals by itself", async () => {
  const lead = `Wat <b>helpt</b> u "verder"?\nDe tweede regel & meer ${"é🌱".repeat(50)}`;
  const fields = await callForm(lead);
  await postgres.stop();

  expect(await status("/healthz")).toBe(200);
  expect(await status("/readyz")).toBe(503);
  for (const at of ["/", `/oproep/${made.slug}`, callPath(), `${callPath()}.data`]) {
    const page = await get(at);
    expect([at, page.status]).toEqual([at, 503]);
    expect(page.headers.get("retry-after")).toBe("3");
    expect(page.headers.get("x-content-type-options")).toBe("nosniff");
    const html = await page.text();
    expect(html).toContain("Even geduld");
    expect(html).toContain('http-equiv="refresh"');
  }

  const refused = await postForm(klankbord.origin + callPath(), organiser, fields);
  expect(refused.status).toBe(503);
  const html = await refused.text();
  expect(html).not.toContain("<b>helpt");
  expect(html).not.toContain(organiser.split("=")[1]);
  expect(html).not.toContain("refresh");
  const [again] = readForms(html);
  expect(again?.action).toBe(callPath());
  const given = Object.fromEntries((again?.fields ?? []).map(({ name, value }) => [name, value]));
  expect(given).toEqual({ ...fields });

  postgres = await startPostgres();
  await until(async () => (await status("/readyz")) === 200);
  const sent = await postForm(klankbord.origin + callPath(), organiser, given);
  expect(sent.status).toBeLessThan(400);
  expect(await keptLead()).toBe(lead);
  expect(klankbord.said()).toContain("database: niet bereikbaar");
  expect(klankbord.said()).not.toContain("helpt");
});

test("mail that waited for the database is sent when it is back", async () => {
  await postgres.stop();
  await until(async () => (await status("/readyz")) === 503);
  postgres = await startPostgres();
  await until(async () => (await status("/readyz")) === 200);
  const asked = await postForm(`${klankbord.origin}/team/aanmelden`, "", { mail: "organiser@team.example" });
  expect(asked.status).toBeLessThan(400);
  await until(async () => (await ask("select 1 from mailbox where address = 'organiser@team.example'")).length > 0);
});

/** The page of the insights in a browser, signed in as organiser. */
async function openInsights(browser: Browser) {
  const context = await browser.newContext({ locale: "nl" });
  await carryCookie(context, organiser);
  const page = await context.newPage();
  await page.goto(`${klankbord.origin}/team/${made.slug}/inzichten`);
  await ready(page);
  return page;
}
const insights = async (text: string) => (await ask("select 1 from insight where text = $1", [text])).length;

test("a page that stands open keeps what was typed while the database is away, and sends it by itself", async () => {
  await using browser = await launchBrowser();
  const page = await openInsights(browser);
  const text = "Dit typte iemand toen de database weg was.";
  await page.fill("#text-add", text);
  await postgres.stop();
  await page.click('button[value="add"]');
  await page.waitForSelector(".waiting-notice:not(:empty)");
  await expect.poll(() => page.inputValue("#text-add")).toBe(text);
  await expect.poll(() => page.textContent(".waiting-notice")).toContain("Even geduld");
  postgres = await startPostgres();
  await page.waitForSelector(`.insight-text:has-text("${text}")`);
  await page.waitForSelector(".waiting-notice:empty", { state: "attached" });
  expect(await insights(text)).toBe(1);
});

test("an answer that got lost on the way is given again, and nothing is done twice", async () => {
  await using browser = await launchBrowser();
  const page = await openInsights(browser);
  const text = "Dit kwam aan, maar het antwoord niet.";
  let lost = 0;
  await page.route("**/*.data*", async (route) => {
    if (route.request().method() !== "POST" || lost > 0) return route.continue();
    lost += 1;
    await route.fetch({ maxRedirects: 0 });
    expect(await insights(text)).toBe(1);
    await route.abort("connectionreset");
  });
  await page.fill("#text-add", text);
  await page.click('button[value="add"]');
  await page.waitForSelector(`.insight-text:has-text("${text}")`);
  expect(lost).toBe(1);
  expect(await insights(text)).toBe(1);
  await expect.poll(() => page.textContent("h1")).not.toContain("mis");
});

test("a network that is away does not take the page", async () => {
  await using browser = await launchBrowser();
  const page = await openInsights(browser);
  const text = "Dit typte iemand in de trein.";
  await page.fill("#text-add", text);
  await goOffline(page);
  await page.click('button[value="add"]');
  await page.waitForSelector(".waiting-notice:not(:empty)");
  await page.context().setOffline(false);
  await page.waitForSelector(`.insight-text:has-text("${text}")`);
  expect(await insights(text)).toBe(1);
});

/** Holds a lock that makes Klankbord wait in the middle of its work, then ends its connections. */
async function cutOffDuring(lock: string, work: () => Promise<Response>): Promise<Response> {
  const holder = new pg.Client({ host: postgres.host, port: postgres.port, user: postgres.user, database: "klankbord" });
  holder.on("error", () => {});
  await holder.connect();
  await holder.query("begin");
  await holder.query(lock);
  const answer = work();
  const waiting = "from pg_stat_activity where wait_event_type = 'Lock' and datname = 'klankbord'";
  await until(async () => (await ask(`select 1 ${waiting}`)).length > 0);
  await ask(`select pg_terminate_backend(pid) ${waiting}`);
  const found = await answer;
  await holder.query("rollback");
  await holder.end();
  return found;
}

test("a database that dies in the middle of a page asks for patience", async () => {
  const page = await cutOffDuring("lock table call in access exclusive mode", () => get(`/oproep/${made.slug}`));
  expect(page.status).toBe(503);
  expect(await status(`/oproep/${made.slug}`)).toBe(200);
});

test("a database that dies in the middle of a change keeps nothing of it, and says so", async () => {
  const before = await keptLead();
  const fields = await callForm("Dit komt niet aan.");
  const answer = await cutOffDuring("select 1 from ledger for update", () =>
    postForm(klankbord.origin + callPath(), organiser, fields),
  );
  expect(answer.status).toBe(503);
  expect(await answer.text()).toContain("Dit komt niet aan.");
  expect(await keptLead()).toBe(before);
  expect((await postForm(klankbord.origin + callPath(), organiser, fields)).status).toBeLessThan(400);
  expect(await keptLead()).toBe("Dit komt niet aan.");
});

test("a full disk keeps nothing and acknowledges nothing", async () => {
  const fields = await callForm("Er is geen plaats meer.");
  const before = await keptLead();
  await ask(`create function full_disk() returns trigger language plpgsql as
    $$ begin raise exception 'could not extend file' using errcode = '53100'; end $$`);
  await ask("create trigger full_disk before insert on audit for each row execute function full_disk()");
  const answer = await postForm(klankbord.origin + callPath(), organiser, fields);
  expect(answer.status).toBe(503);
  expect(await answer.text()).toContain("Er is geen plaats meer.");
  expect(await keptLead()).toBe(before);
  expect(await status(`/oproep/${made.slug}`)).toBe(200);
  await ask("drop trigger full_disk on audit");
  expect((await postForm(klankbord.origin + callPath(), organiser, fields)).status).toBeLessThan(400);
  expect(await keptLead()).toBe("Er is geen plaats meer.");
});

test("a fault of ours is told by name and place, without what people typed, and gives that back", async () => {
  const secret = "Vertrouwelijk van Jannie Jansen, jannie@voorbeeld.example";
  // its writer was warned of the mail address, and sends it all the same
  const fields = { ...(await callForm(secret)), toch: "jannie@voorbeeld.example" };
  await ask(`create function broken() returns trigger language plpgsql as
    $$ begin raise exception 'broken by %', new.lead using detail = new.lead; end $$`);
  await ask("create trigger broken before update on call for each row execute function broken()");
  const before = klankbord.said().length;
  const answer = await postForm(klankbord.origin + callPath(), organiser, fields);
  expect(answer.status).toBe(500);
  const html = await answer.text();
  expect(html).toContain(secret);
  expect(html).not.toMatch(/broken by|Failed query|update "call"/);
  await until(() => klankbord.said().slice(before).includes('"msg":"fault"'));
  const said = klankbord.said().slice(before);
  expect(said).toContain('"route":"/team/:dialogue/oproep"');
  expect(said).not.toMatch(/Jannie|jannie|Vertrouwelijk/);
  // counted as such: whoever waited for it is still there
  const figures = await (await get("/metrics", "")).text();
  expect(figures).toMatch(/_count\{[^}]*method="POST"[^}]*route="\/team\/:dialogue\/oproep"[^}]*status="500"[^}]*\} 1\b/);
  await ask("drop trigger broken on call");
});

test("no name, address, text or secret of all this stands in the log", async () => {
  const token = "geheim-geheim-geheim-geheim-geheim-geheim-42";
  for (const at of ["mee", "bevestig", "uitnodiging", "apparaat", "claim", "team/aanmelden", "team/uitnodiging"]) {
    await get(`/${at}/${token}`);
    await postForm(`${klankbord.origin}/${at}/${token}`, "", { name: "Jannie Jansen" });
  }
  const said = klankbord.said().replace(klankbord.claimLink(), "");
  const [, cookie = ""] = organiser.split("=");
  for (const word of [token, cookie, "@", "Jannie", made.slug, "Marloes", ...made.personIds.values()])
    expect(said).not.toContain(word);
});

test("a database that only reads shows pages and acknowledges no change", async () => {
  const fields = await callForm("Alleen lezen.");
  const reconnect = () =>
    ask("select pg_terminate_backend(pid) from pg_stat_activity where datname = 'klankbord' and pid <> pg_backend_pid()");
  await ask("alter database klankbord set default_transaction_read_only = on", [], "postgres");
  await reconnect();
  await until(async () => (await get(callPath())).status === 200);
  expect((await postForm(klankbord.origin + callPath(), organiser, fields)).status).toBe(503);
  await ask("alter database klankbord reset default_transaction_read_only", [], "postgres");
  await reconnect();
  await until(async () => (await postForm(klankbord.origin + callPath(), organiser, fields)).status < 400);
  expect(await keptLead()).toBe("Alleen lezen.");
});

test("a PostgreSQL of Klankbord's own that is killed comes back, and its directory stays in use", async () => {
  await using own = await startKlankbord();
  const pid = () => {
    const file = path.join(own.dataDir, "postgres/postmaster.pid");
    return existsSync(file) ? Number(readFileSync(file, "utf8").split("\n")[0]) : 0;
  };
  const ready = async () => (await fetch(`${own.origin}/readyz`)).status === 200;
  for (const signal of ["SIGKILL", "SIGINT"] as const) {
    const old = pid();
    process.kill(old, signal);
    await until(() => pid() !== 0 && pid() !== old);
    await until(ready);
    expect((await fetch(own.origin)).status).toBe(200);
  }
  await until(async () => {
    const { rows } = await askAt(
      path.join(own.dataDir, "socket"),
      "select 1 from pg_locks where locktype = 'advisory' and granted",
    );
    return rows.length > 0;
  });
  const second = await startInVain({ dataDir: own.dataDir });
  expect(second.code).toBe(1);
  expect(second.said.trim().split("\n")).toHaveLength(1);
  expect(await ready()).toBe(true);
  const last = pid();
  expect(await own.end()).toBe(0);
  expect(existsSync(`/proc/${last}`)).toBe(false);
});

async function askAt(host: string, text: string): Promise<pg.QueryResult> {
  const client = new pg.Client({ host, user: "klankbord", database: "postgres" });
  client.on("error", () => {});
  await client.connect();
  try {
    return await client.query(text);
  } finally {
    await client.end();
  }
}

import { type Browser, chromium, type Page } from "@playwright/test";
import { sql } from "drizzle-orm";
import { random } from "../app/method/random.ts";
import { makeSplitter } from "../app/method/text/compounds.ts";
import { readLexicon } from "../app/method/text/lexicon.server.ts";
import type { ContributionId, ThemeId } from "../app/platform/ids.ts";
import { makeAdviser } from "../app/themes/suggestions/adviser.server.ts";
import { doThemes } from "../app/themes/themes.server.ts";
import { browserArguments, getBrowser } from "../scripts/browser.ts";
import { type Klankbord, startKlankbord } from "../tests/klankbord.ts";
import { openDatabase } from "./database.ts";
import { dutchTexts } from "./dutch-texts.ts";
import { type Filled, fill } from "./fill.ts";
import { type Measure, percentile } from "./measure.ts";

const needs = 20_000;
const themes = 10;
const coded = 30;
const decisions = 20;

/** The desk of an analyst with 20,000 needs, ten themes and 300 needs placed by hand: in a real browser, beside who themes at the same time. */
export default async function* desk(): AsyncGenerator<Measure> {
  await using database = await openDatabase();
  const filled = await fill(database.db);
  await addNeeds(database, filled);
  await database.pool.query("analyze");
  await using klankbord = await startKlankbord({ env: { DATABASE_URL: database.url } });
  const address = `${klankbord.origin}/team/${filled.slug}/themas`;
  const headers = { cookie: filled.cookies.team };
  const browser = await chromium.launch({ executablePath: await getBrowser(), args: [...browserArguments] });
  try {
    const begun = performance.now();
    await (await fetch(address, { headers })).arrayBuffer();
    yield { name: "desk.first-ever-ms", value: performance.now() - begun, unit: "ms" };
    await adviceIsThere(address, headers);
    const took: number[] = [];
    let bytes = 0;
    for (let round = 0; round < 20; round++) {
      const at = performance.now();
      bytes = (await (await fetch(address, { headers })).arrayBuffer()).byteLength;
      took.push(performance.now() - at);
    }
    yield { name: "desk.page-kb", value: bytes / 1000, unit: "kB" };
    yield { name: "desk.page.p95-ms", value: percentile(took, 0.95), unit: "ms" };
    yield* await inBrowser(browser, filled, address);
    yield* await deciding(database.db, klankbord, filled, address, headers);
    yield {
      name: "desk.server-mib",
      value: (await figure(klankbord, "klankbord_process_resident_memory_bytes")) / 2 ** 20,
      unit: "MiB",
    };
    yield await learning(database.db, filled);
  } finally {
    await browser.close();
  }
}

/** The processor's time of learning from one decision more, once 15,000 needs have their place. */
async function learning(db: Parameters<typeof doThemes>[0], { dialogueId, organiser }: Filled): Promise<Measure> {
  const { rows: own } = await db.execute<{ id: ThemeId }>(
    sql`select id from theme where dialogue_id = ${dialogueId} order by position`,
  );
  const left = async (most: number) =>
    (
      await db.execute<{ id: ContributionId }>(sql`
        select c.id from contribution c where c.dialogue_id = ${dialogueId} and c.kind = 'need' and c.shared <> 'private' and c.state = 'visible'
          and not exists (select 1 from placement p where p.contribution_id = c.id) order by c.number limit ${most}`)
    ).rows.map(({ id }) => id);
  const put = async (needs: ContributionId[], at: number) =>
    doThemes(db, dialogueId, organiser, { deed: "put", needs, from: null, to: own[at % own.length]?.id as ThemeId });
  for (let at = 0; at < 15; at++) await put(await left(1_000), at);
  const adviser = makeAdviser(db, { split: makeSplitter(readLexicon()) });
  await adviser.all(dialogueId, null);
  const took: number[] = [];
  for (let round = 0; round < decisions; round++) {
    await put(await left(1), round);
    const before = process.cpuUsage();
    await adviser.all(dialogueId, null);
    const { user, system } = process.cpuUsage(before);
    took.push((user + system) / 1_000_000);
  }
  return { name: "desk.learn-with-15000.p95-cpu-s", value: percentile(took, 0.95), unit: "s" };
}

async function addNeeds(
  { db, pool }: Awaited<ReturnType<typeof openDatabase>>,
  { dialogueId, sessionId, people, organiser }: Filled,
): Promise<void> {
  await db.execute(sql`update dialogue set state = 'harvest' where id = ${dialogueId}`);
  const texts = dutchTexts(needs - 500, readLexicon(), random("desk"));
  for (let from = 0; from < texts.length; from += 1_000)
    await pool.query(
      `insert into contribution (id, dialogue_id, session_id, kind, number, person_id, text, shared)
       select gen_random_uuid(), $1, $2, 'need', 1000 + $3 + place, ($5::uuid[])[1 + (place % array_length($5::uuid[], 1))], text, 'all'
       from unnest($4::text[]) with ordinality as texts(text, place)`,
      [dialogueId, sessionId, from, texts.slice(from, from + 1_000), people],
    );
  const { rows } = await pool.query<{ id: ContributionId }>(
    "select id from contribution where dialogue_id = $1 and kind = 'need' and shared <> 'private' and state = 'visible' order by number desc limit $2",
    [dialogueId, themes * coded],
  );
  for (let at = 0; at < themes; at++)
    await doThemes(db, dialogueId, organiser, {
      deed: "add",
      theme: crypto.randomUUID() as ThemeId,
      name: `Thema ${at + 1}`,
      description: "",
      needs: rows.slice(at * coded, (at + 1) * coded).map(({ id }) => id),
    });
}

async function adviceIsThere(address: string, headers: Record<string, string>): Promise<void> {
  for (let round = 0; round < 200; round++) {
    if ((await (await fetch(address, { headers })).text()).includes("place best")) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error("no advice");
}

async function openPage(browser: Browser, filled: Filled, address: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "nl" });
  const [name = "", value = ""] = filled.cookies.team.split("=");
  await context.addCookies([{ name, value, domain: "localhost", path: "/", secure: true, httpOnly: true, sameSite: "Lax" }]);
  const page = await context.newPage();
  await page.goto(address, { waitUntil: "commit" });
  return page;
}

async function inBrowser(browser: Browser, filled: Filled, address: string): Promise<Measure[]> {
  const begun = performance.now();
  const page = await openPage(browser, filled, address);
  await page.locator(".scroll-list li").first().waitFor();
  const usable = performance.now() - begun;
  const memory = async () => {
    const session = await page.context().newCDPSession(page);
    await session.send("HeapProfiler.collectGarbage");
    const { usedSize } = (await session.send("Runtime.getHeapUsage")) as { usedSize: number };
    return usedSize / 2 ** 20;
  };
  const before = await memory();
  const list = page.locator(".scroll-list");
  await list.hover();
  // A row that waits for its words, in a frame that was drawn, is one that somebody saw empty.
  const seen = await list.evaluate(async (box) => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    let [frames, empty, longest] = [0, 0, 0];
    let at = performance.now();
    for (let top = 0; top < 60_000; top += 60) {
      box.scrollTop = top;
      await frame();
      longest = Math.max(longest, performance.now() - at);
      at = performance.now();
      frames += 1;
      const { top: from, bottom } = box.getBoundingClientRect();
      const rows = [...box.querySelectorAll("li")].filter(
        (row) => row.getBoundingClientRect().bottom > from && row.getBoundingClientRect().top < bottom,
      );
      const filled = rows.reduce((sum, row) => sum + row.getBoundingClientRect().height, 0);
      if (rows.some((row) => row.classList.contains("on-its-way")) || filled < (bottom - from) * 0.9) empty += 1;
    }
    return { frames, empty, longest };
  });
  const jumped = await list.evaluate(async (box) => {
    const at = performance.now();
    box.scrollTop = box.scrollHeight;
    for (;;) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      const last = box.querySelector("li:last-child");
      if (last && !last.classList.contains("on-its-way") && Number(last.getAttribute("aria-posinset")) > 19_000)
        return performance.now() - at;
    }
  });
  const rows = await page.locator(".scroll-list li").count();
  const after = await memory();
  await page.context().close();
  return [
    { name: "desk.usable-ms", value: usable, unit: "ms" },
    { name: "desk.rows-drawn", value: rows, unit: "rows" },
    { name: "desk.scroll.empty-frames", value: seen.empty / seen.frames, unit: "share" },
    { name: "desk.scroll.longest-frame-ms", value: seen.longest, unit: "ms" },
    { name: "desk.scroll.to-the-end-ms", value: jumped, unit: "ms" },
    { name: "desk.browser-mib", value: before, unit: "MiB" },
    { name: "desk.browser-after-scrolling-mib", value: after, unit: "MiB" },
  ];
}

/** One decision after another while a second screen looks on: how soon it hears, how soon the machine has learned, what it holds up. */
async function deciding(
  db: Parameters<typeof doThemes>[0],
  klankbord: Klankbord,
  filled: Filled,
  address: string,
  headers: Record<string, string>,
): Promise<Measure[]> {
  const stand = new Stand(`${address}/stroom`, headers);
  await stand.next();
  await figure(klankbord, "klankbord_nodejs_eventloop_lag_max_seconds");
  const [heard, learned, posted]: number[][] = [[], [], []];
  const { rows: own } = await db.execute<{ id: ThemeId }>(
    sql`select id from theme where dialogue_id = ${filled.dialogueId} order by position limit 1`,
  );
  for (let round = 0; round < decisions; round++) {
    const answer = await fetch(`${address}/rijen?vanaf=${round * 7}&aantal=1`, { headers });
    const { shown } = (await answer.json()) as { shown: { id: string }[] };
    const body = new URLSearchParams({ one: `${shown[0]?.id}:${own[0]?.id}`, at: "" });
    const begun = performance.now();
    const next = stand.next();
    await fetch(address, { method: "POST", body, headers: { ...headers, origin: klankbord.origin }, redirect: "manual" });
    posted?.push(performance.now() - begun);
    await next;
    heard?.push(performance.now() - begun);
    await stand.next();
    learned?.push(performance.now() - begun);
  }
  // Prometheus' own figure: the longest turn of the event loop since it was last asked, with up to 5 ms of its watch in it.
  const lag = (await figure(klankbord, "klankbord_nodejs_eventloop_lag_max_seconds")) * 1000;
  stand.close();
  return [
    { name: "desk.decision.p95-ms", value: percentile(posted ?? [], 0.95), unit: "ms" },
    { name: "desk.decision.heard.p95-ms", value: percentile(heard ?? [], 0.95), unit: "ms" },
    { name: "desk.decision.learned.p95-ms", value: percentile(learned ?? [], 0.95), unit: "ms" },
    { name: "desk.event-loop.longest-ms", value: lag, unit: "ms" },
  ];
}

/** Hears a stream of the desk, one picture after another. */
class Stand {
  readonly #ended = new AbortController();
  readonly #waiting: (() => void)[] = [];
  #heard = 0;
  #taken = 0;
  constructor(address: string, headers: Record<string, string>) {
    void this.#read(address, headers).catch(() => {});
  }
  async #read(address: string, headers: Record<string, string>): Promise<void> {
    const { body } = await fetch(address, { headers, signal: this.#ended.signal });
    let last = "";
    for await (const piece of body ?? []) {
      const found = /"stand":"([^"]*)"/.exec(new TextDecoder().decode(piece))?.[1] ?? last;
      if (found === last) continue;
      last = found;
      this.#heard += 1;
      for (const go of this.#waiting.splice(0)) go();
    }
  }
  async next(): Promise<void> {
    while (this.#heard <= this.#taken) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    this.#taken += 1;
  }
  close(): void {
    this.#ended.abort();
  }
}

async function figure({ origin }: Klankbord, name: string): Promise<number> {
  const text = await (await fetch(`${origin}/metrics`)).text();
  return Number(new RegExp(`^${name} (\\S+)`, "m").exec(text)?.[1] ?? Number.NaN);
}

import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { contribution } from "../app/contribution/tables.ts";
import type { Db } from "../app/platform/database/change.server.ts";
import type { BlockId } from "../app/platform/ids.ts";
import { publishReport } from "../app/report/publish/reports.server.ts";
import { saveBlock } from "../app/report/write/blocks.server.ts";
import { type Klankbord, startKlankbord } from "../tests/klankbord.ts";
import { openDatabase } from "./database.ts";
import { type Filled, fill, harvestAndPublish, size } from "./fill.ts";
import { type Measure, percentile } from "./measure.ts";
import { paint } from "./paint.ts";

const warmUp = 10;
const rounds = 60;
/** Below what one browser may ask in a second. */
const restMs = 30;
const thousand = 1000;

const insights = 30;

/** What a report costs the server: 300 people, 500 needs, 30 insights, 3,000 contributions in all, and 20,000. */
export default async function* report(): AsyncGenerator<Measure> {
  await using database = await openDatabase();
  const filled = await fill(database.db, size.people, insights);
  await sayMore(database.db, filled, size.needs, 3 * thousand);
  await harvestAndPublish(database.db, filled, () => writeClaims(database.db, filled));
  await database.pool.query("analyze");
  await using klankbord = await startKlankbord({ env: { DATABASE_URL: database.url } });
  const { slug, cookies } = filled;
  await mailIsOut(database.db);
  yield await time(klankbord, "draft", `/team/${slug}/verslag/voorbeeld`, { cookie: cookies.team, rounds: 10 });
  yield await time(klankbord, "page", `/verslag/${slug}`);
  yield await weigh(klankbord, "page", `/verslag/${slug}`);
  yield* await firstPaint(klankbord, `/verslag/${slug}`);
  yield await time(klankbord, "appendix", `/verslag/${slug}/1/bijdragen?pagina=7`);
  yield await time(klankbord, "voices", `/verslag/${slug}/1/bijdragen?lijst=zonder-thema`);
  yield await time(klankbord, "threads", `/verslag/${slug}/draden?bijdrage=5`);
  yield await first(klankbord, "pdf", `/verslag/${slug}/1/verslag.pdf`);
  yield await first(klankbord, "odt", `/verslag/${slug}/1/verslag.odt`);
  yield await first(klankbord, "package", `/verslag/${slug}/1/pakket.zip`);
  await sayMore(database.db, filled, 3 * thousand, 20 * thousand);
  await publishReport(database.db, filled.dialogueId, { person: filled.organiser }, { number: 2, change: "meer" });
  await database.pool.query("analyze");
  await mailIsOut(database.db);
  yield await time(klankbord, "page-20000", `/verslag/${slug}`, { rounds: 20 });
  yield await time(klankbord, "appendix-20000", `/verslag/${slug}/2/bijdragen?pagina=70`, { rounds: 20 });
  yield await time(klankbord, "threads-20000", `/verslag/${slug}/draden?bijdrage=5`, { rounds: 20 });
}

/** A version tells hundreds of people that it is there, which is work of its own. */
async function mailIsOut(db: Db): Promise<void> {
  for (;;) {
    const { rows } = await db.execute(sql`select 1 from mail where state = 'waiting' and due_at <= now() limit 1`);
    if (rows.length === 0) return;
    await sleep(restMs);
  }
}

/** A text of which each sentence rests on contributions. */
function writeClaims(db: Db, { dialogueId, organiser }: Filled) {
  const numbers = (from: number) => Array.from({ length: 12 }, (_, at) => `#${from + at}`).join(" ");
  const sentences = Array.from(
    { length: 20 },
    (_, at) => `Mensen missen iemand die blijft, ook na ${at + 1} jaar. [${numbers(at * 20 + 1)}]`,
  );
  const typed = { place: "kort" as const, version: 0, text: sentences.join(" ") };
  return saveBlock(db, dialogueId, organiser, crypto.randomUUID() as BlockId, typed);
}

/** What works now, from the words of the needs. */
async function sayMore(db: Db, { dialogueId, sessionId, people }: Filled, from: number, to: number): Promise<void> {
  const { rows } = await db.execute<{ text: string }>(
    sql`select text from contribution where dialogue_id = ${dialogueId} and kind = 'need' order by number`,
  );
  for (let number = from + 1; number <= to; number += thousand) {
    const many = Math.min(thousand, to - number + 1);
    await db.insert(contribution).values(
      Array.from({ length: many }, (_, at) => ({
        ...{ dialogueId, sessionId, number: number + at, kind: "works" as const, shared: "all" as const },
        ...{ text: rows[(number + at) % rows.length]?.text ?? "", personId: people[(number + at) % people.length] ?? null },
      })),
    );
  }
}

/** One after another, as the server sees it: a queue would measure the queue. */
async function time(
  klankbord: Klankbord,
  name: string,
  path: string,
  { cookie = "", rounds: times = rounds }: { readonly cookie?: string; readonly rounds?: number } = {},
): Promise<Measure> {
  const took: number[] = [];
  for (let round = -Math.min(warmUp, times); round < times; round++) {
    const ms = await ask(klankbord, path, cookie);
    if (round >= 0) took.push(ms);
    await sleep(restMs);
  }
  return { name: `report.${name}.p95-ms`, value: percentile(took, 0.95), unit: "ms" };
}

/** What a reader has to fetch, before it is packed. */
async function weigh({ origin }: Klankbord, name: string, path: string): Promise<Measure> {
  const { length } = await (await fetch(origin + path)).text();
  return { name: `report.${name}.kb`, value: length / thousand, unit: "kB" };
}

/** What a reader on a slow line waits for, and what comes over it: the middle of three first visits. */
async function firstPaint({ origin }: Klankbord, path: string): Promise<Measure[]> {
  const seen = [await paint(origin + path), await paint(origin + path), await paint(origin + path)];
  const middle = seen.toSorted((a, b) => a.largestMs - b.largestMs)[1];
  return [
    { name: "report.page.slow-4g.largest-paint-ms", value: middle?.largestMs ?? Number.NaN, unit: "ms" },
    { name: "report.page.slow-4g.kb", value: (middle?.bytes ?? Number.NaN) / thousand, unit: "kB" },
    { name: "report.page.script.kb", value: (middle?.scriptBytes ?? Number.NaN) / thousand, unit: "kB" },
    { name: "report.page.open-voices.longest-ms", value: Math.max(...seen.map(({ openMs }) => openMs)), unit: "ms" },
  ];
}

/** What is kept afterwards: only the first is work. */
async function first(klankbord: Klankbord, name: string, path: string): Promise<Measure> {
  return { name: `report.${name}.first-ms`, value: await ask(klankbord, path, ""), unit: "ms" };
}

async function ask({ origin }: Klankbord, path: string, cookie: string): Promise<number> {
  const begun = performance.now();
  const answer = await fetch(origin + path, { headers: { cookie }, redirect: "manual" });
  await answer.arrayBuffer();
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
  return performance.now() - begun;
}

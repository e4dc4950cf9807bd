import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { drizzle } from "drizzle-orm/node-postgres";
import pg from "pg";
import { afterAll, expect, test } from "vitest";
import type { PersonId } from "../app/platform/ids.ts";
import { freePort, startKlankbord } from "./klankbord.ts";
import { until } from "./until.ts";
import { guestCookie, postForm, teamCookie } from "./visitors.ts";
import { forgetReviews, makeWorld } from "./world.ts";

const kills = 5;
/** How long each freezing may go on before the kill; the last is seen to its end. */
const patience = [30, 300, 1_000, 2_500, 30_000];
const dataDir = mkdtempSync(path.join(tmpdir(), "klankbord-kills-report-"));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));
/** As fast as somebody who types and saves. */
const restMs = 120;

const openPool = () => new pg.Pool({ host: path.join(dataDir, "socket"), user: "klankbord", database: "klankbord", max: 2 });

test("five times kill -9 while a report is written, remarked on and frozen: what was acknowledged is kept, and once", async () => {
  const port = await freePort();
  let klankbord = await startKlankbord({ port, dataDir });
  const pool = openPool();
  const db = drizzle(pool);
  const here = await makeWorld(db as never, "hier");
  await forgetReviews(db as never);
  await pool.query("delete from report where dialogue_id = $1", [here.dialogueId]);
  await pool.query("update dialogue set state = 'harvest' where id = $1", [here.dialogueId]);
  const organiser = await teamCookie(db as never, "organiser", here.dialogueId);
  const readers = await Promise.all(
    here.people.slice(1, 4).map((id) => guestCookie(db as never, id as PersonId, here.dialogueId)),
  );
  await pool.end();
  const team = `${klankbord.origin}/team/hier/verslag`;

  let running = true;
  const yes = { texts: new Map<string, string>(), remarks: new Set<string>(), versions: new Set<number>() };
  let acknowledged = 0;
  const asked = new Map<string, Set<string>>();

  /** @returns whether the server said yes; null: nobody knows */
  async function say(url: string, cookie: string, fields: Record<string, string>): Promise<boolean | null> {
    const answer = await postForm(url, cookie, fields).catch(() => null);
    await answer?.arrayBuffer().catch(() => {});
    return answer === null || answer.status >= 500 ? null : answer.status === 303;
  }
  /** Each text is written once, so that what is there can be only that. */
  async function write(): Promise<void> {
    for (let n = 0; running && n < 150; n++) {
      const id = crypto.randomUUID();
      const text = `Zin ${n} van ${id}.`;
      asked.set(id, new Set([text]));
      while (running) {
        const done = await say(`${team}/blokken/${id}`, organiser, { doen: "bewaar", text, place: "kort", version: "0" });
        // Sent again after a kill: kept the first time, it is a conflict with one's own words, and nothing is doubled.
        if (done !== null) {
          if (done) yes.texts.set(id, text);
          acknowledged += done ? 1 : 0;
          break;
        }
        await sleep(restMs);
      }
      await sleep(restMs);
    }
  }
  async function remark(cookie: string): Promise<void> {
    for (let n = 0; running && n < 90; n++) {
      const id = crypto.randomUUID();
      while (running) {
        const done = await say(`${klankbord.origin}/mijn/hier/verslag/kort`, cookie, {
          ...{ doen: "opmerking", id, kind: "remark", text: `Dit mist iets, nummer ${n}.` },
        });
        if (done !== null) {
          if (done) yes.remarks.add(id);
          acknowledged += done ? 1 : 0;
          break;
        }
        await sleep(restMs);
      }
      await sleep(restMs * 2);
    }
  }
  /** A version ends the reading along: it is laid open again. */
  async function plan(): Promise<void> {
    const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
    const days = { fromDate: day(-1), fromTime: "00:00", untilDate: day(9), untilTime: "17:00" };
    await say(`${team}/meelezen`, organiser, { doen: "dagen", ...days });
  }
  await plan();
  const all = [write(), ...readers.map(remark)];
  try {
    for (let kill = 1; kill <= kills; kill++) {
      const before = acknowledged;
      await until(() => acknowledged >= before + 12);
      // In the middle of freezing: the answer may never come.
      const number = yes.versions.size + 1;
      const freezing = say(`${team}/versies`, organiser, { number: String(number), change: "Meer teksten.", sure: "ja" });
      await Promise.race([sleep(patience[kill - 1] ?? 0), ...(kill === kills ? [freezing] : [])]);
      await klankbord.end("SIGKILL");
      if (await freezing) yes.versions.add(number);
      klankbord = await startKlankbord({ port, dataDir });
      const now = openPool();
      const { rows } = await now.query<{ number: number }>("select number from report where dialogue_id = $1", [here.dialogueId]);
      await now.end();
      for (const known of yes.versions) expect(rows.map((row) => row.number)).toContain(known);
      for (const row of rows) yes.versions.add(row.number);
      await plan();
    }
  } finally {
    running = false;
    await Promise.all(all);
  }

  const after = openPool();
  const texts = await after.query<{ id: string; text: string }>("select id, text from report_block where dialogue_id = $1", [
    here.dialogueId,
  ]);
  const remarks = await after.query<{ id: string }>("select id from remark");
  const versions = await after.query<{ number: number; letters: number; writers: number }>(
    `select number, (select count(*)::int from mail m where m.event = 'report:' || r.dialogue_id || ':' || r.number) as letters,
      (select count(distinct person_id)::int from mail m where m.event = 'report:' || r.dialogue_id || ':' || r.number) as writers
    from report r where dialogue_id = $1 order by number`,
    [here.dialogueId],
  );
  await after.end();
  await klankbord[Symbol.asyncDispose]();
  const kept = new Map(texts.rows.map(({ id, text }) => [id, text]));
  expect([...yes.texts].filter(([id, text]) => kept.get(id) !== text)).toEqual([]);
  for (const [id, text] of kept) if (asked.has(id)) expect(asked.get(id)).toContain(text);
  const there = new Set(remarks.rows.map(({ id }) => id));
  expect([...yes.remarks].filter((id) => !there.has(id))).toEqual([]);
  expect(versions.rows.length).toBeGreaterThan(0);
  expect(versions.rows.map(({ number }) => number)).toEqual(versions.rows.map((_, at) => at + 1));
  // a version is there with its letters, one for each, or not at all
  for (const { letters, writers } of versions.rows) expect([letters > 0, letters]).toEqual([true, writers]);
  console.error(
    `${yes.texts.size} texts, ${yes.remarks.size} remarks, ${versions.rows.length} versions over ${kills} kills; none was lost`,
  );
}, 400_000);

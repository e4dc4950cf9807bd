import { randomInt } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fillIn, readForms } from "../demo/form.ts";
import { type FreshDatabase, freshDatabase } from "./database.ts";
import { fillInvented, type Invented } from "./invented.ts";
import { freePort, type Klankbord, startKlankbord } from "./klankbord.ts";
import { postForm, teamCookie } from "./visitors.ts";

// KILLS=20 for a short one.
const kills = Number(process.env.KILLS ?? 1_000);
let database: FreshDatabase;
let made: Invented;
let organiser: string;

beforeAll(async () => {
  database = await freshDatabase();
  made = await fillInvented(database.db);
  organiser = await teamCookie(database.db, "organiser", made.dialogueId);
});
afterAll(() => database?.[Symbol.asyncDispose]());

test(`killed ${kills} times at a random moment while somebody writes: what was acknowledged is kept, and nothing else comes`, async () => {
  const port = await freePort();
  const url = `http://localhost:${port}/team/${made.slug}/oproep`;
  let [acknowledged, yes, unknown] = ["", 0, 0];
  for (let kill = 1; kill <= kills; kill++) {
    const klankbord: Klankbord = await startKlankbord({ port, env: { DATABASE_URL: database.url } });
    let writing = true;
    let last = "";
    const writer = (async () => {
      for (let n = 1; writing; n++) {
        const page = await fetch(url, { headers: { cookie: organiser } })
          .then((answer) => answer.text())
          .catch(() => null);
        const form = page && readForms(page).find(({ fields }) => fields.some(({ name }) => name === "lead"));
        if (!form) continue;
        last = `Ronde ${kill}, keer ${n}.`;
        const answer = await postForm(url, organiser, Object.fromEntries(fillIn(form, { lead: last }))).catch(() => null);
        if (answer === null || answer.status >= 400) continue;
        acknowledged = last;
        yes += 1;
      }
    })();
    await new Promise((resolve) => setTimeout(resolve, randomInt(1_000)));
    const ended = klankbord.end("SIGKILL");
    writing = false;
    await Promise.all([ended, writer]);
    const { rows } = await database.pool.query<{ lead: string; lines: number; calls: number }>(
      `select lead, (select count(*)::int from audit where what like 'call.%') as lines, (select count(*)::int from call) as calls from call`,
    );
    const [row] = rows;
    // the last that was asked may have been kept without an answer; nothing before the last yes may be gone
    if (acknowledged !== "") expect([acknowledged, last]).toContain(row?.lead);
    if (row && row.lead !== acknowledged && row.lead === last) {
      acknowledged = last;
      unknown += 1;
    }
    expect(row?.calls).toBe(1);
  }
  const { rows } = await database.pool.query<{ lines: number; gaps: number }>(
    `select count(*)::int as lines, (max(seq) - count(distinct seq))::int as gaps from audit where scope = $1 and seq > 0`,
    [made.dialogueId],
  );
  expect(rows[0]?.lines).toBeGreaterThanOrEqual(yes);
  console.error(`${yes} changes were acknowledged and ${unknown} kept without an answer over ${kills} kills; none was lost`);
}, 7_200_000);

import { randomInt } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { fillIn, readForms } from "../demo/form.ts";
import { type FreshDatabase, freshDatabase } from "./database.ts";
import { fillInvented, type Invented } from "./invented.ts";
import { startKlankbord } from "./klankbord.ts";
import { until } from "./until.ts";
import { postForm, teamCookie } from "./visitors.ts";
import { makeVoters } from "./voters.ts";

// KILLS=20 for a short one. Each lane has a database and a process of its own, so that one can start while another is killed.
const kills = Number(process.env.KILLS ?? 1_000);
const lanes = 4;
/** How long after it answers a process is killed, at most: some tens of changes. */
const within = 400;
const folder = mkdtempSync(path.join(tmpdir(), "klankbord-kills-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Work {
  /** Writes as long as it may. */
  run(origin: string, going: () => boolean): Promise<void>;
  /** After each kill: what was acknowledged is there. */
  check(): Promise<void>;
  /** How many changes were acknowledged; every one has its line. */
  end(): Promise<number>;
}

/** An organiser who types a new introduction, again and again: the last that was acknowledged stands there. */
async function typist({ db, pool }: FreshDatabase, made: Invented): Promise<Work> {
  const organiser = await teamCookie(db, "organiser", made.dialogueId);
  let [acknowledged, last, yes, n] = ["", "", 0, 0];
  return {
    async run(origin, going) {
      const url = `${origin}/team/${made.slug}/oproep`;
      while (going()) {
        const page = await fetch(url, { headers: { cookie: organiser } })
          .then((answer) => answer.text())
          .catch(() => null);
        const form = page && readForms(page).find(({ fields }) => fields.some(({ name }) => name === "lead"));
        if (!form) continue;
        last = `Keer ${++n}.`;
        const answer = await postForm(url, organiser, Object.fromEntries(fillIn(form, { lead: last }))).catch(() => null);
        if (answer === null || answer.status >= 400) continue;
        acknowledged = last;
        yes += 1;
      }
    },
    async check() {
      const { rows } = await pool.query<{ lead: string }>("select lead from call");
      expect(rows.length).toBe(1);
      // the last that was asked may have been kept without an answer; nothing before the last yes may be gone
      if (acknowledged !== "") expect([acknowledged, last]).toContain(rows[0]?.lead);
      if (rows[0]?.lead === last) acknowledged = last;
    },
    async end() {
      const { rows } = await pool.query<{ lines: number }>(
        "select count(*)::int as lines from audit where scope = $1 and what like 'call.%'",
        [made.dialogueId],
      );
      expect(rows[0]?.lines).toBeGreaterThanOrEqual(yes);
      return yes;
    },
  };
}

/** Ten people who vote at once, so that their ballots are kept together. */
async function hall({ db, pool }: FreshDatabase, made: Invented): Promise<Work> {
  const voters = await makeVoters(db, pool, made);
  const check = async () => {
    const { lost, strange, lines } = await voters.compare(pool);
    expect([lost, strange]).toEqual([[], []]);
    expect(lines).toBeGreaterThanOrEqual(voters.ballots());
  };
  return {
    run: (origin, going) => voters.vote(() => origin, going, 10),
    check,
    end: async () => voters.yes(),
  };
}

async function lane(number: number, times: number): Promise<{ killed: number; yes: number }> {
  await using database = await freshDatabase();
  const work = await (number % 2 === 0 ? typist : hall)(database, await fillInvented(database.db));
  const dataDir = path.join(folder, String(number));
  const theirs = async () => {
    const { rows } = await database.pool.query<{ n: number }>(
      "select count(*)::int as n from pg_stat_activity where datname = current_database() and application_name = 'killed'",
    );
    return rows[0]?.n ?? 0;
  };
  let killed = 0;
  while (killed < times) {
    const klankbord = await startKlankbord({
      dataDir,
      env: { DATABASE_URL: `${database.url}&application_name=killed` },
    });
    if (killed === 0) expect(await theirs()).toBeGreaterThan(0);
    let writing = true;
    const writer = work.run(klankbord.origin, () => writing);
    await new Promise((resolve) => setTimeout(resolve, randomInt(within)));
    await klankbord.end("SIGKILL");
    writing = false;
    await writer;
    // a commit that was on its way is kept or gone, and no longer between the two
    await until(async () => (await theirs()) === 0);
    await work.check();
    killed += 1;
    if (killed % 25 === 0) console.error(`lane ${number}: ${killed} of ${times}`);
  }
  return { killed, yes: await work.end() };
}

test(`killed ${kills} times at a random moment while people write: what was acknowledged is kept, and nothing else comes`, async () => {
  const share = Array.from({ length: lanes }, (_, at) => Math.floor((kills + at) / lanes));
  const ended = await Promise.all(share.map((times, at) => lane(at, times)));
  const sum = (of: "killed" | "yes") => ended.reduce((all, one) => all + one[of], 0);
  expect(sum("killed")).toBe(kills);
  console.error(`${sum("yes")} changes were acknowledged over ${sum("killed")} kills; none was lost`);
}, 7_200_000);

import { sql } from "drizzle-orm";
import { dialogue } from "../app/dialogue/tables.ts";
import { openLedger } from "../app/platform/database/change.server.ts";
import type { DialogueId } from "../app/platform/ids.ts";
import { updateAnalysis } from "../app/session/analysis/analyse.server.ts";
import { insight } from "../app/session/insights/tables.ts";
import { startKlankbord } from "../tests/klankbord.ts";
import { teamCookie } from "../tests/visitors.ts";
import { openDatabase } from "./database.ts";
import { type Measure, percentile } from "./measure.ts";

const size = { people: 2_000, insights: 900, filled: 0.125 } as const;
const rounds = 20;

/** What the outcome of a large imported conversation costs: 2,000 people, 900 insights, some 225,000 ballots in two camps. */
export default async function* results(): AsyncGenerator<Measure> {
  await using database = await openDatabase();
  const { db, pool } = database;
  const dialogueId = await db.transaction(async (tx) => {
    const [made] = await tx
      .insert(dialogue)
      .values({ slug: "groot", title: "Een groot gesprek", state: "harvest" })
      .returning({ id: dialogue.id });
    const id = made?.id as DialogueId;
    await openLedger(tx, id);
    await tx.insert(insight).values(
      Array.from({ length: size.insights }, (_, at) => ({
        dialogueId: id,
        number: at + 1,
        position: at,
        text: `Inzicht ${at + 1} zegt iets waar mensen het over eens of oneens kunnen zijn.`,
      })),
    );
    await tx.execute(sql`select setseed(0.5)`);
    await tx.execute(sql`
      with people as (insert into person (id) select gen_random_uuid() from generate_series(1, ${size.people}) returning id),
      numbered as (select id, row_number() over () as n from people)
      insert into ballot (insight_id, person_id, choice)
      select i.id, p.id, case when random() < 0.1 then 'skip' when (random() < 0.85) = ((p.n % 3 = 0) = (i.number % 2 = 0)) then 'agree' else 'disagree' end
      from numbered p cross join insight i where i.dialogue_id = ${id} and random() < ${size.filled}`);
    return id;
  });
  await pool.query("analyze");
  await updateAnalysis(db, dialogueId);
  const cookie = await teamCookie(db, "analyst", dialogueId);
  await using klankbord = await startKlankbord({ env: { DATABASE_URL: database.url } });
  const ask = async (path: string) => {
    const begun = performance.now();
    const answer = await fetch(klankbord.origin + path, { headers: { cookie } });
    const { length } = await answer.text();
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
    return { ms: performance.now() - begun, length };
  };
  const path = "/team/groot/inzichten/uitkomst";
  const first = await ask(path);
  yield { name: "results.first-ms", value: first.ms, unit: "ms" };
  yield { name: "results.html-kb", value: first.length / 1000, unit: "kB" };
  for (const [name, address] of [
    ["page", path],
    ["divides", `${path}?volgorde=verdeelt`],
    ["insight", `${path}/450`],
  ] as const) {
    const took: number[] = [];
    for (let round = 0; round < rounds; round++) took.push((await ask(address)).ms);
    yield { name: `results.${name}.p95-ms`, value: percentile(took, 0.95), unit: "ms" };
  }
}

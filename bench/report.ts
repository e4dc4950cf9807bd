import { setTimeout as sleep } from "node:timers/promises";
import { type Klankbord, startKlankbord } from "../tests/klankbord.ts";
import { openDatabase } from "./database.ts";
import { fill, harvestAndPublish } from "./fill.ts";
import { type Measure, percentile } from "./measure.ts";

const warmUp = 10;
const rounds = 100;
/** Below what one browser may ask in a second. */
const restMs = 30;

/** What a report costs the server: 300 people, 500 needs, 20 insights. */
export default async function* report(): AsyncGenerator<Measure> {
  await using database = await openDatabase();
  const filled = await fill(database.db);
  await harvestAndPublish(database.db, filled);
  await database.pool.query("analyze");
  await using klankbord = await startKlankbord({ env: { DATABASE_URL: database.url } });
  yield await time(klankbord, "page", `/verslag/${filled.slug}`);
}

async function time({ origin }: Klankbord, name: string, path: string, cookie = ""): Promise<Measure> {
  const took: number[] = [];
  for (let round = -warmUp; round < rounds; round++) {
    const begun = performance.now();
    const answer = await fetch(origin + path, { headers: { cookie }, redirect: "manual" });
    await answer.arrayBuffer();
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
    if (round >= 0) took.push(performance.now() - begun);
    await sleep(restMs);
  }
  return { name: `report.${name}.p95-ms`, value: percentile(took, 0.95), unit: "ms" };
}

import { setTimeout as sleep } from "node:timers/promises";
import { startKlankbord } from "../tests/klankbord.ts";
import { openDatabase } from "./database.ts";
import { type Filled, fill } from "./fill.ts";
import { type Measure, percentile } from "./measure.ts";
import { scriptBytes } from "./script-bytes.ts";

const rounds = 200;

/** What a page costs the server: 300 people, 500 needs, 20 insights; and what its script weighs. */
export default async function* pages(): AsyncGenerator<Measure> {
  await using database = await openDatabase();
  const filled = await fill(database.db);
  await database.pool.query("analyze");
  await using klankbord = await startKlankbord({ env: { DATABASE_URL: database.url } });
  for (const [name, { path, cookies }] of Object.entries(addresses(filled))) {
    const took = await time(klankbord.origin + path, cookies);
    yield { name: `pages.${name}.p95-ms`, value: percentile(took, 0.95), unit: "ms" };
  }
  const weigh = async (...names: readonly (keyof ReturnType<typeof addresses>)[]) => {
    const all = await Promise.all(names.map((name) => weight(klankbord.origin, addresses(filled)[name])));
    return Math.max(...all);
  };
  yield { name: "pages.public.gzip-kb", value: await weigh("call"), unit: "kB" };
}

interface Address {
  readonly path: string;
  /** in turn; an empty one is nobody */
  readonly cookies: readonly string[];
}

function addresses({ slug, sessionId, cookies }: Filled) {
  return {
    call: { path: `/oproep/${slug}`, cookies: [""] },
    cockpit: { path: `/team/${slug}/bijeenkomst/${sessionId}`, cookies: [cookies.team] },
    projector: { path: `/team/${slug}/scherm/${sessionId}`, cookies: [cookies.team] },
  } satisfies Record<string, Address>;
}

/** One after another, as the server sees it: a queue would measure the queue. @returns milliseconds */
async function time(url: string, cookies: readonly string[]): Promise<number[]> {
  const took: number[] = [];
  for (let round = -20; round < rounds; round++) {
    const cookie = cookies[Math.abs(round) % cookies.length] ?? "";
    const begun = performance.now();
    const answer = await fetch(url, { headers: { cookie }, redirect: "manual" });
    await answer.arrayBuffer();
    if (answer.status === 429) await sleep(1_000);
    else if (answer.status !== 200) throw new Error(`${url}: ${answer.status}`);
    else if (round >= 0) took.push(performance.now() - begun);
  }
  return took;
}

async function weight(origin: string, { path, cookies }: Address): Promise<number> {
  const answer = await fetch(origin + path, { headers: { cookie: cookies[0] ?? "" } });
  return (await scriptBytes(origin, await answer.text())) / 1000;
}

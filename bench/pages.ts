import { setTimeout as sleep } from "node:timers/promises";
import { type Klankbord, startKlankbord } from "../tests/klankbord.ts";
import { openDatabase } from "./database.ts";
import { type Filled, fill, harvestAndPublish, setStep } from "./fill.ts";
import { type Measure, percentile } from "./measure.ts";
import { scriptBytes } from "./script-bytes.ts";

const warmUp = 20;
const rounds = 200;
/** Below what one browser may ask in a second. */
const restMs = 30;

interface Address {
  readonly path: string;
  /** in turn; an empty one is nobody */
  readonly cookies: readonly string[];
}

/** What a page costs the server: 300 people, 500 needs, 20 insights; and what its script weighs. */
export default async function* pages(): AsyncGenerator<Measure> {
  await using database = await openDatabase();
  const filled = await fill(database.db);
  await database.pool.query("analyze");
  await using klankbord = await startKlankbord({ env: { DATABASE_URL: database.url } });
  const { slug, sessionId, cookies } = filled;
  const room = { path: `/bijeenkomst/${sessionId}`, cookies: cookies.participants };
  const call = { path: `/oproep/${slug}`, cookies: [""] };
  const report = { path: `/verslag/${slug}`, cookies: [""] };

  yield await time(klankbord, "call", call);
  yield await time(klankbord, "room", room);
  const roomWeight = await weigh(klankbord, room);
  yield await time(klankbord, "cockpit", { path: `/team/${slug}/bijeenkomst/${sessionId}`, cookies: [cookies.team] });
  await goTo("practice-check");
  yield await time(klankbord, "room-check", { ...room, path: `${room.path}?inzicht=1` });
  await goTo("prioritise");
  yield await time(klankbord, "room-marks", room);
  await harvestAndPublish(database.db, filled);
  yield await time(klankbord, "report", report);

  const open = [{ path: "/", cookies: [""] }, call, { ...call, path: `${call.path}/aanmelden` }, report];
  const weights = await Promise.all(open.map((address) => weigh(klankbord, address)));
  yield { name: "pages.public.gzip-kb", value: Math.max(...weights), unit: "kB" };
  yield { name: "pages.room.gzip-kb", value: roomWeight, unit: "kB" };

  async function goTo(kind: Filled["steps"][number]["kind"]): Promise<void> {
    const step = filled.steps.find((one) => one.kind === kind);
    if (!step) throw new Error(`no step ${kind}`);
    await setStep(database.db, sessionId, step);
    await database.pool.query("analyze");
  }
}

/** One after another, as the server sees it: a queue would measure the queue. */
async function time({ origin }: Klankbord, name: string, { path, cookies }: Address): Promise<Measure> {
  const took: number[] = [];
  for (let round = -warmUp; round < rounds; round++) {
    const cookie = cookies[Math.abs(round) % cookies.length] ?? "";
    const begun = performance.now();
    const answer = await fetch(origin + path, { headers: { cookie }, redirect: "manual" });
    await answer.arrayBuffer();
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
    if (round >= 0) took.push(performance.now() - begun);
    await sleep(restMs);
  }
  return { name: `pages.${name}.p95-ms`, value: percentile(took, 0.95), unit: "ms" };
}

async function weigh({ origin }: Klankbord, { path, cookies }: Address): Promise<number> {
  const answer = await fetch(origin + path, { headers: { cookie: cookies[0] ?? "" } });
  return (await scriptBytes(origin, await answer.text())) / 1000;
}

import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { startKlankbord } from "../tests/klankbord.ts";
import { sendBallots } from "./ballot-sender.ts";
import { openDatabase } from "./database.ts";
import { fill } from "./fill.ts";
import { type BenchOptions, type Measure, percentile } from "./measure.ts";
import { type Load, openMediaHall } from "./media-hall.ts";
import { loadLiveKit } from "./media-livekit.ts";
import { addVoters } from "./voters.ts";

const seconds = 8;
const ballotRounds = 3;
const ballotSeconds = 5;
/** Sixty people, each a ballot five times a second: far more than they do. */
const voting = { connections: 60, restMs: 200 } as const;

/**
 * What the relay that comes along costs: rooms of six in which all send 350 kbit/s of picture and 32 of sound; a plenary of two who speak;
 * and ballots beside it. Held against the same packets sent by the engine alone, and against LiveKit where there is one. The crowd runs on
 * the same machine. `--long`: twenty groups, and a plenary of 150.
 */
export default async function* media({ long }: BenchOptions): AsyncGenerator<Measure> {
  const sizes = long ? [10, 20] : [5, 10];
  const loads: Load[] = [];
  {
    await using hall = await openMediaHall();
    yield { name: "media.empty-mb", value: hall.memoryEmptyMb, unit: "MB" };
    let groups = 0;
    for (const many of sizes) {
      await hall.addGroups(many - groups);
      groups = many;
      const load = await hall.load(seconds);
      yield* told(`media.groups-${groups}`, load);
      yield { name: `media.groups-${groups}.mb-each`, value: (load.memoryMb - hall.memoryEmptyMb) / groups, unit: "MB" };
      loads.push(load);
    }
  }
  const largest = { groups: sizes.at(-1) ?? 0, ...(loads.at(-1) as Load) };
  const bare = await bareLoad(largest);
  yield* told(`media.engine-alone-${largest.groups}`, bare);
  yield { name: "media.cpu-against-engine", value: largest.microsPerPacket, unit: "us", against: bare.microsPerPacket };
  // Extrapolated from the largest that was measured: what one core would carry, if all of it were there for the relay.
  yield { name: `media.groups-a-core-by-${largest.groups}`, value: largest.groups / largest.cores, unit: "groups", against: 40 };
  const livekit = await loadLiveKit(largest.groups, seconds);
  if (livekit) {
    yield* told(`media.livekit-${largest.groups}`, livekit);
    yield { name: "media.cpu-against-livekit", value: largest.microsPerPacket, unit: "us", against: livekit.microsPerPacket };
  }
  {
    await using hall = await openMediaHall();
    const audience = long ? 150 : 60;
    await hall.addPlenary(audience);
    yield* told(`media.plenary-2-to-${audience}`, await hall.load(seconds, 2));
  }
  yield* besideBallots();
}

/** As many connections and packets, which nobody sent: what is left is the engine, the encryption and the network of the machine. */
async function bareLoad({ groups, sentPerSecond }: Load & { readonly groups: number }): Promise<Load> {
  await using hall = await openMediaHall({}, { program: "bench/media-bare.ts" });
  await hall.addGroups(groups);
  hall.pace(sentPerSecond);
  return await hall.load(seconds, 0);
}

function* told(name: string, { heard, ...load }: Load): Generator<Measure> {
  yield { name: `${name}.packets-per-second`, value: load.sentPerSecond, unit: "1/s" };
  yield { name: `${name}.cores`, value: load.cores, unit: "cores" };
  yield { name: `${name}.cpu`, value: load.microsPerPacket, unit: "us" };
  yield { name: `${name}.p50-ms`, value: percentile(heard.delays, 0.5), unit: "ms" };
  yield { name: `${name}.p99-ms`, value: percentile(heard.delays, 0.99), unit: "ms", against: 20 };
  yield { name: `${name}.lost-percent`, value: (heard.missed / (heard.came + heard.missed)) * 100, unit: "%", against: 0.1 };
}

/** Ballots in turns with ten groups that send, and without. */
async function* besideBallots(): AsyncGenerator<Measure> {
  await using database = await openDatabase();
  const filled = await fill(database.db);
  await database.db.execute(
    sql`update session set current_step_id = ${filled.steps.find(({ kind }) => kind === "practice-check")?.id}`,
  );
  const people = await addVoters(database.pool, filled, 600);
  await database.pool.query("vacuum analyze");
  await using klankbord = await startKlankbord({ env: { DATABASE_URL: database.url } });
  // People are on machines of their own, which is not so here: they take what nothing else wants.
  await using hall = await openMediaHall({}, { isElsewhere: true });
  await hall.addGroups(10);
  const path = `/bijeenkomst/${filled.sessionId}/stemmen`;
  const vote = (forSeconds: number) =>
    sendBallots({
      port: klankbord.port,
      path,
      origin: klankbord.origin,
      people,
      insights: filled.insights,
      ...voting,
      seconds: forSeconds,
    });
  await vote(3);
  const beside: number[] = [];
  const without: number[] = [];
  let kept = 0;
  let refused = 0;
  for (let round = 0; round < ballotRounds; round++) {
    const calm = await vote(ballotSeconds);
    hall.begin();
    await sleep(1_000);
    const loaded = await vote(ballotSeconds);
    await hall.end();
    if (!hall.isUp()) throw new Error("the relay fell: nothing can be said of ballots beside it");
    without.push(calm.p99Ms);
    beside.push(loaded.p99Ms);
    kept += loaded.kept;
    refused += calm.refused + loaded.refused;
  }
  yield { name: "media.ballots-beside.p99-ms", value: percentile(beside, 0.5), unit: "ms", against: percentile(without, 0.5) };
  yield { name: "media.ballots-beside.kept", value: kept, unit: "ballots" };
  yield { name: "media.ballots-beside.refused", value: refused, unit: "ballots" };
}

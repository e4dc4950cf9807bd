import { createHash } from "node:crypto";
import { startKlankbord } from "../tests/klankbord.ts";
import { mainThreadSeconds } from "./cpu.ts";
import { openDatabase } from "./database.ts";
import { type Filled, fill, setStep } from "./fill.ts";
import { type BenchOptions, type Measure, percentile } from "./measure.ts";

const kinds = ["group", "prioritise", "plenary"] as const;
/** As the page spreads itself. */
const spreadMs = 100;
const alone = 40;

/** A hall gets its next step: everybody's page fetches it at once. What it takes until the last has it, and what one asked alone costs. */
export default async function* turn({ long }: BenchOptions): AsyncGenerator<Measure> {
  const people = long ? 2_000 : 500;
  await using database = await openDatabase();
  const filled = await fill(database.db, people);
  const cookies = await addDevices(database.pool, filled);
  await database.pool.query("vacuum analyze");
  await using klankbord = await startKlankbord({ env: { DATABASE_URL: database.url } });
  const address = `${klankbord.origin}/bijeenkomst/${filled.sessionId}.data`;
  const ask = async (cookie: string): Promise<number> => {
    const began = performance.now();
    const answer = await fetch(address, { headers: { cookie, "sec-fetch-dest": "empty" } });
    await answer.arrayBuffer();
    if (answer.status !== 200) throw new Error(`${answer.status}`);
    return performance.now() - began;
  };
  for (const kind of kinds) {
    await setStep(database.db, filled.sessionId, filled.steps.find((one) => one.kind === kind) as Filled["steps"][number]);
    const before = mainThreadSeconds(klankbord.pid);
    for (const cookie of cookies.slice(0, alone)) await ask(cookie);
    const each = (1000 * (mainThreadSeconds(klankbord.pid) - before)) / alone;
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    const began = performance.now();
    const used = mainThreadSeconds(klankbord.pid);
    const took = await Promise.all(
      cookies.map(async (cookie) => {
        await new Promise((resolve) => setTimeout(resolve, Math.random() * spreadMs));
        return ask(cookie);
      }),
    );
    const name = `turn.${people}.${kind}`;
    yield { name: `${name}.all-ms`, value: performance.now() - began, unit: "ms" };
    yield { name: `${name}.page-p50-ms`, value: percentile(took, 0.5), unit: "ms" };
    const cpu = (1000 * (mainThreadSeconds(klankbord.pid) - used)) / people;
    yield { name: `${name}.cpu-per-page`, value: cpu, unit: "ms", against: each };
  }
}

async function addDevices(pool: { query(text: string, values: unknown[]): Promise<unknown> }, { dialogueId, people }: Filled) {
  const tokens = people.map((id) => `bench-${id}`);
  await pool.query(
    `insert into device (token_hash, kind, person_id, dialogue_id, name, expires_at, confirmed_at)
     select hash, 'participant', person, $1, 'bench', now() + interval '1 day', now() from unnest($2::bytea[], $3::uuid[]) t(hash, person)`,
    [dialogueId, tokens.map((token) => createHash("sha256").update(token).digest()), people],
  );
  return tokens.map((token) => `__Host-mee=${token}`);
}

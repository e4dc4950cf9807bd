import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { freshDatabase } from "../../../tests/database.ts";
import { makeMorning } from "../../../tests/morning.ts";
import type { PersonId } from "../../platform/ids.ts";
import { hashOf } from "../../platform/secret.server.ts";
import { person } from "../tables.ts";
import { addDevice, findDevice } from "./devices.server.ts";
import { findGuests } from "./guests.server.ts";
import { findPlace } from "./place.server.ts";
import { device, measure, registration } from "./tables.ts";

test("asked for together, everybody is what the common door says", async () => {
  await using database = await freshDatabase();
  const { db, pool } = database;
  const morning = await makeMorning(db, 10);
  const { dialogueId, sessionId, people } = morning;
  const own = (i: number) => people[i] as PersonId;
  const tokens = await db.transaction(async (tx) => {
    const made = [];
    for (const [i, personId] of people.entries())
      made.push((await addDevice(tx, "participant", personId, { dialogueId, name: "x", confirmed: i !== 1 })).token);
    return made;
  });
  for (const [i, state] of (["waiting", "pending", "withdrawn"] as const).entries())
    await db
      .update(registration)
      .set({ state })
      .where(eq(registration.personId, own(2 + i)));
  await db.insert(measure).values({ sessionId, personId: own(5), kind: "removed", reason: "-", byId: own(0) });
  await db
    .insert(measure)
    .values({ sessionId, personId: own(6), kind: "removed", reason: "-", byId: own(0), liftedAt: new Date() });
  await db
    .update(device)
    .set({ endedAt: new Date() })
    .where(eq(device.personId, own(7)));
  await db
    .update(person)
    .set({ erasedAt: new Date() })
    .where(eq(person.id, own(8)));
  await db
    .update(device)
    .set({ expiresAt: new Date(0) })
    .where(eq(device.personId, own(9)));

  const all = [...tokens, "nobody", tokens[0] as string];
  const together = await findGuests(
    pool,
    all.map((token) => ({ tokenHash: hashOf(token), sessionId })),
  );
  for (const [i, token] of all.entries()) {
    const found = await findDevice(db, "participant", token);
    const guest = found && { deviceId: found.id, personId: found.personId, confirmed: found.confirmed };
    const place = await findPlace(db, { session: sessionId }, { nonce: "", path: "", locale: "nl", team: null, guest });
    if (place === "missing") throw new Error("no place");
    expect(together[i]?.roles ?? new Set(["anyone"])).toEqual(place.roles);
    expect(together[i]?.registration?.id).toBe(place.registration?.id);
    expect(together[i]?.registration?.fieldId).toBe(place.registration?.fieldId);
  }
  expect(together.map((guest) => guest?.roles.has("participant") ?? false)).toEqual([
    true,
    false,
    false,
    false,
    false,
    false,
    true,
    false,
    false,
    false,
    false,
    true,
  ]);
});

test("who comes is looked up by an index, also where the database knows nothing yet of a table that just filled up", async () => {
  await using database = await freshDatabase();
  const { db, pool } = database;
  const { dialogueId, sessionId } = await makeMorning(db);
  const count = 1_000;
  const { rows } = await pool.query<{ hash: Buffer }>(
    `with people as (insert into person (name, mail) select 'n', n || '@voorbeeld.example' from generate_series(1, $3::int) n returning id),
     placed as (insert into registration (dialogue_id, session_id, person_id, state, name) select $1, $2, id, 'admitted', 'n' from people)
     insert into device (token_hash, kind, person_id, dialogue_id, name, expires_at, confirmed_at)
     select sha256(id::text::bytea), 'participant', id, $1, 'n', now() + interval '1 day', now() from people returning token_hash as hash`,
    [dialogueId, sessionId, count],
  );
  const knocks = rows.slice(0, 200).map(({ hash }) => ({ tokenHash: hash, sessionId }));
  let read = 0;
  const explained = {
    async query({ text, values }: { text: string; values: unknown[] }) {
      const { rows: plans } = await pool.query(`explain (analyze, format json) ${text}`, values);
      read = rowsRead(plans[0]["QUERY PLAN"][0].Plan);
      return { rows: [] };
    },
  };
  await findGuests(explained as unknown as typeof pool, knocks);
  expect(read).toBeGreaterThan(3 * knocks.length);
  expect(read).toBeLessThan(12 * knocks.length);
});

interface Plan {
  readonly "Actual Rows": number;
  readonly "Actual Loops": number;
  readonly "Rows Removed by Filter"?: number;
  readonly "Rows Removed by Join Filter"?: number;
  readonly Plans?: readonly Plan[];
}

/** How many rows passed by, at every step together. */
const rowsRead = (plan: Plan): number =>
  (plan["Actual Rows"] + (plan["Rows Removed by Filter"] ?? 0) + (plan["Rows Removed by Join Filter"] ?? 0)) *
    plan["Actual Loops"] +
  (plan.Plans ?? []).reduce((sum, one) => sum + rowsRead(one), 0);

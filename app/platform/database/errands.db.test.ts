import { afterAll, beforeAll, expect, test } from "vitest";
import { type FreshDatabase, freshDatabase } from "../../../tests/database.ts";
import { until } from "../../../tests/until.ts";
import { type Doorbell, openDoorbell } from "./doorbell.server.ts";
import { type Errands, openErrands } from "./errands.server.ts";

interface Did {
  readonly by: string;
  readonly got: string;
}
let database: FreshDatabase;
const bells: Doorbell[] = [];
const all: Errands<string, Did>[] = [];

/** As another process: with a line of its own to the database. */
async function open(by: string): Promise<{ readonly errands: Errands<string, Did>; readonly bell: Doorbell }> {
  const bell = await openDoorbell({ connectionString: database.url }, () => {});
  const errands = openErrands<string, Did>(
    { db: database.db, doorbell: bell },
    {
      name: "test",
      run: async (scope, got) => ({ by: `${by} for ${scope}`, got }),
      late: (got) => ({ ms: 3_000, answer: { by: "nobody", got } }),
    },
  );
  bells.push(bell);
  all.push(errands);
  return { errands, bell };
}

beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(async () => {
  for (const one of all) one.stop();
  for (const bell of bells) await bell.close();
  await database?.[Symbol.asyncDispose]();
});

test("whoever is asked, the first that was carries it; another scope may be another's", async () => {
  const { errands: a, bell } = await open("a");
  const { errands: b } = await open("b");
  expect(await a.ask("one", "x")).toEqual({ by: "a for one", got: "x" });
  expect(await b.ask("one", "y")).toEqual({ by: "a for one", got: "y" });
  expect(await b.ask("two", "y")).toEqual({ by: "b for two", got: "y" });
  expect(await a.ask("two", "x")).toEqual({ by: "b for two", got: "x" });
  // longer than one word of the database may be, and nothing that gets shorter
  const long = Array.from({ length: 40_000 }, (_, n) => String.fromCharCode(33 + ((n * n * 7919) % 90))).join("");
  expect((await b.ask("one", long)).got).toBe(long);
  const many = await Promise.all(Array.from({ length: 50 }, (_, n) => b.ask("one", String(n))));
  expect(many.map(({ got }) => got)).toEqual(Array.from({ length: 50 }, (_, n) => String(n)));
  // one that is gone is followed up by the next that asks, also while it waits
  a.stop();
  await bell.close();
  await until(async () => (await b.ask("one", "z")).by === "b for one");
});

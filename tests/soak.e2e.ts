import { expect, test } from "vitest";
import { freshDatabase } from "./database.ts";
import { expectFlat, soak } from "./soak.ts";

test("a minute with 24 people, a whole session over sockets, streams and questions: no error, no lost word, no memory that grows [LP9]", async () => {
  await using database = await freshDatabase();
  const { memory, ...kept } = await soak(database, {
    people: 24,
    speed: 160,
    cutsAfterMs: 9_000,
    by: ["straight", "open", "noUpgrades", "keepsBack"],
  });
  console.error(JSON.stringify(kept));
  expect(new Set(kept.kinds)).toEqual(new Set(["socket", "stream", "wait"]));
  expect(kept.cuts).toBeGreaterThan(0);
  expectFlat(memory);
});

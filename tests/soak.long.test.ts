import { expect, test } from "vitest";
import { freshDatabase } from "./database.ts";
import { expectFlat, soak } from "./soak.ts";

/** Most come by a socket; one in eight by less. */
const by = [
  ...Array.from({ length: 8 }, () => "straight" as const),
  ...Array.from({ length: 6 }, () => "open" as const),
  "noUpgrades" as const,
  "keepsBack" as const,
];

test("half an hour with 500 people, a whole session at four times its speed: no error, no lost word, no memory that grows [LP9]", async () => {
  await using database = await freshDatabase();
  const { memory, kinds, ...kept } = await soak(database, { people: 500, speed: 4, cutsAfterMs: 30_000, by });
  console.error(
    JSON.stringify({
      ...kept,
      ways: Object.entries(Object.groupBy(kinds, (kind) => kind ?? "none")).map(([kind, of]) => `${kind} ${of?.length}`),
    }),
  );
  expect(kept.words).toBeGreaterThan(3_000);
  expectFlat(memory);
}, 3_600_000);

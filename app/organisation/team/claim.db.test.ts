import { isNull } from "drizzle-orm";
import { expect, test } from "vitest";
import { freshDatabase } from "../../../tests/database.ts";
import { membership } from "../../dialogue/people/tables.ts";
import { findClaim, isClaimed, makeClaim, spendClaim } from "./claim.server.ts";

test("of a hundred who use the claim link at once, one gets it", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const token = await makeClaim(db);
  expect(await isClaimed(db)).toBe(false);
  const outcomes = await Promise.all(
    Array.from({ length: 100 }, (_, n) => spendClaim(db, token, { name: `P${n}`, mail: `p${n}@example.org`, locale: "nl" })),
  );
  const [winner, ...others] = outcomes.filter(Boolean);
  expect(winner).toBeTruthy();
  expect(others).toEqual([]);
  const held = await db.select().from(membership).where(isNull(membership.dialogueId));
  expect(held.map(({ role, personId }) => [role, personId]).toSorted()).toEqual([
    ["administrator", winner],
    ["organiser", winner],
  ]);
  expect(await findClaim(db, token)).toBe(false);
});

test("a new claim link ends the older one", async () => {
  await using database = await freshDatabase();
  const old = await makeClaim(database.db);
  const fresh = await makeClaim(database.db);
  expect(await findClaim(database.db, old)).toBe(false);
  expect(await findClaim(database.db, fresh)).toBe(true);
});

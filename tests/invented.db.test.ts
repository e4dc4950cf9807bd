import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { freshDatabase } from "./database.ts";
import { fillInvented } from "./invented.ts";

test("the invented dialogue stands whole in a database", async () => {
  await using database = await freshDatabase();
  const made = await fillInvented(database.db);
  expect([made.personIds.size, made.needIds.size, made.insightIds.size, made.stepIds.length]).toEqual([72, 320, 24, 9]);
  const counted = await database.db.execute<{ ballots: string; notes: string; seats: string }>(
    sql`select (select count(*) from ballot) as ballots, (select count(*) from contribution where kind = 'note') as notes, (select count(*) from seat) as seats`,
  );
  expect(counted.rows[0]).toEqual({ ballots: "240", notes: "150", seats: "144" });
});

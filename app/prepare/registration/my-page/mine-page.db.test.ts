import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { freshDatabase } from "../../../../tests/database.ts";
import { makeWorld } from "../../../../tests/world.ts";
import type { PersonId } from "../../../platform/ids.ts";
import { review } from "../../../report/tables.ts";
import { findMinePage } from "./mine-page.server.ts";

const hour = 3_600_000;

test("one's own page leads to a report that came out, and to reading along while that is open", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const here = await makeWorld(db, "hier");
  const read = async (from: number, to: number) => {
    const dates = { opensAt: new Date(Date.now() + from * hour), closesAt: new Date(Date.now() + to * hour) };
    await db.update(review).set(dates).where(eq(review.dialogueId, here.dialogueId));
    const who = { personId: here.people[0] as PersonId, deviceId: "", dialogueId: here.dialogueId, state: "harvest" as const };
    const { reported, readsAlong } = await findMinePage(db, who);
    return { reported, readsAlong };
  };
  expect(await read(1, 2)).toEqual({ reported: true, readsAlong: false });
  expect(await read(-1, 1)).toEqual({ reported: true, readsAlong: true });
  expect(await read(-2, -1)).toEqual({ reported: true, readsAlong: false });
});

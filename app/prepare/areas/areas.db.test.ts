import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { freshDatabase } from "../../../tests/database.ts";
import { personOf } from "../../dialogue/people/people.server.ts";
import { registration } from "../../dialogue/people/tables.ts";
import { dialogue, session } from "../../dialogue/tables.ts";
import { audit } from "../../platform/database/tables.ts";
import type { DialogueId } from "../../platform/ids.ts";
import { areaSource, countAreas, replaceAreas, seedAreas, tryAreas } from "./areas.server.ts";
import { area } from "./tables.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const head = "code,naam,bovenliggende code,jaar,gangbare naam";

test("the shipped areas come in once, also when two start at once", async () => {
  await using database = await freshDatabase();
  await Promise.all([seedAreas(database.db), seedAreas(database.db)]);
  const before = await countAreas(database.db);
  expect(before).toEqual({ province: 12, municipality: 342, district: 103, focus: 20 });
  await seedAreas(database.db);
  expect(await countAreas(database.db)).toEqual(before);
  expect((await areaSource(database.db))?.source).toContain("CBS");
  expect((await database.db.select().from(audit)).length).toBeLessThanOrEqual(2);
});

test("a file with a mistake is told by row and column, and nothing of it is kept", async () => {
  await using database = await freshDatabase();
  await seedAreas(database.db);
  const wrong = await tryAreas(database.db, bytes(`${head}\nGM0014,Groningen,PV20,2026,\nGM14,Ergens,PV20,2026,\n`));
  expect(wrong).toMatchObject({ status: "problems", problems: [{ row: 3, column: "code", code: "not-an-area-code" }] });
  expect(await tryAreas(database.db, new Uint8Array([0xff, 0xfe, 0x00]))).toEqual({ status: "not-text" });
  expect((await countAreas(database.db)).municipality).toBe(342);
});

test("a file takes the place of all areas but those that somebody came from", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  await seedAreas(db);
  const by = await db.transaction((tx) => personOf(tx, "a@example.org", "A", "nl"));
  const id = randomUUID() as DialogueId;
  await db.insert(dialogue).values({ id, slug: "x", title: "x" });
  const [one] = await db
    .insert(session)
    .values({ dialogueId: id, title: "x", startsAt: new Date(), endsAt: new Date() })
    .returning();
  if (!one) throw new Error("no session");
  await db
    .insert(registration)
    .values({ dialogueId: id, sessionId: one.id, personId: by, name: "A", areaCode: "GM0503", areaYear: 2025 });
  const outcome = await tryAreas(db, bytes(`${head}\nPV20,Groningen,,2026,\nGM0014,Groningen,PV20,2026,Stad\n`));
  if (outcome.status !== "ready") throw new Error(outcome.status);
  expect(outcome).toMatchObject({ fresh: 2, gone: 477 });
  await replaceAreas(db, by, outcome.areas, "gemeente");
  expect(await countAreas(db)).toEqual({ province: 1, municipality: 2, district: 0, focus: 0 });
  expect(await db.select().from(area).where(eq(area.code, "GM0503"))).toHaveLength(1);
  await seedAreas(db);
  expect((await areaSource(db))?.source).toBe("gemeente");
});

import { expect, test } from "vitest";
import { freshDatabase } from "../../../tests/database.ts";
import { makeMorning } from "../../../tests/morning.ts";
import { field } from "../../dialogue/tables.ts";
import type { PersonId } from "../../platform/ids.ts";
import { networkMember, networkMessage } from "../tables.ts";
import { allOff } from "./member.ts";
import { drawPicture } from "./picture.server.ts";
import { stepOf } from "./picture.ts";

test("numbers come in steps", () => {
  expect([0, 4, 5, 14, 15, 49, 50, 900].map(stepOf)).toEqual([null, null, 5, 5, 15, 15, 50, 50]);
});

test("a thread is drawn between fields when five people wrote over it, of who shows their field alone [NW26]", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const morning = await makeMorning(db, 14);
  const { dialogueId } = morning;
  const [one, other] = await db.select().from(field).orderBy(field.position).limit(2);
  const join = (n: number, id: string | undefined, shows: boolean) => ({
    ...{ dialogueId, personId: morning.people[n] as PersonId, name: `Lid ${n}`, fieldIds: [id] as never },
    shown: { ...allOff, fields: shows ? ("members" as const) : ("off" as const) },
  });
  const here = (n: number) => join(n, one?.id, true);
  const there = (n: number) => join(n, other?.id, n !== 13);
  await db.insert(networkMember).values([0, 1, 2, 3, 4].map(here));
  await db.insert(networkMember).values([7, 8, 9, 10, 11, 13].map(there));
  const write = (from: number, to: number) =>
    db
      .insert(networkMessage)
      .values({ dialogueId, fromId: morning.people[from] as PersonId, toId: morning.people[to] as PersonId, text: "Dag" });
  for (const [from, to] of [
    [0, 7],
    [7, 0],
    [1, 8],
    // within a field, and of who shows none: no thread
    [0, 1],
    [2, 13],
  ] as const)
    await write(from, to);
  const before = await drawPicture(db, dialogueId);
  expect(before.fields.map(({ name, people }) => [name, people]).slice(0, 3)).toEqual([
    ["wonen", 5],
    ["werk en inkomen", 5],
    ["scholing", null],
  ]);
  expect(before.ties).toEqual([]);
  await write(3, 8);
  expect((await drawPicture(db, dialogueId)).ties).toEqual([{ one: one?.id, other: other?.id, people: 5 }]);
  expect(JSON.stringify(await drawPicture(db, dialogueId))).not.toContain("Lid");
});

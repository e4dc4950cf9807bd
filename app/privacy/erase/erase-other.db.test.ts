import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type FreshDatabase, freshDatabase } from "../../../tests/database.ts";
import { findRegistration, type OpenDialogue, openDialogue, register } from "../../../tests/registrants.ts";
import { scanEverywhere } from "../../../tests/scan.ts";
import { teamCookie } from "../../../tests/visitors.ts";
import { person } from "../../dialogue/tables.ts";
import type { PersonId } from "../../platform/ids.ts";
import { eraseOther, findOther } from "./erase-other.server.ts";

let database: FreshDatabase;
let here: OpenDialogue;
let who: PersonId;
let administrator: PersonId;

beforeAll(async () => {
  database = await freshDatabase();
  const { db } = database;
  here = await openDialogue(db);
  await register(db, here, "kanarie@otter.example");
  who = (await findRegistration(db, here, "kanarie@otter.example")).personId;
  await teamCookie(db, "administrator", null, { name: "Bea", mail: "bea@team.example" });
  const [row] = await db.select().from(person).where(eq(person.mail, "bea@team.example"));
  administrator = row?.id as PersonId;
});
afterAll(() => database?.[Symbol.asyncDispose]());

test("the administrator sees how much there is of somebody, and nothing of who is not there", async () => {
  const { db } = database;
  expect(await findOther(db, " Kanarie@otter.example")).toEqual({
    ...{ mail: "kanarie@otter.example", dialogues: 1, contributions: 0, inNetwork: false, inTeam: false },
  });
  expect(await findOther(db, "niemand@otter.example")).toBeNull();
  await expect(eraseOther(db, administrator, "niemand@otter.example", "left")).rejects.toMatchObject({ code: "nobody" });
  await expect(eraseOther(db, administrator, "bea@team.example", "left")).rejects.toMatchObject({ code: "yourself" });
});

test("it goes by the same way as one's own, and the log says who did it and why, without a word of who it was", async () => {
  const { db } = database;
  await eraseOther(db, administrator, "kanarie@otter.example", "deceased");
  expect((await scanEverywhere(db, ["kanarie"])).found).toEqual([]);
  const { rows } = await db.execute<{ what: string; actor: string }>(sql`
    select what, actor from audit where subject_id = ${who} and scope = '00000000-0000-0000-0000-000000000000' and what like 'person.%'
    order by seq`);
  const by = `person:${administrator}`;
  expect(rows).toEqual([
    { what: "person.erase", actor: by },
    { what: "person.erase-deceased", actor: by },
  ]);
  expect(await findOther(db, "kanarie@otter.example")).toBeNull();
});

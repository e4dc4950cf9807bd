import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { freshDatabase } from "../../../tests/database.ts";
import { findRegistration, openDialogue, register } from "../../../tests/registrants.ts";
import { searchMembers } from "../people/directory.server.ts";
import { allOff, cardShape } from "../people/member.ts";
import { saveMember } from "../people/members.server.ts";

test("[NW7] on one day the order stays; over the days everybody stands first", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const here = await openDialogue(db);
  for (let n = 0; n < 4; n++) {
    await register(db, here, `lid${n}@zorg.example`);
    const { personId } = await findRegistration(db, here, `lid${n}@zorg.example`);
    const shown = Object.fromEntries(Object.keys(allOff).map((part) => [`toon-${part}`, part === "name" ? "members" : "off"]));
    const card = cardShape.parse({ name: `Lid ${n}`, fields: [], languages: [], ...shown });
    await saveMember(db, { dialogueId: here.dialogueId, personId }, card, null);
  }
  // ids are chance: four that lie evenly
  await db.execute(sql`
    update network_member set id = (to_hex(4 * (row - 1)) || '0000000-0000-4000-8000-000000000000')::uuid
    from (select id as was, row_number() over (order by id)::int as row from network_member) as rows where id = was`);
  const asks = { words: "", field: null, offers: false, municipality: null, within: 0, page: 1 };
  const on = async (day: string) => {
    const { cards } = await searchMembers(db, here.dialogueId, asks, { viewer: "members", personId: null, day });
    return cards.map(({ name }) => name);
  };
  const days = Array.from({ length: 90 }, (_, n) => new Date(Date.UTC(2027, 0, 1 + n)).toISOString().slice(0, 10));
  const orders = await Promise.all(days.map(on));
  for (const order of orders) expect(order.toSorted()).toEqual(["Lid 0", "Lid 1", "Lid 2", "Lid 3"]);
  expect(await on(days[0] ?? "")).toEqual(orders[0]);
  expect(new Set(orders.map(([first]) => first)).size).toBe(4);
});

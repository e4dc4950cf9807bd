import { eq, inArray } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type FreshDatabase, freshDatabase } from "../../../tests/database.ts";
import { type Morning, makeMorning } from "../../../tests/morning.ts";
import { contribution } from "../../contribution/tables.ts";
import { findPlace } from "../../dialogue/people/place.server.ts";
import { session } from "../../dialogue/tables.ts";
import type { ContributionId, PersonId } from "../../platform/ids.ts";
import type { Shown } from "../live/view.ts";
import { seekingIn } from "../weigh/to-mark.ts";
import { readRoom } from "./room.server.ts";

const needs = 130;
let database: FreshDatabase;
let morning: Morning;
let ids: ContributionId[];

beforeAll(async () => {
  database = await freshDatabase();
  morning = await makeMorning(database.db);
  const { dialogueId, sessionId } = morning;
  const rows = await database.db
    .insert(contribution)
    .values(
      Array.from({ length: needs }, (_, n) => ({
        ...{ dialogueId, sessionId, number: n + 1, kind: "need" as const, shared: "all" as const },
        personId: morning.people[n % 6] as PersonId,
        text: n === 77 ? "Een tolk op dezelfde dag" : `Behoefte ${n + 1}`,
      })),
    )
    .returning({ id: contribution.id });
  ids = rows.map(({ id }) => id);
});
afterAll(() => database?.[Symbol.asyncDispose]());

async function roomOf(at: number, query = "") {
  const guest = { deviceId: "", personId: morning.people[at] as PersonId, confirmed: true };
  const visit = { nonce: "", path: "", locale: "nl", team: null, guest } as const;
  const place = await findPlace(database.db, { session: morning.sessionId }, visit);
  if (place === "missing" || !place.dialogue || !place.session || !place.registration) throw new Error("no place");
  const { dialogue, session: held, registration } = place;
  const seeking = seekingIn(new URLSearchParams(query));
  return readRoom(database.db, { dialogue, session: held, registration, guest, locale: "nl" }, { seeking });
}
const show = (shows: Shown["shows"]) =>
  database.db.update(session).set({ projector: { shows } }).where(eq(session.id, morning.sessionId));

describe("a hall with many needs", () => {
  test("to weigh them one sees sixty, and finds the others by going on and by words [SL17]", async () => {
    await morning.goTo("prioritise");
    const [anna, bram] = [await roomOf(0), await roomOf(1)];
    expect(anna.toMark).toMatchObject({ found: needs, total: needs, chosen: [] });
    expect(anna.toMark?.needs).toHaveLength(60);
    expect(anna.all).toEqual([]);
    expect(anna.toMark?.needs).not.toEqual(bram.toMark?.needs);
    expect((await roomOf(0, "tot=180")).toMark?.needs).toHaveLength(needs);
    expect((await roomOf(0, "zoek=TOLK+dag")).toMark).toMatchObject({ found: 1, needs: [{ number: 78 }] });
  });

  test("on the wall stand the newest, and all that the tables bring", async () => {
    await morning.goTo("plenary");
    await show("wall");
    const wall = await roomOf(0);
    expect(wall.all.map(({ number }) => number)).toEqual(Array.from({ length: 60 }, (_, n) => n + 71));
    expect(wall.allMore).toBe(70);
    const brought = ids.slice(0, 80);
    await database.db.update(contribution).set({ broughtAt: new Date() }).where(inArray(contribution.id, brought));
    await show("brought");
    const tables = await roomOf(0);
    expect(tables.all.map(({ id }) => id)).toEqual(brought);
    expect(tables).toMatchObject({ showsBrought: true, allMore: 0 });
    await show("question");
    expect((await roomOf(0)).all).toEqual([]);
  });

  test("many who come at once each get their own page", async () => {
    await morning.goTo("prioritise");
    const pages = await Promise.all(Array.from({ length: 30 }, (_, n) => roomOf(n % 6)));
    for (const [n, page] of pages.entries()) {
      expect(page.me.personId).toBe(morning.people[n % 6]);
      expect(page.mine.every(({ own }) => own)).toBe(true);
      expect(page.toMark).toEqual(pages[n % 6]?.toMark);
    }
  });
});

import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { freshDatabase } from "../../../tests/database.ts";
import { makeMorning } from "../../../tests/morning.ts";
import { onTable } from "../../contribution/reading.server.ts";
import { contribution } from "../../contribution/tables.ts";
import { step } from "../../dialogue/tables.ts";
import { audit } from "../../platform/database/tables.ts";
import type { GroupId, PersonId } from "../../platform/ids.ts";
import { openingView } from "../attention/opening-view.server.ts";
import { groupsOf } from "../group/groups.server.ts";
import { askHelp, openHelp } from "../group/table.server.ts";
import { group } from "../group/tables.ts";
import { seatOf } from "./dealing.server.ts";
import { appointNoteTaker, mergeGroups, tellGroups } from "./lead-tables.server.ts";

async function tables() {
  const database = await freshDatabase();
  const { db } = database;
  const made = await makeMorning(db, 5);
  const [large, small] = (await made.seat("group", [
    [0, 1, 2],
    [3, 4],
  ])) as [GroupId, GroupId];
  const stepId = await made.goTo("group");
  const [at] = await db.select().from(step).where(eq(step.id, stepId));
  if (!at) throw new Error("no step");
  const where = { dialogueId: made.dialogueId, sessionId: made.sessionId };
  const viewOf = (n: number) =>
    openingView(db, { id: made.sessionId, ...where }, { as: "participant", personId: made.people[n] as PersonId });
  return {
    db,
    where,
    at,
    stepId,
    large,
    small,
    viewOf,
    people: made.people,
    [Symbol.asyncDispose]: () => database[Symbol.asyncDispose](),
  };
}
const leader = "00000000-0000-4000-8000-000000000001" as PersonId;
const nowhere = "00000000-0000-4000-8000-000000000002" as GroupId;

test("what is said to one table is seen there, and nowhere else, until it is taken away", async () => {
  await using t = await tables();
  expect(await tellGroups(t.db, t.where, leader, [t.small], "Rond zo af.")).toBe(true);
  expect((await t.viewOf(3)).view.group?.announcement).toBe("Rond zo af.");
  expect((await t.viewOf(0)).view.group?.announcement).toBe("");
  expect((await t.viewOf(0)).view.announcement).toBe("");
  await tellGroups(t.db, t.where, leader, [t.small], "");
  expect((await t.viewOf(3)).view.group?.announcement).toBe("");
  expect(await tellGroups(t.db, t.where, leader, [nowhere], "Hallo?")).toBe(false);
  // some tables at once: those that are here hear it
  expect(await tellGroups(t.db, t.where, leader, [t.small, t.large, nowhere], "Nog vijf minuten.")).toBe(true);
  for (const n of [0, 3]) expect((await t.viewOf(n)).view.group?.announcement).toBe("Nog vijf minuten.");
});

test("a note taker is appointed among who sits there, and can be nobody again", async () => {
  await using t = await tables();
  const [inside, outside] = [t.people[1], t.people[4]] as [PersonId, PersonId];
  expect(await appointNoteTaker(t.db, t.where, leader, t.large, inside)).toBe(true);
  expect((await t.viewOf(0)).view.group?.noteTakerId).toBe(inside);
  expect(await appointNoteTaker(t.db, t.where, leader, t.large, outside)).toBe(false);
  expect((await t.viewOf(0)).view.group?.noteTakerId).toBe(inside);
  await appointNoteTaker(t.db, t.where, leader, t.large, null);
  expect((await t.viewOf(0)).view.group?.noteTakerId).toBeNull();
});

test.each(["large", "small"] as const)(
  "merged from the %s side, the smaller table joins the larger with all that lies on it",
  async (from) => {
    await using t = await tables();
    const [one, other] = from === "large" ? [t.large, t.small] : [t.small, t.large];
    const moved = t.people[3] as PersonId;
    const base = { ...t.where, stepId: t.stepId, personId: moved, groupId: t.small, kind: "need" as const };
    await t.db.insert(contribution).values([
      { ...base, number: 1, text: "Een vast gezicht.", shared: "group" },
      { ...base, number: 2, text: "Nog voor mij alleen.", shared: "private" },
    ]);
    await askHelp(t.db, t.where, moved, t.small, "Hoe nu verder?");
    await appointNoteTaker(t.db, t.where, leader, t.small, moved);
    expect(await mergeGroups(t.db, { ...t.where, step: t.at }, leader, one, other)).toBe(t.large);

    const seated = await groupsOf(t.db, t.where.sessionId, t.at);
    expect(seated?.groups.map(({ id, members }) => [id, new Set(members)])).toEqual([[t.large, new Set(t.people)]]);
    expect(await seatOf(t.db, { ...t.where, step: t.at, personId: moved })).toMatchObject({ id: t.large, noteTakerId: moved });
    const seen = await onTable(t.db, t.large, t.people[0] as PersonId);
    expect(seen.map(({ text }) => text)).toEqual(["Een vast gezicht."]);
    expect(await openHelp(t.db, t.where.sessionId)).toMatchObject([{ groupId: t.large }]);
    expect(await t.db.select().from(group)).toHaveLength(1);
    const lines = await t.db.select({ what: audit.what }).from(audit).where(eq(audit.what, "group.merge"));
    expect(lines).toHaveLength(1);
    // Pressed twice.
    expect(await mergeGroups(t.db, { ...t.where, step: t.at }, leader, one, other)).toBeNull();
    expect(await t.db.select().from(audit).where(eq(audit.what, "group.merge"))).toHaveLength(1);
  },
);

test("a table is not merged with itself, nor with one of elsewhere", async () => {
  await using t = await tables();
  const at = { ...t.where, step: t.at };
  expect(await mergeGroups(t.db, at, leader, t.large, t.large)).toBeNull();
  expect(await mergeGroups(t.db, at, leader, t.large, nowhere)).toBeNull();
  expect(await t.db.select().from(group)).toHaveLength(2);
});

import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type FreshDatabase, freshDatabase } from "../../tests/database.ts";
import { type Morning, makeMorning } from "../../tests/morning.ts";
import { field } from "../dialogue/tables.ts";
import { Refused } from "../platform/http/refused.ts";
import type { ContributionId, FieldId, PersonId } from "../platform/ids.ts";
import { backContribution, markSame } from "./backing.server.ts";
import { contributionForm, wordsForm } from "./contribution-form.ts";
import { addContribution, editContribution, shareContribution, withdrawContribution } from "./contributions.server.ts";
import { hideContribution } from "./moderation.server.ts";
import { onTable, ownContributions } from "./reading.server.ts";
import { backing, contribution } from "./tables.ts";

let database: FreshDatabase;
let morning: Morning;
let alone: string;
let group: string;

beforeAll(async () => {
  database = await freshDatabase();
});
beforeEach(async () => {
  morning = await makeMorning(database.db, 6, crypto.randomUUID().slice(0, 8));
  await morning.seat("group", [
    [0, 1, 2],
    [3, 4, 5],
  ]);
  alone = await morning.goTo("alone");
  group = await morning.goTo("group");
});
afterAll(() => database?.[Symbol.asyncDispose]());

const writer = (at: number) => ({
  dialogueId: morning.dialogueId,
  sessionId: morning.sessionId,
  personId: morning.people[at] as PersonId,
});
const add = (at: number, text: string, about: Record<string, unknown> = {}) =>
  addContribution(
    database.db,
    writer(at),
    contributionForm.parse({ id: crypto.randomUUID(), kind: "need", text, step: group, ...about }),
  );
const code = (promise: Promise<unknown>) =>
  promise.then(
    () => "done",
    (error: unknown) => (error instanceof Refused ? error.code : `${error}`),
  );
const behind = async (id: ContributionId) =>
  (await database.db.select().from(backing).where(eq(backing.contributionId, id))).map(({ personId }) => personId);
const sameOf = async (id: ContributionId) =>
  (await database.db.select().from(contribution).where(eq(contribution.id, id)))[0]?.sameAs;

test("who finds a need the same stands behind it, and keeps the own words as others for it", async () => {
  const theirs = await add(0, "Een vast gezicht in de wijk");
  const mine = await add(1, "Steeds dezelfde persoon", { same: theirs.id });
  expect(mine.same).toBe(theirs.number);
  expect(await behind(theirs.id)).toEqual([writer(1).personId]);
  const [table] = await database.db.select().from(contribution).where(eq(contribution.id, mine.id));
  const seen = await onTable(database.db, table?.groupId as never, writer(2).personId);
  expect(seen.map(({ text, sameAs }) => [text, sameAs?.number ?? null])).toEqual([
    ["Een vast gezicht in de wijk", null],
    ["Steeds dezelfde persoon", theirs.number],
  ]);
});

test("twice, ten times at once, or later from a second tab is once", async () => {
  const theirs = await add(0, "Een vast gezicht in de wijk");
  const id = crypto.randomUUID();
  const kept = await Promise.all(Array.from({ length: 10 }, () => add(1, "Steeds dezelfde", { id, same: theirs.id })));
  expect(new Set(kept.map((one) => JSON.stringify(one))).size).toBe(1);
  await Promise.all([1, 2, 3].map(() => markSame(database.db, writer(1), id as ContributionId, theirs.id)));
  expect(await behind(theirs.id)).toEqual([writer(1).personId]);
});

test("thinking better of it makes it a need by itself, and takes the name from behind the other", async () => {
  const theirs = await add(0, "Een vast gezicht in de wijk");
  const mine = await add(1, "Steeds dezelfde", { same: theirs.id });
  await markSame(database.db, writer(1), mine.id, null);
  await markSame(database.db, writer(1), mine.id, null);
  expect([await sameOf(mine.id), await behind(theirs.id)]).toEqual([null, []]);
  await markSame(database.db, writer(1), mine.id, theirs.id);
  await backContribution(database.db, writer(1), theirs.id, false);
  expect([await sameOf(mine.id), await behind(theirs.id)]).toEqual([null, []]);
});

test("who has two wordings beneath one need stands behind it until both are taken away", async () => {
  const theirs = await add(0, "Een vast gezicht in de wijk");
  const [one, two] = [
    await add(1, "Steeds dezelfde", { same: theirs.id }),
    await add(1, "Niet telkens een ander", { same: theirs.id }),
  ];
  await markSame(database.db, writer(1), one.id, null);
  expect(await behind(theirs.id)).toEqual([writer(1).personId]);
  await markSame(database.db, writer(1), two.id, null);
  expect(await behind(theirs.id)).toEqual([]);
});

test("all lies beneath one need, never deeper; two who find each other's the same leave one of them above", async () => {
  const [a, b, c] = [await add(0, "Een vast gezicht"), await add(1, "Steeds dezelfde"), await add(2, "Eén persoon")];
  await markSame(database.db, writer(2), c.id, b.id);
  await markSame(database.db, writer(1), b.id, a.id);
  expect([await sameOf(a.id), await sameOf(b.id), await sameOf(c.id)]).toEqual([null, a.id, a.id]);
  await markSame(database.db, writer(0), a.id, b.id);
  expect([await sameOf(a.id), await sameOf(b.id), await sameOf(c.id)]).toEqual([null, a.id, a.id]);
  const d = await add(2, "Een mens die blijft", { same: b.id });
  expect(await sameOf(d.id)).toBe(a.id);
});

test("another's private need, one's own, a hidden one or one on another table is never the same; the words are kept all the same", async () => {
  const secret = await add(0, "Dit is van mij alleen", { step: alone });
  const far = await add(3, "Op een andere tafel");
  const hidden = await add(2, "Dit wordt verborgen");
  await hideContribution(database.db, writer(0), writer(5).personId, hidden.id, "Dit gaat over iemand");
  const own = await add(1, "Van mijzelf");
  for (const one of [secret, far, hidden, own]) {
    const kept = await add(1, `Iets van mij bij ${one.number}`, { same: one.id });
    expect(kept.same).toBeNull();
    expect(await code(markSame(database.db, writer(1), kept.id, one.id))).toMatch(/^(not-yours|own)$/);
    expect(await behind(one.id)).toEqual([]);
  }
});

test("when the need above is withdrawn the other words stand by themselves", async () => {
  const theirs = await add(0, "Een vast gezicht in de wijk");
  const mine = await add(1, "Steeds dezelfde", { same: theirs.id });
  await shareContribution(database.db, writer(1), mine.id, "all");
  await withdrawContribution(database.db, writer(0), theirs.id);
  const own = await ownContributions(database.db, morning.sessionId, writer(1).personId);
  expect(own.map(({ text, state }) => [text, state])).toEqual([["Steeds dezelfde", "visible"]]);
  expect(await code(markSame(database.db, writer(1), mine.id, null))).toBe("done");
});

test("a need says how often it comes up and which fields of this dialogue it touches; one of elsewhere is left out", async () => {
  const other = await makeMorning(database.db, 2, crypto.randomUUID().slice(0, 8));
  const idsOf = async (dialogueId: string) =>
    (
      await database.db
        .select()
        .from(field)
        .where(eq(field.dialogueId, dialogueId as never))
        .orderBy(field.position)
    ).map(({ id }) => id);
  const [fields, foreign] = [await idsOf(morning.dialogueId), await idsOf(other.dialogueId)];
  const [first, second] = fields as [FieldId, FieldId];
  const { id } = await add(0, "Een vast gezicht", { howOften: "weekly", touches: [second, foreign[0], first, first] });
  const told = async () => {
    const [one] = await ownContributions(database.db, morning.sessionId, writer(0).personId);
    return [one?.howOften, one?.touches.map((touched) => touched.id)];
  };
  expect(await told()).toEqual(["weekly", [first, second]]);
  // a field that leaves the list stays with what touched it before, and cannot be added to what did not
  await database.db.update(field).set({ removedAt: new Date() }).where(eq(field.id, second));
  await editContribution(database.db, writer(0), id, wordsForm.parse({ text: "Een vast gezicht", touches: [first, second] }));
  expect(await told()).toEqual(["", [first, second]]);
  const late = await add(1, "Iets anders", { touches: [second] });
  expect((await database.db.select().from(contribution).where(eq(contribution.id, late.id)))[0]?.touches).toEqual([]);
});

import { asc, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { freshDatabase } from "../../../tests/database.ts";
import { makeMorning } from "../../../tests/morning.ts";
import { backContribution } from "../../contribution/backing.server.ts";
import { contributionForm } from "../../contribution/contribution-form.ts";
import { addContribution, withdrawContribution } from "../../contribution/contributions.server.ts";
import { onTable, sharedWithAll } from "../../contribution/reading.server.ts";
import { contribution } from "../../contribution/tables.ts";
import { step } from "../../dialogue/tables.ts";
import { audit } from "../../platform/database/tables.ts";
import { Refused } from "../../platform/http/refused.ts";
import type { ContributionId, GroupId, PersonId } from "../../platform/ids.ts";
import { mergeGroups } from "../grouping/lead-tables.server.ts";
import { bundles, type GatherKind, type Lying, replayTable } from "./gather.ts";
import { broughtNeeds, gatherNeeds, peopleTogether, tableDeeds } from "./gathering.server.ts";
import { gatherEvent } from "./tables.ts";

const code = (promise: Promise<unknown>) =>
  promise.then(
    () => "done",
    (error: unknown) => (error instanceof Refused ? error.code : `${error}`),
  );

async function table() {
  const database = await freshDatabase();
  const { db } = database;
  const made = await makeMorning(db, 6);
  const [first, second] = (await made.seat("group", [
    [0, 1, 2, 3],
    [4, 5],
  ])) as [GroupId, GroupId];
  const stepId = await made.goTo("group");
  const writer = (at: number) => ({
    dialogueId: made.dialogueId,
    sessionId: made.sessionId,
    personId: made.people[at] as PersonId,
  });
  async function say(at: number, text: string): Promise<ContributionId> {
    const wish = contributionForm.parse({ id: crypto.randomUUID(), kind: "need", text, step: stepId });
    return (await addContribution(db, writer(at), wish)).id;
  }
  const gather = (at: number, kind: GatherKind, needs: readonly ContributionId[]) => gatherNeeds(db, writer(at), { kind, needs });
  const lies = async (groupId = first) =>
    bundles(await onTable(db, groupId, made.people[0] as PersonId)).map(
      ({ needs, brought }) => `${needs.map(({ text }) => text).join("+")}${brought ? "!" : ""}`,
    );
  const read = async () =>
    (await sharedWithAll(db, made.sessionId, made.people[5] as PersonId, ["need"])).map(({ text }) => text);
  return {
    ...{ db, made, first, second, stepId, writer, say, gather, lies, read },
    [Symbol.asyncDispose]: () => database[Symbol.asyncDispose](),
  };
}

test("texts and writers stay as they are; who did what is in a history that gives back the table", async () => {
  await using t = await table();
  const [a, b, c] = [await t.say(0, "a"), await t.say(1, "b"), await t.say(2, "c")];
  const before = await t.db.select({ text: contribution.text, person: contribution.personId }).from(contribution);
  await t.gather(3, "together", [a, b]);
  await t.gather(0, "together", [b, c]);
  await t.gather(1, "apart", [a]);
  await t.gather(2, "bring", [c]);
  expect(await t.lies()).toEqual(["a", "b+c!"]);
  expect(await t.db.select({ text: contribution.text, person: contribution.personId }).from(contribution)).toEqual(before);
  const done = await t.db.select().from(gatherEvent).orderBy(asc(gatherEvent.id));
  expect(done.map(({ kind, byId }) => `${kind} ${t.made.people.indexOf(byId)}`)).toEqual([
    "together 3",
    "together 0",
    "apart 1",
    "bring 2",
  ]);
  const rows = await t.db.select().from(contribution);
  const now = new Map(
    rows.map((row): [ContributionId, Lying] => [row.id, { together: row.togetherId, brought: row.broughtAt !== null }]),
  );
  const start = new Map(rows.map((row): [ContributionId, Lying] => [row.id, { together: null, brought: false }]));
  expect(replayTable(done, start)).toEqual(now);
  const told = await tableDeeds(t.db, t.made.sessionId, rows, t.made.people[2] as PersonId);
  expect(told[0]).toMatchObject({ kind: "bring", numbers: [2, 3], own: true });
  await expect(t.db.delete(gatherEvent)).rejects.toThrow();
});

test("several at one table at once: the same is done once, and what crosses keeps every need", async () => {
  await using t = await table();
  const [a, b, c, d] = [await t.say(0, "a"), await t.say(1, "b"), await t.say(2, "c"), await t.say(3, "d")];
  await Promise.all([t.gather(0, "together", [a, b]), t.gather(1, "together", [a, b]), t.gather(2, "together", [b, a])]);
  expect(await t.db.$count(gatherEvent)).toBe(1);
  await Promise.all([
    t.gather(0, "apart", [a]),
    t.gather(1, "bring", [a, b]),
    t.gather(2, "together", [b, c]),
    t.gather(3, "keep", [d]),
    t.gather(3, "together", [c, d]),
  ]);
  const lying = (await t.lies()).map((one) => one.replaceAll("!", ""));
  expect(lying.join("+").split("+").sort()).toEqual(["a", "b", "c", "d"]);
  expect(lying).toContain("b+c+d");
});

test("what is brought everybody may read, and no longer once it is kept at the table", async () => {
  await using t = await table();
  const [a, b] = [await t.say(0, "a"), await t.say(1, "b")];
  expect(await t.read()).toEqual([]);
  await t.gather(2, "together", [a, b]);
  await t.gather(3, "bring", [a]);
  expect(await t.read()).toEqual(["a", "b"]);
  await backContribution(t.db, t.writer(5), a, true);
  await backContribution(t.db, t.writer(0), b, true);
  const [lying] = await t.db.select({ id: contribution.togetherId }).from(contribution).where(eq(contribution.id, a));
  if (!lying?.id) throw new Error("not together");
  // writers 0 and 1, and 5 who recognises; 0 stands behind both and counts once
  expect((await peopleTogether(t.db, [lying.id])).get(lying.id)).toBe(3);
  expect(await broughtNeeds(t.db, t.made.sessionId)).toEqual([
    {
      group: 1,
      people: 3,
      needs: [
        { id: a, text: "a" },
        { id: b, text: "b" },
      ],
    },
  ]);
  await withdrawContribution(t.db, t.writer(1), b);
  expect(await broughtNeeds(t.db, t.made.sessionId)).toMatchObject([{ needs: [{ text: "a" }] }]);
  await t.gather(0, "keep", [a]);
  expect(await t.read()).toEqual([]);
});

test("only at one's own table, in a step at tables, and with what lies there", async () => {
  await using t = await table();
  const [a, b, other] = [await t.say(0, "a"), await t.say(1, "b"), await t.say(4, "elders")];
  expect(await code(t.gather(4, "together", [a, b]))).toBe("not-yours");
  expect(await code(t.gather(4, "bring", [a]))).toBe("not-yours");
  expect(await code(t.gather(0, "together", [a, other]))).toBe("not-yours");
  expect(await code(t.gather(0, "together", [a]))).toBe("two-needs");
  expect(await code(t.gather(0, "together", [a, a]))).toBe("two-needs");
  await withdrawContribution(t.db, t.writer(1), b);
  expect(await code(t.gather(0, "together", [a, b]))).toBe("not-yours");
  await t.made.goTo("plenary");
  expect(await code(t.gather(0, "bring", [a]))).toBe("no-group");
  expect(await t.db.$count(gatherEvent)).toBe(0);
  expect(await t.db.$count(audit, eq(audit.what, "contribution.together"))).toBe(0);
});

test("tables that become one keep what they put together", async () => {
  await using t = await table();
  const [a, b] = [await t.say(4, "a"), await t.say(5, "b")];
  await t.gather(4, "together", [a, b]);
  const [at] = await t.db.select().from(step).where(eq(step.id, t.stepId));
  if (!at) throw new Error("no step");
  await mergeGroups(t.db, { ...t.writer(0), step: at }, t.writer(0).personId, t.first, t.second);
  const c = await t.say(0, "c");
  expect(await t.lies()).toEqual(["a+b", "c"]);
  await t.gather(0, "together", [b, c]);
  expect(await t.lies()).toEqual(["a+b+c"]);
});

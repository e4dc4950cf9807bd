import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { type FreshDatabase, freshDatabase } from "../../tests/database.ts";
import { type Morning, makeMorning } from "../../tests/morning.ts";
import { measure, registration } from "../dialogue/people/tables.ts";
import { session } from "../dialogue/tables.ts";
import { matches } from "../platform/database/matches.server.ts";
import { audit } from "../platform/database/tables.ts";
import { Refused } from "../platform/http/refused.ts";
import type { ContributionId, PersonId } from "../platform/ids.ts";
import { backContribution } from "./backing.server.ts";
import { contributionForm } from "./contribution-form.ts";
import { addContribution, editContribution, shareContribution, withdrawContribution } from "./contributions.server.ts";
import { onTable, ownContributions, sharedWithAll } from "./reading.server.ts";
import { backing, contribution } from "./tables.ts";

const writer = (morning: Morning, at = 0) => ({
  dialogueId: morning.dialogueId,
  sessionId: morning.sessionId,
  personId: morning.people[at] as PersonId,
});
const wish = (step: string, about: Record<string, unknown> = {}) =>
  contributionForm.parse({ id: crypto.randomUUID(), kind: "need", text: "Wie komt er al bij een gezin?", step, ...about });
const code = (promise: Promise<unknown>) =>
  promise.then(
    () => "done",
    (error: unknown) => (error instanceof Refused ? error.code : `${error}`),
  );
const words = (text: string) => ({
  text,
  situation: "",
  forWhom: "",
  tried: "",
  wouldHelp: "",
  weight: "" as const,
  howOften: "" as const,
  touches: [],
});
const all = ({ db }: FreshDatabase, morning: Morning) => ownContributions(db, morning.sessionId, writer(morning).personId);

test("a need is kept with who, which field and party, which step and group, at that moment", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const morning = await makeMorning(db);
  const [table] = await morning.seat("group", [[0, 1, 2]]);
  const at = await morning.goTo("group");
  const { id } = await addContribution(db, writer(morning), wish(at));
  const [mine] = await db
    .select()
    .from(registration)
    .where(eq(registration.personId, writer(morning).personId));
  await db
    .update(registration)
    .set({ fieldId: null })
    .where(eq(registration.personId, writer(morning).personId));
  const [kept] = await db.select().from(contribution).where(eq(contribution.id, id));
  expect(kept).toMatchObject({
    number: 1,
    shared: "group",
    fieldId: mine?.fieldId,
    partyId: mine?.partyId,
    stepId: at,
    groupId: table,
    sessionId: morning.sessionId,
  });
});

test("the same need sent twice, or ten times at once, is kept once", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const morning = await makeMorning(db);
  const sent = wish(await morning.goTo("alone"));
  const kept = await Promise.all(Array.from({ length: 10 }, () => addContribution(db, writer(morning), sent)));
  expect(new Set(kept.map(({ id }) => id)).size).toBe(1);
  expect(await all(database, morning)).toHaveLength(1);
});

test("other words under an id that is taken are kept too, once", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const morning = await makeMorning(db);
  const at = await morning.goTo("alone");
  const first = wish(at);
  const back = { ...first, text: "Iets heel anders na de terugknop." };
  await addContribution(db, writer(morning), first);
  const again = await addContribution(db, writer(morning), back);
  expect(await addContribution(db, writer(morning), back)).toEqual(again);
  expect((await all(database, morning)).map(({ text }) => text)).toEqual([first.text, back.text]);
  const stranger = await addContribution(db, writer(morning, 1), first);
  expect(stranger.id).not.toBe(first.id);
});

test("numbers rise within the dialogue without a gap, whoever writes", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const morning = await makeMorning(db);
  const at = await morning.goTo("alone");
  const kept = await Promise.all(
    morning.people.flatMap((_, i) => [0, 1].map(() => addContribution(db, writer(morning, i), wish(at, { text: `Nodig ${i}` })))),
  );
  expect(kept.map(({ number }) => number).sort((a, b) => a - b)).toEqual(Array.from({ length: 12 }, (_, i) => i + 1));
});

test("words that come after the step moved on stay with their step, private as they were meant", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const morning = await makeMorning(db);
  await morning.seat("group", [[0, 1]]);
  const alone = await morning.goTo("alone");
  await morning.goTo("group");
  const { id } = await addContribution(db, writer(morning), wish(alone));
  const [kept] = await db.select().from(contribution).where(eq(contribution.id, id));
  expect(kept).toMatchObject({ stepId: alone, shared: "private", groupId: null });
});

test("what does not belong in a step is refused", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const morning = await makeMorning(db);
  const welcome = await morning.goTo("welcome");
  const ahead = morning.steps.find(({ kind }) => kind === "group")?.id ?? "";
  expect(await code(addContribution(db, writer(morning), wish(welcome)))).toBe("not-in-this-step");
  expect(await code(addContribution(db, writer(morning), wish(ahead)))).toBe("step-ahead");
  expect(await code(addContribution(db, writer(morning), wish(crypto.randomUUID())))).toBe("unknown");
  const check = await morning.goTo("practice-check");
  const foreign = wish(check, { kind: "condition", insight: crypto.randomUUID() });
  expect(await code(addContribution(db, writer(morning), foreign))).toBe("unknown");
});

test("muted, removed, not admitted, before and after: refused, each with its own reason", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const morning = await makeMorning(db);
  const at = await morning.goTo("alone");
  const { sessionId } = morning;
  const facilitator = morning.people[5] as PersonId;
  for (const [i, kind] of (["muted", "removed"] as const).entries())
    await db.insert(measure).values({ sessionId, personId: morning.people[i] as PersonId, kind, reason: "-", byId: facilitator });
  await db
    .update(registration)
    .set({ state: "waiting" })
    .where(eq(registration.personId, morning.people[2] as PersonId));
  const tries = [0, 1, 2].map((i) => code(addContribution(db, writer(morning, i), wish(at))));
  expect(await Promise.all(tries)).toEqual(["muted", "removed", "removed"]);
  await db.update(measure).set({ liftedAt: new Date() });
  expect(await code(addContribution(db, writer(morning), wish(at)))).toBe("done");
  for (const [state, answer] of [
    ["ended", "ended"],
    ["lobby", "not-live"],
  ] as const) {
    await db.update(session).set({ state }).where(eq(session.id, sessionId));
    expect(await code(addContribution(db, writer(morning, 3), wish(at)))).toBe(answer);
  }
});

test("only the writer changes, withdraws and shares; another's is not there", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const morning = await makeMorning(db);
  const [table] = await morning.seat("group", [[0, 1], [2]]);
  const { id } = await addContribution(db, writer(morning), wish(await morning.goTo("alone")));
  const other = writer(morning, 1);
  expect(await code(editContribution(db, other, id, words("x")))).toBe("not-yours");
  expect(await code(withdrawContribution(db, other, id))).toBe("not-yours");
  expect(await code(shareContribution(db, other, id, "all"))).toBe("not-yours");
  expect(await code(backContribution(db, other, id, true))).toBe("not-yours");

  expect(await code(shareContribution(db, writer(morning), id, "group"))).toBe("no-group");
  await morning.goTo("group");
  await editContribution(db, writer(morning), id, { ...words("Beter gezegd."), tried: "bellen" });
  await shareContribution(db, writer(morning), id, "group");
  expect(await onTable(db, table as never, other.personId)).toMatchObject([
    { text: "Beter gezegd.", tried: "bellen", own: false },
  ]);
  expect(await sharedWithAll(db, morning.sessionId, other.personId, ["need"])).toEqual([]);
  await shareContribution(db, writer(morning), id, "all");
  await shareContribution(db, writer(morning), id, "group");
  expect(await sharedWithAll(db, morning.sessionId, other.personId, ["need"])).toHaveLength(1);
  expect(await onTable(db, table as never, other.personId)).toHaveLength(1);

  await db.update(session).set({ state: "ended" });
  expect(await code(editContribution(db, writer(morning), id, words("te laat")))).toBe("ended");
  await withdrawContribution(db, writer(morning), id);
  await withdrawContribution(db, writer(morning), id);
  expect(await sharedWithAll(db, morning.sessionId, other.personId, ["need"])).toEqual([]);
  expect(await all(database, morning)).toMatchObject([{ state: "withdrawn" }]);
  const lines = await db
    .select()
    .from(audit)
    .where(matches(audit, { subjectId: id, what: "contribution.withdraw" }));
  expect(lines).toHaveLength(1);
});

test("changing is held to the limit, and to what still stands", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const morning = await makeMorning(db);
  const { id } = await addContribution(db, writer(morning), wish(await morning.goTo("alone"), { kind: "works" }));
  expect(await code(editContribution(db, writer(morning), id, words("a".repeat(601))))).toBe("too-long");
  await editContribution(db, writer(morning), id, { ...words("😀".repeat(600)), tried: "hoort hier niet" });
  const [kept] = await all(database, morning);
  expect([kept?.text.length, kept?.tried]).toEqual([1200, ""]);
  await db.update(contribution).set({ state: "hidden", hiddenReason: "naam van een bewoner" });
  expect(await code(editContribution(db, writer(morning), id, words("x")))).toBe("gone");
});

test("recognising: by others who may read it, once each, not one's own, and back again", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const morning = await makeMorning(db);
  await morning.seat("group", [[0, 1], [2]]);
  const { id } = await addContribution(db, writer(morning), wish(await morning.goTo("group")));
  expect(await code(backContribution(db, writer(morning), id, true))).toBe("own");
  expect(await code(backContribution(db, writer(morning, 2), id, true))).toBe("not-yours");
  await Promise.all(Array.from({ length: 5 }, () => backContribution(db, writer(morning, 1), id, true)));
  expect(await db.$count(backing)).toBe(1);
  await backContribution(db, writer(morning, 1), id, false);
  expect(await db.$count(backing)).toBe(0);
  const note = await addContribution(
    db,
    writer(morning),
    wish(await morning.goTo("group"), { kind: "note", text: "Genoteerd." }),
  );
  expect(await code(backContribution(db, writer(morning, 1), note.id, true))).toBe("unknown");
  expect(await code(backContribution(db, writer(morning, 1), crypto.randomUUID() as ContributionId, true))).toBe("not-yours");
});

test("a reader sees the name, the function, or neither, as the writer chose", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const morning = await makeMorning(db);
  const [table] = await morning.seat("group", [[0, 1, 2, 3]]);
  const at = await morning.goTo("group");
  for (const [i, shownAs] of (["full", "function", "none"] as const).entries()) {
    await db
      .update(registration)
      .set({ shownAs })
      .where(eq(registration.personId, morning.people[i] as PersonId));
    await addContribution(db, writer(morning, i), wish(at, { text: `Van ${i}` }));
  }
  const seen = await onTable(db, table as never, morning.people[3] as PersonId);
  expect(seen.map(({ by }) => by)).toEqual(["Deelnemer 1", "wijkwerker", ""]);
  for (const person of morning.people) expect(JSON.stringify(seen)).not.toContain(person);
});

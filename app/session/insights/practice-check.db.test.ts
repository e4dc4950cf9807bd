import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { freshDatabase } from "../../../tests/database.ts";
import { type Morning, makeMorning } from "../../../tests/morning.ts";
import { contribution } from "../../contribution/tables.ts";
import { person as people, session } from "../../dialogue/tables.ts";
import type { Db } from "../../platform/database/change.server.ts";
import type { ContributionId, InsightId, PersonId } from "../../platform/ids.ts";
import { mail } from "../../platform/mail/tables.ts";
import { updateAnalysis } from "../analysis/analyse.server.ts";
import { revealedOutcomes } from "../outcomes/outcomes.server.ts";
import { revealInsights } from "../outcomes/reveal.server.ts";
import { focusInsight, unfocusInsight } from "./focus.server.ts";
import { editInsights } from "./insight-list.server.ts";
import { changedLetter } from "./letters.server.ts";
import { practiceCheck } from "./practice-check.server.ts";
import { ballot, insight } from "./tables.ts";
import { insightVersions, rewordInsight } from "./versions.server.ts";
import { viewsOf } from "./views.server.ts";

const person = (morning: Morning, n: number) => morning.people[n] as PersonId;
const at = ({ dialogueId, sessionId }: Morning) => ({ dialogueId, sessionId });
const check = (db: Db, morning: Morning, n: number) => practiceCheck(db, at(morning), person(morning, n));
const vote = (
  db: Db,
  insightId: InsightId,
  morning: Morning,
  people: readonly number[],
  choice: "agree" | "disagree" = "agree",
) => db.insert(ballot).values(people.map((n) => ({ insightId, personId: person(morning, n), choice, fit: "fits" as const })));

async function say(db: Db, morning: Morning, n: number, insightId: InsightId, text: string): Promise<ContributionId> {
  const [row] = await db
    .insert(contribution)
    .values({
      ...{ dialogueId: morning.dialogueId, sessionId: morning.sessionId, personId: person(morning, n), insightId },
      ...{ number: 1 + (await db.$count(contribution)), kind: "condition", shared: "all", text },
    })
    .returning({ id: contribution.id });
  return row?.id as ContributionId;
}

test("what somebody answered stays in the order in which they did; the rest comes in an order of their own", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const morning = await makeMorning(db, 8);
  const ids: InsightId[] = [];
  for (let i = 0; i < 6; i++) ids.push(await morning.addInsight(`Inzicht ${i}`));
  const [, second, , fourth] = ids as [InsightId, InsightId, InsightId, InsightId];
  for (const id of [fourth, second]) await vote(db, id, morning, [0]);
  const mine = (await check(db, morning, 0)).insights;
  expect(mine.slice(0, 2).map(({ id }) => id)).toEqual([fourth, second]);
  expect(mine.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
  const orders = await Promise.all([1, 2, 3, 4, 5, 6, 7].map((n) => check(db, morning, n)));
  expect(new Set(orders.map(({ insights }) => insights.map(({ id }) => id).join())).size).toBeGreaterThan(3);
  expect((await check(db, morning, 1)).insights).toEqual(orders[0]?.insights);
});

test("nothing of how others chose is in it before the reveal, nor in what is revealed", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const morning = await makeMorning(db, 24);
  const [shown, hidden] = [await morning.addInsight("Getoond"), await morning.addInsight("Nog niet getoond")];
  const all = morning.people.map((_, n) => n);
  for (const id of [shown, hidden]) {
    await vote(db, id, morning, all.slice(1, 14));
    await vote(db, id, morning, all.slice(14), "disagree");
  }
  const before = JSON.stringify(await check(db, morning, 0));
  expect(before).not.toMatch(/figures|"13"|:13\b|:10\b|:23\b/);
  expect(await revealedOutcomes(db, morning.dialogueId)).toEqual([]);
  await revealInsights(db, morning.dialogueId, person(morning, 0), shown);
  expect((await revealedOutcomes(db, morning.dialogueId)).map(({ id }) => id)).toEqual([shown]);
  expect(JSON.stringify(await check(db, morning, 0))).not.toMatch(/figures|:13\b|:10\b|:23\b/);
});

test("a new version is a row of its own: ballots stay, voters are invited, both outcomes stand side by side", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const morning = await makeMorning(db, 24);
  const who = person(morning, 0);
  const [id, other] = [await morning.addInsight("Elk gezin een contactpersoon"), await morning.addInsight("Ander inzicht")];
  const [next, cause] = [crypto.randomUUID() as InsightId, await say(db, morning, 3, id, "Alleen als er vervanging is")];
  const elsewhere = await say(db, morning, 3, other, "Hoort hier niet bij");
  const wish = {
    id: next,
    of: id,
    text: "Elk gezin dat dat wil een contactpersoon",
    source: "",
    because: "Niet ieder gezin wil dit.",
  };
  expect(await rewordInsight(db, morning.dialogueId, who, { ...wish, causes: [] })).toEqual({ ok: false, code: "not-voted" });
  await vote(db, id, morning, morning.people.map((_, n) => n).slice(0, 12));
  const done = await rewordInsight(db, morning.dialogueId, who, { ...wish, causes: [cause, elsewhere, cause] });
  expect(done).toEqual({ ok: true });
  expect(await rewordInsight(db, morning.dialogueId, who, { ...wish, causes: [cause] })).toEqual({ ok: true });
  expect(await rewordInsight(db, morning.dialogueId, who, { ...wish, id: crypto.randomUUID() as InsightId, causes: [] })).toEqual(
    {
      ok: false,
      code: "replaced",
    },
  );
  expect(await rewordInsight(db, morning.dialogueId, who, { ...wish, of: next, causes: [] })).toEqual({
    ok: false,
    code: "same",
  });
  expect(await db.$count(ballot, eq(ballot.insightId, id))).toBe(12);

  const versions = await insightVersions(db, morning.dialogueId);
  expect(versions).toMatchObject([
    { id, version: 1, state: "replaced", because: "", causes: [] },
    { id: next, version: 2, state: "open", because: "Niet ieder gezin wil dit.", causes: [{ id: cause }] },
  ]);

  // Nobody voted on the new words yet: they can be taken back, and made again.
  expect(await editInsights(db, morning.dialogueId, who, { kind: "remove", id: next })).toEqual({ ok: true });
  expect((await check(db, morning, 1)).insights.find((one) => one.number === 1)).toMatchObject({ id, choice: "agree" });
  expect(await insightVersions(db, morning.dialogueId)).toEqual([]);
  expect(await rewordInsight(db, morning.dialogueId, who, { ...wish, causes: [cause] })).toEqual({ ok: true });

  const voter = await check(db, morning, 1);
  expect(voter.insights[0]).toMatchObject({
    id: next,
    version: 2,
    choice: null,
    change: { because: wish.because, causes: ["Alleen als er vervanging is"], before: { choice: "agree", fit: "fits" } },
  });
  const newcomer = (await check(db, morning, 20)).insights.find((one) => one.id === next);
  expect(newcomer?.change?.before.choice).toBeNull();

  await vote(db, next, morning, morning.people.map((_, n) => n).slice(0, 10), "disagree");
  await revealInsights(db, morning.dialogueId, who, "all");
  const outcomes = (await revealedOutcomes(db, morning.dialogueId)).filter(({ number }) => number === 1);
  expect(outcomes.map(({ version, ballots }) => [version, ballots])).toMatchObject([
    [1, { status: "nearly-all", people: 12, columns: ["agree"] }],
    [2, { status: "nearly-all", people: 10, columns: ["disagree"] }],
  ]);
});

test("after the session who answered the former words gets one letter, and only while the check is open", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const morning = await makeMorning(db, 8);
  const who = person(morning, 0);
  const ids = [await morning.addInsight("Een"), await morning.addInsight("Twee"), await morning.addInsight("Drie")];
  for (const id of ids) await vote(db, id, morning, [1, 2, 3]);
  const reword = (of: InsightId) =>
    rewordInsight(db, morning.dialogueId, who, {
      ...{ id: crypto.randomUUID() as InsightId, of, text: "Anders", source: "", because: "Te kort.", causes: [] },
    });
  await db.update(session).set({ state: "ended" }).where(eq(session.id, morning.sessionId));
  await reword(ids[0] as InsightId);
  expect(await db.$count(mail)).toBe(0);
  await db
    .update(session)
    .set({ checkUntil: new Date(Date.now() + 3_600_000) })
    .where(eq(session.id, morning.sessionId));
  await reword(ids[1] as InsightId);
  await reword(ids[2] as InsightId);
  const letters = await db.select().from(mail);
  expect(letters.map(({ personId, kind }) => [morning.people.indexOf(personId as PersonId), kind]).toSorted()).toEqual([
    [1, "insight.changed"],
    [2, "insight.changed"],
    [3, "insight.changed"],
  ]);

  const letterFor = (row: typeof mail.$inferSelect) =>
    db.transaction(async (tx) => {
      const [to] = await tx.select().from(people).where(eq(people.id, row.personId));
      const about = { locale: "nl", origin: "https://k.example", siteName: "Klankbord", mailFrom: "k@k.example" } as const;
      return to?.mail ? changedLetter({ tx, mail: row, person: { ...to, mail: to.mail }, ...about }) : null;
    });
  const [first] = letters;
  if (!first) throw new Error("no letter");
  const letter = await letterFor(first);
  expect(letter?.subject).toBe("3 inzichten zijn gewijzigd: Veerkracht in de wijk");
  expect(letter?.parts.find(({ kind }) => kind === "list")).toMatchObject({
    items: Array(3).fill("Anders\nGewijzigd omdat: Te kort."),
  });
  expect(JSON.stringify(letter?.parts)).toMatch(/k\.example\/mee\/[\w-]+\?naar=toets/);
  // Who answered all of it meanwhile, or comes too late, gets none.
  const fresh = await db.select({ id: insight.id }).from(insight).where(eq(insight.state, "open"));
  for (const { id } of fresh) await vote(db, id, morning, [morning.people.indexOf(first.personId as PersonId)]);
  expect(await letterFor(first)).toBeNull();
  await db
    .update(session)
    .set({ checkUntil: new Date(Date.now() - 1_000) })
    .where(eq(session.id, morning.sessionId));
  expect(await letterFor(letters[1] as typeof first)).toBeNull();
});

test("one insight is put to everybody, also in its new words, and taken back", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const morning = await makeMorning(db, 8);
  const who = person(morning, 0);
  const [one, two] = [await morning.addInsight("Een"), await morning.addInsight("Twee")];
  await morning.goTo("group");
  await expect(focusInsight(db, at(morning), who, one)).rejects.toMatchObject({ code: "no-check" });
  await morning.goTo("practice-check");
  await focusInsight(db, at(morning), who, one);
  expect((await check(db, morning, 1)).focus).toBe(one);
  await unfocusInsight(db, at(morning), who, two);
  expect((await check(db, morning, 1)).focus).toBe(one);
  await vote(db, one, morning, [1]);
  const next = crypto.randomUUID() as InsightId;
  await rewordInsight(db, morning.dialogueId, who, {
    ...{ id: next, of: one, text: "Een, anders", source: "", because: "Scherper.", causes: [] },
  });
  expect((await check(db, morning, 1)).focus).toBe(next);
  await unfocusInsight(db, at(morning), who, one);
  expect((await check(db, morning, 1)).focus).toBeNull();
  await revealInsights(db, morning.dialogueId, who, two);
  await expect(focusInsight(db, at(morning), who, two)).rejects.toMatchObject({ code: "revealed" });
  await db.update(insight).set({ state: "removed" }).where(eq(insight.id, next));
  await expect(focusInsight(db, at(morning), who, next)).rejects.toMatchObject({ code: "gone" });
});

test("whose turn it is goes by views, choices and how far an insight lies from the middle", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const morning = await makeMorning(db, 24);
  const ids: InsightId[] = [];
  for (let i = 0; i < 8; i++) ids.push(await morning.addInsight(`Inzicht ${i}`));
  const people = morning.people.map((_, n) => n);
  for (const [i, id] of ids.entries()) {
    await vote(
      db,
      id,
      morning,
      people.filter((n) => (n + i) % 3 > 0 && n % 2 === 0),
    );
    await vote(
      db,
      id,
      morning,
      people.filter((n) => (n + i) % 3 > 0 && n % 2 === 1),
      i % 2 === 0 ? "disagree" : "agree",
    );
  }
  expect((await updateAnalysis(db, morning.dialogueId)).status).toBe("made");
  const views = await viewsOf(db, morning.dialogueId);
  expect([...views.keys()].toSorted()).toEqual(ids.toSorted());
  for (const id of ids) expect(views.get(id)).toMatchObject({ seen: 16, skip: 0 });
  expect([...views.values()].some(({ extremity }) => extremity > 0)).toBe(true);
});

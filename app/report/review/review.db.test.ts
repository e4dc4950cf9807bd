import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type FreshDatabase, freshDatabase } from "../../../tests/database.ts";
import { postOf } from "../../../tests/registrants.ts";
import { forgetReviews, makeWorld, type World } from "../../../tests/world.ts";
import { registration } from "../../dialogue/people/tables.ts";
import { dialogue } from "../../dialogue/tables.ts";
import { matches } from "../../platform/database/matches.server.ts";
import type { DissentId, PersonId, RemarkId } from "../../platform/ids.ts";
import { mail } from "../../platform/mail/tables.ts";
import { erasePerson } from "../../privacy/erase/erase.server.ts";
import { findReportPage } from "../publish/page.server.ts";
import { publishReport } from "../publish/reports.server.ts";
import { dissent, dissenter, remark, review } from "../tables.ts";
import { answerDissent, listDissents, standUnder, writeDissent } from "./dissents.server.ts";
import { findReview, type Review } from "./find-review.server.ts";
import { addRemark, agreeWith, answerRemark, hideRemark, listRemarks, supportRemark, withdrawRemark } from "./remarks.server.ts";
import { findReadAlong } from "./review-page.server.ts";
import { endReview, planReview, refreshCopy } from "./reviews.server.ts";

let database: FreshDatabase;
let here: World;
const person = (at: number) => here.people[at] as PersonId;
const day = 24 * 3_600_000;
const inDays = (days: number) => new Date(Date.now() + days * day);

beforeAll(async () => {
  database = await freshDatabase();
  here = await makeWorld(database.db, "hier");
  await forgetReviews(database.db);
  await database.db.update(dialogue).set({ state: "harvest" }).where(eq(dialogue.id, here.dialogueId));
});
afterAll(() => database?.[Symbol.asyncDispose]());

const now = async (): Promise<Review> => {
  const found = await findReview(database.db, here.dialogueId);
  if (!found) throw new Error("no review");
  return found;
};
const of = async () => {
  const [row] = await database.db.select().from(dialogue).where(eq(dialogue.id, here.dialogueId));
  if (!row) throw new Error("no dialogue");
  return row;
};
const say = (who: PersonId, id: string, text = "Dit mist iets.") =>
  addRemark(database.db, here.dialogueId, who, "nodig", { id, kind: "remark", text, words: "" });
const remarks = async (me: PersonId | null = null) => listRemarks(database.db, await now(), me);
const dissents = async (me: PersonId | null = null) => listDissents(database.db, await now(), me);

describe("the days [RP10]", () => {
  test("nobody says anything before it opens or without a plan", async () => {
    await expect(say(person(1), crypto.randomUUID())).rejects.toThrow("closed");
    await expect(
      planReview(database.db, here.dialogueId, person(0), { opensAt: inDays(3), closesAt: inDays(2) }),
    ).rejects.toThrow("dates");
    await planReview(database.db, here.dialogueId, person(0), { opensAt: inDays(1), closesAt: inDays(10) });
    await expect(say(person(1), crypto.randomUUID())).rejects.toThrow("closed");
    expect(await findReadAlong(database.db, await of(), person(1), new Date())).toMatchObject({ opensAt: expect.any(Date) });
  });

  test("who brought something in hears once when it opens, and once before it closes; a changed plan has letters of its own", async () => {
    await planReview(database.db, here.dialogueId, person(0), { opensAt: new Date(), closesAt: inDays(10) });
    await planReview(database.db, here.dialogueId, person(0), { opensAt: new Date(), closesAt: inDays(10) }).catch(() => {});
    await database.db.update(mail).set({ dueAt: new Date() }).where(eq(mail.kind, "review.open"));
    const sent = await postOf(database.db).deliver();
    const opened = sent.filter(({ kind }) => kind === "review.open");
    expect(new Set(opened.map(({ to }) => to)).size).toBe(opened.length);
    expect(opened.length).toBeGreaterThan(2);
    expect(opened[0]?.text).toMatch(/\/mee\/[\w-]+\?naar=meelezen/);
    const waiting = await database.db.select().from(mail).where(eq(mail.kind, "review.closing"));
    expect(new Set(waiting.map(({ personId }) => personId)).size).toBe(opened.length);
  });
});

describe("remarks [RP11]", () => {
  const first = crypto.randomUUID() as RemarkId;
  test("sent twice is kept once, and nobody is named", async () => {
    await say(person(1), first);
    await say(person(1), first);
    expect(await remarks(person(2))).toMatchObject([{ number: 1, mine: false, backers: 0, text: "Dit mist iets." }]);
    expect(JSON.stringify(await remarks(person(2)))).not.toContain(person(1));
    await expect(say(person(2), first)).rejects.toThrow("not-yours");
  });

  test("others stand behind it, never its writer, never twice", async () => {
    await supportRemark(database.db, here.dialogueId, person(2), first, true);
    await supportRemark(database.db, here.dialogueId, person(2), first, true);
    await expect(supportRemark(database.db, here.dialogueId, person(1), first, true)).rejects.toThrow("own");
    expect(await remarks(person(2))).toMatchObject([{ backers: 1, backed: true }]);
  });

  test("a part that is not in the copy is none, and somebody of another dialogue has no say", async () => {
    const there = await makeWorld(database.db, "ander");
    const other = there.people[1] as PersonId;
    await expect(say(other, crypto.randomUUID())).rejects.toThrow("not-yours");
    const form = { id: crypto.randomUUID(), kind: "remark" as const, text: "Hier", words: "" };
    await expect(addRemark(database.db, here.dialogueId, person(1), `tekst-${crypto.randomUUID()}`, form)).rejects.toThrow(
      "part",
    );
  });

  test("each is answered; its writer hears of all answers of an hour in one mail", async () => {
    const second = crypto.randomUUID() as RemarkId;
    await say(person(1), second, "En dit ook.");
    await answerRemark(database.db, here.dialogueId, person(0), first, { verdict: "taken", answer: "" });
    await answerRemark(database.db, here.dialogueId, person(0), second, { verdict: "not", answer: "Omdat het elders staat." });
    await database.db.update(mail).set({ dueAt: new Date() }).where(eq(mail.kind, "review.answered"));
    const sent = (await postOf(database.db).deliver()).filter(({ kind }) => kind === "review.answered");
    expect(sent).toHaveLength(1);
    expect(sent[0]?.text).toContain("Omdat het elders staat.");
    expect(sent[0]?.text).toContain("Dit mist iets.");
    expect(await remarks(person(1))).toMatchObject([{ verdict: "taken" }, { verdict: "not" }]);
  });

  test("withdrawn and hidden words are read by nobody else", async () => {
    const third = crypto.randomUUID() as RemarkId;
    await say(person(3), third, "Woorden van drie.");
    await hideRemark(database.db, here.dialogueId, person(0), third, true);
    expect(JSON.stringify(await remarks(person(2)))).not.toContain("Woorden van drie.");
    expect(JSON.stringify(await remarks(person(3)))).toContain("Woorden van drie.");
    await hideRemark(database.db, here.dialogueId, person(0), third, false);
    await expect(withdrawRemark(database.db, here.dialogueId, person(2), third)).rejects.toThrow("not-yours");
    await withdrawRemark(database.db, here.dialogueId, person(3), third);
    expect(JSON.stringify(await remarks(null))).not.toContain("Woorden van drie.");
  });

  test("a copy that is brought up to date keeps what was said [RP10]", async () => {
    await refreshCopy(database.db, here.dialogueId, person(0));
    expect((await now()).copy).toBe(2);
    expect((await remarks(person(1)))[0]).toMatchObject({ copy: 1, text: "Dit mist iets." });
  });
});

describe("minority notes [RP13, RP14, RP15]", () => {
  const note = crypto.randomUUID() as DissentId;
  const write = (who: PersonId, text: string, named?: "ja") =>
    writeDissent(database.db, here.dialogueId, who, "nodig", { id: note, text, named });
  const stand = (who: PersonId, how: "named" | "unnamed" | "leave", version = 2) =>
    standUnder(database.db, here.dialogueId, who, note, { stand: how, version });

  test("its writer changes it as long as nobody else signed; who joins signs the words they saw", async () => {
    await write(person(1), "Wij zien dit anders.");
    await write(person(1), "Wij zien dit heel anders.");
    await expect(stand(person(2), "unnamed", 1)).rejects.toThrow("changed");
    await stand(person(2), "unnamed");
    await stand(person(2), "unnamed");
    await expect(write(person(1), "Toch niet.")).rejects.toThrow("signed");
    await expect(write(person(3), "Van mij.")).rejects.toThrow("not-yours");
    expect(await dissents(person(2))).toMatchObject([{ mine: "unnamed", alone: false, text: "Wij zien dit heel anders." }]);
    expect(Object.keys((await dissents(person(4)))[0] ?? {})).not.toContain("people");
  });

  test("the team answers it and changes nothing", async () => {
    await answerDissent(database.db, here.dialogueId, person(0), note, "Wij laten dit staan.");
    expect(await dissents()).toMatchObject([{ text: "Wij zien dit heel anders.", answer: "Wij laten dit staan." }]);
  });

  test("a version holds it beside its part: of few in words, with names by choice, without a text of its own", async () => {
    await agreeWith(database.db, here.dialogueId, person(4), "nodig", true);
    await stand(person(3), "named");
    await publishReport(database.db, here.dialogueId, { person: person(0) }, { number: 2, change: "Meegelezen." });
    const page = await findReportPage(database.db, await of(), 2);
    const { review: figures } = page?.content ?? {};
    expect(figures).toMatchObject({ agreed: [], dissents: [{ part: "nodig", under: { status: "named" }, fields: [] }] });
    expect(JSON.stringify(page?.content)).not.toContain("heel anders");
    const [row] = await database.db
      .select()
      .from(registration)
      .where(eq(registration.personId, person(3)));
    expect(page?.dissents).toMatchObject([{ status: "there", names: [row?.name], answer: "Wij laten dit staan." }]);
    await stand(person(3), "unnamed");
    expect((await findReportPage(database.db, await of(), 2))?.dissents[0]?.names).toEqual([]);
    await expect(stand(person(3), "named")).rejects.toThrow("closed");
  });

  test("publishing closes the reading; nothing more is said, and what was said stays for who keeps it [RP10, RP16]", async () => {
    await expect(say(person(1), crypto.randomUUID())).rejects.toThrow("closed");
    expect((await remarks()).length).toBeGreaterThan(1);
    expect(JSON.stringify(await findReportPage(database.db, await of(), 2))).not.toContain("Dit mist iets.");
    await endReview(database.db, here.dialogueId, person(0));
  });

  test("who is erased leaves it; it goes with the last who stood under it", async () => {
    for (const at of [1, 2]) {
      await erasePerson(database.db, person(at), "command");
      expect(await dissents()).toMatchObject([{ state: "visible" }]);
    }
    const [said] = await database.db
      .select()
      .from(remark)
      .where(matches(remark, { number: 1, dialogueId: here.dialogueId }));
    expect(said).toMatchObject({ state: "erased", text: "", personId: null });
    await erasePerson(database.db, person(3), "command");
    const [gone] = await database.db.select().from(dissent).where(eq(dissent.id, note));
    expect(gone).toMatchObject({ state: "erased", text: "", answer: "" });
    expect(await database.db.select().from(dissenter).where(eq(dissenter.dissentId, note))).toEqual([]);
    expect((await findReportPage(database.db, await of(), 2))?.dissents).toMatchObject([{ status: "gone", text: "" }]);
    expect(await database.db.select({ id: review.id }).from(review).where(eq(review.dialogueId, here.dialogueId))).toHaveLength(
      1,
    );
  });
});

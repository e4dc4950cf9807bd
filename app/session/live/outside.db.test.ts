import { and, eq, like } from "drizzle-orm";
import { expect, test } from "vitest";
import { type FreshDatabase, freshDatabase } from "../../../tests/database.ts";
import { type Morning, makeMorning } from "../../../tests/morning.ts";
import { postOf } from "../../../tests/registrants.ts";
import { backContribution } from "../../contribution/backing.server.ts";
import { contributionForm, wordsForm } from "../../contribution/contribution-form.ts";
import {
  addContribution,
  editContribution,
  shareContribution,
  withdrawContribution,
} from "../../contribution/contributions.server.ts";
import { unhideContribution } from "../../contribution/moderation.server.ts";
import { onTable, ownContributions, sharedWithAll } from "../../contribution/reading.server.ts";
import { contribution } from "../../contribution/tables.ts";
import { registration } from "../../dialogue/people/tables.ts";
import { dialogue, session } from "../../dialogue/tables.ts";
import { Refused } from "../../platform/http/refused.ts";
import type { ContributionId, PersonId } from "../../platform/ids.ts";
import { mail } from "../../platform/mail/tables.ts";
import type { SessionState } from "../../prepare/planning/session.ts";
import { moveOn } from "../clock/steer.server.ts";
import { hide, takeWords } from "../flags/moderated-letter.server.ts";
import { setAfterDays, setPreparation } from "./outside.server.ts";
import { markHere } from "./presence.server.ts";

async function made(state: SessionState) {
  const database = await freshDatabase();
  const { db } = database;
  const morning = await makeMorning(db);
  await db.update(session).set({ state, currentStepId: null, startsAt: new Date(Date.now() + 10 * 86_400_000) });
  const writer = (at: number) => ({
    dialogueId: morning.dialogueId,
    sessionId: morning.sessionId,
    personId: morning.people[at] as PersonId,
  });
  const write = (at: number, text: string, about: Record<string, unknown>) =>
    addContribution(db, writer(at), contributionForm.parse({ id: crypto.randomUUID(), kind: "need", text, ...about }));
  return { database, db, morning, writer, write, at: { ...writer(0), by: writer(0).personId } };
}
type Made = Awaited<ReturnType<typeof made>>;

const code = (promise: Promise<unknown>) =>
  promise.then(
    () => "done",
    (error: unknown) => (error instanceof Refused ? error.code : `${error}`),
  );
const waiting = ({ db }: FreshDatabase, kind: string) =>
  db
    .select({ personId: mail.personId, details: mail.details, dueAt: mail.dueAt })
    .from(mail)
    .where(and(eq(mail.state, "waiting"), like(mail.kind, kind)));
const at = (morning: Morning) => ({ dialogueId: morning.dialogueId, sessionId: morning.sessionId });
/** When all that is planned is due. */
const later = new Date(Date.now() + 30 * 86_400_000);
const end = (all: Made) => moveOn(all.db, at(all.morning), all.writer(5).personId, "end");
/** As if the session ended so many days ago. */
const endedAgo = ({ db }: Made, days: number) => db.update(session).set({ endedAt: new Date(Date.now() - days * 86_400_000) });

test("preparing opens once, with one mail to each who has a place, and a link to where one writes", async () => {
  const all = await made("registration-open");
  await using _ = all.database;
  const { db } = all;
  await db
    .update(registration)
    .set({ state: "withdrawn" })
    .where(eq(registration.personId, all.writer(4).personId));
  expect(await code(all.write(0, "Te vroeg", { moment: "before" }))).toBe("not-live");
  await Promise.all([1, 2, 3].map(() => setPreparation(db, all.at, true)));
  await setPreparation(db, all.at, false);
  await setPreparation(db, all.at, true);
  const letters = await postOf(db).deliver();
  expect(letters.map(({ kind }) => kind)).toEqual(Array(5).fill("session.prepare"));
  expect(letters[0]?.text).toMatch(/\/mee\/[^\s]+\?naar=behoeften/);
  expect(await code(all.write(4, "Ik ben afgemeld", { moment: "before" }))).toBe("removed");
});

test("what is prepared is its writer's alone, can be changed and withdrawn, and lies ready in the session to be shared", async () => {
  const all = await made("registration-closed");
  await using _ = all.database;
  const { db, morning } = all;
  await setPreparation(db, all.at, true);
  const need = await all.write(0, "Een vast gezicht", { moment: "before" });
  const other = await all.write(0, "Dit toch niet", { moment: "before" });
  await editContribution(db, all.writer(0), need.id, wordsForm.parse({ text: "Een vast gezicht in de wijk" }));
  await withdrawContribution(db, all.writer(0), other.id);
  expect(await code(shareContribution(db, all.writer(0), need.id, "all"))).toBe("not-live");
  expect(await code(backContribution(db, all.writer(1), need.id, true))).toBe("not-yours");
  expect(await code(all.write(0, "Geen behoefte", { kind: "suggestion", moment: "before" }))).toBe("not-in-this-step");
  expect(await sharedWithAll(db, morning.sessionId, all.writer(1).personId, ["need"])).toEqual([]);

  await db.update(session).set({ state: "live" });
  await morning.seat("group", [[0, 1, 2]]);
  await morning.goTo("alone");
  const [mine] = await ownContributions(db, morning.sessionId, all.writer(0).personId);
  expect(mine).toMatchObject({ text: "Een vast gezicht in de wijk", shared: "private" });
  await morning.goTo("group");
  await shareContribution(db, all.writer(0), need.id, "group");
  const [row] = await db.select().from(contribution).where(eq(contribution.id, need.id));
  expect(row).toMatchObject({ phase: "before", stepId: null, shared: "group" });
  const table = await onTable(db, row?.groupId as never, all.writer(1).personId);
  expect(table.map(({ text }) => text)).toEqual(["Een vast gezicht in de wijk"]);
});

test("what was prepared and comes when the session has begun, or is over, is kept for its writer alone", async () => {
  const all = await made("live");
  await using _ = all.database;
  await all.morning.goTo("alone");
  const late = await all.write(0, "Net te laat verstuurd", { moment: "before" });
  await end(all);
  const later = await all.write(0, "Na afloop aangekomen", { moment: "before" });
  for (const { id } of [late, later])
    expect((await all.db.select().from(contribution).where(eq(contribution.id, id)))[0]).toMatchObject({ shared: "private" });
});

test("after the end things are added for all, shared and recognised, until the last day is over by the server's clock", async () => {
  const all = await made("live");
  await using _ = all.database;
  const { db, morning } = all;
  await morning.seat("group", [[0, 1, 2]]);
  const alone = await morning.goTo("alone");
  const kept = await all.write(0, "Nog niet gedeeld", { step: alone });
  await end(all);
  const added = await all.write(1, "Wat bleef liggen", { moment: "after" });
  await all.write(1, "Een idee", { kind: "suggestion", moment: "after" });
  await shareContribution(db, all.writer(0), kept.id, "all");
  await backContribution(db, all.writer(2), added.id, true);
  const fromStep = await all.write(2, "Stond nog in het veld", { step: alone });
  const shown = await sharedWithAll(db, morning.sessionId, all.writer(3).personId, ["need"]);
  expect(shown.map(({ text, backers }) => [text, backers])).toEqual([
    ["Nog niet gedeeld", 0],
    ["Wat bleef liggen", 1],
  ]);
  const phases = await db.select({ id: contribution.id, phase: contribution.phase }).from(contribution);
  expect(phases.find(({ id }) => id === added.id)?.phase).toBe("after");
  expect(phases.find(({ id }) => id === fromStep.id)?.phase).toBe("during");

  await endedAgo(all, 6.5);
  expect(await code(all.write(3, "Op de laatste dag", { moment: "after" }))).toBe("done");
  await endedAgo(all, 8.5);
  expect(await code(all.write(3, "Een dag te laat", { moment: "after" }))).toBe("ended");
  expect(await code(editContribution(db, all.writer(1), added.id, wordsForm.parse({ text: "Te laat" })))).toBe("ended");
  await setAfterDays(db, all.at, 14);
  expect(await code(all.write(3, "Nu mag het weer", { moment: "after" }))).toBe("done");
  await db.update(dialogue).set({ state: "harvest" });
  expect(await code(all.write(3, "De oogst is begonnen", { moment: "after" }))).toBe("done");
  await db.update(dialogue).set({ state: "published" });
  expect(await code(all.write(3, "Het verslag is er", { moment: "after" }))).toBe("ended");
});

test("who had a place is mailed ten minutes after the end, and once more before it closes unless they added something", async () => {
  const all = await made("live");
  await using _ = all.database;
  const { db, morning, database } = all;
  await morning.goTo("alone");
  await end(all);
  expect(await waiting(database, "session.add%")).toHaveLength(12);
  expect(await moveOn(db, at(morning), all.writer(5).personId, "resume")).toEqual({ status: "done" });
  expect(await waiting(database, "session.add%")).toEqual([]);
  await end(all);
  const first = await waiting(database, "session.add");
  expect(first.every(({ dueAt }) => dueAt.getTime() > Date.now() + 9 * 60_000)).toBe(true);
  await all.write(0, "Wat bleef liggen", { moment: "after" });
  const letters = await postOf(db).deliver(later);
  expect(letters.map(({ kind }) => kind).sort()).toEqual([
    ...Array(6).fill("session.add"),
    ...Array(5).fill("session.add-reminder"),
  ]);
  expect(letters[0]?.text).toMatch(/tot en met/);
  // another number of days tells nobody the same twice
  await setAfterDays(db, all.at, 10);
  const again = await postOf(db).deliver(later);
  expect(again.map(({ kind }) => kind)).toEqual(Array(5).fill("session.add-reminder"));
  await setAfterDays(db, all.at, 0);
  expect(await waiting(database, "session.add%")).toEqual([]);
});

test("whose contribution is hidden reads it in one mail, unless they are in the room", async () => {
  const all = await made("live");
  await using _ = all.database;
  const { db, morning, database } = all;
  const plenary = await morning.goTo("alone");
  const ids: ContributionId[] = [];
  for (const [who, text] of [
    [0, "Een"],
    [0, "Twee"],
    [0, "Drie"],
    [1, "Van wie er is"],
  ] as const) {
    const { id } = await all.write(who, text, { step: plenary });
    await shareContribution(db, all.writer(who), id, "all");
    ids.push(id);
  }
  await markHere(db, morning.sessionId, [all.writer(1).personId]);
  const who = all.writer(5).personId;
  for (const [n, id] of ids.entries()) for (const _twice of [1, 2]) await hide(db, at(morning), who, id, `Reden ${n + 1}`);
  await unhideContribution(db, at(morning), who, ids[1] as ContributionId);
  expect((await waiting(database, "contribution.moderated")).map(({ personId }) => personId)).toEqual([all.writer(0).personId]);
  const [letter, ...more] = await postOf(db).deliver(later);
  expect(more).toEqual([]);
  expect(letter?.subject).toBe("2 bijdragen van u zijn verborgen bij ‘Veerkracht in de wijk’");
  expect(letter?.text).toContain("Reden 1");
  expect(letter?.text).toContain("Reden 3");
  expect(letter?.text).not.toMatch(/Reden 2|Reden 4/);
  // what came back before anything left needs no letter
  await unhideContribution(db, at(morning), who, ids[2] as ContributionId);
  await hide(db, at(morning), who, ids[2] as ContributionId, "Toch");
  await unhideContribution(db, at(morning), who, ids[2] as ContributionId);
  expect(await postOf(db).deliver(later)).toEqual([]);
});

test("whose words were taken out reads it in the same mail, with the reason and never the words", async () => {
  const all = await made("live");
  await using _ = all.database;
  const { db, morning, database } = all;
  const plenary = await morning.goTo("alone");
  const ids: ContributionId[] = [];
  for (const [who, text] of [
    [0, "Bel Zwaluw op 06-00123456"],
    [0, "Zwaluw weet het"],
    [1, "Vraag het aan Zwaluw"],
    [2, "Zwaluw is er ook"],
    [0, "Dit gaat over iemand anders"],
  ] as const) {
    const { id } = await all.write(who, text, { step: plenary });
    await shareContribution(db, all.writer(who), id, "all");
    ids.push(id);
  }
  await markHere(db, morning.sessionId, [all.writer(2).personId]);
  const lead = all.writer(5).personId;
  const [first, , third, , last] = ids as [ContributionId, ContributionId, ContributionId, ContributionId, ContributionId];
  const take = (id: ContributionId, words: string[], reason: string) =>
    takeWords(db, at(morning), lead, { kind: "contribution", id }, { words, reason });
  expect(await take(first, ["Zwaluw", "06-00123456"], "Zwaluw wil er niet in staan")).toBe(5);
  await hide(db, at(morning), lead, last, "Kwetsend");
  expect((await waiting(database, "contribution.moderated")).map(({ personId }) => personId).sort()).toEqual(
    [0, 1].map((who) => all.writer(who).personId).sort(),
  );
  const letters = await postOf(db).deliver(later);
  expect(letters.map(({ subject }) => subject).sort()).toEqual([
    "3 bijdragen van u zijn verborgen of aangepast bij ‘Veerkracht in de wijk’",
    "In een bijdrage van u zijn woorden weggehaald bij ‘Veerkracht in de wijk’",
  ]);
  for (const { text } of letters) {
    expect(text).toContain("Reden: [weggehaald] wil er niet in staan");
    expect(text).not.toMatch(/Zwaluw|00123456/);
  }
  expect(letters.find(({ subject }) => subject.startsWith("3"))?.text).toContain("Reden: Kwetsend");
  // what was withdrawn meanwhile is not spoken of
  await take(third, ["Vraag"], "Te veel");
  await withdrawContribution(db, all.writer(1), third);
  expect(await postOf(db).deliver(later)).toEqual([]);
});

import { asc, eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { membership, registration } from "../app/dialogue/people/tables.ts";
import { dialogue, person, session } from "../app/dialogue/tables.ts";
import { askShape } from "../app/network/asks/ask.ts";
import { type Ask, addAsk, findAsk, moveAsk } from "../app/network/asks/asks.server.ts";
import { commitmentShape } from "../app/network/asks/commitment.ts";
import { addCommitment, moveCommitment, remindCommitments } from "../app/network/asks/commitments.server.ts";
import { matchesFor } from "../app/network/asks/matches.server.ts";
import { proposeDates, setMeeting } from "../app/network/circles/circle-dates.server.ts";
import { addNote } from "../app/network/circles/circle-notes.server.ts";
import { joinCircle, makeCircle, sweepConsultations } from "../app/network/circles/circles.server.ts";
import { networkCircle, networkCirclePerson } from "../app/network/circles/tables.ts";
import { listThreads, writeMessage } from "../app/network/inbox/messages.server.ts";
import { practiceShape } from "../app/network/library/practice.ts";
import { findPractice, judgePractice, savePractice, usePractice } from "../app/network/library/practices.server.ts";
import { networkFile, networkPractice, networkPracticeVersion } from "../app/network/library/tables.ts";
import { allOff, cardShape } from "../app/network/people/member.ts";
import { findMember, saveMember } from "../app/network/people/members.server.ts";
import { weave } from "../app/network/start/weaver.server.ts";
import { networkAsk, networkMember, networkMessage } from "../app/network/tables.ts";
import type {
  AskId,
  CircleId,
  CommitmentId,
  InsightId,
  ItemId,
  MemberId,
  MessageId,
  NoteId,
  PersonId,
  PracticeId,
  ReactionId,
} from "../app/platform/ids.ts";
import { mail } from "../app/platform/mail/tables.ts";
import { consent } from "../app/prepare/registration/tables.ts";
import { handOver } from "../app/privacy/hand-over/tables.ts";
import { exportDialogue } from "../app/privacy/transfer/export.server.ts";
import { importDialogue } from "../app/privacy/transfer/import.server.ts";
import { decide, listDecisions } from "../app/programme/answers/answers.server.ts";
import { askReactions, listConditions, listMyReactions, react } from "../app/programme/answers/reactions.server.ts";
import { askAgain, findFollowUp } from "../app/programme/follow-up/follow-up.server.ts";
import { listProgress, saveItem, showProgramme, tellProgress } from "../app/programme/items/items.server.ts";
import { sendProgrammeNews } from "../app/programme/news/news.server.ts";
import { report } from "../app/report/tables.ts";
import { testAgain } from "../app/session/insights/again.server.ts";
import { ballot, insight } from "../app/session/insights/tables.ts";
import { revealInsights } from "../app/session/outcomes/reveal.server.ts";
import { readRounds } from "../app/session/results/rounds.server.ts";
import { type FreshDatabase, freshDatabase } from "./database.ts";
import { postOf } from "./registrants.ts";
import { makeWorld, type World } from "./world.ts";

// Half a year after the report: from programme to network to a next meeting, and on to another installation. Each part goes on where the
// one before it ended; what each page of it does is tried in the tests of that page.

let database: FreshDatabase;
let here: World;
let organiser: PersonId;
const who = (n: number) => here.people[n] as PersonId;
const at = (n: number) => ({ dialogueId: here.dialogueId, personId: who(n) });
const fresh = <T extends string>() => crypto.randomUUID() as T;
const letters = async (kind: string, now = new Date()) =>
  (await postOf(database.db).deliver(now)).filter((one) => one.kind === kind);
const memberOf = async (n: number) => (await findMember(database.db, at(n)))?.id as MemberId;

beforeAll(async () => {
  database = await freshDatabase();
  const { db } = database;
  here = await makeWorld(db, "hier");
  for (const table of [
    ...[networkMessage, networkAsk, networkCirclePerson, networkCircle, networkPracticeVersion, networkFile, networkPractice],
    ...[networkMember, handOver],
  ])
    await db.delete(table);
  for (const [n, id] of here.people.entries())
    await db
      .update(person)
      .set({ name: `Mens ${n}`, mail: `mens${n}@hier.example` })
      .where(eq(person.id, id));
  const [made] = await db.insert(person).values({ name: "Olga", mail: "olga@team.example" }).returning();
  organiser = made?.id as PersonId;
  await db
    .insert(membership)
    .values({ personId: organiser, dialogueId: here.dialogueId, role: "organiser", acceptedAt: new Date() });
  await db.update(mail).set({ state: "cancelled" }).where(eq(mail.state, "waiting"));
});
afterAll(() => database?.[Symbol.asyncDispose]());

const words = (title: string, more: object = {}) => ({
  ...{ version: 0, title, kind: "people" as const, text: "", acts: "", budget: "", indicator: "" },
  ...{ fields: [], parties: [], areas: [], claims: [], because: "", causes: [] as string[], themes: [here.themeId], steps: [] },
  ...more,
});

test("January: report 1.0 becomes a programme of twelve items, with a decision and a reason on each theme", async () => {
  const { db } = database;
  expect(await db.$count(report, eq(report.dialogueId, here.dialogueId))).toBe(1);
  const already = 2;
  for (let n = already; n < 12; n++)
    await saveItem(db, here.dialogueId, organiser, fresh<ItemId>(), words(`Punt ${n + 1}: samen verder`));
  await decide(db, here.dialogueId, organiser, {
    ...{ about: { theme: here.themeId }, verdict: "taken-up", reason: "Dit gaan we doen.", item: here.itemId },
  });
  await decide(db, here.dialogueId, organiser, {
    ...{ about: { theme: here.otherThemeId }, verdict: "later", reason: "Eerst de wet.", item: null },
  });
  expect((await listDecisions(db, here.dialogueId)).filter(({ reason }) => reason !== "").length).toBeGreaterThanOrEqual(2);
  const { rows } = await db.execute(
    sql`select from programme_item where dialogue_id = ${here.dialogueId} and removed_at is null`,
  );
  expect(rows).toHaveLength(12);
});

test("February: participants react, an item gets another version because of it, progress is told, and who is behind a need hears it", async () => {
  const { db } = database;
  await askReactions(db, here.dialogueId, organiser, false);
  await askReactions(db, here.dialogueId, organiser, true);
  expect((await letters("programme.react")).length).toBeGreaterThanOrEqual(5);
  for (const n of [1, 2, 3, 4, 5])
    await react(db, here.dialogueId, who(n), {
      item: here.itemId,
      fit: n === 1 ? "conditions" : "fits",
      text: n === 1 ? "Mits op dinsdag." : "",
    });
  const [condition] = await listConditions(db, here.itemId);
  const { rows } = await db.execute<{ version: number }>(sql`select version from programme_item where id = ${here.itemId}`);
  const change = { version: rows[0]?.version ?? 0, because: "U vroeg om een vaste dag.", causes: [condition?.id as ReactionId] };
  expect(await saveItem(db, here.dialogueId, organiser, here.itemId, words("Elke dinsdag een spreekuur", change))).toMatchObject({
    status: "saved",
  });
  expect(await listMyReactions(db, here.dialogueId, who(1))).toMatchObject([{ led: true }]);
  await tellProgress(db, here.dialogueId, organiser, here.itemId, { event: "ask", text: "Voorgelegd aan de wethouder." });
  expect((await listProgress(db, here.itemId)).map(({ kind }) => kind)).toEqual(expect.arrayContaining(["moved", "changed"]));
  await showProgramme(db, here.dialogueId, organiser, true);
  await sendProgrammeNews(db, new Date(Date.now() + 3_600_000));
  const news = await letters("programme.news", new Date(Date.now() + 3_700_000));
  expect(new Set(news.map(({ to }) => to)).size).toBe(news.length);
  expect(news[0]?.text).toContain("Voorgelegd aan de wethouder.");
});

test("March: participants become members; an ask finds a colleague, who writes; the asker says thanks", async () => {
  const { db } = database;
  const shown = { ...allOff, name: "members", does: "members", offers: "members", looksFor: "members", area: "members" };
  const circles = Object.fromEntries(Object.entries(shown).map(([part, circle]) => [`toon-${part}`, circle]));
  for (const n of [1, 2, 3, 4]) {
    const offers = n === 2 ? "Schuldhulpverlening aan jongeren" : "";
    const form = cardShape.parse({ name: `Lid ${n}`, does: "wijkwerk", offers, fields: [], languages: [], ...circles });
    await saveMember(db, at(n), form, null);
  }
  const id = fresh<AskId>();
  const number = await addAsk(db, at(1), id, askShape.parse({ kind: "ask", title: "Wie helpt bij schulden?", fields: [] }), null);
  const found = await findAsk(db, here.dialogueId, number);
  expect(await matchesFor(db, found?.ask as Ask)).toMatchObject([{ kind: "person", title: "Lid 2" }]);
  await writeMessage(db, at(2), await memberOf(1), {
    id: fresh<MessageId>(),
    text: "Bel mij gerust.",
    sharesMail: false,
    about: id,
  });
  const [letter] = await letters("network.message");
  expect(letter?.text).toContain("Bel mij gerust.");
  expect(letter?.text).not.toContain("mens2@hier.example");
  await moveAsk(db, at(1), id, "answer", "Dank je wel.");
  expect((await listThreads(db, at(2))).length).toBe(1);
});

test("April: an entry of the library is published, and used elsewhere under a condition", async () => {
  const { db } = database;
  const id = fresh<PracticeId>();
  const told = { version: 0, title: "Vaste gezinswerker", situation: "Steeds een ander.", done: "Eén werker die blijft." };
  const rest = { took: "", gave: "", conditions: "", links: "", fields: [], themes: [here.themeId] };
  await savePractice(db, at(2), id, practiceShape.parse({ ...told, ...rest }), null);
  await judgePractice(db, here.dialogueId, organiser, id, { publish: true, version: 1 });
  await usePractice(db, at(3), id, "conditions", "Mits de gemeente het betaalt.");
  const [entry] = await db.select().from(networkPractice).where(eq(networkPractice.id, id));
  expect((await findPractice(db, here.dialogueId, entry?.number ?? 0))?.uses).toMatchObject([
    { fit: "conditions", text: "Mits de gemeente het betaalt." },
  ]);
});

test("May: colleagues consult each other, and nothing of it stays; one commitment is kept, one is missed and kindly asked after", async () => {
  const { db } = database;
  const circle = fresh<CircleId>();
  const case_ = { kind: "consultation" as const, title: "Wie is aan zet?", about: "Twee teams, één gezin.", theme: null };
  await makeCircle(db, at(1), circle, case_, [await memberOf(2), await memberOf(3), await memberOf(4)]);
  expect(await letters("network.circle")).toHaveLength(3);
  for (const n of [2, 3, 4]) await joinCircle(db, at(n), circle);
  const day = new Date(Date.now() + 10 * 86_400_000);
  await proposeDates(db, at(1), circle, [day]);
  await setMeeting(db, at(1), circle, { startsAt: day, place: "Buurthuis" });
  await addNote(db, at(2), circle, fresh<NoteId>(), "Vertrouwelijk: bel de school.");
  expect(await sweepConsultations(db, new Date(day.getTime() + 8 * 86_400_000))).toBe(1);
  const { rows } = await db.execute(sql`select from network_circle_note`);
  expect(rows).toEqual([]);
  const [kept, missed] = [fresh<CommitmentId>(), fresh<CommitmentId>()];
  const promise = (what: string) =>
    commitmentShape.parse({ what, withWhom: "", due: "2031-05-10", theme: here.themeId, shared: "on" });
  await addCommitment(db, at(2), kept, promise("Ik stuur de werkwijze rond."));
  await addCommitment(db, at(3), missed, promise("Ik bel de scholen."));
  await remindCommitments(db, new Date("2031-05-08T06:00:00Z"));
  expect(await letters("network.commitment")).toHaveLength(2);
  await moveCommitment(db, at(2), kept, "keep");
  await remindCommitments(db, new Date("2031-05-11T06:00:00Z"));
  expect((await letters("network.commitment")).map(({ to }) => to)).toEqual(["mens3@hier.example"]);
  expect((await weave(db, here.dialogueId, new Date("2031-05-12"))).slipping.map(({ what }) => what)).toEqual([
    "Ik bel de scholen.",
  ]);
});

test("June: the next meeting starts from the harvest, asks people again, and sets then beside now", async () => {
  const { db } = database;
  const vote = async (id: InsightId, not: number, sessionId = here.sessionId) => {
    await db.delete(ballot).where(eq(ballot.insightId, id));
    const places = await db.select().from(registration).where(eq(registration.sessionId, here.sessionId));
    await db.insert(ballot).values(
      here.people.map((personId, n) => {
        const { fieldId, partyId } = places.find((one) => one.personId === personId) ?? {};
        const [choice, fit] = n < not ? (["disagree", "not"] as const) : (["agree", "fits"] as const);
        return { insightId: id, personId, choice, fit, fieldId, partyId, sessionId };
      }),
    );
  };
  await vote(here.insightId, 6);
  await revealInsights(db, here.dialogueId, organiser, here.insightId);
  await db.update(session).set({ state: "ended" }).where(eq(session.dialogueId, here.dialogueId));
  const [next] = await db
    .insert(session)
    .values({
      ...{ dialogueId: here.dialogueId, title: "Vervolgbijeenkomst", state: "registration-open" },
      ...{ startsAt: new Date("2031-06-05T07:00:00Z"), endsAt: new Date("2031-06-05T08:30:00Z") },
    })
    .returning();
  const start = await findFollowUp(db, here.dialogueId, organiser);
  expect(start.open.map(({ later }) => later)).toContain(true);
  expect(start.commitments.map(({ state }) => state).sort()).toEqual(["kept", "open"]);
  expect(start.voted.map(({ id }) => id)).toContain(here.insightId);
  expect(await askAgain(db, here.dialogueId, organiser)).toBeGreaterThanOrEqual(5);
  expect((await letters("registration.invite")).length).toBeGreaterThanOrEqual(5);
  await testAgain(db, here.dialogueId, organiser, [here.insightId]);
  const [now] = await db.select().from(insight).where(eq(insight.repeatsId, here.insightId));
  await vote(now?.id as InsightId, 1, next?.id);
  await revealInsights(db, here.dialogueId, organiser, now?.id as InsightId);
  const compared = await readRounds(db, now?.id as InsightId, "participant");
  expect(compared?.rounds.map(({ session: held }) => held)).toEqual(["Eerste bijeenkomst", "Vervolgbijeenkomst"]);
  expect(compared?.again).toMatchObject({ status: "told", people: 5 });
});

test("July: it goes whole to another installation, and who did not agree goes without a name", async () => {
  const { db } = database;
  await using to = await freshDatabase();
  const yes = { dialogueId: here.dialogueId, purpose: "transfer", given: true, textVersion: "1" };
  await db.insert(consent).values([2, 3].map((n) => ({ ...yes, personId: who(n) })));
  const first = await exportDialogue(db, here.dialogueId);
  const text = first.lines.join("\n");
  expect(text).toContain("mens2@hier.example");
  expect(text).not.toContain("mens4@hier.example");
  await importDialogue(to.db, first.lines);
  const second = await exportDialogue(to.db, here.dialogueId);
  expect(second.counts).toEqual(first.counts);
  const there = await to.db.select({ title: dialogue.title }).from(dialogue);
  expect(there).toHaveLength(1);
  const of = await to.db.select({ name: networkMember.name }).from(networkMember).orderBy(asc(networkMember.name));
  expect(of.map(({ name }) => name)).toEqual(["Lid 2", "Lid 3"]);
});

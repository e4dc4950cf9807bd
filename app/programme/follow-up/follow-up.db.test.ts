import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { freshDatabase } from "../../../tests/database.ts";
import { type Morning, makeMorning } from "../../../tests/morning.ts";
import { membership, registration } from "../../dialogue/people/tables.ts";
import { dialogue, field, party, session, step } from "../../dialogue/tables.ts";
import { allOff } from "../../network/people/member.ts";
import { networkCommitment, networkMember } from "../../network/tables.ts";
import { makeDialogue } from "../../organisation/team/new-dialogue.server.ts";
import type { Db } from "../../platform/database/change.server.ts";
import type { DialogueId, InsightId, PersonId, SessionId } from "../../platform/ids.ts";
import { mail } from "../../platform/mail/tables.ts";
import { gather } from "../../report/gather/gather.server.ts";
import { report } from "../../report/tables.ts";
import { findInsightPage } from "../../results/results-page.server.ts";
import { listVoted, testAgain } from "../../session/insights/again.server.ts";
import { ballot, insight } from "../../session/insights/tables.ts";
import { revealInsights } from "../../session/outcomes/reveal.server.ts";
import { readRounds } from "../../session/results/rounds.server.ts";
import { askAgain, findFollowUp } from "./follow-up.server.ts";

type Fit = "fits" | "conditions" | "not";

async function vote(db: Db, id: InsightId, at: Morning, sessionId: SessionId, fits: readonly Fit[]): Promise<void> {
  const places = await db
    .select({ who: registration.personId, field: registration.fieldId, party: registration.partyId })
    .from(registration)
    .where(eq(registration.sessionId, at.sessionId));
  await db.insert(ballot).values(
    fits.map((fit, n) => {
      const personId = at.people[n] as PersonId;
      const place = places.find(({ who }) => who === personId);
      const choice = fit === "not" ? ("disagree" as const) : ("agree" as const);
      return { insightId: id, personId, choice, fit, fieldId: place?.field, partyId: place?.party, sessionId };
    }),
  );
}
const times = (n: number, fit: Fit) => Array.from({ length: n }, () => fit);

/** Twelve people tested one insight in April; a second meeting is planned for September. */
async function spring(db: Db) {
  const morning = await makeMorning(db, 24);
  const who = morning.people[23] as PersonId;
  const fields = await db
    .select({ id: field.id })
    .from(field)
    .where(eq(field.dialogueId, morning.dialogueId))
    .orderBy(field.position);
  for (const [n, personId] of morning.people.entries())
    await db
      .update(registration)
      .set({ fieldId: fields[n % 2]?.id })
      .where(eq(registration.personId, personId));
  const first = await morning.addInsight("Een vast gezicht helpt meer dan een loket.");
  await vote(db, first, morning, morning.sessionId, [...times(10, "not"), ...times(8, "fits")]);
  await db.update(session).set({ state: "ended" }).where(eq(session.id, morning.sessionId));
  const [later] = await db
    .insert(session)
    .values({
      dialogueId: morning.dialogueId,
      title: "Vervolgbijeenkomst",
      state: "registration-open",
      startsAt: new Date("2026-09-17T07:00:00Z"),
      endsAt: new Date("2026-09-17T08:30:00Z"),
    })
    .returning({ id: session.id });
  await db
    .insert(membership)
    .values({ personId: who, dialogueId: morning.dialogueId, role: "organiser", acceptedAt: new Date() });
  return { morning, who, first, later: later?.id as SessionId };
}

const again = async (db: Db, id: InsightId) =>
  (await db.select().from(insight).where(eq(insight.repeatsId, id)))[0] as typeof insight.$inferSelect;

test("the same insight in spring and autumn: verdicts and counts beside each other, and how the same people turned", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const { morning, who, first, later } = await spring(db);
  expect(await testAgain(db, morning.dialogueId, who, [first])).toBe(1);
  // sent twice it is asked once
  expect(await testAgain(db, morning.dialogueId, who, [first])).toBe(0);
  expect(await listVoted(db, morning.dialogueId)).toEqual([]);
  const now = await again(db, first);
  expect(now).toMatchObject({ number: 1, version: 2, text: "Een vast gezicht helpt meer dan een loket.", state: "open" });
  await vote(db, now.id, morning, later, [
    ...times(8, "fits"),
    ...times(2, "not"),
    ...times(6, "fits"),
    ...times(2, "conditions"),
  ]);
  const team = await findInsightPage(db, { id: morning.dialogueId }, "team", 1);
  expect(team?.compared?.rounds.map(({ on, session: held }) => [on.slice(0, 10), held])).toEqual([
    ["2026-04-16", "Eerste bijeenkomst"],
    ["2026-09-17", "Vervolgbijeenkomst"],
  ]);
  expect(team?.compared?.rounds.map(({ verdict }) => verdict.status)).toEqual(["does-not-hold", "confirmed"]);
  const [then, today] = team?.compared?.rounds ?? [];
  expect(then?.fits).toMatchObject({ status: "counts", people: 18, parts: [{ people: 8 }, { people: 0 }, { people: 10 }] });
  expect(today?.fits).toMatchObject({ status: "counts", people: 18, parts: [{ people: 14 }, { people: 2 }, { people: 2 }] });
  // eight up, two down, eight as before: fewer than five is not told apart from nobody
  expect(team?.compared?.again).toMatchObject({ status: "told", by: "fit", people: 15, clear: null });
  expect(team?.compared?.again).toMatchObject({
    parts: [
      { turn: "more", share: 0.45 },
      { turn: "less", share: null },
      { turn: "same", share: 0.45 },
    ],
  });
  // participants see it when both outcomes are shown
  const seen = async () => (await findInsightPage(db, { id: morning.dialogueId }, "participant", 1))?.compared ?? null;
  await revealInsights(db, morning.dialogueId, who, now.id);
  expect(await seen()).toBeNull();
  await revealInsights(db, morning.dialogueId, who, first);
  expect(await seen()).toMatchObject({ again: { status: "told" } });
  const [own] = await db.select().from(dialogue).where(eq(dialogue.id, morning.dialogueId));
  const draft = { introduction: "", conclusions: "", chosenIds: [] };
  const { content } = await gather(db, own as typeof dialogue.$inferSelect, draft, null, new Date());
  expect(content.insights[0]?.compared?.rounds).toHaveLength(2);
});

test("one person who answers otherwise does not move the line of the same people", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const { morning, who, first, later } = await spring(db);
  await testAgain(db, morning.dialogueId, who, [first]);
  const { id } = await again(db, first);
  await vote(db, id, morning, later, [...times(10, "not"), ...times(8, "fits")]);
  await revealInsights(db, morning.dialogueId, who, id);
  const told = await readRounds(db, id, "team");
  await db
    .update(ballot)
    .set({ fit: "fits", at: new Date() })
    .where(eq(ballot.personId, morning.people[0] as PersonId));
  await revealInsights(db, morning.dialogueId, who, id);
  expect((await readRounds(db, id, "team"))?.again).toEqual(told?.again);
});

test("a follow-up shows what is open and promised, and asks people again, each once", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const { morning, who, later } = await spring(db);
  const promised = { dialogueId: morning.dialogueId, personId: morning.people[1] as PersonId, due: "2026-08-01" };
  await db.insert(networkCommitment).values([
    { ...promised, id: crypto.randomUUID() as never, what: "Een lunch voor wijkteams", shared: true },
    { ...promised, id: crypto.randomUUID() as never, what: "Voor mijzelf", shared: false },
  ]);
  const page = await findFollowUp(db, morning.dialogueId, who);
  expect(page.commitments.map(({ what, by }) => [what, by])).toEqual([["Een lunch voor wijkteams", "Deelnemer 2"]]);
  expect(page.next).toMatchObject({ id: later, people: 24 });
  expect(await askAgain(db, morning.dialogueId, who)).toBe(24);
  expect(await askAgain(db, morning.dialogueId, who)).toBe(0);
  const asked = await db.select().from(registration).where(eq(registration.sessionId, later));
  expect(new Set(asked.map(({ state }) => state))).toEqual(new Set(["pending"]));
  expect(asked.find(({ personId }) => personId === morning.people[1])?.fieldId).not.toBeNull();
  expect(await db.$count(mail, eq(mail.kind, "registration.invite"))).toBe(24);
});

test("a new dialogue takes the harvest along: tested insights, lists, the run sheet, and who chose to stay in touch", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const { morning, who, first } = await spring(db);
  await morning.addInsight("Hierop stemde niemand.");
  const [member] = [morning.people[2] as PersonId];
  await db.insert(networkMember).values({ dialogueId: morning.dialogueId, personId: member, name: "Deelnemer 3", shown: allOff });
  const id = crypto.randomUUID() as DialogueId;
  const times = { startsAt: new Date("2031-03-04T08:00:00Z"), endsAt: new Date("2031-03-04T09:30:00Z") };
  await makeDialogue(db, who, {
    id,
    title: "Een jaar verder",
    ...times,
    language: "nl",
    from: morning.dialogueId,
    follows: true,
  });
  const [made] = await db.select().from(dialogue).where(eq(dialogue.id, id));
  expect(made?.followsId).toBe(morning.dialogueId);
  const taken = await db.select().from(insight).where(eq(insight.dialogueId, id)).orderBy(insight.number);
  expect(taken.map(({ text, repeatsId }) => [text, repeatsId])).toEqual([
    ["Een vast gezicht helpt meer dan een loket.", first],
    ["Hierop stemde niemand.", null],
  ]);
  const [held] = await db.select().from(session).where(eq(session.dialogueId, id));
  const [welcome] = await db
    .select()
    .from(step)
    .where(eq(step.sessionId, held?.id as SessionId))
    .orderBy(step.position);
  expect(welcome?.title).toBe("Weer samen");
  await db
    .update(session)
    .set({ state: "registration-open" })
    .where(eq(session.id, held?.id as SessionId));
  const page = await findFollowUp(db, id, who);
  expect(page.before?.title).toBe("Veerkracht in de wijk");
  expect(page.next?.people).toBe(1);
  expect(await askAgain(db, id, who)).toBe(1);
  const [asked] = await db
    .select()
    .from(registration)
    .where(eq(registration.sessionId, held?.id as SessionId));
  const [named] = await db
    .select({ name: field.name, of: field.dialogueId })
    .from(field)
    .where(eq(field.id, asked?.fieldId as never));
  expect(named).toEqual({ name: "wonen", of: id });
  expect(await db.$count(party, eq(party.dialogueId, id))).toBe(2);
  // then and now stand beside each other once the former dialogue was published
  const [repeat] = taken;
  expect(await readRounds(db, repeat?.id as InsightId, "team")).toBeNull();
  await db
    .insert(report)
    .values({ dialogueId: morning.dialogueId, number: 1, content: {}, basis: {}, hash: "x", publishedBy: who } as never);
  expect((await readRounds(db, repeat?.id as InsightId, "team"))?.rounds.map((one) => one.dialogue)).toEqual([
    "Veerkracht in de wijk",
    null,
  ]);
});

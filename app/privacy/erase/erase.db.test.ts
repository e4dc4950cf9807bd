import { and, eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { type FreshDatabase, freshDatabase } from "../../../tests/database.ts";
import { fillInvented } from "../../../tests/invented.ts";
import { answersOf, findRegistration, openDialogue, postOf, register, secretIn } from "../../../tests/registrants.ts";
import { scanEverywhere } from "../../../tests/scan.ts";
import { backContribution } from "../../contribution/backing.server.ts";
import { addContribution, editContribution } from "../../contribution/contributions.server.ts";
import { dismissFlags } from "../../contribution/flags.server.ts";
import { reportContribution } from "../../contribution/report-contribution.server.ts";
import { contribution } from "../../contribution/tables.ts";
import { device, membership, registration } from "../../dialogue/people/tables.ts";
import { person, session, step } from "../../dialogue/tables.ts";
import { askSignIn } from "../../organisation/sign-in/sign-in.server.ts";
import type { ContributionId, InsightId, PersonId, StepId, TeamNoteId } from "../../platform/ids.ts";
import { receiveForm } from "../../prepare/registration/admission/arrivals.server.ts";
import { offerPlace } from "../../prepare/registration/invitations/invitations.server.ts";
import { join } from "../../prepare/registration/my-page/join.server.ts";
import { askLink } from "../../prepare/registration/my-page/lost-link.server.ts";
import { consent } from "../../prepare/registration/tables.ts";
import { onlineDialogue } from "../../prepare/run-sheet/templates/online-dialogue.ts";
import { findReportPage } from "../../report/publish/page.server.ts";
import { publishReport } from "../../report/publish/reports.server.ts";
import { castTogether } from "../../session/check/ballots.server.ts";
import { announce } from "../../session/clock/steer.server.ts";
import { answerHelp, askHelp, claimHelp, takeMeasure } from "../../session/group/table.server.ts";
import { group, grouping, seat } from "../../session/group/tables.ts";
import { ballot, insight } from "../../session/insights/tables.ts";
import { saveCard } from "../../session/lobby/cards.server.ts";
import { addNote } from "../../session/notes/team-notes.server.ts";
import { markLeading } from "../../session/people/colleagues.server.ts";
import { lastDeed, teamNote, teamPresence } from "../../session/tables.ts";
import { markNeed } from "../../session/weigh/marks.server.ts";
import { mark } from "../../session/weigh/tables.ts";
import { findMyData } from "../my-data/my-data.server.ts";
import { erasePerson } from "./erase.server.ts";

/** Words that occur nowhere else: each in another place. */
const canary = {
  name: "Kanarie Geelveder",
  mail: "kanarie.geelveder@volière.example".replace("è", "e"),
  organisation: "Zangzaad-organisatie",
  function: "Fluitfunctie",
  brings: "Meebrengmelodie",
  access: "Toegangstriller",
  second: "Tweedeformulierwens",
  does: "Doetdeuntje",
  place: "Plaatspiep",
  offers: "Biedballade",
  looksFor: "Zoekzang",
  text: "Behoeftebengel",
  situation: "Situatiesjilp",
  forWhom: "Voorwievink",
  tried: "Geprobeerdgekwetter",
  wouldHelp: "Zouhelpenhalleluja",
  edited: "Gewijzigdgezang",
  note: "Notitienachtegaal",
  condition: "Voorwaardevlucht",
  proposal: "Voorstelvogel",
  help: "Hulphoempa",
  answer: "Antwoordaria",
  measure: "Maatregelmees",
  hidden: "Verborgenvlerk",
  device: "Toestelkooi",
  flag: "Meldingsmerel",
  flagAnswer: "Meldantwoordmus",
  redacted: "Weggehaaldewielewaal",
  teamNote: "Teamnotitietjiftjaf",
} as const;
const words = Object.values(canary);

let database: FreshDatabase;
let who: PersonId;
let other: PersonId;
let dialogueId: Awaited<ReturnType<typeof openDialogue>>["dialogueId"];

/** Lives a whole dialogue as somebody would, by the commands that the pages use. */
beforeAll(async () => {
  database = await freshDatabase();
  const { db, pool } = database;
  const at = await openDialogue(db);
  dialogueId = at.dialogueId;
  const post = postOf(db);
  await register(db, at, canary.mail, {
    name: canary.name,
    organisation: canary.organisation,
    function: canary.function,
    brings: canary.brings,
    accessKinds: ["captions"],
    accessNeeds: canary.access,
    otherFields: [at.fields[1] as never],
  });
  const mine = await findRegistration(db, at, canary.mail);
  who = mine.personId;
  const letters = await post.deliver();
  const token = secretIn(letters.find(({ to, text }) => to === canary.mail && text.includes("/mee/"))?.text, "mee");
  await join(db, token, { name: canary.device, signedInAs: null }, new Date());
  // a form that waits for its confirmation, and an offer that names the one who offers in a letter to another
  await receiveForm(db, at, answersOf(at, canary.mail, { name: canary.name, brings: canary.second }), new Date());
  await offerPlace(db, mine, { name: "Colle Ga", mail: "colle.ga@voorbeeld.example" }, new Date());
  await post.deliver(new Date(Date.now() + 120_000));
  await askLink(db, at.dialogueId, canary.mail);
  await askSignIn(db, { mail: canary.mail });
  await register(db, at, "ander@voorbeeld.example");
  other = (await findRegistration(db, at, "ander@voorbeeld.example")).personId;

  const steps = await db
    .insert(step)
    .values(
      onlineDialogue("nl").map((one, position) => ({ ...one, collects: [...one.collects], sessionId: at.sessionId, position })),
    )
    .returning({ id: step.id, kind: step.kind, collects: step.collects });
  const stepFor = (collects: string) => steps.find((one) => one.collects.some((each) => each === collects))?.id as StepId;
  const goTo = (id: StepId) => db.update(session).set({ state: "live", currentStepId: id }).where(eq(session.id, at.sessionId));
  const [dealt] = await db
    .insert(grouping)
    .values({ sessionId: at.sessionId, stepId: stepFor("need"), seed: 1, size: 6 })
    .returning({ id: grouping.id });
  const [table] = await db
    .insert(group)
    .values({ groupingId: dealt?.id as never, sessionId: at.sessionId, number: 1, noteTakerId: who })
    .returning({ id: group.id });
  for (const personId of [who, other])
    await db.insert(seat).values({ groupingId: dealt?.id as never, groupId: table?.id as never, personId });

  const writer = { dialogueId: at.dialogueId, sessionId: at.sessionId, personId: who };
  const colleague = { ...writer, personId: other };
  await saveCard(db, writer, { does: canary.does, place: canary.place, offers: canary.offers, looksFor: canary.looksFor });
  const empty = { situation: "", forWhom: "", tried: "", wouldHelp: "", weight: "" as const, howOften: "" as const, touches: [] };
  const said = {
    text: canary.text,
    situation: canary.situation,
    forWhom: canary.forWhom,
    tried: canary.tried,
    wouldHelp: canary.wouldHelp,
    weight: "heavy" as const,
    howOften: "daily" as const,
    touches: [],
  };
  await goTo(stepFor("note"));
  await addContribution(db, writer, {
    id: crypto.randomUUID(),
    kind: "note",
    step: stepFor("note"),
    ...empty,
    text: canary.note,
  });
  await goTo(stepFor("need"));
  const need = await addContribution(db, writer, { id: crypto.randomUUID(), kind: "need", step: stepFor("need"), ...said });
  await editContribution(db, writer, need.id, { ...said, text: `${canary.text} ${canary.edited}` });
  const theirs = await addContribution(db, colleague, {
    id: crypto.randomUUID(),
    kind: "need",
    step: stepFor("need"),
    ...empty,
    text: "Een behoefte van een ander",
  });
  await db.update(contribution).set({ shared: "all" }).where(eq(contribution.dialogueId, at.dialogueId));
  await backContribution(db, writer, theirs.id, true);
  const [check] = await db
    .insert(insight)
    .values({ dialogueId: at.dialogueId, number: 1, position: 0, text: "Een inzicht" })
    .returning({ id: insight.id });
  const insightId = check?.id as InsightId;
  await goTo(stepFor("ballot"));
  await addContribution(db, writer, {
    id: crypto.randomUUID(),
    kind: "condition",
    step: stepFor("ballot"),
    insight: insightId,
    ...empty,
    text: canary.condition,
  });
  const verdict = { choice: "agree" as const, fit: "conditions" as const, fieldId: null, partyId: null, insightId };
  await castTogether(pool, [{ ...writer, ...verdict }]);
  await db
    .insert(insight)
    .values({ dialogueId: at.dialogueId, number: 2, position: 1, text: canary.proposal, state: "proposed", authorId: who });
  await goTo(stepFor("mark"));
  await markNeed(db, writer, theirs.id, true);
  await markNeed(db, colleague, need.id, true);
  await askHelp(db, at, who, null, canary.help);
  const { rows: asked } = await db.execute<{ id: string }>(sql`select id from help where person_id = ${who}`);
  await answerHelp(db, at, other, asked[0]?.id as string, canary.answer);
  await takeMeasure(db, at, other, who, "asked", canary.measure);
  await db.execute(sql`update contribution set hidden_reason = ${canary.hidden} where id = ${need.id}`);
  await db.execute(sql`update contribution set redacted_reason = ${canary.redacted} where id = ${need.id}`);
  await reportContribution(db, writer, theirs.id, { why: "other", text: canary.flag });
  await dismissFlags(db, at, other, { kind: "contribution", id: theirs.id }, canary.flagAnswer);
  await addNote(db, at, who, crypto.randomUUID() as TeamNoteId, canary.teamNote);
  await addNote(db, at, other, crypto.randomUUID() as TeamNoteId, `Let op: ${canary.name.toUpperCase()} komt later.`);
  await addNote(db, at, other, crypto.randomUUID() as TeamNoteId, "Tafel 3 heeft een tolk.");
  await claimHelp(db, at, who, asked[0]?.id as string, true);
  await markLeading(db, at.sessionId, who);
  await announce(db, at, who, "Straks pauze");
  await db.insert(membership).values({ personId: who, dialogueId: at.dialogueId, role: "observer", acceptedAt: sql`now()` });
});

describe("somebody takes their data along", () => {
  test("and finds all of it, with no word of anybody else", async () => {
    const text = JSON.stringify(await findMyData(database.db, who));
    for (const word of words) if (word !== canary.second) expect(text).toContain(word);
    expect(text).not.toContain("Een behoefte van een ander");
    expect(text).not.toContain("ander@voorbeeld.example");
  });
});

describe("somebody is erased", () => {
  test("the canary sang everywhere before", async () => {
    const { found, tables } = await scanEverywhere(database.db, words);
    expect(tables).toBeGreaterThan(40);
    expect(new Set(found.map(({ needle }) => needle)).size).toBe(words.length);
    expect(new Set(found.map(({ table }) => table)).size).toBeGreaterThan(9);
  });

  test("no table of the database knows a word of it afterwards", async () => {
    await erasePerson(database.db, who, { person: who });
    expect((await scanEverywhere(database.db, words)).found).toEqual([]);
    expect((await scanEverywhere(database.db, ["kanarie", "geelveder", "voliere"])).found).toEqual([]);
  });

  test("choices, marks and devices are gone; a marker, the audit log and others' input stay", async () => {
    const { db } = database;
    const left = async (table: typeof ballot | typeof mark | typeof device) => db.$count(table, eq(table.personId, who));
    expect([await left(ballot), await left(mark), await left(device)]).toEqual([0, 0, 0]);
    const mine = await db.select().from(contribution).where(eq(contribution.personId, who));
    expect(mine.length).toBe(3);
    for (const one of mine) expect(one).toMatchObject({ state: "erased", text: "", fieldId: null });
    expect(await db.$count(mark, eq(mark.personId, other))).toBe(1);
    const [theirs] = await db
      .select()
      .from(contribution)
      .where(and(eq(contribution.personId, other)));
    expect(theirs?.text).toBe("Een behoefte van een ander");
    const { rows } = await db.execute<{ scope: string }>(
      sql`select scope from audit where what = 'person.erase' and subject_id = ${who}`,
    );
    expect(rows.map(({ scope }) => scope).sort()).toEqual(["00000000-0000-0000-0000-000000000000", dialogueId].sort());
    expect(await db.$count(consent, eq(consent.personId, who))).toBeGreaterThan(0);
    expect(await db.$count(membership, and(eq(membership.personId, who), sql`ended_at is null`))).toBe(0);
  });

  test("a note of the team that names them went as a whole, others stay; nothing is left to take back", async () => {
    const { db } = database;
    expect((await db.select({ text: teamNote.text }).from(teamNote)).map(({ text }) => text)).toEqual([
      "Tafel 3 heeft een tolk.",
    ]);
    expect([await db.$count(lastDeed), await db.$count(teamPresence)]).toEqual([0, 0]);
  });

  test("the place they had is free, and the same address can register anew as somebody else", async () => {
    const { db } = database;
    const [row] = await db.select().from(registration).where(eq(registration.personId, who));
    expect(row).toMatchObject({ name: "", organisation: "" });
    const [again] = await db.insert(person).values({ name: "Nieuw", mail: canary.mail }).returning({ id: person.id });
    expect(again?.id).not.toBe(who);
    await db.delete(person).where(eq(person.id, again?.id as PersonId));
  });

  test("erasing twice does no harm", async () => {
    await erasePerson(database.db, who, "command");
    expect((await scanEverywhere(database.db, words)).found).toEqual([]);
  });
});

test("in a published version the words are gone and the figures still add up", async () => {
  await using fresh = await freshDatabase();
  const { db } = fresh;
  const made = await fillInvented(db);
  const [naomi] = await db.insert(person).values({ name: "Naomi" }).returning({ id: person.id });
  await publishReport(db, made.dialogueId, { person: naomi?.id as PersonId }, { number: 1, change: "" });
  const personId = made.personIds.get("P060") as PersonId;
  const mine = await db.select().from(contribution).where(eq(contribution.personId, personId));
  await erasePerson(db, personId, "command");
  const page = await findReportPage(db, { id: made.dialogueId, slug: "veerkracht" } as never);
  for (const { id, kind } of mine) if (kind === "need") expect(page?.quotes[id as ContributionId]).toEqual({ status: "erased" });
  expect(page?.content.taken.table.total).toEqual({ status: "people", people: 72 });
});

test("the only organiser of a dialogue hands it over first", async () => {
  await using fresh = await freshDatabase();
  const { db } = fresh;
  const at = await openDialogue(db);
  const [one, two] = await db
    .insert(person)
    .values([{ name: "Een" }, { name: "Twee" }])
    .returning({ id: person.id });
  const role = (personId: PersonId | undefined) => ({
    personId: personId as PersonId,
    dialogueId: at.dialogueId,
    role: "organiser" as const,
    acceptedAt: new Date(),
  });
  await db.insert(membership).values(role(one?.id));
  await expect(erasePerson(db, one?.id as PersonId, "command")).rejects.toMatchObject({ code: "last-organiser" });
  await db.insert(membership).values(role(two?.id));
  await erasePerson(db, one?.id as PersonId, "command");
  const [gone] = await db
    .select()
    .from(person)
    .where(eq(person.id, one?.id as PersonId));
  expect(gone).toMatchObject({ name: "", mail: null });
});

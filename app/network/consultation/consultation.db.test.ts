import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type FreshDatabase, freshDatabase } from "../../../tests/database.ts";
import { findRegistration, type OpenDialogue, openDialogue, postOf, register } from "../../../tests/registrants.ts";
import { scanEverywhere } from "../../../tests/scan.ts";
import { contribution } from "../../contribution/tables.ts";
import { membership, registration } from "../../dialogue/people/tables.ts";
import { dialogue, session, step } from "../../dialogue/tables.ts";
import { matches } from "../../platform/database/matches.server.ts";
import { audit } from "../../platform/database/tables.ts";
import type { CircleId, ContributionId, DialogueId, MemberId, PersonId, SessionId } from "../../platform/ids.ts";
import { mail } from "../../platform/mail/tables.ts";
import { exportDialogue } from "../../privacy/transfer/export.server.ts";
import { dealable } from "../../session/grouping/dealable.server.ts";
import { proposeDates, setMeeting } from "../circles/circle-dates.server.ts";
import { joinCircle, makeCircle } from "../circles/circles.server.ts";
import { networkCircle } from "../circles/tables.ts";
import { allOff, cardShape } from "../people/member.ts";
import { findMember, saveMember } from "../people/members.server.ts";
import { holdConsultation, sweepHeld } from "./consultation.server.ts";

let database: FreshDatabase;
let here: OpenDialogue;
const people: PersonId[] = [];
const circle = crypto.randomUUID() as CircleId;
const at = (n: number) => ({ dialogueId: here.dialogueId, personId: people[n] as PersonId });
const memberOf = async (n: number) => (await findMember(database.db, at(n)))?.id as MemberId;
const day = (n: number) => new Date(Math.ceil(Date.now() / 86_400_000 + n) * 86_400_000 + 9 * 3_600_000);

beforeAll(async () => {
  database = await freshDatabase();
  const { db } = database;
  here = await openDialogue(db);
  const shown = Object.fromEntries(Object.keys(allOff).map((part) => [`toon-${part}`, "members"]));
  for (const [n, name] of ["noor", "sam", "bo", "kim"].entries()) {
    await register(db, here, `${name}@zorg.example`);
    people.push((await findRegistration(db, here, `${name}@zorg.example`)).personId);
    await saveMember(db, at(n), cardShape.parse({ name, fields: [], languages: [], ...shown }), null);
  }
  const words = { kind: "consultation" as const, title: "Wie is aan zet?", about: "Kanarievogel in de zaak.", theme: null };
  await makeCircle(db, at(0), circle, words, [await memberOf(1), await memberOf(2), await memberOf(3)]);
  await db.update(mail).set({ state: "cancelled" }).where(eq(mail.state, "waiting"));
});
afterAll(() => database?.[Symbol.asyncDispose]());

const held = async () => (await database.db.select().from(dialogue).where(eq(dialogue.consultation, true)))[0];
const sessionOf = async (id: DialogueId | undefined) =>
  (
    await database.db
      .select()
      .from(session)
      .where(eq(session.dialogueId, id as DialogueId))
  )[0];
const hold = (n = 0) => holdConsultation(database.db, at(n), circle, "troika", "nl");
const letters = async (kind: string) => (await postOf(database.db).deliver()).filter((one) => one.kind === kind);

test("[NW24] it asks a day and three people, and only who brought the case can do it", async () => {
  const { db } = database;
  await expect(hold()).rejects.toMatchObject({ code: "no-meeting" });
  await joinCircle(db, at(1), circle);
  await proposeDates(db, at(0), circle, [day(10)]);
  await setMeeting(db, at(0), circle, { startsAt: day(10), place: "" });
  await expect(hold()).rejects.toMatchObject({ code: "few" });
  await joinCircle(db, at(2), circle);
  await expect(hold(1)).rejects.toMatchObject({ code: "gone" });
  expect(await held()).toBeUndefined();
});

test("[NW24] it is a dialogue of its own, of who is in it, without the case, that collects nothing", async () => {
  const { db } = database;
  await letters("none");
  await hold();
  const own = await held();
  expect(own).toMatchObject({ title: "Intervisie", state: "draft" });
  const meeting = await sessionOf(own?.id);
  expect(meeting?.startsAt).toEqual(day(10));
  const steps = await db
    .select()
    .from(step)
    .where(eq(step.sessionId, meeting?.id as never));
  expect(steps).toHaveLength(5);
  expect(steps.flatMap(({ collects }) => collects)).toEqual([]);
  const places = await db
    .select()
    .from(registration)
    .where(eq(registration.dialogueId, own?.id as DialogueId));
  expect(places.map(({ personId, state }) => [personId, state])).toEqual(people.slice(0, 3).map((id) => [id, "admitted"]));
  const team = await db
    .select()
    .from(membership)
    .where(eq(membership.dialogueId, own?.id as DialogueId));
  expect(team.map(({ personId, role }) => [personId, role])).toEqual([[people[0], "facilitator"]]);
  const sent = await postOf(db).deliver();
  expect(
    sent
      .filter(({ kind }) => kind === "registration.admitted")
      .map(({ to }) => to)
      .sort(),
  ).toEqual(["bo", "noor", "sam"].map((name) => `${name}@zorg.example`));
  expect(sent.filter(({ kind }) => kind === "team.invite").map(({ to }) => to)).toEqual(["noor@zorg.example"]);
  expect(sent.map(({ text }) => text).join()).not.toMatch(/Kanarievogel|Wie is aan zet/);
  expect((await exportDialogue(db, here.dialogueId)).lines.join()).not.toContain(meeting?.id);
});

test("[NW24] pressed again it is the same, on the day and with the people as they are now", async () => {
  const { db } = database;
  const before = await held();
  await joinCircle(db, at(3), circle);
  await proposeDates(db, at(0), circle, [day(12)]);
  await setMeeting(db, at(0), circle, { startsAt: day(12), place: "" });
  await letters("none");
  await hold();
  expect((await held())?.id).toBe(before?.id);
  expect((await sessionOf(before?.id))?.startsAt).toEqual(day(12));
  const sent = await postOf(db).deliver();
  expect(sent.filter(({ kind }) => kind === "team.invite")).toEqual([]);
  expect(sent.filter(({ kind }) => kind === "registration.moved").length).toBeGreaterThanOrEqual(3);
  expect(await db.$count(registration, eq(registration.dialogueId, before?.id as DialogueId))).toBe(4);
});

test("[NW24] who leads it brought the case, and sits at the table; elsewhere the team does not", async () => {
  const { db } = database;
  const own = await held();
  const meeting = await sessionOf(own?.id);
  const lead = { personId: people[0] as PersonId, role: "facilitator" as const, acceptedAt: new Date() };
  const seated = async (dialogueId: DialogueId, sessionId: SessionId) =>
    (await dealable(db, { dialogueId, sessionId })).map(({ id }) => people.indexOf(id)).sort();
  const theirs = [own?.id as DialogueId, meeting?.id as SessionId] as const;
  const before = await seated(...theirs);
  await db.update(membership).set({ acceptedAt: new Date() }).where(eq(membership.dialogueId, theirs[0]));
  expect(before).toContain(0);
  expect(await seated(...theirs)).toEqual(before);
  expect(await seated(here.dialogueId, here.sessionId)).toContain(0);
  await db.insert(membership).values({ ...lead, dialogueId: here.dialogueId });
  expect(await seated(here.dialogueId, here.sessionId)).not.toContain(0);
  await db.delete(membership).where(eq(membership.dialogueId, here.dialogueId));
});

test("[NW24] when it is over nothing of it is left, and who was in it keeps the rest", async () => {
  const { db } = database;
  const own = await held();
  const meeting = await sessionOf(own?.id);
  await db.insert(contribution).values({
    ...{
      id: crypto.randomUUID() as ContributionId,
      dialogueId: own?.id as DialogueId,
      sessionId: meeting?.id,
      personId: people[1],
    },
    ...{ number: 1, kind: "talk" as const, text: "Goudvink zei iets.", shared: "group" as const },
  });
  expect(await sweepHeld(db, new Date(day(12).getTime() + 3_600_000))).toBe(0);
  await db
    .update(session)
    .set({ state: "live" })
    .where(eq(session.id, meeting?.id as never));
  const dayAfter = new Date(day(13).getTime());
  expect(await sweepHeld(db, dayAfter)).toBe(0);
  await db
    .update(session)
    .set({ state: "ended" })
    .where(eq(session.id, meeting?.id as never));
  expect(await sweepHeld(db, dayAfter)).toBe(1);
  expect(await held()).toBeUndefined();
  expect((await scanEverywhere(db, ["Goudvink"])).found).toEqual([]);
  expect(await db.$count(audit, eq(audit.scope, own?.id as string))).toBe(0);
  expect(await db.$count(registration, matches(registration, { dialogueId: here.dialogueId, state: "admitted" }))).toBe(4);
  expect(await db.$count(networkCircle, eq(networkCircle.id, circle))).toBe(1);
  const { rows } = await db.execute(sql`select from person where mail like '%@zorg.example' and erased_at is null`);
  expect(rows).toHaveLength(4);
});

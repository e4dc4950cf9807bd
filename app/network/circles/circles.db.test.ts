import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type FreshDatabase, freshDatabase } from "../../../tests/database.ts";
import { makeMorning } from "../../../tests/morning.ts";
import { postOf } from "../../../tests/registrants.ts";
import type {
  CircleDateId,
  CircleId,
  CommitmentId,
  DialogueId,
  MemberId,
  NoteId,
  PersonId,
  PracticeId,
} from "../../platform/ids.ts";
import { seedAreas } from "../../prepare/areas/areas.server.ts";
import { networkPractice, networkPracticeVersion } from "../library/tables.ts";
import { type FoundPlace, findPlaceNamed } from "../people/areas.server.ts";
import { findColleagues } from "../people/colleagues.server.ts";
import { allOff } from "../people/member.ts";
import { findMember, leaveNetwork, type Member } from "../people/members.server.ts";
import { networkCommitment, networkMember } from "../tables.ts";
import { answerDates, listDates, proposeDates, setMeeting } from "./circle-dates.server.ts";
import { addNote, listNotes, listTied, tieCommitment } from "./circle-notes.server.ts";
import { endCircle, findCircle, joinCircle, leaveCircle, listCircles, makeCircle, sweepConsultations } from "./circles.server.ts";
import { networkCircle, networkCirclePerson } from "./tables.ts";

let database: FreshDatabase;
let dialogueId: DialogueId;
let people: readonly PersonId[];
let members: MemberId[];

const at = (n: number) => ({ dialogueId, personId: people[n] as PersonId });
const fresh = <T extends string>() => crypto.randomUUID() as T;
const group = { kind: "group" as const, title: "Schulden bij jongeren", about: "Vroeg erbij zijn.", theme: null };
const question = { kind: "consultation" as const, title: "Wie gaat erover?", about: "Twee wijkteams, één gezin.", theme: null };

beforeAll(async () => {
  database = await freshDatabase();
  const morning = await makeMorning(database.db, 7);
  ({ dialogueId, people } = morning);
  const places = ["GM0193", "GM0193", "GM0363", "GM0034", "GM0193", "GM0166", "GM0363"];
  const rows = await database.db
    .insert(networkMember)
    .values(
      people.map((personId, n) => ({
        ...{ dialogueId, personId, name: `Lid ${n}`, municipality: places[n] ?? null },
        shown: { ...allOff, name: n === 5 ? ("off" as const) : ("members" as const), area: "members" as const },
      })),
    )
    .returning({ id: networkMember.id });
  members = rows.map(({ id }) => id);
});
afterAll(async () => {
  await database?.[Symbol.asyncDispose]();
});

test("a working group is open to members; who is in it, notes and dates are for who joined [NW23]", async () => {
  const { db } = database;
  const id = fresh<CircleId>();
  const number = await makeCircle(db, at(0), id, group, []);
  expect(await makeCircle(db, at(0), id, group, [])).toBe(number);
  expect((await listCircles(db, at(1))).map(({ title, people: n, mine }) => [title, n, mine])).toEqual([[group.title, 1, null]]);
  await expect(addNote(db, at(1), id, fresh<NoteId>(), "Erbuiten")).rejects.toMatchObject({ code: "gone" });
  await joinCircle(db, at(1), id);
  await joinCircle(db, at(1), id);
  const note = fresh<NoteId>();
  await addNote(db, at(1), id, note, "Dinsdag bellen we de scholen.");
  await addNote(db, at(1), id, note, "Dinsdag bellen we de scholen.");
  const found = await findCircle(db, at(0), number);
  expect(found?.people.map(({ name }) => name)).toEqual(["Lid 0", "Lid 1"]);
  expect((await listNotes(db, found?.circle as typeof networkCircle.$inferSelect)).map(({ text }) => text)).toEqual([
    "Dinsdag bellen we de scholen.",
  ]);
  const promise = {
    id: fresh<CommitmentId>(),
    dialogueId,
    personId: people[1] as PersonId,
    what: "Scholen bellen",
    due: "2031-01-01",
  };
  await db.insert(networkCommitment).values(promise);
  await expect(tieCommitment(db, at(0), id, promise.id)).rejects.toMatchObject({ code: "gone" });
  await tieCommitment(db, at(1), id, promise.id);
  expect(
    (await listTied(db, at(0), found?.circle as typeof networkCircle.$inferSelect)).tied.map(({ what, by }) => [what, by]),
  ).toEqual([["Scholen bellen", "Lid 1"]]);
  // who made it leaves: the group goes on
  await leaveCircle(db, at(0), id);
  expect((await findCircle(db, at(1), number))?.leads).toBe(true);
  await expect(endCircle(db, at(0), id)).rejects.toMatchObject({ code: "gone" });
  await endCircle(db, at(1), id);
  for (const table of ["network_circle", "network_circle_person", "network_circle_note"])
    expect((await db.execute(`select from ${table}`)).rows, table).toEqual([]);
  const [kept] = await db.select().from(networkCommitment).where(eq(networkCommitment.id, promise.id));
  expect(kept).toMatchObject({ what: "Scholen bellen", circleId: null });
});

test("a working group may be for an area, and has entries of the library from there [NW23]", async () => {
  const { db } = database;
  await seedAreas(db);
  const place = (await findPlaceNamed(db, "Enschede")) as FoundPlace;
  const id = fresh<CircleId>();
  const number = await makeCircle(db, at(0), id, group, [], place);
  expect((await listCircles(db, at(1))).map(({ area }) => area)).toEqual(["Enschede"]);
  const found = await findCircle(db, at(0), number);
  expect(found?.area).toBe("Enschede");
  const words = { title: "Bellen voor brieven", situation: "", done: "", took: "", gave: "", conditions: "", links: "" };
  const [entry] = await db
    .insert(networkPractice)
    .values({ ...at(1), number: 90, version: 1, published: 1, words, areaCode: place.code, areaYear: place.year })
    .returning({ id: networkPractice.id });
  await db.insert(networkPracticeVersion).values({ practiceId: entry?.id as PracticeId, version: 1, words });
  const { practices } = await listTied(db, at(0), found?.circle as typeof networkCircle.$inferSelect);
  expect(practices.map(({ title }) => title)).toEqual(["Bellen voor brieven"]);
  await endCircle(db, at(0), id);
});

test("a date is chosen by what suits most, and told to who is in it [NW23]", async () => {
  const { db } = database;
  const id = fresh<CircleId>();
  const number = await makeCircle(db, at(0), id, group, []);
  for (const n of [1, 2]) await joinCircle(db, at(n), id);
  const [early, late] = [new Date("2031-03-03T09:00:00Z"), new Date("2031-03-04T09:00:00Z")];
  await expect(proposeDates(db, at(1), id, [early])).rejects.toMatchObject({ code: "gone" });
  await proposeDates(db, at(0), id, [early, late]);
  const [first, second] = (await listDates(db, id, at(1).personId)).map((one) => one.id) as [CircleDateId, CircleDateId];
  await answerDates(db, at(1), id, [
    { date: first, answer: "no" },
    { date: second, answer: "maybe" },
  ]);
  await answerDates(db, at(1), id, [{ date: first, answer: "yes" }]);
  await answerDates(db, at(2), id, [{ date: fresh<CircleDateId>(), answer: "yes" }]);
  expect((await listDates(db, id, at(1).personId)).map(({ mine, counts }) => [mine, counts])).toEqual([
    ["yes", [1, 0, 0]],
    ["maybe", [0, 1, 0]],
  ]);
  await setMeeting(db, at(0), id, { startsAt: early, place: "Buurthuis De Spil" });
  await setMeeting(db, at(0), id, { startsAt: early, place: "Buurthuis De Spil" });
  expect((await findCircle(db, at(2), number))?.circle).toMatchObject({
    meetsAt: early,
    place: "Buurthuis De Spil",
    sequence: 1,
  });
  expect(await listDates(db, id, at(1).personId)).toEqual([]);
  const letters = (await postOf(db).deliver()).filter(({ kind }) => kind === "network.circle");
  expect(
    letters
      .filter(({ text }) => text.includes("Buurthuis De Spil"))
      .map(({ to }) => to)
      .sort(),
  ).toEqual(["deelnemer2@morgen.example", "deelnemer3@morgen.example"]);
  expect(letters.find(({ text }) => text.includes("Zeg wanneer u kunt"))?.text).toMatch(/\/mee\/[\w-]+\?naar=groepen/);
  await endCircle(db, at(0), id);
});

test("a consultation is seen by who was asked alone, and goes by itself a week after its meeting [NW24]", async () => {
  const { db } = database;
  const me = (await findMember(db, at(0))) as Member;
  const colleagues = await findColleagues(db, me);
  // who shows no name is not proposed; the nearest come first
  expect(
    colleagues
      .map(({ name }) => name)
      .slice(0, 2)
      .sort(),
  ).toEqual(["Lid 1", "Lid 4"]);
  expect(colleagues.some(({ name }) => name === "Lid 5")).toBe(false);
  const id = fresh<CircleId>();
  await expect(makeCircle(db, at(0), id, question, members.slice(1, 3))).rejects.toMatchObject({ code: "few" });
  const number = await makeCircle(db, at(0), id, question, members.slice(1, 4));
  const letters = (await postOf(db).deliver()).filter(({ kind }) => kind === "network.circle");
  expect(letters.map(({ to }) => to).sort()).toEqual([1, 2, 3].map((n) => `deelnemer${n + 1}@morgen.example`));
  for (const { text } of letters) expect(text).not.toContain("één gezin");
  expect(await findCircle(db, at(5), number)).toBeNull();
  expect(await listCircles(db, at(5))).toEqual([]);
  await expect(joinCircle(db, at(5), id)).rejects.toMatchObject({ code: "gone" });
  await joinCircle(db, at(1), id);
  await leaveCircle(db, at(3), id);
  expect((await findCircle(db, at(1), number))?.people.map(({ name, joinedAt }) => [name, joinedAt !== null])).toEqual([
    ["Lid 0", true],
    ["Lid 1", true],
    ["Lid 2", false],
  ]);
  await addNote(db, at(1), id, fresh<NoteId>(), "Vertrouwelijk");
  await setMeeting(db, at(0), id, { startsAt: new Date("2031-03-03T09:00:00Z"), place: "" });
  expect(await sweepConsultations(db, new Date("2031-03-09T09:00:00Z"))).toBe(0);
  expect(await sweepConsultations(db, new Date("2031-03-11T09:00:00Z"))).toBe(1);
  expect(await db.$count(networkCircle)).toBe(0);
  expect(await db.$count(networkCirclePerson)).toBe(0);
});

test("who leaves the network takes their consultation along, and leaves a group to the others", async () => {
  const { db } = database;
  const [mine, ours] = [fresh<CircleId>(), fresh<CircleId>()];
  await makeCircle(db, at(6), mine, question, members.slice(1, 4));
  await makeCircle(db, at(6), ours, group, []);
  await joinCircle(db, at(2), ours);
  await addNote(db, at(6), ours, fresh<NoteId>(), "Kanarie");
  await leaveNetwork(db, at(6));
  const left = await db.select().from(networkCircle);
  expect(left.map(({ id, personId }) => [id, personId])).toEqual([[ours, people[2]]]);
  expect((await db.execute("select from network_circle_note")).rows).toEqual([]);
});

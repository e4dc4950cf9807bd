import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type FreshDatabase, freshDatabase } from "../../../tests/database.ts";
import { findRegistration, type OpenDialogue, openDialogue, postOf, register } from "../../../tests/registrants.ts";
import { scanEverywhere } from "../../../tests/scan.ts";
import { measure } from "../../dialogue/people/tables.ts";
import { dialogue, person } from "../../dialogue/tables.ts";
import type { FieldId, MemberId, MessageId, PersonId } from "../../platform/ids.ts";
import { mail } from "../../platform/mail/tables.ts";
import { readAreas } from "../../prepare/areas/area.ts";
import { replaceAreas, seedAreas } from "../../prepare/areas/areas.server.ts";
import { consent } from "../../prepare/registration/tables.ts";
import { erasePerson } from "../../privacy/erase/erase.server.ts";
import { findMyData } from "../../privacy/my-data/my-data.server.ts";
import { blockMember, listThreads, reportMessage, writeMessage } from "../inbox/messages.server.ts";
import { findPlaceNamed } from "../people/areas.server.ts";
import { findCard, type Question, searchMembers } from "../people/directory.server.ts";
import { allOff, cardShape, type Shown, type Viewer } from "../people/member.ts";
import { findMember, leaveNetwork, saveMember } from "../people/members.server.ts";
import { listProvinces } from "../people/provinces.server.ts";
import { networkMember, networkMessage } from "../tables.ts";
import { listReports, settleReport } from "./reports.server.ts";

let database: FreshDatabase;
let here: OpenDialogue;
let there: OpenDialogue;
const people: PersonId[] = [];

beforeAll(async () => {
  database = await freshDatabase();
  const { db } = database;
  here = await openDialogue(db);
  there = await openDialogue(db);
  for (const name of ["noor", "sam", "bo", "kim"]) {
    await register(db, here, `${name}@zorg.example`);
    people.push((await findRegistration(db, here, `${name}@zorg.example`)).personId);
  }
});
afterAll(() => database[Symbol.asyncDispose]());

const shows = (shown: Partial<Shown>) =>
  Object.fromEntries(Object.entries({ ...allOff, ...shown }).map(([part, circle]) => [`toon-${part}`, circle]));
const all = { name: "members", does: "members", area: "members", offers: "members", looksFor: "members" } as const;
const formOf = (words: object, shown: Partial<Shown> = all) =>
  cardShape.parse({ name: "Noor", fields: [], languages: ["nl"], ...words, ...shows(shown) });
const at = (n: number, dialogueId = here.dialogueId) => ({ dialogueId, personId: people[n] as PersonId });
const zwolle = { code: "GM0193", year: 2025, name: "Zwolle", municipality: "GM0193" };
const question: Question = { words: "", field: null, offers: false, municipality: null, within: 25, page: 1 };
const search = async (words: Partial<Question>, viewer: Viewer = "members", dialogueId = here.dialogueId) =>
  (
    await searchMembers(database.db, dialogueId, { ...question, ...words }, { viewer, personId: null, day: "2027-01-01" })
  ).cards.map(({ name }) => name);
const memberId = async (n: number) => (await findMember(database.db, at(n)))?.id as MemberId;
const newId = () => crypto.randomUUID() as MessageId;

test("[NW1, NW3] who joins shows nothing until they choose so; the consent is kept with its text", async () => {
  const { db } = database;
  const join = () => saveMember(db, at(0), formOf({ offers: "Schuldhulpverlening voor jongeren" }, {}), null);
  await Promise.all([join(), join()]);
  expect(await db.$count(networkMember), "in two tabs at once").toBe(1);
  expect(await search({})).toEqual([]);
  expect(await db.select({ given: consent.given }).from(consent).where(eq(consent.purpose, "network"))).toEqual([
    { given: true },
  ]);
  await saveMember(db, at(0), formOf({ offers: "Schuldhulpverlening voor jongeren", fields: [here.fields[0]] }), zwolle);
  expect(await search({})).toEqual(["Noor"]);
  expect(await db.$count(consent, eq(consent.purpose, "network"))).toBe(1);
});

test("[NW5, NW6] found by another form of a word, by a part of a compound, by area, field and offer", async () => {
  const { db } = database;
  await saveMember(
    db,
    at(1),
    formOf({ name: "Sam", looksFor: "Hulp bij taal", fields: [here.fields[1]] }, { ...all, fields: "members" }),
    {
      ...{ code: "GM0363", year: 2025, name: "Amsterdam", municipality: "GM0363" },
    },
  );
  expect(await search({ words: "schulden" })).toEqual(["Noor"]);
  expect(await search({ words: "jongere" })).toEqual(["Noor"]);
  expect((await search({ words: "hulp" })).sort()).toEqual(["Noor", "Sam"]);
  expect(await search({ words: "fietsen" })).toEqual([]);
  expect(await search({ words: "de het een" })).toEqual([]);
  expect(await search({ municipality: "GM0193" })).toEqual(["Noor"]);
  expect(await search({ municipality: "GM0193", within: 100 })).toEqual(["Noor", "Sam"]);
  expect(await search({ offers: true })).toEqual(["Noor"]);
  expect(await search({ field: here.fields[1] as FieldId })).toEqual(["Sam"]);
  expect(await search({ field: here.fields[0] as FieldId }), "a field that is shown to nobody").toEqual([]);
  await seedAreas(db);
  expect(await search({ province: "PV23" })).toEqual(["Noor"]);
  expect(await search({ province: "PV23" }, "public")).toEqual([]);
  const seen = await listProvinces(db, here.dialogueId, "members");
  expect(seen).toHaveLength(12);
  expect(
    seen.every(({ people }) => people === null),
    "fewer than five are not counted out [NW27]",
  ).toBe(true);
});

test("[NW2] each circle finds by what is theirs to read, and not by the rest", async () => {
  const { db } = database;
  const shown = { name: "members", offers: "public" } as const;
  await saveMember(db, at(2), formOf({ name: "Bo", does: "Brandweer", offers: "Rekenhulp" }, shown), null);
  expect(await search({ words: "rekenen" })).toEqual([]);
  expect(await search({ words: "rekenhulp" }, "public")).toEqual([""]);
  expect(await search({ words: "rekenhulp" }, "members")).toEqual(["Bo"]);
  expect(await search({ words: "Bo" }, "public")).toEqual([]);
  expect(await search({ words: "brandweer" })).toEqual([]);
  await saveMember(db, at(2), formOf({ name: "Bo", offers: "Rekenhulp" }, {}), null);
  expect(await search({ words: "rekenhulp" }, "public"), "hidden again, at once").toEqual([]);
});

test("the network of one dialogue is not seen in another", async () => {
  expect(await search({}, "members", there.dialogueId)).toEqual([]);
  await expect(
    saveMember(database.db, at(0), formOf({ fields: [there.fields[0]] }), null),
    "nor are its fields",
  ).rejects.toMatchObject({ code: "gone" });
});

test("[NW8, NW9] a message goes by mail without an address, once; both read the same", async () => {
  const { db } = database;
  const post = postOf(db);
  await post.deliver();
  const id = newId();
  const write = () => writeMessage(db, at(0), to, { id, text: "Mag ik eens langskomen?", sharesMail: false });
  const to = await memberId(1);
  await Promise.all([write(), write()]);
  const letters = (await post.deliver()).filter(({ kind }) => kind === "network.message");
  expect(letters).toHaveLength(1);
  expect(letters[0]).toMatchObject({ to: "sam@zorg.example", subject: "Noor schreef u een bericht (netwerk ‘Veerkracht’)" });
  expect(letters[0]?.text).toContain("Mag ik eens langskomen?");
  expect(letters[0]?.text).toMatch(/\/mee\/[\w-]{20,}\?naar=berichten/);
  expect(letters[0]?.text).not.toContain("noor@zorg.example");
  await writeMessage(db, at(1), await memberId(0), { id: newId(), text: "Graag.", sharesMail: true });
  const [mine] = await listThreads(db, at(0));
  const [theirs] = await listThreads(db, at(1));
  const said = (thread: typeof mine) => thread?.lines.map(({ text }) => text);
  expect(said(mine)).toEqual(["Mag ik eens langskomen?", "Graag."]);
  expect(said(theirs)).toEqual(said(mine));
  expect(mine?.lines[1]?.mail).toBe("sam@zorg.example");
  expect(theirs?.lines[0]?.mail).toBeNull();
});

test("[NW10, NW11] blocking and reporting hold at once; the team reads what was reported and no more", async () => {
  const { db } = database;
  const [noor, sam] = [await memberId(0), await memberId(1)];
  await blockMember(db, at(1), noor, true);
  const write = () => writeMessage(db, at(0), sam, { id: newId(), text: "Hallo?", sharesMail: false });
  await expect(write()).rejects.toMatchObject({ code: "not-reachable" });
  await blockMember(db, at(1), noor, false);
  await write();
  const theirs = (await listThreads(db, at(1)))[0]?.lines.find(({ text }) => text === "Hallo?");
  await expect(reportMessage(db, at(2), noor, theirs?.id as MessageId, "Niet van mij"), "of others").rejects.toMatchObject({
    code: "gone",
  });
  await reportMessage(db, at(1), noor, theirs?.id as MessageId, "Te opdringerig");
  await expect(write()).rejects.toMatchObject({ code: "not-reachable" });
  expect(await listReports(db, here.dialogueId)).toMatchObject([{ text: "Hallo?", reason: "Te opdringerig", writer: "Noor" }]);
  expect(await listReports(db, there.dialogueId)).toEqual([]);
  await settleReport(db, here.dialogueId, people[3] as PersonId, theirs?.id as MessageId);
  expect(await listReports(db, here.dialogueId)).toEqual([]);
});

test("who is no member, was removed, or whose dialogue is closed, writes nothing", async () => {
  const { db } = database;
  const words = { id: newId(), text: "Hoi", sharesMail: false };
  await expect(writeMessage(db, at(3), await memberId(1), words)).rejects.toMatchObject({ code: "not-member" });
  await expect(writeMessage(db, at(0), await memberId(2), words), "whose card is shown to nobody").rejects.toMatchObject({
    code: "gone",
  });
  const taken = { sessionId: here.sessionId, personId: people[3] as PersonId, byId: people[0] as PersonId };
  const [made] = await db
    .insert(measure)
    .values({ ...taken, kind: "removed", reason: "test" })
    .returning({ id: measure.id });
  await expect(saveMember(db, at(3), formOf({}), null)).rejects.toMatchObject({ code: "removed" });
  await db.delete(measure).where(eq(measure.id, made?.id as string));
  await db.update(dialogue).set({ state: "archived" }).where(eq(dialogue.id, here.dialogueId));
  await expect(saveMember(db, at(3), formOf({}), null)).rejects.toMatchObject({ code: "not-now" });
  await db.update(dialogue).set({ state: "open" }).where(eq(dialogue.id, here.dialogueId));
});

test("[NW1] one person record throughout: a member keeps registration and mail", async () => {
  const { db } = database;
  expect(await db.$count(person, eq(person.mail, "noor@zorg.example"))).toBe(1);
  const mine = await findRegistration(db, here, "noor@zorg.example");
  expect(mine).toMatchObject({ personId: people[0], state: "admitted" });
  const kinds = await db
    .select({ kind: mail.kind })
    .from(mail)
    .where(eq(mail.personId, people[0] as PersonId));
  expect(kinds.map(({ kind }) => kind)).toEqual(expect.arrayContaining(["registration.admitted", "network.message"]));
});

/** Each part of what somebody leaves in the network has a word of its own. */
const canary = {
  name: "Kanariegeel",
  does: "Kanariebaas",
  offers: "Kanariezang",
  looksFor: "Kanarievoer",
  text: "Kanariebrief",
  late: "Kanarielaat",
};
async function sing(n: number): Promise<void> {
  const { db } = database;
  await saveMember(db, at(n), formOf(canary, { ...all, offers: "public" }), zwolle);
  await saveMember(db, at(2), formOf({ name: "Bo" }), null);
  const bo = await memberId(2);
  await writeMessage(db, at(n), bo, { id: newId(), text: canary.text, sharesMail: true });
  await postOf(db).deliver();
  await writeMessage(db, at(n), bo, { id: newId(), text: canary.late, sharesMail: true });
  await writeMessage(db, at(2), await memberId(n), { id: newId(), text: "Antwoord van Bo", sharesMail: false });
}

test("[NW4] who leaves is gone: card, search, messages, mail that waits, the data file; the registration stays", async () => {
  const { db } = database;
  await sing(3);
  const words = Object.values(canary);
  expect(new Set((await scanEverywhere(db, words)).found.map(({ needle }) => needle)).size).toBe(words.length);
  for (const word of words) expect(JSON.stringify(await findMyData(db, people[3] as PersonId))).toContain(word);
  await leaveNetwork(db, at(3));
  expect((await scanEverywhere(db, [...words, "kanarie"])).found).toEqual([]);
  expect(await search({ words: "kanariezang" }, "public")).toEqual([]);
  expect((await postOf(db).deliver()).filter(({ text }) => text.includes("anarie"))).toEqual([]);
  expect(JSON.stringify(await findMyData(db, people[3] as PersonId))).not.toContain("anarie");
  expect((await findRegistration(db, here, "kim@zorg.example")).name).toBe("kim");
  expect(await db.$count(networkMessage, eq(networkMessage.toId, people[3] as PersonId))).toBe(0);
  await leaveNetwork(db, at(3));
});

test("[NW4] who is erased is gone from the network too", async () => {
  const { db } = database;
  await sing(3);
  await erasePerson(db, people[3] as PersonId, { person: people[3] as PersonId });
  expect((await scanEverywhere(db, ["kanarie"])).found).toEqual([]);
  expect(await db.$count(networkMember, eq(networkMember.personId, people[3] as PersonId))).toBe(0);
});

test("[NW6] a municipality that went into another: who is there keeps its name, and is near by the new one", async () => {
  const { db } = database;
  await saveMember(db, at(0), formOf({ name: "Noor" }), zwolle);
  const head = "code,naam,bovenliggende code,jaar,voorheen";
  const { areas } = readAreas(`${head}\nPV23,Overijssel,,2027,\nGM1999,Nieuwstad,PV23,2027,GM0193 GM0166\n`);
  await replaceAreas(db, people[1] as PersonId, areas, "2027");
  const place = await findPlaceNamed(db, "Nieuwstad");
  expect(place).toMatchObject({ code: "GM1999", municipality: "GM0193" });
  expect(await search({ municipality: "GM0193" })).toContain("Noor");
  expect(await search({ province: "PV23" })).toContain("Noor");
  const found = await findCard(db, here.dialogueId, await memberId(0), { viewer: "members", personId: null });
  expect(found?.card.area).toBe("Zwolle");
  const overijssel = (await listProvinces(db, here.dialogueId, "members")).filter(({ code }) => code === "PV23");
  expect(overijssel).toHaveLength(1);
});

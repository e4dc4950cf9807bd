import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type FreshDatabase, freshDatabase } from "../../../tests/database.ts";
import { findRegistration, type OpenDialogue, openDialogue, postOf, register } from "../../../tests/registrants.ts";
import { contribution } from "../../contribution/tables.ts";
import type { Db } from "../../platform/database/change.server.ts";
import { matches } from "../../platform/database/matches.server.ts";
import type { AskId, MessageId, PersonId } from "../../platform/ids.ts";
import { mail } from "../../platform/mail/tables.ts";
import { prepareDigest } from "../digest/digest.server.ts";
import { blockMember, listThreads, writeMessage } from "../inbox/messages.server.ts";
import { allOff, cardShape } from "../people/member.ts";
import { findMember, leaveNetwork, saveMember } from "../people/members.server.ts";
import { readNeeds } from "../people/needs.server.ts";
import { networkAsk, networkDigest, networkNeed } from "../tables.ts";
import { type AskKind, askShape } from "./ask.ts";
import { type Ask, addAsk, findAsk, listAlone, listAsks, moveAsk } from "./asks.server.ts";
import { matchesFor } from "./matches.server.ts";

let database: FreshDatabase;
let here: OpenDialogue;
const people: PersonId[] = [];
const at = (n: number) => ({ dialogueId: here.dialogueId, personId: people[n] as PersonId });
const newId = () => crypto.randomUUID() as AskId;
const zwolle = { code: "GM0193", year: 2025, name: "Zwolle", municipality: "GM0193" };

async function member(n: number, words: object, part: Partial<typeof allOff> = {}): Promise<void> {
  const shown = { ...allOff, name: "members", offers: "members", looksFor: "members", area: "members", ...part };
  const circles = Object.fromEntries(Object.entries(shown).map(([name, circle]) => [`toon-${name}`, circle]));
  const form = cardShape.parse({ name: `Lid ${n}`, fields: [], languages: [], digest: "on", ...words, ...circles });
  await saveMember(database.db, at(n), form, zwolle);
}
const ask = (n: number, kind: AskKind, title: string, id = newId()) =>
  addAsk(database.db, at(n), id, askShape.parse({ kind, title, fields: [] }), null);

beforeAll(async () => {
  database = await freshDatabase();
  const { db } = database;
  here = await openDialogue(db);
  for (let n = 0; n < 4; n++) {
    await register(db, here, `lid${n}@zorg.example`);
    people.push((await findRegistration(db, here, `lid${n}@zorg.example`)).personId);
  }
  await member(0, { looksFor: "Ervaring met schuldhulp" });
  await member(1, { offers: "Schuldhulpverlening aan jongeren" });
  await member(2, { offers: "Taalles" });
});
afterAll(() => database[Symbol.asyncDispose]());

test("[NW12] an ask is made once, has a number, and is found by its words", async () => {
  const { db } = database;
  const id = newId();
  expect(
    await Promise.all([
      ask(0, "ask", "Wie heeft ervaring met schulden?", id),
      ask(0, "ask", "Wie heeft ervaring met schulden?", id),
    ]),
  ).toEqual([1, 1]);
  expect(await ask(2, "offer", "Taalles op school")).toBe(2);
  const list = async (words: string, kind: AskKind | null = null) =>
    (await listAsks(db, at(1), { kind, words, all: false, page: 1 })).asks.map(({ number }) => number);
  expect(await list("")).toEqual([2, 1]);
  expect(await list("schuld")).toEqual([1]);
  expect(await list("", "offer")).toEqual([2]);
  await expect(ask(3, "ask", "Ik ben geen lid")).rejects.toMatchObject({ code: "not-member" });
  await expect(
    addAsk(db, at(0), newId(), askShape.parse({ kind: "ask", title: "x", fields: [crypto.randomUUID()] }), null),
  ).rejects.toMatchObject({
    code: "gone",
  });
});

test("[NW13] it is matched to people, to what is offered and to needs, with the words that say why", async () => {
  const { db } = database;
  const need = { dialogueId: here.dialogueId, sessionId: here.sessionId, kind: "need" as const, shared: "all" as const };
  await db.insert(contribution).values([
    { ...need, number: 900, text: "Gezinnen met schulden weten de weg niet", personId: people[2] as PersonId },
    { ...need, number: 901, text: "Schulden, maar niet gedeeld", shared: "private", personId: people[2] as PersonId },
  ] as never);
  expect(await readNeeds(db), "only what everybody could read").toBe(1);
  const found = await findAsk(db, here.dialogueId, 1);
  const matches = await matchesFor(db, found?.ask as Ask);
  expect(matches.map(({ kind, title }) => [kind, title])).toEqual([
    ["person", "Lid 1"],
    ["need", "Gezinnen met schulden weten de weg niet"],
  ]);
  expect(matches[0]?.reason).toEqual({ words: ["schuldhulpverlening"], sameField: false, km: null });
  await member(1, { offers: "Schuldhulpverlening aan jongeren" }, { offers: "off", does: "members" });
  expect(
    (await matchesFor(db, found?.ask as Ask)).map(({ kind }) => kind),
    "hidden is not matched",
  ).toEqual(["need"]);
  await member(1, { offers: "Schuldhulpverlening aan jongeren" }, { name: "off" });
  expect((await matchesFor(db, found?.ask as Ask))[0]?.title, "nor is a hidden name told").toBe("");
  await member(1, { offers: "Schuldhulpverlening aan jongeren" });
  const needs = async () => (await matchesFor(db, found?.ask as Ask)).filter(({ kind }) => kind === "need").length;
  const one = eq(contribution.number, 900);
  await db.update(contribution).set({ shared: "group" }).where(one);
  expect(await needs(), "hidden with the commit").toBe(0);
  await db.update(contribution).set({ shared: "all", text: "Er is geen plein" }).where(one);
  expect(await db.$count(networkNeed), "stems go with the words they were of").toBe(0);
  expect([await readNeeds(db), await readNeeds(db)]).toEqual([1, 0]);
  expect(await needs()).toBe(0);
  await db.update(contribution).set({ text: "Gezinnen met schulden weten de weg niet" }).where(one);
  await readNeeds(db);
  expect(await needs()).toBe(1);
});

test("[NW13] what is said of everything is no reason", async () => {
  const { db } = database;
  await member(2, { offers: "Ik werk in de wijk en help bewoners van de gemeente met hun vragen" });
  const of = async (title: string) => {
    const id = newId();
    const number = await ask(0, "ask", title, id);
    const found = await findAsk(db, here.dialogueId, number);
    const people = (await matchesFor(db, found?.ask as Ask)).filter(({ kind }) => kind === "person");
    await db.delete(networkAsk).where(eq(networkAsk.id, id));
    return people.map((one) => [one.title, ...one.reason.words]);
  };
  expect(await of("Wie werkt er in de wijk en helpt bewoners verder?")).toEqual([]);
  expect(await of("Welke wijkagent helpt jongeren in de wijk?")).toEqual([["Lid 1", "jongeren"]]);
  await member(2, { offers: "Taalles" });
});

test("[NW12, NW14] who reacts is thanked; what nobody reacts to comes to the weaver after two weeks", async () => {
  const { db } = database;
  const later = new Date(Date.now() + 15 * 86_400_000);
  const alone = async () => (await listAlone(db, here.dialogueId, 14, later)).map(({ number }) => number);
  expect(await listAlone(db, here.dialogueId, 14, new Date())).toEqual([]);
  expect(await alone()).toEqual([1, 2]);
  const found = await findAsk(db, here.dialogueId, 1);
  const asker = found?.member as never;
  const about = found?.ask.id as AskId;
  const post = postOf(db);
  await post.deliver();
  await writeMessage(db, at(1), asker, { id: crypto.randomUUID() as MessageId, text: "Ik.", sharesMail: true, about });
  const letter = (await post.deliver()).find(({ kind }) => kind === "network.message");
  expect(letter?.subject).toBe("Lid 1 reageert op ‘Wie heeft ervaring met schulden?’");
  expect(letter?.text).toContain("reageert op uw vraag ‘Wie heeft ervaring met schulden?’");
  expect(letter?.text).toContain("Lid 1 stuurde een e-mailadres mee: lid1@zorg.example");
  expect(letter?.text).toContain("Lid 1 ziet uw e-mailadres niet.");
  expect((await listThreads(db, at(0)))[0]?.lines[0]?.about).toEqual({ number: 1, title: "Wie heeft ervaring met schulden?" });
  expect(await alone()).toEqual([2]);
  await expect(moveAsk(db, at(1), about, "answer", ""), "of another").rejects.toMatchObject({ code: "gone" });
  await moveAsk(db, at(0), about, "answer", "Dank, dit hielp.");
  await moveAsk(db, at(0), about, "answer", "Dank, dit hielp.");
  expect((await listThreads(db, at(1)))[0]?.lines.map(({ text }) => text)).toEqual(["Ik.", "Dank, dit hielp."]);
  expect((await findAsk(db, here.dialogueId, 1))?.ask).toMatchObject({ state: "answered", thanks: "Dank, dit hielp." });
  await expect(
    writeMessage(db, at(2), asker, { id: crypto.randomUUID() as MessageId, text: "Ik ook.", sharesMail: false, about }),
  ).rejects.toMatchObject({ code: "gone" });
});

test("[NW15] once a week what fits, at most five, the newest first, with why; nobody hears of one thing twice", async () => {
  const { db } = database;
  const post = postOf(db);
  await post.deliver();
  for (let n = 0; n < 7; n++) await ask(0, "ask", `Vraag ${n} over schuldhulp`);
  await ask(1, "offer", "Schuldhulp op het spreekuur");
  const monday = new Date("2027-01-04T06:00:00Z");
  await db.update(networkAsk).set({ createdAt: new Date("2027-01-02T12:00:00Z") });
  expect(await prepareDigest(db, here.dialogueId, monday)).toBe(2);
  expect(await prepareDigest(db, here.dialogueId, new Date("2027-01-06T06:00:00Z"))).toBe(0);
  const letters = (await post.deliver(new Date("2027-01-04T07:00:00Z"))).filter(({ kind }) => kind === "network.digest");
  expect(letters.map(({ to }) => to).sort()).toEqual(["lid0@zorg.example", "lid1@zorg.example"]);
  const text = letters.find(({ to }) => to === "lid1@zorg.example")?.text ?? "";
  expect([...text.matchAll(/Vraag (\d)/g)].map(([, n]) => Number(n))).toEqual([6, 5, 4, 3, 2]);
  expect(text).toContain("omdat u ‘schuldhulpverlening’ aanbiedt");
  expect(text).toContain("/netwerk/");
  expect(letters.find(({ to }) => to === "lid0@zorg.example")?.text).toContain("omdat u ‘schuldhulp’ zoekt");
  expect(await prepareDigest(db, here.dialogueId, new Date("2027-01-11T06:00:00Z"))).toBe(1);
  const [next] = (await post.deliver(new Date("2027-01-11T07:00:00Z"))).filter(({ kind }) => kind === "network.digest");
  expect([...(next?.text ?? "").matchAll(/Vraag (\d)/g)].map(([, n]) => Number(n))).toEqual([1, 0]);
});

test("[NW15] a block, a closed ask or a tick taken away keeps it out of a letter that waits", async () => {
  const { db } = database;
  const post = postOf(db);
  await ask(0, "ask", "Nieuw over schuldhulp");
  await db
    .update(networkAsk)
    .set({ createdAt: new Date("2027-01-16T12:00:00Z") })
    .where(eq(networkAsk.title, "Nieuw over schuldhulp"));
  expect(await prepareDigest(db, here.dialogueId, new Date("2027-01-18T06:00:00Z"))).toBe(1);
  await blockMember(db, at(1), (await findMember(db, at(0)))?.id as never, true);
  expect((await post.deliver(new Date("2027-01-18T07:00:00Z"))).filter(({ kind }) => kind === "network.digest")).toEqual([]);
  await blockMember(db, at(1), (await findMember(db, at(0)))?.id as never, false);
});

test("[NW13, NW15] without a shared word a shared field nearby is enough, and far away it is not", async () => {
  const { db } = database;
  const fields = [here.fields[0]];
  await member(2, { offers: "Taalles", fields }, { fields: "members" });
  const words = askShape.parse({ kind: "ask", title: "Iemand die meedenkt", fields });
  await addAsk(db, at(0), newId(), words, zwolle);
  await addAsk(
    db,
    at(0),
    newId(),
    { ...words, title: "Iemand ver weg" },
    { code: "GM0935", year: 2025, name: "Maastricht", municipality: "GM0935" },
  );
  await db
    .update(networkAsk)
    .set({ createdAt: new Date("2027-01-23T12:00:00Z") })
    .where(eq(networkAsk.fieldIds, fields as never));
  expect(await prepareDigest(db, here.dialogueId, new Date("2027-01-25T06:00:00Z"))).toBe(1);
  const letters = (await postOf(db).deliver(new Date("2027-01-25T07:00:00Z"))).filter(({ kind }) => kind === "network.digest");
  expect(letters).toMatchObject([{ to: "lid2@zorg.example" }]);
  expect(letters[0]?.text).toContain("Iemand die meedenkt");
  expect(letters[0]?.text).toContain("zelfde vakgebied, zelfde gemeente");
  expect(letters[0]?.text).not.toContain("Iemand ver weg");
});

/** Cut off at any write: what was committed stands, what was not is done again. */
test("[NW15] cut off again and again, everybody still hears exactly once", async () => {
  const { db } = database;
  const extra = 60;
  for (let n = 0; n < extra; n++) {
    const mailAddress = `extra${n}@zorg.example`;
    await db.execute(`insert into person (mail, name) values ('${mailAddress}', 'x')`);
  }
  await db.execute(`insert into network_member (dialogue_id, person_id, name, offers, shown, digest)
    select '${here.dialogueId}', id, 'Extra', 'Schuldhulp', '${JSON.stringify(allOff)}', true from person where mail like 'extra%'`);
  await ask(0, "ask", "Iedereen met schuldhulp?");
  const now = new Date("2027-02-01T06:00:00Z");
  await db
    .update(networkAsk)
    .set({ createdAt: new Date("2027-01-30T12:00:00Z") })
    .where(eq(networkAsk.title, "Iedereen met schuldhulp?"));
  let left = 3;
  const failing = new Proxy(db, {
    get(of, name) {
      if (name !== "transaction") return Reflect.get(of, name);
      return (work: (tx: unknown) => Promise<unknown>) =>
        of.transaction(async (tx) => {
          const done = await work(tx);
          if (left-- > 0) throw new Error("cut off before the commit");
          return done;
        });
    },
  }) as Db;
  for (let time = 0; time < 5; time++) await prepareDigest(failing, here.dialogueId, now).catch(() => {});
  await Promise.all([prepareDigest(db, here.dialogueId, now), prepareDigest(db, here.dialogueId, now)]);
  const week = matches(networkDigest, { dialogueId: here.dialogueId, week: "2027-02-01" });
  expect(await db.$count(networkDigest, week)).toBe(extra + 3);
  const sent = await db
    .select({ who: mail.personId })
    .from(mail)
    .where(eq(mail.event, `${here.dialogueId}:2027-02-01`));
  expect(sent).toHaveLength(extra + 1);
  expect(new Set(sent.map(({ who }) => who)).size).toBe(extra + 1);
});

test("[NW4] the asks of who leaves go along", async () => {
  const { db } = database;
  await leaveNetwork(db, at(0));
  expect(await db.$count(networkAsk, eq(networkAsk.personId, people[0] as PersonId))).toBe(0);
  expect((await listAsks(db, at(1), { kind: null, words: "", all: true, page: 1 })).asks.every(({ by }) => by !== "Lid 0")).toBe(
    true,
  );
});

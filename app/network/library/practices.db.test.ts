import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type FreshDatabase, freshDatabase } from "../../../tests/database.ts";
import { findRegistration, type OpenDialogue, openDialogue, postOf, register } from "../../../tests/registrants.ts";
import { contribution, placement } from "../../contribution/tables.ts";
import { dialogue } from "../../dialogue/tables.ts";
import type { CommitmentId, MemberId, MessageId, PersonId, PracticeId, ThemeId } from "../../platform/ids.ts";
import { seedAreas } from "../../prepare/areas/areas.server.ts";
import { letGo } from "../../privacy/retention/retention.server.ts";
import { theme } from "../../themes/tables.ts";
import { commitmentShape } from "../asks/commitment.ts";
import {
  addCommitment,
  listForMyNeeds,
  listOwnCommitments,
  moveCommitment,
  remindCommitments,
} from "../asks/commitments.server.ts";
import { writeMessage } from "../inbox/messages.server.ts";
import { allOff, cardShape } from "../people/member.ts";
import { leaveNetwork, saveMember } from "../people/members.server.ts";
import { readNeeds } from "../people/needs.server.ts";
import { weave } from "../start/weaver.server.ts";
import { networkCommitment, networkMember } from "../tables.ts";
import { listPractices } from "./library.server.ts";
import { practiceShape } from "./practice.ts";
import {
  findPractice,
  judgePractice,
  listOpenPractices,
  listWaiting,
  savePractice,
  usePractice,
  withdrawPractice,
} from "./practices.server.ts";
import { networkPractice, networkPracticeUse, networkPracticeVersion } from "./tables.ts";

let database: FreshDatabase;
let here: OpenDialogue;
let themeId: ThemeId;
const people: PersonId[] = [];
const at = (n: number) => ({ dialogueId: here.dialogueId, personId: people[n] as PersonId });

beforeAll(async () => {
  database = await freshDatabase();
  const { db } = database;
  here = await openDialogue(db);
  for (let n = 0; n < 3; n++) {
    await register(db, here, `lid${n}@zorg.example`);
    people.push((await findRegistration(db, here, `lid${n}@zorg.example`)).personId);
    const shown = { ...allOff, name: "members", looksFor: "members", offers: "members", fields: "members" };
    const circles = Object.fromEntries(Object.entries(shown).map(([part, circle]) => [`toon-${part}`, circle]));
    const words =
      n === 0 ? { offers: "Schuldhulp aan huis", fields: [here.fields[0]] } : n === 1 ? { looksFor: "Hulp bij schulden" } : {};
    await saveMember(db, at(n), cardShape.parse({ name: `Lid ${n}`, fields: [], languages: [], ...words, ...circles }), null);
  }
  const [made] = await db
    .insert(theme)
    .values({ dialogueId: here.dialogueId, name: "Nabijheid", position: 0 })
    .returning({ id: theme.id });
  themeId = made?.id as ThemeId;
});
afterAll(() => database[Symbol.asyncDispose]());

const id = crypto.randomUUID() as PracticeId;
const form = (version: number, change: object = {}) =>
  practiceShape.parse({
    ...{
      version,
      title: "Vaste gezinswerker",
      situation: "Gezinnen zagen steeds een ander.",
      done: "Eén werker blijft twee jaar.",
    },
    ...{
      took: "4 uur per week",
      gave: "",
      conditions: "",
      links: "https://voorbeeld.example/werkwijze",
      fields: [],
      themes: [themeId],
    },
    ...change,
  });
const listed = async (words: string) =>
  (await listPractices(database.db, here.dialogueId, { words, theme: null, page: 1 })).entries.map(({ title }) => title);

test("[NW16] an entry waits for the team; of a new version the published one stands until it is read", async () => {
  const { db } = database;
  const team = people[2] as PersonId;
  expect(await savePractice(db, at(0), id, form(0), null)).toEqual({ status: "saved", number: 1 });
  expect(await savePractice(db, at(0), id, form(0), null)).toEqual({ status: "saved", number: 1 });
  expect(await listed("")).toEqual([]);
  expect(await listWaiting(db, here.dialogueId)).toMatchObject([{ by: "Lid 0", practice: { version: 1 } }]);
  const post = postOf(db);
  const heard = async () => (await post.deliver()).filter(({ kind }) => kind === "network.practice");
  await judgePractice(db, here.dialogueId, team, id, { publish: false, version: 1, reason: "Noem ook de kosten." });
  const [back] = await heard();
  expect(back).toMatchObject({ to: "lid0@zorg.example", subject: expect.stringContaining("Het team vraagt iets te wijzigen") });
  expect(back?.text).toContain("Noem ook de kosten.");
  await savePractice(db, at(0), id, form(1, { took: "4 uur en 500 euro" }), null);
  await expect(
    judgePractice(db, here.dialogueId, team, id, { publish: true, version: 1 }),
    "read an older one",
  ).rejects.toMatchObject({ code: "gone" });
  await judgePractice(db, here.dialogueId, team, id, { publish: true, version: 2 });
  expect((await heard())[0]?.subject).toContain("staat in de bibliotheek");
  expect(await listed("gezinswerkers")).toEqual(["Vaste gezinswerker"]);
  expect(await listed("nabijheid"), "by the theme it is for").toEqual(["Vaste gezinswerker"]);
  expect(await listed("voetbal")).toEqual([]);
  await savePractice(db, at(0), id, form(2, { title: "Vaste gezinswerker met budget" }), null);
  expect(await listed("")).toEqual(["Vaste gezinswerker"]);
  expect((await savePractice(db, at(0), id, form(2, { title: "Te laat" }), null)).status).toBe("conflict");
  await judgePractice(db, here.dialogueId, team, id, { publish: true, version: 3 });
  expect((await findPractice(db, here.dialogueId, 1))?.versions.map(({ version }) => version)).toEqual([3, 2]);
});

test("[NW16] it is found by a need in its theme, behind what holds the words itself", async () => {
  const { db } = database;
  const need = { dialogueId: here.dialogueId, sessionId: here.sessionId, kind: "need" as const, shared: "all" as const };
  const [asked] = await db
    .insert(contribution)
    .values({ ...need, number: 700, text: "De rekeningen stapelen zich op", personId: people[2] } as never)
    .returning();
  await db.insert(placement).values({ contributionId: asked?.id as never, themeId });
  const found = async (words: string) =>
    (await listPractices(db, here.dialogueId, { words, theme: null, page: 1 })).entries.map((one) => [one.title, one.forTheme]);
  expect(await found("rekening"), "before it was read").toEqual([]);
  expect(await readNeeds(db)).toBe(1);
  expect(await found("rekening")).toEqual([["Vaste gezinswerker met budget", "Nabijheid"]]);
  expect(await found("rekening stapelfout")).toEqual([]);
  expect(await found("gezinswerkers")).toEqual([["Vaste gezinswerker met budget", null]]);
  expect(await found("de het een"), "nothing was asked").toEqual([]);
  await db
    .update(contribution)
    .set({ state: "hidden" })
    .where(eq(contribution.id, asked?.id as never));
  expect(await found("rekening")).toEqual([]);
  await db.delete(placement);
  await db.delete(contribution).where(eq(contribution.id, asked?.id as never));
});

test("[NW28] everybody reads an entry when its writer wants so and the team read it so; taking it back waits for nobody", async () => {
  const { db } = database;
  const open = async () => (await listOpenPractices(db, here.dialogueId)).map(({ words }) => words.title);
  const judged = (version: number) => judgePractice(db, here.dialogueId, people[2] as PersonId, id, { publish: true, version });
  await savePractice(db, at(0), id, form(3, { title: "Voor iedereen", open: "on" }), null);
  expect(await open(), "before the team read it").toEqual([]);
  await judged(4);
  expect(await open()).toEqual(["Voor iedereen"]);
  await savePractice(db, at(0), id, form(4, { title: "Niet meer voor iedereen" }), null);
  expect(await open(), "taken back, before the team read it").toEqual([]);
  await judged(5);
  expect(await open()).toEqual([]);
});

test("[NW17] a colleague says how it went; the last one holds, and nobody says it of their own", async () => {
  const { db } = database;
  await usePractice(db, at(1), id, "fits", "");
  await usePractice(db, at(1), id, "conditions", "Als de gemeente het bedrag vrijgeeft.");
  await expect(usePractice(db, at(0), id, "fits", "")).rejects.toMatchObject({ code: "gone" });
  expect((await findPractice(db, here.dialogueId, 1))?.uses).toMatchObject([{ fit: "conditions", by: "Lid 1" }]);
  await expect(savePractice(db, at(1), id, form(5), null), "of another").rejects.toMatchObject({ code: "gone" });
});

test("[NW18] a commitment is reminded of before and after, once each, until it is told how it went", async () => {
  const { db } = database;
  const post = postOf(db);
  await post.deliver();
  const made = crypto.randomUUID() as CommitmentId;
  const words = commitmentShape.parse({
    what: "Ik stuur de werkwijze rond.",
    withWhom: "Lid 1",
    due: "2027-03-10",
    theme: themeId,
    shared: "on",
  });
  await addCommitment(db, at(0), made, words);
  await addCommitment(db, at(0), made, words);
  const heard = async (day: string) => {
    const now = new Date(`${day}T05:30:00Z`);
    await remindCommitments(db, now);
    await remindCommitments(db, now);
    return (await post.deliver(new Date())).filter(({ kind }) => kind === "network.commitment");
  };
  expect(await heard("2027-03-07")).toEqual([]);
  const [before] = await heard("2027-03-08");
  expect(before?.subject).toBe("Uw toezegging is bijna aan de beurt (‘Veerkracht’)");
  expect(before?.text).toContain("Ik stuur de werkwijze rond. (samen met Lid 1)");
  expect(before?.text).toMatch(/\?naar=toezeggingen/);
  expect(await heard("2027-03-10")).toEqual([]);
  expect((await weave(db, here.dialogueId, new Date("2027-03-12"))).slipping).toMatchObject([
    { what: "Ik stuur de werkwijze rond.", by: "Lid 0" },
  ]);
  expect((await heard("2027-03-11")).map(({ subject }) => subject)).toEqual(["Is het gelukt? Uw toezegging (‘Veerkracht’)"]);
  await moveCommitment(db, at(0), made, "keep");
  await moveCommitment(db, at(0), made, "keep");
  await expect(moveCommitment(db, at(1), made, "drop"), "of another").rejects.toMatchObject({ code: "gone" });
  expect(await listOwnCommitments(db, at(0))).toMatchObject([{ state: "kept" }]);
  expect((await weave(db, here.dialogueId, new Date("2027-03-12"))).slipping).toEqual([]);
});

test("[NW18] what is shared stands where the need is", async () => {
  const { db } = database;
  expect(await listForMyNeeds(db, at(1))).toEqual([]);
  const [need] = await db
    .insert(contribution)
    .values({
      dialogueId: here.dialogueId,
      number: 1,
      kind: "need",
      text: "Een vast gezicht",
      shared: "all",
      personId: people[1] as PersonId,
    } as never)
    .returning({ id: contribution.id });
  await db.insert(placement).values({ contributionId: need?.id, themeId, dialogueId: here.dialogueId } as never);
  expect(await listForMyNeeds(db, at(1))).toMatchObject([
    { what: "Ik stuur de werkwijze rond.", theme: "Nabijheid", state: "kept" },
  ]);
});

test("[NW19] the weaver sees who is alone, where it is thin, and who could help whom with the reason", async () => {
  const { db } = database;
  await seedAreas(db);
  const now = new Date();
  const early = await weave(db, here.dialogueId, now);
  expect([early.members, early.fresh.length, early.lonely.length]).toEqual([3, 3, 0]);
  await db.update(networkMember).set({ joinedAt: new Date(now.getTime() - 40 * 86_400_000) });
  const later = await weave(db, here.dialogueId, now);
  expect(later.lonely.map(({ name }) => name).sort()).toEqual(["Lid 0", "Lid 1", "Lid 2"]);
  expect(later.fresh).toEqual([]);
  expect(later.bridges).toMatchObject([
    { who: "Lid 1", other: "Lid 0", reason: { words: expect.arrayContaining(["schuldhulp"]) } },
  ]);
  const text = { id: crypto.randomUUID() as MessageId, text: "Dag", sharesMail: false };
  await writeMessage(db, at(1), later.bridges[0]?.otherId as MemberId, text);
  expect((await weave(db, here.dialogueId, now)).bridges, "who are in touch need no bridge").toEqual([]);
  expect(later.thinFields).toEqual(["Wonen", "Scholing"]);
  expect(later.thinAreas).toHaveLength(12);
});

test("[NW4, NW16] who withdraws an entry or leaves takes it out of the library", async () => {
  const { db } = database;
  await withdrawPractice(db, at(0), id);
  expect(await listed("")).toEqual([]);
  await savePractice(db, at(0), id, form(5), null);
  await judgePractice(db, here.dialogueId, people[2] as PersonId, id, { publish: true, version: 6 });
  expect(await listed("")).toHaveLength(1);
  await leaveNetwork(db, at(0));
  expect(await listed("")).toEqual([]);
  expect(await findPractice(db, here.dialogueId, 1)).toBeNull();
  expect(await db.$count(networkMember, eq(networkMember.dialogueId, here.dialogueId))).toBe(2);
});

test("a year after the dialogue is closed the network goes by itself", async () => {
  const { db } = database;
  await usePracticeOf(1);
  await db
    .update(dialogue)
    .set({ state: "archived", archivedAt: new Date(Date.now() - 400 * 86_400_000) })
    .where(eq(dialogue.id, here.dialogueId));
  await letGo(db, new Date());
  for (const table of [networkMember, networkPractice, networkPracticeUse, networkPracticeVersion, networkCommitment])
    expect(await db.$count(table)).toBe(0);
});

/** An entry of one member that another used, and a commitment. */
async function usePracticeOf(n: number): Promise<void> {
  const { db } = database;
  const other = crypto.randomUUID() as PracticeId;
  await savePractice(db, at(n), other, form(0), null);
  await judgePractice(db, here.dialogueId, people[2] as PersonId, other, { publish: true, version: 1 });
  await usePractice(db, at(2), other, "fits", "");
  const words = commitmentShape.parse({ what: "Bellen", withWhom: "", due: "2027-03-10", theme: "" });
  await addCommitment(db, at(n), crypto.randomUUID() as CommitmentId, words);
  expect(await db.$count(networkPracticeUse)).toBe(1);
}

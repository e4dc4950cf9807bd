import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type FreshDatabase, freshDatabase } from "../../tests/database.ts";
import { type Morning, makeMorning } from "../../tests/morning.ts";
import { session } from "../dialogue/tables.ts";
import { type Doorbell, openDoorbell } from "../platform/database/doorbell.server.ts";
import type { ContributionId, PersonId } from "../platform/ids.ts";
import { erasePerson } from "../privacy/erase/erase.server.ts";
import { contributionForm } from "./contribution-form.ts";
import { addContribution, editContribution, shareContribution, withdrawContribution } from "./contributions.server.ts";
import { hideContribution, unhideContribution } from "./moderation.server.ts";
import { redact } from "./redact.server.ts";
import { openSimilarNeeds, type SimilarNeeds } from "./similar.server.ts";

let database: FreshDatabase;
let doorbell: Doorbell;
let similar: SimilarNeeds;
let morning: Morning;
let groupStep: string;
let aloneStep: string;

beforeAll(async () => {
  database = await freshDatabase();
  doorbell = await openDoorbell({ ...database.at }, () => {});
  similar = openSimilarNeeds({ db: database.db, doorbell });
  morning = await makeMorning(database.db, 6);
  await morning.seat("group", [
    [0, 1, 2],
    [3, 4, 5],
  ]);
  aloneStep = await morning.goTo("alone");
  groupStep = await morning.goTo("group");
});
afterAll(async () => {
  similar?.close();
  await doorbell?.close();
  await database?.[Symbol.asyncDispose]();
});

const writer = (at: number) => ({
  dialogueId: morning.dialogueId,
  sessionId: morning.sessionId,
  personId: morning.people[at] as PersonId,
});
const add = async (at: number, text: string, step = groupStep) =>
  (await addContribution(database.db, writer(at), contributionForm.parse({ id: crypto.randomUUID(), kind: "need", text, step })))
    .id;
/** The bell rings a moment after the commit. */
const eventually = (at: number, text: string, ids: readonly ContributionId[]) =>
  expect.poll(async () => (await similar.nearest(writer(at), text)).map(({ id }) => id)).toEqual(ids);
const about = { situation: "", forWhom: "", tried: "", wouldHelp: "", weight: "" as const, howOften: "" as const, touches: [] };

test("a need on one's own table is found, by others and not by its writer; another table does not see it until it is shared", async () => {
  const id = await add(0, "Een vaste contactpersoon voor gezinnen met schulden");
  await eventually(1, "vaste contactpersonen bij schuld", [id]);
  await eventually(0, "vaste contactpersonen bij schuld", []);
  await eventually(4, "vaste contactpersonen bij schuld", []);
  await shareContribution(database.db, writer(0), id, "all");
  await eventually(4, "vaste contactpersonen bij schuld", [id]);
  const [seen] = await similar.nearest(writer(4), "vaste contactpersonen bij schuld");
  expect(seen).toMatchObject({ own: false, backers: 0, backed: false });
});

test("a private draft is nobody else's", async () => {
  const id = await add(2, "Taalmaatjes voor nieuwkomers in de avond", aloneStep);
  await eventually(0, "taalmaatjes voor nieuwkomers", []);
  await shareContribution(database.db, writer(2), id, "all");
  await eventually(0, "taalmaatjes voor nieuwkomers", [id]);
});

test("hidden, shown again, changed and withdrawn are followed", async () => {
  const id = await add(0, "Straatverlichting bij het speelveld");
  await eventually(1, "verlichting speelveld", [id]);
  await hideContribution(database.db, writer(0), morning.people[5] as PersonId, id, "Niet hier");
  await eventually(1, "verlichting speelveld", []);
  await unhideContribution(database.db, writer(0), morning.people[5] as PersonId, id);
  await eventually(1, "verlichting speelveld", [id]);
  await editContribution(database.db, writer(0), id, { ...about, text: "Wachtlijsten in de jeugdzorg korter" });
  await eventually(1, "verlichting speelveld", []);
  await eventually(1, "wachtlijst jeugdzorg", [id]);
  await withdrawContribution(database.db, writer(0), id);
  await eventually(1, "wachtlijst jeugdzorg", []);
});

test("words that were redacted are found no more, wherever they stood", async () => {
  const [one, other] = [await add(0, "Bel mevrouw Zwaluwstaart over de fietsenstalling"), await add(1, "Vraag het Zwaluwstaart")];
  await eventually(2, "zwaluwstaart", [other, one]);
  const subject = { kind: "contribution", id: one } as const;
  await redact(database.db, writer(0), morning.people[5] as PersonId, subject, { words: ["Zwaluwstaart"], reason: "Een naam" });
  await eventually(2, "zwaluwstaart", []);
  await eventually(2, "fietsenstalling", [one]);
});

test("what was just hidden is not shown, even before the bell was heard", async () => {
  const deaf = openSimilarNeeds({ db: database.db, doorbell: { on: () => () => {} } });
  const id = await add(1, "Een bushalte bij het verzorgingshuis");
  expect((await deaf.nearest(writer(0), "bushalte verzorgingshuis")).map((one) => one.id)).toEqual([id]);
  await hideContribution(database.db, writer(1), morning.people[5] as PersonId, id, "Niet hier");
  expect(await deaf.nearest(writer(0), "bushalte verzorgingshuis")).toEqual([]);
});

test("at most three come back, the nearest first", async () => {
  for (const more of ["oudere", "jonge", "dove", "blinde"])
    await add(3, `Een koffieochtend voor ${more} buren in het wijkcentrum`);
  await expect.poll(async () => (await similar.nearest(writer(4), "koffieochtend voor jonge buren")).length).toBe(3);
  expect((await similar.nearest(writer(4), "koffieochtend voor jonge buren"))[0]?.text).toContain("jonge");
  for (const nothing of ["", "de het een", "🙂", "x".repeat(10_000)])
    expect(await similar.nearest(writer(4), nothing)).toEqual([]);
});

test("words that were erased are found no more", async () => {
  const id = await add(3, "Een moestuin achter de flat");
  await eventually(4, "moestuin flat", [id]);
  await erasePerson(database.db, morning.people[3] as PersonId, "command");
  await eventually(4, "moestuin flat", []);
});

test("a stranger, and anybody after the end, is refused", async () => {
  await expect(similar.nearest({ ...writer(0), personId: crypto.randomUUID() as PersonId }, "schuld")).rejects.toMatchObject({
    code: "removed",
  });
  await database.db.update(session).set({ state: "ended" }).where(eq(session.id, morning.sessionId));
  await expect(similar.nearest(writer(0), "schuld")).rejects.toMatchObject({ code: "ended" });
});

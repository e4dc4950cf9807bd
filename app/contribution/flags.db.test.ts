import { and, eq, isNull } from "drizzle-orm";
import { expect, test } from "vitest";
import { freshDatabase } from "../../tests/database.ts";
import { type Morning, makeMorning } from "../../tests/morning.ts";
import { scanEverywhere } from "../../tests/scan.ts";
import { registration } from "../dialogue/people/tables.ts";
import type { Db } from "../platform/database/change.server.ts";
import { audit } from "../platform/database/tables.ts";
import { Refused } from "../platform/http/refused.ts";
import type { ContributionId, FieldId, PartyId, PersonId, SessionId } from "../platform/ids.ts";
import { writeAnswers } from "../prepare/registration/form/answers.server.ts";
import { reportDraft } from "../report/tables.ts";
import { readFlags } from "../session/flags/flags.server.ts";
import { askHelp } from "../session/group/table.server.ts";
import { proposeInsight } from "../session/insights/proposals.server.ts";
import { insight } from "../session/insights/tables.ts";
import { saveCard } from "../session/lobby/cards.server.ts";
import { contributionForm } from "./contribution-form.ts";
import { addContribution, editContribution, shareContribution, withdrawContribution } from "./contributions.server.ts";
import { openEach } from "./flag.ts";
import { dismissFlags, ownFlags } from "./flags.server.ts";
import { hideContribution } from "./moderation.server.ts";
import { redact } from "./redact.server.ts";
import { reportContribution } from "./report-contribution.server.ts";
import { contribution, flag } from "./tables.ts";

const writerOf = ({ dialogueId, sessionId, people }: Morning, at = 0) => ({
  dialogueId,
  sessionId,
  personId: people[at] as PersonId,
});
const code = (promise: Promise<unknown>) =>
  promise.then(
    () => "done",
    (error: unknown) => (error instanceof Refused ? error.code : `${error}`),
  );
const words = (text: string) => ({
  text,
  situation: "",
  forWhom: "",
  tried: "",
  wouldHelp: "",
  weight: "" as const,
  howOften: "" as const,
  touches: [],
});

async function need(db: Db, morning: Morning, text: string, at = 0, share = true): Promise<ContributionId> {
  const step = await morning.goTo("alone");
  const wish = contributionForm.parse({ id: crypto.randomUUID(), kind: "need", text, step });
  const { id } = await addContribution(db, writerOf(morning, at), wish);
  if (share) await shareContribution(db, writerOf(morning, at), id, "all");
  return id;
}
const phone = "06-00123456";

test("what is posted after a warning is flagged with its kinds, never its words; private words come when they are shared", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const morning = await makeMorning(db);
  const id = await need(db, morning, `Bel ${phone} over het gezin`, 0, false);
  const [row] = await db.select().from(flag);
  expect(row).toMatchObject({ why: "guard", kinds: ["telefoon"], text: "", reporterId: null });
  expect(JSON.stringify(row)).not.toContain(phone);
  expect(await readFlags(db, morning)).toEqual([]);
  await shareContribution(db, writerOf(morning), id, "all");
  expect(await readFlags(db, morning)).toMatchObject([{ id, subject: "contribution", of: "need", flags: [{ why: "guard" }] }]);

  await editContribution(db, writerOf(morning), id, words(`Bel ${phone} of mail a@b.example`));
  expect(await db.select().from(flag)).toMatchObject([{ kinds: ["telefoon", "e-mail"] }]);
  await editContribution(db, writerOf(morning), id, words("Bel iemand"));
  expect(await db.select().from(flag)).toMatchObject([{ outcome: "changed" }]);
  expect(await readFlags(db, morning)).toEqual([]);
});

test("what the facilitator lets stand is not flagged again for the same kinds", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const morning = await makeMorning(db);
  const id = await need(db, morning, `Bel ${phone}`);
  await dismissFlags(db, morning, morning.people[5] as PersonId, { kind: "contribution", id }, "");
  await editContribution(db, writerOf(morning), id, words(`Bel ${phone} gerust`));
  expect(await readFlags(db, morning)).toEqual([]);
  await editContribution(db, writerOf(morning), id, words(`Bel ${phone} of kom op Kerkpad 3.`));
  expect(await readFlags(db, morning)).toHaveLength(1);
});

test("cards and own insights are flagged too", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const morning = await makeMorning(db);
  await morning.goTo("practice-check");
  await proposeInsight(db, writerOf(morning), { id: crypto.randomUUID(), text: `Bel altijd ${phone}` });
  await saveCard(db, writerOf(morning, 1), { does: "", place: "Kerkpad 3 te Utrecht", offers: "", looksFor: "" });
  const items = await readFlags(db, morning);
  expect(items.map(({ of, by }) => [of, by])).toEqual([
    ["insight", "Deelnemer 1"],
    ["card", "Deelnemer 2"],
  ]);
});

test("Meld dit: once, not of oneself, not of what one may not read, and with a limit", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const morning = await makeMorning(db);
  const id = await need(db, morning, "Dit is van een ander");
  const secret = await need(db, morning, "Nog van mij alleen", 0, false);
  const me = writerOf(morning, 1);
  const wish = { why: "hurtful", text: "Dit raakt me" } as const;
  expect(await code(reportContribution(db, writerOf(morning), id, wish))).toBe("own-flag");
  expect(await code(reportContribution(db, me, secret, wish))).toBe("not-yours");
  expect(await code(reportContribution(db, me, id, wish))).toBe("done");
  expect(await code(reportContribution(db, me, id, wish))).toBe("done");
  expect(await db.$count(flag)).toBe(1);
  for (let n = 1; n < openEach; n++) await reportContribution(db, me, await need(db, morning, `Nummer ${n}`), wish);
  const last = await need(db, morning, "Een te veel");
  expect(await code(reportContribution(db, me, last, wish))).toBe("flagged-enough");
  await dismissFlags(db, morning, morning.people[5] as PersonId, { kind: "contribution", id }, "Het gaat over een regeling");
  expect(await code(reportContribution(db, me, last, wish))).toBe("done");
  expect((await ownFlags(db, morning.sessionId, me.personId)).find((one) => one.contributionId === id)).toMatchObject({
    outcome: "dismissed",
    answer: "Het gaat over een regeling",
  });
  const lines = await db.select().from(audit);
  expect(lines.filter(({ what }) => what === "flag.answer")).toMatchObject([{ subjectKind: "person", subjectId: me.personId }]);
  expect(JSON.stringify(lines)).not.toContain("raakt");
});

test("the most urgent first; hiding answers all who reported it, and its writer", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const morning = await makeMorning(db);
  const [mild, twice, threat] = [
    await need(db, morning, "Mild"),
    await need(db, morning, "Twee"),
    await need(db, morning, "Fel"),
  ];
  await reportContribution(db, writerOf(morning, 1), mild, { why: "hurtful", text: "" });
  await reportContribution(db, writerOf(morning, 1), twice, { why: "hurtful", text: "" });
  await reportContribution(db, writerOf(morning, 2), twice, { why: "hurtful", text: "" });
  await reportContribution(db, writerOf(morning, 3), threat, { why: "threat", text: "" });
  expect((await readFlags(db, morning)).map(({ id }) => id)).toEqual([threat, twice, mild]);
  await hideContribution(db, morning, morning.people[5] as PersonId, twice, "Dit kwetst een collega");
  for (const at of [1, 2])
    expect(
      (await ownFlags(db, morning.sessionId, morning.people[at] as PersonId)).find((one) => one.contributionId === twice),
    ).toMatchObject({
      outcome: "hidden",
      answer: "Dit kwetst een collega",
    });
  await withdrawContribution(db, writerOf(morning), mild);
  expect((await readFlags(db, morning)).map(({ id }) => id)).toEqual([threat]);
  expect(await db.$count(flag, isNull(flag.settledAt))).toBe(1);
});

test("redacted words stand nowhere any more, and all other words are as they were", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const morning = await makeMorning(db);
  const street = "Kanariekwinkstraat 12";
  const id = await need(db, morning, `Het gezin op ${street} wacht al een jaar. Bel ${phone}.`);
  const other = await need(db, morning, `Ik hoorde: op ${street} gaat het mis`, 1);
  const untouched = await need(db, morning, "Een loket dat belt", 2);
  const who = morning.people[5] as PersonId;
  await morning.goTo("practice-check");
  await proposeInsight(db, writerOf(morning, 3), { id: crypto.randomUUID(), text: `Ook op ${street} telt dit` });
  await askHelp(db, morning, morning.people[4] as PersonId, null, `Iemand noemt ${street}`);
  await reportContribution(db, writerOf(morning, 1), id, { why: "personal", text: `Er staat ${street}` });
  await db.insert(reportDraft).values({ dialogueId: morning.dialogueId, introduction: `Wij hoorden van ${street}.` });

  const subject = { kind: "contribution", id } as const;
  expect(await code(redact(db, morning, who, subject, { words: ["Niet daar 3"], reason: "x" }))).toBe("redact-none");
  expect(await code(redact(db, morning, who, subject, { words: ["al"], reason: "x" }))).toBe("redact-short");
  expect(
    await code(
      redact(db, { ...morning, sessionId: crypto.randomUUID() as SessionId }, who, subject, { words: [street], reason: "x" }),
    ),
  ).toBe("redact-none");
  await redact(db, morning, who, subject, { words: [street, phone], reason: `Woonadres, ${street}` });

  expect((await scanEverywhere(db, [street, phone])).found).toEqual([]);
  const text = async (of: ContributionId) => (await db.select().from(contribution).where(eq(contribution.id, of)))[0];
  expect(await text(id)).toMatchObject({
    text: "Het gezin op [weggehaald] wacht al een jaar. Bel [weggehaald].",
    redactedReason: "Woonadres, [weggehaald]",
  });
  expect(await text(other)).toMatchObject({ text: "Ik hoorde: op [weggehaald] gaat het mis" });
  expect(await text(untouched)).toMatchObject({ text: "Een loket dat belt", redactedReason: null });
  expect(await db.select().from(insight)).toMatchObject([{ text: "Ook op [weggehaald] telt dit" }]);
  expect(await ownFlags(db, morning.sessionId, morning.people[1] as PersonId)).toMatchObject([{ outcome: "redacted" }]);
});

test("another dialogue keeps the same words", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const [one, two] = [await makeMorning(db), await makeMorning(db, 6, "middag")];
  const text = `Bel ${phone}`;
  const id = await need(db, one, text);
  const theirs = await need(db, two, text);
  await redact(db, one, one.people[5] as PersonId, { kind: "contribution", id }, { words: [phone], reason: "x" });
  const [kept] = await db
    .select()
    .from(contribution)
    .where(and(eq(contribution.id, theirs)));
  expect(kept?.text).toBe(text);
});

test("a card is redacted by its person", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const morning = await makeMorning(db);
  const who = morning.people[1] as PersonId;
  await saveCard(db, writerOf(morning, 1), { does: `Bel ${phone}`, place: "", offers: "", looksFor: "" });
  await redact(db, morning, morning.people[5] as PersonId, { kind: "card", id: who }, { words: [phone], reason: "x" });
  expect((await scanEverywhere(db, [phone])).found).toEqual([]);
  expect(await readFlags(db, morning)).toEqual([]);
});

test("what somebody brings stands on their card until they write one: flagged, read and redacted as such", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const morning = await makeMorning(db);
  const who = morning.people[1] as PersonId;
  const [mine] = await db.select().from(registration).where(eq(registration.personId, who));
  const answers = {
    ...{ name: "Noor", mail: "noor@voorbeeld.example", organisation: "De Linde", function: "wijkwerker", area: null },
    ...{ party: mine?.partyId as PartyId, field: mine?.fieldId as FieldId, otherFields: [], accessKinds: [], accessNeeds: "" },
    ...{ brings: `Bel ${phone}`, shownAs: "full" as const, licence: true as const, privacyVersion: 1 },
  };
  const { dialogueId } = morning;
  await db.transaction((tx) => writeAnswers(tx, { registrationId: mine?.id as never, personId: who, dialogueId }, answers));
  expect(await readFlags(db, morning)).toMatchObject([{ subject: "card", texts: [{ text: `Bel ${phone}` }] }]);
  await redact(db, morning, morning.people[5] as PersonId, { kind: "card", id: who }, { words: [phone], reason: "x" });
  expect((await scanEverywhere(db, [phone])).found).toEqual([]);
  expect(await readFlags(db, morning)).toEqual([]);
});

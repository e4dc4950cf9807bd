import { eq } from "drizzle-orm";
import type { ParsedMail } from "mailparser";
import { createTransport, type SendMailOptions } from "nodemailer";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type FreshDatabase, freshDatabase } from "../../../tests/database.ts";
import { openMailGate } from "../../../tests/mail-gate.ts";
import { startMailServer } from "../../../tests/mail-server.ts";
import { findRegistration, type OpenDialogue, openDialogue, register } from "../../../tests/registrants.ts";
import { link } from "../../dialogue/people/tables.ts";
import { letters } from "../../letters.server.ts";
import { matches } from "../../platform/database/matches.server.ts";
import { readEnvironment } from "../../platform/environment.ts";
import type { MailId, MemberId, MessageId, PersonId } from "../../platform/ids.ts";
import { makePostman } from "../../platform/mail/send.server.ts";
import { mail } from "../../platform/mail/tables.ts";
import { allOff, cardShape } from "../people/member.ts";
import { findMember, leaveNetwork, saveMember } from "../people/members.server.ts";
import { networkMessage } from "../tables.ts";
import { blockMember, listThreads, writeMessage } from "./messages.server.ts";
import { receiveReply } from "./reply-mail.server.ts";

// The letter leaves over SMTP, the answer comes back over SMTP, and the mail server hands it over.

const address = "antwoord@dialoog.example";
const origin = "https://dialoog.example";
let database: FreshDatabase;
let here: OpenDialogue;
let out: Awaited<ReturnType<typeof startMailServer>>;
let gate: Awaited<ReturnType<typeof openMailGate>>;
let postman: ReturnType<typeof makePostman>;
const people: PersonId[] = [];
const outcomes: string[] = [];

beforeAll(async () => {
  database = await freshDatabase();
  const { db } = database;
  here = await openDialogue(db);
  for (const name of ["noor", "sam"]) {
    await register(db, here, `${name}@zorg.example`);
    people.push((await findRegistration(db, here, `${name}@zorg.example`)).personId);
  }
  await db.update(mail).set({ state: "cancelled" }).where(eq(mail.state, "waiting"));
  out = await startMailServer();
  gate = await openMailGate(async (raw) => outcomes.push(await receiveReply(db, raw, { address, origin })));
  const environment = readEnvironment({
    ...{ ORIGIN: origin, SMTP_URL: out.url, REPLY_MAIL: address, REPLY_TOKEN: "een lang genoeg geheim" },
  });
  if (!environment.ok) throw new Error(environment.line);
  postman = makePostman({ db, environment: environment.value, log: () => {} }, letters);
});
afterAll(async () => {
  await gate?.[Symbol.asyncDispose]();
  await out?.[Symbol.asyncDispose]();
  await database?.[Symbol.asyncDispose]();
});
beforeEach(async () => {
  outcomes.length = 0;
  await database.db.delete(networkMessage);
  for (const n of [0, 1]) {
    const shown = Object.fromEntries(Object.keys(allOff).map((part) => [`toon-${part}`, "members"]));
    await saveMember(
      database.db,
      at(n),
      cardShape.parse({ name: ["Noor", "Sam"][n], fields: [], languages: [], ...shown }),
      null,
    );
  }
});

const at = (n: number) => ({ dialogueId: here.dialogueId, personId: people[n] as PersonId });
const memberOf = async (n: number) => (await findMember(database.db, at(n)))?.id as MemberId;

/** Sends what waits; the newest letter. */
async function letter(): Promise<ParsedMail> {
  const due = await database.db.select({ id: mail.id }).from(mail).where(eq(mail.state, "waiting")).orderBy(mail.createdAt);
  for (const { id } of due) await postman.send(id as MailId);
  return out.got.at(-1) as ParsedMail;
}
async function writes(text = "Mag ik eens meekijken?"): Promise<ParsedMail> {
  const words = { id: crypto.randomUUID() as MessageId, text, sharesMail: false };
  await writeMessage(database.db, at(0), await memberOf(1), words);
  return letter();
}
const replyTo = (got: ParsedMail) => got.replyTo?.value[0]?.address ?? "";
const quoted = (got: ParsedMail) => (got.text ?? "").replaceAll(/^/gm, "> ");
async function answers(got: ParsedMail, text: string, change: SendMailOptions = {}): Promise<void> {
  const transport = createTransport(gate.url);
  await transport.sendMail({
    ...{ from: "Sam <sam@zorg.example>", to: replyTo(got), subject: `Re: ${got.subject}`, ...(text && { text }) },
    ...change,
  });
  transport.close();
}
const thread = async (n: number) => (await listThreads(database.db, at(n)))[0]?.lines.map(({ text }) => text);
const why = async () => (await letter()).text;

test("[NW8] an answer by mail comes to who wrote, without address, quotes or link; sent twice it is there once", async () => {
  const got = await writes();
  expect(replyTo(got)).toMatch(/^antwoord\+[a-z2-7]{32}@dialoog\.example$/);
  expect(got.text?.startsWith("— Schrijf uw antwoord boven deze regel —")).toBe(true);
  const text = `Graag, kom dinsdag.\nBel me op 06 12345678 of mail sam@zorg.example\n\nOp 1 mei 2027 schreef Klankbord:\n${quoted(got)}`;
  const same = { messageId: "<een@zorg.example>" };
  await answers(got, text, same);
  await answers(got, text, { ...same, to: replyTo(got).toUpperCase() });
  expect(outcomes).toEqual(["brought", "brought"]);
  expect(await thread(0)).toEqual(["Mag ik eens meekijken?", "Graag, kom dinsdag.\nBel me op […] of mail […]"]);
  const back = await letter();
  expect(back.to).toMatchObject({ value: [{ address: "noor@zorg.example" }] });
  expect(back.text).toContain("Graag, kom dinsdag.");
  expect(JSON.stringify([back.text, back.html, back.headerLines])).not.toContain("sam@zorg.example");
  await answers(back, "Tot dinsdag.", { from: "noor@zorg.example" });
  expect(await thread(1)).toEqual(["Mag ik eens meekijken?", expect.stringContaining("Graag"), "Tot dinsdag."]);
});

test("an answer in HTML alone is read as text, and files do not come along", async () => {
  const got = await writes();
  await answers(got, "", { html: "<p>Graag.<br>Tot dan.</p>", attachments: [{ filename: "x.txt", content: "geheim" }] });
  expect((await thread(0))?.at(-1)).toBe("Graag.\nTot dan.");
});

test("of another sender, empty, or too long: nothing is brought, and its writer hears why, once", async () => {
  const got = await writes();
  for (const [change, text, says] of [
    [{ from: "vreemd@elders.example" }, "Graag.", "een ander e-mailadres"],
    [{}, quoted(got), "geen tekst boven de regel"],
    [{}, "a ".repeat(2_500), "langer dan 2.000 tekens"],
  ] as const) {
    await answers(got, text, change);
    expect(outcomes.at(-1)).toBe("told");
    expect(await why()).toContain(says);
    const before = out.got.length;
    await answers(got, text, change);
    await letter();
    expect(out.got.length).toBe(before);
  }
  expect(await thread(0)).toHaveLength(1);
});

test("who blocked, or left, is not reached by mail either", async () => {
  const got = await writes();
  await blockMember(database.db, at(0), await memberOf(1), true);
  await answers(got, "Graag.");
  expect(await why()).toContain("niet bereikbaar");
  await blockMember(database.db, at(0), await memberOf(1), false);
  await leaveNetwork(database.db, at(0));
  await answers(got, "Graag.");
  expect(await why()).toContain("Dit gesprek is er niet meer");
});

test("absences, guessed addresses and what is no mail reach nobody", async () => {
  const got = await writes();
  await answers(got, "Ik ben er niet.", { headers: { "Auto-Submitted": "auto-replied" } });
  await answers(got, "Graag.", { to: `antwoord+${"a".repeat(32)}@dialoog.example` });
  expect(outcomes).toEqual(["automatic", "not-ours"]);
  expect(await receiveReply(database.db, Buffer.from("\u0000\u00ff\r\n\r\n"), { address, origin })).toBe("not-ours");
  await database.db
    .update(link)
    .set({ expiresAt: new Date(0) })
    .where(matches(link, { kind: "reply", personId: people[1] as PersonId }));
  await answers(got, "Graag.");
  expect(outcomes.at(-1)).toBe("not-ours");
  expect(await thread(0)).toHaveLength(1);
});

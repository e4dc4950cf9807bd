import type { Browser, Page } from "@playwright/test";
import { eq } from "drizzle-orm";
import { createTransport } from "nodemailer";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addDevice } from "../app/dialogue/people/devices.server.ts";
import { passkey, registration } from "../app/dialogue/people/tables.ts";
import { dialogue, person } from "../app/dialogue/tables.ts";
import { networkCircle, networkCirclePerson } from "../app/network/circles/tables.ts";
import { allOff } from "../app/network/people/member.ts";
import { networkMember, networkMessage } from "../app/network/tables.ts";
import type { CircleId, PersonId } from "../app/platform/ids.ts";
import { withAuthenticator } from "./authenticator.ts";
import { expectAccessible } from "./axe.ts";
import { carryCookie, launchBrowser } from "./browser.ts";
import { type FreshDatabase, freshDatabase } from "./database.ts";
import { type Klankbord, startKlankbord } from "./klankbord.ts";
import { openMailGate } from "./mail-gate.ts";
import { startMailServer } from "./mail-server.ts";
import { visit } from "./visit.ts";
import { postForm } from "./visitors.ts";
import { makeWorld, type World } from "./world.ts";

let database: FreshDatabase;
let klankbord: Klankbord;
let browser: Browser;
let here: World;
let post: Awaited<ReturnType<typeof startMailServer>>;
let gate: Awaited<ReturnType<typeof openMailGate>>;
let noor: Page;
let sam: Page;

const token = "geheim van de mailserver";
const names = ["", "Noor de Wit", "Sam Jansen", "Bo Visser"];
const circle = crypto.randomUUID() as CircleId;
const mailOf = (n: number) => `lid${n}@zorg.example`;
const who = (n: number) => here.people[n] as PersonId;

/** Two members, with real mail in and out. */
beforeAll(async () => {
  database = await freshDatabase();
  const { db } = database;
  here = await makeWorld(db, "hier");
  await db.delete(networkMessage);
  await db.delete(networkMember);
  for (const n of [1, 2, 3]) {
    const named = { name: names[n] as string, mail: mailOf(n) };
    await db
      .update(person)
      .set(named)
      .where(eq(person.id, who(n)));
    const shown = { ...allOff, name: "members" as const, does: "members" as const };
    const { dialogueId } = here;
    await db.insert(networkMember).values({ dialogueId, personId: who(n), name: named.name, does: "wijkwerk", shown });
  }
  post = await startMailServer();
  klankbord = await startKlankbord({
    env: { DATABASE_URL: database.url, SMTP_URL: post.url, REPLY_MAIL: "antwoord@dialoog.example", REPLY_TOKEN: token },
  });
  gate = await openMailGate(async (raw) => {
    const headers = { Authorization: `Bearer ${token}`, "Content-Type": "message/rfc822" };
    const answer = await fetch(`${klankbord.origin}/mail/antwoord`, { method: "POST", headers, body: new Uint8Array(raw) });
    if (!answer.ok) throw new Error(String(answer.status));
  });
  browser = await launchBrowser();
  [noor, sam] = [await open(1), await open(2)];
});
afterAll(async () => {
  await browser?.close();
  await klankbord?.[Symbol.asyncDispose]();
  await gate?.[Symbol.asyncDispose]();
  await post?.[Symbol.asyncDispose]();
  await database?.[Symbol.asyncDispose]();
});

async function open(n: number | null): Promise<Page> {
  const context = await browser.newContext({ locale: "nl", baseURL: klankbord.origin });
  if (n !== null) {
    const at = { name: "test", dialogueId: here.dialogueId };
    const made = await database.db.transaction((tx) => addDevice(tx, "participant", who(n), at));
    await carryCookie(context, `__Host-mee=${made.token}`);
  }
  return context.newPage();
}
/** The newest letter to somebody that says this. */
async function letter(n: number, says: string) {
  const find = () =>
    post.got.findLast(({ to, text }) => JSON.stringify(to ?? "").includes(mailOf(n)) && text?.includes(says)) ?? null;
  await expect.poll(() => find() !== null).toBe(true);
  return find() as NonNullable<ReturnType<typeof find>>;
}

test("a member makes a passkey, and comes in with it without mail; it opens no team", async () => {
  await withAuthenticator(noor);
  await noor.goto("/mijn/hier");
  await noor.getByRole("heading", { name: "Binnenkomen zonder e-mail" }).waitFor();
  await expectAccessible(noor, "mine-without-key");
  await noor.getByLabel("Naam van de sleutel").fill("Telefoon");
  await noor.getByRole("button", { name: "Maak een toegangssleutel" }).click();
  await noor.getByText("De toegangssleutel is gemaakt.").waitFor();
  await noor.getByText("Telefoon", { exact: true }).waitFor();
  await expectAccessible(noor, "mine-with-key");
  const [key] = await database.db.select().from(passkey);
  const theirs = { doen: "remove", key: key?.id as string };
  expect((await sam.request.post("/mijn/hier/sleutels", { form: theirs, headers: { Origin: klankbord.origin } })).ok()).toBe(
    true,
  );
  expect(await database.db.$count(passkey)).toBe(1);
  expect((await letter(1, "Telefoon")).text).toContain(`${klankbord.origin}/mijn/hier`);
  await noor.context().clearCookies();
  await noor.goto("/oproep/hier/link");
  await expectAccessible(noor, "come-in-with-key");
  const sent = noor.waitForRequest((request) => request.method() === "POST" && request.url().endsWith("/sleutel"));
  await noor.getByRole("button", { name: "Kom binnen met een toegangssleutel" }).click();
  await noor.waitForURL("**/mijn/hier");
  await noor.getByText("laatst gebruikt op", { exact: false }).waitFor();
  // what was said is said once, elsewhere nobody, and not to the team
  const form = new URLSearchParams((await sent).postData() ?? "");
  expect((await postForm(`${klankbord.origin}/oproep/hier/sleutel`, "", form)).status).toBe(422);
  await noor.goto("/team/aanmelden");
  await noor.getByRole("button", { name: "Meld mij aan met een toegangssleutel" }).click();
  await noor.getByText("Deze toegangssleutel werkt hier niet", { exact: false }).waitFor();
  await noor.goto("/mijn/hier");
  await noor.getByRole("button", { name: "Verwijder toegangssleutel Telefoon" }).click();
  await noor.getByText("De toegangssleutel is verwijderd.", { exact: false }).waitFor();
  expect(await database.db.$count(passkey)).toBe(0);
  await noor.goto("/oproep/hier/sleutel");
  await noor.getByText("U komt binnen op de pagina", { exact: false }).waitFor();
});

test("[NW8] a member answers by mail; it stands in the conversation of both, and an unknown caller brings nothing", async () => {
  await noor.goto("/netwerk/hier");
  await noor.getByRole("link", { name: "Schrijf aan Sam Jansen" }).click();
  await noor.getByRole("textbox", { name: "Uw bericht" }).fill("Mag ik eens meekijken?");
  await noor.getByRole("button", { name: "Stuur het bericht" }).click();
  await noor.getByText("Uw bericht is verstuurd.").waitFor();
  const got = await letter(2, "Mag ik eens meekijken?");
  const mailer = createTransport(gate.url);
  await mailer.sendMail({
    ...{ from: mailOf(2), to: got.replyTo?.value[0]?.address, subject: `Re: ${got.subject}` },
    text: `Graag, kom dinsdag.\n\nOp 1 mei 2031 schreef Klankbord:\n${(got.text ?? "").replaceAll(/^/gm, "> ")}`,
  });
  mailer.close();
  await letter(1, "Graag, kom dinsdag.");
  await noor.reload();
  await noor.getByText("Graag, kom dinsdag.").first().waitFor();
  await sam.goto("/mijn/hier/berichten");
  await sam.getByText("Graag, kom dinsdag.").first().waitFor();
  await expectAccessible(sam, "answered-by-mail");
  for (const headers of [
    {},
    { Authorization: "Bearer iets anders" },
    { Authorization: `Bearer ${token}`, Origin: "https://x.example" },
  ])
    expect(
      (await fetch(`${klankbord.origin}/mail/antwoord`, { method: "POST", headers: headers as HeadersInit, body: "x" })).status,
    ).toBeGreaterThanOrEqual(400);
});

test("[NW24] a consultation is made ready and held live, by who brought it", async () => {
  const { db } = database;
  const meetsAt = new Date(Date.now() + 5 * 86_400_000);
  const { dialogueId } = here;
  const words = { title: "Wie is aan zet?", about: "Twee wijkteams, één gezin." };
  await db
    .insert(networkCircle)
    .values({ id: circle, dialogueId, number: 40, personId: who(1), kind: "consultation", ...words, meetsAt });
  await db
    .insert(networkCirclePerson)
    .values([1, 2, 3].map((n) => ({ circleId: circle, personId: who(n), joinedAt: new Date() })));
  expect((await sam.goto("/netwerk/hier/groepen/40/live"))?.status()).toBe(404);
  const live = { form: { method: "troika" }, headers: { Origin: klankbord.origin } };
  expect((await sam.request.post("/netwerk/hier/groepen/40/live", live)).status()).toBe(404);
  await noor.goto("/netwerk/hier/groepen/40");
  await noor.getByRole("link", { name: "Houd de intervisie hier" }).click();
  await expectAccessible(noor, "hold-consultation");
  await noor.getByRole("radio", { name: /^Troika/ }).check();
  await noor.getByRole("button", { name: "Zet de bijeenkomst klaar" }).click();
  await noor.getByText("De bijeenkomst staat klaar. Kijk in uw e-mail").waitFor();
  await expectAccessible(noor, "consultation-ready");
  const [held] = await db.select().from(dialogue).where(eq(dialogue.consultation, true));
  expect((await fetch(`${klankbord.origin}/oproep/${held?.slug}`)).status).toBe(404);
  const invited = await letter(1, "/team/uitnodiging/");
  await visit(noor, /\S+\/team\/uitnodiging\/\S+/.exec(invited.text ?? "")?.[0] as string);
  await noor.locator("form[method='post'] button").last().click();
  await noor.waitForURL(/\/team/);
  await noor.goto("/netwerk/hier/groepen/40/live");
  await noor.getByRole("link", { name: /^Leid de bijeenkomst/ }).click();
  await noor.waitForURL(`**/team/${held?.slug}`);
  await noor.getByRole("heading", { name: "Intervisie" }).first().waitFor();
  // the others of the dialogue's own team have no way in, and colleagues a place with a link of their own
  const places = await db
    .select()
    .from(registration)
    .where(eq(registration.dialogueId, held?.id as never));
  expect(places.every(({ state }) => state === "admitted")).toBe(true);
  const own = /https?:\/\/\S+\/mee\/\S+/.exec((await letter(2, "Intervisie")).text ?? "")?.[0];
  await sam.goto(own as string);
  await sam.getByRole("button", { name: /^Doe mee als/ }).click();
  await sam.waitForURL(/\/bijeenkomst\//);
});

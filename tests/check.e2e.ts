import type { Browser, Page } from "@playwright/test";
import { and, eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { contribution } from "../app/contribution/tables.ts";
import { registration } from "../app/dialogue/people/tables.ts";
import { dialogue, field, session } from "../app/dialogue/tables.ts";
import { change } from "../app/platform/database/change.server.ts";
import type { InsightId, PersonId } from "../app/platform/ids.ts";
import { analysis, ballot, insight } from "../app/session/insights/tables.ts";
import { expectAccessible } from "./axe.ts";
import { carryCookie, launchBrowser } from "./browser.ts";
import { type FreshDatabase, freshDatabase } from "./database.ts";
import { keyboardOf } from "./keyboard.ts";
import { type Klankbord, startKlankbord } from "./klankbord.ts";
import { type Morning, makeMorning } from "./morning.ts";
import { until } from "./until.ts";
import { again, visit } from "./visit.ts";
import { guestCookie, postForm, teamCookie } from "./visitors.ts";

/** One morning of 24 people, three of them in a browser, from the first ballot to the report; the tests go on from each other. */
const texts = [
  "Eén vaste contactpersoon per gezin werkt beter dan een loket per onderwerp.",
  "Bewoners die vanaf het begin meedenken, blijven langer betrokken.",
  "Een wijkteam moet zelf over kleine bedragen kunnen beslissen.",
  "De school is de beste plek om gezinnen te bereiken.",
  "Wie in de wijk werkt, moet er ook een werkplek hebben.",
  "Samenwerken lukt alleen met dezelfde mensen over meerdere jaren.",
  "Een wijkaanpak heeft vijftien jaar vaste financiering nodig.",
  "Jongeren bereik je op straat, niet achter een bureau.",
] as const;
const replacement = "Er is vervanging bij ziekte en vakantie.";
const bots = Array.from({ length: 21 }, (_, i) => i + 3);
/** The last of them comes when the others have voted. */
const late = 23;

let database: FreshDatabase;
let klankbord: Klankbord;
let browser: Browser;
let morning: Morning;
let ids: InsightId[];
let stepId: string;
const cookies = new Map<number, string>();
const pages = new Map<string, Page>();
const faults: string[] = [];

beforeAll(async () => {
  database = await freshDatabase();
  const { db } = database;
  morning = await makeMorning(db, 24);
  // three fields of eight, so that each can be told
  const fields = await db.select().from(field).where(eq(field.dialogueId, morning.dialogueId)).orderBy(field.position);
  for (const [n, personId] of morning.people.entries())
    await db
      .update(registration)
      .set({ fieldId: fields[n % 3]?.id ?? null })
      .where(eq(registration.personId, personId));
  ids = [];
  for (const text of texts) ids.push(await morning.addInsight(text));
  stepId = await morning.goTo("practice-check");
  const minutes = (n: number) => sql`now() + make_interval(mins => ${n})`;
  await db.update(session).set({ stepStartedAt: minutes(-1), stepEndsAt: minutes(30) });
  for (const n of morning.people.keys()) cookies.set(n, await guestCookie(db, morning.people[n] as PersonId, morning.dialogueId));
  klankbord = await startKlankbord({ env: { DATABASE_URL: database.url } });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await klankbord?.[Symbol.asyncDispose]();
  await database?.[Symbol.asyncDispose]();
});

const room = () => `${klankbord.origin}/bijeenkomst/${morning.sessionId}`;
const team = () => `${klankbord.origin}/team/${morning.slug}`;
const cockpit = () => `${team()}/bijeenkomst/${morning.sessionId}`;
const person = (n: number) => morning.people[n] as PersonId;
const id = (n: number) => ids[n] as InsightId;
const numberOn = (page: Page) => Number(new URL(page.url()).searchParams.get("inzicht"));
const heading = (page: Page) => page.getByRole("heading", { level: 1 });

async function open(name: string, cookie: string, url: string, options: { javaScriptEnabled?: boolean } = {}): Promise<Page> {
  const context = await browser.newContext({ locale: "nl-NL", viewport: { width: 1280, height: 900 }, ...options });
  await carryCookie(context, cookie);
  const page = await context.newPage();
  page.on("pageerror", (error) => faults.push(`${name}: ${error.message}`));
  await visit(page, url);
  pages.set(name, page);
  return page;
}
const enter = (name: string, n: number, at = "", options = {}) => open(name, cookies.get(n) ?? "", room() + at, options);
const page = (name: string) => pages.get(name) as Page;
const answerOf = async (n: number, insightId: InsightId) => {
  const [row] = await database.db
    .select({ choice: ballot.choice, fit: ballot.fit })
    .from(ballot)
    .where(and(eq(ballot.insightId, insightId), eq(ballot.personId, person(n))));
  return row ?? null;
};

/** As a browser without script sends it. */
async function botVotes(n: number, insightId: InsightId, choice: string, fit = "", words: Record<string, string> = {}) {
  const form = { insight: insightId, choice, fit, step: stepId, id: crypto.randomUUID(), terug: "?inzicht=klaar", ...words };
  const answer = await postForm(`${room()}/stemmen`, cookies.get(n) ?? "", form);
  expect(answer.status, await answer.text()).toBe(303);
}

const fits = ["fits", "conditions", "conditions", "not"] as const;
/** Each in their own way, as it follows from their number. */
async function votesOnAll(n: number) {
  for (const [at, insightId] of ids.entries()) {
    const fit = fits[(n + at) % fits.length] ?? "fits";
    const named = [replacement, "Als er vervanging bij ziekte is", "Het gezin kiest zelf"][Math.floor(n / 4) % 3] ?? "";
    const condition = n % 2 === 0 || n > 12 ? named : replacement;
    const words = fit === "conditions" ? { condition } : fit === "not" ? { example: "In een flat lukt dit niet." } : {};
    await botVotes(n, insightId, (n + at) % 5 === 0 ? "disagree" : "agree", fit, words as Record<string, string>);
  }
}

test("three people begin, each at an insight of their own order; a reload shows the same one", async () => {
  const [anna, bram, cem] = [await enter("anna", 0), await enter("bram", 1), await enter("cem", 2)];
  for (const one of [anna, bram, cem]) {
    await one.getByText("Inzicht 1 van 8").waitFor();
    const [number, text] = [numberOn(one), await heading(one).textContent()];
    expect(text).toBe(texts[number - 1]);
    await again(one);
    expect([numberOn(one), await heading(one).textContent()]).toEqual([number, text]);
  }
  await expectAccessible(anna, "fresh");
});

test("keys choose, the last choice counts, undo goes back one step and then to nothing; all of it by keyboard", async () => {
  const anna = page("anna");
  const insightId = id(numberOn(anna) - 1);
  await anna.keyboard.press("2");
  await until(async () => (await answerOf(0, insightId))?.choice === "disagree");
  await anna.keyboard.press("1");
  await until(async () => (await answerOf(0, insightId))?.choice === "agree");
  const undo = anna.getByRole("button", { name: "Ongedaan maken" });
  await undo.focus();
  await anna.keyboard.press("Enter");
  await until(async () => (await answerOf(0, insightId))?.choice === "disagree");
  await expect.poll(() => anna.getByRole("radio", { name: "Oneens" }).isChecked()).toBe(true);
  await undo.focus();
  await anna.keyboard.press("Enter");
  await until(async () => (await answerOf(0, insightId)) === null);
  await undo.waitFor({ state: "detached" });
  await expect.poll(() => anna.getByRole("radio", { checked: true }).count()).toBe(0);
  await expect.poll(() => anna.evaluate(() => document.activeElement?.getAttribute("name"))).toBe("choice");
  // who types a number in a field does not vote with it
  await anna.keyboard.press("1");
  await anna.getByLabel("Past niet").check();
  await anna.getByLabel("Een voorbeeld waarin het niet past").pressSequentially("Bij 24 gezinnen lukt het niet");
  await until(async () => (await answerOf(0, insightId))?.fit === "not");
  expect((await answerOf(0, insightId))?.choice).toBe("agree");
  await expectAccessible(anna, "example");
  await anna.getByRole("button", { name: "Volgend inzicht" }).click();
  await anna.getByText("Inzicht 2 van 8").waitFor();
  await anna.goBack();
  await anna.getByText("Inzicht 1 van 8").waitFor();
  await anna.getByText("Bij 24 gezinnen lukt het niet").waitFor();
  await anna.goForward();
  await anna.getByText("Inzicht 2 van 8").waitFor();
});

test("others vote without script, with conditions; a double click and a second tab leave one ballot", async () => {
  for (const n of bots.filter((bot) => bot !== late)) await votesOnAll(n);
  await Promise.all([botVotes(3, id(0), "skip"), botVotes(3, id(0), "skip")]);
  expect(await database.db.$count(ballot, eq(ballot.personId, person(3)))).toBe(8);
  const bram = page("bram");
  const second = await bram.context().newPage();
  await visit(second, bram.url());
  const mine = id(numberOn(bram) - 1);
  await second.getByRole("radio", { name: "Eens", exact: true }).check();
  await until(async () => (await answerOf(1, mine))?.choice === "agree");
  await bram.getByRole("radio", { name: "Oneens" }).dblclick();
  await until(async () => (await answerOf(1, mine))?.choice === "disagree");
  await second.close();
});

test("after one's own condition come those of others, the alike first; standing behind one keeps one's own words", async () => {
  const bram = page("bram");
  await again(bram);
  const number = numberOn(bram);
  await bram.getByLabel("Past onder voorwaarden").check();
  await bram.getByLabel("Onder welke voorwaarde past het?").fill("Als er vervanging is bij ziekte");
  await expectAccessible(bram, "condition");
  await bram.getByRole("button", { name: "Volgend inzicht" }).click();
  await bram.getByRole("heading", { name: "Wat anderen als voorwaarde noemden" }).waitFor();
  await bram.getByText("Als er vervanging is bij ziekte").waitFor();
  const first = bram.locator(".check-conditions > li").first();
  await first.getByText("lijkt op wat u schreef").waitFor();
  await first.getByRole("button", { name: /Geldt ook voor mij/ }).click();
  await until(
    async () => (await first.getByRole("button", { name: /Geldt ook voor mij/ }).getAttribute("aria-pressed")) === "true",
  );
  await expectAccessible(bram, "others");
  const said = await database.db
    .select()
    .from(contribution)
    .where(eq(contribution.personId, person(1)));
  expect(said.map(({ text, kind, insightId }) => [text, kind, insightId])).toEqual([
    ["Als er vervanging is bij ziekte", "condition", id(number - 1)],
  ]);
  await bram.getByRole("link", { name: "Volgend inzicht" }).click();
  await bram.getByText("Inzicht 2 van 8").waitFor();
});

test("without network a ballot is kept and sent later, over a reload too", async () => {
  const bram = page("bram");
  const mine = id(numberOn(bram) - 1);
  await bram.route("**/stemmen", (route) => route.abort());
  await bram.keyboard.press("1");
  await bram.getByText("Uw keuze is nog niet verstuurd.").waitFor();
  await bram.reload();
  await bram.getByText("Uw keuze is nog niet verstuurd.").waitFor();
  expect(await answerOf(1, mine)).toBeNull();
  await bram.unroute("**/stemmen");
  await until(async () => (await answerOf(1, mine))?.choice === "agree");
});

test("an own insight waits in the cockpit beside what it looks like; refused it has a reason, accepted it reaches who votes", async () => {
  const cem = page("cem");
  await visit(cem, `${room()}?inzicht=klaar`);
  for (const text of ["Een vaste contactpersoon per gezin werkt beter", "Een buurthuis moet ook op zondag open zijn."]) {
    await cem.getByLabel("Uw inzicht").fill(text);
    await cem.getByRole("button", { name: "Voeg toe" }).click();
    await cem.getByRole("listitem").filter({ hasText: text }).getByText("wacht op de gespreksleider").waitFor();
  }
  const lead = await open("lead", await teamCookie(database.db, "facilitator", morning.dialogueId), cockpit());
  const alike = lead.getByRole("listitem").filter({ hasText: "Een vaste contactpersoon per gezin werkt beter" }).last();
  await lead.getByText("Lijkt op:").waitFor();
  await expectAccessible(lead, "cockpit with proposals");
  await alike.getByText("Neem niet op", { exact: true }).click();
  await alike.getByLabel("Reden, voor wie het voorstelde").fill("Dit staat er al als inzicht 1.");
  await alike.getByRole("button", { name: "Neem niet op met deze reden" }).click();
  await lead
    .getByRole("listitem")
    .filter({ hasText: "Een buurthuis moet ook op zondag" })
    .getByRole("button", { name: "Neem op in de toets" })
    .click();
  await cem.getByText("Dit staat er al als inzicht 1.").waitFor();
  await expectAccessible(cem, "overview");
  // while they vote, nobody loads anything
  await page("anna").getByText("Inzicht 2 van 9").waitFor();
  await page("bram").getByText("Inzicht 2 van 9").waitFor();
});

test("the facilitator puts one insight to everybody; pages follow, who writes is asked, without script it is on the page", async () => {
  const [anna, bram, lead] = [page("anna"), page("bram"), page("lead")];
  const put = 7;
  for (const [one, start] of [
    [anna, 3],
    [bram, 4],
  ] as const)
    await visit(one, `${room()}?inzicht=${start}`);
  await bram.keyboard.press("1");
  await bram.getByLabel("Past niet").check();
  await bram.getByLabel("Een voorbeeld waarin het niet past").fill("Ik ben nog aan het schrijven");
  const row = lead.getByRole("listitem").filter({ hasText: texts[put - 1] ?? "" });
  await row.getByRole("button", { name: "Leg voor aan iedereen" }).click();
  await until(() => numberOn(anna) === put);
  await anna.getByText("De gespreksleider legt dit inzicht nu aan iedereen voor").waitFor();
  await expectAccessible(anna, "put to all");
  await bram.getByText("De gespreksleider legt nu dit inzicht aan iedereen voor:").waitFor();
  expect(numberOn(bram)).toBe(4);
  await expect
    .poll(() => bram.getByLabel("Een voorbeeld waarin het niet past").inputValue())
    .toBe("Ik ben nog aan het schrijven");
  await expectAccessible(bram, "another put to all");
  const plain = await enter("plain", 20, "?inzicht=2", { javaScriptEnabled: false });
  await plain.getByText("De gespreksleider legt nu dit inzicht aan iedereen voor:").waitFor();
  await plain.goto(room());
  expect(numberOn(plain)).toBe(put);
  // who comes late on a slow line reads it at once, and keeps it on the screen while the script is on its way
  const slow = await browser.newContext({ locale: "nl-NL", viewport: { width: 320, height: 900 } });
  await carryCookie(slow, cookies.get(late) ?? "");
  const held = Promise.withResolvers<void>();
  await slow.route("**/check-page*.js", async (route) => {
    await held.promise;
    await route.continue();
  });
  const arrives = await slow.newPage();
  const heard = arrives.waitForEvent("websocket").then((socket) => socket.waitForEvent("framereceived"));
  await arrives.goto(room(), { waitUntil: "commit" });
  await heading(arrives)
    .getByText(texts[put - 1] ?? "")
    .waitFor();
  await heard;
  await lead.getByRole("textbox", { name: "Uw bericht" }).fill("Nog vijf minuten.");
  await lead.getByRole("button", { name: "Stuur", exact: true }).click();
  await arrives.getByText("Nog vijf minuten.").waitFor();
  await expect.poll(() => heading(arrives).isVisible()).toBe(true);
  held.resolve();
  await arrives.getByRole("button", { name: /^Kiezen met de toetsen/ }).waitFor();
  await arrives.keyboard.press("4");
  await until(async () => (await answerOf(late, id(put - 1)))?.choice === "not-my-field");
  await slow.close();
  await votesOnAll(late);
  await row.getByRole("button", { name: "Laat iedereen weer zelf verdergaan" }).click();
  await anna.getByText("De gespreksleider legt dit inzicht nu aan iedereen voor").waitFor({ state: "detached" });
});

test("by keys alone through all that is left; stopped halfway, it goes on where it was", async () => {
  const anna = page("anna");
  const keys = keyboardOf(anna);
  await visit(anna, `${room()}?inzicht=1`);
  await anna.keyboard.press("1");
  await until(async () => (await answerOf(0, id(0)))?.choice === "agree");
  await keys.choose(/^Past onder voorwaarden/);
  await keys.type(/^Onder welke voorwaarde past het/, "Als het gezin dat zelf wil");
  await keys.press("button", "Volgend inzicht");
  await keys.kept("the conditions of others");
  await keys.press("button", /^Geldt ook voor mij/);
  await anna.getByRole("button", { name: /^Geldt ook voor mij/, pressed: true }).waitFor();
  await keys.round("the conditions of others");
  await keys.press("link", "Volgend inzicht");
  await anna.getByRole("button", { name: /^Kiezen met de toetsen/ }).waitFor();
  let answered = 0;
  while (new URL(anna.url()).searchParams.get("inzicht") !== "klaar") {
    // the second one is left for after the pause
    if (answered === 1) {
      const place = anna.getByText(/^Inzicht \d+ van 9$/).first();
      const at = (await place.textContent()) ?? "";
      await anna.goto(`${klankbord.origin}/mijn/${morning.slug}`);
      await visit(anna, room());
      await anna.getByText(at, { exact: true }).first().waitFor();
      await expect.poll(() => anna.getByRole("radio", { checked: true }).count()).toBe(0);
    }
    const words = await heading(anna).textContent();
    await anna.getByRole("button", { name: /^Kiezen met de toetsen/ }).waitFor();
    await anna.keyboard.press(String((answered % 3) + 1));
    await anna.getByText("Uw keuze is bewaard.").waitFor();
    answered += 1;
    await keys.press("button", /^(Volgend inzicht|Naar uw overzicht)$/);
    await expect.poll(() => heading(anna).textContent()).not.toBe(words);
    await keys.kept(`after ${words}`);
  }
  expect(answered).toBeGreaterThan(4);
  await anna.getByText("U hebt alle 9 inzichten beantwoord.").waitFor();
  await keys.round("overview");
});

test("without script: choose, see the conditions of others, stand behind one, take one's choice back", async () => {
  const plain = page("plain");
  await plain.goto(`${room()}?inzicht=2`);
  await plain.getByLabel("Eens", { exact: true }).check();
  await plain.getByLabel("Past onder voorwaarden").check();
  await plain.getByLabel("Onder welke voorwaarde past het?").fill("Met een tolk erbij");
  await plain.getByRole("button", { name: "Volgend inzicht" }).click();
  await plain.getByRole("heading", { name: "Wat anderen als voorwaarde noemden" }).waitFor();
  const first = plain.getByRole("button", { name: /Geldt ook voor mij/ }).first();
  const stood = (await first.getAttribute("aria-pressed")) === "true";
  await first.click();
  await plain.getByRole("heading", { name: "Wat anderen als voorwaarde noemden" }).waitFor();
  expect((await first.getAttribute("aria-pressed")) === "true").toBe(!stood);
  await plain.getByRole("link", { name: "Terug naar uw antwoord" }).click();
  await plain.getByRole("button", { name: "Ongedaan maken" }).click();
  expect(numberOn(plain)).toBe(2);
  expect(await answerOf(20, id(1))).toBeNull();
  await plain.getByLabel("Sla over").check();
  await plain.getByRole("button", { name: /Volgend inzicht|Naar uw overzicht/ }).click();
  expect((await answerOf(20, id(1)))?.choice).toBe("skip");
});

test("before the reveal nothing of how others chose is on any page, in any data, over any line", async () => {
  // twelve of anything stands nowhere else on these pages
  const count = await database.db.$count(ballot, and(eq(ballot.insightId, id(6)), eq(ballot.choice, "agree")));
  expect(count).toBeGreaterThan(10);
  const leaks = (text: string) => text.match(/van de \d+ mensen|"figures"|nearly-all|"withheld"|Bevestigd door/g) ?? [];
  const headers = { cookie: cookies.get(5) ?? "" };
  for (const path of ["?inzicht=7", "?inzicht=klaar", "/toets?inzicht=7", "/stand?als=participant", ".data?inzicht=7"]) {
    const answer = await fetch(room() + path, { headers });
    expect(answer.status, path).toBe(200);
    expect(leaks(await answer.text()), path).toEqual([]);
  }
  const anna = page("anna");
  const heard: string[] = [];
  anna.on("websocket", (socket) => socket.on("framereceived", ({ payload }) => heard.push(String(payload))));
  await visit(anna, `${room()}?inzicht=7`);
  await botVotes(5, id(6), "disagree", "not");
  await until(() => heard.length > 1);
  expect(heard.flatMap(leaks)).toEqual([]);
  const beamer = await open(
    "beamer",
    await teamCookie(database.db, "observer", morning.dialogueId),
    `${team()}/scherm/${morning.sessionId}`,
  );
  expect(leaks(await beamer.content())).toEqual([]);
});

test("new words are a version: who sees the old ones keeps them, who voted is invited, contributions tell why", async () => {
  const { db } = database;
  const anna = page("anna");
  await visit(anna, `${room()}?inzicht=1`);
  const cem = page("cem");
  await visit(cem, `${room()}?inzicht=1`);
  await anna.keyboard.press("1");
  await until(async () => (await answerOf(0, id(0)))?.choice === "agree");
  const organiser = await open("organiser", await teamCookie(db, "organiser", morning.dialogueId), `${team()}/inzichten`);
  await organiser.getByRole("link", { name: "Maak een nieuwe versie van inzicht 1", exact: true }).click();
  await organiser.getByRole("heading", { name: "Nieuwe versie van een inzicht" }).waitFor();
  await organiser
    .getByLabel("De nieuwe tekst")
    .fill("Eén vaste contactpersoon per gezin, met een vervanger, werkt beter dan een loket.");
  await organiser.getByRole("button", { name: "Maak deze versie" }).click();
  await organiser.getByRole("alert").getByText("Schrijf op waarom u het inzicht wijzigt.").waitFor();
  await expectAccessible(organiser, "version with an error");
  await organiser.getByLabel("Gewijzigd omdat").fill("Veel mensen noemden vervanging.");
  await organiser
    .getByRole("checkbox", { name: new RegExp(replacement) })
    .first()
    .check();
  await organiser.getByRole("button", { name: "Maak deze versie" }).click();
  await organiser.getByText("Versie 2: wat er veranderde").click();
  await organiser.getByText("Gewijzigd omdat: Veel mensen noemden vervanging.").waitFor();
  await expectAccessible(organiser, "list with versions");

  for (const one of [anna, cem]) await one.getByText("Dit inzicht is intussen gewijzigd").waitFor();
  await expectAccessible(cem, "changed meanwhile");
  await cem.getByRole("radio", { name: "Oneens" }).check();
  await until(async () => (await answerOf(2, id(0)))?.choice === "disagree");
  await anna.getByRole("button", { name: "Bekijk de nieuwe versie" }).click();
  await anna.getByText("Bij de vorige versie koos u: eens.").waitFor();
  await anna.getByText("Wat er veranderde").click();
  await anna.getByText(replacement).first().waitFor();
  await expectAccessible(anna, "new version");
  const [next] = await db
    .select({ id: insight.id })
    .from(insight)
    .where(eq(insight.replacesId, id(0)));
  const nextId = next?.id as InsightId;
  await anna.keyboard.press("1");
  await until(async () => (await answerOf(0, nextId))?.choice === "agree");
  expect(await answerOf(2, nextId)).toBeNull();
  // invited: at the front of what is left
  await visit(cem, room());
  expect(numberOn(cem)).toBe(1);
  for (const n of bots) await botVotes(n, nextId, "agree", "fits");
});

test("an insight that is taken away while it is on the screen says so; the next one is a press away", async () => {
  const cem = page("cem");
  await visit(cem, `${room()}?inzicht=10`);
  await expect.poll(() => heading(cem).textContent()).toBe("Een buurthuis moet ook op zondag open zijn.");
  const deed = {
    scope: morning.dialogueId,
    actor: "system",
    what: "insight.remove",
    subject: { kind: "insight", id: id(0) },
  } as const;
  await change(database.db, deed, (tx) => tx.update(insight).set({ state: "removed" }).where(eq(insight.number, 10)));
  await cem.getByText("Dit inzicht is weggehaald").waitFor();
  await expectAccessible(cem, "taken away");
  await cem.getByRole("button", { name: "Volgend inzicht" }).click();
  await until(() => numberOn(cem) !== 10);
  await change(database.db, deed, (tx) => tx.update(insight).set({ state: "open" }).where(eq(insight.number, 10)));
});

test("one outcome is shown: to who looks at it, to the hall, and of nothing else", async () => {
  const [anna, lead, beamer] = [page("anna"), page("lead"), page("beamer")];
  await visit(anna, `${room()}?inzicht=3`);
  await visit(lead, cockpit());
  const row = lead.getByRole("listitem").filter({ hasText: texts[2] });
  await row.getByRole("button", { name: "Toon de uitkomst" }).click();
  await anna.getByText("Stemmen kan niet meer.").waitFor();
  await anna.locator(".verdict").waitFor();
  await anna.getByText(/van de 2\d mensen zijn het eens\./).waitFor();
  await expect.poll(() => anna.getByRole("radio").count()).toBe(0);
  await expectAccessible(anna, "one outcome on its insight");
  await anna.getByRole("button", { name: "Naar uw overzicht" }).click();
  await anna.getByRole("heading", { name: "De uitslag" }).waitFor();
  await expect.poll(() => anna.locator(".outcome").count()).toBe(1);
  await expectAccessible(anna, "overview with one outcome");
  await row.getByRole("button", { name: "Zet op het scherm" }).click();
  await beamer.getByRole("heading", { name: texts[2] }).waitFor();
  await expectAccessible(beamer, "one outcome in the hall");
  const other = await (await fetch(`${room()}?inzicht=4`, { headers: { cookie: cookies.get(5) ?? "" } })).text();
  expect(other).toContain(texts[3]);
  expect(other.match(/van de \d+ mensen/g) ?? []).toEqual([]);
  await row.getByRole("button", { name: "Haal de uitkomst weg" }).click();
  await beamer.getByText("De uitkomst is nog niet vrijgegeven.").waitFor();
  await anna.getByRole("heading", { name: "De uitslag" }).waitFor({ state: "detached" });
});

test("after the reveal everybody reads the verdicts, both versions side by side, and votes no more", async () => {
  const [anna, lead, plain] = [page("anna"), page("lead"), page("plain")];
  // the picture of all together comes from the worker, a little after the last ballot
  await until(async () => (await database.db.$count(analysis, eq(analysis.dialogueId, morning.dialogueId))) > 0);
  await visit(lead, cockpit());
  await lead.getByRole("button", { name: "Toon alle uitkomsten" }).click();
  await visit(anna, `${room()}?inzicht=klaar`);
  await anna.getByRole("heading", { name: "De uitslag" }).waitFor();
  const versions = anna.locator(".outcome-versions");
  await versions.getByText("Versie 1.").waitFor();
  await versions.getByText("Versie 2.").waitFor();
  await versions.getByText("Bevestigd door de praktijk.").waitFor();
  await expect.poll(() => anna.getByText(/in de praktijk/).count()).toBeGreaterThan(7);
  await expectAccessible(anna, "revealed");
  await visit(anna, `${room()}?inzicht=2`);
  await anna.getByText("Stemmen kan niet meer.").waitFor();
  await expectAccessible(anna, "closed");
  await plain.goto(`${room()}?inzicht=klaar`);
  await plain.getByRole("heading", { name: "De uitslag" }).waitFor();
  const tooLate = await postForm(`${room()}/stemmen`, cookies.get(6) ?? "", { insight: id(1), choice: "agree", fit: "" });
  expect(tooLate.status).toBe(409);
  await lead.getByRole("listitem").filter({ hasText: texts[1] }).getByRole("button", { name: "Zet op het scherm" }).click();
  const beamer = page("beamer");
  await beamer.getByRole("heading", { name: texts[1] }).waitFor();
  await beamer
    .locator(".beam-verdict")
    .getByText(/praktijk/)
    .waitFor();
  // what all together come to, for cockpit, hall and participants alike
  const finding = anna.locator("section[aria-labelledby=uitslag] > p > strong").first();
  await visit(anna, `${room()}?inzicht=klaar`);
  const said = (await finding.textContent())?.replace(/\.$/, "") ?? "";
  expect(said.length).toBeGreaterThan(5);
  await expectAccessible(lead, "cockpit with outcomes");
  await lead.getByRole("button", { name: "Zet dit beeld op het scherm" }).click();
  await beamer.getByRole("heading", { level: 1, name: said }).waitFor();
  await beamer.getByRole("heading", { name: "Wat allen delen" }).waitFor();
  await expectAccessible(beamer, "all together in the hall");
});

test("after the session the outcomes stay readable, the check goes on as long as the organiser says, and the report has it", async () => {
  const { db } = database;
  const [anna, organiser] = [page("anna"), page("organiser")];
  const ended = {
    scope: morning.dialogueId,
    actor: "system",
    what: "session.end",
    subject: { kind: "session", id: morning.sessionId },
  } as const;
  await change(db, ended, (tx) => tx.update(session).set({ state: "ended", turn: 9 }));
  await visit(anna, room());
  await anna.getByRole("heading", { name: "De uitslag" }).waitFor();
  await expectAccessible(anna, "ended");
  await anna.getByRole("link", { name: "Bekijk de hele uitkomst, ook per vakgebied" }).click();
  await anna.getByRole("heading", { name: "Per inzicht" }).waitFor();
  await anna
    .locator("ol.each")
    .getByRole("link", { name: /^Eén vaste contactpersoon per gezin, met een vervanger/ })
    .click();
  await anna.getByRole("heading", { name: "Versies naast elkaar" }).waitFor();
  await visit(anna, room());
  expect((await fetch(`${room()}/toets`, { headers: { cookie: cookies.get(0) ?? "" }, redirect: "manual" })).status).toBe(302);

  await visit(organiser, `${team()}/inzichten/periode`);
  const [untilDate, untilTime] = [organiser.getByLabel("Datum").nth(1), organiser.getByLabel("Tijd").nth(1)];
  await untilDate.fill("2020-01-01");
  await organiser.getByRole("button", { name: "Bewaar" }).click();
  await organiser.getByRole("alert").getByText("Vul een tijd in waarop de toets sluit").waitFor();
  await expectAccessible(organiser, "period with an error");
  const tomorrow = new Date(Date.now() + 30 * 3_600_000).toISOString().slice(0, 10);
  await untilDate.fill(tomorrow);
  await untilTime.fill("17:00");
  await organiser.getByRole("button", { name: "Bewaar" }).click();
  await organiser.getByText("Bewaard. Deelnemers zien het").waitFor();
  await expectAccessible(organiser, "period");

  // One comes in after the session: the outcome of it is still to be told.
  const fresh = await morning.addInsight("Een huisarts hoort bij het wijkteam.");
  await again(anna);
  await anna.getByRole("link", { name: /toetsen/ }).click();
  await until(() => anna.url().includes("/toets?inzicht="));
  await anna.getByText("U kunt toetsen tot").waitFor();
  await heading(anna).getByText("Een huisarts hoort bij het wijkteam.").waitFor();
  await expectAccessible(anna, "beside the session");
  await anna.keyboard.press("1");
  await until(async () => (await answerOf(0, fresh))?.choice === "agree");
  await anna.getByLabel("Past onder voorwaarden").check();
  await anna.getByLabel("Onder welke voorwaarde past het?").fill("Als de huisarts tijd krijgt");
  await anna.getByRole("button", { name: /Volgend inzicht|Naar uw overzicht/ }).click();
  await until(async () => (await db.$count(contribution, eq(contribution.insightId, fresh))) === 1);

  await db.update(dialogue).set({ state: "harvest" });
  await visit(organiser, `${team()}/verslag/voorbeeld`);
  const practice = organiser.locator("section[aria-labelledby=praktijk]");
  for (const [at, text] of texts.entries()) {
    const section = practice.locator(`section[aria-labelledby=inzicht-${at + 1}]`);
    await section.getByText(text).first().waitFor();
    await expect.poll(() => section.locator("p.verdict").count()).toBe(at === 0 ? 2 : 1);
  }
  // both versions with their verdict, why, and the contribution that led to it
  const reworded = practice.locator("section[aria-labelledby=inzicht-1]");
  await reworded.getByText("Gewijzigd omdat: Veel mensen noemden vervanging.").waitFor();
  await reworded.getByText("De bijdrage die hiertoe leidde").click();
  const cause = reworded.getByRole("listitem").filter({ hasText: replacement }).getByRole("link").first();
  await cause.click();
  await expect.poll(() => organiser.locator(new URL(organiser.url()).hash).textContent()).toContain(replacement);
  await expectAccessible(organiser, "the report on the check");
  expect(faults).toEqual([]);
});

import type { Page } from "@playwright/test";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { contribution } from "../app/contribution/tables.ts";
import { registration } from "../app/dialogue/people/tables.ts";
import { session } from "../app/dialogue/tables.ts";
import type { GroupId, PersonId } from "../app/platform/ids.ts";
import { floor } from "../app/session/tables.ts";
import { expectAccessible } from "./axe.ts";
import { openProxy, type Weather } from "./bad-network.ts";
import { carryCookie, launchBrowser } from "./browser.ts";
import { type FreshDatabase, freshDatabase } from "./database.ts";
import { type Klankbord, startKlankbord } from "./klankbord.ts";
import { openScreen, worldOf } from "./line.ts";
import { type Morning, makeMorning } from "./morning.ts";
import { scanEverywhere } from "./scan.ts";
import { until } from "./until.ts";
import { guestCookie, postForm, teamCookie } from "./visitors.ts";

// docs/real-time-text.md: the rules between brackets.

let database: FreshDatabase;
let morning: Morning;
let klankbord: Klankbord;
let browser: Awaited<ReturnType<typeof launchBrowser>>;
let tables: GroupId[];
let leads: string;
const cookies: string[] = [];
const faults: string[] = [];
const names = ["Noor", "Sami", "Ana", "Joris", "Fatima", "Wim"];

beforeAll(async () => {
  database = await freshDatabase();
  const { db } = database;
  morning = await makeMorning(db, 6);
  for (const [i, personId] of morning.people.entries()) {
    cookies.push(await guestCookie(db, personId, morning.dialogueId));
    await db
      .update(registration)
      .set({ name: `${names[i]} de Vries` })
      .where(eq(registration.personId, personId));
  }
  tables = await morning.seat("group", [
    [0, 1, 2],
    [3, 4, 5],
  ]);
  await goTo("group");
  leads = await teamCookie(db, "facilitator", morning.dialogueId, { name: "Joke Lead", mail: "joke@team.example" });
  klankbord = await startKlankbord({ env: { DATABASE_URL: database.url } });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await klankbord?.[Symbol.asyncDispose]();
  await database?.[Symbol.asyncDispose]();
});

async function goTo(kind: string): Promise<void> {
  await morning.goTo(kind);
  await database.db
    .update(session)
    .set({ turn: sql`turn + 1`, stepStartedAt: sql`now()`, stepEndsAt: sql`now() + interval '20 minutes'` });
}
const room = () => `/bijeenkomst/${morning.sessionId}`;
const cockpit = () => `/team/${morning.slug}/bijeenkomst/${morning.sessionId}`;
const person = (n: number) => morning.people[n] as PersonId;
const type = (n: number, fields: Record<string, string>) =>
  postForm(`${klankbord.origin}${room()}/typen`, cookies[n] ?? "", { als: "participant", ...fields });
async function open(cookie: string, path: string, width = 1280): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, locale: "nl" });
  await carryCookie(context, cookie);
  const page = await context.newPage();
  page.on("pageerror", (error) => faults.push(error.message));
  await page.goto(klankbord.origin + path);
  return page;
}

const networks: readonly (readonly [name: string, Weather, by: string])[] = [
  ["an open network", {}, "socket"],
  ["one that breaks upgrades", { breaksUpgrades: true }, "stream"],
  ["one that breaks upgrades and keeps answers back", { breaksUpgrades: true, buffers: true }, "wait"],
];
describe.each(networks)("on %s", (_name, weather, by) => {
  test("the others at a table read a line while it is typed, and nobody else; long numbers stay hidden [RT1, RT2, RT5]", async () => {
    await using proxy = await openProxy(klankbord, weather);
    const screen = (n: number) =>
      openScreen(
        { session: morning.sessionId, as: "participant" },
        worldOf({ origin: proxy.origin, from: klankbord.origin }, cookies[n] ?? ""),
        { firstWithinMs: weather.buffers ? 1_000 : 20_000, waitBefore: () => 50, lostAfterMs: 20_000 },
      );
    const [other, elsewhere] = [screen(1), screen(4)];
    try {
      await other.until(({ group }) => group !== null);
      await elsewhere.until(({ group }) => group !== null);
      await until(() => other.kinds.at(-1) === by);
      const writing = () => other.talk.at(-1)?.writing;
      const sent = performance.now();
      expect((await type(0, { tekst: "Een vast ge" })).status).toBe(200);
      await until(() => writing()?.[0]?.text === "Een vast ge");
      console.error(`by ${by}: read by the other after ${Math.round(performance.now() - sent)} ms`);
      expect(writing()).toEqual([{ by: person(0), text: "Een vast ge" }]);
      await type(0, { tekst: "Een vast gezicht, bel 06-12345678" });
      await until(() => writing()?.[0]?.text === "Een vast gezicht, bel ••-••••••••");
      await type(0, { stil: "1" });
      await until(() => writing()?.[0]?.text === null);
      // two at once, each by name
      await type(2, { tekst: "Ja, en" });
      await until(() => writing()?.length === 2);
      await type(0, { tekst: "" });
      await type(2, { tekst: "" });
      await until(() => writing()?.length === 0);
      expect(other.talk.every(({ place }) => place === tables[0])).toBe(true);
      expect(elsewhere.talk).toEqual([]);
      expect(JSON.stringify(other.messages)).not.toContain("12345678");
      // a view itself holds no word of it
      expect(JSON.stringify(other.views)).not.toContain("gezicht");
    } finally {
      other.line.stop();
      elsewhere.line.stop();
    }
  });
});

test("a line ends with a move and a measure; who has no table says nothing [RT4, RT6]", async () => {
  const { db } = database;
  const screen = openScreen({ session: morning.sessionId, as: "participant" }, worldOf(klankbord, cookies[1] ?? ""));
  try {
    await screen.until(({ group }) => group !== null);
    const writing = () => screen.talk.at(-1)?.writing.map(({ text }) => text) ?? [];
    await type(0, { tekst: "Ik word verplaatst" });
    await until(() => writing().includes("Ik word verplaatst"));
    const move = (to: GroupId | undefined) =>
      postForm(`${klankbord.origin}${cockpit()}/verplaatsingen`, leads, { mens: person(0), deelgroep: to ?? "" });
    await move(tables[1]);
    await until(() => writing().length === 0);
    await move(tables[0]);
    await until(async () => (await type(0, { tekst: "Ik ben terug" })) && writing().includes("Ik ben terug"));
    await postForm(`${klankbord.origin}${cockpit()}/maatregelen`, leads, { mens: person(0), soort: "muted", reden: "Even rust" });
    await until(() => writing().length === 0);
    expect((await type(0, { tekst: "Toch nog" })).status).toBe(409);
    await db.execute(sql`update measure set lifted_at = now()`);
    await until(async () => (await type(0, { tekst: "Weer" })).status === 200);
    // more than anybody types
    const many = await Promise.all(Array.from({ length: 60 }, () => type(5, { tekst: "a" })));
    expect(new Set(many.map(({ status }) => status))).toEqual(new Set([200, 429]));
    expect((await type(4, { tekst: "x".repeat(20_000) })).status).toBe(413);
    expect((await postForm(`${klankbord.origin}${room()}/typen`, leads, { als: "captions", tekst: "a" })).status).toBe(409);
    expect((await postForm(`${klankbord.origin}${room()}/typen`, "", { als: "participant", tekst: "a" })).status).toBe(401);
  } finally {
    screen.line.stop();
  }
});

test("a conversation: seen while typed, told apart and by name; finished lines are kept, said aloud and can be taken back", async () => {
  const { db } = database;
  const [noor, sami] = [await open(cookies[0] ?? "", room()), await open(cookies[1] ?? "", room(), 320)];
  // closed until somebody says something, or opens it
  await sami.locator("summary", { hasText: "Gesprek in tekst" }).waitFor();
  await noor.locator("summary", { hasText: "Gesprek in tekst" }).click();
  const line = noor.getByLabel("Wat wilt u zeggen?");
  await noor.getByText("Anderen lezen mee terwijl u typt.").waitFor();
  // character by character, as fingers do [6.2.1.1, 6.2.4]
  await line.pressSequentially("Vertrouwen groeit ", { delay: 30 });
  const seen = sami.getByRole("list", { name: "Wordt nu geschreven" });
  await seen.getByText("Noor de Vries schrijft").waitFor();
  await seen.getByText("Vertrouwen groeit").waitFor();
  await line.pressSequentially("te voet, kanariewoord 1234567");
  await seen.getByText("te voet, kanariewoord •••••••").waitFor();
  await expectAccessible(sami, "a line that is being written");
  // nothing of it is kept anywhere [RT3]
  expect((await scanEverywhere(db, ["kanariewoord"])).found).toEqual([]);
  expect(klankbord.said()).not.toContain("kanariewoord");
  // what is not in the line yet is not said aloud
  await expect.poll(() => sami.locator(".talk [aria-live=polite]").first().textContent()).toBe("");
  await line.fill("Vertrouwen groeit te voet.");
  await line.press("Enter");
  await sami.locator(".talk-lines li:not(.talk-own)", { hasText: "Vertrouwen groeit te voet." }).waitFor();
  await until(
    async () =>
      (await sami.locator(".talk [aria-live=polite]").first().textContent()) === "Noor de Vries: Vertrouwen groeit te voet.",
  );
  await until(async () => (await seen.locator("li").count()) === 0);
  // sent and received are told apart: by side, and by name [6.2.2.1, 6.2.2.2, 6.2.2.3]
  await noor.locator(".talk-own", { hasText: "U: Vertrouwen groeit te voet." }).waitFor();
  await expect.poll(() => noor.evaluate(() => document.activeElement?.id)).toBe("tekst-talk");
  await noor.keyboard.type("Ook bij jullie?");
  await seen.getByText("Ook bij jullie?").waitFor();
  await noor.keyboard.press("Enter");
  const answer = sami.getByLabel("Wat wilt u zeggen?");
  await answer.fill("Ja, bel 0612345678");
  await answer.press("Enter");
  // the guard asks before it is kept, and what was typed stays
  await sami
    .getByText(/persoonsgegevens/)
    .first()
    .waitFor();
  await answer.fill("Ja, wij ook.");
  await answer.press("Enter");
  await noor.locator(".talk-lines li", { hasText: "Sami de Vries: Ja, wij ook." }).waitFor();
  // not on the table, and not in the room of others
  await expect.poll(() => noor.locator("#op-tafel ~ *", { hasText: "Ja, wij ook." }).count()).toBe(0);

  // who would rather not be seen: only that they write [RT7]
  await noor.getByRole("button", { name: "Laat niemand meelezen" }).click();
  await line.pressSequentially("Geheim tot ik stuur");
  await seen.getByText("Noor de Vries schrijft").waitFor();
  await expect.poll(() => seen.textContent()).not.toContain("Geheim");
  await line.fill("");
  await noor.getByRole("button", { name: "Laat anderen meelezen" }).click();

  await noor
    .locator(".talk-own", { hasText: "Ook bij jullie?" })
    .getByRole("button", { name: /Haal weg/ })
    .click();
  await sami.locator(".talk-lines li", { hasText: "Ook bij jullie?" }).waitFor({ state: "detached" });
  expect(
    (await db.select().from(contribution).orderBy(contribution.number)).map(({ kind, groupId, state }) => [kind, groupId, state]),
  ).toEqual([
    ["talk", tables[0], "visible"],
    ["talk", tables[0], "withdrawn"],
    ["talk", tables[0], "visible"],
  ]);
  // a reload brings the conversation back
  await sami.reload();
  await sami.locator(".talk-own", { hasText: "U: Ja, wij ook." }).waitFor();
  for (const page of [noor, sami]) await page.context().close();

  // without script it is a form
  const plain = await postForm(`${klankbord.origin}${room()}/gesprek`, cookies[2] ?? "", {
    ...{ id: crypto.randomUUID(), kind: "talk", text: "Zonder script.", terug: "#gesprek" },
    step: morning.steps.find(({ kind }) => kind === "group")?.id ?? "",
  });
  expect([plain.status, plain.headers.get("location")]).toEqual([303, `${room()}#gesprek`]);
  const page = await (await fetch(klankbord.origin + room(), { headers: { cookie: cookies[1] ?? "" } })).text();
  expect(page).toContain("Zonder script.");
  expect(page).not.toContain("Anderen lezen mee");
  expect(faults).toEqual([]);
});

test("the floor: asked in one tap, given in the cockpit, written by who has it and read by everybody; captions beside it", async () => {
  const { db } = database;
  await goTo("plenary");
  await db.update(session).set({ projector: { shows: "question" } });
  const [noor, sami] = [await open(cookies[0] ?? "", room(), 320), await open(cookies[1] ?? "", room())];
  const lead = await open(leads, cockpit());
  await noor.getByRole("button", { name: "Vraag het woord, ik schrijf" }).click();
  await noor.getByText("U hebt het woord gevraagd, om te schrijven.").waitFor();
  await sami.getByRole("button", { name: "Vraag het woord", exact: true }).click();
  await sami.getByRole("button", { name: "Toch niet" }).click();
  await sami.getByRole("button", { name: "Vraag het woord", exact: true }).click();
  const queue = lead.locator(".floor-queue li");
  await until(async () => (await queue.count()) === 2);
  // Noor and Sami both wrote: who asked first comes first
  await expect.poll(() => queue.first().textContent()).toContain("Noor de Vries");
  await expect.poll(() => queue.first().textContent()).toContain("schreef al iets");
  await expectAccessible(lead, "the queue for the floor");
  await queue
    .first()
    .getByRole("button", { name: /Geef het woord, 2 min/ })
    .click();
  await noor.getByText("U hebt het woord", { exact: true }).waitFor();
  await sami.getByText("Noor de Vries heeft het woord, en schrijft").waitFor();
  const hallScreen = await open(leads, `/team/${morning.slug}/scherm/${morning.sessionId}`);
  const line = noor.getByLabel("Wat u zegt, iedereen leest mee");
  await line.pressSequentially("Wij missen tijd");
  for (const page of [sami, hallScreen]) await page.getByText("Wij missen tijd").waitFor();
  await expectAccessible(noor, "having the floor in text");
  await line.press("Enter");
  for (const page of [sami, hallScreen])
    await page.locator(".said-lines ol li", { hasText: "Noor de Vries: Wij missen tijd" }).waitFor();
  await until(async () =>
    (await sami.locator(".floor [aria-live=polite]").allTextContents()).includes("Noor de Vries: Wij missen tijd"),
  );

  // captions, by somebody of the team who was appointed
  const writer = await teamCookie(db, "observer", morning.dialogueId, { name: "Tess Tolk", mail: "tess@tolk.example" });
  const captions = await open(writer, `/team/${morning.slug}/ondertiteling/${morning.sessionId}`);
  await captions.getByText("De gespreksleider heeft u niet aangewezen").waitFor();
  await lead.reload();
  await lead.locator("summary", { hasText: "Ondertiteling" }).click();
  await lead.getByLabel("Wie schrijft mee wat er gezegd wordt?").selectOption({ label: "Tess Tolk" });
  await lead.getByRole("button", { name: "Wijs aan" }).click();
  const caption = captions.getByLabel("Regel", { exact: true });
  await caption.pressSequentially("Joke: dank u wel, ondertitelwoord");
  for (const page of [sami, hallScreen]) await page.getByText("Joke: dank u wel, ondertitelwoord").waitFor();
  await expectAccessible(captions, "writing captions");
  await caption.press("Enter");
  await sami.locator(".said-lines ol li", { hasText: "Ondertiteling: Joke: dank u wel, ondertitelwoord" }).waitFor();
  expect((await scanEverywhere(db, ["ondertitelwoord"])).found).toEqual([]);

  // a speaker whose line falls away keeps the floor, and the cockpit says so
  await noor.context().close();
  await lead.locator(".floor-now", { hasText: "verbinding weg" }).waitFor();
  await queue
    .first()
    .getByRole("button", { name: /Geef het woord, 2 min/ })
    .click();
  await sami.getByText("U hebt het woord", { exact: true }).waitFor();
  await sami.getByRole("button", { name: "Ik ben klaar" }).click();
  await sami.getByRole("button", { name: "Vraag het woord", exact: true }).waitFor();
  expect((await db.select().from(floor)).filter(({ givenAt }) => givenAt !== null)).toHaveLength(2);

  // a step that ends takes the floor and the captions with it
  await goTo("group");
  await sami.locator("summary", { hasText: "Gesprek in tekst" }).waitFor();
  await captions.getByText("Nu zijn mensen niet met de hele groep bij elkaar.").waitFor();
  expect(faults).toEqual([]);
  for (const page of [sami, lead, hallScreen, captions]) await page.context().close();
});

test("a sign in the hall: seen by all as a number, by nobody as a name, and gone by itself [RT11]", async () => {
  await goTo("plenary");
  const [noor, sami, lead] = await Promise.all([
    open(cookies[0] ?? "", room()),
    open(cookies[1] ?? "", room()),
    open(leads, cockpit()),
  ]);
  await noor.locator("button:enabled", { hasText: "Applaus" }).click();
  await noor.getByText("Uw teken is even te zien, zonder uw naam.").waitFor();
  await sami.locator(".sign-marks").getByText("Applaus: 1").waitFor();
  for (const n of [2, 2]) expect((await type(n, { teken: "applause" })).status).toBe(200);
  await sami.locator(".sign-marks").getByText("Applaus: 2").waitFor();
  await lead.locator(".sign-marks").getByText("Applaus: 2").waitFor();
  await expectAccessible(sami, "signs in the hall");
  await sami.locator(".sign-marks").waitFor({ state: "detached" });
  expect((await type(2, { teken: "boe" })).status).toBe(422);
  await goTo("group");
  await until(async () => (await type(2, { teken: "applause" })).status === 409);
  expect(faults).toEqual([]);
  await Promise.all([noor, sami, lead].map((page) => page.context().close()));
});

import type { Browser, Page } from "@playwright/test";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { access } from "../app/dialogue/access/access.ts";
import { mintLink } from "../app/dialogue/people/links.server.ts";
import { dialogue } from "../app/dialogue/tables.ts";
import { networkCircle } from "../app/network/circles/tables.ts";
import { networkPractice } from "../app/network/library/tables.ts";
import { networkAsk, networkMember, networkMessage } from "../app/network/tables.ts";
import type { PersonId, PulseId } from "../app/platform/ids.ts";
import { itemOwner, programmeItem, programmeStep } from "../app/programme/tables.ts";
import { pulse } from "../app/results/pulse/tables.ts";
import { theme } from "../app/themes/tables.ts";
import { widths } from "./axe.ts";
import { carryCookie, launchBrowser } from "./browser.ts";
import { type FreshDatabase, freshDatabase } from "./database.ts";
import { keyboardOf } from "./keyboard.ts";
import { type Klankbord, startKlankbord } from "./klankbord.ts";
import { visit } from "./visit.ts";
import { guestCookie, teamCookie } from "./visitors.ts";
import { makeWorld, type World } from "./world.ts";

const team = ["", "/antwoorden", "/dekking", "/nieuw", "/1", "/1/delen", "/1/mensen"].map(
  (path) => `/team/hier/programma${path}`,
);
const screens = {
  organiser: [...team, "/team/hier/netwerk", "/team/hier/vervolg", "/team/hier/peiling", "/team/hier/overdracht"],
  member: [
    ...["/netwerk", "/berichten", "/toezeggingen", "/programma", "/overdracht", "/sleutels"].map((path) => `/mijn/hier${path}`),
    ...["", "/mensen/:member", "/vragen", "/vragen/nieuw", "/vragen/1", "/praktijk", "/praktijk/1"].map(
      (path) => `/netwerk/hier${path}`,
    ),
    ...["/praktijk/:entry/bestanden", "/praktijk/nieuw/schrijven", "/praktijk/2/schrijven"].map((path) => `/netwerk/hier${path}`),
    ...["", "/nieuw", "/nieuw?soort=consultation", "/1"].map((path) => `/netwerk/hier/groepen${path}`),
  ],
  stranger: [
    "/netwerk/hier",
    "/programma/hier",
    "/programma/hier/dekking",
    "/punt/:owner",
    "/peiling/:pulse",
    "/programmapost/:news",
  ],
} as const;
type Who = keyof typeof screens;

const long = "Meervoudigeproblematiekhuishoudensondersteuningscoördinator";
let database: FreshDatabase;
let klankbord: Klankbord;
let browser: Browser;
let here: World;
const pages = {} as Record<Who, Page>;
const names: Record<string, string> = {};

beforeAll(async () => {
  database = await freshDatabase();
  const { db } = database;
  here = await makeWorld(db, "hier");
  await fillWithLongWords();
  klankbord = await startKlankbord({ env: { DATABASE_URL: database.url } });
  browser = await launchBrowser();
  const cookies = {
    organiser: await teamCookie(db, "organiser", here.dialogueId),
    member: await guestCookie(db, here.people[1] as PersonId, here.dialogueId),
    stranger: "",
  };
  for (const who of Object.keys(screens) as Who[]) {
    const context = await browser.newContext({ locale: "nl", baseURL: klankbord.origin });
    await carryCookie(context, cookies[who]);
    pages[who] = await context.newPage();
  }
});
afterAll(async () => {
  await browser?.close();
  await klankbord?.[Symbol.asyncDispose]();
  await database?.[Symbol.asyncDispose]();
});

/** What people write is longer than a telephone is wide. */
async function fillWithLongWords(): Promise<void> {
  const { db } = database;
  const { dialogueId, itemId, themeId, insightId } = here;
  const personId = here.people[1] as PersonId;
  await db.update(dialogue).set({ programmeShownAt: new Date() }).where(eq(dialogue.id, dialogueId));
  await db.update(networkMember).set({ name: `Jan-Willem ${long}`, does: `${long} bij de ${long}-organisatie`, offers: long });
  await db.update(networkAsk).set({ title: `Wie kent een ${long}?`, context: long });
  await db.update(networkCircle).set({ title: `Werkgroep ${long}`, about: long, place: `Buurthuis ${long}` });
  await db.update(networkMessage).set({ text: `Kent u een ${long}? https://voorbeeld.example/${long}/${long}` });
  for (const { id, words } of await db.select().from(networkPractice))
    await db
      .update(networkPractice)
      .set({ words: { ...words, title: `De ${long} aan tafel`, links: `https://voorbeeld.example/${long}` } })
      .where(eq(networkPractice.id, id));
  await db
    .update(theme)
    .set({ name: `Eén ${long}` })
    .where(eq(theme.id, themeId));
  await db.update(programmeItem).set({ title: `Eén ${long} per wijk`, acts: long, budget: long, indicator: long });
  await db.insert(programmeStep).values({ itemId, position: 1, text: long, due: "2026-01-01" });
  const [owner] = await db
    .insert(itemOwner)
    .values({ itemId, personId, role: `${long} van de gemeente`, lead: true })
    .returning({ id: itemOwner.id });
  const id = crypto.randomUUID() as PulseId;
  await db.insert(pulse).values({ id, dialogueId, insightIds: [insightId], until: "2099-01-01" });
  await db.transaction(async (tx) => {
    const of = { personId, dialogueId };
    names.owner = await mintLink(tx, "item-owner", { ...of, subjectId: owner?.id ?? "" });
    names.pulse = await mintLink(tx, "pulse", { ...of, subjectId: id });
    names.news = await mintLink(tx, "programme-news", of);
  });
  Object.assign(names, { member: here.networkMemberId, entry: here.ownPracticeId });
}

const addressOf = (pattern: string) => pattern.replace(/:(\w+)/g, (_, name: string) => names[name] ?? "");

test("no screen of the programme and the network is left out", () => {
  const shown = Object.values(screens).flatMap((paths) => paths.map((path) => path.split("?")[0] ?? ""));
  const isShown = (pattern: string) => shown.some((path) => new RegExp(`^${pattern.replaceAll(/:\w+/g, "[^/]+")}$`).test(path));
  const known = Object.keys(access).filter((path) => /^\/(team|mijn|netwerk|programma|punt|peiling|programmapost)\b/.test(path));
  const ours = known.filter((path) => /programma|netwerk|vervolg|overdracht|peiling|punt|\/berichten|toezeggingen/.test(path));
  // what is made ready for a meeting has a walk of its own; the others are no page
  expect(ours.filter((path) => !/\/live$|\.ics$|\.png$|\/bestand\//.test(path) && !isShown(path))).toEqual([]);
});

test.each(Object.entries(screens).flatMap(([who, paths]) => paths.map((path) => [who as Who, path] as const)))(
  "%s goes through %s by keyboard, on a telephone and on a screen",
  async (who, pattern) => {
    const page = pages[who];
    await visit(page, addressOf(pattern));
    await page.getByRole("heading", { level: 1 }).waitFor();
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect(over, `${pattern} at ${width} scrolls sideways`).toBeLessThanOrEqual(0);
    }
    await keyboardOf(page).round(pattern);
  },
);

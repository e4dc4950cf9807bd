import type { Browser, Page } from "@playwright/test";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { registration } from "../app/dialogue/people/tables.ts";
import { dialogue, person } from "../app/dialogue/tables.ts";
import { networkMember } from "../app/network/tables.ts";
import type { PersonId } from "../app/platform/ids.ts";
import { showProgramme } from "../app/programme/items/items.server.ts";
import { carryCookie, launchBrowser } from "./browser.ts";
import { type FreshDatabase, freshDatabase } from "./database.ts";
import { signEverybodyIn } from "./everybody.ts";
import { type Klankbord, startKlankbord } from "./klankbord.ts";
import { expectParts } from "./language.ts";
import { visit } from "./visit.ts";
import { makeWorld, type World } from "./world.ts";

let database: FreshDatabase;
let klankbord: Klankbord;
let browser: Browser;
let here: World;
let reader: Page;
let participant: Page;
let organiser: Page;

/** A Dutch dialogue, read by people who have the interface in English. */
beforeAll(async () => {
  database = await freshDatabase();
  const { db } = database;
  here = await makeWorld(db, "hier");
  const cookies = await signEverybodyIn(db, here, await makeWorld(db, "ander"));
  await showProgramme(db, here.dialogueId, here.people[0] as PersonId, true);
  // a name is of no language
  await db.update(person).set({ name: sql`replace(replace(${person.name}, 'Deelnemer', 'Kim'), 'tolk', 'Sam')` });
  await db.update(networkMember).set({ name: sql`replace(${networkMember.name}, 'Lid', 'Kim')` });
  await db.update(registration).set({ name: sql`replace(${registration.name}, 'Deelnemer', 'Kim')`, function: "ambulant" });
  klankbord = await startKlankbord({ env: { DATABASE_URL: database.url } });
  browser = await launchBrowser();
  const open = async (cookie: string) => {
    const context = await browser.newContext({ baseURL: klankbord.origin, locale: "en-GB" });
    await carryCookie(context, cookie);
    return context.newPage();
  };
  [reader, participant, organiser] = [await open(""), await open(cookies.participant), await open(cookies.organiser)];
});
afterAll(async () => {
  await browser?.close();
  await klankbord?.[Symbol.asyncDispose]();
  await database?.[Symbol.asyncDispose]();
});

async function see(page: Page, path: string, ...typed: string[]): Promise<void> {
  await visit(page, path);
  await expectParts(page, "en", "nl", path);
  for (const text of typed) await said(page, text);
}
const said = (page: Page, text: string) => page.locator("[lang=nl]", { hasText: text }).first().waitFor({ state: "attached" });

test("public pages: what authors wrote is Dutch, the rest English", async () => {
  await see(reader, "/", "Veerkracht in de wijk");
  await see(reader, "/oproep/hier", "Veerkracht in de wijk", "Wat hebt u nodig?", "zorg en hulpverlening", "bewoner");
  await see(reader, "/oproep/hier/privacy", "Wat we bewaren.");
  await see(reader, "/verslag/hier", "Mensen missen een vast gezicht.", "Een vaste contactpersoon");
  await see(reader, "/verslag/hier/1/bijdragen", "Tijd om na te bellen.");
  await see(reader, "/verslag/hier/draden", "Zij bellen te laat.");
  await see(reader, "/programma/hier", "Eén nummer per wijk", "Nabijheid");
  await see(reader, "/programma/hier/dekking");
});

test("the room, and the screen in the hall", async () => {
  const room = `/bijeenkomst/${here.sessionId}`;
  const beam = `/team/hier/scherm/${here.sessionId}`;
  await see(participant, room, "Een vast gezicht in de wijk.");
  await see(organiser, beam, "Veerkracht in de wijk");
  await here.goTo("practice-check");
  await see(participant, room);
  await see(participant, `${room}/toets`);
  await see(organiser, beam);
  await here.goTo("plenary");
  await see(participant, room, "Wat horen we?");
});

test("pages of one's own, and of the network", async () => {
  for (const path of ["/mijn/hier", "/mijn/hier/inbreng", "/mijn/hier/verslag"])
    await see(participant, path, "Veerkracht in de wijk");
  await see(participant, "/netwerk/hier/vragen", "Wie kent schuldhulp voor jongeren?");
  await see(participant, "/netwerk/hier/praktijk", "Vaste gezinswerker");
});

test("pages of the team", async () => {
  await see(organiser, "/team", "Veerkracht in de wijk");
  for (const path of ["", "/instellingen", "/inzichten", "/themas", "/programma", `/draaiboek/${here.sessionId}`])
    await see(organiser, `/team/hier${path}`);
  await see(organiser, `/team/hier/bijeenkomst/${here.sessionId}`);
});

test("a dialogue that is written in English says nothing of it on an English page", async () => {
  await database.db.update(dialogue).set({ language: "en" }).where(eq(dialogue.id, here.dialogueId));
  for (const path of ["/oproep/hier", "/verslag/hier", "/programma/hier"]) {
    await visit(reader, path);
    expect(await reader.locator("main [lang]").count(), path).toBe(0);
  }
});

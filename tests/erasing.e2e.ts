import type { Browser, Page } from "@playwright/test";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { dialogue } from "../app/dialogue/tables.ts";
import { mailbox } from "../app/platform/mail/tables.ts";
import { expectAccessible } from "./axe.ts";
import { carryCookie, launchBrowser } from "./browser.ts";
import { type FreshDatabase, freshDatabase } from "./database.ts";
import { type Klankbord, startKlankbord } from "./klankbord.ts";
import { visit } from "./visit.ts";
import { postForm, teamCookie } from "./visitors.ts";
import { makeWorld, type World } from "./world.ts";

let database: FreshDatabase;
let klankbord: Klankbord;
let browser: Browser;
let here: World;
let organiser: Page;
let administrator: Page;
let cookie: string;

/** Two pairs of eyes; each test goes on where the one before it ended. */
beforeAll(async () => {
  database = await freshDatabase();
  const { db } = database;
  here = await makeWorld(db, "hier");
  await db.update(dialogue).set({ title: "Veerkracht in de wijk" }).where(eq(dialogue.id, here.dialogueId));
  cookie = await teamCookie(db, "organiser", here.dialogueId, { name: "Samira Bouzid", mail: "samira@team.example" });
  const other = await teamCookie(db, "administrator", null, { name: "Cor Vermeer", mail: "cor@team.example" });
  klankbord = await startKlankbord({ env: { DATABASE_URL: database.url } });
  browser = await launchBrowser();
  organiser = await openFor(cookie);
  administrator = await openFor(other);
});
afterAll(async () => {
  await browser?.close();
  await klankbord?.[Symbol.asyncDispose]();
  await database?.[Symbol.asyncDispose]();
});

async function openFor(who: string): Promise<Page> {
  const context = await browser.newContext({ locale: "nl", baseURL: klankbord.origin });
  await carryCookie(context, who);
  return context.newPage();
}
const letterTo = async (address: string) =>
  (await database.db.select().from(mailbox)).findLast((one) => one.address === address)?.text ?? "";

test("a dialogue that is open cannot be erased, and says what to do first", async () => {
  await visit(organiser, "/team/hier/wissen");
  await organiser.getByText("Deze dialoog is nog niet gesloten.").waitFor();
  await expectAccessible(organiser, "erasing an open dialogue");
  const answer = await postForm(`${klankbord.origin}/team/hier/wissen`, cookie, { doen: "ask", reason: "Nu meteen" });
  expect(answer.status).toBe(409);
});

test("the organiser asks, with a reason; without one it says so", async () => {
  await database.db.update(dialogue).set({ state: "archived", archivedAt: sql`now()` }).where(eq(dialogue.id, here.dialogueId));
  await visit(organiser, "/team/hier");
  await organiser.getByRole("link", { name: "Wis deze dialoog" }).click();
  await organiser.getByRole("button", { name: "Vraag om te wissen" }).click();
  await organiser.getByRole("alert").getByText("Vul in waarom de dialoog weg moet.").waitFor();
  await expectAccessible(organiser, "asking without a reason");
  await organiser.getByLabel("Waarom moet de dialoog weg?").fill("De bewaartermijn is voorbij.");
  await organiser.getByRole("button", { name: "Vraag om te wissen" }).click();
  await organiser.getByText("De vraag is gesteld.").waitFor();
  await organiser.getByText("U kunt dat niet zelf, omdat u het vroeg.").waitFor();
  await expect.poll(() => organiser.getByRole("button", { name: "Wis de dialoog" }).count()).toBe(0);
  await expectAccessible(organiser, "asked");
  await expect.poll(() => letterTo("cor@team.example")).toContain("De bewaartermijn is voorbij.");
  expect(await letterTo("cor@team.example")).toContain(`${klankbord.origin}/beheer/wissen`);
});

test("another keeps it, and who asked hears; asked again, another erases it by typing the title", async () => {
  await visit(administrator, "/beheer/wissen");
  await administrator.getByRole("button", { name: "Wis niet" }).click();
  await administrator.getByText("De dialoog blijft.").waitFor();
  await expectAccessible(administrator, "nothing to erase");
  await expect.poll(() => letterTo("samira@team.example")).toContain("niet te doen");
  await visit(organiser, "/team/hier/wissen");
  await organiser.getByLabel("Waarom moet de dialoog weg?").fill("Het kan echt weg.");
  await organiser.getByRole("button", { name: "Vraag om te wissen" }).click();
  await organiser.getByText("De vraag is gesteld.").waitFor();
  await visit(administrator, "/beheer/wissen");
  await administrator.getByRole("button", { name: "Wis de dialoog" }).click();
  await administrator.getByRole("alert").getByText("Typ de titel over.").waitFor();
  await administrator.getByLabel("Typ de titel van de dialoog over").fill("Veerkracht");
  await administrator.getByRole("button", { name: "Wis de dialoog" }).click();
  await administrator.getByText("Dit is niet de titel van deze dialoog.").waitFor();
  await expect.poll(() => administrator.getByLabel("Typ de titel van de dialoog over").inputValue()).toBe("Veerkracht");
  await expectAccessible(administrator, "another title");
  await administrator.getByLabel("Typ de titel van de dialoog over").fill("veerkracht in de wijk");
  await administrator.getByRole("button", { name: "Wis de dialoog" }).click();
  await administrator.getByText("De dialoog is gewist.").waitFor();
  expect(await database.db.$count(dialogue, eq(dialogue.id, here.dialogueId))).toBe(0);
  await expect.poll(() => letterTo("samira@team.example")).toContain("Dat is gedaan: er is niets meer van over");
  const gone = await organiser.goto("/team/hier");
  expect(gone?.status()).toBe(404);
});

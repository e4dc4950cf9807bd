import type { Browser, Page } from "@playwright/test";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { contribution } from "../app/contribution/tables.ts";
import { dialogue, session } from "../app/dialogue/tables.ts";
import type { PersonId } from "../app/platform/ids.ts";
import { reportBlock } from "../app/report/tables.ts";
import { theme } from "../app/themes/tables.ts";
import { doThemes } from "../app/themes/themes.server.ts";
import { expectAccessible } from "./axe.ts";
import { carryCookie, launchBrowser } from "./browser.ts";
import { type FreshDatabase, freshDatabase } from "./database.ts";
import { signEverybodyIn } from "./everybody.ts";
import { type Klankbord, startKlankbord } from "./klankbord.ts";
import { again, visit } from "./visit.ts";
import { makeWorld, type World } from "./world.ts";

let database: FreshDatabase;
let klankbord: Klankbord;
let browser: Browser;
let here: World;
let page: Page;
const id = crypto.randomUUID();
const address = `/team/hier/verslag/blokken/${id}`;

beforeAll(async () => {
  database = await freshDatabase();
  const { db } = database;
  here = await makeWorld(db, "hier");
  const cookies = await signEverybodyIn(db, here, await makeWorld(db, "ander"));
  await db
    .update(contribution)
    .set({ text: "Een vast gezicht in de wijk, ook na de zomer." })
    .where(eq(contribution.id, here.own));
  const needs = [here.own, here.others];
  await doThemes(db, here.dialogueId, here.people[0] as PersonId, { deed: "put", from: null, to: here.themeId, needs } as never);
  await db.update(dialogue).set({ state: "harvest" }).where(eq(dialogue.id, here.dialogueId));
  klankbord = await startKlankbord({ env: { DATABASE_URL: database.url } });
  browser = await launchBrowser();
  const context = await browser.newContext({ locale: "nl", baseURL: klankbord.origin, viewport: { width: 1280, height: 900 } });
  await carryCookie(context, cookies.organiser);
  page = await context.newPage();
});
afterAll(async () => {
  await browser?.close();
  await klankbord?.[Symbol.asyncDispose]();
  await database?.[Symbol.asyncDispose]();
});

const press = async (...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};
const button = (name: string) => page.getByRole("toolbar").getByRole("button", { name, exact: true });
const place = () => page.getByRole("textbox", { name: "Tekst", exact: true });
const kept = async () => {
  const [row] = await database.db
    .select()
    .from(reportBlock)
    .where(eq(reportBlock.id, id as never));
  return row?.text;
};
const saved = (text: string) => expect.poll(kept).toBe(text);

test("a text is written as it will look, by keyboard alone, and kept in the notation [RP1, RP33]", async () => {
  await visit(page, `${address}?na=kort`);
  await place().waitFor();
  await expectAccessible(page, "empty");
  await place().focus();
  await page.keyboard.type("## Iemand die blijft");
  await press("Enter");
  await page.keyboard.type("Mensen missen ");
  await press("Control+b");
  await page.keyboard.type("een vast gezicht");
  await press("Control+b");
  await page.keyboard.type(". Dat zeggen ");
  await press("Alt+F10");
  await expect.poll(() => button("Kop").evaluate((one) => one === document.activeElement)).toBe(true);
  await press("End", "ArrowLeft", "ArrowLeft", "ArrowLeft", "ArrowLeft");
  await expect.poll(() => button("Cijfer").evaluate((one) => one === document.activeElement)).toBe(true);
  await press("Enter");
  await page.getByLabel("Welk cijfer?").selectOption("behoeften");
  await expectAccessible(page, "field");
  await press("Enter");
  await page.keyboard.type(" [#1]. Dus:");
  await press("Enter");
  await page.keyboard.type("- tijd");
  await press("Enter");
  await page.keyboard.type("rust");
  await press("Enter", "Enter");
  await page.keyboard.type("Zo dus.");
  await press("Control+z");
  await press("Control+y");
  await saved(
    "## Iemand die blijft\n\nMensen missen **een vast gezicht**. Dat zeggen {behoeften} [#1]. Dus:\n\n- tijd\n- rust\n\nZo dus.",
  );
  await place().getByText("2 behoeften").waitFor();
  await page.locator(".block-preview").getByText("Dat zeggen 2 behoeften").first().waitFor();
});

test("contributions are found and pointed at, never copied; figures and tables are put in [RP5, RP33]", async () => {
  await place().getByText("Zo dus.").click();
  await press("End");
  await button("Bijdrage").click();
  await page.getByLabel("Zoek een bijdrage").fill("gezicht");
  await press("Enter");
  await page.getByText("Een vast gezicht in de wijk, ook na de zomer.").first().waitFor();
  await expectAccessible(page, "voices");
  await page.getByRole("button", { name: "Zet achter de zin bijdrage 1", exact: true }).click();
  await button("Bijdrage").click();
  await page.getByLabel("Zoek een bijdrage").fill("bestaat-niet");
  await page.getByRole("button", { name: "Zoek", exact: true }).click();
  await page.getByText("Geen bijdrage gevonden.").waitFor();
  await page.getByLabel("Zoek een bijdrage").fill("1");
  await press("Enter");
  await page.getByRole("button", { name: "Citeer bijdrage 1", exact: true }).click();
  await place().getByText("Citaat van bijdrage 1: “Een vast gezicht in de wijk, ook na de zomer.”").waitFor();
  await button("Figuur").click();
  await page.getByLabel("Welke figuur?").selectOption("themas");
  await page.getByRole("button", { name: "Voeg in", exact: true }).click();
  await button("Tabel").click();
  await page.keyboard.type("Wat");
  await press("Tab");
  await page.keyboard.type("Wie");
  await press("Tab");
  await page.keyboard.type("Inloop");
  await press("Tab");
  await page.keyboard.type("Wijkteam");
  await button("Rij weg").waitFor();
  await expectAccessible(page, "table");
  await press("Tab", "Tab");
  await button("Rij weg").click();
  const end = "Zo dus. [#1]\n\n> #1\n\n{figuur themas}\n\n| Wat | Wie |\n| Inloop | Wijkteam |";
  await expect.poll(async () => (await kept())?.endsWith(end)).toBe(true);
  await page.locator(".block-preview table").first().waitFor();
  await expectAccessible(page, "all");
});

test("a link has an address of the web, and pasting from Word keeps headings, lists and tables [RP1, RP33]", async () => {
  await press("Control+End");
  await page.keyboard.type("Lees de handreiking");
  await press("Shift+Control+ArrowLeft", "Control+k");
  await page.getByLabel("Adres van de pagina").fill("javascript:alert(1)");
  await press("Enter");
  await page.getByText("Vul een adres in dat begint met https://").waitFor();
  await expectAccessible(page, "link-error");
  await page.getByLabel("Adres van de pagina").fill("https://voorbeeld.example/handreiking");
  await press("Enter");
  await expect
    .poll(async () => (await kept())?.endsWith("Lees de [handreiking](https://voorbeeld.example/handreiking)"))
    .toBe(true);
  await press("End", "Enter");
  await place().evaluate((one) => {
    const clip = new DataTransfer();
    clip.setData(
      "text/html",
      "<h1>Uit Word</h1><p class=MsoListParagraph style='mso-list:l0'><span style='mso-list:Ignore'>·</span>punt</p><table><tr><td>a</td><td>b</td></tr></table><img src=x onerror=alert(1)>",
    );
    one.dispatchEvent(new ClipboardEvent("paste", { clipboardData: clip, bubbles: true, cancelable: true }));
  });
  await page.getByText("In wat u plakte, stond een plaatje.").waitFor();
  await expect.poll(async () => (await kept())?.endsWith("## Uit Word\n\n- punt\n\n| a | b |")).toBe(true);
});

test("the notation is the same text, and the way to write is remembered [RP33]", async () => {
  const before = await kept();
  await page.getByRole("button", { name: "Schrijf in notatie" }).click();
  const area = page.getByRole("textbox", { name: "Tekst", exact: true });
  await expect.poll(() => area.inputValue()).toBe(before);
  await area.fill("Kort.\n\n1. een\n2. twee");
  await saved("Kort.\n\n1. een\n2. twee");
  await again(page);
  await expect.poll(() => area.inputValue()).toBe("Kort.\n\n1. een\n2. twee");
  await page.getByRole("button", { name: "Schrijf zoals het eruitziet" }).click();
  await page.locator(".rich-place ol li").nth(1).getByText("twee").waitFor();
  await place().focus();
  await press("Control+Home");
  await page.keyboard.type("Heel ");
  await page.getByRole("button", { name: "Bewaar", exact: true }).click();
  await page.getByText("Uw tekst is bewaard.").waitFor();
  expect(await kept()).toBe("Heel Kort.\n\n1. een\n2. twee");
  await page.locator(".rich-place").getByText("Heel Kort.").waitFor();
});

test("the desk says what the data changed since the team looked, and looking starts anew [RP2]", async () => {
  // while a session is going on there are no figures to compare
  await database.db.update(session).set({ state: "ended", endedAt: new Date() }).where(eq(session.dialogueId, here.dialogueId));
  await visit(page, "/team/hier/verslag");
  await expectAccessible(page, "desk-never-seen");
  await page.getByRole("button", { name: "Leg deze stand vast" }).click();
  await page.getByText("Niets: het verslag zegt nog hetzelfde.").waitFor();
  await database.db.update(theme).set({ name: "Dichtbij" }).where(eq(theme.id, here.themeId));
  await again(page);
  await page.getByText("Thema ‘Nabijheid’ heet nu ‘Dichtbij’.").waitFor();
  await expectAccessible(page, "desk-changed");
  await page.getByRole("button", { name: "Gezien: ga uit van de stand van nu" }).click();
  await page.getByText("Niets: het verslag zegt nog hetzelfde.").waitFor();
});

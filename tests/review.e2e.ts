import type { Browser, Page } from "@playwright/test";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { contribution, dialogue, reportBlock, reportBlockWording } from "../app/db/schema.ts";
import type { PersonId } from "../app/ids.ts";
import { doThemes } from "../app/themes/themes.server.ts";
import { expectAccessible } from "./axe.ts";
import { carryCookie, launchBrowser } from "./browser.ts";
import { type FreshDatabase, freshDatabase } from "./database.ts";
import { signEverybodyIn } from "./everybody.ts";
import { type Klankbord, startKlankbord } from "./klankbord.ts";
import { makeWorld, type World } from "./world.ts";

let database: FreshDatabase;
let klankbord: Klankbord;
let browser: Browser;
let here: World;
let organiser: Page;
let analyst: Page;
const home = "/team/hier/verslag";

/** From a draft to a version and the next; each test goes on where the one before it ended. */
beforeAll(async () => {
  database = await freshDatabase();
  const { db } = database;
  here = await makeWorld(db, "hier");
  const cookies = await signEverybodyIn(db, here, await makeWorld(db, "ander"));
  const who = here.people[0] as PersonId;
  await db
    .update(contribution)
    .set({ text: "Een vast gezicht in de wijk, ook na de zomer." })
    .where(eq(contribution.id, here.own));
  await doThemes(db, here.dialogueId, who, {
    ...{ deed: "put", from: null, to: here.themeId, needs: [here.own, here.others] },
  } as never);
  await db.delete(reportBlockWording);
  await db.delete(reportBlock).where(eq(reportBlock.dialogueId, here.dialogueId));
  await db.update(dialogue).set({ state: "harvest" }).where(eq(dialogue.id, here.dialogueId));
  klankbord = await startKlankbord({ env: { DATABASE_URL: database.url } });
  browser = await launchBrowser();
  organiser = await open(cookies.organiser, true);
  analyst = await open(cookies.analyst, false);
});
afterAll(async () => {
  await browser?.close();
  await klankbord?.[Symbol.asyncDispose]();
  await database?.[Symbol.asyncDispose]();
});

async function open(cookie: string, script: boolean): Promise<Page> {
  const context = await browser.newContext({ locale: "nl", baseURL: klankbord.origin, javaScriptEnabled: script });
  await carryCookie(context, cookie);
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  return page;
}
const see = async (page: Page, where: string) => {
  await expectAccessible(page, where);
  if (process.env.PICTURES)
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      await page.screenshot({ path: `${process.env.PICTURES}/${where}-${width}.png`, fullPage: true });
    }
};

/** Where a page without script stands, looked at by one that has it: axe is a script. */
const seeAt = async (page: Page, where: string) => {
  await organiser.goto(page.url(), { waitUntil: "networkidle" });
  await see(organiser, where);
};

test("a text is written after a theme, saves by itself, and shows how it will stand [RP1, RP2]", async () => {
  await organiser.goto(home, { waitUntil: "networkidle" });
  await see(organiser, "report-outline-empty");
  await organiser.getByRole("link", { name: "Voeg hier tekst toe na Thema ‘Nabijheid’" }).click();
  await organiser.getByRole("heading", { name: "Nieuwe tekst" }).waitFor();
  await organiser.getByRole("button", { name: "Bewaar", exact: true }).click();
  await organiser.getByText("Schrijf een tekst.").first().waitFor();
  await see(organiser, "report-text-errors");
  const text = "## Iemand die blijft\n\nMensen missen iemand die blijft. Zij brachten {behoeften} in, met {deelnemers}.\n\n> #1";
  await organiser.getByLabel("Tekst", { exact: true }).pressSequentially("## Iemand");
  await organiser.getByLabel("Tekst", { exact: true }).fill(text);
  await organiser.getByText(/^Vanzelf bewaard om/).waitFor();
  await organiser.locator(".block-preview figure").getByText("Een vast gezicht in de wijk, ook na de zomer.").waitFor();
  await organiser
    .locator(".block-preview")
    .getByText("Zij brachten 2 behoeften in, met een aantal dat we niet noemen.")
    .waitFor();
  await organiser.getByText("0 van 2 zinnen onderbouwd.").waitFor();
  await see(organiser, "report-text");
  const [kept] = await database.db.select().from(reportBlock).where(eq(reportBlock.dialogueId, here.dialogueId));
  expect(kept?.text).toBe(text);
});

test("two writers never write over each other, with or without script [RP3]", async () => {
  const [kept] = await database.db.select().from(reportBlock).where(eq(reportBlock.dialogueId, here.dialogueId));
  await analyst.goto(`${home}/blokken/${kept?.id}`);
  await organiser.goto(`${home}/blokken/${kept?.id}`, { waitUntil: "networkidle" });
  const text = "## Iemand die blijft\n\nMensen missen iemand die blijft. Dat zegt de analist.";
  await analyst.getByLabel("Tekst", { exact: true }).fill(text);
  await analyst.getByRole("button", { name: "Bewaar", exact: true }).click();
  await analyst.getByText("Uw tekst is bewaard.").waitFor();
  await organiser.getByLabel("Tekst", { exact: true }).fill("Van de organisator.");
  await organiser.getByRole("button", { name: "Bewaar", exact: true }).click();
  await organiser.getByText("Iemand anders heeft deze tekst intussen gewijzigd").waitFor();
  await organiser.locator("blockquote", { hasText: "Dat zegt de analist." }).waitFor();
  expect(await organiser.getByLabel("Tekst", { exact: true }).inputValue()).toBe("Van de organisator.");
  await see(organiser, "report-text-conflict");
  const [now] = await database.db.select().from(reportBlock).where(eq(reportBlock.dialogueId, here.dialogueId));
  expect(now?.text).toBe(text);
});

test("a sentence gets contributions and a theme behind it, and is counted until then [RP7]", async () => {
  await analyst.goto(home);
  await analyst.getByText("2 van de 2 zinnen met een bevinding zijn niet onderbouwd.").waitFor();
  await analyst.getByRole("link", { name: "Iemand die blijft" }).click();
  await analyst.getByRole("link", { name: "Zoek bijdragen achter: Mensen missen iemand die blijft." }).click();
  await analyst.getByLabel("Woorden").fill("gezicht zomer");
  await analyst.getByRole("button", { name: "Zoek", exact: true }).click();
  await analyst.getByRole("checkbox", { name: /Een vast gezicht/ }).check();
  await seeAt(analyst, "report-claim");
  await analyst.getByRole("button", { name: "Zet dit achter de zin" }).click();
  await analyst.getByText("1 van 2 zinnen onderbouwd.").waitFor();
  await analyst.getByRole("link", { name: "Zoek bijdragen achter: Dat zegt de analist." }).click();
  await analyst.getByRole("checkbox", { name: "Nabijheid (2 behoeften)" }).check();
  await analyst.getByRole("button", { name: "Zet dit achter de zin" }).click();
  await analyst.getByText("2 van 2 zinnen onderbouwd.").waitFor();
  await seeAt(analyst, "report-claims");
});

test("what stood there comes back [RP4]", async () => {
  const before = await analyst.getByLabel("Tekst", { exact: true }).inputValue();
  await analyst.locator(".block-history summary").first().click();
  await seeAt(analyst, "report-history");
  await analyst
    .getByRole("button", { name: /^Zet deze tekst terug/ })
    .first()
    .click();
  await analyst.getByText("De eerdere tekst staat er weer.").waitFor();
  await analyst.locator(".block-history summary").first().click();
  await analyst
    .getByRole("button", { name: /^Zet deze tekst terug/ })
    .first()
    .click();
  expect(await analyst.getByLabel("Tekst", { exact: true }).inputValue()).toBe(before);
});

test("readers of the draft open a sentence to its voices, without script [RP9]", async () => {
  await analyst.goto(`${home}/voorbeeld`);
  await analyst.getByRole("link", { name: "2 bijdragen achter: Dat zegt de analist." }).click();
  await analyst.locator(".claim-voices").getByText("Tijd om na te bellen.").waitFor();
  await seeAt(analyst, "report-draft");
});

import type { Browser } from "@playwright/test";
import { afterAll, beforeAll, expect, test } from "vitest";
import { expectAccessible } from "./axe.ts";
import { carryCookie, launchBrowser } from "./browser.ts";
import { type FreshDatabase, freshDatabase } from "./database.ts";
import { signEverybodyIn, type Visitor } from "./everybody.ts";
import { type Klankbord, startKlankbord } from "./klankbord.ts";
import { makeWorld } from "./world.ts";

let database: FreshDatabase;
let klankbord: Klankbord;
let browser: Browser;
let cookies: Readonly<Record<Visitor, string>>;

beforeAll(async () => {
  database = await freshDatabase();
  cookies = await signEverybodyIn(database.db, await makeWorld(database.db, "hier"), await makeWorld(database.db, "ander"));
  klankbord = await startKlankbord({ env: { DATABASE_URL: database.url, THEME_CLASS: "eigen-thema" } });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await klankbord?.[Symbol.asyncDispose]();
  await database?.[Symbol.asyncDispose]();
});

test("an administrator says who is behind the website, and everybody reads it", async () => {
  await using context = await browser.newContext({ locale: "nl" });
  await carryCookie(context, cookies.administrator);
  const page = await context.newPage();
  await page.goto(`${klankbord.origin}/beheer/instellingen`);
  await expect.poll(() => page.getByText("Vastgezet met THEME_CLASS").count()).toBe(1);
  await expect.poll(() => page.getByLabel("Klasse van uw thema").count()).toBe(0);
  await expectAccessible(page, "instellingen");

  // what is wrong is said, and what was typed stays
  await page.getByLabel("Naam van deze website").fill("Dialoog De Linde");
  await page.getByLabel("Uw organisatie").fill("De Linde");
  await page.getByLabel("E-mailadres voor privacy").fill("geen adres");
  await page.getByRole("button", { name: "Bewaar de instellingen" }).click();
  await page.getByRole("heading", { name: "Er klopt nog iets niet" }).waitFor();
  await expect.poll(() => page.getByLabel("Uw organisatie").inputValue()).toBe("De Linde");
  await expectAccessible(page, "instellingen-fout");
  await page.getByLabel("E-mailadres voor privacy").fill("privacy@linde.example");
  await page.getByRole("button", { name: "Bewaar de instellingen" }).click();
  await page.getByText("De instellingen zijn bewaard").waitFor();

  await page.getByRole("button", { name: "Gebruik dit logo" }).click();
  await page.getByText("Kies een bestand").first().waitFor();
  expect(page.url()).toContain("/beheer/instellingen?");
  await expectAccessible(page, "instellingen-logo");
  await page.getByLabel("Bestand").setInputFiles({
    name: "logo.svg",
    mimeType: "image/svg+xml",
    buffer: Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 20"><rect width="60" height="20" fill="#154273"/></svg>',
    ),
  });
  await page.getByRole("button", { name: "Gebruik dit logo" }).click();
  await page.getByText("Het logo is bewaard").waitFor();
  await page.getByRole("button", { name: "Stuur mij een proefmail" }).click();
  await page.getByText("De proefmail is onderweg").waitFor();
  await page.goto(`${klankbord.origin}/beheer/post`);
  await page.getByText("Proefmail").first().waitFor();

  await page.goto(`${klankbord.origin}/privacy`);
  await expect.poll(() => page.locator("main").innerText()).toContain("De Linde is verantwoordelijk");
  await expect.poll(() => page.locator("header").innerText()).toContain("Dialoog De Linde");
  expect(await page.locator("header img").evaluate((img: HTMLImageElement) => img.complete && img.naturalWidth > 0)).toBe(true);
  await expectAccessible(page, "privacy");
});

test("a statement is made one's own, and kept by version", async () => {
  await using context = await browser.newContext({ locale: "nl" });
  await carryCookie(context, cookies.administrator);
  const page = await context.newPage();
  await page.goto(`${klankbord.origin}/beheer/verklaringen`);
  await expectAccessible(page, "verklaringen");
  await page.getByRole("link", { name: "Toegankelijkheid, Nederlands" }).click();
  const text = page.getByLabel("Tekst", { exact: true });
  await text.fill(`${await text.inputValue()}\n\n## Wat wij nog doen\n\n- Een onderzoek in het voorjaar.`);
  await page.getByRole("button", { name: "Bewaar als nieuwe versie" }).click();
  await page.getByText("Bewaard.", { exact: true }).waitFor();
  await expectAccessible(page, "verklaring");
  await page.goto(`${klankbord.origin}/toegankelijkheid`);
  await page.getByRole("heading", { name: "Wat wij nog doen" }).waitFor();
  await expectAccessible(page, "toegankelijkheid");
  const file = await fetch(`${klankbord.origin}/beheer/verklaringen/verwerkingsregister/tekst.md?taal=en`, {
    headers: { cookie: cookies.administrator },
  });
  expect(await file.text()).toMatch(/^# Register of processing\n\n## Name/);
});

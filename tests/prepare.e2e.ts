import type { Browser, Page } from "@playwright/test";
import { afterAll, beforeAll, expect, test } from "vitest";
import { expectAccessible } from "./axe.ts";
import { launchBrowser } from "./browser.ts";
import { type Klankbord, startKlankbord } from "./klankbord.ts";

let klankbord: Klankbord;
let browser: Browser;
let page: Page;
const said: string[] = [];

/** One organiser, from the claim link on; each test goes on where the one before it ended. */
beforeAll(async () => {
  klankbord = await startKlankbord();
  browser = await launchBrowser();
  page = await (await browser.newContext({ locale: "nl", baseURL: klankbord.origin })).newPage();
  page.on("pageerror", (error) => said.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error" && !message.text().includes("responded with a status of 4")) said.push(message.text());
  });
});
afterAll(async () => {
  await browser?.close();
  await klankbord?.[Symbol.asyncDispose]();
});

const press = (name: string | RegExp) => page.getByRole("button", { name }).click();
const home = "/team/veerkracht-in-de-wijk";
async function visit(path: string, heading: string) {
  await page.goto(path);
  await page.getByRole("heading", { level: 1, name: heading }).waitFor();
  await expectAccessible(page, path);
}
/** The letter that was sent last, as its reader finds it. */
async function lastLink(path: string, kind: string): Promise<string> {
  await expect
    .poll(async () => {
      await page.goto(path);
      return page.getByRole("link", { name: `Lees (${kind}` }).count();
    })
    .toBeGreaterThan(0);
  await page
    .getByRole("link", { name: `Lees (${kind}` })
    .first()
    .click();
  await page.locator(".letter").waitFor();
  return (await page.locator(".letter a").first().getAttribute("href")) ?? "";
}

test("an installation is claimed, and a mistake keeps what was typed", async () => {
  await page.goto(klankbord.claimLink());
  await page.getByLabel("Uw naam").fill("Samira Bouzid");
  await press("Neem in gebruik");
  await page.getByRole("alert").waitFor();
  await expectAccessible(page, "claim with an error");
  await expect.poll(() => page.getByLabel("Uw naam").inputValue()).toBe("Samira Bouzid");
  await page.getByLabel("Uw e-mailadres").fill("samira@voorbeeld.example");
  await press("Neem in gebruik");
  await page.waitForURL("**/team");
  await expectAccessible(page, "no dialogue yet");
});

test("a dialogue begins with a title and a date", async () => {
  await visit("/team/nieuw", "Begin een dialoog");
  await press("Maak de dialoog");
  await page.getByRole("alert").waitFor();
  await page.getByLabel("Titel").fill("Veerkracht in de wijk");
  await page.getByRole("button", { name: "Maak de dialoog" }).dblclick();
  await page.waitForURL(`**${home}`);
  await expectAccessible(page, "overview of a draft");
  await page.goto("/team");
  await expect.poll(() => page.getByRole("link", { name: "Veerkracht in de wijk" }).count()).toBe(1);
});

test("a facilitator is invited, and joins without script", async () => {
  await visit(`${home}/team`, "Team");
  await page.getByLabel("Naam").fill("Joris Vos");
  await page.getByLabel("E-mailadres").fill("joris@voorbeeld.example");
  await page.getByRole("radio", { name: /gespreksleider/i }).check();
  await press("Nodig uit");
  await page.getByText("De uitnodiging is onderweg.").waitFor();
  await expectAccessible(page, "somebody invited");
  const link = await lastLink(`${home}/post`, "Uitnodiging");
  await expectAccessible(page, "a letter");

  await using context = await browser.newContext({ locale: "nl", javaScriptEnabled: false });
  const other = await context.newPage();
  await other.goto(link);
  await other.getByRole("button", { name: "Doe mee" }).click();
  expect(new URL(other.url()).pathname).toBe(home);
  expect((await other.goto(`${klankbord.origin + home}/instellingen`))?.status()).toBe(403);
  expect((await other.goto(link))?.status()).toBe(410);
});

test("who asked for a page signs in by mail and arrives there", async () => {
  await using context = await browser.newContext({ locale: "nl", javaScriptEnabled: false });
  const other = await context.newPage();
  await other.goto(`${klankbord.origin}${home}/inzichten`);
  await other.getByLabel("Uw e-mailadres").fill("joris@voorbeeld.example");
  await other.getByRole("button", { name: "Stuur mij een link" }).click();
  await other.goto(await lastLink("/beheer/post", "Aanmeldlink"));
  await other.getByRole("button", { name: "Meld mij aan" }).click();
  expect(new URL(other.url()).pathname).toBe(`${home}/inzichten`);
});

test("two who change the settings at once both see both texts", async () => {
  const path = `${home}/instellingen`;
  await visit(path, "Instellingen");
  const second = await page.context().newPage();
  await second.goto(path);
  await page.getByLabel("Technische hulp").fill("070 000 00 00");
  await press("Bewaar de instellingen");
  await page.getByText("Uw wijzigingen zijn bewaard.").waitFor();
  await second.getByLabel("Technische hulp").fill("hulp@voorbeeld.example");
  await second.getByRole("button", { name: "Bewaar de instellingen" }).click();
  await second.getByText("Nu bewaard: 070 000 00 00").waitFor();
  await expectAccessible(second, "settings changed meanwhile");
  await expect.poll(() => second.getByLabel("Technische hulp").inputValue()).toBe("hulp@voorbeeld.example");
  await second.getByRole("button", { name: "Bewaar de instellingen" }).click();
  await second.getByText("Uw wijzigingen zijn bewaard.").waitFor();
  await second.close();
});

test("fields are ordered, removed and added to", async () => {
  await visit(`${home}/instellingen/partijen`, "Soorten partij");
  await visit(`${home}/instellingen/vakgebieden`, "Vakgebieden");
  const names = () =>
    page.locator("input[name^=name-]").evaluateAll((inputs) => inputs.map((one) => (one as HTMLInputElement).value));
  await press("Wonen omlaag");
  await expect
    .poll(names)
    .toEqual([
      "Werk en inkomen",
      "Wonen",
      "Scholing",
      "Veiligheid",
      "Opvoeding",
      "Zorg en hulpverlening",
      "Sociaal functioneren",
      "",
    ]);
  await press("Haal Scholing van de lijst");
  await expect.poll(async () => (await names()).includes("Scholing")).toBe(false);
  await page.locator("[name=name-new]").fill("Sport");
  await page.keyboard.press("Enter");
  await expect.poll(async () => (await names()).at(-2)).toBe("Sport");
});

test("a second session is planned, moved and called off", async () => {
  await visit(`${home}/bijeenkomsten/nieuw`, "Plan een bijeenkomst");
  await page.getByLabel("Titel").fill("Tweede bijeenkomst");
  await press("Plan de bijeenkomst");
  await page.waitForURL(`**${home}`);
  const entry = page.getByRole("listitem").filter({ hasText: "Tweede bijeenkomst" });
  await entry.getByRole("link", { name: "Wijzig" }).click();
  await page.getByRole("heading", { level: 1, name: "Tweede bijeenkomst" }).waitFor();
  await page.getByLabel("Begint om").fill("12:00");
  await press("Bewaar de wijzigingen");
  await page.getByText("Kies een eindtijd na de begintijd.").first().waitFor();
  await page.getByLabel("Eindigt om").fill("14:00");
  await press("Bewaar de wijzigingen");
  await page.getByText("Uw wijzigingen zijn bewaard.").waitFor();
  await expectAccessible(page, "a session changed");
  await page.getByRole("link", { name: "Gelast de bijeenkomst af" }).click();
  await expectAccessible(page, "calling a session off");
  await press("Gelast de bijeenkomst af");
  await page.waitForURL(`**${home}`);
  await entry.getByText("Afgelast").waitFor();
});

test("the dialogue opens, and registration with it", async () => {
  await page.goto(home);
  await page.getByRole("link", { name: "Zet de dialoog open" }).click();
  await expectAccessible(page, "opening the dialogue");
  await press("Zet de dialoog open");
  await page.waitForURL(`**${home}`);
  await page.getByText("Aanmelding open", { exact: true }).waitFor();
  expect((await page.goto("/oproep/veerkracht-in-de-wijk"))?.status()).toBe(200);
});

test("the administrator reads the log, and a wrong list of areas changes nothing", async () => {
  await visit("/beheer", "Beheer");
  await visit("/beheer/mensen", "Mensen");
  await visit("/beheer/logboek", "Logboek");
  await page.getByRole("cell", { name: "dialoog opengezet" }).first().waitFor();
  const taken = await page.request.get(
    (await page.getByRole("link", { name: "Neem deze regels mee" }).getAttribute("href")) ?? "",
  );
  const lines = (await taken.text())
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(lines.filter(({ what }) => what === "dialogue.open")).toHaveLength(1);
  await page.reload();
  await page.getByRole("cell", { name: "logboek uitgevoerd" }).waitFor();
  await visit("/beheer/gebieden", "Gebieden");
  const upload = async (text: string) => {
    await page.getByLabel("Bron en licentie").fill("eigen lijst");
    await page
      .getByLabel("Bestand", { exact: true })
      .setInputFiles({ name: "g.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
    await press("Kijk het bestand na");
  };
  const head = "code,naam,bovenliggende code,jaar\n";
  await upload(`${head}GM14,Ergens,PV20,2026\n`);
  await page.getByText("Vul een code in zoals PV20").waitFor();
  await expectAccessible(page, "a wrong list of areas");
  await upload(`${head}PV20,Groningen,,2026\nGM0014,Groningen,PV20,2026\n`);
  await page.getByText("477 gebieden die verdwijnen").waitFor();
  await expectAccessible(page, "areas about to be replaced");
  await press("Vervang de gebieden");
  await page.getByText("De gebieden zijn vervangen.").waitFor();
});

test("nothing went wrong in the browser", () => {
  expect(said).toEqual([]);
});

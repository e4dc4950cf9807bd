import path from "node:path";
import type { Browser, Page } from "@playwright/test";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { importPolis } from "../app/organisation/transfer/polis-import.server.ts";
import type { DialogueId } from "../app/platform/ids.ts";
import { publishReport } from "../app/report/publish/reports.server.ts";
import { updateAnalysis } from "../app/session/analysis/analyse.server.ts";
import { analysis, ballot } from "../app/session/insights/tables.ts";
import { revealInsights } from "../app/session/outcomes/reveal.server.ts";
import { expectAccessible } from "./axe.ts";
import { carryCookie, launchBrowser } from "./browser.ts";
import { type FreshDatabase, freshDatabase } from "./database.ts";
import { fillInvented, type Invented } from "./invented.ts";
import { type Klankbord, root, startKlankbord } from "./klankbord.ts";
import { makeMorning } from "./morning.ts";
import { fillOpinions } from "./opinions.ts";
import { polisData } from "./polis-data.ts";
import { guestCookie, teamCookie } from "./visitors.ts";

/** Real conversations: one with groups, one by degree. */
const conversations = ["canadian-electoral-reform", "vtaiwan.uberx"] as const;
const findings = {
  groups: /^Er zijn \S+ manieren van kijken$/,
  gradient: "Meningen lopen in elkaar over",
  "no-clear-groups": "Geen duidelijke groepen",
  "too-few-votes": "Nog te weinig om een beeld te geven",
} as const;
const imported = new Map<string, DialogueId>();
const slugs = new Map<string, string>();
let database: FreshDatabase;
let klankbord: Klankbord;
let browser: Browser;
let invented: Invented;
const cookies = new Map<string, string>();

beforeAll(async () => {
  database = await freshDatabase();
  const { db } = database;
  invented = await fillInvented(db);
  await updateAnalysis(db, invented.dialogueId);
  cookies.set("invented", await teamCookie(db, "analyst", invented.dialogueId));
  const [one] = invented.personIds.values();
  if (!one) throw new Error("nobody");
  cookies.set("participant", await guestCookie(db, one, invented.dialogueId));
  for (const name of polisData ? conversations : []) {
    const { dialogueId, slug } = await importPolis(db, path.join(root, "../shared/data/polis", name));
    await updateAnalysis(db, dialogueId);
    slugs.set(name, slug);
    imported.set(name, dialogueId);
    cookies.set(name, await teamCookie(db, "analyst", dialogueId, { name: "Analist", mail: `${slug}@team.example` }));
  }
  for (const kind of ["groups", "gradient"] as const) {
    const { dialogueId, people } = await fillOpinions(db, kind, kind);
    cookies.set(kind, await teamCookie(db, "analyst", dialogueId, { name: "Analist", mail: `${kind}@team.example` }));
    if (people[0]) await revealInsights(db, dialogueId, people[0], "all");
  }
  klankbord = await startKlankbord({ env: { DATABASE_URL: database.url } });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await klankbord?.[Symbol.asyncDispose]();
  await database?.[Symbol.asyncDispose]();
});

async function open(who: string, address: string, locale = "nl", javaScriptEnabled = true): Promise<Page> {
  const context = await browser.newContext({
    locale,
    javaScriptEnabled,
    extraHTTPHeaders: { "accept-language": locale },
  });
  await carryCookie(context, cookies.get(who) ?? "");
  const page = await context.newPage();
  const answer = await page.goto(klankbord.origin + address);
  expect(answer?.status(), address).toBe(200);
  return page;
}

const team = (slug: string) => `/team/${slug}/inzichten/uitkomst`;

describe.skipIf(!polisData).each(conversations)("%s", (name) => {
  test("its outcome in the browser", async () => {
    const page = await open(name, team(slugs.get(name) ?? ""));
    const [kept] = await database.db
      .select()
      .from(analysis)
      .where(eq(analysis.dialogueId, imported.get(name) as DialogueId));
    const status = kept?.found.status ?? "too-few-votes";
    await page.getByRole("heading", { name: findings[status] }).waitFor();
    // common ground first, difference second, then the picture and how to read it
    const picturePart = { groups: ["kaart"], gradient: ["verloop"] }[status as string] ?? [];
    const order = await page.locator("h2[id]").evaluateAll((all) => all.map(({ id }) => id));
    expect(order).toEqual(["bevinding", "gedeeld", "verschil", ...picturePart, "lezen", "inzichten"]);
    await expectAccessible(page, name);
    await page.context().close();
  });
});

describe("with fields", () => {
  test("groups: a verdict says between which groups; each insight by field and by kind of party, all with intervals", async () => {
    const page = await open("groups", team("groups"));
    await page.getByRole("heading", { name: "Er zijn drie manieren van kijken" }).waitFor();
    await expectAccessible(page, "groups");
    const contested = page.locator(".each > li").filter({ hasText: "Hierover verschillen mensen" }).first();
    await contested.getByRole("link").click();
    await page.getByText(/^Hierover verschillen mensen\. Bij meningsgroep [ABC] past dit veel vaker \(bij/).waitFor();
    const chosen = page.getByRole("table", { name: /aandeel .* per vakgebied$/ }).first();
    expect(
      await chosen
        .getByRole("row")
        .filter({ hasText: /\d+%.*\d+ en \d+%/ })
        .count(),
    ).toBeGreaterThan(4);
    await expectAccessible(page, "an insight by field and party");
    await page.context().close();
  });

  test("a gradient reads as a finding: its two sides, and where each field stands on it", async () => {
    const page = await open("gradient", team("gradient"));
    await page.getByRole("heading", { name: "Meningen lopen in elkaar over" }).waitFor();
    const places = page.locator(".places > li");
    await expect.poll(() => places.count()).toBe(7);
    const at = new Map<string, number>();
    for (const place of await places.all())
      at.set(
        (await place.locator(".dot-name").textContent())?.trim() ?? "",
        Number.parseFloat((await place.locator("circle.point").getAttribute("cx")) ?? ""),
      );
    // the fields that were made to lean most to either side
    const ends = [at.get("wonen") ?? 50, at.get("sociaal functioneren") ?? 50];
    expect([Math.min(...at.values()), Math.max(...at.values())]).toEqual(ends.toSorted((a, b) => a - b));
    await page.getByText("iets naar de").first().waitFor();
    await expectAccessible(page, "gradient");
    await page.context().close();
  });
});

test.skipIf(!polisData)(
  "the map is walked with the keyboard: from letter to the words of its group, from number to its insight",
  async () => {
    const page = await open(conversations[0], team(slugs.get(conversations[0]) ?? ""));
    const links = page.locator(".opinion-map a");
    await links.first().focus();
    const walked: string[] = [];
    for (let i = 0; i < (await links.count()); i++) {
      walked.push((await page.evaluate(() => document.activeElement?.getAttribute("aria-label"))) ?? "");
      await page.keyboard.press("Tab");
    }
    expect(walked.filter((name) => /^Groep [A-E], \d+ mensen$/.test(name)).length).toBeGreaterThanOrEqual(2);
    expect(walked.filter((name) => /^Inzicht \d+: ./.test(name)).length).toBeGreaterThan(0);
    await page.getByRole("link", { name: /^Groep B,/ }).focus();
    await page.keyboard.press("Enter");
    await page.waitForURL(/#groep-B$/);
    expect(await page.evaluate(() => document.querySelector(":target")?.querySelector("h3")?.textContent)).toContain("Groep B");
    await page.context().close();
  },
);

test.skipIf(!polisData)("without script the list is put in another order, page by page, and holds no person", async () => {
  const page = await open(conversations[0], team(slugs.get(conversations[0]) ?? ""), "nl", false);
  await page.getByLabel("Volgorde").selectOption("verdeelt");
  await page.getByRole("button", { name: "Toon" }).click();
  expect(new URL(page.url()).searchParams.get("volgorde")).toBe("verdeelt");
  const first = await page.locator(".each .insight-line").first().textContent();
  await page.getByRole("link", { name: "Volgende inzichten" }).click();
  await expect.poll(() => page.locator(".each .insight-line").first().textContent()).not.toBe(first);
  const { rows } = await database.db.execute<{ id: string }>(sql`select id::text from person`);
  const html = await page.content();
  expect(rows.filter(({ id }) => html.includes(id))).toEqual([]);
  await page.context().close();
});

test.skipIf(!polisData)("on paper the map and its words stand together, without the means to sort", async () => {
  const page = await open(conversations[0], team(slugs.get(conversations[0]) ?? ""));
  await page.emulateMedia({ media: "print" });
  await expect.poll(() => page.locator(".opinion-map").isVisible()).toBe(true);
  await expect.poll(() => page.locator("form.sort").isVisible()).toBe(false);
  await page.context().close();
});

describe("the invented dialogue", () => {
  test("its outcome for the team, and one insight", async () => {
    const page = await open("invented", team(invented.slug));
    await page.getByRole("heading", { name: "Geen duidelijke groepen" }).waitFor();
    await page.getByText("Dat is ook een uitkomst").waitFor();
    await expectAccessible(page, "invented");
    await page.locator(".each a").first().click();
    await page.getByRole("heading", { level: 1 }).waitFor();
    await expectAccessible(page, "insight");
    await page.context().close();
  });

  test("for a field alone", async () => {
    const page = await open("invented", team(invented.slug));
    await page.getByLabel("Vakgebied").selectOption({ index: 1 });
    await page.getByRole("button", { name: "Toon" }).click();
    await page.locator(".each").waitFor();
    await expectAccessible(page, "one field");
    await page.context().close();
  });

  test("a participant sees nothing of it before it is revealed, then what is, and all when all is", async () => {
    const { db } = database;
    const mine = `/mijn/${invented.slug}/uitkomst`;
    const [organiser] = invented.personIds.values();
    const [first] = invented.insightIds.values();
    if (!organiser || !first) throw new Error("nobody");
    const before = await open("participant", mine);
    await before.getByText("Nog niet getoond").waitFor();
    await expect.poll(() => before.locator(".each").count()).toBe(0);
    await expectAccessible(before, "not revealed");
    await before.goto(`${klankbord.origin + mine}/1`);
    await before.getByText("Nog niet getoond").waitFor();
    await before.context().close();

    await revealInsights(db, invented.dialogueId, organiser, first);
    const partly = await open("participant", mine);
    await expect.poll(() => partly.locator(".each > li").count()).toBe(1);
    await partly.getByText("U ziet hier de inzichten waarvan de uitkomst is getoond.").waitFor();
    await partly.context().close();

    await revealInsights(db, invented.dialogueId, organiser, "all");
    const all = await open("participant", mine, "en");
    await all.getByRole("heading", { name: "Common ground" }).waitFor();
    await expectAccessible(all, "revealed");
    await all.context().close();
  });

  // the report is long, and axe reads all of it at both widths
  test("the report says the same, to everybody and without script", async () => {
    await publishReport(database.db, invented.dialogueId, "command", { number: 1, change: "" });
    for (const locale of ["nl", "en"]) {
      const page = await open("", `/verslag/${invented.slug}`, locale);
      await page.locator("#gedeeld").waitFor();
      await expectAccessible(page, `report ${locale}`);
      await page.context().close();
    }
    const plain = await open("", `/verslag/${invented.slug}`, "nl", false);
    await plain.locator("#gedeeld").waitFor();
    await expect.poll(() => plain.locator("script[type=module]").count()).toBeLessThanOrEqual(1);
    await plain.context().close();
    const json = (await (await fetch(`${klankbord.origin}/verslag/${invented.slug}/1/gegevens.json`)).json()) as {
      results: { method: number; status: string; agreed: { statement: number }[] };
    };
    expect(json.results).toMatchObject({ method: expect.any(Number), status: expect.any(String) });
    expect(json.results.agreed.every(({ statement }) => Number.isInteger(statement))).toBe(true);
    const csv = await (await fetch(`${klankbord.origin}/verslag/${invented.slug}/1/gegevens.csv`)).text();
    expect(csv).toContain("beeld van allen samen");
  });
});

test("three people: nothing is said of them, and the page says why", async () => {
  const { db } = database;
  const morning = await makeMorning(db, 3, "klein");
  const id = await morning.addInsight("Een vaste contactpersoon werkt beter dan een loket.");
  for (const personId of morning.people)
    await db.insert(ballot).values({ insightId: id, personId, choice: "agree", fit: "fits" });
  await updateAnalysis(db, morning.dialogueId);
  cookies.set("klein", await teamCookie(db, "facilitator", morning.dialogueId, { name: "Leider", mail: "leider@klein.example" }));
  const page = await open("klein", team("klein"));
  await page.getByText("geen cijfer").waitFor();
  await page.getByText("Nog te weinig antwoorden").waitFor();
  await expect.poll(() => page.locator("main").textContent()).not.toMatch(/\b3 mensen\b|100%/);
  await expectAccessible(page, "three people");
  await page.context().close();
});

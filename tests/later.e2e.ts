import type { Browser, Page } from "@playwright/test";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ballot, insight, registration, session } from "../app/db/schema.ts";
import type { InsightId } from "../app/ids.ts";
import { revealInsights } from "../app/insights/reveal.server.ts";
import { expectAccessible } from "./axe.ts";
import { carryCookie, launchBrowser } from "./browser.ts";
import { type FreshDatabase, freshDatabase } from "./database.ts";
import { signEverybodyIn } from "./everybody.ts";
import { type Klankbord, startKlankbord } from "./klankbord.ts";
import { visit } from "./visit.ts";
import { makeWorld, type World } from "./world.ts";

let database: FreshDatabase;
let klankbord: Klankbord;
let browser: Browser;
let here: World;
let organiser: Page;

/** Months after the first meeting. */
beforeAll(async () => {
  database = await freshDatabase();
  here = await makeWorld(database.db, "hier");
  const cookies = await signEverybodyIn(database.db, here, await makeWorld(database.db, "ander"));
  klankbord = await startKlankbord({ env: { DATABASE_URL: database.url } });
  browser = await launchBrowser();
  const open = async (cookie: string) => {
    const context = await browser.newContext({ locale: "nl", baseURL: klankbord.origin });
    context.setDefaultTimeout(10_000);
    await carryCookie(context, cookie);
    return context.newPage();
  };
  organiser = await open(cookies.organiser);
});
afterAll(async () => {
  await browser?.close();
  await klankbord?.[Symbol.asyncDispose]();
  await database?.[Symbol.asyncDispose]();
});

const see = async (page: Page, where: string) => {
  await expectAccessible(page, where);
  if (process.env.PICTURES)
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      await page.screenshot({ path: `${process.env.PICTURES}/${where}-${width}.png`, fullPage: true });
    }
};

/** Everybody of the first meeting chooses; `not` of them say it does not fit. */
async function choose(id: InsightId, not: number) {
  const { db } = database;
  await db.delete(ballot).where(eq(ballot.insightId, id));
  const places = await db.select().from(registration).where(eq(registration.sessionId, here.sessionId));
  await db.insert(ballot).values(
    here.people.map((personId, n) => {
      const { fieldId, partyId } = places.find((one) => one.personId === personId) ?? {};
      const [choice, fit] = n < not ? (["disagree", "not"] as const) : (["agree", "fits"] as const);
      return { insightId: id, personId, choice, fit, fieldId, partyId, sessionId: here.sessionId };
    }),
  );
}

test("a next meeting starts from the last harvest: an insight is asked again, and stands beside what it was [NW20, NW21]", async () => {
  const { db } = database;
  await choose(here.insightId, 5);
  await db.update(session).set({ state: "ended" }).where(eq(session.id, here.sessionId));
  await visit(organiser, "/team/hier/bijeenkomst");
  await organiser.getByRole("link", { name: "Begin aan een vervolg" }).click();
  await organiser.getByRole("heading", { name: "Vervolg", exact: true }).waitFor();
  await see(organiser, "follow-up");
  await organiser.getByRole("button", { name: "Toets deze opnieuw" }).click();
  await organiser.getByText("Kies ten minste één inzicht om opnieuw te toetsen.").waitFor();
  await organiser.getByRole("checkbox").first().check();
  await organiser.getByRole("button", { name: "Toets deze opnieuw" }).click();
  await organiser.getByText("1 inzicht staat klaar om opnieuw te toetsen.").waitFor();
  const [now] = await db.select().from(insight).where(eq(insight.repeatsId, here.insightId));
  await choose(now?.id as InsightId, 2);
  await revealInsights(db, here.dialogueId, here.people[0] as never, "all");
  await organiser
    .getByRole("list")
    .getByRole("link", { name: now?.text as string })
    .click();
  await organiser.getByRole("heading", { name: "Vergeleken met eerder" }).waitFor();
  await organiser.getByText("Ten minste 5 mensen antwoordden beide keren.").waitFor();
  expect(await organiser.getByRole("table").first().getByRole("row").count()).toBe(3);
  await see(organiser, "compared");
  await visit(organiser, "/team/hier/vervolg");
  await organiser.getByRole("link", { name: "Begin een nieuwe dialoog met deze opbrengst" }).click();
  expect(await organiser.getByRole("radio", { name: /Een vervolg op/ }).isChecked()).toBe(true);
});

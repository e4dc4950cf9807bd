import type { Page } from "@playwright/test";
import { and, eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { registration } from "../app/dialogue/people/tables.ts";
import { session, step } from "../app/dialogue/tables.ts";
import type { GroupingId, PersonId, StepId } from "../app/platform/ids.ts";
import { groupsIn } from "../app/session/group/groups.server.ts";
import { grouping, seat } from "../app/session/group/tables.ts";
import { presence } from "../app/session/tables.ts";
import { expectAccessible } from "./axe.ts";
import { carryCookie, launchBrowser } from "./browser.ts";
import { type FreshDatabase, freshDatabase } from "./database.ts";
import { type Klankbord, startKlankbord } from "./klankbord.ts";
import { type Morning, makeMorning } from "./morning.ts";
import { teamCookie } from "./visitors.ts";

/** A thousand people are here, and think for themselves; the next part is in groups. */
let database: FreshDatabase;
let morning: Morning;
let klankbord: Klankbord;
let browser: Awaited<ReturnType<typeof launchBrowser>>;
let cookie: string;
const faults: string[] = [];
const size = 1_000;

beforeAll(async () => {
  database = await freshDatabase();
  const { db } = database;
  morning = await makeMorning(db, size);
  await db.execute(sql`
    update registration r set organisation = 'Stichting ' || n % 260, name = (array['Noor','Sami','Ana','Joris','Fatima','Wim'])[1 + n % 6] ||
      (array[' van Dijk ',' van den Berg ',' Vliet ',' Dam '])[1 + n % 4] || n
    from (select id, row_number() over (order by id) as n from registration) numbered where numbered.id = r.id`);
  await morning.goTo("alone");
  await db.update(session).set({ stepStartedAt: sql`now()`, stepEndsAt: sql`now() + interval '7 minutes'` });
  // all but ten are here, for as long as this takes
  const here = `{${morning.people.slice(10).join(",")}}`;
  await db.execute(sql`insert into presence (session_id, person_id, seen_at)
    select ${morning.sessionId}, unnest(${here}::uuid[]), now() + interval '1 hour'`);
  cookie = await teamCookie(db, "facilitator", morning.dialogueId);
  klankbord = await startKlankbord({ env: { DATABASE_URL: database.url } });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await klankbord?.[Symbol.asyncDispose]();
  await database?.[Symbol.asyncDispose]();
});

const home = () => `${klankbord.origin}/team/${morning.slug}/bijeenkomst/${morning.sessionId}`;
async function open(path: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "nl" });
  await carryCookie(context, cookie);
  const page = await context.newPage();
  page.on("pageerror", (error) => faults.push(error.message));
  await page.goto(home() + path);
  return page;
}
const groupStep = () => morning.steps.find(({ kind }) => kind === "group")?.id as StepId;
async function sits() {
  const [made] = await database.db.select().from(grouping).where(eq(grouping.stepId, groupStep()));
  return made
    ? { made, groups: (await groupsIn(database.db, [made.id as GroupingId])).filter(({ members }) => members.length > 0) }
    : null;
}

test("170 groups: proposed from who is here, told in plain words, locked, swapped, undone, and taken over", async () => {
  const page = await open("/indeling");
  await page.getByText("nog geen voorstel").waitFor();
  await page.getByRole("button", { name: "Maak een voorstel" }).click();
  const said = page.getByText(/^Elke deelgroep heeft/);
  await said.waitFor();
  await expect
    .poll(async () => said.textContent())
    .toMatch(/^Elke deelgroep heeft 6 mensen uit gemiddeld 6 vakgebieden; niemand ontmoet dezelfde persoon opnieuw\.$/);
  const first = await sits();
  expect(first?.made.state).toBe("proposed");
  expect(first?.groups.length).toBe(165);
  expect(first?.groups.flatMap(({ members }) => members).sort()).toEqual(morning.people.slice(10).toSorted());

  // one person, by keyboard: to another group, and back within ten seconds
  const mover = first?.groups[0]?.members[0] as PersonId;
  const [who] = await database.db.select().from(registration).where(eq(registration.personId, mover));
  const name = who?.name ?? "";
  await page.getByRole("link", { name, exact: true }).focus();
  await page.keyboard.press("Enter");
  await page.getByLabel("Andere deelgroep").selectOption({ label: "Deelgroep 2 (6)" });
  await page.getByRole("button", { name: "Verplaats" }).click();
  await page.getByText("Elke deelgroep heeft 5 tot 7 mensen").waitFor();
  expect((await sits())?.groups[1]?.members).toContain(mover);
  await page.getByRole("button", { name: "Maak ongedaan" }).click();
  await page.getByText("Elke deelgroep heeft 6 mensen").waitFor();
  expect((await sits())?.groups[0]?.members).toContain(mover);

  // kept apart from a neighbour, locked, and dealt again around it
  const neighbour = first?.groups[0]?.members[1] as PersonId;
  await page.getByLabel("Bij elkaar of uit elkaar").selectOption(neighbour);
  await page.getByRole("button", { name: "Houd uit elkaar" }).click();
  await page.getByText("1 wens voor elke indeling").waitFor();
  await page.getByText("1 paar zit toch in één deelgroep.").waitFor();
  await page.locator("#voor-wie").getByRole("button", { name: "Zet vast" }).click();
  await page.locator("#voor-wie").getByRole("button", { name: "Maak los" }).waitFor();
  await page.getByRole("button", { name: "Deel opnieuw in rond wat vaststaat" }).click();
  await page.getByText("1 paar zit toch in één deelgroep.").waitFor({ state: "detached" });
  const again = await sits();
  expect(again?.groups[0]?.members).toContain(mover);
  expect(again?.groups[0]?.members).not.toContain(neighbour);
  await expectAccessible(page, "the groups");
  await page.setViewportSize({ width: 320, height: 640 });
  await page.setViewportSize({ width: 1280, height: 900 });

  // everybody sees where they go; two left and one came before the step begins
  await page.getByRole("button", { name: "Laat iedereen zien waar die heen gaat" }).click();
  await page.getByText("Iedereen ziet nu waar die heen gaat").waitFor();
  const left = again?.groups[4]?.members.slice(0, 4) as PersonId[];
  for (const personId of left)
    await database.db.delete(presence).where(and(eq(presence.personId, personId), eq(presence.sessionId, morning.sessionId)));
  const came = morning.people[0] as PersonId;
  await database.db.execute(
    sql`insert into presence (session_id, person_id, seen_at) values (${morning.sessionId}, ${came}, now() + interval '1 hour')`,
  );
  await page.getByRole("button", { name: "Volgende onderdeel" }).click();
  await expect.poll(async () => (await sits())?.made.state).toBe("dealt");
  const now = await sits();
  const everybody = now?.groups.flatMap(({ members }) => members) ?? [];
  expect(everybody).toContain(came);
  for (const personId of left) expect(everybody).not.toContain(personId);
  const was = new Map(again?.groups.flatMap(({ id, members }) => members.map((one) => [one, id] as const)));
  const moved = now?.groups.flatMap(({ id, members }) => members.filter((one) => was.get(one) !== id)) ?? [];
  // nobody but the one who came: they made three of the two who were left
  expect(moved).toEqual([came]);
  expect(faults).toEqual([]);
});

test("a thin group is made whole while the step goes on, and that can be turned back", async () => {
  const { db } = database;
  const before = await sits();
  const thin = before?.groups[1];
  for (const personId of thin?.members.slice(0, 5) ?? []) await db.delete(presence).where(eq(presence.personId, personId));
  const page = await open("/indeling");
  await page.getByText("1 persoon verhuist, zodat elke deelgroep 3 tot 8 mensen heeft.").waitFor();
  await page.getByRole("button", { name: "Maak de deelgroepen heel" }).click();
  await page.getByText("1 persoon verhuist").waitFor({ state: "detached" });
  const moved = thin?.members[5] as PersonId;
  const [where] = await db
    .select()
    .from(seat)
    .where(and(eq(seat.personId, moved), eq(seat.groupingId, before?.made.id as GroupingId)));
  expect(where?.groupId).not.toBe(thin?.id);
  expect(where?.version).toBeGreaterThan(1);
  await page.getByRole("button", { name: "Maak ongedaan" }).click();
  await page.getByText("1 persoon verhuist").waitFor();
  const [back] = await db
    .select()
    .from(seat)
    .where(and(eq(seat.personId, moved), eq(seat.groupingId, before?.made.id as GroupingId)));
  expect(back?.groupId).toBe(thin?.id);
  expect(faults).toEqual([]);
});

test("with another kind of round its own words are shown", async () => {
  await database.db
    .update(step)
    .set({ mix: "double" })
    .where(eq(step.id, morning.steps.find(({ kind }) => kind === "prioritise")?.id as StepId));
  await database.db
    .update(step)
    .set({ setting: "group" })
    .where(eq(step.id, morning.steps.find(({ kind }) => kind === "prioritise")?.id as StepId));
  const page = await open(`/indeling?onderdeel=${morning.steps.find(({ kind }) => kind === "prioritise")?.id}`);
  await page.getByText("De deelgroepen van hiervoor schuiven twee aan twee bij elkaar.").waitFor();
});

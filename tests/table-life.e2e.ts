import type { Page } from "@playwright/test";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { contribution } from "../app/contribution/tables.ts";
import { registration } from "../app/dialogue/people/tables.ts";
import { dialogue, session, step } from "../app/dialogue/tables.ts";
import type { GroupingId, PersonId, StepId } from "../app/platform/ids.ts";
import { groupsIn } from "../app/session/group/groups.server.ts";
import { grouping, seat } from "../app/session/group/tables.ts";
import { expectAccessible } from "./axe.ts";
import { carryCookie, launchBrowser } from "./browser.ts";
import { type FreshDatabase, freshDatabase } from "./database.ts";
import { type Klankbord, startKlankbord } from "./klankbord.ts";
import { type Morning, makeMorning } from "./morning.ts";
import { guestCookie, postForm, teamCookie } from "./visitors.ts";

/** Eight people and a facilitator: from thinking alone to a table, and what goes on there. */
let database: FreshDatabase;
let morning: Morning;
let klankbord: Klankbord;
let browser: Awaited<ReturnType<typeof launchBrowser>>;
const faults: string[] = [];
const cookies: string[] = [];
let leads: string;

beforeAll(async () => {
  database = await freshDatabase();
  const { db } = database;
  morning = await makeMorning(db, 8);
  await morning.goTo("alone");
  for (const personId of morning.people) cookies.push(await guestCookie(db, personId, morning.dialogueId));
  const names = ["Noor", "Sami", "Ana", "Joris", "Fatima", "Wim", "Els", "Truus"];
  for (const [i, personId] of morning.people.entries())
    await db
      .update(registration)
      .set({ name: `${names[i]} de Vries` })
      .where(eq(registration.personId, personId));
  leads = await teamCookie(db, "facilitator", morning.dialogueId, { name: "Joke Lead", mail: "joke@team.example" });
  // everybody is here, for as long as this takes
  const here = `{${morning.people.join(",")}}`;
  await db.execute(sql`insert into presence (session_id, person_id, seen_at)
    select ${morning.sessionId}, unnest(${here}::uuid[]), now() + interval '1 hour'`);
  klankbord = await startKlankbord({ env: { DATABASE_URL: database.url } });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await klankbord?.[Symbol.asyncDispose]();
  await database?.[Symbol.asyncDispose]();
});

async function open(cookie: string, path: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "nl" });
  await carryCookie(context, cookie);
  const page = await context.newPage();
  page.on("pageerror", (error) => faults.push(error.message));
  await page.goto(klankbord.origin + path);
  return page;
}
const room = () => `/bijeenkomst/${morning.sessionId}`;
const cockpit = () => `/team/${morning.slug}/bijeenkomst/${morning.sessionId}`;
const stepOf = (kind: string) => morning.steps.find((one) => one.kind === kind)?.id as StepId;
async function tables(kind: string) {
  const [made] = await database.db
    .select()
    .from(grouping)
    .where(eq(grouping.stepId, stepOf(kind)));
  return made ? { made, groups: await groupsIn(database.db, [made.id as GroupingId]) } : null;
}
const clock = async (fields: Record<string, string>) => {
  const [row] = await database.db.select().from(session).where(eq(session.id, morning.sessionId));
  const done = await postForm(`${klankbord.origin}${cockpit()}/klok`, leads, { beurt: String(row?.turn), ...fields });
  expect([302, 303]).toContain(done.status);
};

test("ten seconds before a step in groups, people see where they go and with whom", async () => {
  const { db } = database;
  await db.update(session).set({ stepStartedAt: sql`now()`, stepEndsAt: sql`now() + interval '22 seconds'` });
  const page = await open(cookies[0] ?? "", room());
  await page.getByRole("heading", { level: 1 }).waitFor();
  expect(await tables("group")).toBeNull();
  await page.getByText(/Zo gaat u naar deelgroep \d/).waitFor();
  await expectAccessible(page, "where one goes");
  const ahead = await tables("group");
  expect(ahead?.made.state).toBe("proposed");
  const mine = ahead?.groups.find(({ members }) => members.includes(morning.people[0] as PersonId));
  await page.getByText(`Zo gaat u naar deelgroep ${mine?.number}`).waitFor();

  // and there they go; their browser says that it shows the seat
  await clock({ doen: "next" });
  await page.locator(".seats").waitFor();
  const seated = await tables("group");
  expect(seated?.groups.find(({ id }) => id === mine?.id)?.members).toEqual(mine?.members);
  await expect
    .poll(
      async () =>
        (
          await db
            .select()
            .from(seat)
            .where(eq(seat.personId, morning.people[0] as PersonId))
        ).at(-1)?.seenVersion,
    )
    .toBe(1);
  await page.context().close();
});

test("moved to another table: the screen follows by itself, and says so", async () => {
  const { db } = database;
  await db.update(session).set({ stepStartedAt: sql`now()`, stepEndsAt: sql`now() + interval '20 minutes'` });
  const mover = morning.people[0] as PersonId;
  const page = await open(cookies[0] ?? "", room());
  await page.locator(".seats").waitFor();
  const seated = await tables("group");
  const to = seated?.groups.find(({ members }) => !members.includes(mover));
  const moved = await postForm(`${klankbord.origin}${cockpit()}/indelingen`, leads, {
    doen: "move",
    onderdeel: stepOf("group"),
    mens: mover,
    deelgroep: to?.id ?? "",
  });
  expect(moved.headers.get("location")).not.toContain("melding");
  await page.getByText(`Deelgroep ${to?.number}`).first().waitFor();
  const own = async () => (await db.select().from(seat).where(eq(seat.personId, mover)))[0];
  await expect.poll(async () => (await own())?.seenVersion).toBe((await own())?.version);

  // another one has no page open: after ten seconds the cockpit names them
  const silent = seated?.groups.find(({ id }) => id !== to?.id)?.members.find((id) => id !== mover) as PersonId;
  await db
    .update(seat)
    .set({ version: 2, seenVersion: 1, seatedAt: sql`now() - interval '11 seconds'` })
    .where(eq(seat.personId, silent));
  await db.update(seat).set({ seenVersion: 9 }).where(sql`${seat.personId} <> ${silent}`);
  await db.update(session).set({ stepStartedAt: sql`now() - interval '1 minute'` });
  const lead = await open(leads, cockpit());
  await lead.getByText("1 persoon weet de plek nog niet").waitFor();
  await lead.context().close();

  // roles, a round of speaking, a visitor, and reading back
  await page.getByText(/Aan de beurt voor de notities|U bent aan de beurt om de notities/).waitFor();
  await page.getByRole("button", { name: "Ik spreek straks" }).click();
  await page.getByText("U spreekt straks voor deze deelgroep.").waitFor();
  await page.getByRole("button", { name: "Begin een rondje" }).click();
  await page.getByText(/heeft het woord|U hebt het woord/).waitFor();
  await page.getByRole("button", { name: /^Geef het woord aan/ }).click();
  await expect.poll(async () => (await tables("group"))?.groups.find(({ id }) => id === to?.id)?.turnId).toBe(to?.members[1]);
  await page.getByRole("button", { name: "Stop het rondje" }).click();
  await postForm(`${klankbord.origin}${cockpit()}/bezoeken`, leads, { doen: "enter", deelgroep: to?.id ?? "" });
  await page.getByText("Joke Lead (gespreksleider) zit nu bij u aan tafel.").waitFor();
  await expectAccessible(page, "a table where things go on");

  await page.locator(".own textarea[name=text]").fill("Een vast gezicht in de wijk, dat ook na een jaar nog terugkomt.");
  await page.getByRole("button", { name: "Leg op tafel" }).click();
  await page.locator("summary").filter({ hasText: "Klopt wat er staat? 1 bijdrage" }).click();
  await page.getByRole("button", { name: "Wij hebben dit nagelezen" }).click();
  await page.getByText("Deze deelgroep heeft nagelezen wat er staat.").waitFor();
  // what changes afterwards is not read back
  await db.update(contribution).set({ updatedAt: sql`now() + interval '1 second'` });
  await page.reload();
  await page.locator("summary").filter({ hasText: "Klopt wat er staat?" }).waitFor();
  await page.setViewportSize({ width: 320, height: 640 });
  expect(faults).toEqual([]);
  await page.context().close();
});

test("who writes nothing hears of it only where the organiser wants it", async () => {
  const { db } = database;
  const seated = await tables("group");
  const table = seated?.groups.find(({ members }) => members.includes(morning.people[0] as PersonId));
  const other = table?.members.find((id) => id !== morning.people[0]) as PersonId;
  await db
    .update(session)
    .set({ stepStartedAt: sql`now() - interval '15 minutes'`, stepEndsAt: sql`now() + interval '5 minutes'` });
  const page = await open(cookies[morning.people.indexOf(other)] ?? "", room());
  await page.locator(".seats").waitFor();
  await page.getByRole("button", { name: "Ik spreek straks" }).waitFor();
  await expect.poll(() => page.getByText("U schreef hier nog niets.").count()).toBe(0);
  const [of] = await db.select().from(dialogue).where(eq(dialogue.id, morning.dialogueId));
  if (of) await db.update(dialogue).set({ settings: { ...of.settings, silenceNudge: true } });
  await page.reload();
  await page.getByText("U schreef hier nog niets.").waitFor();
  await page.context().close();
});

test("a step by theme: people choose, a full theme refuses, and who comes at the very end listens", async () => {
  const { db } = database;
  await db
    .update(step)
    .set({ setting: "group", mix: "theme", groupSize: 4, topics: ["Schulden", "Wonen"], collects: ["mark"] })
    .where(eq(step.id, stepOf("prioritise")));
  const position = morning.steps.find(({ kind }) => kind === "prioritise")?.position;
  await clock({ doen: "goTo", stap: String(position) });
  const page = await open(cookies[0] ?? "", room());
  await page.getByRole("heading", { name: "Kies een onderwerp" }).waitFor();
  await expectAccessible(page, "choosing a subject");
  await page.getByRole("button", { name: "Wonen" }).click();
  await page.locator(".seats").waitFor();
  for (const cookie of cookies.slice(1, 4))
    expect((await postForm(`${klankbord.origin}${room()}/onderwerp`, cookie, { topic: "Wonen" })).status).toBe(303);
  const full = await postForm(`${klankbord.origin}${room()}/onderwerp`, cookies[4] ?? "", { topic: "Wonen" });
  expect(full.status).toBe(409);
  expect(await full.text()).toContain("Dit onderwerp is net vol.");
  const lead = await open(leads, `${cockpit()}/indeling?onderdeel=${stepOf("prioritise")}`);
  await lead.getByText("4 mensen kozen nog geen onderwerp.").waitFor();
  await lead.getByRole("button", { name: "Geef hun een plek" }).click();
  await lead.getByText("4 mensen kozen nog geen onderwerp.").waitFor({ state: "detached" });
  expect((await tables("prioritise"))?.groups.map(({ topic, members }) => [topic, members.length])).toEqual([
    ["Schulden", 4],
    ["Wonen", 4],
  ]);

  await clock({ doen: "goTo", stap: String(morning.steps.find(({ kind }) => kind === "group")?.position) });
  const late = morning.people[7] as PersonId;
  await db.delete(seat).where(eq(seat.personId, late));
  await db
    .update(session)
    .set({ stepStartedAt: sql`now() - interval '20 minutes'`, stepEndsAt: sql`now() + interval '60 seconds'` });
  const listener = await open(cookies[7] ?? "", room());
  await listener.getByText("Dit onderdeel is bijna voorbij").waitFor();
  await listener.locator(".own textarea[name=text]").fill("Voor straks: wie neemt het voortouw?");
  await listener.getByRole("button", { name: "Bewaar" }).click();
  await expect
    .poll(async () => (await db.select().from(contribution).where(eq(contribution.personId, late)))[0]?.shared)
    .toBe("private");
});

import type { Browser, Page } from "@playwright/test";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type FreshDatabase, freshDatabase } from "./database.ts";
import { relaysOf } from "./media.ts";
import { comeIn, growth, launchWithDevices, openMeeting, ownCamera } from "./media-page.ts";
import { type Morning, makeMorning } from "./morning.ts";
import { startCluster } from "./three-processes.ts";
import { until } from "./until.ts";
import { guestCookie } from "./visitors.ts";
import { expectWithin } from "./within.ts";

// Two processes behind a balancer that sends each connection to whichever is next.

let database: FreshDatabase;
let morning: Morning;
let cluster: Awaited<ReturnType<typeof startCluster>>;
let browser: Browser;
const pages: Page[] = [];
const page = (n: number) => pages[n] as Page;
const relays = () => cluster.processes.map(({ pid }) => relaysOf(pid).length);
const everybodySees = async (others: number) => {
  for (const one of pages) await until(async () => (await growth(one, 300)).pictures === others);
};

beforeAll(async () => {
  database = await freshDatabase();
  const { db } = database;
  morning = await makeMorning(db, 3);
  await morning.seat("group", [[0, 1, 2]]);
  await morning.goTo("group");
  cluster = await startCluster(database, { size: 2 });
  browser = await launchWithDevices([], morning.people.length + 1);
  for (const personId of morning.people) {
    const cookie = await guestCookie(db, personId, morning.dialogueId);
    const url = `${cluster.origin}/bijeenkomst/${morning.sessionId}`;
    pages.push(await openMeeting(browser, cookie, url, 1280, ownCamera(pages.length)));
  }
});
afterAll(async () => {
  await browser?.close();
  await cluster?.end();
  await database?.[Symbol.asyncDispose]();
});

test("people of one table who are connected to different processes see and hear each other [ME14]", async () => {
  for (const one of pages) await comeIn(one, "Met camera");
  await everybodySees(2);
  for (const one of pages) expect(await growth(one)).toMatchObject({ pictures: 2, sounds: 2 });
  // one of the two carries it
  expect(relays().toSorted()).toEqual([0, 2]);
  await page(0).getByRole("button", { name: "Microfoon uitzetten" }).click();
  for (const n of [1, 2]) await page(n).locator(".seats").getByText("microfoon uit").waitFor();
});

test("the process that carried it is killed: the other takes over, and all come back by themselves [ME14]", async () => {
  const carried = relays().indexOf(2);
  const begun = performance.now();
  await cluster.processes[carried]?.end("SIGKILL");
  await everybodySees(2);
  expectWithin(9_000, "seen again", performance.now() - begun);
  expect(relays()[1 - carried]).toBe(2);
  // what was off stayed off
  await page(1).locator(".seats").getByText("microfoon uit").waitFor();
});

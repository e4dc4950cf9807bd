import type { Browser, Page } from "@playwright/test";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { registration } from "../app/dialogue/people/tables.ts";
import { session } from "../app/dialogue/tables.ts";
import type { RegistrationId } from "../app/platform/ids.ts";
import { type Findings, nothingKnown } from "../app/prepare/registration/connection/checked.ts";
import { connectionCheck } from "../app/prepare/registration/tables.ts";
import type { MediaAnswer } from "../app/session/video/client/signal.ts";
import { expectAccessible } from "./axe.ts";
import { carryCookie } from "./browser.ts";
import { type FreshDatabase, freshDatabase } from "./database.ts";
import { type Klankbord, startKlankbord } from "./klankbord.ts";
import { launchWithDevices } from "./media-page.ts";
import { type Morning, makeMorning } from "./morning.ts";
import { until } from "./until.ts";
import { guestCookie, postForm, teamCookie } from "./visitors.ts";

let database: FreshDatabase;
let morning: Morning;
let klankbord: Klankbord;
let browser: Browser;
let ids: RegistrationId[];
const cookies: string[] = [];

beforeAll(async () => {
  database = await freshDatabase();
  const { db } = database;
  morning = await makeMorning(db, 7);
  for (const personId of morning.people) cookies.push(await guestCookie(db, personId, morning.dialogueId));
  ids = (await db.select({ id: registration.id }).from(registration)).map(({ id }) => id);
  // a week ahead
  const startsAt = new Date(Date.now() + 7 * 86_400_000);
  const endsAt = new Date(startsAt.getTime() + 7_200_000);
  await db.update(session).set({ state: "registration-open", startsAt, endsAt }).where(eq(session.id, morning.sessionId));
  klankbord = await startKlankbord({
    env: { DATABASE_URL: database.url, MEDIA_PORTS: "47110-47111", ICE_SERVERS: '[{"urls":["turn:127.0.0.1:9"],"secret":"x"}]' },
  });
  browser = await launchWithDevices();
});
afterAll(async () => {
  await browser?.close();
  await klankbord?.[Symbol.asyncDispose]();
  await database?.[Symbol.asyncDispose]();
});

const path = () => `/bijeenkomst/${morning.sessionId}/verbinding`;
async function open(n: number, width: number, before?: () => void): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, locale: "nl" });
  await carryCookie(context, cookies[n] ?? "");
  const page = await context.newPage();
  if (before) await page.addInitScript(before);
  await page.goto(klankbord.origin + path());
  return page;
}
const findingsOf = async (n: number): Promise<Findings | undefined> => {
  const [row] = await database.db
    .select({ findings: connectionCheck.findings })
    .from(connectionCheck)
    .innerJoin(registration, eq(registration.id, connectionCheck.registrationId))
    .where(eq(registration.personId, morning.people[n] ?? ("" as never)));
  return row?.findings;
};

test("a week ahead somebody finds the test, and reads in a sentence that all works", async () => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "nl" });
  await carryCookie(context, cookies[0] ?? "");
  const before = await context.newPage();
  await before.goto(`${klankbord.origin}/bijeenkomst/${morning.sessionId}`);
  await before.getByRole("link", { name: "Test uw camera, microfoon en netwerk" }).click();
  await before.getByRole("heading", { name: "Test uw verbinding" }).waitFor();
  await context.close();
  const page = await open(0, 1280);
  await expectAccessible(page, "before the test");
  await page.locator("button:enabled", { hasText: "Begin de test" }).press("Enter");
  await page.getByText("Alles werkt. U kunt meedoen met beeld en geluid.", { exact: true }).waitFor();
  await page.locator(".tile video.is-there").waitFor();
  await page.getByText("De uitkomst is bewaard.").waitFor();
  expect(await findingsOf(0)).toEqual({
    ...nothingKnown,
    ...{ camera: "works", microphone: "works", udp: "works", turn: "fails", socket: "works", stream: "works" },
  });
  await page.getByRole("button", { name: "Ja, ik hoor de toon" }).click();
  await until(async () => (await findingsOf(0))?.speaker === "works");
  const report = (await page.locator(".report-text").textContent()) ?? "";
  expect(report).toContain("Uitkomst: Alles werkt.");
  expect(report).toContain("UDP 47110-47111 naar localhost");
  expect(report).toContain("turn:127.0.0.1:9");
  expect(report).not.toContain("Deelnemer");
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download het verslag" }).click();
  expect((await download).suggestedFilename()).toBe("verbindingstest.txt");
  await expectAccessible(page, "all works");
  // the room of one's own falls away, and with the page the devices
  await page.context().close();
});

test("where the network lets nothing through, it says so kindly and what to ask; text is enough", async () => {
  const page = await open(1, 320, () => {
    RTCPeerConnection.prototype.addIceCandidate = () => Promise.resolve();
    window.WebSocket = class extends EventTarget {
      onerror: (() => void) | null = null;
      constructor() {
        super();
        setTimeout(() => this.onerror?.());
      }
      close() {}
    } as never;
    navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException("no", "NotAllowedError"));
  });
  await page.locator("button:enabled", { hasText: "Begin de test" }).click();
  await page.getByText("Uw browser geeft camera en microfoon niet vrij.").waitFor();
  await page.getByText("Uw netwerk laat geen video door. U kunt volledig meedoen met tekst.", { exact: true }).waitFor();
  await until(async () => (await findingsOf(1)) !== undefined);
  expect(await findingsOf(1)).toMatchObject({ camera: "fails", udp: "fails", turn: "fails", socket: "fails", stream: "works" });
  await expectAccessible(page, "blocked");
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await page.context().close();
});

test("without script the page explains, and says what the firewall must let through", async () => {
  const html = await (await fetch(klankbord.origin + path(), { headers: { cookie: cookies[2] ?? "" } })).text();
  expect(html).toContain("Uw browser voert geen script uit.");
  expect(html).toContain("UDP 47110-47111 naar localhost");
});

test("the room of a test is one's own: nobody else comes in, and what is no question is refused", async () => {
  const proef = `${klankbord.origin}/bijeenkomst/${morning.sessionId}/proef`;
  const ask = async (n: number, vraag: object | string) => {
    const answer = await postForm(proef, cookies[n] ?? "", { vraag: typeof vraag === "string" ? vraag : JSON.stringify(vraag) });
    const text = await answer.text();
    return { status: answer.status, said: (text ? JSON.parse(text) : {}) as MediaAnswer };
  };
  const { said } = await ask(3, { do: "join" });
  if (said.status !== "offer") throw new Error(JSON.stringify(said));
  expect(said.sdp).not.toContain("a=candidate");
  const foreign = await ask(4, { do: "answer", generation: said.generation, sdp: "v=0" });
  expect(foreign.said.status).toBe("again");
  for (const vraag of ["", "[]", '{"do":"hear"}', { do: "answer", generation: 1, sdp: "x".repeat(70_000) }])
    expect((await ask(3, vraag)).status).toBe(400);
  expect((await postForm(proef, "", { vraag: '{"do":"join"}' })).status).toBe(401);
  await ask(3, { do: "leave", generation: said.generation });
  const wrong = await postForm(klankbord.origin + path(), cookies[3] ?? "", { camera: "yes" });
  expect(wrong.status).toBe(422);
});

test("the organiser sees how many tested and what failed, without names and from five on", async () => {
  const { db } = database;
  const organiser = await teamCookie(db, "organiser", morning.dialogueId, { name: "Olga", mail: "olga@team.example" });
  const seen = async () =>
    (await fetch(`${klankbord.origin}/team/${morning.slug}/aanmeldingen`, { headers: { cookie: organiser } })).text();
  expect(await seen()).toContain("Nog te weinig mensen hebben hun verbinding getest.");
  const good: Findings = { ...nothingKnown, camera: "works", microphone: "works", udp: "works", socket: "works" };
  await db.delete(connectionCheck);
  await db
    .insert(connectionCheck)
    .values(
      ids
        .slice(0, 6)
        .map((registrationId, n) => ({ registrationId, findings: n === 0 ? { ...good, udp: "fails" as const } : good })),
    );
  const html = await seen();
  const part = html.slice(html.indexOf('id="verbindingen"'), html.indexOf('id="regelen"'));
  expect(part).toContain("6 mensen hebben hun verbinding getest");
  expect(part).toContain("minder dan vijf");
  expect(part).toContain("niemand");
  expect(part).not.toContain("Deelnemer");
});

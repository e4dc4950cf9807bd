import type { Browser, BrowserContext, Page } from "@playwright/test";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type FreshDatabase, freshDatabase } from "./database.ts";
import { type Klankbord, startKlankbord } from "./klankbord.ts";
import { thorough } from "./media-extent.ts";
import { comeIn, growth, launchWithDevices, openMeeting, ownCamera } from "./media-page.ts";
import { type Morning, makeMorning } from "./morning.ts";
import { secret, startTurn, turnProgram } from "./turn-server.ts";
import { until } from "./until.ts";
import { guestCookie } from "./visitors.ts";

// Needs the package of Debian: `apt-get install coturn`.

let database: FreshDatabase;
let morning: Morning;
let turn: Awaited<ReturnType<typeof startTurn>>;
let klankbord: Klankbord;
let browser: Browser;
let direct: Page;
const cookies: string[] = [];

/** A network that lets nothing through but this one way. */
const only = (url: string) => async (context: BrowserContext) => {
  await ownCamera(1)(context);
  await context.addInitScript((url) => {
    const Plain = window.RTCPeerConnection;
    window.RTCPeerConnection = class extends Plain {
      constructor(config: RTCConfiguration = {}) {
        const iceServers = (config.iceServers ?? []).map((one) => ({ ...one, urls: [url] }));
        super({ ...config, iceServers, iceTransportPolicy: "relay" });
      }
    };
  }, url);
};

/** How the pair of addresses that is in use leads out of the browser. */
const wayOut = (page: Page) =>
  page.evaluate(async () => {
    const { connections } = window as unknown as { connections: RTCPeerConnection[] };
    const open = connections.filter(({ connectionState }) => connectionState === "connected");
    const stats = [...((await open[0]?.getStats())?.values() ?? [])];
    const pair = stats.find(({ type, nominated, state }) => type === "candidate-pair" && nominated && state === "succeeded");
    const local = stats.find(({ id }) => id === pair?.localCandidateId);
    return `${local?.candidateType} ${local?.relayProtocol ?? ""}`.trim();
  });

describe.skipIf(!turnProgram())("by way of coturn (skipped where it is not installed)", () => {
  beforeAll(async () => {
    database = await freshDatabase();
    const { db } = database;
    morning = await makeMorning(db, 2);
    await morning.seat("group", [[0, 1]]);
    await morning.goTo("group");
    for (const personId of morning.people) cookies.push(await guestCookie(db, personId, morning.dialogueId));
    turn = await startTurn();
    const servers = [{ urls: Object.values(turn.urls), secret }];
    klankbord = await startKlankbord({ env: { DATABASE_URL: database.url, ICE_SERVERS: JSON.stringify(servers) } });
    // The certificate of the TURN server is our own.
    browser = await launchWithDevices(["--ignore-certificate-errors"], 3);
    const url = `${klankbord.origin}/bijeenkomst/${morning.sessionId}`;
    direct = await openMeeting(browser, cookies[0] ?? "", url, 1280, ownCamera(0));
    await comeIn(direct, "Met camera");
  });
  afterAll(async () => {
    await browser?.close();
    await klankbord?.[Symbol.asyncDispose]();
    await turn?.[Symbol.asyncDispose]();
    await database?.[Symbol.asyncDispose]();
  });

  const seeAndHear = async (way: "udp" | "tcp" | "tls") => {
    const url = `${klankbord.origin}/bijeenkomst/${morning.sessionId}`;
    const page = await openMeeting(browser, cookies[1] ?? "", url, 1280, only(turn.urls[way]));
    await comeIn(page, "Met camera");
    for (const one of [page, direct]) await until(async () => (await growth(one, 500)).pictures === 1);
    for (const one of [page, direct]) {
      await until(async () => (await growth(one)).frames > 5);
      await expect.poll(() => growth(one)).toMatchObject({ pictures: 1, sounds: 1 });
    }
    // through the door the browser finds another address of itself, by the same way
    expect(await wayOut(page)).toMatch(new RegExp(`^(relay|prflx) ${way}$`));
    await page.context().close();
  };
  const named = "over %s alone people see and hear each other [ME17]";
  test.each(["udp"] as const)(named, seeAndHear);
  thorough.each(["tcp", "tls"] as const)(named, seeAndHear);

  thorough("a test of one's connection tells UDP, TCP and TLS apart [ME13]", async () => {
    const tried = async (before?: (context: BrowserContext) => Promise<void>) => {
      const url = `${klankbord.origin}/bijeenkomst/${morning.sessionId}/verbinding`;
      const page = await openMeeting(browser, cookies[1] ?? "", url, 1280, before);
      await page.locator("button:enabled", { hasText: "Begin de test" }).click();
      await page.getByText("De uitkomst is bewaard.").waitFor();
      const rows = await page.locator(".tested li").allTextContents();
      await page.context().close();
      return Object.fromEntries(
        ["UDP)", "over UDP", "over TCP", "over TLS"].map((way) => [way, rows.find((row) => row.includes(way))]),
      );
    };
    const all = await tried();
    expect(all["UDP)"]).toContain("heen en terug");
    for (const way of ["over UDP", "over TCP", "over TLS"]) expect(all[way]).toMatch(/werkt$/);
    // A network that lets TLS to this port through no more. Who tests again at once is slowed by the server, which is no fault of the network.
    const withoutTls = await tried(async (context) => {
      await context.addInitScript((port) => {
        const Plain = window.RTCPeerConnection;
        window.RTCPeerConnection = class extends Plain {
          constructor(config: RTCConfiguration = {}) {
            const moved = (url: string) => (url.startsWith("turns:") ? url.replace(/:\d+/, `:${port}`) : url);
            const iceServers = (config.iceServers ?? []).map((one) => ({ ...one, urls: [one.urls].flat().map(moved) }));
            super({ ...config, iceServers });
          }
        };
      }, 9);
    });
    for (const way of ["over UDP", "over TCP"]) expect(withoutTls[way]).toMatch(/werkt$/);
    expect(withoutTls["over TLS"]).toContain("werkt niet");
  });
});

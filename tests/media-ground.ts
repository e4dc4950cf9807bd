import type { Browser, Page } from "@playwright/test";
import { type FreshDatabase, freshDatabase } from "./database.ts";
import { freePort, type Klankbord, startKlankbord } from "./klankbord.ts";
import { startLiveKit } from "./livekit.ts";
import { comeIn, growth, launchWithDevices, openMeeting, ownCamera } from "./media-page.ts";
import { type Morning, makeMorning } from "./morning.ts";
import { freeUdpPorts, openUdpProxy, reachThrough, type UdpProxy, type Weather } from "./udp-proxy.ts";
import { until } from "./until.ts";
import { guestCookie } from "./visitors.ts";

export interface Ground {
  readonly database: FreshDatabase;
  readonly morning: Morning;
  readonly klankbord: Klankbord;
  readonly browser: Browser;
  readonly cookies: readonly string[];
  /** at one table; the first is reached through a network that can be made worse */
  readonly pages: readonly Page[];
  weather(next: Weather): void;
  /** The first is on another network from now on. */
  moveNetwork(): void;
  /** Until everybody sees all others. */
  allSeen(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

/**
 * People at one table with camera and sound, the first behind a proxy between browser and relay.
 * @param livekitProgram a LiveKit that carries it instead
 */
export async function openGround(people: number, livekitProgram?: string): Promise<Ground> {
  const database = await freshDatabase();
  const { db } = database;
  const morning = await makeMorning(db, people);
  await morning.seat("group", [morning.people.map((_, n) => n)]);
  await morning.goTo("group");
  const ports = await freeUdpPorts(2);
  const port = await freePort();
  const livekit = livekitProgram ? await startLiveKit(livekitProgram, port, { mediaPort: ports, mayPause: true }) : undefined;
  const media = livekit?.env ?? { MEDIA_PORTS: `${ports}-${ports + 1}` };
  const klankbord = await startKlankbord({ port, env: { DATABASE_URL: database.url, ...media } });
  const proxies: readonly UdpProxy[] = await Promise.all([openUdpProxy(ports), openUdpProxy(ports + 1)]);
  const browser = await launchWithDevices([], people + 1);
  const cookies: string[] = [];
  const pages: Page[] = [];
  for (const [n, personId] of morning.people.entries()) {
    const cookie = await guestCookie(db, personId, morning.dialogueId);
    cookies.push(cookie);
    const before = async (context: Parameters<typeof reachThrough>[0]) => {
      await ownCamera(n)(context);
      if (n === 0) await reachThrough(context, proxies);
    };
    const url = `${klankbord.origin}/bijeenkomst/${morning.sessionId}`;
    pages.push(await openMeeting(browser, cookie, url, 1280, before));
  }
  for (const page of pages) await comeIn(page, "Met camera");
  const allSeen = async () => {
    for (const page of pages) await until(async () => (await growth(page, 500)).pictures === people - 1);
  };
  await allSeen();
  return {
    ...{ database, morning, klankbord, browser, cookies, pages, allSeen },
    weather: (next) => {
      for (const proxy of proxies) proxy.set(next);
    },
    moveNetwork: () => {
      for (const proxy of proxies) proxy.rebind();
    },
    async [Symbol.asyncDispose]() {
      await browser.close();
      for (const proxy of proxies) proxy.close();
      await klankbord[Symbol.asyncDispose]();
      await livekit?.[Symbol.asyncDispose]();
      await database[Symbol.asyncDispose]();
    },
  };
}

/** How often a picture was held back within so long, looked at every half second. */
export async function heldBack(page: Page, ms: number): Promise<number> {
  let times = 0;
  for (const end = Date.now() + ms; Date.now() < end; ) {
    times += await page.locator(".seats").getByText("beeld wacht op uw verbinding").count();
    await page.waitForTimeout(500);
  }
  return times;
}

import { gzipSync } from "node:zlib";
import type { Browser, BrowserContext, Page } from "@playwright/test";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { contribution } from "../app/contribution/tables.ts";
import { registration } from "../app/dialogue/people/tables.ts";
import { session } from "../app/dialogue/tables.ts";
import { change } from "../app/platform/database/change.server.ts";
import type { GroupId, PersonId } from "../app/platform/ids.ts";
import { floor } from "../app/session/tables.ts";
import { liveKitAtHand } from "../scripts/livekit.ts";
import { expectAccessible } from "./axe.ts";
import { carryCookie } from "./browser.ts";
import { type FreshDatabase, freshDatabase } from "./database.ts";
import { freePort, type Klankbord, startKlankbord } from "./klankbord.ts";
import { type LiveKitServer, startLiveKit } from "./livekit.ts";
import { relaysOf } from "./media.ts";
import { thorough } from "./media-extent.ts";
import { comeIn, figures, growth, launchWithDevices, leaveAsked, openMeeting, ownCamera } from "./media-page.ts";
import { carrier } from "./media-provider.ts";
import { type Morning, makeMorning } from "./morning.ts";
import { ears, hears, withRecogniser } from "./recogniser.ts";
import { until } from "./until.ts";
import { ready } from "./visit.ts";
import { guestCookie, postForm, teamCookie } from "./visitors.ts";
import { expectWithin } from "./within.ts";

// docs/media.md: the rules between brackets.

let database: FreshDatabase;
let morning: Morning;
let klankbord: Klankbord;
let livekit: LiveKitServer | undefined;
let browser: Browser;
let tables: GroupId[];
let leads: string;
const pages: Page[] = [];
const cookies: string[] = [];
const isEmbedded = carrier.name === "embedded";
const names = ["Noor", "Sami", "Ana", "Joris"];

beforeAll(async () => {
  database = await freshDatabase();
  const { db } = database;
  morning = await makeMorning(db, 4);
  for (const [i, personId] of morning.people.entries()) {
    cookies.push(await guestCookie(db, personId, morning.dialogueId));
    await db
      .update(registration)
      .set({ name: `${names[i]} de Vries` })
      .where(eq(registration.personId, personId));
  }
  tables = await morning.seat("group", [
    [0, 1],
    [2, 3],
  ]);
  await goTo("group");
  leads = await teamCookie(db, "facilitator", morning.dialogueId, { name: "Joke Lead", mail: "joke@team.example" });
  const port = await freePort();
  if (!isEmbedded) livekit = await startLiveKit(liveKitAtHand() ?? "", port);
  klankbord = await startKlankbord({ port, env: { DATABASE_URL: database.url, ...livekit?.env } });
  browser = await launchWithDevices([], cookies.length + 2);
});
afterAll(async () => {
  await browser?.close();
  await klankbord?.[Symbol.asyncDispose]();
  await livekit?.[Symbol.asyncDispose]();
  await database?.[Symbol.asyncDispose]();
});

const goTo = (kind: string) =>
  change(
    database.db,
    { scope: morning.dialogueId, actor: "system", what: "clock.next", subject: { kind: "session", id: morning.sessionId } },
    async (tx) => {
      await tx
        .update(session)
        .set({
          currentStepId: morning.steps.find((one) => one.kind === kind)?.id ?? null,
          turn: sql`turn + 1`,
          stepStartedAt: sql`now()`,
          stepEndsAt: sql`now() + interval '20 minutes'`,
        })
        .where(eq(session.id, morning.sessionId));
    },
  );
const page = (n: number) => pages[n] as Page;
const person = (n: number) => morning.people[n] as PersonId;
const status = (n: number) => page(n).locator(".meet-on [role=status]");
const moveTo = (n: number, table: number) =>
  postForm(`${klankbord.origin}/team/${morning.slug}/bijeenkomst/${morning.sessionId}/verplaatsingen`, leads, {
    mens: person(n),
    deelgroep: tables[table] ?? "",
  });

test("until somebody comes in, the page is as light as without [ME11]", async () => {
  const url = `${klankbord.origin}/bijeenkomst/${morning.sessionId}`;
  const html = await (await fetch(url, { headers: { cookie: cookies[0] ?? "" } })).text();
  expect(html).not.toContain("/assets/meet-joined");
  const light = await openMeeting(browser, cookies[0] ?? "", url);
  let bytes = 0;
  light.on("response", async (answer) => {
    if (!answer.url().endsWith(".js")) return;
    // what still comes when the page is closed is of no page any more
    const body = await answer.body().catch(() => null);
    if (body) bytes += gzipSync(body, { level: 9 }).length;
  });
  await light.getByRole("button", { name: "Met camera", exact: true }).click();
  await light.getByRole("button", { name: "Doe mee", exact: true }).waitFor();
  await ready(light);
  console.error(`script for coming in: ${bytes} bytes gzip`);
  expect(bytes).toBeGreaterThan(1_000);
  expect(bytes).toBeLessThan(60_000);
  await light.context().close();
});

test("by keys and by ear one stays where it happens; with sound only no camera is asked", async () => {
  const alone = await openMeeting(browser, cookies[0] ?? "", `${klankbord.origin}/bijeenkomst/${morning.sessionId}`);
  await alone.locator("button:enabled", { hasText: "Met camera" }).press("Enter");
  await alone.locator("#beeld-vooraf:focus", { hasText: "Zo komt u in beeld" }).waitFor();
  await alone.getByLabel("Camera", { exact: true }).waitFor();
  await alone.getByRole("button", { name: "Toch niet", exact: true }).press("Enter");
  await alone.locator(".meet-door:focus").waitFor();
  await alone.locator("button:enabled", { hasText: "Alleen geluid" }).press("Enter");
  await alone.locator("#beeld-vooraf:focus", { hasText: "Zo hoort men u straks" }).waitFor();
  await alone.getByLabel("Microfoon", { exact: true }).waitFor();
  await expect.poll(() => alone.getByLabel("Camera", { exact: true }).count()).toBe(0);
  await alone.getByRole("button", { name: "Toch niet", exact: true }).press("Enter");
  await alone.locator(".meet-door:focus").waitFor();
  await alone.context().close();
});

test("people at one table see and hear each other, and nobody of another [ME1, ME3]", async () => {
  for (const [n, cookie] of cookies.entries()) {
    const url = `${klankbord.origin}/bijeenkomst/${morning.sessionId}`;
    const before = async (context: BrowserContext) => {
      await ownCamera(n)(context);
      if (n < 2) await withRecogniser(n === 0)(context);
    };
    pages.push(await openMeeting(browser, cookie, url, 1280, before));
  }
  await expectAccessible(page(0), "three ways");
  await page(0).getByRole("button", { name: "Met camera", exact: true }).click();
  await page(0).locator("#beeld-vooraf:focus").waitFor();
  await page(0).locator(".meet-preview video.is-there").waitFor();
  await expectAccessible(page(0), "the look beforehand");
  // seen by oneself, and nothing has left yet
  expect((await figures(page(0))).connections).toBe(0);
  await page(0).getByRole("button", { name: "Doe mee", exact: true }).press("Enter");
  await page(0).locator(".meet-on:focus").waitFor();
  for (const n of [1, 2, 3]) await comeIn(page(n), "Met camera");
  for (const n of [0, 1, 2, 3]) await until(async () => (await growth(page(n), 500)).pictures === 1);
  for (const n of [0, 1, 2, 3]) {
    await expect.poll(() => growth(page(n))).toMatchObject({ pictures: 1, sounds: 1 });
    await until(async () => (await growth(page(n))).frames > 5);
    const { remote, asked } = await figures(page(n));
    expect(asked).toBe(1);
    // the relay, and no participant: it has one address, here this machine
    expect(remote.length).toBeGreaterThan(0);
    expect(remote.every((one) => one.endsWith("127.0.0.1"))).toBe(true);
  }
  await page(0).locator(".seats video.is-there").nth(1).waitFor();
  await page(0).locator(".speaks").first().waitFor();
  await expectAccessible(page(0), "at the table");
});

thorough(
  "a microphone that is off sends nothing that is heard, and everybody sees so; m and the space bar switch it [ME2]",
  async () => {
    const heard = () => growth(page(1));
    await page(0).getByRole("button", { name: "Microfoon uitzetten" }).click();
    await status(0).getByText("Uw microfoon staat uit: niemand hoort u.").waitFor();
    await page(1).locator(".seats").getByText("microfoon uit").waitFor();
    // what is left of the last sound dies away
    await until(async () => (await growth(page(1), 300)).sounds === 0);
    const muted = await heard();
    expect(muted).toMatchObject({ sounds: 0, pictures: 1 });
    expect(muted.energy).toBeLessThan(1e-6);
    // a key, but not while typing
    await page(0)
      .locator("body")
      .click({ position: { x: 5, y: 400 } });
    await page(0).keyboard.press("m");
    await status(0).getByText("anderen horen u").waitFor();
    expect((await heard()).sounds).toBe(1);
    const field = page(0).getByRole("textbox", { name: "Wat hebt u nodig?" });
    await field.fill("");
    await field.press("m");
    await field.press(" ");
    await expect.poll(() => field.inputValue()).toBe("m ");
    await status(0).getByText("anderen horen u").waitFor();
    await field.fill("");
    await page(0).locator("h1").click();
    await page(0).keyboard.press("m");
    await status(0).getByText("niemand hoort u").waitFor();
    await page(0).keyboard.down(" ");
    await status(0).getByText("anderen horen u").waitFor();
    await page(0).keyboard.up(" ");
    await status(0).getByText("niemand hoort u").waitFor();
    // single keys can be turned off, and stay so
    await page(0).locator(".meet").getByText("Instellingen").click();
    await page(0).getByRole("button", { name: "Deze toetsen staan aan" }).click();
    const off = page(0).getByRole("button", { name: "Deze toetsen staan uit" });
    await off.waitFor();
    await expect.poll(() => page(0).locator("[aria-keyshortcuts]").count()).toBe(0);
    await page(0).locator("h1").click();
    await page(0).keyboard.press("m");
    await page(0).keyboard.down(" ");
    await page(0).keyboard.up(" ");
    await off.click();
    await status(0).getByText("niemand hoort u").waitFor();
  },
);

thorough("a camera that is off sends nothing and gives its device back; on again it is seen again [ME2]", async () => {
  expect((await figures(page(0))).live).toBe(2);
  await page(0).getByRole("button", { name: "Camera uitzetten" }).click();
  await status(0).getByText("Uw camera staat uit.").waitFor();
  const without = await figures(page(0));
  expect(without.live).toBe(1);
  expect(without.copies).not.toContain("video");
  await until(async () => (await growth(page(1), 300)).frames === 0);
  const [sent, seen] = await Promise.all([growth(page(0)), growth(page(1))]);
  expect(sent.sentPicture).toBe(0);
  expect(seen).toMatchObject({ pictures: 0, sounds: 0, frames: 0 });
  // While the browser still asks, what is pressed counts, and nothing is asked twice.
  const answer = await leaveAsked(page(0));
  const on = page(0).getByRole("button", { name: "Camera aanzetten" });
  await on.click();
  await on.click();
  const microphone = (now: string) => page(0).getByRole("button", { name: `Microfoon ${now}` });
  await microphone("aanzetten").click();
  await microphone("uitzetten").click();
  await microphone("aanzetten").waitFor();
  await answer();
  await until(async () => (await growth(page(1), 500)).pictures === 1);
  expect(await figures(page(0))).toMatchObject({ asked: 2, live: 2 });
});

thorough("without picture of others none is sent; their voices stay [ME6]", async () => {
  await page(1).getByRole("button", { name: "Geen beeld van anderen" }).click();
  await page(0).getByRole("button", { name: "Microfoon aanzetten" }).click();
  await until(async () => {
    const { pictures, sounds } = await growth(page(1), 700);
    return pictures === 0 && sounds === 1;
  });
  await page(1).getByRole("button", { name: "Beeld van anderen tonen" }).click();
  await until(async () => (await growth(page(1), 500)).pictures === 1);
  await page(0).getByRole("button", { name: "Microfoon uitzetten" }).click();
});

thorough(
  "captions of one's own voice: by choice, where the browser makes them itself, and kept nowhere [ME10, ME20]",
  async () => {
    const { db } = database;
    await page(0).getByRole("button", { name: "Microfoon aanzetten" }).click();
    // this one would send the voice to its maker
    await page(1).locator(".meet").getByText("Instellingen").click();
    await page(1).getByText("Toets m zet de microfoon aan en uit.").waitFor();
    expect(await page(1).getByRole("button", { name: "Kijk of uw browser dat kan" }).count()).toBe(0);
    await page(0).getByRole("button", { name: "Kijk of uw browser dat kan" }).click();
    await page(0).getByRole("button", { name: "Ondertitel wat ik zeg" }).click();
    await page(0).getByRole("button", { name: "Ondertiteling van mijn stem staat aan" }).waitFor();
    const langs = ["nl-NL"];
    await expect
      .poll(() => ears(page(0)))
      .toEqual({ asked: { langs, processLocally: true }, track: "audio", local: true, stopped: false });
    await expectAccessible(page(0), "captions of one's own voice");
    const before = await db.select().from(contribution);
    await hears(page(0), "ik hoor de vogels");
    const line = page(1).locator(".being-written li");
    await line.getByText("ik hoor de vogels").waitFor();
    await line.getByText("Noor de Vries zegt").waitFor();
    // who sits elsewhere reads none of it
    expect(await page(2).getByText("ik hoor de vogels").count()).toBe(0);
    await page(0).getByRole("button", { name: "Microfoon uitzetten" }).click();
    await expect.poll(async () => (await ears(page(0))).stopped).toBe(true);
    await line.waitFor({ state: "detached" });
    expect(await db.select().from(contribution)).toEqual(before);
    await page(0).getByRole("button", { name: "Ondertiteling van mijn stem staat aan" }).click();
  },
);

/** @returns when these people were at the table, and moved there, by the page's own clock, which is ours */
const seesAtTable = (at: Page, who: readonly string[]): Promise<number> =>
  at.evaluate(async (who) => {
    const { connections } = window as unknown as { readonly connections: readonly RTCPeerConnection[] };
    const frames = async () => {
      const open = connections.filter(({ connectionState }) => connectionState === "connected");
      const stats = (await Promise.all(open.map((one) => one.getStats()))).flatMap((one) => [...one.values()]);
      return new Map(
        stats.filter(({ type, kind }) => type === "inbound-rtp" && kind === "video").map((one) => [one.id, one.framesDecoded]),
      );
    };
    const tiles = () => [...document.querySelectorAll(".seats > li:has(video.is-there)")].map((one) => one.textContent ?? "");
    const areThere = () => who.every((name) => tiles().some((text) => text.includes(name)));
    while (!areThere()) await new Promise((done) => setTimeout(done, 10));
    const before = await frames();
    for (;;) {
      const grown = [...(await frames())].filter(([id, count]) => count > (before.get(id) ?? 0));
      if (grown.length >= who.length) return Date.now();
      await new Promise((done) => setTimeout(done, 10));
    }
  }, who);

thorough("a move: nothing of the old table comes or goes any more; the camera is not asked for again [ME1, ME2]", async () => {
  const before = await figures(page(0));
  const seen = seesAtTable(page(0), ["Ana", "Joris"]);
  const moved = Date.now();
  expect((await moveTo(0, 1)).status).toBe(303);
  expectWithin(1_000, "after a move, two pictures of the new table", (await seen) - moved);
  // who stayed behind gets nothing of anybody; what was on its way is drawn still
  await until(async () => (await growth(page(1), 300)).frames === 0);
  const left = await growth(page(1));
  expect(left).toMatchObject({ pictures: 0, sounds: 0, frames: 0 });
  const here = await growth(page(0));
  expect(here).toMatchObject({ pictures: 2, sounds: 2 });
  const after = await figures(page(0));
  expect(after.asked).toBe(before.asked);
  // on stays on, off stays off
  await status(0).getByText("Uw microfoon staat uit: niemand hoort u. Uw camera staat aan.").waitFor();
  const others = await growth(page(2));
  expect(others).toMatchObject({ pictures: 2, sounds: 1 });
  await page(0).locator(".seats video.is-there").nth(2).waitFor();
  await moveTo(0, 0);
  await until(async () => (await growth(page(1), 300)).pictures === 1);
});

thorough("alone nobody is seen or heard; back at the table it goes on as it was [ME2]", async () => {
  await goTo("alone");
  await status(0).getByText("Nu ziet en hoort niemand u.").waitFor();
  // what is left of the last sound dies away
  await until(async () => {
    const { sounds, frames } = await growth(page(0), 300);
    return sounds === 0 && frames === 0;
  });
  const sent = await growth(page(0));
  expect(sent).toMatchObject({ pictures: 0, sounds: 0, sentSound: 0, sentPicture: 0 });
  await goTo("group");
  await until(async () => (await growth(page(1), 300)).pictures === 1);
  await status(0).getByText("Uw microfoon staat uit").waitFor();
  expect((await figures(page(0))).asked).toBe(2);
});

thorough.each(isEmbedded ? (["SIGKILL", "SIGSTOP"] as const) : [])(
  "a relay gets %s: text goes on, picture and sound come back [ME5]",
  async (signal) => {
    const before = relaysOf(klankbord.pid);
    const begun = performance.now();
    for (const pid of before) process.kill(pid, signal);
    const answer = await postForm(`${klankbord.origin}/bijeenkomst/${morning.sessionId}/hulp`, cookies[3] ?? "", {
      text: "Wij horen niets.",
    });
    expect(answer.status).toBe(303);
    await until(async () => !relaysOf(klankbord.pid).some((pid) => before.includes(pid)));
    for (const n of [1, 2]) await until(async () => (await growth(page(n), 200)).pictures === 1);
    expectWithin(9_000, `after ${signal}, seen again`, performance.now() - begun);
    expect((await figures(page(0))).asked).toBe(2);
  },
);

thorough("another tab takes it over; taken back it is here again [ME4]", async () => {
  const tab = await openMeeting(browser, cookies[1] ?? "", `${klankbord.origin}/bijeenkomst/${morning.sessionId}`);
  await comeIn(tab, "Alleen geluid");
  await status(1).getByText("in een ander venster").waitFor();
  await until(async () => (await growth(page(1), 500)).sentSound === 0);
  await until(async () => (await growth(page(0), 300)).sounds === 1);
  await page(1).getByRole("button", { name: "Doe hier mee" }).click();
  await tab.locator(".meet-on [role=status]").getByText("in een ander venster").waitFor();
  await until(async () => (await growth(page(0), 300)).pictures === 1);
  await tab.context().close();
});

thorough("with the floor somebody is seen and heard by all, and with its end no more [ME2]", async () => {
  await goTo("plenary");
  const leadTo = (form: Record<string, string>) =>
    postForm(`${klankbord.origin}/team/${morning.slug}/bijeenkomst/${morning.sessionId}/woord`, leads, form);
  await status(1).getByText("U kijkt en luistert mee.").waitFor();
  await until(async () => (await growth(page(1), 300)).sounds === 0);
  await until(async () => (await growth(page(1), 300)).sounds === 0);
  expect(await growth(page(1), 1_000)).toMatchObject({ pictures: 0, sounds: 0, sentSound: 0, sentPicture: 0 });
  await postForm(`${klankbord.origin}/bijeenkomst/${morning.sessionId}/woord`, cookies[2] ?? "", { doen: "ask", how: "aloud" });
  const [asked] = await database.db.select().from(floor);
  await leadTo({ doen: "give", vraag: asked?.id ?? "", gezien: "", seconden: "120" });
  for (const n of [0, 1, 3]) await until(async () => (await growth(page(n), 500)).pictures === 1);
  expect(await growth(page(1))).toMatchObject({ pictures: 1, sounds: 1, sentSound: 0, sentPicture: 0 });
  await page(1).locator(".meet-stage video.is-there").waitFor();
  await page(1).locator(".meet-stage").getByText("Ana de Vries", { exact: true }).waitFor();
  await expectAccessible(page(1), "the plenary");
  await leadTo({ doen: "end", gezien: asked?.id ?? "" });
  for (const n of [0, 1, 3]) await until(async () => (await growth(page(n), 500)).frames === 0);
  await until(async () => (await growth(page(1), 300)).sounds === 0);
  expect(await growth(page(1))).toMatchObject({ pictures: 0, sounds: 0 });
});

thorough("who leads is seen and heard by all in the plenary, from the cockpit [ME2]", async () => {
  const at = `${klankbord.origin}/team/${morning.slug}/bijeenkomst/${morning.sessionId}`;
  const cockpit = await openMeeting(browser, leads, at, 1280, ownCamera(cookies.length));
  await comeIn(cockpit, "Met camera");
  for (const n of [0, 1, 3]) await until(async () => (await growth(page(n), 500)).pictures === 1);
  expect(await growth(page(1))).toMatchObject({ pictures: 1, sounds: 1, sentSound: 0, sentPicture: 0 });
  await page(1).locator(".meet-stage").getByText("Joke Lead", { exact: true }).waitFor();
  await expectAccessible(cockpit, "the cockpit, seen by all");
  await cockpit.context().close();
});

thorough("who leaves, and who closes the page, lets go of camera and microphone [ME2, ME10]", async () => {
  await goTo("group");
  await until(async () => (await growth(page(1), 300)).pictures === 1);
  await page(0).getByRole("button", { name: "Stop met beeld en geluid" }).click();
  await page(0).getByRole("button", { name: "Met camera", exact: true }).waitFor();
  await page(0).locator(".meet-door:focus").waitFor();
  expect(await figures(page(0))).toMatchObject({ live: 0, copies: [] });
  await page(1).locator(".seats").getByText("doet mee met tekst").waitFor();
  await page(2).goto("about:blank");
  await page(3).locator(".seats").getByText("doet mee met tekst").waitFor();
});

thorough("who has no device, or is not let at it, reads why and goes on in text", async () => {
  const context = await browser.newContext({ viewport: { width: 320, height: 800 }, locale: "nl" });
  await carryCookie(context, cookies[0] ?? "");
  const refused = await context.newPage();
  await refused.addInitScript(() => {
    const seen = window as unknown as { asked: number };
    seen.asked = 0;
    navigator.mediaDevices.getUserMedia = () => {
      seen.asked += 1;
      return Promise.reject(new DOMException("no", "NotAllowedError"));
    };
  });
  await refused.goto(`${klankbord.origin}/bijeenkomst/${morning.sessionId}`);
  await refused.getByRole("button", { name: "Met camera", exact: true }).click();
  await refused.getByText("Uw browser geeft camera en microfoon niet vrij.").waitFor();
  await expectAccessible(refused, "refused");
  const asked = () => refused.evaluate(() => (window as unknown as { asked: number }).asked);
  const before = await asked();
  await refused.getByRole("button", { name: "Probeer het opnieuw" }).click();
  await expect.poll(asked).toBeGreaterThan(before);
  await refused.getByText("Uw browser geeft camera en microfoon niet vrij.").waitFor();
  await refused.getByRole("button", { name: "Verder met tekst" }).click();
  await refused.getByRole("button", { name: "Alleen tekst", exact: true }).click();
  await refused.getByText("U doet mee met tekst.").waitFor();
  await refused.reload();
  await refused.getByText("U doet mee met tekst.").waitFor();
  await context.close();
});

thorough("when the script of a page breaks off, camera and microphone are let go of all the same [ME12]", async () => {
  expect((await figures(page(3))).live).toBeGreaterThan(0);
  await page(3).evaluate(() => {
    document.createElement = () => {
      throw new Error("broken");
    };
  });
  await goTo("alone");
  await until(async () => {
    const { live, copies } = await figures(page(3));
    return live === 0 && copies.length === 0;
  });
});

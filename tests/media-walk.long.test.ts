import type { Browser, Page } from "@playwright/test";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { session } from "../app/dialogue/tables.ts";
import { change } from "../app/platform/database/change.server.ts";
import type { StepId } from "../app/platform/ids.ts";
import { floor } from "../app/session/tables.ts";
import { getLiveKit } from "../scripts/livekit.ts";
import { type FreshDatabase, freshDatabase } from "./database.ts";
import { freePort, type Klankbord, startKlankbord } from "./klankbord.ts";
import { type LiveKitServer, startLiveKit } from "./livekit.ts";
import { comeIn, figures, growth, launchWithDevices, openMeeting, ownCamera } from "./media-page.ts";
import { type Morning, makeMorning } from "./morning.ts";
import { guestCookie, postForm, teamCookie } from "./visitors.ts";

// docs/media.md: the rules between brackets. Nine people with camera and sound through two rounds of three groups and a plenary.

const rounds = [
  [
    [0, 1, 2],
    [3, 4, 5],
    [6, 7, 8],
  ],
  [
    [0, 3, 6],
    [1, 4, 7],
    [2, 5, 8],
  ],
] as const;
/** For nine on one machine. */
const smallPicture = { width: 320, height: 180, frameRate: 8 };
const everybody = Array.from({ length: 9 }, (_, n) => n);
const livekitProgram = await getLiveKit();

describe.each([
  { name: "embedded", isThere: true },
  { name: "livekit", isThere: "program" in livekitProgram },
])("by $name", ({ name, isThere }) => {
  let database: FreshDatabase;
  let morning: Morning;
  let klankbord: Klankbord;
  let livekit: LiveKitServer | undefined;
  let browser: Browser;
  let leads: string;
  const cookies: string[] = [];
  const pages: Page[] = [];
  const page = (n: number) => pages[n] as Page;

  beforeAll(async () => {
    if (!isThere) return;
    database = await freshDatabase();
    const { db } = database;
    morning = await makeMorning(db, 9);
    for (const personId of morning.people) cookies.push(await guestCookie(db, personId, morning.dialogueId));
    leads = await teamCookie(db, "facilitator", morning.dialogueId, { name: "Joke Lead", mail: "joke@team.example" });
    const port = await freePort();
    if (name === "livekit") livekit = await startLiveKit("program" in livekitProgram ? livekitProgram.program : "", port);
    klankbord = await startKlankbord({ port, env: { DATABASE_URL: database.url, ...livekit?.env } });
    browser = await launchWithDevices([], everybody.length + 1);
  });
  afterAll(async () => {
    await browser?.close();
    await klankbord?.[Symbol.asyncDispose]();
    await livekit?.[Symbol.asyncDispose]();
    await database?.[Symbol.asyncDispose]();
  });

  const groupSteps = () => morning.steps.filter(({ kind }) => kind === "group");
  const goTo = (stepId: StepId | undefined) =>
    change(
      database.db,
      { scope: morning.dialogueId, actor: "system", what: "clock.next", subject: { kind: "session", id: morning.sessionId } },
      async (tx) => {
        const moved = { currentStepId: stepId ?? null, turn: sql`turn + 1`, stepStartedAt: sql`now()` };
        await tx
          .update(session)
          .set({ ...moved, stepEndsAt: sql`now() + interval '30 minutes'` })
          .where(eq(session.id, morning.sessionId));
      },
    );
  const oneRound = async (tables: readonly (readonly number[])[]) => {
    const { db } = database;
    for (const kind of ["seat", '"group"', "grouping"]) await db.execute(sql.raw(`delete from ${kind}`));
    await morning.seat(
      "group",
      tables.map((one) => [...one]),
    );
    await goTo(morning.steps.find(({ kind }) => kind === "alone")?.id);
    await goTo(groupSteps()[0]?.id);
  };
  /** Of each of the nine, how many others they see and hear. */
  const meets = async (pictures: number, sounds: number, of: readonly number[] = everybody) => {
    const wanted = of.map((n) => ({ n, pictures, sounds }));
    const met = async (n: number) => {
      const grown = await growth(page(n), 1_500);
      return { n, pictures: grown.pictures, sounds: grown.sounds };
    };
    await expect.poll(() => Promise.all(of.map(met))).toEqual(wanted);
  };

  test.skipIf(!isThere)(
    "in each round people see and hear the two others of their group, and nobody else [ME1, ME2]",
    async () => {
      for (const [round, tables] of rounds.entries()) {
        await oneRound(tables);
        for (const cookie of round === 0 ? cookies : []) {
          const url = `${klankbord.origin}/bijeenkomst/${morning.sessionId}`;
          pages.push(await openMeeting(browser, cookie, url, 1280, ownCamera(pages.length, smallPicture)));
          await comeIn(page(pages.length - 1), "Met camera");
        }
        const begun = performance.now();
        await meets(2, 2);
        console.error(
          `${name}, round ${round + 1}: all see and hear two others after ${Math.round(performance.now() - begun)} ms`,
        );
        // of nobody else comes anything: there are two others whose names stand there
        for (const n of everybody) {
          const [mine] = tables.filter((table) => (table as readonly number[]).includes(n));
          const shown = await page(n).locator(".seats .name").allTextContents();
          expect(shown).toHaveLength(3);
          for (const other of mine ?? [])
            if (other !== n) expect(shown.some((text) => text.includes(`Deelnemer ${other + 1}`))).toBe(true);
          expect((await figures(page(n))).asked).toBe(1);
        }
      }
    },
  );

  test.skipIf(!isThere)("in the plenary all see and hear who has the floor, and hear nobody of the audience [ME2]", async () => {
    await goTo(morning.steps.find(({ kind }) => kind === "plenary")?.id);
    await meets(0, 0);
    const done = async (at: string, cookie: string, form: Record<string, string>) =>
      expect((await postForm(`${klankbord.origin}${at}/bijeenkomst/${morning.sessionId}/woord`, cookie, form)).status).toBe(303);
    await done("", cookies[4] ?? "", { doen: "ask", how: "aloud" });
    const [asked] = await database.db.select().from(floor);
    await done(`/team/${morning.slug}`, leads, { doen: "give", vraag: asked?.id ?? "", gezien: "", seconden: "180" });
    await meets(
      1,
      1,
      everybody.filter((n) => n !== 4),
    );
    await meets(0, 0, [4]);
    for (const n of everybody) expect((await figures(page(n))).asked).toBe(1);
  });
});

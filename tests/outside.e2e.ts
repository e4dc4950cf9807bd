import type { Browser, BrowserContext, Page } from "@playwright/test";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { change } from "../app/platform/database/change.server.ts";
import type { PersonId } from "../app/platform/ids.ts";
import { moveOn } from "../app/session/clock/steer.server.ts";
import { expectAccessible } from "./axe.ts";
import { carryCookie, launchBrowser } from "./browser.ts";
import { type FreshDatabase, freshDatabase } from "./database.ts";
import { signEverybodyIn, type Visitor } from "./everybody.ts";
import { type Klankbord, startKlankbord } from "./klankbord.ts";
import { openPost, type Post } from "./post.ts";
import { until } from "./until.ts";
import { again, ready, visit } from "./visit.ts";
import { makeWorld, type World } from "./world.ts";

const address = "deelnemer2@hier.example";

describe("writing before and after the session", () => {
  let database: FreshDatabase;
  let klankbord: Klankbord;
  let browser: Browser;
  let post: Post;
  let here: World;
  let cookies: Readonly<Record<Visitor, string>>;
  let mine: Page;
  const contexts: BrowserContext[] = [];

  beforeAll(async () => {
    [database, post] = await Promise.all([freshDatabase(), openPost()]);
    here = await makeWorld(database.db, "hier");
    cookies = await signEverybodyIn(database.db, here, await makeWorld(database.db, "ander"));
    await query(
      `update session set state = 'registration-closed', current_step_id = null, starts_at = now() + interval '8 days',
       ends_at = now() + interval '8 days 2 hours' where id = $1`,
      [here.sessionId],
    );
    klankbord = await startKlankbord({ env: { DATABASE_URL: database.url, SMTP_URL: post.url } });
    browser = await launchBrowser();
  });
  afterAll(async () => {
    for (const context of contexts) await context.close();
    await browser?.close();
    await klankbord?.[Symbol.asyncDispose]();
    await database?.[Symbol.asyncDispose]();
    await post?.[Symbol.asyncDispose]();
  });

  const query = async <T extends object>(text: string, values: unknown[] = []): Promise<T[]> =>
    (await database.pool.query<T>(text, values)).rows;
  const at = () => ({ dialogueId: here.dialogueId, sessionId: here.sessionId });
  const room = () => `${klankbord.origin}/bijeenkomst/${here.sessionId}`;
  const writing = () => `${klankbord.origin}/team/${here.slug}/bijeenkomsten/${here.sessionId}/schrijven`;
  const kept = (text: string) =>
    query<{ phase: string; shared: string; how_often: string; touches: string[] }>(
      "select phase, shared, how_often, touches from contribution where text = $1",
      [text],
    );
  async function open(url: string, who?: Visitor, { script = true, width = 1280 } = {}): Promise<Page> {
    const context = await browser.newContext({ javaScriptEnabled: script, locale: "nl-NL", viewport: { width, height: 900 } });
    contexts.push(context);
    if (who) await carryCookie(context, cookies[who]);
    const page = await context.newPage();
    await visit(page, url);
    return page;
  }
  const field = (page: Page) => page.getByLabel("Wat hebt u nodig?", { exact: true });

  test("too early the page says so; the organiser opens it once, and who has a place gets a mail with the way", async () => {
    const early = await open(`${room()}/behoeften`, "participant");
    await early.getByRole("heading", { name: "Voorbereiden kan nog niet" }).waitFor();
    await expectAccessible(early, "outside-early");
    const team = await open(writing(), "organiser");
    await expectAccessible(team, "outside-team");
    await team.getByRole("button", { name: /^Open en mail \d+ deelnemers$/ }).dblclick();
    await team.getByText("Deelnemers kunnen zich nu voorbereiden, tot de bijeenkomst begint.").waitFor();
    await team.getByLabel("Aantal dagen na afloop").fill("veel");
    await team.getByRole("button", { name: "Bewaar", exact: true }).click();
    await team.getByText("Vul een heel getal in, van 0 tot en met 60.").first().waitFor();
    await expect.poll(() => team.getByLabel("Aantal dagen na afloop").inputValue()).toBe("veel");
    await expectAccessible(team, "outside-team-error");
    await post.letter(address, ({ subject }) => subject.startsWith("Bereid u voor op"));
    expect(post.letters.filter(({ to }) => to === address)).toHaveLength(1);
  });

  test("on a telephone somebody prepares a need, with how often it comes up and what it touches", async () => {
    const letter = await post.letter(address, () => true);
    mine = await open(/https?:\S+naar=behoeften/.exec(letter.text)?.[0] ?? "", undefined, { width: 320 });
    await mine.getByRole("button", { name: /^Doe mee als/ }).click();
    await mine.waitForURL(`${room()}/behoeften`);
    await mine.getByRole("heading", { name: "Bereid u voor: wat hebt u nodig?" }).waitFor();
    await ready(mine);
    await field(mine).fill("Een collega die meekijkt bij schulden.");
    await mine.getByText("Vertel er meer over (hoeft niet)").click();
    const form = mine.locator("form", { has: field(mine) });
    await form.getByLabel("In welke situatie?").fill("Als de brieven zich opstapelen.");
    await form.getByLabel("elke week").check();
    await form.getByLabel("wonen").check();
    await form.getByLabel("veiligheid").check();
    await expectAccessible(mine, "outside-before");
    // what is chosen, too, is there after a reload
    await again(mine);
    await until(async () => (await field(mine).inputValue()) !== "");
    await mine.getByText("Vertel er meer over (hoeft niet)").click();
    await expect.poll(() => mine.locator("input[name=touches]:checked").count()).toBe(2);
    await mine.getByRole("button", { name: "Bewaar", exact: true }).click();
    const note = mine.locator("li.note", { hasText: "Een collega die meekijkt bij schulden." });
    await note.getByText("wonen, veiligheid").waitFor();
    await expect.poll(() => note.getByRole("button", { name: /Deel met iedereen/ }).count()).toBe(0);
    await expectAccessible(mine, "outside-before-kept");
    expect(await kept("Een collega die meekijkt bij schulden.")).toMatchObject([
      { phase: "before", shared: "private", how_often: "weekly", touches: [expect.any(String), expect.any(String)] },
    ]);
    await visit(mine, room());
    await mine.getByText("U schreef al 2 behoeften op.").waitFor();
    await expectAccessible(mine, "outside-lobby");
    await mine.getByRole("link", { name: "Schrijf op wat u nodig hebt" }).click();
    await mine.waitForURL(`${room()}/behoeften`);
  });

  test("another device that is not confirmed, and who has no place, do not come in", async () => {
    for (const [who, to] of [
      ["participant on a device that is not confirmed", "/apparaat"],
      ["waiting registrant", `/bijeenkomst/${here.sessionId}`],
    ] as const) {
      const page = await open(`${room()}/behoeften`, who, { script: false });
      expect(new URL(page.url()).pathname).toBe(to);
    }
  });

  test("when the session begins it lies ready in the step alone, and what was still being typed can be sent", async () => {
    await ready(mine);
    await field(mine).fill("Dit typte ik net voor de start.");
    await query("update session set state = 'lobby' where id = $1", [here.sessionId]);
    await moveOn(database.db, at(), here.people[0] as PersonId, "start");
    await mine.waitForURL(room());
    const alone = here.steps.find(({ kind }) => kind === "alone")?.id;
    await change(
      database.db,
      { scope: here.dialogueId, actor: "system", what: "clock.goTo", subject: { kind: "session", id: here.sessionId } },
      async () => {
        await query("update session set current_step_id = $1, turn = turn + 1 where id = $2", [alone, here.sessionId]);
      },
    );
    await mine.locator("li.note", { hasText: "Een collega die meekijkt bij schulden." }).waitFor();
    await mine.getByText("Dit typte u in een eerder onderdeel.").waitFor();
    await mine.getByRole("button", { name: "Verstuur alsnog" }).click();
    await until(async () => (await kept("Dit typte ik net voor de start."))[0]?.shared === "private");
  });

  test("after the end one adds for all until the last day, also without script; then it closes, and keeps what was typed", async () => {
    await moveOn(database.db, at(), here.people[0] as PersonId, "end");
    await mine.getByRole("heading", { name: "Wilt u nog iets aanvullen?" }).waitFor();
    await expectAccessible(mine, "outside-ended");
    await mine.getByRole("link", { name: "Vul nog iets aan" }).click();
    await mine.waitForURL(`${room()}/behoeften`);
    await field(mine).fill("Wat bleef liggen: een vaste plek.");
    await mine.getByRole("button", { name: "Stuur", exact: true }).click();
    await until(async () => (await kept("Wat bleef liggen: een vaste plek."))[0]?.shared === "all");
    await expectAccessible(mine, "outside-after");
    await mine
      .locator("li.note", { hasText: "Een collega die meekijkt bij schulden." })
      .getByRole("button", { name: /Deel met iedereen/ })
      .click();
    await until(async () => (await kept("Een collega die meekijkt bij schulden."))[0]?.shared === "all");

    const plain = await open(`${room()}/behoeften?soort=suggestion`, "participant", { script: false });
    await plain.getByLabel("Wat stelt u voor?").fill("Houd elke maand een uur vrij.");
    await plain.getByRole("button", { name: "Stuur", exact: true }).click();
    await plain.locator("li.note", { hasText: "Houd elke maand een uur vrij." }).waitFor();
    expect(plain.url()).toBe(`${room()}/behoeften?soort=suggestion`);
    expect(await kept("Houd elke maand een uur vrij.")).toMatchObject([{ phase: "after", shared: "all" }]);

    await field(mine).fill("Net te laat.");
    // news of what was sent just now would close the form before it is pressed
    const held: (() => void)[] = [];
    let holds = true;
    await mine.route("**/*.data*", async (route) => {
      if (holds && route.request().method() === "GET") await new Promise<void>((go) => held.push(go));
      await route.continue().catch(() => {}); // nobody waits for it any more
    });
    await query("update session set ended_at = now() - interval '9 days' where id = $1", [here.sessionId]);
    await mine.getByRole("button", { name: "Stuur", exact: true }).click();
    holds = false;
    for (const go of held) go();
    await mine.getByText("Er kan niets meer bij").first().waitFor();
    await mine.getByText("Net te laat.").first().waitFor({ state: "attached" });
    expect(await kept("Net te laat.")).toEqual([]);
    await again(mine);
    await mine.getByText(/^Aanvullen kon tot en met/).waitFor();
    await mine.getByText("Net te laat.").waitFor();
    await expectAccessible(mine, "outside-closed");
  });
});

import type { Browser, BrowserContext, Page } from "@playwright/test";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { SimilarAnswer } from "../app/session/writing/similar.ts";
import { expectAccessible } from "./axe.ts";
import { carryCookie, launchBrowser } from "./browser.ts";
import { type FreshDatabase, freshDatabase } from "./database.ts";
import { signEverybodyIn, type Visitor } from "./everybody.ts";
import { type Klankbord, startKlankbord } from "./klankbord.ts";
import { until } from "./until.ts";
import { visit } from "./visit.ts";
import { fingerprint, makeWorld, type World } from "./world.ts";

let database: FreshDatabase;
let klankbord: Klankbord;
let here: World;
let cookies: Readonly<Record<Visitor, string>>;

beforeAll(async () => {
  database = await freshDatabase();
  here = await makeWorld(database.db, "hier");
  cookies = await signEverybodyIn(database.db, here, await makeWorld(database.db, "ander"));
  klankbord = await startKlankbord({ env: { DATABASE_URL: database.url } });
});
afterAll(async () => {
  await klankbord?.[Symbol.asyncDispose]();
  await database?.[Symbol.asyncDispose]();
});

const ask = async (who: Visitor, text: string) => {
  const answer = await fetch(`${klankbord.origin}/bijeenkomst/${here.sessionId}/gelijkende`, {
    method: "POST",
    redirect: "manual",
    headers: { cookie: cookies[who], origin: klankbord.origin },
    body: new URLSearchParams({ text }),
  });
  const body = await answer.text();
  return { status: answer.status, body, json: () => JSON.parse(body) as SimilarAnswer };
};

test("who writes a need is shown those of others that resemble it, and nobody's id", async () => {
  const { rows } = await database.pool.query<{ text: string; person_id: string }>(
    "select text, person_id from contribution where id = $1",
    [here.others],
  );
  const [other] = rows;
  const { status, body, json } = await ask("participant", other?.text ?? "");
  expect(status).toBe(200);
  expect(json()).toMatchObject({ status: "found", needs: [{ id: here.others, text: other?.text }] });
  expect(body).not.toContain(other?.person_id);
  expect((await ask("participant", "")).json()).toEqual({ status: "found", needs: [] });
});

test("who is not in the session is told nothing", async () => {
  for (const who of ["nobody", "organiser", "participant of another dialogue", "participant who was removed"] as const) {
    const { status, body } = await ask(who, "contact");
    expect([303, 401, 403], who).toContain(status);
    expect(body, who).not.toContain('"needs"');
  }
});

test("asking keeps nothing, and after the end there is nothing to write", async () => {
  const before = await fingerprint(database.db);
  await ask("participant", "Een vaste contactpersoon");
  expect(await fingerprint(database.db)).toEqual(before);
  await database.pool.query("update session set state = 'ended' where id = $1", [here.sessionId]);
  expect(await ask("participant", "Een vaste contactpersoon")).toMatchObject({
    status: 409,
    body: '{"status":"refused","code":"ended"}',
  });
  await database.pool.query("update session set state = 'live' where id = $1", [here.sessionId]);
});

describe("Herkent u dit? on the screen", () => {
  let browser: Browser;
  const contexts: BrowserContext[] = [];

  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterEach(async () => {
    for (const context of contexts.splice(0)) await context.close();
    await database.pool.query("update contribution set same_as = null");
    await database.pool.query("delete from backing");
  });
  afterAll(() => browser?.close());

  const theirs = "Tijd om na te bellen.";
  const alike = "Tijd om iedereen na te bellen";
  const same = "Mijn behoefte is dezelfde";
  async function enter({ script = true } = {}): Promise<Page> {
    const context = await browser.newContext({ javaScriptEnabled: script, locale: "nl-NL" });
    contexts.push(context);
    await carryCookie(context, cookies.participant);
    const page = await context.newPage();
    await visit(page, `${klankbord.origin}/bijeenkomst/${here.sessionId}`);
    return page;
  }
  const field = (page: Page) => page.getByLabel("Wat hebt u nodig?", { exact: true });
  const panel = (page: Page) => page.getByRole("region", { name: "Herkent u dit?" });
  const query = async <T extends object>(text: string, values: unknown[] = []) =>
    (await database.pool.query<T>(text, values)).rows;
  const kept = (text: string) =>
    query<{ same_as: string | null; shared: string }>("select same_as, shared from contribution where text = $1", [text]);
  const behind = async () => (await query("select 1 from backing where contribution_id = $1", [here.others])).length;
  test("while typing, politely, and with the focus where it was; the same one from the keyboard, and thought better of", async () => {
    const page = await enter();
    await field(page).fill(alike);
    await panel(page).getByText(theirs).first().waitFor();
    expect(await field(page).evaluate((one) => one === document.activeElement)).toBe(true);
    await expect
      .poll(() => page.getByRole("status").allTextContents())
      .toContain("1 behoefte van een ander lijkt hierop. Lees haar onder het formulier.");
    await page.getByText("Vertel er meer over (hoeft niet)").click();
    await expectAccessible(page, "similar");
    await panel(page).getByRole("button", { name: same }).press("Enter");
    await page.getByText(/uw eigen woorden voor bijdrage 2\. U staat daar nu ook achter/).waitFor();
    expect(await kept(alike)).toEqual([{ same_as: here.others, shared: "group" }]);
    expect(await behind()).toBe(1);
    await panel(page).waitFor({ state: "detached" });
    const note = page.locator("li", { hasText: alike }).last();
    await page.getByText("In andere woorden").waitFor();
    await expectAccessible(page, "similar-kept");
    await note.getByRole("button", { name: "Mijn behoefte is toch anders" }).click();
    await until(async () => (await behind()) === 0);
    expect(await kept(alike)).toEqual([{ same_as: null, shared: "group" }]);
  });

  test("different goes away and stays away for this need; sending never waits for it", async () => {
    const page = await enter();
    await field(page).fill("Tijd om rustig na te bellen");
    await panel(page).getByRole("button", { name: "Mijn behoefte is anders" }).click();
    await panel(page).waitFor({ state: "detached" });
    expect(await field(page).evaluate((one) => one === document.activeElement)).toBe(true);
    const asked = page.waitForResponse("**/gelijkende");
    await field(page).fill("Tijd om rustig na te bellen, elke dag");
    await asked;
    await page.getByRole("button", { name: "Leg op tafel" }).first().click();
    await until(async () => (await kept("Tijd om rustig na te bellen, elke dag")).length === 1);
    await expect.poll(() => panel(page).count()).toBe(0);
    expect(await behind()).toBe(0);
  });

  test("a double click, and the same from a second tab, is one", async () => {
    const [page, second] = [await enter(), await enter()];
    for (const one of [page, second]) {
      await field(one).fill("Tijd om iemand na te bellen");
      await panel(one).getByText(theirs).first().waitFor();
    }
    await panel(page).getByRole("button", { name: same }).dblclick();
    await until(async () => (await behind()) === 1);
    await panel(second).getByRole("button", { name: same }).click();
    await second.getByText(/uw eigen woorden voor bijdrage 2/).waitFor();
    expect(await behind()).toBe(1);
    expect((await kept("Tijd om iemand na te bellen")).map(({ same_as }) => same_as)).toEqual([here.others]);
  });

  test("an answer that comes late does not take the place of a newer one", async () => {
    const page = await enter();
    const held: (() => void)[] = [];
    await page.route("**/gelijkende", async (route) => {
      const text = new URLSearchParams(route.request().postData() ?? "").get("text") ?? "";
      if (text !== alike) return route.continue();
      const answer = await route.fetch();
      await new Promise<void>((go) => held.push(go));
      await route.fulfill({ response: answer }).catch(() => {}); // nobody waits for it any more
    });
    await field(page).fill(alike);
    await until(() => held.length === 1);
    const answered = page.waitForResponse("**/gelijkende");
    await field(page).fill("Iets over parkeren bij het station");
    await answered;
    held[0]?.();
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    await expect.poll(() => panel(page).count()).toBe(0);
  });

  test("without an answer, refused or without a network, nothing is said and writing goes on", async () => {
    const page = await enter();
    for (const answer of ["refuse", "fail"] as const) {
      await page.route("**/gelijkende", (route) =>
        answer === "fail" ? route.abort() : route.fulfill({ status: 429, json: { status: "refused", code: "too-often" } }),
      );
      const asked = page.waitForRequest("**/gelijkende");
      await field(page).fill(`Tijd om na te bellen ${answer}`);
      await asked;
      await page.getByRole("button", { name: "Leg op tafel" }).first().click();
      await until(async () => (await kept(`Tijd om na te bellen ${answer}`)).length === 1);
      await expect.poll(() => panel(page).count()).toBe(0);
      await page.unroute("**/gelijkende");
    }
  });

  test("a warning of the guard in between keeps what was meant", async () => {
    const page = await enter();
    const text = "Tijd om na te bellen op 06-00123456";
    await field(page).fill(text);
    await panel(page).getByRole("button", { name: same }).click();
    await page.getByRole("button", { name: "Toch plaatsen" }).click();
    await until(async () => (await kept(text))[0]?.same_as === here.others);
    expect(await behind()).toBe(1);
  });

  test("without script the question comes once the need is kept", async () => {
    const page = await enter({ script: false });
    await field(page).fill("Tijd om mensen na te bellen");
    await page.getByRole("button", { name: "Leg op tafel" }).first().click();
    await page.getByRole("heading", { name: "Herkent u dit?" }).waitFor();
    expect(await kept("Tijd om mensen na te bellen")).toEqual([{ same_as: null, shared: "group" }]);
    const same2 = await enter();
    await same2.goto(page.url());
    await expectAccessible(same2, "similar-without-script");
    await page.getByRole("button", { name: same }).first().click();
    await page.locator(".other-words", { hasText: "Tijd om mensen na te bellen" }).waitFor();
    expect(await kept("Tijd om mensen na te bellen")).toEqual([{ same_as: here.others, shared: "group" }]);
    // one that resembles nothing goes straight back to the room
    await field(page).fill("Parkeerplaatsen bij het station");
    await page.getByRole("button", { name: "Leg op tafel" }).first().click();
    expect(new URL(page.url()).pathname).toBe(`/bijeenkomst/${here.sessionId}`);
  });
});

test("who asks far too often waits a moment", async () => {
  const asked = await Promise.all(Array.from({ length: 60 }, () => ask("participant", "contact")));
  expect(new Set(asked.map(({ status }) => status))).toEqual(new Set([200, 429]));
});

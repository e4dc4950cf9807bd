import type { Browser, BrowserContext, Page } from "@playwright/test";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { change } from "../app/platform/database/change.server.ts";
import type { PersonId } from "../app/platform/ids.ts";
import { expectAccessible } from "./axe.ts";
import { carryCookie, launchBrowser } from "./browser.ts";
import { type FreshDatabase, freshDatabase } from "./database.ts";
import { fillInvented, type Invented } from "./invented.ts";
import { type Klankbord, startKlankbord } from "./klankbord.ts";
import { some } from "./runs.ts";
import { until } from "./until.ts";
import { again, visit } from "./visit.ts";
import { guestCookie } from "./visitors.ts";

const steps = { welcome: 0, introduction: 1, alone: 2, group: 3, break: 4, check: 5, weigh: 6, plenary: 7, close: 8 } as const;

describe("what a participant meets", () => {
  let database: FreshDatabase;
  let klankbord: Klankbord;
  let browser: Browser;
  let made: Invented;
  const contexts: BrowserContext[] = [];

  beforeAll(async () => {
    database = await freshDatabase();
    made = await fillInvented(database.db);
    klankbord = await startKlankbord({ env: { DATABASE_URL: database.url } });
    browser = await launchBrowser();
  });
  afterEach(async () => {
    for (const context of contexts.splice(0)) await context.close();
  });
  afterAll(async () => {
    await browser?.close();
    await klankbord?.[Symbol.asyncDispose]();
    await database?.[Symbol.asyncDispose]();
  });

  const person = (code: string) => made.personIds.get(code) as PersonId;
  const query = async <T extends object>(text: string, values: unknown[] = []): Promise<T[]> =>
    (await database.pool.query<T>(text, values)).rows;
  /** As the facilitator does it: told to every screen. */
  async function goTo(step: keyof typeof steps): Promise<void> {
    const deed = {
      scope: made.dialogueId,
      actor: "system",
      what: "clock.goTo",
      subject: { kind: "session", id: made.sessionId },
    } as const;
    await change(database.db, deed, async () => {
      await query(
        `update session set state = 'live', turn = turn + 1, current_step_id = $1, step_started_at = now(),
         step_ends_at = now() + interval '10 minutes', paused_left_ms = null`,
        [made.stepIds[steps[step]]],
      );
    });
  }
  const room = () => `${klankbord.origin}/bijeenkomst/${made.sessionId}`;

  async function enter(
    code: string,
    options: { script?: boolean; locale?: string; context?: BrowserContext; at?: string } = {},
  ): Promise<Page> {
    let { context } = options;
    if (!context) {
      context = await browser.newContext({ javaScriptEnabled: options.script ?? true, locale: options.locale ?? "nl-NL" });
      contexts.push(context);
      await carryCookie(context, await guestCookie(database.db, person(code), made.dialogueId));
    }
    const page = await context.newPage();
    await visit(page, room() + (options.at ?? ""));
    return page;
  }
  const texts = (code: string) =>
    query<{ text: string; shared: string; kind: string; step_id: string; state: string }>(
      "select text, shared, kind, step_id, state from contribution where person_id = $1 order by number desc limit 5",
      [person(code)],
    );
  async function kept(code: string, text: string) {
    let found: Awaited<ReturnType<typeof texts>>[number] | undefined;
    await until(async () => {
      found = (await texts(code)).find((one) => one.text === text);
      return found !== undefined;
    });
    return found;
  }
  const field = (page: Page) => page.getByLabel("Wat hebt u nodig?", { exact: true });

  test("text that was not sent is there again after a reload, and in a second tab", async () => {
    await goTo("alone");
    const page = await enter("P001");
    await field(page).fill("Een kaart van wie er al komt.");
    await again(page);
    await until(async () => (await field(page).inputValue()) === "Een kaart van wie er al komt.");
    const second = await enter("P001", { context: page.context() });
    await until(async () => (await field(second).inputValue()) === "Een kaart van wie er al komt.");
    await second.getByRole("button", { name: "Bewaar", exact: true }).click();
    expect(await kept("P001", "Een kaart van wie er al komt.")).toMatchObject({ shared: "private", kind: "need" });
    await until(async () => (await field(page).inputValue()) === "");
    await until(async () => (await field(second).inputValue()) === "");
  });

  test("text of an earlier step is still there when the session moves on, and goes to that step", async () => {
    await goTo("alone");
    const page = await enter("P002");
    await field(page).fill("Dit wilde ik nog zeggen.");
    await goTo("break");
    await page.getByText("Dit typte u in een eerder onderdeel.").waitFor();
    await page.getByRole("button", { name: "Verstuur alsnog" }).click();
    expect(await kept("P002", "Dit wilde ik nog zeggen.")).toMatchObject({
      shared: "private",
      step_id: made.stepIds[steps.alone],
    });
    await page.getByText("Dit typte u in een eerder onderdeel.").waitFor({ state: "detached" });
  });

  test("what is sent without network waits, says so, and goes by itself; also over a reload", async () => {
    await goTo("alone");
    const page = await enter("P003");
    await page.route("**/bijdragen", (route) => route.abort());
    await field(page).fill("Zonder netwerk geschreven.");
    await page.getByRole("button", { name: "Bewaar", exact: true }).click();
    await page.getByText("Nog niet verstuurd. We proberen het vanzelf opnieuw.").waitFor();
    await expect.poll(() => field(page).inputValue()).toBe("");
    expect((await texts("P003")).map(({ text }) => text)).not.toContain("Zonder netwerk geschreven.");
    await again(page);
    await page.getByText("Zonder netwerk geschreven.").waitFor();
    await page.unroute("**/bijdragen");
    await kept("P003", "Zonder netwerk geschreven.");
    await page.getByText("Nog niet verstuurd").waitFor({ state: "detached" });
    expect((await texts("P003")).filter(({ text }) => text === "Zonder netwerk geschreven.")).toHaveLength(1);
  });

  test("an answer that was lost on the way makes no second one", async () => {
    await goTo("alone");
    const page = await enter("P004");
    let lost = 0;
    await page.route("**/bijdragen", async (route) => {
      if (lost++ > 0) return route.continue();
      await route.fetch();
      await route.abort();
    });
    await field(page).fill("Twee keer verstuurd, een keer bewaard.");
    await page.getByRole("button", { name: "Bewaar", exact: true }).dblclick();
    await until(async () => lost > 1);
    await page.getByText("Nog niet verstuurd").waitFor({ state: "detached" });
    expect((await texts("P004")).filter(({ text }) => text.startsWith("Twee keer"))).toHaveLength(1);
  });

  test("a no says why, and leaves the text where it was", async () => {
    await goTo("alone");
    const page = await enter("P005");
    await query(
      "insert into measure (session_id, person_id, kind, reason, by_id) values ($1, $2, 'muted', 'Laat ook anderen aan het woord.', $2)",
      [made.sessionId, person("P005")],
    );
    await field(page).fill("Ik ben het er niet mee eens.");
    await page.getByRole("button", { name: "Bewaar", exact: true }).click();
    await page.locator("form .error").getByText("U kunt nu niet schrijven.").waitFor();
    await expect.poll(() => field(page).inputValue()).toBe("Ik ben het er niet mee eens.");
    await again(page);
    await until(async () => (await field(page).inputValue()) === "Ik ben het er niet mee eens.");
    await page.getByText("Reden: Laat ook anderen aan het woord.").waitFor();
    await page.getByText("Gebruik ‘Hulp vragen’, of neem contact op: 070 000 00 00.").waitFor();
    await field(page).fill("a".repeat(601));
    await page.getByText("1 teken te veel").first().waitFor();
  });

  test("without script: a need and a ballot with its condition; a refused post keeps the words", async () => {
    await goTo("group");
    const page = await enter("P006", { script: false });
    await page.getByRole("link", { name: "Ververs deze pagina" }).waitFor();
    await field(page).fill("Geschreven zonder script.");
    await page.getByRole("button", { name: "Leg op tafel" }).click();
    expect(await kept("P006", "Geschreven zonder script.")).toMatchObject({ shared: "group" });
    expect(page.url()).toContain(room());

    await query("delete from ballot where person_id = $1", [person("P006")]);
    await goTo("check");
    await page.goto(`${room()}?inzicht=3`);
    await page.getByRole("button", { name: "Volgend inzicht" }).click();
    await page.getByText("Kies eens, oneens, sla over of niet mijn vakgebied.").waitFor();
    await page.goto(`${room()}?inzicht=3`);
    await page.getByLabel("Oneens").check();
    await page.getByLabel("Past onder voorwaarden").check();
    await page
      .getByLabel(/voorwaarde/)
      .last()
      .fill("Als er vervanging is.");
    await page.getByRole("button", { name: "Volgend inzicht" }).click();
    // those of others come first, where there are any; then the next one of one's own order
    expect(page.url()).toMatch(/\?inzicht=(3&deel=voorwaarden|(?!3)\d+)$/);
    const insight = [...made.insightIds.values()][2];
    const [mine] = await query("select choice, fit from ballot where person_id = $1 and insight_id = $2", [
      person("P006"),
      insight,
    ]);
    expect(mine).toEqual({ choice: "disagree", fit: "conditions" });
    expect(await kept("P006", "Als er vervanging is.")).toMatchObject({ kind: "condition", shared: "all" });

    await query(
      "insert into measure (session_id, person_id, kind, reason, by_id) values ($1, $2, 'removed', 'U bleef namen van bewoners noemen.', $2)",
      [made.sessionId, person("P006")],
    );
    await goTo("alone");
    const answer = await page.request.post(`${room()}/bijdragen`, {
      headers: { origin: klankbord.origin },
      form: { id: crypto.randomUUID(), kind: "need", step: made.stepIds[steps.alone] ?? "", text: "Mag dit nog?" },
      maxRedirects: 0,
    });
    expect(answer.status()).toBe(403);
    expect(await answer.text()).toContain("Mag dit nog?");
    await page.goto(room());
    await page.getByRole("heading", { name: "U doet niet meer mee" }).waitFor();
    await page.getByText("Reden: U bleef namen van bewoners noemen.").waitFor();
    await page.getByText("Vragen? 070 000 00 00").waitFor();
  });

  test("the check by keys, one insight a screen; the last choice counts; the back button goes back", async () => {
    await goTo("check");
    const code = "P010";
    const page = await enter(code, { at: "?inzicht=1" });
    const [first] = [...made.insightIds.values()];
    const choice = async () =>
      (
        await query<{ choice: string; fit: string | null }>(
          "select choice, fit from ballot where person_id = $1 and insight_id = $2",
          [person(code), first],
        )
      )[0];
    await page.keyboard.press("2");
    await until(async () => (await choice())?.choice === "disagree");
    await page.keyboard.press("1");
    await until(async () => (await choice())?.choice === "agree");
    await page.getByLabel("Past niet").check();
    await until(async () => (await choice())?.fit === "not");
    await page.getByLabel("Een voorbeeld waarin het niet past").fill("Bij ons belt niemand 1 of 2.");
    await page.keyboard.press("3");
    expect((await choice())?.choice).toBe("agree");
    await page.getByRole("button", { name: "Volgend inzicht" }).click();
    await until(() => !page.url().endsWith("?inzicht=1"));
    await kept(code, "Bij ons belt niemand 1 of 2.3");
    await page.goBack();
    await until(() => page.url().endsWith("?inzicht=1"));
    await until(() => page.getByRole("radio", { name: "Eens", exact: true }).isChecked());
    await expect.poll(() => page.getByRole("radio", { name: "Eens", exact: true }).isChecked()).toBe(true);
    await page.keyboard.press("4");
    await until(async () => (await choice())?.choice === "not-my-field");
    expect((await choice())?.fit).toBeNull();
    await expect.poll(() => page.getByText("Past het in uw praktijk?").isVisible()).toBe(false);
    await page.getByRole("button", { name: "Kiezen met de toetsen" }).click();
    await page.keyboard.press("1");
    await page.waitForTimeout(300);
    expect((await choice())?.choice).toBe("not-my-field");
  });

  test("a ballot waits for the network and the last one goes; after the reveal none is taken", async () => {
    await goTo("check");
    const page = await enter("P011", { at: "?inzicht=2" });
    const insight = [...made.insightIds.values()][1];
    await page.route("**/stemmen", (route) => route.abort());
    await page.getByLabel("Oneens").check();
    await page.getByText("Uw keuze is nog niet verstuurd.").waitFor();
    await page.getByLabel("Sla over").check();
    await page.unroute("**/stemmen");
    await until(
      async () =>
        (
          await query<{ choice: string }>("select choice from ballot where person_id = $1 and insight_id = $2", [
            person("P011"),
            insight,
          ])
        )[0]?.choice === "skip",
    );
    await page.getByText("Uw keuze is bewaard.").waitFor();
    await query("update insight set revealed_at = now() where id = $1", [insight]);
    await page.getByRole("radio", { name: "Eens", exact: true }).check();
    await page.getByText("Dit inzicht staat niet meer open").waitFor();
    await query("update insight set revealed_at = null where id = $1", [insight]);
  });

  test("an insight of one's own waits for the facilitator, and is one, however often it was pressed", async () => {
    await goTo("check");
    const page = await enter("P012", { at: "?inzicht=klaar" });
    await page.getByLabel("Uw inzicht").fill("Een buurthuis moet ook op zondag open.");
    await page.getByRole("button", { name: "Voeg toe" }).dblclick();
    await page.getByText("wacht op de gespreksleider").waitFor();
    expect(await query("select 1 from insight where author_id = $1", [person("P012")])).toHaveLength(1);
  });

  test("three dots and no more, also from a second device", async () => {
    await goTo("weigh");
    await query("delete from mark where person_id = $1", [person("P013")]);
    const [one, two] = [await enter("P013"), await enter("P013")];
    const told = ["U hebt nog 2 stippen.", "U hebt nog 1 stip.", "U hebt uw drie stippen gegeven."];
    for (const [n, page] of [one, two, one].entries()) {
      await page
        .getByRole("button", { name: /^Geef een stip/ })
        .first()
        .click();
      for (const other of [one, two]) await other.getByText(told[n] ?? "").waitFor();
    }
    expect(await query("select 1 from mark where person_id = $1", [person("P013")])).toHaveLength(3);
    expect(
      await two
        .getByRole("button", { name: /^Geef een stip/ })
        .first()
        .isDisabled(),
    ).toBe(true);
    await two
      .getByRole("button", { name: /^Neem terug/ })
      .first()
      .click();
    await one.getByText("U hebt nog 1 stip.").waitFor();
  });

  test("needs on the table are put together, taken apart and brought, by several at once, by keyboard and without script", async () => {
    await goTo("group");
    const [here] = await query<{ id: string; codes: string[] }>(
      `select g.id, array_agg(s.person_id) as codes from "group" g join seat s on s.group_id = g.id
       join grouping gr on gr.id = g.grouping_id join session on session.current_step_id = gr.step_id
       where g.number = 1 group by g.id`,
    );
    const codes = [...made.personIds].filter(([, id]) => here?.codes.includes(id)).map(([code]) => code);
    const [noor, ilias, plainly] = codes as [string, string, string];
    const [one, two] = [await enter(noor), await enter(ilias)];
    const box = (page: Page, at: number) => page.getByRole("checkbox", { name: /^Leg samen/ }).nth(at);
    const put = (page: Page) => page.getByRole("button", { name: "Leg samen wat is aangevinkt" });
    const done = (kind: string) => query<{ by_id: string }>("select by_id from gather_event where kind = $1 order by id", [kind]);
    await expectAccessible(one, "table");
    await put(one).click();
    await one.getByText("Vink minstens twee behoeften aan.").waitFor();
    // two put the same together, by mouse and by keyboard
    await box(one, 0).check();
    await box(one, 1).check();
    await box(two, 0).focus();
    await two.keyboard.press("Space");
    await box(two, 1).focus();
    await two.keyboard.press("Space");
    await put(two).focus();
    await Promise.all([put(one).click(), two.keyboard.press("Enter")]);
    for (const page of [one, two]) await page.getByRole("heading", { name: /^Samengelegd: 2 behoeften/ }).waitFor();
    expect(await done("together")).toHaveLength(1);
    await expect.poll(() => one.locator(".together .as-typed").count()).toBeGreaterThanOrEqual(2);
    // one takes apart while another chooses
    const bundle = (page: Page) => page.locator(".note.together");
    await Promise.all([
      bundle(two)
        .getByRole("button", { name: /^Neem mee/ })
        .click(),
      bundle(one)
        .getByRole("button", { name: /^Haal los/ })
        .first()
        .click(),
    ]);
    await until(async () => (await done("apart")).length === 1 && (await done("bring")).length === 1);
    await one.getByText("gaat mee", { exact: true }).first().waitFor();
    await until(async () => (await query("select 1 from contribution where together_id is not null")).length === 0);
    await again(one);
    await one.getByText("gaat mee", { exact: true }).first().waitFor();

    const plain = await enter(plainly, { script: false });
    await box(plain, 1).check();
    await box(plain, 2).check();
    await put(plain).click();
    await plain.getByRole("heading", { name: /^Samengelegd: 2 behoeften/ }).waitFor();
    await plain.getByText("Wat deze tafel samenlegde en koos").click();
    await plain.getByText(/U legde ‘/).waitFor();
    expect((await done("together")).at(-1)?.by_id).toBe(person(plainly));
    await plain
      .getByRole("button", { name: /^Houd aan tafel/ })
      .first()
      .click();
    await plain
      .getByRole("button", { name: /^Neem mee/ })
      .first()
      .click();
    await plain.getByText("gaat mee", { exact: true }).first().waitFor();
    await bundle(one).waitFor();
    await one.getByText("Wat deze tafel samenlegde en koos").click();
    await expectAccessible(one, "table-together");

    // in the plenary everybody reads what was brought
    const projector = { kind: "session", id: made.sessionId };
    await change(
      database.db,
      { scope: made.dialogueId, actor: "system", what: "projector.show", subject: projector },
      async () => {
        await query(`update session set projector = '{"shows":"brought"}'`);
      },
    );
    await goTo("plenary");
    const elsewhere = [...made.personIds].find(([, id]) => !here?.codes.includes(id))?.[0] ?? "";
    const other = await enter(elsewhere);
    await other.getByRole("heading", { name: "Wat de deelgroepen meebrengen" }).waitFor();
    await expect.poll(() => other.locator("#meegebracht ~ .notes .as-typed").count()).toBeGreaterThanOrEqual(1);
    await expectAccessible(other, "brought");
    await query(`update session set projector = '{"shows":"question"}'`);
  });

  test("every screen is sound", async () => {
    for (const locale of some(["nl-NL", "en-GB"])) {
      const page = await enter("P017", { locale });
      for (const step of Object.keys(steps) as (keyof typeof steps)[]) {
        await goTo(step);
        await again(page);
        await expectAccessible(page, `${step} (${locale})`);
      }
      await goTo("check");
      await visit(page, `${room()}?inzicht=4`);
      await page.locator('input[name="choice"]').first().check();
      await page.locator('input[name="fit"]').nth(1).check();
      await expectAccessible(page, `conditions (${locale})`);
      await visit(page, `${room()}?inzicht=klaar`);
      await expectAccessible(page, `overview (${locale})`);
      for (const state of ["registration-open", "lobby", "ended", "cancelled"]) {
        await query("update session set state = $1", [state]);
        await visit(page, room());
        await expectAccessible(page, `${state} (${locale})`);
      }
    }
  });
});

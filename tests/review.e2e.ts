import type { Browser, Page } from "@playwright/test";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { contribution } from "../app/contribution/tables.ts";
import { addDevice } from "../app/dialogue/people/devices.server.ts";
import { dialogue, person } from "../app/dialogue/tables.ts";
import type { PersonId } from "../app/platform/ids.ts";
import { mail } from "../app/platform/mail/tables.ts";
import { erasePerson } from "../app/privacy/erase/erase.server.ts";
import { remark, report, reportBlock, reportBlockWording } from "../app/report/tables.ts";
import { doThemes } from "../app/themes/themes.server.ts";
import { expectAccessible } from "./axe.ts";
import { carryCookie, launchBrowser, writeInNotation } from "./browser.ts";
import { type FreshDatabase, freshDatabase } from "./database.ts";
import { signEverybodyIn } from "./everybody.ts";
import { type Klankbord, startKlankbord } from "./klankbord.ts";
import { openPost, type Post } from "./post.ts";
import { visit } from "./visit.ts";
import { forgetReviews, makeWorld, type World } from "./world.ts";

let database: FreshDatabase;
let klankbord: Klankbord;
let browser: Browser;
let here: World;
let organiser: Page;
let analyst: Page;
let writer: Page;
let other: Page;
let post: Post;
const home = "/team/hier/verslag";

/** From a draft to a version and the next; each test goes on where the one before it ended. */
beforeAll(async () => {
  database = await freshDatabase();
  const { db } = database;
  here = await makeWorld(db, "hier");
  const cookies = await signEverybodyIn(db, here, await makeWorld(db, "ander"));
  const who = here.people[0] as PersonId;
  await db
    .update(contribution)
    .set({ text: "Een vast gezicht in de wijk, ook na de zomer." })
    .where(eq(contribution.id, here.own));
  await doThemes(db, here.dialogueId, who, {
    ...{ deed: "put", from: null, to: here.themeId, needs: [here.own, here.others] },
  } as never);
  await forgetReviews(db);
  await db.delete(report).where(eq(report.dialogueId, here.dialogueId));
  await db.delete(reportBlockWording);
  await db.delete(reportBlock).where(eq(reportBlock.dialogueId, here.dialogueId));
  await db.update(dialogue).set({ state: "harvest" }).where(eq(dialogue.id, here.dialogueId));
  const second = await db.transaction((tx) =>
    addDevice(tx, "participant", here.people[2] as PersonId, { name: "test", dialogueId: here.dialogueId, confirmed: true }),
  );
  post = await openPost();
  klankbord = await startKlankbord({ env: { DATABASE_URL: database.url, SMTP_URL: post.url } });
  browser = await launchBrowser();
  organiser = await open(cookies.organiser, true);
  analyst = await open(cookies.analyst, false);
  writer = await open(cookies.participant, false);
  other = await open(`__Host-mee=${second.token}`, true);
});
afterAll(async () => {
  await browser?.close();
  await klankbord?.[Symbol.asyncDispose]();
  await post?.[Symbol.asyncDispose]();
  await database?.[Symbol.asyncDispose]();
});

async function addressOf(at: number): Promise<string> {
  const [row] = await database.db
    .select({ mail: person.mail })
    .from(person)
    .where(eq(person.id, here.people[at] as PersonId));
  return row?.mail ?? "";
}

async function open(cookie: string, script: boolean): Promise<Page> {
  const context = await browser.newContext({ locale: "nl", baseURL: klankbord.origin, javaScriptEnabled: script });
  await carryCookie(context, cookie);
  await writeInNotation(context);
  const page = await context.newPage();
  return page;
}
/** Where a page without script stands, looked at by one that has it: axe is a script. */
const seeAt = async (page: Page, where: string) => {
  await visit(organiser, page.url());
  await expectAccessible(organiser, where);
};

test("a text is written after a theme, saves by itself, and shows how it will stand [RP1, RP2]", async () => {
  await visit(organiser, home);
  await expectAccessible(organiser, "report-outline-empty");
  await organiser.getByRole("link", { name: "Schrijf hier na Thema ‘Nabijheid’" }).click();
  await organiser.getByRole("heading", { name: "Nieuwe tekst" }).waitFor();
  await organiser.getByRole("button", { name: "Bewaar", exact: true }).click();
  await organiser.getByText("Schrijf een tekst.").first().waitFor();
  await expectAccessible(organiser, "report-text-errors");
  const text = "## Iemand die blijft\n\nMensen missen iemand die blijft. Zij brachten {behoeften} in, met {deelnemers}.\n\n> #1";
  await organiser.getByLabel("Tekst", { exact: true }).pressSequentially("## Iemand");
  await organiser.getByLabel("Tekst", { exact: true }).fill(text);
  await organiser.getByText(/^Vanzelf bewaard om/).waitFor();
  await organiser.locator(".block-preview figure").getByText("Een vast gezicht in de wijk, ook na de zomer.").waitFor();
  await organiser
    .locator(".block-preview")
    .getByText("Zij brachten 2 behoeften in, met een aantal dat we niet noemen.")
    .waitFor();
  await organiser.getByText("0 van 2 zinnen onderbouwd.").waitFor();
  await expectAccessible(organiser, "report-text");
  const [kept] = await database.db.select().from(reportBlock).where(eq(reportBlock.dialogueId, here.dialogueId));
  expect(kept?.text).toBe(text);
});

test("a press on Bewaar waits for the save that runs, and who follows a link takes the last words along [RP3]", async () => {
  const [kept] = await database.db.select().from(reportBlock).where(eq(reportBlock.dialogueId, here.dialogueId));
  const textNow = async () =>
    (
      await database.db
        .select()
        .from(reportBlock)
        .where(eq(reportBlock.id, kept?.id as never))
    )[0]?.text;
  const page = await organiser.context().newPage();
  await visit(page, `${home}/blokken/${kept?.id}`);
  const field = page.getByLabel("Tekst", { exact: true });
  const asked = Promise.withResolvers<void>();
  const go = Promise.withResolvers<void>();
  await page.route(/\.data/, async (route) => {
    if (route.request().method() === "POST" && route.request().postData()?.includes("auto")) {
      asked.resolve();
      await go.promise;
    }
    await route.continue();
  });
  await field.fill(`${kept?.text} Eerst.`);
  await asked.promise;
  await field.fill(`${kept?.text} Dan.`);
  await page.getByRole("button", { name: "Bewaar", exact: true }).click();
  go.resolve();
  await page.getByText("Uw tekst is bewaard.").waitFor();
  expect(await textNow()).toBe(`${kept?.text} Dan.`);
  await page.unroute(/\.data/);
  await field.fill(`${kept?.text} Onderweg.`);
  await page.getByRole("link", { name: "Terug naar het verslag" }).click();
  await page.getByRole("heading", { name: "Opbouw en teksten" }).waitFor();
  expect(await textNow()).toBe(`${kept?.text} Onderweg.`);
  await expectToWaitForASlowSave(page);
  expect(await textNow()).toBe(`${kept?.text} Traag.`);
  await visit(page, `${home}/blokken/${kept?.id}`);
  await field.fill(String(kept?.text));
  await page.goto("about:blank");
  await expect.poll(textNow).toBe(kept?.text);
  await page.close();
});

/** Drawn anew at any moment meanwhile, as a busy page is, it waits all the same. */
async function expectToWaitForASlowSave(page: Page): Promise<void> {
  await page.goBack();
  const field = page.getByLabel("Tekst", { exact: true });
  await field.waitFor();
  const asked = Promise.withResolvers<void>();
  const go = Promise.withResolvers<void>();
  await page.route(/\.data/, async (route) => {
    if (route.request().method() === "POST") {
      asked.resolve();
      await go.promise;
    }
    await route.continue();
  });
  await field.fill((await field.inputValue()).replace("Onderweg.", "Traag."));
  await page.evaluate(() => {
    let isOnline = true;
    Object.defineProperty(navigator, "onLine", { get: () => isOnline, configurable: true });
    const redraw = () => {
      isOnline = false;
      dispatchEvent(new Event("offline"));
      isOnline = true;
      setTimeout(() => {
        dispatchEvent(new Event("online"));
        setTimeout(redraw);
      });
    };
    redraw();
  });
  await page.getByRole("link", { name: "Terug naar het verslag" }).click();
  await asked.promise;
  await page.evaluate(() => new Promise((done) => setTimeout(done, 200)));
  expect(await field.isVisible()).toBe(true);
  go.resolve();
  await page.getByRole("heading", { name: "Opbouw en teksten" }).waitFor();
  await page.unroute(/\.data/);
}

test("two writers never write over each other, with or without script [RP3]", async () => {
  const [kept] = await database.db.select().from(reportBlock).where(eq(reportBlock.dialogueId, here.dialogueId));
  await analyst.goto(`${home}/blokken/${kept?.id}`);
  await visit(organiser, `${home}/blokken/${kept?.id}`);
  const text = "## Iemand die blijft\n\nMensen missen iemand die blijft. Dat zegt de analist.";
  await analyst.getByLabel("Tekst", { exact: true }).fill(text);
  await analyst.getByRole("button", { name: "Bewaar", exact: true }).click();
  await analyst.getByText("Uw tekst is bewaard.").waitFor();
  await organiser.getByLabel("Tekst", { exact: true }).fill("Van de organisator.");
  await organiser.getByRole("button", { name: "Bewaar", exact: true }).click();
  await organiser.getByText("Iemand anders heeft deze tekst intussen gewijzigd").waitFor();
  await organiser.locator("blockquote", { hasText: "Dat zegt de analist." }).waitFor();
  await expect.poll(() => organiser.getByLabel("Tekst", { exact: true }).inputValue()).toBe("Van de organisator.");
  await expectAccessible(organiser, "report-text-conflict");
  const [now] = await database.db.select().from(reportBlock).where(eq(reportBlock.dialogueId, here.dialogueId));
  expect(now?.text).toBe(text);
});

test("a sentence gets contributions and a theme behind it, and is counted until then [RP7]", async () => {
  await analyst.goto(home);
  await analyst.getByText("2 van de 2 zinnen met een bevinding zijn niet onderbouwd.").waitFor();
  await analyst.getByRole("link", { name: "Iemand die blijft" }).click();
  await analyst.getByRole("link", { name: "Zoek bijdragen achter: Mensen missen iemand die blijft." }).click();
  await analyst.getByLabel("Woorden").fill("gezicht zomer");
  await analyst.getByRole("button", { name: "Zoek", exact: true }).click();
  await analyst.getByRole("button", { name: "Zet dit achter de zin" }).click();
  await analyst
    .getByText(/^U koos nog niets/)
    .first()
    .waitFor();
  await analyst.getByRole("checkbox", { name: /Een vast gezicht/ }).check();
  await analyst.getByLabel("Woorden").fill("zeppelin");
  await analyst.getByRole("button", { name: "Zoek", exact: true }).click();
  await analyst.getByText("Niets gevonden voor ‘zeppelin’.").waitFor();
  await expect.poll(() => analyst.getByRole("checkbox", { name: /Een vast gezicht/ }).isChecked()).toBe(true);
  await seeAt(analyst, "report-claim");
  await analyst.getByRole("button", { name: "Zet dit achter de zin" }).click();
  await analyst.getByText("1 van 2 zinnen onderbouwd.").waitFor();
  await analyst.getByRole("link", { name: "Zoek bijdragen achter: Dat zegt de analist." }).click();
  await analyst.getByRole("checkbox", { name: "Nabijheid (2 behoeften)" }).check();
  await analyst.getByRole("button", { name: "Zet dit achter de zin" }).click();
  await analyst.getByText("2 van 2 zinnen onderbouwd.").waitFor();
  await seeAt(analyst, "report-claims");
});

test("what stood there comes back [RP4]", async () => {
  const before = await analyst.getByLabel("Tekst", { exact: true }).inputValue();
  await analyst.locator(".block-history summary").first().click();
  await seeAt(analyst, "report-history");
  await analyst
    .getByRole("button", { name: /^Zet deze tekst terug/ })
    .first()
    .click();
  await analyst.getByText("De eerdere tekst staat er weer.").waitFor();
  await analyst.locator(".block-history summary").first().click();
  await analyst
    .getByRole("button", { name: /^Zet deze tekst terug/ })
    .first()
    .click();
  await expect.poll(() => analyst.getByLabel("Tekst", { exact: true }).inputValue()).toBe(before);
});

test("readers of the draft open a sentence to its voices, without script [RP9]", async () => {
  await analyst.goto(`${home}/voorbeeld`);
  await analyst.getByRole("link", { name: "2 bijdragen achter: Dat zegt de analist." }).click();
  await analyst.locator(".claim-voices").getByText("Tijd om na te bellen.").waitFor();
  await seeAt(analyst, "report-draft");
});

test("the organiser lays the draft open; who brought something in is mailed with a way in [RP10]", async () => {
  await visit(organiser, `${home}/meelezen`);
  await expectAccessible(organiser, "review-empty");
  await organiser.getByRole("group", { name: "Sluit op" }).getByLabel("Datum").fill("2020-01-01");
  await organiser.getByRole("button", { name: "Leg het concept voor" }).click();
  await organiser.getByText("Kies een sluiting die na het begin ligt, en niet voorbij is.").waitFor();
  await expectAccessible(organiser, "review-dates");
  await organiser.getByRole("group", { name: "Sluit op" }).getByLabel("Datum").fill("2031-05-21");
  await organiser.getByRole("button", { name: "Leg het concept voor" }).click();
  await organiser.getByText("De dagen zijn bewaard.").waitFor();
  await expectAccessible(organiser, "review-planned");
  const letter = await post.letter(await addressOf(1), ({ subject }) => subject.startsWith("Lees het verslag van"));
  expect(letter.text).toMatch(/\/mee\/[\w-]+\?naar=meelezen/);
});

test("without script: somebody finds their own words, responds to a text and proposes other words [RP11]", async () => {
  await writer.goto("/mijn/hier/verslag");
  await writer.getByText("1 bijdrage van u staat in dit concept, met de aanduiding ‘Van u’.").waitFor();
  await writer.getByRole("link", { name: "Reageer op: ‘Iemand die blijft’" }).click();
  await writer.getByRole("button", { name: "Ik ben het hiermee eens" }).click();
  await writer.getByText("U bent het hiermee eens. Niemand ziet dat u dat bent.").waitFor();
  await writer.getByText("Schrijf een opmerking").click();
  await writer.getByRole("radio", { name: "Andere woorden voorstellen" }).check();
  await writer.getByLabel("Uw opmerking").fill("Bel mij op 06 12345678 als u vragen hebt.");
  await writer.getByRole("button", { name: "Stuur uw opmerking" }).click();
  await writer.getByText("Schrijf de woorden die u voorstelt.").first().waitFor();
  await expect.poll(() => writer.getByLabel("Uw opmerking").inputValue()).toContain("06 12345678");
  await writer.getByLabel("Uw voorstel voor de tekst").fill("Mensen missen iemand die jaren blijft.");
  await writer.getByRole("button", { name: "Stuur uw opmerking" }).click();
  await writer.locator(".utrecht-alert mark").getByText("06 12345678").waitFor();
  // what has the focus leads to the words
  const told = writer.locator(".error-summary:focus");
  await told.getByRole("link", { name: /^Uw opmerking: gaat dit over iemand\?/ }).click();
  await writer.locator("textarea#text:focus").waitFor();
  await writer.getByLabel("Uw opmerking").fill("Een jaar is te kort.");
  await writer.getByRole("button", { name: "Stuur uw opmerking" }).click();
  await writer.getByText("Uw opmerking is bewaard.").waitFor();
  expect(await database.db.select().from(remark)).toHaveLength(1);
});

test("another stands behind the remark, and writes a minority note that others may sign [RP11, RP13]", async () => {
  await other.goto("/mijn/hier/verslag");
  await expectAccessible(other, "review-reading");
  await other.getByRole("link", { name: "Reageer op: ‘Iemand die blijft’" }).click();
  // what is half typed outlives another button
  await other.getByText("Schrijf een opmerking").click();
  await other.getByRole("radio", { name: "Andere woorden voorstellen" }).check();
  await other.getByLabel("Uw opmerking").fill("Half getypt");
  await other.getByText("Schrijf een minderheidsstandpunt", { exact: true }).click();
  await other.locator("#standpunt-text").fill("Eén gezicht");
  await other.getByRole("button", { name: /^Ik sluit mij aan/ }).click();
  await other.getByText("1 ander sluit zich aan").waitFor();
  await expect.poll(() => other.getByLabel("Uw opmerking").inputValue()).toBe("Half getypt");
  await expect.poll(() => other.getByRole("radio", { name: "Andere woorden voorstellen" }).isChecked()).toBe(true);
  await expect.poll(() => other.locator("#standpunt-text").inputValue()).toBe("Eén gezicht");
  await other.getByLabel("Uw opmerking").fill("");
  await other.getByLabel("Uw standpunt").fill("Eén gezicht is ook één plek waar het misgaat. Wij vragen om een vast tweetal.");
  await other.getByRole("button", { name: "Bewaar het standpunt" }).click();
  await other.getByText("Uw standpunt is bewaard.").waitFor();
  await expect.poll(() => other.locator("#standpunt-text").inputValue()).toBe("");
  await other.getByText("Schrijf een opmerking").waitFor();
  await expectAccessible(other, "review-part");
  await writer.goto(other.url());
  await writer.getByRole("button", { name: /^Onderteken met naam/ }).click();
  await writer.getByText("U ondertekende dit, met uw naam.").waitFor();
});

test("one's own words are corrected and made anonymous before they come out [RP16]", async () => {
  await writer.goto("/mijn/hier/verslag");
  await writer
    .getByRole("link", { name: /^Verbeter, trek in of maak anoniem/ })
    .first()
    .click();
  await writer.getByRole("textbox", { name: "Uw woorden" }).fill("");
  await writer.getByRole("button", { name: "Bewaar uw woorden" }).click();
  await writer.locator(".error-summary:focus").getByText("Schrijf uw woorden, of trek de bijdrage in.").waitFor();
  await writer.getByRole("textbox", { name: "Uw woorden" }).fill("Bel mij op 06 12345678.");
  await writer.getByRole("button", { name: "Bewaar uw woorden" }).click();
  await writer
    .locator(".error-summary:focus")
    .getByText(/^Uw woorden: gaat dit over iemand\?/)
    .waitFor();
  await writer.getByRole("textbox", { name: "Uw woorden" }).fill("Een vast gezicht in de wijk, het hele jaar door.");
  await writer.getByRole("button", { name: "Bewaar uw woorden" }).click();
  await writer.getByText("Uw woorden zijn gewijzigd.").waitFor();
  await writer.getByRole("button", { name: "Haal mijn vakgebied weg" }).click();
  await writer.getByText("Bij deze bijdrage staat geen vakgebied.").waitFor();
  const [own] = await database.db.select().from(contribution).where(eq(contribution.id, here.own));
  expect(own).toMatchObject({ text: "Een vast gezicht in de wijk, het hele jaar door.", withoutField: true });
});

test("one's own words are withdrawn after a second question, and the draft says so [RP16]", async () => {
  await writer.getByText("Trek deze bijdrage in", { exact: true }).click();
  await writer.getByRole("button", { name: "Ja, trek deze bijdrage in" }).click();
  await writer.getByText("Uw bijdrage is ingetrokken.").waitFor();
  await writer.goto("/mijn/hier/verslag");
  await writer.getByText(/^Bijdrage \d+ trok u in\./).waitFor();
  await expect.poll(() => writer.getByText("van u staat in dit concept").count()).toBe(0);
  await expect.poll(() => writer.getByRole("link", { name: /^Verbeter, trek in of maak anoniem/ }).count()).toBe(0);
  await database.db.update(contribution).set({ state: "visible" }).where(eq(contribution.id, here.own));
});

test("each remark is answered, and its writer is mailed; a minority note is answered only [RP12, RP14]", async () => {
  await visit(organiser, `${home}/meelezen`);
  await organiser.getByText("1 van de 1 wacht op een antwoord.").waitFor();
  await organiser.locator("summary", { hasText: "Antwoord" }).click();
  await organiser.getByRole("radio", { name: "Deels overgenomen" }).check();
  await organiser.getByRole("button", { name: "Bewaar het antwoord" }).first().click();
  await organiser.getByText("Schrijf op waarom.").waitFor();
  await expectAccessible(organiser, "review-answer-errors");
  await organiser.getByLabel("Waarom, en wat is er veranderd?").fill("Hoe lang, verschilt per wijk.");
  await organiser.getByRole("button", { name: "Bewaar het antwoord" }).first().click();
  await organiser.getByText("De opmerking is beantwoord.").waitFor();
  await organiser.getByLabel("Uw antwoord").fill("Wij nemen het tweetal mee naar het programma.");
  await organiser.getByRole("button", { name: "Bewaar het antwoord" }).last().click();
  await organiser.getByText("Uw antwoord is bewaard. Het staat in het verslag bij het standpunt.").waitFor();
  await expectAccessible(organiser, "review-answered");
  await expect.poll(() => organiser.getByRole("textbox", { name: "Uw standpunt" }).count()).toBe(0);
  await database.db.update(mail).set({ dueAt: new Date() }).where(eq(mail.kind, "review.answered"));
  await database.db.execute(sql`select graphile_worker.add_job('mail', json_build_object('id', id), job_key => 'mail:' || id)
    from mail where kind = 'review.answered'`);
  const letter = await post.letter(await addressOf(1), ({ subject }) => subject.startsWith("Antwoord op uw opmerking"));
  expect(letter.text).toContain("Dit is deels overgenomen. Hoe lang, verschilt per wijk.");
});

test("frozen as a version with the note beside its text; two who freeze at once make one [RP17]", async () => {
  await analyst.goto(`${home}/voorbeeld`);
  await visit(organiser, home);
  const late = await organiser.context().newPage();
  await visit(late, home);
  for (const page of [organiser, late]) {
    await page.getByRole("checkbox", { name: /^Ik heb het concept nagelezen/ }).check();
  }
  await organiser.getByRole("textbox", { name: "Inleiding" }).fill("Getypt, en meteen gepubliceerd.");
  await organiser.getByRole("button", { name: /^Publiceer versie/ }).click();
  await organiser.getByText(/is verschenen\. De e-mails gaan nu uit\./).waitFor();
  await late.getByRole("button", { name: /^Publiceer versie/ }).click();
  await late.getByText(/Er is niets dubbel gepubliceerd\./).waitFor();
  await late.close();
  await analyst.goto("/verslag/hier");
  await analyst.getByText(/^1\.0, verschenen op/).waitFor();
  await analyst.getByText("Getypt, en meteen gepubliceerd.").waitFor();
  const note = analyst.locator(".dissent");
  await note.getByText("Wij vragen om een vast tweetal.").waitFor();
  await note.getByText(/Van deelnemers die hun naam erbij zetten/).waitFor();
  await note.getByText("Wij nemen het tweetal mee naar het programma.").waitFor();
  await expect.poll(() => analyst.getByText("Een jaar is te kort.").count()).toBe(0);
  await analyst.getByRole("link", { name: "1 bijdrage achter: Mensen missen iemand die blijft." }).click();
  await analyst.locator(".claim-voices").getByText("het hele jaar door").first().waitFor();
  await seeAt(analyst, "report-public");
  await other.goto("/mijn/hier/verslag");
  await other.getByText("U kunt niet meer reageren.").waitFor();
  await expectAccessible(other, "review-closed");
});

test("an erased contribution is gone from that version and the next, and each stays at its own address [RP5, RP17]", async () => {
  const before = await database.db.select().from(report).where(eq(report.dialogueId, here.dialogueId));
  await erasePerson(database.db, here.people[1] as PersonId, "command");
  await visit(organiser, home);
  await organiser.getByText("1 zin niet onderbouwd").first().waitFor();
  await organiser.getByLabel("Wat is er veranderd?").fill("Een bijdrage is gewist.");
  await organiser.getByRole("checkbox", { name: /^Ik heb het concept nagelezen/ }).check();
  await organiser.getByRole("button", { name: /^Publiceer versie/ }).click();
  await organiser.getByText(/is verschenen\. De e-mails gaan nu uit\./).waitFor();
  for (const number of ["1.0", "1.1"]) {
    await analyst.goto(`/verslag/hier/${number}`);
    await expect.poll(() => analyst.getByText("het hele jaar door").count()).toBe(0);
    await analyst.getByText("Wij vragen om een vast tweetal.").waitFor();
  }
  await analyst.getByText("Een bijdrage is gewist.").first().waitFor();
  const markdown = await (await fetch(`${klankbord.origin}/verslag/hier/1.1/verslag.md`)).text();
  expect(markdown).toContain("Wij vragen om een vast tweetal.");
  expect(markdown).not.toContain("het hele jaar door");
  const feed = await (await fetch(`${klankbord.origin}/verslagen.atom`)).text();
  expect(feed.match(/verslag\/hier\/\d/g)).toHaveLength(4);
  const after = await database.db.select().from(report).where(eq(report.dialogueId, here.dialogueId));
  for (const one of before) expect(after.find(({ number }) => number === one.number)?.hash).toBe(one.hash);
});

test("a thread is picked up by the number of a contribution [RP20]", async () => {
  await analyst.goto("/verslag/hier");
  await analyst.getByRole("link", { name: "Van inbreng tot programma" }).click();
  await analyst.getByRole("textbox", { name: "Nummer van een bijdrage" }).fill("2");
  await analyst.getByRole("button", { name: "Pak deze draad op" }).click();
  await analyst.getByRole("heading", { name: "De draad van bijdrage 2" }).waitFor();
  await seeAt(analyst, "threads");
});

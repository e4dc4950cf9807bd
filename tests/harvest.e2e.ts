import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser, Page } from "@playwright/test";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { contribution } from "../app/contribution/tables.ts";
import { dialogue, field } from "../app/dialogue/tables.ts";
import type { ItemId, PersonId } from "../app/platform/ids.ts";
import { saveItem, showProgramme } from "../app/programme/items/items.server.ts";
import { publishReport } from "../app/report/publish/reports.server.ts";
import { remark, reportBlock } from "../app/report/tables.ts";
import { doThemes } from "../app/themes/themes.server.ts";
import { expectAccessible } from "./axe.ts";
import { carryCookie, launchBrowser, writeInNotation } from "./browser.ts";
import { type FreshDatabase, freshDatabase } from "./database.ts";
import { signEverybodyIn } from "./everybody.ts";
import { type Klankbord, startKlankbord } from "./klankbord.ts";
import { sendRaw } from "./raw-http.ts";
import { visit } from "./visit.ts";
import { postForm } from "./visitors.ts";
import { makeWorld, type World } from "./world.ts";

let database: FreshDatabase;
let klankbord: Klankbord;
let browser: Browser;
let model: Server;
let here: World;
let organiser: Page;
let analyst: Page;
let reader: Page;
let participant: string;
/** What the model says next. */
let says = "";
const needs = 320;

/** A report too long for one page, with a programme, and a language model on this machine. */
beforeAll(async () => {
  database = await freshDatabase();
  const { db } = database;
  here = await makeWorld(db, "hier");
  const cookies = await signEverybodyIn(db, here, await makeWorld(db, "ander"));
  const who = here.people[0] as PersonId;
  await db.update(dialogue).set({ state: "harvest" }).where(eq(dialogue.id, here.dialogueId));
  const rows = await db
    .insert(contribution)
    .values(
      Array.from({ length: needs }, (_, at) => ({
        ...{ dialogueId: here.dialogueId, sessionId: here.sessionId, number: 1000 + at, kind: "need" as const },
        ...{ shared: "all" as const, personId: here.people[at % 2] as PersonId },
        text: `Een vast gezicht dat ook na de zomer nog in de wijk werkt, verhaal ${at + 1}.`,
      })),
    )
    .returning({ id: contribution.id });
  const placed = rows.map(({ id }) => id);
  await doThemes(db, here.dialogueId, who, { deed: "put", from: null, to: here.themeId, needs: placed } as never);
  const words = { version: 0, title: "Eén vaste wijkverbinder per buurt", kind: "people" as const, text: "", because: "" };
  const more = { acts: "De gemeente", budget: "", indicator: "", fields: [], parties: [], areas: [], claims: [] };
  await saveItem(db, here.dialogueId, who, crypto.randomUUID() as ItemId, {
    ...{ ...words, ...more, themes: [here.themeId], causes: [], steps: [] },
  });
  await showProgramme(db, here.dialogueId, who, true);
  await db
    .update(reportBlock)
    .set({ text: `Mensen missen iemand die blijft. [#t-${here.themeId.slice(0, 8)}]` })
    .where(eq(reportBlock.id, here.blockId));
  await publishReport(db, here.dialogueId, { person: who }, { number: 2, change: "Meer behoeften." });
  model = createServer((request, response) => {
    request.resume();
    response.end(JSON.stringify({ choices: [{ message: { content: says } }] }));
  });
  await new Promise<void>((resolve) => model.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(model.address() as AddressInfo).port}/v1`;
  klankbord = await startKlankbord({ env: { DATABASE_URL: database.url, LLM_URL: url, LLM_MODEL: "klein" } });
  browser = await launchBrowser();
  organiser = await open(cookies.organiser, true);
  analyst = await open(cookies.analyst, true);
  reader = await open("", false);
  participant = cookies.participant;
});
afterAll(async () => {
  await browser?.close();
  await klankbord?.[Symbol.asyncDispose]();
  model?.close();
  await database?.[Symbol.asyncDispose]();
});

async function open(cookie: string, script: boolean): Promise<Page> {
  const context = await browser.newContext({ locale: "nl", baseURL: klankbord.origin, javaScriptEnabled: script });
  if (cookie) await carryCookie(context, cookie);
  await writeInNotation(context);
  const page = await context.newPage();
  return page;
}

test("a long report leads to all voices, without script and from an address of before [RP9, RP21]", async () => {
  await reader.goto("/verslag/hier");
  await reader.getByText("verhaal 3.").first().waitFor({ state: "attached" });
  await expect.poll(() => reader.getByText("verhaal 200.").count()).toBe(0);
  await reader.locator(".claim").first().click();
  await reader.getByRole("link", { name: "Lees alle 320 bijdragen" }).last().click();
  await reader.getByText("verhaal 100.").waitFor();
  await reader.getByRole("link", { name: "Volgende bijdragen" }).click();
  await reader.getByText("verhaal 101.").waitFor();
  await reader.getByLabel("Nummer van een bijdrage").fill("#1250");
  await reader.getByRole("button", { name: "Ga naar de bijdrage" }).click();
  await reader.waitForURL("**/bijdragen?pagina=3#bijdrage-1250");
  const scripted = await open("", true);
  await scripted.goto("/verslag/hier/2#bijdrage-1250");
  await scripted.waitForURL("**/bijdragen?pagina=3#bijdrage-1250");
  await expectAccessible(scripted, "appendix");
  await scripted.goto("/verslag/hier/2/bijdragen?nummer=7");
  await scripted.getByText("‘7’ staat niet in dit verslag.", { exact: false }).waitFor();
  await expectAccessible(scripted, "appendix-missing");
  await scripted.goto("/verslag/hier");
  await expectAccessible(scripted, "report-long");
  await scripted.locator(".claim").first().hover();
  await scripted.locator(".peek").getByText("verhaal 1.").waitFor();
  await scripted.keyboard.press("Escape");
  await scripted.locator(".peek").waitFor({ state: "hidden" });
  expect(JSON.parse((await scripted.locator('script[type="application/ld+json"]').textContent()) ?? "")).toHaveProperty("@graph");
});

test("the programme of its day, slides and what search engines fetch say what the report says [RP22, RP26, RP27]", async () => {
  const scripted = await open("", true);
  await scripted.goto("/verslag/hier#programma");
  await scripted
    .getByRole("heading", { name: "Punt 3 Eén vaste wijkverbinder per buurt" })
    .or(scripted.getByText("Eén vaste wijkverbinder per buurt"))
    .first()
    .waitFor();
  await scripted.getByRole("link", { name: "Eén dia per thema, en figuren" }).click();
  await scripted.getByRole("heading", { name: "Nabijheid" }).waitFor();
  await expectAccessible(scripted, "slides");
  const pdf = await scripted.pdf({ preferCSSPageSize: true });
  expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
  const file = async (path: string) => {
    const answer = await fetch(`${klankbord.origin}/verslag/hier/2/${path}`);
    return { status: answer.status, bytes: Buffer.from(await answer.arrayBuffer()) };
  };
  for (const [path, width] of [
    ["dia/1.png", 1280],
    ["figuren/themas.png", 1200],
    ["beeld.png", 1200],
  ] as const) {
    const { bytes } = await file(path);
    expect(bytes.subarray(1, 4).toString()).toBe("PNG");
    expect(bytes.readUInt32BE(16)).toBe(width);
  }
  const svg = (await file("figuren/themas.svg")).bytes.toString();
  expect(svg).toContain("<title");
  expect(svg).toContain(`versie 1.1, ${klankbord.origin}/verslag/hier/2`);
  for (const path of ["dia/0.png", "dia/99.png", "dia/1.gif", "figuren/niets.svg", "figuren/themas"])
    expect((await file(path)).status).toBe(404);
  const map = await (await fetch(`${klankbord.origin}/sitemap.xml`)).text();
  for (const path of ["/verslag/hier", "/programma/hier", "/verslag/hier/draden"])
    expect(map).toContain(`<loc>${klankbord.origin}${path}</loc>`);
  expect(await (await fetch(`${klankbord.origin}/robots.txt`)).text()).toContain(`Sitemap: ${klankbord.origin}/sitemap.xml`);
  const catalogue = (await (await fetch(`${klankbord.origin}/catalogus.jsonld`)).json()) as Record<string, unknown>;
  expect(JSON.stringify(catalogue)).toContain(`${klankbord.origin}/verslag/hier/2/gegevens.csv`);
});

test("a model proposes, with numbers that were given or not at all; a person takes it over [RP24]", async () => {
  const text = async () =>
    (await database.db.select({ text: reportBlock.text }).from(reportBlock).where(eq(reportBlock.id, here.blockId)))[0]?.text;
  const before = await text();
  await visit(organiser, `/team/hier/verslag/blokken/${here.blockId}`);
  await organiser.getByRole("link", { name: "Vraag een voorstel voor een zin" }).click();
  await organiser.getByRole("button", { name: "Nabijheid" }).click();
  await organiser.getByRole("checkbox", { name: /verhaal 1\./ }).check();
  await organiser.getByRole("checkbox", { name: /verhaal 2\./ }).check();
  says = JSON.stringify({ sentence: "Mensen willen een vast gezicht.", numbers: [1000, 4711] });
  await organiser.getByRole("button", { name: "Vraag een voorstel" }).click();
  await organiser.getByText("Het taalmodel noemde bijdragen die u niet gaf (4711).", { exact: false }).waitFor();
  await expectAccessible(organiser, "proposal-wrong");
  says = JSON.stringify({ sentence: "Mensen willen een vast gezicht.", numbers: [1000, 1001] });
  await organiser.getByRole("button", { name: "Vraag een voorstel" }).click();
  await organiser.getByText("Voorstel van een taalmodel").waitFor();
  await expectAccessible(organiser, "proposal");
  expect(await text()).toBe(before);
  await organiser.getByRole("textbox", { name: "De zin" }).fill("Mensen willen één vast gezicht.");
  await organiser.getByRole("button", { name: "Neem deze zin over" }).click();
  await organiser.getByText("Uw tekst is bewaard.").waitFor();
  expect(await text()).toBe(`${before}\n\nMensen willen één vast gezicht. [#1000 #1001]`);
});

test("two writers see each other, and what is hard to read is pointed at [RP23, RP25]", async () => {
  await visit(analyst, `/team/hier/verslag/blokken/${here.blockId}`);
  await visit(organiser, `/team/hier/verslag/blokken/${here.blockId}`);
  await organiser.getByText("analyst heeft deze tekst nu ook open.", { exact: false }).waitFor();
  await organiser.getByLabel("Tekst", { exact: true }).fill("Indien nodig worden de gezinnen door het wijkteam bezocht.");
  await organiser.getByText("Leesbaarheid: 1 van de 1 zin kan eenvoudiger").click();
  await organiser.getByText("“indien”: liever “als”.").waitFor();
  await expectAccessible(organiser, "writers");
});

test("text from Word comes without its dress, with its headings, lists and links; one press takes it back [RP1]", async () => {
  const page = await organiser.context().newPage();
  const html = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal {margin:0cm}</style></head><body lang=NL><!--StartFragment--><h1>Wat wij hoorden<o:p></o:p></h1><p class=MsoNormal>Gezinnen in <st1:place w:st="on">Heerlen</st1:place> missen <b style='mso-bidi-font-weight:normal'>één vast gezicht</b>.<o:p></o:p></p><p class=MsoListParagraphCxSpFirst style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>Een vaste dag<o:p></o:p></p><p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp; </span></span><![endif]>Lees <a href="https://voorbeeld.example/wijk">de folder</a><o:p></o:p></p><p class=MsoNormal><img width=1 height=1 src="file:///C:/msohtmlclip1/01/clip_image001.png"></p><!--EndFragment--></body></html>`;
  await visit(page, "/team/hier/verslag/blokken/nieuw?na=kort");
  await page.evaluate((word) => {
    document.addEventListener("copy", (event) => {
      event.clipboardData?.setData("text/html", word);
      event.clipboardData?.setData("text/plain", "Wat wij hoorden\n·\tEen vaste dag");
      event.preventDefault();
    });
  }, html);
  await page.getByRole("heading", { name: "Nieuwe tekst" }).waitFor();
  const field = page.getByLabel("Tekst", { exact: true });
  await field.pressSequentially("Begin. ");
  await page.keyboard.press("Control+C");
  await page.keyboard.press("Control+V");
  const pasted =
    "## Wat wij hoorden\n\nGezinnen in Heerlen missen **één vast gezicht**.\n\n- Een vaste dag\n- Lees [de folder](https://voorbeeld.example/wijk)";
  await expect.poll(() => field.inputValue()).toBe(`Begin. ${pasted}`);
  await page.locator(".block-preview").getByRole("listitem").getByText("Een vaste dag").waitFor();
  await page.getByText("In wat u plakte, stond een plaatje.", { exact: false }).waitFor();
  await expectAccessible(page, "pasted");
  await page.keyboard.press("Control+Z");
  await expect.poll(() => field.inputValue()).toBe("Begin. ");
  await field.fill(
    `${pasted}\n\n### In cijfers\n\nEr waren {deelnemers}. Van hen noemden er 12 een vast gezicht. [#1000 #1001]\n\n1. Eerst bellen.\n2. Dan *langsgaan*.\n\n> #1000`,
  );
  await page.locator(".block-preview figure").waitFor();
  await expectAccessible(page, "editor-all-kinds");
  await page.getByRole("button", { name: "Bewaar", exact: true }).click();
  await page.getByText("Uw tekst is bewaard.").waitFor();
  await expectAccessible(page, "editor-all-kinds-saved");
  await page.close();
});

test("who is missing among those who signed up is one tap from a text to invite them with [RP29]", async () => {
  const shape = { shape: 3, position: 99 };
  await database.db.insert(field).values({ dialogueId: here.dialogueId, name: "sport en bewegen", ...shape });
  await visit(organiser, "/team/hier/aanmeldingen");
  await organiser.getByText("Nog niemand uit sport en bewegen.").waitFor();
  await expectAccessible(organiser, "gaps");
  await organiser.getByRole("link", { name: "Nog niemand uit sport en bewegen. Tekst om uit te nodigen" }).click();
  await organiser.getByRole("heading", { name: "Tekst om uit te nodigen" }).waitFor();
  const text = await organiser.getByLabel("De tekst", { exact: true }).inputValue();
  expect(text).toContain(`${klankbord.origin}/oproep/hier`);
  expect(text).toContain("Wij horen nog geen mensen uit sport en bewegen.");
  await expectAccessible(organiser, "gap-text");
});

test("a picture of 200 MB and a text of 100,000 characters are refused; what was typed stands there still", async () => {
  const cookie = (await organiser.context().cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  const path = `/team/hier/verslag/blokken/${here.blockId}`;
  const before = await database.db.select().from(reportBlock).where(eq(reportBlock.id, here.blockId));
  const typed = "wijk ".repeat(20_000);
  const fields = { doen: "bewaar", text: typed, place: "kort", version: String(before[0]?.version) };
  const long = await postForm(klankbord.origin + path, cookie, fields);
  expect(long.status).toBe(422);
  expect(await long.text()).toContain(typed.trim());
  const picture = await sendRaw(
    klankbord.port,
    `POST ${path} HTTP/1.1\r\nHost: localhost:${klankbord.port}\r\nOrigin: ${klankbord.origin}\r\nCookie: ${cookie}\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 209715200\r\n\r\n--x\r\n`,
  );
  expect(picture.status).toBe(413);
  expect(await database.db.select().from(reportBlock).where(eq(reportBlock.id, here.blockId))).toEqual(before);
});

test("a remark that comes after the reading ended is not kept; what was typed stands there still [RP10]", async () => {
  const kept = await database.db.select({ id: remark.id }).from(remark);
  const text = "Een jaar is te kort voor een vast gezicht.";
  const late = await postForm(`${klankbord.origin}/mijn/hier/verslag/nodig`, participant, {
    ...{ doen: "opmerking", id: crypto.randomUUID(), kind: "remark", words: "", text },
  });
  expect(late.status).toBe(409);
  const page = await late.text();
  expect(page).toContain("Het meelezen is gesloten. Wat u typte, staat hier nog en is niet bewaard.");
  expect(page).toContain(text);
  expect(await database.db.select({ id: remark.id }).from(remark)).toEqual(kept);
});

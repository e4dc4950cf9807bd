import type { Browser, Page } from "@playwright/test";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { mintLink } from "../app/dialogue/people/links.server.ts";
import { dialogue } from "../app/dialogue/tables.ts";
import type { PersonId } from "../app/platform/ids.ts";
import { showProgramme } from "../app/programme/items/items.server.ts";
import { programmeItem } from "../app/programme/tables.ts";
import { expectAccessible } from "./axe.ts";
import { carryCookie, launchBrowser } from "./browser.ts";
import { type FreshDatabase, freshDatabase } from "./database.ts";
import { signEverybodyIn } from "./everybody.ts";
import { type Klankbord, startKlankbord } from "./klankbord.ts";
import { openPost, type Post } from "./post.ts";
import { secretIn } from "./registrants.ts";
import { visit } from "./visit.ts";
import { makeWorld, type World } from "./world.ts";

let database: FreshDatabase;
let klankbord: Klankbord;
let browser: Browser;
let post: Post;
let here: World;
let organiser: Page;
let participant: Page;
/** Who follows a link from a mail; these pages bring no script. */
let reader: Page;
const home = "/team/hier/programma";

/** From a finding to items with owners, and to what people say of them; each test goes on where the one before it ended. */
beforeAll(async () => {
  database = await freshDatabase();
  const { db } = database;
  here = await makeWorld(db, "hier");
  const cookies = await signEverybodyIn(db, here, await makeWorld(db, "ander"));
  await db.update(dialogue).set({ state: "harvest" }).where(eq(dialogue.id, here.dialogueId));
  post = await openPost();
  klankbord = await startKlankbord({ env: { DATABASE_URL: database.url, SMTP_URL: post.url } });
  browser = await launchBrowser();
  const open = async (cookie: string) => {
    const context = await browser.newContext({ locale: "nl", baseURL: klankbord.origin });
    await carryCookie(context, cookie);
    return context.newPage();
  };
  organiser = await open(cookies.organiser);
  participant = await open(cookies.participant);
  reader = await (await browser.newContext({ locale: "nl", baseURL: klankbord.origin })).newPage();
});
afterAll(async () => {
  await browser?.close();
  await klankbord?.[Symbol.asyncDispose]();
  await post?.[Symbol.asyncDispose]();
  await database?.[Symbol.asyncDispose]();
});

test("from a finding of the report to an item in two taps [PR11]", async () => {
  await visit(organiser, `/team/hier/verslag/blokken/${here.blockId}`);
  await organiser.getByRole("link", { name: "Maak er een programmapunt van (Zij bellen te laat.)" }).click();
  await organiser.getByRole("heading", { name: "Nieuw programmapunt" }).waitFor();
  await expect.poll(() => organiser.getByRole("checkbox", { name: "Zij bellen te laat." }).isChecked()).toBe(true);
  await organiser.getByRole("checkbox", { name: "Tijd" }).check();
  await organiser.getByLabel("Wat gaat er gebeuren?").fill("Een spreekuur zonder afspraak in elk buurthuis");
  await organiser.getByRole("radio", { name: "Ontmoeting" }).check();
  await organiser.getByLabel("Stap 1", { exact: true }).fill("Ruimte zoeken in drie buurthuizen");
  await organiser.getByLabel("Stap 2", { exact: true }).fill("Folder in vier talen maken");
  await organiser.getByRole("button", { name: "Bewaar", exact: true }).click();
  await organiser.getByText("Het programmapunt is bewaard.").waitFor();
  await expectAccessible(organiser, "work-item");
});

test("an item is split and merged, and says where it comes from [PR12]", async () => {
  await visit(organiser, `${home}/3/delen`);
  await expectAccessible(organiser, "work-share");
  await organiser.getByRole("button", { name: "Splits" }).click();
  await organiser.getByText("Schrijf op wat er in het nieuwe punt gaat gebeuren", { exact: false }).first().waitFor();
  await organiser.getByLabel("Wat gaat er gebeuren in het nieuwe punt?").fill("Een folder die iedereen kan lezen");
  await organiser.getByRole("button", { name: "Splits" }).click();
  await organiser.getByText("Kies ten minste één thema, conclusie of stap.").waitFor();
  await expectAccessible(organiser, "work-share-errors");
  await organiser.getByRole("checkbox", { name: "Folder in vier talen maken" }).check();
  await organiser.getByRole("button", { name: "Splits" }).dblclick();
  await organiser.getByText("Het nieuwe punt is gemaakt.", { exact: false }).waitFor();
  await organiser.getByText("Komt uit punt 3 (Een spreekuur zonder afspraak in elk buurthuis).").waitFor();
  await visit(organiser, `${home}/4/delen`);
  await organiser.getByLabel("In welk punt gaat dit punt op?").selectOption({ label: "2. Een middag leren van elkaar" });
  await organiser.getByRole("button", { name: "Voeg samen" }).click();
  await organiser.getByText("Punt 4 is hierin opgegaan.").waitFor();
  await expect.poll(() => organiser.getByLabel("Stap 1", { exact: true }).inputValue()).toBe("Folder in vier talen maken");
  await visit(organiser, `${home}/4`);
  await organiser.getByText("Dit punt is er niet meer als los punt").waitFor();
  await expectAccessible(organiser, "work-former");
  expect(await database.db.$count(programmeItem, eq(programmeItem.dialogueId, here.dialogueId))).toBe(4);
});

test("who looks after an item says by a link from a mail whether the name may stand there, and how it goes [PR13, PR16]", async () => {
  await visit(organiser, `${home}/3/mensen`);
  await organiser.getByLabel("Naam").fill("Henk de Vries");
  await organiser.getByLabel("E-mailadres").fill("henk");
  await organiser.getByRole("button", { name: "Voeg toe" }).click();
  await organiser.getByText("Vul een e-mailadres in zoals", { exact: false }).first().waitFor();
  await expectAccessible(organiser, "work-owners-errors");
  await organiser.getByLabel("Rol of organisatie").fill("Gemeente Voorbeeldstad, afdeling Wijken");
  await organiser.getByLabel("E-mailadres").fill("henk@voorbeeldstad.example");
  await organiser.getByRole("button", { name: "Voeg toe" }).click();
  await organiser.getByText("heeft nog niet geantwoord", { exact: false }).waitFor();
  await expectAccessible(organiser, "work-owners");
  const letter = await post.letter("henk@voorbeeldstad.example", ({ text }) => text.includes("/punt/"));
  expect(letter.subject).toBe("U bent aanspreekpunt van: Een spreekuur zonder afspraak in elk buurthuis");
  expect(letter.text).toContain("Gemeente Voorbeeldstad, afdeling Wijken");
  await showProgramme(database.db, here.dialogueId, here.people[0] as PersonId, true);
  await reader.goto("/programma/hier");
  await expect.poll(() => reader.getByText("Henk de Vries").count()).toBe(0);
  await reader.getByText("Gemeente Voorbeeldstad, afdeling Wijken").waitFor();

  const way = `/punt/${secretIn(letter.text, "punt")}`;
  await reader.goto(way);
  await expectAccessible(reader, "work-owned-asked");
  await reader.getByRole("button", { name: "Bewaar mijn keuze" }).click();
  await reader.getByText("Kies ja of nee.").waitFor();
  await reader.getByRole("radio", { name: "Ja, mijn naam mag erbij" }).check();
  await reader.getByRole("button", { name: "Bewaar mijn keuze" }).click();
  await reader.getByText("Uw keuze is bewaard.").waitFor();
  await reader.getByText("Nu staat uw naam bij uw rol of organisatie in het programma.", { exact: false }).waitFor();
  await reader.getByRole("button", { name: "Verstuur" }).click();
  await reader.getByText("Schrijf een zin, kies een andere stand, of vink een stap aan.").waitFor();
  await expectAccessible(reader, "work-owned-errors");
  await reader.getByLabel("Wat is er nieuw?").fill("Drie buurthuizen doen mee.");
  await reader.getByRole("radio", { name: "Het stopt" }).check();
  await reader.getByRole("button", { name: "Verstuur" }).click();
  await reader.getByText("Weet u zeker dat het stopt?").waitFor();
  await expectAccessible(reader, "work-owned-sure");
  await reader.getByRole("radio", { name: "Er is besloten dat het doorgaat" }).check();
  await reader.getByRole("checkbox", { name: "Ruimte zoeken in drie buurthuizen" }).check();
  await reader.getByRole("button", { name: "Verstuur" }).click();
  await reader.getByText("Dank u wel. Uw bericht staat erbij.").waitFor();
  await expectAccessible(reader, "work-owned");
  await reader.goto("/programma/hier");
  await reader.getByText("Henk de Vries (Gemeente Voorbeeldstad, afdeling Wijken)").waitFor();
  await reader.getByText("Drie buurthuizen doen mee.").waitFor();
  await expectAccessible(reader, "work-public");
  expect((await reader.goto("/punt/onbekend"))?.status()).toBe(410);
  await reader.getByText("Deze link werkt niet meer").first().waitFor();
});

test("what the programme covers stands in the order of the lists, for the team and for everybody [PR14]", async () => {
  await visit(organiser, `${home}/3`);
  await organiser.getByRole("checkbox", { name: "Zeeland" }).check();
  await organiser.getByRole("checkbox", { name: "Wonen" }).check();
  await organiser.getByRole("button", { name: "Bewaar", exact: true }).click();
  await organiser.getByText("Het programmapunt is bewaard.").waitFor();
  await visit(organiser, `${home}/dekking`);
  await organiser
    .getByRole("row", { name: /Zeeland/ })
    .getByRole("link", { name: /^3\. Een spreekuur/ })
    .waitFor();
  await expectAccessible(organiser, "work-coverage");
  await reader.goto("/programma/hier/dekking");
  await reader
    .getByRole("row", { name: /wonen/i })
    .getByRole("link", { name: /^3\. Een spreekuur/ })
    .waitFor();
  await expectAccessible(reader, "work-coverage-public");
});

test("participants say of the draft whether it would help them; a change says why [PR15]", async () => {
  await visit(organiser, home);
  await organiser.getByText("Deelnemers kunnen reageren", { exact: false }).waitFor();
  await expectAccessible(organiser, "work-desk");
  await participant.goto("/mijn/hier/programma");
  await expectAccessible(participant, "work-react");
  const form = participant.locator("section.finding", { hasText: "Een spreekuur zonder afspraak" });
  await form.getByRole("radio", { name: "Ja, onder een voorwaarde" }).check();
  await form.getByRole("button", { name: "Bewaar mijn reactie" }).click();
  await participant.getByText("Schrijf op onder welke voorwaarde.").first().waitFor();
  await expect.poll(() => form.getByRole("radio", { name: "Ja, onder een voorwaarde" }).isChecked()).toBe(true);
  await expectAccessible(participant, "work-react-errors");
  await form.getByRole("textbox").fill("Mits het ook 's avonds open is.");
  await form.getByRole("button", { name: "Bewaar mijn reactie" }).click();
  await participant.getByText("Uw reactie is bewaard.").waitFor();
  await visit(organiser, `${home}/3`);
  await organiser.getByLabel("Wat gaat er gebeuren?").fill("Een spreekuur zonder afspraak in elk buurthuis, ook 's avonds");
  await organiser.getByLabel("Wat is er gewijzigd, en waarom?").fill("Wie overdag werkt, kan anders niet komen.");
  await organiser.getByRole("checkbox", { name: "Mits het ook 's avonds open is." }).check();
  await organiser.getByRole("button", { name: "Bewaar", exact: true }).click();
  await organiser.getByText("Het programmapunt is bewaard.").waitFor();
  await organiser.getByText("Wie overdag werkt, kan anders niet komen.").waitFor();
  await expectAccessible(organiser, "work-changed");
  await participant.goto("/mijn/hier/programma");
  await participant.getByText("Mede door uw reactie is dit punt gewijzigd.").waitFor();
  await participant.getByText("Dit punt is gewijzigd nadat u reageerde.", { exact: false }).waitFor();
  await expectAccessible(participant, "work-react-changed");
});

test("letters are stopped in one tap, by a mail program too, and come again by choice [PR17]", async () => {
  const { db } = database;
  const made = await mintLink(db as never, "programme-news", {
    personId: here.people[1] as PersonId,
    dialogueId: here.dialogueId,
  });
  const way = `/programmapost/${made}`;
  const tap = await fetch(klankbord.origin + way, {
    method: "POST",
    body: new URLSearchParams({ "List-Unsubscribe": "One-Click" }),
  });
  expect(tap.status).toBe(200);
  await reader.goto(way);
  await reader.getByText("Nu krijgt u dit niet.").waitFor();
  await reader.getByRole("radio", { name: "Hoogstens één keer per week" }).check();
  await reader.getByRole("button", { name: "Bewaar" }).click();
  await reader.getByText("Uw keuze is bewaard.").waitFor();
  await expectAccessible(reader, "work-stop");
  await participant.goto("/mijn/hier/programma");
  await participant.getByRole("radio", { name: "Bij elke wijziging" }).check();
  await participant.getByRole("button", { name: "Bewaar", exact: true }).click();
  await participant.getByText("Uw keuze is bewaard.").waitFor();
  await participant.getByText("Nu krijgt u dit bij elke wijziging.").waitFor();
  await expectAccessible(participant, "work-news-choice");
  await reader.getByRole("button", { name: "Stuur mij hierover niets meer" }).click();
  await reader.getByText("Nu krijgt u dit niet.").waitFor();
  expect((await reader.goto("/programmapost/onbekend"))?.status()).toBe(410);
});

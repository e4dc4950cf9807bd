import type { Browser, Page } from "@playwright/test";
import { afterAll, beforeAll, expect, test } from "vitest";
import { networkCircle, networkCirclePerson } from "../app/network/circles/tables.ts";
import { networkFile, networkPractice, networkPracticeVersion } from "../app/network/library/tables.ts";
import { networkAsk, networkMember, networkMessage } from "../app/network/tables.ts";
import { seedAreas } from "../app/prepare/areas/areas.server.ts";
import { expectAccessible } from "./axe.ts";
import { carryCookie, launchBrowser } from "./browser.ts";
import { type FreshDatabase, freshDatabase } from "./database.ts";
import { signEverybodyIn } from "./everybody.ts";
import { type Klankbord, startKlankbord } from "./klankbord.ts";
import { makeWorld, type World } from "./world.ts";

let database: FreshDatabase;
let klankbord: Klankbord;
let browser: Browser;
let here: World;
let participant: Page;
let other: Page;
let reader: Page;
let organiser: Page;

/** From participant to member; each test goes on where the one before it ended. */
beforeAll(async () => {
  database = await freshDatabase();
  const { db } = database;
  here = await makeWorld(db, "hier");
  const cookies = await signEverybodyIn(db, here, await makeWorld(db, "ander"));
  for (const table of [
    networkMessage,
    networkAsk,
    networkCirclePerson,
    networkCircle,
    networkPracticeVersion,
    networkFile,
    networkPractice,
  ])
    await db.delete(table);
  await db.delete(networkMember);
  await seedAreas(db);
  klankbord = await startKlankbord({ env: { DATABASE_URL: database.url } });
  browser = await launchBrowser();
  const open = async (cookie: string, script = true) => {
    const context = await browser.newContext({ locale: "nl", baseURL: klankbord.origin, javaScriptEnabled: script });
    if (cookie) await carryCookie(context, cookie);
    return context.newPage();
  };
  participant = await open(cookies.participant);
  other = await open(cookies["waiting registrant"]);
  reader = await open("", false);
  organiser = await open(cookies.organiser);
});
afterAll(async () => {
  await browser?.close();
  await klankbord?.[Symbol.asyncDispose]();
  await database?.[Symbol.asyncDispose]();
});

const see = async (page: Page, where: string) => {
  // who only reads has no script, and axe is one
  if (page !== reader) await expectAccessible(page, where);
};

async function join(page: Page, words: { name: string; offers: string; area: string }) {
  if (!page.url().includes("/mijn/hier/netwerk")) await page.goto("/mijn/hier/netwerk");
  await page.getByLabel("Hoe u heet").fill(words.name);
  await page.getByLabel("Wat kunt u bieden?").fill(words.offers);
  await page.getByRole("combobox", { name: "Waar werkt u?" }).fill(words.area);
}

test("from one's own page to membership; a mistake is told and loses nothing [NW1, NW3]", async () => {
  await participant.goto("/mijn/hier");
  await participant.getByRole("link", { name: "Het netwerk: blijf in contact" }).click();
  await participant.getByRole("link", { name: "Word lid van het netwerk" }).click();
  await participant.goto("/netwerk/hier/vragen");
  await participant.getByText("Vraag en aanbod is voor leden.").waitFor();
  await see(participant, "network-join");
  await join(participant, { name: "", offers: "Bel mij op 06 12345678 over schuldhulpverlening", area: "Nergenshuizen" });
  await participant.getByRole("button", { name: "Word lid" }).last().click();
  await participant.getByRole("link", { name: "Vul een naam in." }).waitFor();
  await participant.getByRole("link", { name: "Dit gebied kennen we niet. Kies een gebied uit de lijst." }).waitFor();
  await see(participant, "network-join-errors");
  await participant.getByLabel("Hoe u heet").fill("Noor de Wit");
  await participant.getByRole("combobox", { name: "Waar werkt u?" }).fill("Zwolle");
  await participant.getByRole("button", { name: "Word lid" }).last().click();
  await participant.getByText("06 12345678").first().waitFor();
  await participant.getByLabel("Wat kunt u bieden?").fill("Ervaring met schuldhulpverlening voor jongeren");
  await participant.getByRole("button", { name: "Word lid" }).last().click();
  await participant.getByText("U bent lid van het netwerk.").waitFor();
  await participant.getByRole("link", { name: "Ga verder naar ‘Vraag en aanbod’" }).waitFor();
  await participant.getByText("Niemand ziet nog iets van uw kaart.").waitFor();
  for (const part of ["Naam", "Wat ik doe", "Wat ik kan bieden", "Gebied"])
    await participant.getByLabel(`Wie ziet dit? (${part})`).selectOption(part === "Wat ik kan bieden" ? "public" : "members");
  await participant.getByRole("button", { name: "Bewaar uw kaart" }).click();
  await participant.getByText("Uw kaart is bewaard.").waitFor();
  await see(participant, "network-card");
});

test("somebody finds them by another word and a place, and writes; the answer comes without an address [NW5, NW8, NW9]", async () => {
  await reader.goto("/netwerk/hier?q=schulden");
  await reader.getByText("Ervaring met schuldhulpverlening voor jongeren").waitFor();
  await expect.poll(() => reader.getByText("Noor de Wit").count()).toBe(0);
  await see(reader, "network-public");
  await join(other, { name: "Sam Jansen", offers: "", area: "Kampen" });
  await other.getByLabel("Wie ziet dit? (Naam)").selectOption("members");
  await other.getByRole("button", { name: "Word lid" }).last().click();
  await other.getByRole("link", { name: "Mensen" }).click();
  await other.getByLabel("Woorden").fill("schulden");
  await other.getByRole("combobox", { name: "In de buurt van" }).fill("Kampen");
  await other.getByRole("button", { name: "Zoek", exact: true }).click();
  await other.getByText("1 kaart gevonden").waitFor();
  await other.getByText(/ongeveer \d+ kilometer verderop/).waitFor();
  await see(other, "network-found");
  await other.getByRole("link", { name: "Schrijf aan Noor de Wit" }).click();
  await other.getByRole("button", { name: "Stuur het bericht" }).click();
  await other.getByRole("link", { name: "Schrijf een bericht." }).waitFor();
  await see(other, "network-write");
  await other.getByRole("textbox", { name: "Uw bericht" }).fill("Mag ik eens meekijken hoe jullie dat doen?");
  await other.getByRole("button", { name: "Stuur het bericht" }).click();
  await other.getByText("Uw bericht is verstuurd.").waitFor();
  await participant.goto("/mijn/hier/berichten");
  await participant.getByText("Mag ik eens meekijken hoe jullie dat doen?").first().waitFor();
  await participant.getByText("Antwoord aan Sam Jansen").click();
  await participant.getByRole("textbox", { name: "Uw bericht" }).fill("Graag. Kom dinsdag langs.");
  await participant.getByLabel("Stuur mijn e-mailadres mee").check();
  await participant.getByRole("button", { name: "Stuur het antwoord" }).click();
  await participant.getByText("U stuurde uw e-mailadres mee.").waitFor();
  await see(participant, "network-messages");
  await other.goto("/mijn/hier/berichten");
  await other.getByText(/^E-mailadres: /).waitFor();
  await other.getByText("Blokkeer of meld").first().click();
  await other.getByRole("button", { name: "Meld dit bericht" }).click();
  await other.getByRole("link", { name: "Schrijf op wat er mis is." }).waitFor();
  await see(other, "network-report");
});

test("somebody asks, sees who may help and why, and thanks who reacted [NW12, NW13]", async () => {
  await other.getByRole("link", { name: "Vraag en aanbod" }).click();
  await other.getByRole("link", { name: "Stel een vraag of bied iets aan" }).click();
  await other.getByRole("button", { name: "Zet in het netwerk" }).click();
  await other.getByRole("link", { name: "Kies of u iets zoekt of aanbiedt." }).waitFor();
  await see(other, "network-ask-errors");
  await other.getByRole("radio", { name: "Ik zoek iets" }).check();
  await other.getByRole("textbox", { name: "In één zin" }).fill("Wie heeft ervaring met jongeren met schulden?");
  await other.getByRole("button", { name: "Zet in het netwerk" }).dblclick();
  await other.getByText("Het staat in het netwerk.").waitFor();
  await other.getByText(/omdat dit lid .*‘schuldhulpverlening’ aanbiedt/).waitFor();
  await see(other, "network-ask-matches");
  await participant.getByRole("link", { name: "Vraag en aanbod" }).click();
  await see(participant, "network-asks");
  await participant.getByRole("link", { name: "Wie heeft ervaring met jongeren met schulden?" }).click();
  await participant.getByRole("textbox", { name: "Uw bericht" }).fill("Wij hebben een aanpak die werkt.");
  await see(participant, "network-react");
  await participant.getByRole("button", { name: "Stuur uw reactie" }).click();
  await participant.getByText("Uw bericht is verstuurd.").waitFor();
  const about = participant.getByRole("link", { name: "Wie heeft ervaring met jongeren met schulden?" });
  await about.waitFor();
  await participant.getByText("Uw reactie op:").waitFor();
  await other.reload();
  await other.getByRole("link", { name: "1 reactie" }).waitFor();
  await other.getByRole("textbox", { name: "Een bedankje" }).fill("Dank, dit hielp ons verder.");
  await other.getByRole("button", { name: "Ja, dit is beantwoord" }).click();
  await other.getByText("Dank, dit hielp ons verder.").waitFor();
  await see(other, "network-answered");
});

test("an example is shared, read by the team, and used elsewhere under a condition [NW16, NW17]", async () => {
  await participant.goto("/netwerk/hier/praktijk");
  await see(participant, "network-library-empty");
  await participant.getByRole("link", { name: "Deel een voorbeeld" }).click();
  await participant.getByRole("button", { name: "Stuur naar het team" }).click();
  await participant.getByRole("link", { name: "De situatie: Vul dit in." }).waitFor();
  await see(participant, "network-entry-errors");
  await participant.getByRole("textbox", { name: "Hoe heet het?" }).fill("Vaste gezinswerker met eigen budget");
  await participant.getByRole("textbox", { name: "De situatie" }).fill("Gezinnen met schulden zagen steeds een ander gezicht.");
  await participant
    .getByRole("textbox", { name: "Wat wij deden" })
    .fill("Eén werker blijft twee jaar, en mag 500 euro uitgeven.");
  await participant.getByRole("checkbox", { name: "Iedereen mag dit lezen" }).check();
  const situation = participant.getByRole("textbox", { name: "De situatie" });
  // a telephone that wanted its memory back loads the page anew
  await participant.goto("/netwerk/hier/praktijk");
  await participant.goto("/netwerk/hier/praktijk/nieuw/schrijven");
  await expect.poll(() => situation.inputValue()).toBe("Gezinnen met schulden zagen steeds een ander gezicht.");
  await expect.poll(() => participant.getByRole("checkbox", { name: "Iedereen mag dit lezen" }).isChecked()).toBe(true);
  await participant.getByRole("button", { name: "Stuur naar het team" }).click();
  await participant.getByText("Uw voorbeeld is bewaard en wacht op het team.").waitFor();
  await participant.goto("/netwerk/hier/praktijk/nieuw/schrijven");
  await participant.waitForFunction(() => Object.keys(sessionStorage).every((key) => !key.includes("/praktijk/")));
  await expect.poll(() => situation.inputValue()).toBe("");
  await organiser.goto("/team/hier/netwerk");
  const waits = organiser.locator(".card", { hasText: "Vaste gezinswerker met eigen budget" });
  await waits.waitFor();
  await waits.getByText("Wie het schreef, wil dat iedereen het mag lezen.").waitFor();
  await see(organiser, "network-weaver");
  await waits.getByText("Geef terug", { exact: true }).click();
  await waits.getByRole("button", { name: "Geef terug met deze reden" }).click();
  await waits.getByText("Schrijf op wat er anders moet.").waitFor();
  await see(organiser, "network-weaver-errors");
  await waits.getByRole("button", { name: "Zet in de bibliotheek" }).click();
  await organiser.getByText("Het voorbeeld staat in de bibliotheek.").waitFor();
  await other.goto("/netwerk/hier/praktijk?q=schuld");
  await see(other, "network-library");
  await other.getByRole("link", { name: "Vaste gezinswerker met eigen budget" }).click();
  await other.getByRole("radio", { name: "Past onder voorwaarden" }).check();
  await other.getByRole("button", { name: "Bewaar uw ervaring" }).click();
  await other.getByRole("link", { name: "Schrijf op onder welke voorwaarde het past." }).waitFor();
  await other
    .getByRole("textbox", { name: "Waarom, of onder welke voorwaarde?" })
    .fill("Als de gemeente het bedrag vooraf vrijgeeft.");
  await other.getByRole("button", { name: "Bewaar uw ervaring" }).click();
  await other.getByText("Uw ervaring is bewaard.").waitFor();
  await see(other, "network-entry");
});

test("a commitment is made and kept [NW18]", async () => {
  await other.getByRole("link", { name: "Uw toezeggingen" }).click();
  await other.getByRole("button", { name: "Zeg toe" }).click();
  await other.getByRole("link", { name: "Kies een datum." }).waitFor();
  await other.getByRole("textbox", { name: "Wat gaat u doen?" }).fill("Ik stuur onze werkwijze rond");
  await other.getByLabel("Wanneer is het klaar?").fill("2020-05-01");
  await other.getByRole("button", { name: "Zeg toe" }).click();
  await other.getByRole("link", { name: "Deze datum is al voorbij." }).waitFor();
  await other.getByLabel("Wanneer is het klaar?").fill("2031-05-01");
  await other.getByLabel("Andere deelnemers mogen dit lezen").check();
  await other.getByRole("button", { name: "Zeg toe" }).click();
  await other.getByText("Uw toezegging is bewaard.").waitFor();
  await other.getByRole("button", { name: "Gedaan: Ik stuur onze werkwijze rond" }).click();
  await other.getByText("Mooi. Het staat op gedaan.").waitFor();
  await see(other, "network-commitments");
  await participant.goto("/mijn/hier/toezeggingen");
  await participant.getByText("Wat anderen toezegden").waitFor();
});

test("what is half typed stays when the page is loaded anew, until it is sent", async () => {
  const threads = participant.locator(".network-thread form[data-draft]");
  const halves: readonly (readonly [path: string, field: string])[] = [
    ["/netwerk/hier/vragen/nieuw", "[name=title]"],
    ["/mijn/hier/toezeggingen", "[name=what]"],
    ["/mijn/hier/berichten", "[name=text]"],
  ];
  for (const [path, field] of halves) {
    await participant.goto(path);
    if (path.endsWith("berichten")) await participant.locator("summary", { hasText: "Antwoord" }).first().click();
    await participant.locator(field).first().fill(`Half getypt bij ${path}`);
  }
  for (const [path, field] of halves) {
    await participant.goto(path);
    await expect.poll(() => participant.locator(field).first().inputValue()).toBe(`Half getypt bij ${path}`);
  }
  // what is folded away opens for it
  await threads.first().getByRole("button", { name: "Stuur het antwoord" }).click();
  await participant.getByText("Uw bericht is verstuurd.").waitFor();
  await expect.poll(() => threads.first().locator("[name=text]").inputValue()).toBe("");
  await participant.goto("/netwerk/hier/vragen/nieuw");
  await participant.getByRole("radio", { name: "Ik zoek iets" }).check();
  await participant.getByRole("button", { name: "Zet in het netwerk" }).click();
  await participant.getByText("Het staat in het netwerk.").waitFor();
  await participant.goto("/netwerk/hier/vragen/nieuw");
  await participant.waitForFunction(() => Object.keys(sessionStorage).every((key) => !key.includes("/vragen/nieuw")));
  expect(await participant.locator("[name=title]").inputValue()).toBe("");
});

test("who leaves is gone at once [NW4]", async () => {
  await participant.goto("/mijn/hier/netwerk");
  await participant.getByText("Stop met het netwerk").click();
  await participant.getByRole("button", { name: "Ja, stop en wis dit" }).click();
  await participant.getByText("U bent geen lid meer.").waitFor();
  await reader.goto("/netwerk/hier?q=schulden");
  await reader.getByText("Niemand gevonden").waitFor();
  await other.goto("/mijn/hier/berichten");
  await other.getByText("U hebt geen berichten").waitFor();
});

test("in English not a word of Dutch is left between the words of people", async () => {
  await other.context().addCookies([{ name: "__Host-taal", value: "en", domain: "localhost", path: "/", secure: true }]);
  await other.goto("/mijn/hier/netwerk");
  await other.getByRole("heading", { name: "Your card in the network" }).waitFor();
  await see(other, "network-english");
});

import type { Browser, Page } from "@playwright/test";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { mintLink } from "../app/dialogue/people/links.server.ts";
import { membership, registration } from "../app/dialogue/people/tables.ts";
import { person, session } from "../app/dialogue/tables.ts";
import { allOff } from "../app/network/people/member.ts";
import { networkMember } from "../app/network/tables.ts";
import type { InsightId, PersonId } from "../app/platform/ids.ts";
import { seedAreas } from "../app/prepare/areas/areas.server.ts";
import { handOver } from "../app/privacy/hand-over/tables.ts";
import { pulse } from "../app/results/pulse/tables.ts";
import { ballot, insight } from "../app/session/insights/tables.ts";
import { revealInsights } from "../app/session/outcomes/reveal.server.ts";
import { expectAccessible } from "./axe.ts";
import { carryCookie, launchBrowser } from "./browser.ts";
import { type FreshDatabase, freshDatabase } from "./database.ts";
import { signEverybodyIn } from "./everybody.ts";
import { type Klankbord, startKlankbord } from "./klankbord.ts";
import { visit } from "./visit.ts";
import { makeWorld, type World } from "./world.ts";

let database: FreshDatabase;
let klankbord: Klankbord;
let browser: Browser;
let here: World;
let organiser: Page;
let participant: Page;
let nobody: Page;

/** Months after the first meeting. */
beforeAll(async () => {
  database = await freshDatabase();
  here = await makeWorld(database.db, "hier");
  await database.db.delete(handOver);
  await seedAreas(database.db);
  const cookies = await signEverybodyIn(database.db, here, await makeWorld(database.db, "ander"));
  klankbord = await startKlankbord({ env: { DATABASE_URL: database.url } });
  browser = await launchBrowser();
  const open = async (cookie: string) => {
    const context = await browser.newContext({ locale: "nl", baseURL: klankbord.origin });
    if (cookie) await carryCookie(context, cookie);
    return context.newPage();
  };
  organiser = await open(cookies.organiser);
  participant = await open(cookies.participant);
  nobody = await open("");
});
afterAll(async () => {
  await browser?.close();
  await klankbord?.[Symbol.asyncDispose]();
  await database?.[Symbol.asyncDispose]();
});

/** Everybody of the first meeting chooses; `not` of them say it does not fit. */
async function choose(id: InsightId, not: number) {
  const { db } = database;
  await db.delete(ballot).where(eq(ballot.insightId, id));
  const places = await db.select().from(registration).where(eq(registration.sessionId, here.sessionId));
  await db.insert(ballot).values(
    here.people.map((personId, n) => {
      const { fieldId, partyId } = places.find((one) => one.personId === personId) ?? {};
      const [choice, fit] = n < not ? (["disagree", "not"] as const) : (["agree", "fits"] as const);
      return { insightId: id, personId, choice, fit, fieldId, partyId, sessionId: here.sessionId };
    }),
  );
}

test("a next meeting starts from the last harvest: an insight is asked again, and stands beside what it was [NW20, NW21]", async () => {
  const { db } = database;
  await choose(here.insightId, 5);
  await db.update(session).set({ state: "ended" }).where(eq(session.id, here.sessionId));
  await visit(organiser, "/team/hier/bijeenkomst");
  await organiser.getByRole("link", { name: "Begin aan een vervolg" }).click();
  await organiser.getByRole("heading", { name: "Vervolg", exact: true }).waitFor();
  await expectAccessible(organiser, "follow-up");
  await organiser.getByRole("button", { name: "Toets deze opnieuw" }).click();
  await organiser.getByText("Kies ten minste één inzicht om opnieuw te toetsen.").waitFor();
  await organiser.getByRole("checkbox").first().check();
  await organiser.getByRole("button", { name: "Toets deze opnieuw" }).click();
  await organiser.getByText("1 inzicht staat klaar om opnieuw te toetsen.").waitFor();
  const [now] = await db.select().from(insight).where(eq(insight.repeatsId, here.insightId));
  await choose(now?.id as InsightId, 2);
  await revealInsights(db, here.dialogueId, here.people[0] as never, "all");
  await organiser
    .getByRole("list")
    .getByRole("link", { name: now?.text as string })
    .click();
  await organiser.getByRole("heading", { name: "Vergeleken met eerder" }).waitFor();
  await organiser.getByText("Ten minste 5 mensen antwoordden beide keren.").waitFor();
  await expect.poll(() => organiser.getByRole("table").first().getByRole("row").count()).toBe(3);
  await expectAccessible(organiser, "compared");
});

test("people are asked whether they go along to another organisation, and answer on their own page [PR18]", async () => {
  const { db } = database;
  const [next] = await db.insert(person).values({ name: "Nora Verder", mail: "nora@zorg.example" }).returning();
  await visit(organiser, "/team/hier/overdracht");
  await expectAccessible(organiser, "hand-over-alone");
  await db.insert(membership).values({
    ...{ personId: next?.id as PersonId, dialogueId: here.dialogueId, role: "organiser" as const, acceptedAt: new Date() },
  });
  await visit(organiser, "/team/hier/overdracht");
  await organiser.getByRole("button", { name: "Vraag het aan iedereen" }).click();
  await organiser.getByRole("link", { name: "Vul de naam van de organisatie in." }).waitFor();
  await expectAccessible(organiser, "hand-over-errors");
  await organiser.getByLabel("Welke organisatie gaat verder?").fill("Ministerie van Zorg");
  await organiser.getByRole("radio", { name: "Nora Verder" }).check();
  await organiser.getByRole("button", { name: "Vraag het aan iedereen" }).click();
  await organiser.getByText("Iedereen krijgt een e-mail. Er is nog niets overgedragen.").waitFor();
  await expectAccessible(organiser, "hand-over-asked");
  await participant.goto("/mijn/hier");
  await participant.getByRole("link", { name: "Zeg of u meegaat" }).click();
  await participant.getByText("U hebt nog niet geantwoord.").waitFor();
  await participant.getByRole("button", { name: "Ja, ik ga mee" }).click();
  await participant.getByText("Uw antwoord is bewaard.").waitFor();
  await participant.getByText("U gaat mee.", { exact: true }).waitFor();
  await expectAccessible(participant, "hand-over-mine");
  await organiser.getByRole("button", { name: "Draag niet over" }).click();
  await organiser.getByText("De dialoog wordt niet overgedragen.").waitFor();
});

test("a pulse goes by mail, and is answered without signing in [NW22]", async () => {
  const { db } = database;
  await visit(organiser, "/team/hier/peiling");
  await organiser.getByRole("button", { name: "Stuur de peiling" }).click();
  await organiser.getByRole("link", { name: "Kies ten minste één inzicht." }).waitFor();
  await expectAccessible(organiser, "pulse-errors");
  await organiser.getByRole("checkbox").first().check();
  await organiser.getByRole("button", { name: "Stuur de peiling" }).click();
  await organiser.getByText("De peiling is verstuurd.").waitFor();
  await expectAccessible(organiser, "pulse-sent");
  const [asked] = await db.select().from(pulse);
  const token = await db.transaction((tx) =>
    mintLink(tx, "pulse", { personId: here.people[1] as PersonId, dialogueId: here.dialogueId, subjectId: asked?.id as string }),
  );
  await nobody.goto(`/peiling/${token}`);
  await nobody.getByRole("button", { name: "Verstuur" }).click();
  await nobody.getByText("Kies bij ten minste één vraag een antwoord.").waitFor();
  await expectAccessible(nobody, "pulse-empty");
  await nobody.getByRole("radio", { name: "Eens", exact: true }).check();
  await nobody.getByRole("radio", { name: "Past", exact: true }).check();
  await nobody.getByRole("button", { name: "Verstuur" }).click();
  await nobody.getByText("Uw antwoorden zijn bewaard.", { exact: false }).waitFor();
  await expect.poll(() => nobody.getByRole("radio", { name: "Eens", exact: true }).isChecked()).toBe(true);
  await expectAccessible(nobody, "pulse-answered");
  await organiser.getByRole("button", { name: "Laat de uitkomst aan deelnemers zien" }).click();
  await organiser.getByText("Deelnemers zien de uitkomst nu.").waitFor();
  await nobody.reload();
  await nobody.getByRole("heading", { name: "Deze peiling is gesloten" }).waitFor();
  expect((await nobody.goto("/peiling/onbekend"))?.status()).toBe(410);
});

test("a working group is joined, meets and ends; a consultation asks colleagues that nobody else sees [NW23, NW24]", async () => {
  const { db } = database;
  await db.insert(networkMember).values(
    [4, 5, 6].map((n) => ({
      ...{ dialogueId: here.dialogueId, personId: here.people[n] as PersonId, name: `Collega ${n}` },
      shown: { ...allOff, name: "members" as const },
    })),
  );
  await participant.goto("/netwerk/hier/groepen");
  await participant.getByRole("link", { name: "Samen verder" }).waitFor();
  await expectAccessible(participant, "circles");
  await participant.getByRole("link", { name: "Begin een werkgroep" }).click();
  await participant.getByRole("button", { name: "Begin de werkgroep" }).click();
  await participant.getByRole("link", { name: "Vul een naam in." }).waitFor();
  await expectAccessible(participant, "circle-errors");
  await participant.getByLabel("Hoe heet de groep?").fill("Schulden bij jongeren");
  await participant.getByLabel("Waar werkt u samen aan?").fill("Vroeg erbij zijn, samen met de scholen.");
  await participant.getByRole("button", { name: "Begin de werkgroep" }).click();
  await participant.getByText("De groep is er. U bent het eerste lid.").waitFor();
  await participant.getByLabel("Dag 1").fill("2031-03-03");
  await participant.getByRole("button", { name: "Leg deze momenten voor" }).click();
  await participant.getByRole("link", { name: "Vul bij elk moment een dag en een tijd in." }).waitFor();
  await participant.getByLabel("Dag 1").fill("2031-03-03");
  await participant.getByLabel("Tijd 1").fill("10:00");
  await participant.getByRole("button", { name: "Leg deze momenten voor" }).click();
  await participant.getByText("De momenten zijn voorgelegd.", { exact: false }).waitFor();
  await participant.getByRole("radio", { name: "Ja", exact: true }).check();
  await participant.getByRole("button", { name: "Bewaar wanneer u kunt" }).click();
  await participant.getByText("1 ja, 0 als het moet, 0 nee").first().waitFor();
  await participant.getByLabel("Schrijf iets op voor de groep").fill("Bel mij op 06 12345678");
  await participant.getByRole("button", { name: "Bewaar de aantekening" }).click();
  await participant.getByText("06 12345678").first().waitFor();
  await participant.getByLabel("Schrijf iets op voor de groep").fill("Dinsdag bellen we de scholen.");
  await participant.getByRole("button", { name: "Bewaar de aantekening" }).click();
  await participant.getByText("Dinsdag bellen we de scholen.").waitFor();
  await participant.getByLabel("Waar?").fill("Buurthuis De Spil");
  await participant.getByRole("button", { name: "Zet deze dag vast" }).click();
  await participant.getByText("De dag staat vast.", { exact: false }).waitFor();
  await expectAccessible(participant, "circle");
  const file = await participant.request.get(`${participant.url().split("?")[0]}/agenda.ics`);
  expect(await file.text()).toContain("DTSTART;TZID=Europe/Amsterdam:20310303T100000");
  await participant.getByText("Hef de groep op").first().click();
  await participant.getByRole("button", { name: "Hef de groep op" }).click();
  await participant.getByText("Zet een vinkje: u weet dat dit niet terug kan.").first().waitFor();
  await participant.getByRole("checkbox").check();
  await participant.getByRole("button", { name: "Hef de groep op" }).click();
  await participant.getByText("De groep is opgeheven. Er is niets van bewaard.").waitFor();
  await participant.getByRole("link", { name: "Vraag intervisie" }).click();
  await participant.getByLabel("Waar gaat uw vraag over?").fill("Wie is aan zet?");
  await participant.getByLabel("Wat speelt er, en wat is uw vraag?").fill("Twee wijkteams, één gezin.");
  for (const n of [4, 5]) await participant.getByRole("checkbox", { name: `Collega ${n}` }).check();
  await participant.getByRole("button", { name: "Vraag deze collega’s" }).click();
  await participant.getByRole("link", { name: "Kies minstens drie collega’s." }).waitFor();
  await participant.getByRole("checkbox", { name: "Collega 6" }).check();
  await expectAccessible(participant, "consultation-errors");
  await participant.getByRole("button", { name: "Vraag deze collega’s" }).click();
  await participant.getByText("De collega’s krijgen een e-mail.").waitFor();
  await participant.getByText("Zo verloopt een intervisie van een uur").waitFor();
  await expectAccessible(participant, "consultation");
});

test("a file goes with one's entry after it was looked at, and is saved from a path of its own [NW25]", async () => {
  const home = `/netwerk/hier/praktijk/${here.ownPracticeId}/bestanden`;
  await participant.goto(home);
  const put = async (name: string, text: string) => {
    await participant
      .getByLabel("Kies een bestand")
      .setInputFiles({ name, mimeType: "application/pdf", buffer: Buffer.from(text) });
    await participant.getByRole("button", { name: "Voeg dit bestand toe" }).click();
  };
  await put("tekening.svg", "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>");
  await participant.getByText("Dit bestand kan niet mee", { exact: false }).waitFor();
  await expectAccessible(participant, "files-refused");
  await put("Stappenplan.pdf", "%PDF-1.7\nstap 1");
  await participant.getByText("Het bestand staat erbij.", { exact: false }).waitFor();
  await participant.getByText("wacht op het team").waitFor();
  await expectAccessible(participant, "files");
  const way = await participant.getByRole("link", { name: "Stappenplan.pdf" }).getAttribute("href");
  const answer = await participant.request.get(way as string);
  expect(await answer.text()).toContain("stap 1");
  expect(answer.headers()).toMatchObject({
    "content-disposition": expect.stringContaining("attachment"),
    "content-type": "application/pdf",
    "x-content-type-options": "nosniff",
    "content-security-policy": expect.stringContaining("sandbox"),
  });
  // who is no member of the network, and who is nobody, do not have it
  expect((await nobody.request.get(way as string, { maxRedirects: 0 })).status()).not.toBe(200);
  await participant.goto("/netwerk/hier?provincie=PV27");
  await participant.getByRole("link", { name: "Noord-Holland", exact: true }).waitFor();
  await expectAccessible(participant, "provinces");
  await visit(organiser, "/team/hier/netwerk");
  await organiser.getByRole("link", { name: "Stappenplan.pdf" }).waitFor();
  await organiser.getByRole("heading", { name: "Beeld van het netwerk" }).waitFor();
  await expectAccessible(organiser, "weaver");
  await participant.goto(home);
  await participant.getByRole("button", { name: /Haal weg.*Stappenplan/ }).click();
  await participant.getByText("Het bestand is weg.").waitFor();
  expect((await participant.request.get(way as string)).status()).toBe(404);
});

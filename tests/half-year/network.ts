import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { contribution } from "../../app/contribution/tables.ts";
import { dialogue, session } from "../../app/dialogue/tables.ts";
import { remindCommitments } from "../../app/network/asks/commitments.server.ts";
import { sweepConsultations } from "../../app/network/circles/circles.server.ts";
import { networkCircle } from "../../app/network/circles/tables.ts";
import { sweepHeld } from "../../app/network/consultation/consultation.server.ts";
import { prepareDigests } from "../../app/network/digest/digest.server.ts";
import { readNeeds } from "../../app/network/people/needs.server.ts";
import { networkCommitment } from "../../app/network/tables.ts";
import { linkIn } from "../post.ts";
import { until } from "../until.ts";
import { visit } from "../visit.ts";
import {
  bo,
  comeIn,
  database,
  day,
  ilse,
  isAt,
  isoDay,
  letter,
  mailOf,
  names,
  newPage,
  noor,
  onTo,
  organiser,
  post,
  press,
  sam,
  see,
  sees,
  slug,
  start,
  team,
  themes,
} from "./ground.ts";

/** March to May: members, asks, the library, a consultation that is held, commitments. */
export function network(): void {
  test("March: participants become members; an ask finds a colleague, who writes, and is thanked", async () => {
    const offers = ["", "Schuldhulpverlening aan jongeren", "Taalles aan nieuwkomers", "Ruimte in ons buurthuis"];
    for (const [n, page] of [noor, sam, bo, ilse].entries()) {
      await page.goto(`/mijn/${slug}/netwerk`);
      await page.getByLabel("Hoe u heet").fill(names[n] as string);
      await page.getByLabel("Wat kunt u bieden?").fill(offers[n] as string);
      for (const part of ["Naam", "Wat ik kan bieden"]) await page.getByLabel(`Wie ziet dit? (${part})`).selectOption("members");
      await page.getByRole("button", { name: "Word lid" }).last().click();
      await sees(page, "U bent lid van het netwerk.");
    }
    await noor.goto(`/netwerk/${slug}/vragen/nieuw`);
    await noor.getByRole("radio", { name: "Ik zoek iets" }).check();
    await noor.getByRole("textbox", { name: "In één zin" }).fill("Wie werkt er in de wijk met jongeren die schulden hebben?");
    await readNeeds(database.db);
    await press(noor, "Zet in het netwerk");
    await sees(noor, /omdat dit lid .*‘schuldhulpverlening’.* aanbiedt/);
    expect(await noor.getByText(/‘(werkt|wijk)’/).count()).toBe(0);
    await see(noor, "ask");
    await sam.goto(`/netwerk/${slug}/vragen`);
    await sam.getByRole("link", { name: /^Wie werkt er in de wijk/ }).click();
    await sam.getByRole("textbox", { name: "Uw bericht" }).fill("Bel mij gerust, wij doen dit elke week.");
    await press(sam, "Stuur uw reactie");
    await sees(sam, "Uw bericht is verstuurd.");
    const got = await letter(0, "Bel mij gerust");
    expect(got.text).not.toContain(mailOf(1));
    await comeIn(noor, got, `/mijn/${slug}/berichten`);
    await noor.getByText("Antwoord aan Sam Jansen").click();
    await noor.getByRole("textbox", { name: "Uw bericht" }).fill("Graag, dinsdag?");
    await press(noor, "Stuur het antwoord");
    expect((await letter(1, "Graag, dinsdag?")).text).not.toContain(mailOf(0));
    await noor.goto(`/netwerk/${slug}/vragen`);
    await noor.getByRole("link", { name: /^Wie werkt er in de wijk/ }).click();
    await noor.getByRole("textbox", { name: "Een bedankje" }).fill("Dank, dit hielp ons verder.");
    await press(noor, "Ja, dit is beantwoord");
    await sees(noor, "Dank, dit hielp ons verder.");
    await letter(1, "Dank, dit hielp ons verder.");
  });

  test("April: an entry is published, found by a need, and used elsewhere under a condition; the overview comes once", async () => {
    await sam.goto(`/netwerk/${slug}/praktijk/nieuw/schrijven`);
    await sam.getByRole("textbox", { name: "Hoe heet het?" }).fill("Vaste gezinswerker met eigen budget");
    await sam.getByRole("textbox", { name: "De situatie" }).fill("Gezinnen zagen steeds een ander gezicht.");
    await sam.getByRole("textbox", { name: "Wat wij deden" }).fill("Eén werker blijft twee jaar.");
    await sam.getByRole("checkbox", { name: themes[0] as string }).check();
    await press(sam, "Stuur naar het team");
    await sees(sam, "Uw voorbeeld is bewaard en wacht op het team.");
    await visit(organiser, `${team}/netwerk`);
    const waits = organiser.locator(".card", { hasText: "Vaste gezinswerker met eigen budget" });
    await waits.getByRole("button", { name: "Zet in de bibliotheek" }).click();
    await sees(organiser, "Het voorbeeld staat in de bibliotheek.");
    await letter(1, "staat in de bibliotheek");
    const word = await wordOfANeed(themes[0] as string);
    await bo.goto(`/netwerk/${slug}/praktijk?q=${encodeURIComponent(word)}`);
    await sees(bo, `Hoort bij ‘${themes[0]}’`);
    await see(bo, "library");
    await bo.getByRole("link", { name: "Vaste gezinswerker met eigen budget" }).click();
    await bo.getByRole("radio", { name: "Past onder voorwaarden" }).check();
    await bo.getByRole("textbox", { name: "Waarom, of onder welke voorwaarde?" }).fill("Mits de gemeente het betaalt.");
    await press(bo, "Bewaar uw ervaring");
    await sees(bo, "Uw ervaring is bewaard.");
    await see(bo, "entry");
    await ilse.goto(`/mijn/${slug}/netwerk`);
    await ilse.getByRole("checkbox", { name: "Mail mij één keer per week wat bij mij past" }).check();
    await press(ilse, "Bewaar uw kaart");
    await sees(ilse, "Uw kaart is bewaard.");
    await noor.goto(`/netwerk/${slug}/vragen/nieuw`);
    await noor.getByRole("radio", { name: "Ik zoek iets" }).check();
    await noor.getByRole("textbox", { name: "In één zin" }).fill("Wie heeft een buurthuis met een keuken?");
    await press(noor, "Zet in het netwerk");
    await sees(noor, "Het staat in het netwerk.");
    for (const days of [0, 1]) await prepareDigests(database.db, day(days));
    const overview = await letter(3, "Wie heeft een buurthuis met een keuken?");
    expect(overview.text).toContain("omdat u ‘buurthuis’ aanbiedt");
    expect(post.letters.filter(({ to, subject }) => to === mailOf(3) && subject === overview.subject)).toHaveLength(1);
  });

  test("May: colleagues are asked to consult, choose a day, and hold it live to its end; nothing of it stays", async () => {
    const { db } = database;
    await noor.goto(`/netwerk/${slug}/groepen`);
    await noor.getByRole("link", { name: "Vraag intervisie" }).click();
    await noor.getByLabel("Waar gaat uw vraag over?").fill("Wie is aan zet?");
    await noor.getByLabel("Wat speelt er, en wat is uw vraag?").fill("Twee wijkteams, één gezin.");
    for (const name of names.slice(1)) await noor.getByRole("checkbox", { name }).check();
    await press(noor, "Vraag deze collega’s");
    await sees(noor, "De collega’s krijgen een e-mail.");
    const home = new URL(noor.url()).pathname;
    for (const [at, page] of [sam, bo, ilse].entries()) {
      const asked = await letter(at + 1, "Denkt u mee?");
      expect(asked.text).not.toContain("Twee wijkteams, één gezin.");
      await comeIn(page, asked, `/netwerk/${slug}/groepen`);
      await page.getByRole("link", { name: "Wie is aan zet?" }).click();
      await press(page, "Ja, ik doe mee");
      await sees(page, "U doet mee.");
    }
    await noor.reload();
    await noor.getByLabel("Dag 1").fill(isoDay(10));
    await noor.getByLabel("Tijd 1").fill("10:00");
    await press(noor, "Leg deze momenten voor");
    await sees(noor, "De momenten zijn voorgelegd.");
    await sam.goto(home);
    await sam.getByRole("radio", { name: "Ja", exact: true }).check();
    await press(sam, "Bewaar wanneer u kunt");
    await noor.reload();
    await sees(noor, "1 ja, 0 als het moet, 0 nee");
    await noor.getByLabel("Waar?").fill("Op het scherm");
    await press(noor, "Zet deze dag vast");
    await sees(noor, "De dag staat vast.");
    await letter(2, "De dag staat vast");
    const calendar = await (await noor.request.get(`${home}/agenda.ics`)).text();
    expect(calendar).toContain("SUMMARY:Intervisie: Wie is aan zet?");
    expect(calendar).toContain("CLASS:PRIVATE");
    expect(calendar).not.toContain("Twee wijkteams");
    await noor.getByRole("link", { name: "Houd de intervisie hier" }).click();
    await noor.getByRole("radio", { name: /^Troika/ }).check();
    await press(noor, "Zet de bijeenkomst klaar");
    await sees(noor, "De bijeenkomst staat klaar.");
    await visit(noor, linkIn(await letter(0, "/team/uitnodiging/"), "/team/uitnodiging"));
    await noor.locator("form[method='post'] button").last().click();
    await noor.waitForURL(/\/team/);
    const [held] = await db.select().from(dialogue).where(eq(dialogue.consultation, true));
    const [meeting] = await db
      .select()
      .from(session)
      .where(eq(session.dialogueId, held?.id as never));
    await visit(noor, `/team/${held?.slug}/bijeenkomst/${meeting?.id}`);
    await press(noor, "Open de wachtruimte");
    // the leader sits at the table too, on another device
    const table = await newPage();
    const seats = [table, sam, bo, ilse];
    for (const [n, page] of seats.entries()) {
      const place = await post.letter(
        mailOf(n),
        ({ subject, text }) => /Intervisie/.test(subject) && !/Denkt u mee|uitnodiging\//.test(subject + text),
      );
      await page.goto(linkIn(place, "/mee"));
      await press(page, /^Doe mee/);
      await page.waitForURL(/\/bijeenkomst\//);
    }
    await start(noor, 5);
    for (let at = 1; at <= 5; at++) {
      if (at > 1) await onTo(noor, at, 5);
      for (const page of seats) await isAt(page, at, 5);
      if (at === 2) {
        for (const page of seats) await page.locator(".room-place", { hasText: /Deelgroep \d/ }).waitFor();
        await see(sam, "troika");
        await see(noor, "troika-lead");
      }
    }
    await noor.getByText("Beëindig de bijeenkomst").first().click();
    await press(noor, "Ja, beëindig");
    for (const page of seats) await page.getByRole("heading", { name: "Bedankt, de bijeenkomst is afgelopen" }).waitFor();
    await see(sam, "troika-after");
    expect(await db.$count(contribution, eq(contribution.dialogueId, held?.id as never))).toBe(0);
    await sweepHeld(db, day(12));
    expect(await db.$count(dialogue, eq(dialogue.consultation, true))).toBe(0);
    await sweepConsultations(db, day(18));
    expect(await db.$count(networkCircle)).toBe(0);
    await table.close();
  });

  test("one commitment is kept by a tap from the mail, one is missed and kindly asked after", async () => {
    const { db } = database;
    for (const [page, what] of [
      [sam, "Ik stuur onze werkwijze rond"],
      [bo, "Ik bel de scholen"],
    ] as const) {
      await page.goto(`/mijn/${slug}/toezeggingen`);
      await page.getByRole("textbox", { name: "Wat gaat u doen?" }).fill(what);
      await page.getByLabel("Wanneer is het klaar?").fill(isoDay(40));
      await page.getByLabel("Andere deelnemers mogen dit lezen").check();
      await press(page, "Zeg toe");
      await sees(page, "Uw toezegging is bewaard.");
    }
    await remindCommitments(db, day(38));
    await comeIn(sam, await letter(1, "Ik stuur onze werkwijze rond"), `/mijn/${slug}/toezeggingen`);
    await press(sam, "Gedaan: Ik stuur onze werkwijze rond");
    await sees(sam, "Mooi. Het staat op gedaan.");
    await letter(2, "Ik bel de scholen");
    await remindCommitments(db, day(41));
    await until(() => post.letters.filter(({ to, text }) => to === mailOf(2) && text.includes("Ik bel de scholen")).length === 2);
    // the day has come
    await db
      .update(networkCommitment)
      .set({ due: isoDay(-1) })
      .where(eq(networkCommitment.what, "Ik bel de scholen"));
    await visit(organiser, `${team}/netwerk`);
    await sees(organiser, "Ik bel de scholen");
    await see(organiser, "weaver");
  });
}

/** A word that stands in a need of this theme, and in no entry. */
async function wordOfANeed(theme: string): Promise<string> {
  const { rows } = await database.db.execute<{ text: string }>(sql`
    select c.text from contribution c join placement p on p.contribution_id = c.id join theme t on t.id = p.theme_id
    where t.name = ${theme} and c.shared = 'all' and c.state = 'visible' order by c.number`);
  const word = rows.flatMap(({ text }) => text.match(/\p{Ll}{9,}/gu) ?? [])[0];
  if (!word) throw new Error("no word");
  return word;
}

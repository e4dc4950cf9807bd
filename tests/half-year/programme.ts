import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { sendProgrammeNews } from "../../app/programme/news/news.server.ts";
import { decision, programmeItem } from "../../app/programme/tables.ts";
import { linkIn } from "../post.ts";
import { until } from "../until.ts";
import { visit } from "../visit.ts";
import {
  comeIn,
  database,
  isoDay,
  letter,
  noor,
  organiser,
  post,
  press,
  reader,
  say,
  see,
  sees,
  slug,
  team,
  themes,
  voters,
} from "./ground.ts";

/** January and February: from the report to items, answers, reactions, progress, and what people hear of it. */
export function programme(): void {
  test("January: report 1.0 comes out, and becomes a programme of twelve items", async () => {
    await visit(organiser, `${team}/verslag`);
    await organiser.getByRole("checkbox", { name: /^Ik heb het concept nagelezen/ }).check();
    await press(organiser, /^Publiceer versie/);
    await sees(organiser, /is verschenen\. De e-mails gaan nu uit\./);
    await letter(0, `/verslag/${slug}/1`);
    for (let n = 0; n < 12; n++) {
      const theme = themes[n % 3] as string;
      if (n < 3) {
        await visit(organiser, `${team}/programma`);
        await organiser.getByRole("link", { name: `Maak een programmapunt (${theme})` }).click();
        await sees(organiser, "Nieuw programmapunt");
      } else {
        await visit(organiser, `${team}/programma/nieuw`);
        await organiser.getByRole("checkbox", { name: theme }).check();
      }
      await organiser.getByLabel("Wat gaat er gebeuren?").fill(`Punt ${n + 1}: ${theme.toLowerCase()}, samen`);
      await organiser.getByRole("radio", { name: n % 2 ? "Ontmoeting" : "Mensen" }).check();
      await organiser.getByLabel("Stap 1", { exact: true }).fill("Wijkteams bellen die willen beginnen");
      await organiser.getByLabel("Datum (Stap 1)").fill(isoDay(30));
      await press(organiser, "Bewaar");
      await sees(organiser, "Het programmapunt is bewaard.");
    }
    expect(await database.db.$count(programmeItem)).toBe(12);
    await visit(organiser, `${team}/programma`);
    await see(organiser, "programme");
  });

  test("each theme gets an answer with a reason; what has none is shown as such", async () => {
    for (const [at, verdict] of ["Dit pakken we op", "Later", "Dit doen we niet"].entries()) {
      await visit(organiser, `${team}/programma/antwoorden`);
      const theme = organiser
        .locator("section.rail", { has: organiser.getByRole("heading", { name: themes[at] as string }) })
        .first();
      await theme.getByText("Geef antwoord", { exact: true }).click();
      await theme.getByRole("radio", { name: verdict, exact: true }).check();
      await theme.getByLabel("Waarom?").fill(`Omdat dit ${at + 1} keer aan tafel kwam.`);
      await theme.getByRole("button", { name: "Bewaar het antwoord" }).click();
      await sees(organiser, "Uw antwoord is bewaard.");
    }
    expect(await database.db.$count(decision)).toBe(3);
    await organiser
      .locator("section.rail", { hasText: themes[3] as string })
      .first()
      .getByText("Geef antwoord")
      .waitFor();
    await see(organiser, "answers");
  });

  test("February: people react by a letter, an item changes for it, and progress is told by who looks after it", async () => {
    await visit(organiser, `${team}/programma`);
    await press(organiser, "Vraag om reacties");
    await sees(organiser, "Deelnemers kunnen reageren");
    await comeIn(noor, await letter(0, "Zou dit u helpen?"), `/mijn/${slug}/programma`);
    const item = noor.locator("section.finding", { hasText: "Punt 1:" });
    await item.getByRole("radio", { name: "Ja, onder een voorwaarde" }).check();
    await item.getByRole("textbox").fill("Mits het ook op dinsdag kan.");
    await item.getByRole("button", { name: "Bewaar mijn reactie" }).click();
    await sees(noor, "Uw reactie is bewaard.");
    const [first] = await database.db.select().from(programmeItem).where(eq(programmeItem.number, 1));
    for (let n = 1; n < voters; n++) await say(n, `/mijn/${slug}/programma`, { item: first?.id ?? "", fit: "fits", text: "" });
    await see(noor, "reaction");
    await visit(organiser, `${team}/programma/1`);
    await organiser.getByLabel("Wat gaat er gebeuren?").fill("Elke dinsdag een spreekuur in de wijk");
    await organiser.getByLabel("Wat is er gewijzigd, en waarom?").fill("U vroeg om een vaste dag.");
    await organiser.getByRole("checkbox", { name: "Mits het ook op dinsdag kan." }).check();
    await press(organiser, "Bewaar");
    await sees(organiser, "Het programmapunt is bewaard.");
    await noor.reload();
    await sees(noor, "Mede door uw reactie is dit punt gewijzigd.");

    await visit(organiser, `${team}/programma/1/mensen`);
    await organiser.getByLabel("Rol of organisatie").fill("Gemeente Oosterlaak");
    await organiser.getByLabel("Naam").fill("Henk de Vries");
    await organiser.getByLabel("E-mailadres").fill("henk@oosterlaak.example");
    await press(organiser, "Voeg toe");
    await sees(organiser, "heeft nog niet geantwoord");
    await reader.goto(linkIn(await post.letter("henk@oosterlaak.example", ({ text }) => text.includes("/punt/")), "/punt"));
    await reader.getByLabel("Wat is er nieuw?").fill("Drie buurthuizen doen mee.");
    await reader.getByRole("radio", { name: "Er is besloten dat het doorgaat" }).check();
    await press(reader, "Verstuur");
    await sees(reader, "Dank u wel. Uw bericht staat erbij.");
    await visit(organiser, `${team}/programma`);
    await press(organiser, "Zet het programma open");
    await sees(organiser, "Iedereen kan het programma lezen");
    await reader.goto(`/programma/${slug}`);
    await sees(reader, "Elke dinsdag een spreekuur in de wijk");
    await sees(reader, "Drie buurthuizen doen mee.");
    await see(reader, "programme-public");
  });

  test("who is behind a need hears it once, and stops it in one tap", async () => {
    const later = new Date(Date.now() + 3_600_000);
    await sendProgrammeNews(database.db, later);
    await sendProgrammeNews(database.db, later);
    const news = await letter(0, "Drie buurthuizen doen mee.");
    expect(news.text).toContain("U vroeg om een vaste dag.");
    const to = () => post.letters.filter(({ subject }) => subject === news.subject).map((one) => one.to);
    await until(() => to().length >= voters);
    expect(new Set(to()).size).toBe(to().length);
    await reader.goto(linkIn(news, "/programmapost"));
    await press(reader, "Stuur mij hierover niets meer");
    await sees(reader, "Nu krijgt u dit niet.");
    await noor.goto(`/mijn/${slug}/inbreng`);
    await sees(noor, "Omdat dit 1 keer aan tafel kwam.");
    await see(noor, "what-became-of-it");
  });
}

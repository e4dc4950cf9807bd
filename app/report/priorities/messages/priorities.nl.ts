/** What weighs most, and three lists made of the marks. */
const percent = (share: number) => `${Math.round(share * 100)}%`;

export const priorities = {
  title: "Wat weegt het zwaarst",
  lead: "Ieder gaf drie stippen. Van dezelfde stippen maken we drie lijsten. Er weegt niets anders mee.",
  back: "Terug naar het verslag",
  toRoom: "Terug naar de bijeenkomst",
  notYet: "Er is nog niets te zien. De organisator toont de lijsten als iedereen klaar is met stippen.",
  desk: {
    open: "Er worden nu nog stippen gezet. Tellen kan als dat onderdeel voorbij is.",
    none: "De stippen zijn nog niet geteld.",
    length: "Hoeveel plaatsen heeft een lijst?",
    lengthHint: (p: { least: number; most: number }) => `Een getal van ${p.least} tot en met ${p.most}.`,
    over: "Waarover gaan de lijsten?",
    overs: { themes: "Thema’s (een stip bij een behoefte telt voor haar thema)", needs: "Losse behoeften" },
    count: "Tel de stippen",
    again: "Tel opnieuw",
    counted: (p: { when: string }) => `Geteld op ${p.when}.`,
    reveal: "Toon aan deelnemers",
    cover: "Haal weg bij deelnemers",
    shown: "Deelnemers zien dit, en het komt in het volgende verslag.",
    hidden: "Alleen het team ziet dit.",
  },
  refusals: {
    "marks-open": "Er worden nu nog stippen gezet. Tel als dat onderdeel voorbij is.",
    "few-changed":
      "Sinds de vorige telling veranderden minder dan vijf mensen iets. De telling blijft staan, anders is te zien wie.",
    "not-counted": "Tel eerst de stippen.",
    length: "Kies een getal van 3 tot en met 12.",
    other: "Dat is niet gelukt. Probeer het opnieuw.",
  },
  lists: {
    count: "De meeste stippen",
    countText: "Wat de meeste mensen kozen, staat bovenaan.",
    shares: "Voor iedereen",
    sharesText: (p: { length: number }) =>
      `Iedereen heeft een even groot deel van de ${p.length} plaatsen. Een plaats gaat naar wat de mensen die het kozen samen kunnen betalen.`,
    pav: "Naar verhouding, ter vergelijking",
    pavText: "Wie al iets terugvindt, telt bij een tweede keuze voor de helft, bij een derde voor een derde.",
    steps: "Er zijn te veel mogelijke lijsten om alle te vergelijken: elke plaats ging naar wat het meest toevoegde.",
    people: (p: { n: number }) => `${p.n} mensen`,
    everybody: (p: { n: number }) => `${p.n} mensen zetten een stip bij iets dat op een lijst kan staan.`,
    tooFew: "Er zijn te weinig stippen om iets te laten zien. Er moeten minstens vijf mensen achter hetzelfde staan.",
    withheld: (p: { n: number }) =>
      p.n === 1
        ? "Eén keuze had stippen van minder dan vijf mensen. Die tonen we niet."
        : `${p.n} keuzes hadden stippen van minder dan vijf mensen. Die tonen we niet.`,
    gone: "Deze behoefte is niet meer te lezen.",
  },
  why: {
    count: (p: { people: number }) => `${p.people} mensen kozen dit.`,
    paid: (p: { people: number; share: number }) =>
      `${p.people} mensen kozen dit. Samen betalen zij deze plaats, ieder met hoogstens zo’n ${p.share}% van zijn deel.`,
    uncovered: (p: { people: number; covers: number | null }) =>
      p.covers === null
        ? `${p.people} mensen kozen dit. Van wie nog niets op de lijst had, kozen de meesten dit.`
        : `${p.people} mensen kozen dit. ${p.covers} van hen hadden nog niets op de lijst.`,
    rest: (p: { people: number }) =>
      `${p.people} mensen kozen dit. Iedereen had al iets op de lijst; dan telt het aantal mensen.`,
  },
  nothing: {
    "too-few": "Er zijn te weinig mensen om te zeggen wie niets terugvindt.",
    "nearly-all": "Iedereen, of op minder dan vijf mensen na iedereen, vindt hier iets van zijn keuze terug.",
    "nearly-none": "Bijna niemand vindt hier iets van zijn keuze terug.",
    some: (p: { people: number; mostly: readonly string[] }) =>
      p.mostly.length === 0
        ? `${p.people} mensen vinden hier niets van hun keuze terug.`
        : `${p.people} mensen, vooral uit ${p.mostly.join(" en ")}, vinden hier niets van hun keuze terug.`,
    eitherTitle: "Wie vindt op geen van de eerste twee lijsten iets terug?",
    either: {
      "too-few": "Dat is niet te zeggen: er zijn te weinig mensen.",
      "nearly-all": "Niemand, of minder dan vijf mensen.",
      "nearly-none": "Bijna iedereen.",
    },
    eitherSome: (p: { people: number; mostly: readonly string[] }) =>
      p.mostly.length === 0 ? `${p.people} mensen.` : `${p.people} mensen, vooral uit ${p.mostly.join(" en ")}.`,
  },
  tested: {
    title: "Getoetst in de praktijk",
    text: "Bij deze thema’s horen inzichten uit de praktijktoets. Het aandeel is van wie eens, oneens of ‘sla over’ koos; tussen haakjes staat hoe zeker dat is. De gekozen lijst hangt er niet van af.",
    insight: (p: { number: number; text: string }) => `Inzicht ${p.number}: ${p.text}`,
    gone: "de tekst is er niet meer",
    all: (p: { share: number; low: number; high: number; nearly?: "all" | "none" }) =>
      p.nearly === "all"
        ? "Vrijwel iedereen is het eens."
        : p.nearly === "none"
          ? "Vrijwel niemand is het eens."
          : `${percent(p.share)} eens (${percent(p.low)} tot ${percent(p.high)}).`,
    lowest: (p: { field: string; share: number; low: number; high: number; nearly?: "all" | "none" }) =>
      p.nearly === "all"
        ? `Ook waar men het minst eens is, ${p.field}, is vrijwel iedereen het eens.`
        : p.nearly === "none"
          ? `Het minst eens: ${p.field}, daar vrijwel niemand.`
          : `Het minst eens: ${p.field}, ${percent(p.share)} (${percent(p.low)} tot ${percent(p.high)}).`,
    notTold: "Te weinig mensen om te zeggen hoeveel het eens zijn.",
  },
  table: {
    title: "Wat erachter zit",
    caption: "Per keuze: wie erachter staan, en op welke lijst het staat",
    what: { themes: "Thema", needs: "Behoefte" },
    people: "Zetten een stip",
    behind: "Schreven of herkenden het",
    spread: "Uit",
    spreadOf: (p: { fields: string; parties: string; organisations: string; areas: string }) =>
      `${p.fields} vakgebieden, ${p.parties} soorten partij, ${p.organisations} organisaties, ${p.areas} gebieden`,
    few: "1 of 2",
    weight: "Hoe zwaar, volgens wie het schreef",
    weightOf: (p: { light: number; heavy: number; very: number }) =>
      [
        p.very > 0 ? `${p.very} keer zeer zwaar` : "",
        p.heavy > 0 ? `${p.heavy} keer zwaar` : "",
        p.light > 0 ? `${p.light} keer licht` : "",
      ]
        .filter(Boolean)
        .join(", ") || "niet gezegd",
    where: "Plaats op de lijsten",
    places: (p: { count: number | null; shares: number | null; pav: number | null }) =>
      `meeste stippen ${p.count ?? "–"}, voor iedereen ${p.shares ?? "–"}, naar verhouding ${p.pav ?? "–"}`,
    nowhere:
      "Wat op ‘voor iedereen’ ontbreekt, kozen vooral mensen die daar al iets anders terugvinden, of te weinig mensen voor een plaats.",
  },
  method:
    "Zo tellen we: de regels staan in docs/priorities.md bij de broncode. Bij gelijke stand gaat voor wat er het eerst was.",
};

import { edition } from "../../publish/edition.ts";

const people = (n: number) => (n === 1 ? "1 persoon" : `${n} mensen`);
const needs = (n: number) => (n === 1 ? "1 behoefte" : `${n} behoeften`);
const list = (names: readonly string[], word = "en") =>
  names.length < 2 ? (names[0] ?? "") : `${names.slice(0, -1).join(", ")} ${word} ${names.at(-1)}`;

/** The report as everybody reads it. */
export const report = {
  title: (p: { title: string }) => `Verslag: ${p.title}`,
  description: (p: { title: string; number: number }) =>
    `Verslag van de online dialoog ‘${p.title}’, versie ${edition(p.number)}.`,
  eyebrow: (p: { days: readonly string[] }) =>
    p.days.length === 0
      ? "Verslag van een online dialoog"
      : `Verslag van de ${p.days.length === 1 ? "bijeenkomst" : "bijeenkomsten"} op ${list(p.days)}`,
  share: {
    eyebrow: (p: { version: string }) => `Verslag van een online dialoog · versie ${p.version}`,
    needsWord: (p: { needs: number }) => (p.needs === 1 ? "behoefte" : "behoeften"),
    brought: (p: { needs: number; themes: number }) =>
      [p.needs > 0 ? needs(p.needs) : null, p.themes > 0 ? (p.themes === 1 ? "1 thema" : `${p.themes} thema’s`) : null]
        .filter(Boolean)
        .join(", "),
  },
  feed: (p: { site: string }) => `Verslagen van ${p.site}`,
  version: "Versie",
  draft: "Concept, nog niet verschenen",
  versionOf: (p: { number: number; date: string }) => `${edition(p.number)}, verschenen op ${p.date}`,
  newer: (p: { number: number }) => `Dit is niet de nieuwste versie. Lees versie ${edition(p.number)}.`,
  take: "Gegevens meenemen",
  call: "De oproep",
  mine: "Mijn inbreng",
  nav: "Bij deze dialoog",
  contents: "Inhoud",
  sections: {
    bewoners: "Kort en in gewone taal",
    kort: "In het kort",
    wie: "Wie was erbij",
    nu: "Hoe het nu gaat",
    nodig: "Wat mensen nodig hebben",
    zwaarst: "Wat het zwaarst weegt",
    praktijk: "Wat de praktijk zegt",
    groepen: "Uit de deelgroepen",
    conclusies: "Conclusies",
    open: "Wat nog open is",
    programma: "Wat ermee gebeurt",
    hoe: "Hoe dit verslag is gemaakt",
  },
  people: (p: { n: number }) => people(p.n),
  peopleWord: (p: { n: number }) => (p.n === 1 ? "persoon" : "mensen"),
  peopleHead: "Mensen",
  field: "Vakgebied",
  party: "Soort partij",
  area: "Provincie",
  town: "Gemeente",
  group: "Groep",
  everyone: "Iedereen",
  withheld: "niet getoond",
  withheldShort: "niet getoond",
  /** Answers that are counted as one. */
  together: (p: { words: readonly string[] }) => (p.words.length > 1 ? `${list(p.words)}, samen` : list(p.words)),
  or: (p: { words: readonly string[] }) => list(p.words, "of"),
  answers: {
    agree: "eens",
    disagree: "oneens",
    skip: "slaat over",
    "not-my-field": "niet mijn vakgebied",
    fits: "past",
    conditions: "past onder voorwaarden",
    not: "past niet",
  },
  short: {
    people: (p: { n: number; day: string }) => (p.day ? `Op ${p.day} deden ${people(p.n)} mee.` : `Er deden ${people(p.n)} mee.`),
    fewPeople: "Er deden nog te weinig mensen mee om een aantal te noemen.",
    yours: "Deed u mee? U ziet bij elke bijdrage waar zij terechtkwam op",
    toYours: "uw eigen pagina",
    brought: (p: { n: number; needs: number; themes: number }) =>
      p.n === 0
        ? ""
        : `Zij schreven ${p.n === 1 ? "1 bijdrage" : `${p.n} bijdragen`}${
            p.needs > 0
              ? `, waaronder ${needs(p.needs)}${p.themes > 0 ? ` in ${p.themes === 1 ? "1 thema" : `${p.themes} thema’s`}` : ""}`
              : ""
          }.`,
    tested: (p: { n: number }) => `Zij toetsten ${p.n === 1 ? "1 inzicht" : `${p.n} inzichten`} aan hun eigen praktijk.`,
    verdict: {
      confirmed: (p: { n: number }) => (p.n === 1 ? "1 inzicht past." : `${p.n} inzichten passen.`),
      "under-conditions": (p: { n: number }) =>
        p.n === 1 ? "1 inzicht past onder voorwaarden." : `${p.n} inzichten passen onder voorwaarden.`,
      "does-not-hold": (p: { n: number }) => (p.n === 1 ? "1 inzicht past niet." : `${p.n} inzichten passen niet.`),
      contested: (p: { n: number }) => (p.n === 1 ? "Over 1 inzicht is men verdeeld." : `Over ${p.n} inzichten is men verdeeld.`),
      undecided: (p: { n: number }) =>
        p.n === 1 ? "Over 1 inzicht is nog geen duidelijk oordeel." : `Over ${p.n} inzichten is nog geen duidelijk oordeel.`,
    },
  },
  who: {
    tooFew: "Er deden minder dan vijf mensen mee. Dan noemen we geen aantallen, zodat niemand te herkennen is.",
    table: (p: { n: number }) => `Een ronde tafel met ${people(p.n)}, per vakgebied bij elkaar`,
    byField: "Mensen per vakgebied",
    byParty: "Mensen per soort partij",
    byArea: "Mensen per provincie",
    map: "Per provincie een vakje, met het aantal mensen. Een streepje: minder dan vijf mensen, of niemand.",
    drawn: "Getekend",
    target: "Streefaantal",
    otherAreas: "Uit de andere provincies kwamen minder dan vijf mensen, of niemand. Wie geen gebied noemde, staat er niet bij.",
    byTown: "Mensen per gemeente",
    towns: (p: { n: number }) => `Mensen per gemeente (${p.n} gemeenten)`,
    otherTowns:
      "Op alfabet. Een gemeente staat er alleen bij als er vijf mensen of meer vandaan kwamen, en ook de rest van de provincie over vijf mensen of meer gaat.",
    townsAt: (p: { at: string }) => `De aantallen per gemeente zijn van ${p.at}: die worden één keer geteld.`,
    crossed: "Vakgebied en soort partij samen",
    crossedCaption: "Mensen per vakgebied en soort partij",
    crossedNone: "Vakgebied en soort partij samen tonen we niet: elk aantal is kleiner dan vijf, of daaruit af te leiden.",
    crossedReading: "Een streepje: minder dan vijf mensen, niemand, of daaruit af te leiden.",
    notHeard: "Wie we minder hoorden",
    allHeard: "Elk vakgebied en elke soort partij was er met ten minste de helft van het streefaantal.",
    unseenHead: "Van deze groepen tonen we geen aantal",
    unseen: (p: { names: readonly string[] }) =>
      `Het gaat om ${list(p.names)}. Dat zegt niet dat er weinig mensen waren. Een aantal blijft weg als het kleiner is dan vijf, en ook als er het aantal van een andere, kleine groep uit te berekenen is.`,
    thin: (p: { names: readonly string[] }) => `Minder dan de helft van het streefaantal: ${list(p.names)}.`,
  },
  now: {
    works: { heading: "Wat werkt nu", behind: (p: { n: number }) => (p.n === 1 ? "1 bijdrage" : `${p.n} bijdragen`) },
    chafes: { heading: "Wat knelt nu", behind: (p: { n: number }) => (p.n === 1 ? "1 bijdrage" : `${p.n} bijdragen`) },
    suggestions: { heading: "Suggesties", behind: (p: { n: number }) => (p.n === 1 ? "1 suggestie" : `${p.n} suggesties`) },
  },
  needs: {
    lead: "Het team zette de behoeften bij elkaar in thema’s. Achter een thema staan de mensen die een behoefte schreven of herkenden; ieder telt per thema één keer.",
    overview: "De thema’s, met de meeste mensen bovenaan",
    theme: "Thema",
    needs: "Behoeften",
    numbered: (p: { n: number }) => `Thema ${p.n}`,
    line: (p: { needs: number; people: number; fields: number }) =>
      `${needs(p.needs)} van ${people(p.people)}${
        p.fields === 0 ? "" : `, uit ${p.fields === 1 ? "1 vakgebied" : `${p.fields} vakgebieden`}`
      }.`,
    behind: (p: { needs: number; people: number }) => `De stemmen achter dit thema: ${needs(p.needs)} van ${people(p.people)}`,
    backTo: (p: { n: number }) => `Terug naar thema ${p.n}`,
    all: "Alle thema’s",
    unplaced: "Niet bij een thema",
    unplacedText: (p: { n: number }) =>
      p.n === 1 ? "1 behoefte paste bij geen thema." : `${p.n} behoeften pasten bij geen thema.`,
    unplacedBehind: (p: { n: number }) => (p.n === 1 ? "Lees deze behoefte" : `Lees deze ${p.n} behoeften`),
  },
  weight: {
    lead: "Iedere deelnemer mocht drie stippen zetten bij de behoeften die het zwaarst wegen.",
    leadLists: "Iedere deelnemer mocht drie stippen zetten bij wat het zwaarst weegt.",
    caption: "Stippen per thema",
    marks: "Stippen",
    withheld: "Thema’s waar minder dan vijf mensen een stip zetten, staan er niet bij.",
    needs: "Behoeften met de meeste stippen",
  },
  practice: {
    lead: "Deelnemers toetsten deze inzichten aan hun eigen praktijk. Niemand kan zien wie wat koos.",
    number: (p: { n: number }) => `Inzicht ${p.n}`,
    source: (p: { source: string }) => `Bron: ${p.source}`,
    ballots: "Eens of oneens?",
    fits: "Past het in uw praktijk?",
    causes: (p: { n: number }) => (p.n === 1 ? "De bijdrage die hiertoe leidde" : `De ${p.n} bijdragen die hiertoe leidden`),
    conditions: (p: { n: number }) => (p.n === 1 ? "1 voorwaarde" : `${p.n} voorwaarden`),
    examples: (p: { n: number }) => (p.n === 1 ? "1 tegenvoorbeeld" : `${p.n} tegenvoorbeelden`),
  },
  figure: {
    what: "Waarover",
    number: "Aantal of deel",
    tooFew: "Nog geen cijfer: minder dan vijf mensen gaven hun oordeel.",
    nearlyAll: (p: { n: number; answer: string }) => `Vrijwel iedereen koos: ${p.answer} (${people(p.n)} gaven hun oordeel).`,
    nearly: (p: { answer: string }) => `vrijwel iedereen: ${p.answer}`,
    sentence: (p: { n: number; parts: readonly string[] }) => `${people(p.n)} gaven hun oordeel: ${list(p.parts)}.`,
    noGroups: "Per vakgebied en soort partij noemen we hier geen cijfers: daarvoor gaven te weinig mensen hun oordeel.",
    bars: (p: { of: string; answer: string }) => `${p.of}: aandeel ‘${p.answer}’ per vakgebied`,
    barsAll: (p: { of: string; answer: string }) => `${p.of}: aandeel ‘${p.answer}’`,
    share: "Aandeel met marge",
    shareHead: (p: { answer: string }) => `Aandeel ‘${p.answer}’`,
    shareOf: (p: { share: number; low: number; high: number }) => `${p.share}% (${p.low} tot ${p.high}%)`,
    interval: "Zeker tussen",
    between: (p: { low: number; high: number }) => `${p.low} en ${p.high}%`,
    barsParty: (p: { of: string; answer: string }) => `${p.of}: aandeel ‘${p.answer}’ per soort partij`,
    noParties: "Per soort partij geven we hier geen cijfers: daaruit zou te zien zijn wat enkele mensen kozen.",
    more: "Per soort partij, en alle antwoorden in een tabel",
    table: "Alle antwoorden in een tabel",
    allAnswers: (p: { of: string; title: string }) => `${p.of}: alle antwoorden. ${p.title}`,
    allReading:
      "Aantallen mensen. Een streepje: niet getoond, of vrijwel iedereen koos hetzelfde. Wat weinig mensen kozen, is samengevoegd.",
  },
  open: {
    lead: "Dit volgt uit de gegevens: waar het gesprek nog niet klaar is.",
    divided: "Hierover is men verdeeld:",
    undecided: "Hierover is nog geen duidelijk oordeel:",
    thin: (p: { names: readonly string[] }) =>
      `Van deze groepen hoorden we minder dan de helft van het streefaantal: ${list(p.names)}.`,
    unanswered: "Op deze thema’s geeft het programma nog geen antwoord:",
  },
  sectionLink: "Link naar dit deel",
  notes: {
    lead: "Notities uit de deelgroepen, door het team gekozen.",
    group: (p: { n: number }) => `Deelgroep ${p.n}`,
  },
  quotes: {
    origin: "Herkomst",
    number: (p: { n: number }) => `Bijdrage ${p.n}`,
    more: (p: { n: number }) => (p.n === 1 ? "Lees er nog 1" : `Lees er nog ${p.n}`),
    sameAs: (p: { n: number }) => `Andere woorden voor bijdrage ${p.n}`,
    all: (p: { n: number }) => `Lees alle ${p.n} bijdragen`,
    wouldHelp: "Wat zou helpen",
    erased: "Gewist door wie het schreef.",
    withdrawn: "Ingetrokken door wie het schreef.",
    hidden: "Niet meer te zien: verborgen door de gespreksleider.",
  },
  programme: {
    lead: "Dit stond in het programma toen deze versie verscheen. Het programma gaat verder; daar staat hoe het nu gaat.",
    number: (p: { n: number }) => `Punt ${p.n}`,
    acts: (p: { who: string }) => `Wie dit doet: ${p.who}.`,
    whom: (p: { names: readonly string[] }) => (p.names.length > 0 ? `Voor: ${list(p.names)}.` : "Voor iedereen."),
    answers: "Antwoord op",
    theme: (p: { name: string }) => `thema ‘${p.name}’`,
    insight: (p: { n: number }) => `inzicht ${p.n}`,
    sentence: (p: { n: number }) => `conclusie ${p.n}`,
    given: "Antwoorden op thema’s",
  },
  method: {
    text: [
      "Mensen hebben de behoeften ingedeeld en de teksten ertussen geschreven. Al het andere komt rechtstreeks uit wat deelnemers inbrachten. Het verslag zegt iets over de mensen die erbij waren, niet over iedereen die dit werk doet.",
      "De streep om een punt laat zien hoe zeker een aandeel is: met 95% zekerheid ligt het ertussen (Wilson-interval). Hoe minder mensen, hoe langer de streep.",
      "Over een groep (een vakgebied, soort partij of gebied) van minder dan vijf mensen en over wat minder dan vijf mensen kozen geven we geen cijfers, en ook geen cijfers waaruit die te berekenen zijn. Hoeveel mensen achter een thema, een behoefte of een minderheidsstandpunt staan, noemen we wel, ook als het er weinig zijn. Daarom staat bij sommige rijen ‘niet getoond’ en zijn antwoorden die weinig mensen kozen samengevoegd. Koos vrijwel iedereen hetzelfde, dan zeggen we dat zonder aantal.",
      "Namen staan niet in dit verslag, behalve van wie een minderheidsstandpunt met naam ondertekende. Bij een bijdrage staat hooguit het vakgebied.",
      "Een volgende versie telt cijfers pas opnieuw als ten minste vijf mensen iets hebben veranderd. Anders blijven de cijfers van de versie ervoor staan.",
    ],
    licence: "Teksten van deelnemers en cijfers mag u hergebruiken met vermelding van de bron (CC BY 4.0).",
    source: (p: { source: string; licence: string }) =>
      `De gegevens komen uit een ander gesprek: ${p.source}${p.licence ? ` (${p.licence})` : ""}.`,
    versions: "Versies",
    date: "Datum",
    changed: "Wat er veranderde",
    first: "Eerste versie",
    number: (p: { n: number }) => `Versie ${edition(p.n)}`,
    hash: (p: { hash: string }) => `Controlegetal van deze versie (SHA-256 over inhoud en cijfers): ${p.hash}`,
  },
};

const list = (names: readonly string[], word = "en") =>
  names.length < 2 ? (names[0] ?? "") : `${names.slice(0, -1).join(", ")} ${word} ${names.at(-1)}`;
const people = (n: number) => (n === 1 ? "1 persoon" : `${n} mensen`);
const number = (n: number) => n.toLocaleString("nl-NL");
const outOfTen = (share: number) => {
  const tens = Math.round(share * 10);
  return tens === 0 ? "bijna niemand" : tens === 10 ? "bijna iedereen" : `ongeveer ${tens} van de 10 mensen`;
};

/** What came out of the practice check, for everybody together and per insight. */
export const results = {
  title: "Uitkomst van de praktijktoets",
  toMine: "Uw aanmelding en gegevens",
  back: "Naar de uitkomst",
  more: (p: { n: number }) => (p.n === 1 ? "Toon er nog 1" : `Toon er nog ${p.n}`),
  toInsights: "De inzichten zelf",
  toCsv: "Cijfers als spreadsheet (CSV)",
  toJson: "Cijfers als JSON",
  toResults: "Bekijk de uitkomst",
  live: "De bijeenkomst is bezig. Cijfers gaan pas verder als er vijf mensen bij zijn gekomen; de uitsplitsing komt als u een uitkomst toont of als de bijeenkomst voorbij is.",
  notYet: "Hier komt de uitkomst",
  notYetText: "Zodra mensen hebben gekozen bij de inzichten, staat hier wat zij delen en waar zij verschillen.",
  notRevealed: "Nog niet getoond",
  notRevealedText: "De gespreksleider toont de uitkomst tijdens de bijeenkomst. Daarna leest u hem hier terug.",
  partly:
    "U ziet hier de inzichten waarvan de uitkomst is getoond. Wat iedereen samen vindt, komt erbij als alle inzichten zijn getoond.",
  facts: { people: "mensen kozen", ballots: "keuzes", insights: "inzichten", filled: "van alle vakjes gevuld" },
  number,
  percent: (p: { share: number }) => `${Math.round(p.share * 100)}%`,
  nearly: { all: "bijna alle", none: "bijna geen" },
  between: (p: { low: number; high: number }) => `${Math.round(p.low * 100)} tot ${Math.round(p.high * 100)}%`,
  common: {
    heading: "Gedeelde basis",
    groups: (p: { letters: readonly string[] }) => `Dit vinden de groepen ${list(p.letters)} allemaal.`,
    everyone: "Dit vindt een ruime meerderheid van iedereen, en van elk vakgebied waarvan we een cijfer geven.",
    everyoneNoFields: "Dit vindt een ruime meerderheid van iedereen.",
    none: "Er is geen inzicht dat met zekerheid door iedereen wordt gedeeld.",
    agree: "Hier is men het mee eens",
    disagree: "Hier is men het mee oneens",
    lowest: (p: { share: number; low: number; high: number; who: string; choice: "agree" | "disagree" }) =>
      `Ten minste ${Math.round(p.share * 100)}% is het ${p.choice === "agree" ? "eens" : "oneens"}${p.who ? ` (${p.who})` : ""}; marge ${Math.round(
        p.low * 100,
      )} tot ${Math.round(p.high * 100)}%.`,
    nearly: (p: { choice: "agree" | "disagree" }) => `Vrijwel iedereen is het ${p.choice === "agree" ? "eens" : "oneens"}.`,
    rule: "De stippellijn staat op 60%. Iets is gedeelde basis als elk deel daar op of boven zit, en de onderkant van de marge (90%) op of boven 50%.",
    group: (p: { letter: string }) => `groep ${p.letter}`,
  },
  divides: {
    heading: "Waar mensen verschillen",
    none: "Er zijn geen inzichten waarover groepen of vakgebieden met zekerheid verschillen.",
    noneFields: "Er zijn geen cijfers per vakgebied. Wat het verloop uitmaakt, staat hieronder bij de twee kanten.",
    line: (p: { most: string; mostSays: string; least: string; leastSays: string }) =>
      `${p.most}: ${p.mostSays} eens. ${p.least}: ${p.leastSays} eens.`,
    group: (p: { letter: string }) => `Groep ${p.letter}`,
  },
  map: {
    heading: "De meningskaart",
    lead: "Wie dicht bij elkaar staat, koos vaak hetzelfde. Elk vlak is een groep; niemand staat er als stip op.",
    label: (p: { letters: readonly string[] }) =>
      `Meningskaart met ${p.letters.length} vlakken: ${list(p.letters)}. De tabel eronder zegt hetzelfde.`,
    groupLink: (p: { letter: string; n: number }) => `Groep ${p.letter}, ${people(p.n)}`,
    insightLink: (p: { n: number }) => `Inzicht ${p.n}`,
    legend:
      "In het donkere deel van een vlak staat de helft van de groep, in het hele vlak negen van de tien. Een nummer is een inzicht: wie aan die kant staat, is het er vaker mee eens.",
    group: (p: { letter: string; n: number }) => `Groep ${p.letter}: ${people(p.n)}`,
    defining: (p: { own: string; rest: string; choice: "agree" | "disagree" }) =>
      `${p.own} ${p.choice === "agree" ? "eens" : "oneens"}, bij de anderen ${p.rest}`,
    noDefining: "Geen inzicht onderscheidt deze groep met zekerheid.",
    table: "De kaart als tabel",
    tableCaption: "Wat de groepen onderscheidt",
    insight: "Inzicht",
    inGroup: (p: { letter: string }) => `Groep ${p.letter} eens`,
    withheld: "De kaart tonen we niet: een groep heeft minder dan vijf mensen.",
  },
  axis: {
    heading: "Het verloop",
    lead: "Mensen staan op één lijn, zonder gaten. Waar de heuvel hoog is, staan de meeste mensen.",
    label: "Het verloop als heuvel: hoe hoger, hoe meer mensen daar staan.",
    low: "Aan deze kant",
    high: "Aan de andere kant",
    agree: "Eens met",
    disagree: "Oneens met",
    fields: "Waar vakgebieden staan",
    fieldsText: "De streep om een teken is de marge van het gemiddelde (95%).",
    noFields: "Van deze mensen is geen vakgebied bekend.",
    place: "Plaats",
    places: {
      low: "aan de ene kant",
      leanLow: "iets naar de ene kant",
      middle: "in het midden",
      leanHigh: "iets naar de andere kant",
      high: "aan de andere kant",
    },
    caption: "Gemiddelde plaats per vakgebied, van 0 (deze kant) tot 100 (andere kant)",
    margin: "Marge",
    field: "Vakgebied",
    span: (p: { low: number; high: number }) => `${Math.round(p.low)} tot ${Math.round(p.high)}`,
    carries: (p: { share: number }) =>
      `Deze lijn verklaart ${Math.round(p.share * 100)}% van de verschillen in wat mensen kozen.`,
  },
  read: {
    heading: "Zo leest u dit",
    base: (p: { people: number; ballots: number; insights: number; filled: number; placed: number }) =>
      `${p.people === 1 ? "1 persoon maakte" : `${number(p.people)} mensen maakten`} samen ${number(p.ballots)} keuzes bij ${number(p.insights)} inzichten. Van alle vakjes (persoon maal inzicht) is ${Math.round(
        p.filled * 100,
      )}% gevuld. ${number(p.placed)} van hen kozen bij genoeg inzichten om mee te tellen voor het beeld van allen samen.`,
    heard: (p: { fields: number; of: number }) =>
      p.of === 0
        ? "Van deze mensen is geen vakgebied bekend; cijfers per vakgebied zijn er dus niet."
        : p.fields === 0
          ? "Van geen enkel vakgebied kozen er genoeg mensen om een cijfer te geven."
          : `Cijfers zijn er van ${p.fields} van de ${p.of} vakgebieden.`,
    stability: (p: { ari: number; what: "groups" | "sides" }) =>
      `${p.ari >= 0.8 ? "Het beeld is stevig" : p.ari >= 0.5 ? "Het beeld is redelijk stevig" : "Het beeld is wankel"}: trekken we telkens opnieuw mensen, dan komen ${
        p.what === "groups" ? "dezelfde groepen" : "dezelfde kanten"
      } ${p.ari >= 0.8 ? "steeds terug" : p.ari >= 0.5 ? "meestal terug" : "lang niet altijd terug"} (overeenkomst ${p.ari.toFixed(2).replace(".", ",")}, waarbij 1 gelijk is).`,
    between: (p: { share: number }) =>
      p.share < 0.05
        ? "Bijna niemand staat tussen groepen in."
        : `${sentence(outOfTen(p.share))} staan tussen groepen in: zij passen bijna even goed bij een andere groep.`,
    groups:
      "Dat er groepen zijn, is getoetst: de groepen liggen verder uiteen dan toeval of een geleidelijk verloop kan verklaren.",
    gradient:
      "Een indeling in groepen zou hier willekeurig zijn: de meningen liggen niet verder uiteen dan bij een geleidelijk verloop. Niemand hoort dus bij een groep.",
    none: "De meningen hangen niet sterker samen dan bij toeval. Dat kan veranderen als meer mensen kiezen.",
    not: "Dit zegt iets over de mensen die kozen, niet over iedereen die dit werk doet. Het zegt niet waarom mensen zo kozen, en niet of een inzicht waar is. De assen van de kaart hebben geen naam.",
  },
  each: {
    heading: "Per inzicht",
    order: "Volgorde",
    orders: { nummer: "Op nummer", verdeelt: "Wat verdeelt eerst", verbindt: "Wat verbindt eerst" },
    field: "Vakgebied",
    allFields: "Alle vakgebieden",
    show: "Toon",
    one: (p: { n: number }) => `Inzicht ${p.n}`,
    version: (p: { n: number }) => `versie ${p.n}`,
    agree: (p: { share: number; low: number; high: number; people: number }) =>
      `${Math.round(p.share * 100)}% eens, marge ${Math.round(p.low * 100)} tot ${Math.round(p.high * 100)}% (${people(p.people)})`,
    nearly: (p: { n: number; answer: string }) => `vrijwel iedereen: ${p.answer} (${people(p.n)})`,
    withheld: "geen cijfer",
    words: (p: { conditions: number; examples: number }) =>
      [
        p.conditions > 0 ? (p.conditions === 1 ? "1 voorwaarde" : `${p.conditions} voorwaarden`) : "",
        p.examples > 0 ? (p.examples === 1 ? "1 tegenvoorbeeld" : `${p.examples} tegenvoorbeelden`) : "",
      ]
        .filter(Boolean)
        .join(", "),
    pages: "Bladeren door de inzichten",
    page: (p: { from: number; to: number; of: number }) => `Inzicht ${p.from} tot en met ${p.to} van ${p.of}`,
    earlier: "Vorige inzichten",
    later: "Volgende inzichten",
    none: "Er zijn geen inzichten.",
    noFits:
      "Bij dit gesprek is niet gevraagd of een inzicht in de praktijk past. Er is dus geen oordeel over de praktijk, alleen eens en oneens.",
  },
  insight: {
    source: (p: { source: string }) => `Bron: ${p.source}`,
    chosen: "Wat mensen kozen",
    practice: "In de praktijk",
    ballots: "Eens of oneens?",
    fits: "Past het in uw praktijk?",
    notMyField: (p: { n: number; of: number }) =>
      p.n === 0
        ? "Niemand zei: niet mijn vakgebied."
        : `${Math.round((100 * p.n) / p.of)}% zei: niet mijn vakgebied (${p.n} van ${p.of}).${
            p.n / p.of >= 0.3 ? " Dit inzicht gaat over het werk van sommigen; dat is iets anders dan verdeeldheid." : ""
          }`,
    conditions: "Onder welke voorwaarden",
    examples: "Waar het niet past",
    noConditions: "Niemand noemde een voorwaarde.",
    noExamples: "Niemand gaf een tegenvoorbeeld.",
    previous: "Vorig inzicht",
    next: "Volgend inzicht",
    steps: "Cijfers bewegen in stappen van ten minste vijf mensen. Zo kan niemand uit een verschil opmaken wat één persoon koos.",
    versions: "Versies naast elkaar",
    versionTitle: (p: { n: number }) => `Versie ${p.n}`,
    because: (p: { why: string }) => `Gewijzigd omdat: ${p.why}`,
  },
  method: {
    heading: "Hoe dit is berekend",
    text: (p: { method: number; seed: number; date: string }) =>
      `Methode versie ${p.method}, startgetal ${p.seed}, berekend op ${p.date}. Wie dezelfde keuzes opnieuw doorrekent, vindt hetzelfde.`,
    tests: (p: { observed: number; chance: number; slope: number; runs: number }) =>
      `Hoe goed groepen uiteen liggen (silhouet): ${decimal(p.observed)}. Bij toeval komt dat tot ${decimal(p.chance)}, bij een geleidelijk verloop tot ${decimal(p.slope)} (95 van de 100 keer, ${p.runs} proeven).`,
    five: "Over minder dan vijf mensen geven we geen cijfers, en ook geen cijfers waaruit die te berekenen zijn, ook niet door twee momenten te vergelijken.",
  },
};

function decimal(n: number): string {
  return n.toFixed(3).replace(".", ",");
}
function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

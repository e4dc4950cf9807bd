import { characterCount } from "../../../language/character-count.nl.ts";
import { edition } from "../../publish/edition.ts";

/** The page where the team makes the report. */
export const draft = {
  title: "Verslag",
  lead: "Het verslag wordt gemaakt uit wat deelnemers inbrachten. U schrijft de inleiding en de conclusies, en kiest welke notities erin komen.",
  preview: "Bekijk het concept",
  public: "Bekijk het verschenen verslag",
  previewTitle: "Concept van het verslag",
  previewLead: "Zo ziet het verslag eruit als u het nu publiceert. Alleen het team ziet dit.",
  back: "Terug naar het verslag",
  ahead: {
    title: "U schrijft hier zodra de dialoog open is",
    text: "Het verslag volgt de inbreng: eerst de bijeenkomst, dan de thema’s, dan uw teksten. De cijfers en de woorden van deelnemers komen er vanzelf in.",
  },
  state: {
    heading: "Zo staat het ervoor",
    needs: (p: { placed: number; total: number }) =>
      p.total === 0 ? "Er zijn nog geen behoeften" : `${p.placed} van de ${p.total} behoeften staan bij een thema`,
    themes: "Ga naar de thema’s",
    insights: (p: { n: number }) => (p.n === 1 ? "1 getoetst inzicht" : `${p.n} getoetste inzichten`),
    now: (p: { n: number }) => (p.n === 1 ? "1 bijdrage over hoe het nu gaat" : `${p.n} bijdragen over hoe het nu gaat`),
    notes: (p: { n: number }) => (p.n === 1 ? "1 notitie gekozen" : `${p.n} notities gekozen`),
    liveNow: "Er is een bijeenkomst bezig. De cijfers komen in het concept zodra zij is afgelopen.",
  },
  texts: "Inleiding en conclusies",
  fields: {
    introduction: {
      label: "Inleiding",
      hint: "Waarom deze dialoog, en wat valt op? Een lege regel begint een nieuwe alinea.",
    },
    conclusions: {
      label: "Conclusies",
      hint: "Wat betekent dit, en wat gebeurt er nu? Schrijf ook op waar mensen het niet over eens zijn.",
    },
  },
  save: "Bewaar de teksten",
  saved: "Uw teksten zijn bewaard.",
  conflictTitle: "Iemand anders heeft de teksten intussen gewijzigd",
  conflict: (p: { name: string }) =>
    `${p.name} bewaarde een andere tekst. Uw tekst staat hieronder en is niet bewaard. Bij elk veld dat verschilt, ziet u wat er nu bewaard is. Pas aan wat nodig is en bewaar opnieuw.`,
  somebody: "Een ander teamlid",
  theirs: "Nu bewaard",
  summary: "Er klopt nog iets niet",
  errors: {
    introduction: { missing: "Schrijf een inleiding.", long: "Maak de inleiding korter dan 6.000 tekens." },
    conclusions: { missing: "Schrijf de conclusies.", long: "Maak de conclusies korter dan 6.000 tekens." },
    change: { missing: "Schrijf op wat er veranderd is.", long: "Maak dit korter dan 600 tekens." },
    sure: { sure: "Vink aan dat u het concept hebt nagelezen." },
    version: { missing: "Laad deze pagina opnieuw." },
    number: { missing: "Laad deze pagina opnieuw." },
  },
  count: characterCount,
  notes: {
    heading: "Notities uit de deelgroepen",
    lead: "Kies welke notities in het verslag komen. Namen staan er niet bij.",
    link: "Kies notities",
    none: "Er zijn geen notities.",
    group: (p: { n: number }) => `Deelgroep ${p.n}`,
    noGroup: "Zonder deelgroep",
    notReadBack: "niet nagelezen door de deelgroep",
    save: "Bewaar de keuze",
    saved: "Uw keuze is bewaard.",
  },
  versions: {
    heading: "Publiceren",
    none: "Er is nog geen versie verschenen.",
    making: (p: { numbers: readonly number[] }) =>
      `De PDF van versie ${p.numbers.map(edition).join(" en ")} wordt nu gemaakt. Dat duurt enkele tellen; daarna staat hij klaar.`,
    first: "Bij de eerste versie krijgt iedereen die iets inbracht een e-mail met een link naar de eigen inbreng.",
    later: (p: { n: number }) =>
      `Er komt een versie ${edition(p.n)}. De versie ervoor blijft te lezen. Iedereen die iets inbracht krijgt een e-mail.`,
    repeated:
      "Cijfers worden pas opnieuw geteld als ten minste vijf mensen iets hebben veranderd. Anders blijven ze zoals ze waren.",
    change: "Wat is er veranderd?",
    changeHint: "Dit staat bij het verslag. Bijvoorbeeld: twee thema’s samengevoegd, conclusies aangevuld.",
    sure: "Ik heb het concept nagelezen",
    sureHint: "Wat verschijnt, blijft staan. Teksten van deelnemers die hun bijdrage intrekken of wissen, verdwijnen wel.",
    button: (p: { n: number }) => `Publiceer versie ${edition(p.n)}`,
    onlyOrganiser: "De organisator publiceert het verslag.",
    notYet: "Publiceren kan als de dialoog bij de opbrengst is. Zet eerst de dialoog verder.",
    forward: "Begin met de opbrengst",
    published: (p: { n: number }) => `Versie ${edition(p.n)} is verschenen. De e-mails gaan nu uit.`,
    meanwhile: (p: { n: number }) => `Intussen is versie ${edition(p.n)} al verschenen. Er is niets dubbel gepubliceerd.`,
    notNow: "De stand van de dialoog is intussen veranderd. Er is niets gepubliceerd.",
    list: "Verschenen versies",
    number: "Versie",
    date: "Datum",
    changed: "Wat er veranderde",
    firstVersion: "Eerste versie",
  },
};

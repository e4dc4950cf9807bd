import type { Same } from "../../../language/locale.ts";
import { edition } from "../../publish/edition.ts";
import type { report as source } from "./report.nl.ts";

const people = (n: number) => (n === 1 ? "1 person" : `${n} people`);
const needs = (n: number) => (n === 1 ? "1 need" : `${n} needs`);
const list = (names: readonly string[], word = "and") =>
  names.length < 2 ? (names[0] ?? "") : `${names.slice(0, -1).join(", ")} ${word} ${names.at(-1)}`;

export const report: Omit<Same<typeof source>, "method"> & {
  readonly method: Omit<Same<typeof source>["method"], "text"> & { readonly text: readonly string[] };
} = {
  title: (p) => `Report: ${p.title}`,
  description: (p) => `Report of the online dialogue ‘${p.title}’, version ${edition(p.number)}.`,
  eyebrow: (p) =>
    p.days.length === 0
      ? "Report of an online dialogue"
      : `Report of the ${p.days.length === 1 ? "session" : "sessions"} on ${list(p.days)}`,
  share: {
    eyebrow: (p) => `Report of an online dialogue · version ${p.version}`,
    needsWord: (p) => (p.needs === 1 ? "need" : "needs"),
    brought: (p) =>
      [p.needs > 0 ? needs(p.needs) : null, p.themes > 0 ? (p.themes === 1 ? "1 theme" : `${p.themes} themes`) : null]
        .filter(Boolean)
        .join(", "),
  },
  feed: (p) => `Reports of ${p.site}`,
  version: "Version",
  draft: "Draft, not published yet",
  versionOf: (p) => `${edition(p.number)}, published on ${p.date}`,
  newer: (p) => `This is not the newest version. Read version ${edition(p.number)}.`,
  take: "Take the data along",
  call: "The call",
  mine: "My input",
  nav: "About this dialogue",
  contents: "Contents",
  sections: {
    bewoners: "In short, in plain words",
    kort: "In short",
    wie: "Who took part",
    nu: "How it goes today",
    nodig: "What people need",
    zwaarst: "What weighs most",
    praktijk: "What practice says",
    groepen: "From the groups",
    conclusies: "Conclusions",
    open: "What is still open",
    programma: "What comes of it",
    hoe: "How this report was made",
  },
  people: (p) => people(p.n),
  peopleWord: (p) => (p.n === 1 ? "person" : "people"),
  peopleHead: "People",
  field: "Field",
  party: "Kind of party",
  area: "Province",
  town: "Municipality",
  group: "Group",
  everyone: "Everyone",
  withheld: "not shown",
  withheldShort: "not shown",
  together: (p) => (p.words.length > 1 ? `${list(p.words)}, together` : list(p.words)),
  or: (p) => list(p.words, "or"),
  answers: {
    agree: "agree",
    disagree: "disagree",
    skip: "skipped",
    "not-my-field": "not my field",
    fits: "fits",
    conditions: "fits under conditions",
    not: "does not fit",
  },
  short: {
    people: (p) => (p.day ? `On ${p.day} ${people(p.n)} took part.` : `${people(p.n)} took part.`),
    fewPeople: "Too few people took part to give a number.",
    yours: "Did you take part? You see where each contribution went on",
    toYours: "your own page",
    brought: (p) =>
      p.n === 0
        ? ""
        : `They wrote ${p.n === 1 ? "1 contribution" : `${p.n} contributions`}${
            p.needs > 0
              ? `, among them ${needs(p.needs)}${p.themes > 0 ? ` in ${p.themes === 1 ? "1 theme" : `${p.themes} themes`}` : ""}`
              : ""
          }.`,
    tested: (p) => `They tested ${p.n === 1 ? "1 insight" : `${p.n} insights`} against their own practice.`,
    verdict: {
      confirmed: (p) => (p.n === 1 ? "1 insight fits." : `${p.n} insights fit.`),
      "under-conditions": (p) => (p.n === 1 ? "1 insight fits under conditions." : `${p.n} insights fit under conditions.`),
      "does-not-hold": (p) => (p.n === 1 ? "1 insight does not fit." : `${p.n} insights do not fit.`),
      contested: (p) => (p.n === 1 ? "On 1 insight people are divided." : `On ${p.n} insights people are divided.`),
      undecided: (p) =>
        p.n === 1 ? "On 1 insight there is no clear verdict yet." : `On ${p.n} insights there is no clear verdict yet.`,
    },
  },
  who: {
    tooFew: "Fewer than five people took part. Then we give no numbers, so that nobody can be recognised.",
    table: (p) => `A round table with ${people(p.n)}, each field together`,
    byField: "People per field",
    byParty: "People per kind of party",
    byArea: "People per province",
    map: "A tile for each province, with the number of people. A dash: fewer than five people, or nobody.",
    drawn: "Drawn",
    target: "Aimed for",
    otherAreas: "From the other provinces came fewer than five people, or nobody. Who named no area is left out.",
    byTown: "People per municipality",
    towns: (p: { n: number }) => `People per municipality (${p.n} municipalities)`,
    otherTowns:
      "By name. A municipality is listed only when five people or more came from it, and the rest of its province is five people or more too.",
    townsAt: (p: { at: string }) => `The numbers per municipality are of ${p.at}: they are counted once.`,
    crossed: "Field and kind of party together",
    crossedCaption: "People per field and kind of party",
    crossedNone: "Field and kind of party together are not shown: each number is below five, or follows from one that is.",
    crossedReading: "A dash: fewer than five people, nobody, or to be derived from it.",
    notHeard: "Whom we heard less",
    allHeard: "Each field and each kind of party was there with at least half of the number aimed for.",
    unseenHead: "Of these groups we show no number",
    unseen: (p) =>
      `This is about ${list(p.names)}. It does not say that few people came. A number is left out when it is below five, and also when the number of another, small group could be computed from it.`,
    thin: (p) => `Fewer than half of the number aimed for: ${list(p.names)}.`,
  },
  now: {
    works: { heading: "What works now", behind: (p) => (p.n === 1 ? "1 contribution" : `${p.n} contributions`) },
    chafes: { heading: "What chafes now", behind: (p) => (p.n === 1 ? "1 contribution" : `${p.n} contributions`) },
    suggestions: { heading: "Suggestions", behind: (p) => (p.n === 1 ? "1 suggestion" : `${p.n} suggestions`) },
  },
  needs: {
    lead: "The team put the needs together in themes. Behind a theme stand the people who wrote or recognised a need; each counts once per theme.",
    overview: "The themes, with most people first",
    theme: "Theme",
    needs: "Needs",
    numbered: (p) => `Theme ${p.n}`,
    line: (p) =>
      `${needs(p.needs)} of ${people(p.people)}${p.fields === 0 ? "" : `, from ${p.fields === 1 ? "1 field" : `${p.fields} fields`}`}.`,
    behind: (p) => `The voices behind this theme: ${needs(p.needs)} of ${people(p.people)}`,
    backTo: (p) => `Back to theme ${p.n}`,
    all: "All themes",
    unplaced: "With no theme",
    unplacedText: (p) => (p.n === 1 ? "1 need belonged to no theme." : `${p.n} needs belonged to no theme.`),
    unplacedBehind: (p) => (p.n === 1 ? "Read this need" : `Read these ${p.n} needs`),
  },
  weight: {
    lead: "Each participant could put three marks at the needs that weigh most.",
    leadLists: "Each participant could put three marks at what weighs most.",
    caption: "Marks per theme",
    marks: "Marks",
    withheld: "Themes where fewer than five people put a mark are left out.",
    needs: "Needs with most marks",
  },
  practice: {
    lead: "Participants tested these insights against their own practice. Nobody can see who chose what.",
    number: (p) => `Insight ${p.n}`,
    source: (p) => `Source: ${p.source}`,
    ballots: "Agree or disagree?",
    fits: "Does it fit your practice?",
    causes: (p) => (p.n === 1 ? "The contribution that led to this" : `The ${p.n} contributions that led to this`),
    conditions: (p) => (p.n === 1 ? "1 condition" : `${p.n} conditions`),
    examples: (p) => (p.n === 1 ? "1 counter-example" : `${p.n} counter-examples`),
  },
  figure: {
    what: "What",
    number: "Number or share",
    tooFew: "No figure yet: fewer than five people answered.",
    nearlyAll: (p) => `Nearly everyone chose: ${p.answer} (${people(p.n)} answered).`,
    nearly: (p) => `nearly everyone: ${p.answer}`,
    sentence: (p) => `${people(p.n)} answered: ${list(p.parts)}.`,
    noGroups: "By field and kind of party we give no figures here: too few people gave their verdict.",
    bars: (p) => `${p.of}: share of ‘${p.answer}’ per field`,
    barsAll: (p) => `${p.of}: share of ‘${p.answer}’`,
    share: "Share with margin",
    shareHead: (p) => `Share of ‘${p.answer}’`,
    shareOf: (p) => `${p.share}% (${p.low} to ${p.high}%)`,
    interval: "Sure between",
    between: (p) => `${p.low} and ${p.high}%`,
    barsParty: (p) => `${p.of}: share of ‘${p.answer}’ by kind of party`,
    noParties: "By kind of party we give no figures here: they would show what a few people chose.",
    more: "Per kind of party, and all answers in a table",
    table: "All answers in a table",
    allAnswers: (p) => `${p.of}: all answers. ${p.title}`,
    allReading: "Numbers of people. A dash: not shown, or nearly everyone chose the same. What few people chose is joined.",
  },
  open: {
    lead: "This follows from the data: where the conversation is not finished.",
    divided: "On these people are divided:",
    undecided: "On these there is no clear verdict yet:",
    thin: (p) => `Of these groups we heard less than half of the people aimed at: ${list(p.names)}.`,
    unanswered: "To these themes the programme gives no answer yet:",
  },
  sectionLink: "Link to this part",
  notes: {
    lead: "Notes from the groups, chosen by the team.",
    group: (p) => `Group ${p.n}`,
  },
  quotes: {
    origin: "Origin",
    number: (p) => `Contribution ${p.n}`,
    more: (p) => (p.n === 1 ? "Read 1 more" : `Read ${p.n} more`),
    sameAs: (p) => `Other words for contribution ${p.n}`,
    all: (p) => `Read all ${p.n} contributions`,
    wouldHelp: "What would help",
    erased: "Erased by who wrote it.",
    withdrawn: "Withdrawn by who wrote it.",
    hidden: "No longer to be seen: hidden by the facilitator.",
  },
  programme: {
    lead: "This stood in the programme when this version came out. The programme goes on; there it says how it goes now.",
    number: (p) => `Item ${p.n}`,
    acts: (p) => `Who does this: ${p.who}.`,
    whom: (p) => (p.names.length > 0 ? `For: ${list(p.names)}.` : "For everybody."),
    answers: "Answers",
    theme: (p) => `theme ‘${p.name}’`,
    insight: (p) => `insight ${p.n}`,
    sentence: (p) => `conclusion ${p.n}`,
    given: "Answers to themes",
  },
  method: {
    text: [
      "People placed the needs and wrote the texts in between. Everything else comes straight from what participants brought in. The report says something of the people who were there, not of everybody who does this work.",
      "The line around a point shows how sure a share is: with 95% certainty it lies between (Wilson interval). The fewer people, the longer the line.",
      "Of a group (a field, kind of party or area) of fewer than five people and of what fewer than five people chose we give no figures, nor figures from which these can be computed. How many people stand behind a theme, a need or a minority note we do say, also when they are few. That is why some rows say ‘not shown’ and answers that few people chose are joined. Where nearly everyone chose the same, we say so without a number.",
      "There are no names in this report, but of who signed a minority note by name. Beside a contribution stands the field at most.",
      "A later version counts figures again only when at least five people changed something. Else the figures of the version before stay.",
    ],
    licence: "You may reuse texts of participants and figures with the source named (CC BY 4.0).",
    source: (p) => `The data come from another conversation: ${p.source}${p.licence ? ` (${p.licence})` : ""}.`,
    versions: "Versions",
    date: "Date",
    changed: "What changed",
    first: "First version",
    number: (p) => `Version ${edition(p.n)}`,
    hash: (p) => `Check sum of this version (SHA-256 over content and figures): ${p.hash}`,
  },
};

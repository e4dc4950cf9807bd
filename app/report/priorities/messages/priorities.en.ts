import type { priorities as nl } from "./priorities.nl.ts";

const percent = (share: number) => `${Math.round(share * 100)}%`;

export const priorities: typeof nl = {
  title: "What weighs most",
  lead: "Each person gave three marks. Of the same marks we make three lists. Nothing else is weighed.",
  back: "Back to the report",
  toRoom: "Back to the session",
  notYet: "There is nothing to see yet. The organiser shows the lists when everybody is done.",
  desk: {
    open: "Marks are still being given. Counting is possible when that part is over.",
    none: "The marks have not been counted yet.",
    length: "How many places has a list?",
    lengthHint: (p) => `A number from ${p.least} to ${p.most}.`,
    over: "What are the lists about?",
    overs: { themes: "Themes (a mark on a need counts for its theme)", needs: "Single needs" },
    count: "Count the marks",
    again: "Count again",
    counted: (p) => `Counted on ${p.when}.`,
    reveal: "Show to participants",
    cover: "Take away from participants",
    shown: "Participants see this, and it comes in the next report.",
    hidden: "Only the team sees this.",
  },
  refusals: {
    "marks-open": "Marks are still being given. Count when that part is over.",
    "few-changed": "Since the last count fewer than five people changed anything. The count stays, else it would show who.",
    "not-counted": "Count the marks first.",
    length: "Choose a number from 3 to 12.",
    other: "That did not work. Try again.",
  },
  lists: {
    count: "Most marks",
    countText: "What most people chose stands on top.",
    shares: "For everybody",
    sharesText: (p) =>
      `Everybody has an equal share of the ${p.length} places. A place goes to what the people who chose it can pay together.`,
    pav: "In proportion, for comparison",
    pavText: "Who finds one choice back counts half for a second one, and a third for a third.",
    steps: "There are too many possible lists to compare them all: each place went to what added most.",
    people: (p) => `${p.n} people`,
    everybody: (p) => `${p.n} people marked something that can stand on a list.`,
    tooFew: "There are too few marks to show anything. At least five people must stand behind the same thing.",
    withheld: (p) =>
      p.n === 1
        ? "One choice had marks of fewer than five people. We do not show it."
        : `${p.n} choices had marks of fewer than five people. We do not show them.`,
    gone: "This need can no longer be read.",
  },
  why: {
    count: (p) => `${p.people} people chose this.`,
    paid: (p) =>
      `${p.people} people chose this. Together they pay for this place, each with about ${p.share}% of their share at most.`,
    uncovered: (p) =>
      p.covers === null
        ? `${p.people} people chose this. Of who had nothing on the list yet, most chose this.`
        : `${p.people} people chose this. ${p.covers} of them had nothing on the list yet.`,
    rest: (p) => `${p.people} people chose this. Everybody had something on the list already; then the number of people counts.`,
  },
  nothing: {
    "too-few": "There are too few people to say who finds nothing back.",
    "nearly-all": "Everybody, or all but fewer than five people, finds something of their choice here.",
    "nearly-none": "Hardly anybody finds something of their choice here.",
    some: (p) =>
      p.mostly.length === 0
        ? `${p.people} people find nothing of their choice here.`
        : `${p.people} people, mostly from ${p.mostly.join(" and ")}, find nothing of their choice here.`,
    eitherTitle: "Who finds nothing back on either of the first two lists?",
    either: {
      "too-few": "That cannot be said: there are too few people.",
      "nearly-all": "Nobody, or fewer than five people.",
      "nearly-none": "Hardly anybody does find something.",
    },
    eitherSome: (p) =>
      p.mostly.length === 0 ? `${p.people} people.` : `${p.people} people, mostly from ${p.mostly.join(" and ")}.`,
  },
  tested: {
    title: "Tested in practice",
    text: "Insights of the practice check belong to these themes. The share is of who chose agree, disagree or ‘skip’; how certain it is stands in brackets. The lists do not depend on it.",
    insight: (p) => `Insight ${p.number}: ${p.text}`,
    gone: "the text is no longer there",
    all: (p) =>
      p.nearly === "all"
        ? "Nearly everybody agrees."
        : p.nearly === "none"
          ? "Nearly nobody agrees."
          : `${percent(p.share)} agree (${percent(p.low)} to ${percent(p.high)}).`,
    lowest: (p) =>
      p.nearly === "all"
        ? `Nearly everybody agrees, also where people agree least: ${p.field}.`
        : p.nearly === "none"
          ? `They agree least in ${p.field}: nearly nobody does.`
          : `They agree least in ${p.field}: ${percent(p.share)} (${percent(p.low)} to ${percent(p.high)}).`,
    notTold: "Too few people to say how many agree.",
  },
  table: {
    title: "What is behind it",
    caption: "For each choice: who stand behind it, and on which list it is",
    what: { themes: "Theme", needs: "Need" },
    people: "Gave a mark",
    behind: "Wrote or recognised it",
    spread: "From",
    spreadOf: (p) => `${p.fields} fields, ${p.parties} kinds of party, ${p.organisations} organisations, ${p.areas} areas`,
    few: "1 or 2",
    weight: "How heavy, say those who wrote it",
    weightOf: (p) =>
      [
        p.very > 0 ? `very heavy ${p.very} times` : "",
        p.heavy > 0 ? `heavy ${p.heavy} times` : "",
        p.light > 0 ? `light ${p.light} times` : "",
      ]
        .filter(Boolean)
        .join(", ") || "not said",
    where: "Place on the lists",
    places: (p) => `most marks ${p.count ?? "–"}, for everybody ${p.shares ?? "–"}, in proportion ${p.pav ?? "–"}`,
    nowhere:
      "What is missing from ‘for everybody’ was chosen mostly by people who find something else there, or by too few for a place.",
  },
  method:
    "How we count: the rules are in docs/priorities.md with the source code. What is equal: what was there first goes first.",
};

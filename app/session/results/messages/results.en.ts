import type { Same } from "../../../language/locale.ts";
import type { results as nl } from "./results.nl.ts";

const list = (names: readonly string[], word = "and") =>
  names.length < 2 ? (names[0] ?? "") : `${names.slice(0, -1).join(", ")} ${word} ${names.at(-1)}`;
const people = (n: number) => (n === 1 ? "1 person" : `${n} people`);
const number = (n: number) => n.toLocaleString("en-GB");
const outOfTen = (share: number) => {
  const tens = Math.round(share * 10);
  return tens === 0 ? "hardly anybody" : tens === 10 ? "nearly everybody" : `about ${tens} in 10 people`;
};

export const results: Same<typeof nl> = {
  title: "Outcome of the practice check",
  toMine: "Your registration and data",
  back: "To the outcome",
  more: (p) => (p.n === 1 ? "Show 1 more" : `Show ${p.n} more`),
  toInsights: "The insights themselves",
  toCsv: "Figures as a spreadsheet (CSV)",
  toJson: "Figures as JSON",
  toResults: "Look at the outcome",
  live: "The meeting is going on. Figures move on only when five more people have chosen; the breakdown comes when you show an outcome, or when the meeting is over.",
  notYet: "The outcome will stand here",
  notYetText: "As soon as people have chosen on the insights, this page says what they share and where they differ.",
  notRevealed: "Not shown yet",
  notRevealedText: "The facilitator shows the outcome during the meeting. After that you can read it here.",
  partly:
    "These are the insights whose outcome has been shown. What everybody thinks together is added once all insights have been shown.",
  facts: { people: "people chose", ballots: "choices", insights: "insights", filled: "of all cells filled" },
  number,
  percent: (p) => `${Math.round(p.share * 100)}%`,
  nearly: { all: "nearly all", none: "nearly none" },
  between: (p) => `${Math.round(p.low * 100)} to ${Math.round(p.high * 100)}%`,
  common: {
    heading: "Common ground",
    groups: (p) => `Groups ${list(p.letters)} all think this.`,
    everyone: "A large majority of everybody thinks this, and of each field of which we give a figure.",
    everyoneNoFields: "A large majority of everybody thinks this.",
    none: "There is no insight that everybody shares with certainty.",
    agree: "People agree with this",
    disagree: "People disagree with this",
    lowest: (p) =>
      `At least ${Math.round(p.share * 100)}% ${p.choice === "agree" ? "agree" : "disagree"}${p.who ? ` (${p.who})` : ""}; margin ${Math.round(
        p.low * 100,
      )} to ${Math.round(p.high * 100)}%.`,
    nearly: (p) => `Nearly everybody ${p.choice === "agree" ? "agrees" : "disagrees"}.`,
    rule: "The dotted line stands at 60%. Something is common ground when each part is at or above it, and the lower end of its margin (90%) at or above 50%.",
    group: (p) => `group ${p.letter}`,
  },
  divides: {
    heading: "Where people differ",
    none: "There are no insights on which groups or fields differ with certainty.",
    noneFields: "There are no figures by field. What makes up the gradient stands below, with its two sides.",
    line: (p) => `${p.most}: ${p.mostSays} agree. ${p.least}: ${p.leastSays} agree.`,
    group: (p) => `Group ${p.letter}`,
  },
  map: {
    heading: "The opinion map",
    lead: "People who stand close together often chose the same. Each area is a group; nobody is drawn as a dot.",
    label: (p) => `Opinion map with ${p.letters.length} areas: ${list(p.letters)}. The table below says the same.`,
    groupLink: (p) => `Group ${p.letter}, ${people(p.n)}`,
    insightLink: (p) => `Insight ${p.n}`,
    legend:
      "Half of a group stands in the dark part of its area, nine out of ten in the whole area. A number is an insight: people on that side agree with it more often.",
    group: (p) => `Group ${p.letter}: ${people(p.n)}`,
    defining: (p) => `${p.own} ${p.choice === "agree" ? "agree" : "disagree"}, of the others ${p.rest}`,
    noDefining: "No insight sets this group apart with certainty.",
    table: "The map as a table",
    tableCaption: "What sets the groups apart",
    insight: "Insight",
    inGroup: (p) => `Group ${p.letter} agrees`,
    withheld: "We do not show the map: a group has fewer than five people.",
  },
  axis: {
    heading: "The gradient",
    lead: "People stand along one line, without gaps. Where the hill is high, most people stand.",
    label: "The gradient as a hill: the higher, the more people stand there.",
    low: "On this side",
    high: "On the other side",
    agree: "Agrees with",
    disagree: "Disagrees with",
    fields: "Where fields stand",
    fieldsText: "The line around a mark is the margin of the mean (95%).",
    noFields: "The fields of these people are not known.",
    place: "Place",
    places: {
      low: "on the one side",
      leanLow: "a little to the one side",
      middle: "in the middle",
      leanHigh: "a little to the other side",
      high: "on the other side",
    },
    caption: "Mean place of each field, from 0 (this side) to 100 (other side)",
    margin: "Margin",
    field: "Field",
    span: (p) => `${Math.round(p.low)} to ${Math.round(p.high)}`,
    carries: (p) => `This line explains ${Math.round(p.share * 100)}% of the differences in what people chose.`,
  },
  read: {
    heading: "How to read this",
    base: (p) =>
      `${p.people === 1 ? "1 person" : `${number(p.people)} people`} made ${number(p.ballots)} choices on ${number(p.insights)} insights. Of all cells (person times insight) ${Math.round(
        p.filled * 100,
      )}% is filled. ${number(p.placed)} of them chose on enough insights to count for the picture of all together.`,
    heard: (p) =>
      p.of === 0
        ? "The fields of these people are not known, so there are no figures by field."
        : p.fields === 0
          ? "Of no field did enough people choose to give a figure."
          : `There are figures for ${p.fields} of the ${p.of} fields.`,
    stability: (p) =>
      `${p.ari >= 0.8 ? "The picture is solid" : p.ari >= 0.5 ? "The picture is fairly solid" : "The picture is shaky"}: when we draw people anew, the same ${
        p.what === "groups" ? "groups" : "sides"
      } come back ${p.ari >= 0.8 ? "every time" : p.ari >= 0.5 ? "most of the time" : "by no means always"} (likeness ${p.ari.toFixed(2)}, where 1 is the same).`,
    between: (p) =>
      p.share < 0.05
        ? "Hardly anybody stands between groups."
        : `${sentence(outOfTen(p.share))} stand between groups: they fit another group nearly as well.`,
    groups: "That there are groups was tested: they lie further apart than chance or a gradual slope can explain.",
    gradient:
      "A division into groups would be arbitrary here: opinions lie no further apart than along a gradual slope. So nobody belongs to a group.",
    none: "Opinions hang together no more than by chance. That may change when more people choose.",
    not: "This speaks of the people who chose, not of everybody who does this work. It does not say why people chose so, nor whether an insight is true. The axes of the map have no name.",
  },
  each: {
    heading: "Per insight",
    order: "Order",
    orders: { nummer: "By number", verdeelt: "What divides first", verbindt: "What unites first" },
    field: "Field",
    allFields: "All fields",
    show: "Show",
    one: (p) => `Insight ${p.n}`,
    version: (p) => `version ${p.n}`,
    agree: (p) =>
      `${Math.round(p.share * 100)}% agree, margin ${Math.round(p.low * 100)} to ${Math.round(p.high * 100)}% (${people(p.people)})`,
    nearly: (p) => `nearly everybody: ${p.answer} (${people(p.n)})`,
    withheld: "no figure",
    words: (p) =>
      [
        p.conditions > 0 ? (p.conditions === 1 ? "1 condition" : `${p.conditions} conditions`) : "",
        p.examples > 0 ? (p.examples === 1 ? "1 counter-example" : `${p.examples} counter-examples`) : "",
      ]
        .filter(Boolean)
        .join(", "),
    pages: "Pages of insights",
    page: (p) => `Insight ${p.from} to ${p.to} of ${p.of}`,
    earlier: "Previous insights",
    later: "Next insights",
    none: "There are no insights.",
    noFits:
      "In this conversation nobody was asked whether an insight fits their practice. So there is no verdict of practice, only agree and disagree.",
  },
  insight: {
    source: (p) => `Source: ${p.source}`,
    chosen: "What people chose",
    practice: "In practice",
    ballots: "Agree or disagree?",
    fits: "Does it fit your practice?",
    notMyField: (p) =>
      p.n === 0
        ? "Nobody said: not my field."
        : `${Math.round((100 * p.n) / p.of)}% said: not my field (${p.n} of ${p.of}).${
            p.n / p.of >= 0.3 ? " This insight is about the work of some; that is not the same as division." : ""
          }`,
    conditions: "Under which conditions",
    examples: "Where it does not fit",
    noConditions: "Nobody named a condition.",
    noExamples: "Nobody gave a counter-example.",
    previous: "Previous insight",
    next: "Next insight",
    steps: "Figures move in steps of at least five people. So nobody can tell from a difference what one person chose.",
    versions: "Versions side by side",
    versionTitle: (p) => `Version ${p.n}`,
    because: (p) => `Changed because: ${p.why}`,
  },
  method: {
    heading: "How this was computed",
    text: (p) =>
      `Method version ${p.method}, seed ${p.seed}, computed on ${p.date}. Who computes the same choices again finds the same.`,
    tests: (p) =>
      `How well groups lie apart (silhouette): ${p.observed.toFixed(3)}. By chance it reaches ${p.chance.toFixed(3)}, along a gradual slope ${p.slope.toFixed(3)} (95 times in 100, ${p.runs} trials).`,
    five: "We give no figures on fewer than five people, nor figures from which those can be computed, not by comparing two moments either.",
  },
};

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

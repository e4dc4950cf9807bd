import type { Same } from "../locale.ts";
import type { insights as source } from "../nl/insights.ts";

export const insights: Same<typeof source> = {
  title: "First insights",
  lead: "Statements that you want to test in practice. One statement per insight, such that somebody can agree or disagree.",
  none: "There are no insights yet. Five to twelve is a good number for 25 minutes.",
  many: (p) => (p.n === 1 ? "1 insight" : `${p.n} insights`),
  source: "Source",
  sourceHint: "Where does this come from? For instance: field visits in spring.",
  text: "Insight",
  textHint: "For instance: A neighbourhood approach needs steady funding for at least fifteen years.",
  add: "Add an insight",
  addButton: "Add",
  save: "Save",
  change: "Change",
  close: "Close without saving",
  up: (p) => `Move insight ${p.number} earlier`,
  down: (p) => `Move insight ${p.number} later`,
  remove: (p) => `Remove insight ${p.number}`,
  proposed: "Proposed by a participant, waits for the facilitator",
  voted: "People have voted on this. That is why the text stays as it is.",
  number: (p) => `Insight ${p.number}`,
  errors: {
    missing: "Write down the insight.",
    "too-long": "Make the text shorter than 300 characters.",
    "source-long": "Make the source shorter than 200 characters.",
  },
  refusals: {
    voted: "People have voted on this insight. That is why its text stays, and why it stays.",
    gone: "This insight has been removed meanwhile.",
  },
};

import type { Same } from "../../../language/locale.ts";
import type { appendix as nl } from "./appendix.nl.ts";

export const appendix: Same<typeof nl> = {
  title: "All contributions",
  pageTitle: (p) => `${p.title}: ${p.of}`,
  lead: (p) => `The contributions that version ${p.version} of the report points at.`,
  conditions: (p) => `Conditions with insight ${p.n}`,
  examples: (p) => `Counter-examples with insight ${p.n}`,
  behind: "The voices behind a sentence",
  range: (p) => (p.of === 0 ? "There are no contributions in this list." : `Contributions ${p.from} to ${p.to} of ${p.of}.`),
  order: { number: "By number.", report: "In the order of the report." },
  number: "Number of a contribution",
  find: "Go to the contribution",
  missing: (p) => `‘${p.number}’ is not in this report. Enter the number of a contribution in the report.`,
  back: "Back to the report",
  all: "All contributions by number",
  next: "Next contributions",
  previous: "Previous contributions",
  theme: "Theme",
  thread: "Follow the thread",
  threadOf: (p) => ` of contribution ${p.n}`,
};

import type { Same } from "../../language/locale.ts";
import type { threads as nl } from "./threads.nl.ts";

const times = (n: number, one: string, more: string) => (n === 1 ? `1 ${one}` : `${n} ${more}`);

export const threads: Same<typeof nl> = {
  title: "From input to programme",
  pageTitle: (p) => `From input to programme: ${p.title}`,
  lead: "Each thread begins with something that somebody wrote, and ends with what is done about it. Pick one up.",
  toProgramme: "The programme",
  back: "To the report",
  number: "Number of a contribution",
  field: "Let one field stand out",
  everyField: "All fields alike",
  pick: "Pick up this thread",
  missing: (p) => `“${p.number}” is not in this report. Fill in the number of a contribution from the report.`,
  counts: (p) =>
    [
      times(p.needs, "need", "needs"),
      times(p.themes, "theme", "themes"),
      times(p.sentences, "grounded sentence in the report", "grounded sentences in the report"),
      times(p.items, "point of the programme", "points of the programme"),
    ].join(", "),
  picture: (p) =>
    `Drawing of the threads: ${times(p.needs, "need comes", "needs come")} together in ${times(p.themes, "theme", "themes")}, which lead to ${times(
      p.sentences,
      "sentence",
      "sentences",
    )} in the report and ${times(p.items, "point", "points")} of the programme. The list below says the same.`,
  people: (p) => times(p.n, "person", "people"),
  loose: "In no theme",
  threadOf: (p) => `The thread of contribution ${p.n}`,
  threadOfTheme: (p) => `The thread of theme “${p.name}”`,
  contribution: (p) => `Contribution ${p.n}`,
  gone: "These words cannot be read: they were withdrawn, erased or hidden, or stand elsewhere in the report.",
  theme: "Theme",
  behind: (p) => `${times(p.needs, "need", "needs")} of ${times(p.people, "person", "people")}.`,
  noTheme: "This contribution is in no theme.",
  inReport: "In the report",
  noSentence: "No sentence in the report names this.",
  inProgramme: "In the programme",
  noItem: "No point of the programme is about it yet.",
  all: "All threads as a list",
  list: "By theme: needs, sentences in the report and points of the programme",
  needs: "Needs",
  peopleHead: "People",
  none: "nothing yet",
};

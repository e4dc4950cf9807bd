import type { Same } from "../../../language/locale.ts";
import type { documents as nl } from "./documents.nl.ts";

export const documents: Same<typeof nl> = {
  appendix: "Appendix: the contributions",
  appendixLead: "All contributions that this report refers to, by number.",
  more: (p) => (p.n === 1 ? "Also, in the appendix: " : `${p.n} more, in the appendix: `),
  moreAll: (p) => `${p.n} more stand in the appendix.`,
  situation: "Situation",
  forWhom: "For whom",
  tried: "Tried before",
  weight: "How heavy",
  howOften: "How often",
  touches: "Also touches",
  weights: { light: "light", heavy: "heavy", "very-heavy": "very heavy" },
  often: { yearly: "a few times a year", monthly: "every month", weekly: "every week", daily: "every day" },
  people: (p) => (p.n === 1 ? "1 person" : `${p.n} people`),
  page: (p) => `Page ${p.n} of ${p.of}`,
  forms: {
    heading: "Take this report with you",
    pdf: "PDF",
    odt: "ODT, to edit",
    markdown: "Markdown",
    ods: "Tables (ODS)",
    csv: "CSV",
    csvDutch: "CSV with semicolons",
    json: "JSON",
    schema: "JSON Schema",
    programs: "For programs",
    api: "The API, for all dialogues",
    package: "All in one package (zip)",
  },
};

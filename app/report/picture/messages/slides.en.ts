import type { Same } from "../../../language/locale.ts";
import type { slides as nl } from "./slides.nl.ts";

export const slides: Same<typeof nl> = {
  title: (p) => `Themes as slides: ${p.title}`,
  link: "One slide per theme, and figures",
  how: "Each theme stands on a page of its own. Print this page, or save it as PDF, and you have your slides. Below are figures for a newspaper or a presentation.",
  png: (p) => `Slide ‘${p.name}’ as PNG`,
  figures: "Figures to take over",
  figuresHow: "Each figure names its source. You may take it over as it is.",
  form: { svg: "SVG, for print", png: "PNG" },
  themes: "People behind each theme",
  withheld: "‘Not shown’: fewer than five people, or a number from which such a small one follows.",
  judged: (p) => `${p.n} people gave their judgment.`,
  pressSource: (p) => `Source: report ‘${p.title}’, version ${p.version}, ${p.address}. Licence: ${p.licence}.`,
  back: "Back to the report",
  none: "There are no themes yet.",
  source: (p) => `Source: ${p.address}, version ${p.version}. Slide ${p.n} of ${p.of}.`,
};

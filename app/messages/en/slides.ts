import type { Same } from "../locale.ts";
import type { slides as nl } from "../nl/slides.ts";

export const slides: Same<typeof nl> = {
  title: (p) => `Themes as slides: ${p.title}`,
  link: "One slide per theme",
  how: "Each theme stands on a page of its own. Print this page, or save it as PDF, and you have your slides.",
  back: "Back to the report",
  none: "There are no themes yet.",
  source: (p) => `Source: ${p.address}, version ${p.version}. Slide ${p.n} of ${p.of}.`,
};

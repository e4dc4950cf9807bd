import type { Same } from "../../language/locale.ts";
import type { provinces as source } from "./provinces.nl.ts";

export const provinces: Same<typeof source> = {
  title: "Map of provinces",
  reading: "The darker, the more members show their area. Choose a province to see their cards.",
  caption: "Members by province",
  province: "Province",
  people: "Members who show their area",
  few: "fewer than five",
  atLeast: (p) => `${p.n === 5 ? "five" : p.n} or more`,
  how: "The tiles lie roughly as the provinces do. Numbers come in steps, and in the order of the list: no province stands above another.",
};

import type { Same } from "../../language/locale.ts";
import type { picture as source } from "./picture.nl.ts";

export const picture: Same<typeof source> = {
  title: "Picture of the network",
  reading: (p) =>
    p.n === 1
      ? "Between one pair of fields five people or more wrote to each other. That is a thread in the picture."
      : `Between ${p.n} pairs of fields five people or more wrote to each other. Each pair is a thread in the picture.`,
  noTies: "Between no two fields five people or more wrote to each other yet. Threads appear as soon as that is so.",
  fields: "Fields, how many members show them, and with which fields they are in touch",
  field: "Field",
  people: "Members",
  ties: "In touch with",
  few: "fewer than five",
  atLeast: (p) => `${p.n === 5 ? "five" : p.n} or more`,
  tie: (p) => `${p.name} (${p.n === 5 ? "five" : p.n} people or more)`,
  none: "no thread yet",
  how: "Only members who show their field to members count. Numbers come in steps: from five, fifteen and fifty. Nobody can be found in it, and no field stands above another.",
};

import type { Same } from "../../language/locale.ts";
import type { coverage as source } from "./coverage.nl.ts";

const times = (n: number, one: string, more: string) => (n === 1 ? `1 ${one}` : `${n} ${more}`);

export const coverage: Same<typeof source> = {
  title: "What the programme covers",
  lead: "For which needs and themes there is an item, and for whom. The order is that of the lists themselves: nothing ranks above anything.",
  link: "See what the programme covers",
  back: "Back to the programme",
  make: "Make a programme item",
  item: (p: { n: number; title: string }) => `${p.n}. ${p.title}`,
  noItem: "no item of its own yet",
  itemsFor: "Items for it",
  everybody: (p: { n: number }) =>
    `${times(p.n, "item is", "items are")} for everybody. Below stands which items are for whom in particular.`,
  nothingForAll: "No item is for everybody. These are the items per group.",
  needs: {
    heading: "Needs and themes",
    of: (p: { n: number; of: number }) => `There is an item for ${p.n} of ${times(p.of, "need", "needs")}.`,
    left: "Needs without an item",
    more: (p: { n: number }) => `And ${times(p.n, "more need", "more needs")}.`,
  },
  themes: {
    of: (p: { n: number; of: number }) => `There is an item for ${p.n} of ${times(p.of, "theme", "themes")}.`,
    left: "Themes without an item",
  },
  sides: {
    fields: { heading: "Fields", caption: "Per field the items for it", name: "Field" },
    parties: { heading: "Kinds of party", caption: "Per kind of party the items for it", name: "Kind of party" },
    areas: { heading: "Provinces", caption: "Per province the items for it", name: "Province" },
  },
  list: {
    heading: "A list that covers everyone",
    text: "The marks of the participants make a short list in which as many people as possible find something of their choice. Beside it stands what was chosen.",
    caption: "The short list, with the items for it",
    name: "On the short list",
    chosen: "Chosen items",
    others: "Chosen beside the list",
  },
  form: { areas: "For which provinces?", areasHint: "If you choose none, it is for the whole country.", where: "Where" },
};

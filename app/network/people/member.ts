import { z } from "zod";
import { typedLine, typedProse } from "../../platform/typed-text.ts";

/** For whom a part of a card is; each circle holds the ones before it. */
export const circles = ["off", "members", "participants", "public"] as const;
export type Circle = (typeof circles)[number];
/** Who looks. */
export type Viewer = Exclude<Circle, "off">;

export const parts = ["name", "does", "area", "offers", "looksFor", "fields", "languages"] as const;
export type Part = (typeof parts)[number];
export type Shown = Readonly<Record<Part, Circle>>;

/** What nobody chose is for nobody [NW3]. */
export const allOff: Shown = {
  name: "off",
  does: "off",
  area: "off",
  offers: "off",
  looksFor: "off",
  fields: "off",
  languages: "off",
};

/** The circles whose parts this viewer may read [NW2]. */
export const circlesFor: Readonly<Record<Viewer, readonly Circle[]>> = {
  members: ["members", "participants", "public"],
  participants: ["participants", "public"],
  public: ["public"],
};

/** Languages people name most; three letters where two do not exist. */
export const languageCodes = [
  "nl",
  "en",
  "fy",
  "de",
  "fr",
  "ar",
  "tr",
  "ber",
  "pl",
  "uk",
  "ti",
  "fa",
  "so",
  "zh",
  "pap",
  "ngt",
] as const;

const cardLimits = { name: 120, text: 400 };
const line = typedLine({ max: cardLimits.name });
const text = typedProse({ max: cardLimits.text });
const circle = z.enum(circles).default("off");

export const cardShape = z.object({
  name: line.refine((typed) => typed !== "", "missing"),
  does: text,
  offers: text,
  looksFor: text,
  fields: z.array(z.uuid()).max(50),
  languages: z.array(z.enum(languageCodes)).max(languageCodes.length),
  digest: z.string().optional(),
  ...({
    "toon-name": circle,
    "toon-does": circle,
    "toon-area": circle,
    "toon-offers": circle,
    "toon-looksFor": circle,
    "toon-fields": circle,
    "toon-languages": circle,
  } satisfies Record<`toon-${Part}`, typeof circle>),
});
export type CardForm = z.infer<typeof cardShape>;
export const cardLists = ["fields", "languages"] as const;
/** The fields of the form that hold words. */
export const cardProse = ["does", "offers", "looksFor"] as const;

export const shownIn = (form: CardForm): Shown => ({
  name: form["toon-name"],
  does: form["toon-does"],
  area: form["toon-area"],
  offers: form["toon-offers"],
  looksFor: form["toon-looksFor"],
  fields: form["toon-fields"],
  languages: form["toon-languages"],
});

/** All that a card can say. */
export interface CardWords {
  readonly name: string;
  readonly does: string;
  readonly area: string;
  readonly offers: string;
  readonly looksFor: string;
  readonly fields: readonly string[];
  readonly languages: readonly string[];
}

/** The parts of a card that a viewer may read; the others are as if they were never filled in [NW2]. */
export function asSeen(card: CardWords, shown: Shown, viewer: Viewer): CardWords {
  const may = (part: Part) => circlesFor[viewer].includes(shown[part]);
  return {
    name: may("name") ? card.name : "",
    does: may("does") ? card.does : "",
    area: may("area") ? card.area : "",
    offers: may("offers") ? card.offers : "",
    looksFor: may("looksFor") ? card.looksFor : "",
    fields: may("fields") ? card.fields : [],
    languages: may("languages") ? card.languages : [],
  };
}

/** Whether there is anything of this card for a viewer. */
export const isSeen = (shown: Shown, viewer: Viewer): boolean => parts.some((part) => circlesFor[viewer].includes(shown[part]));

/** How the person is called among members: their name, as far as it is shown. */
export const wordsOfCard = (card: Pick<CardWords, "name" | "does" | "area" | "offers" | "looksFor">): string =>
  [card.name, card.does, card.offers, card.looksFor, card.area].join("\n");

import type { InsightId, ThemeId } from "../../platform/ids.ts";

/** The parts that are made from data, in the order of the report. */
export const sectionIds = [
  "bewoners",
  "kort",
  "wie",
  "nu",
  "nodig",
  "zwaarst",
  "praktijk",
  "groepen",
  "conclusies",
  "open",
  "programma",
  "hoe",
] as const;
export type SectionId = (typeof sectionIds)[number];
/** Sections that hold what the team writes there, and nothing from the data. */
export const isWritten = (id: SectionId): id is "bewoners" | "conclusies" => id === "bewoners" || id === "conclusies";

/**
 * After which part a text stands: the beginning, a section, one theme, or one insight by its number. A text never goes because a
 * part does: it then stands at the end of the section that the part was in.
 */
export type Place = "begin" | SectionId | `thema-${string}` | `inzicht-${number}`;

const shape = /^(?:thema-[0-9a-f-]{36}|inzicht-[1-9]\d{0,4})$/;
export const isPlace = (text: string): text is Place =>
  text === "begin" || (sectionIds as readonly string[]).includes(text) || shape.test(text);

export interface Parts {
  readonly themes: readonly { readonly id: ThemeId; readonly name: string }[];
  readonly insights: readonly { readonly id: InsightId; readonly number: number }[];
}

/** All places of a report, in order. */
export const placesOf = ({ themes, insights }: Parts): Place[] => [
  "begin",
  ...sectionIds.flatMap((section): Place[] => {
    if (section === "nodig") return [...themes.map(({ id }): Place => `thema-${id}`), section];
    if (section === "praktijk") return [...insights.map(({ number }): Place => `inzicht-${number}`), section];
    return [section];
  }),
];

/** The same by section: the themes or insights within it, and its end. */
export const sectionsOf = (parts: Parts) => {
  const places = placesOf(parts);
  return places
    .filter((place) => place === sectionOf(place))
    .map((end) => {
      const section = sectionOf(end);
      return { section, end, within: places.filter((place) => place !== end && sectionOf(place) === section) };
    });
};

/** Where a text stands in this report. */
export function standsAt(place: string, parts: Parts): Place {
  if (isPlace(place) && placesOf(parts).includes(place)) return place;
  return place.startsWith("thema-") ? "nodig" : place.startsWith("inzicht-") ? "praktijk" : "hoe";
}

export const sectionOf = (place: Place): SectionId | "begin" =>
  place.startsWith("thema-") ? "nodig" : place.startsWith("inzicht-") ? "praktijk" : (place as SectionId | "begin");

/** A place for who reads data: a theme by its name, a text by its turn, and no ids. */
export function placeInWords(
  place: string,
  { themes, blocks = [] }: Pick<Parts, "themes"> & { readonly blocks?: readonly { readonly id: string }[] | undefined },
): string {
  const theme = themes.find(({ id }) => place === `thema-${id}`);
  if (theme) return `thema ${theme.name}`;
  const at = blocks.findIndex(({ id }) => place === `tekst-${id}`);
  return at >= 0 ? `tekst ${at + 1}` : place.replace(/-[0-9a-f-]{36}$/, "").replace("-", " ");
}

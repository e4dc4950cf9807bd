/** Kennismakingskaart: what I do, where, can offer, look for. */
export const cardFields = ["does", "place", "offers", "looksFor"] as const;
type CardField = (typeof cardFields)[number];
export type Card = Readonly<Record<CardField, string>>;

/** Longest text of each, in code points. */
export const cardLimit = 200;

/** What registration already told, until the person writes a card of their own. */
export function firstCard(told: {
  readonly function: string;
  readonly organisation: string;
  readonly area: string;
  readonly brings: string;
}): Card {
  return {
    does: [told.function, told.organisation].filter(Boolean).join(", "),
    place: told.area,
    offers: told.brings.length <= cardLimit ? told.brings : "",
    looksFor: "",
  };
}

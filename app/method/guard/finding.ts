/** What the guard looks for, by the words of the interface of files. */
export const findingKinds = ["bsn", "telefoon", "e-mail", "iban", "adres", "geboortedatum"] as const;
export type FindingKind = (typeof findingKinds)[number];

/** From the first unit to after the last, in UTF-16 units as `String.slice` counts. */
export interface Span {
  readonly from: number;
  readonly to: number;
}
export interface Finding extends Span {
  readonly kind: FindingKind;
}

/** Ordinary numbers that look like those of people: of a case, an invoice, a company. */
export const numbersThing =
  /(?:zaak|factuur|order|project|kenmerk|melding|meldings|polis|artikel|regeling|rapport|bestel|referentie|ticket|incident|volg|serie|kvk|k\.v\.k|rsin|isbn|btw|kadaster|besluit)[\p{L}.-]*(?:nummer|nr)?[\s:.#]*(?:is|was|:|nr\.?|nummer)?[\s:#]*$/iu;

export const overlaps = (one: Span, other: Span): boolean => one.from < other.to && other.from < one.to;

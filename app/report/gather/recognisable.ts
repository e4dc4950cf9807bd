import { fewest } from "../../disclosure/kept-rows.ts";
import { readProse } from "../../method/text/prose-text.ts";

/** Where somebody stands, as far as others may know it. */
export interface Known {
  readonly field: string | null;
  readonly party: string | null;
  readonly province: string | null;
}

/** Numbers of the contributions that texts quote. */
export const quotedIn = (texts: readonly string[]): number[] => [
  ...new Set(texts.flatMap(readProse).flatMap((piece) => (piece.kind === "quote" ? [piece.number] : []))),
];

/**
 * Whether somebody may be known by their field beside their words: fewer than five who signed up, they themselves counted, are of that
 * field and come from the same province; where no province is known, are of the same kind of party.
 */
export function isOfFew(one: Known, all: readonly Known[]): boolean {
  if (one.field === null) return false;
  const alike = all.filter(
    ({ field, party, province }) =>
      field === one.field && (one.province === null ? party === one.party : province === one.province),
  );
  return alike.length < fewest;
}

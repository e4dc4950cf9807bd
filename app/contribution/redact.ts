/** What stands where words were taken away. */
export const replacement = "[weggehaald]";
/** Fewer signs would be taken out of the middle of other words. */
export const fewestSigns = 3;
/** So many pieces at once. */
export const mostPieces = 20;

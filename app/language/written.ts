import type { Locale } from "./locale.ts";

/** What `lang` must say of a text: nothing where the page says it already, or where nobody knows. */
export const langOf = (written: Locale | null, page: Locale): Locale | undefined =>
  written && written !== page ? written : undefined;

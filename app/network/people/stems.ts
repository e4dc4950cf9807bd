import { contentOf, type Language } from "../../method/text/features.ts";

/** The stems of a text and of the parts of its compounds, each once [NW5]: schuldhulp is schuldhulp, schuld and hulp. */
export function stemsOf(text: string, language: Language): string[] {
  return [...new Set(contentOf(lowered(text), language).flatMap(({ stem, parts }) => [stem, ...parts]))];
}

export interface Wanted {
  /** As it was typed. */
  readonly word: string;
  readonly stem: string;
  /** The stem, and all parts of a compound together: who has either is found. */
  readonly parts: readonly string[];
}

/** The words of a question, at most eight. */
export function wantedOf(text: string, language: Language): Wanted[] {
  const seen = new Set<string>();
  return contentOf(lowered(text.slice(0, 200)), language)
    .filter(({ stem }) => !seen.has(stem) && seen.add(stem))
    .slice(0, 8)
    .map(({ shown, stem, parts }) => ({ word: shown, stem, parts }));
}

/** In a search box and on a card a capital says nothing: people begin words with it. */
const lowered = (text: string) => text.toLowerCase();

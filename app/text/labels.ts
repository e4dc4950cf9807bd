import type { Corpus } from "./corpus.ts";
import { type Content, contentOf, type Language } from "./features.ts";
import { byText } from "./order.ts";

export interface Label {
  /** Up to three phrases as people wrote them, the most telling first. */
  readonly phrases: readonly string[];
  /** Up to six single words. */
  readonly keywords: readonly string[];
  /** The text that resembles the others most: a row of the corpus; null for none. */
  readonly central: number | null;
}

interface Candidate {
  readonly stems: readonly string[];
  /** In how many texts. */
  texts: number;
  readonly shown: Map<string, number>;
}

/**
 * What a few texts have in common [TL1]: words and pairs of words that stand in many of them and are rare elsewhere, as people mostly
 * wrote them, no word twice; and the most central text [TL2].
 * @param rows rows of the corpus
 */
export function labelOf(corpus: Corpus, rows: readonly number[], language: Language): Label {
  const own = [...new Set(rows)].sort((a, b) => a - b);
  const candidates = new Map<string, Candidate>();
  for (const row of own) {
    const seen = new Set<string>();
    const content = contentOf(corpus.texts[row] ?? "", language);
    content.forEach((word, at) => {
      meet(candidates, seen, [word.stem], shownOf(word));
      const following = content[at + 1];
      if (following && word.joins && isBeside(corpus.texts[row] ?? "", word, following))
        meet(candidates, seen, [word.stem, following.stem], `${shownOf(word)} ${shownOf(following)}`);
    });
  }
  const ranked = [...candidates.values()]
    .map((candidate) => ({ ...candidate, score: scoreOf(candidate, corpus), text: mostShown(candidate.shown) }))
    .sort((a, b) => b.score - a.score || byText(a.text, b.text));
  const used = new Set<string>();
  const phrases: string[] = [];
  for (const { stems, text } of ranked) {
    if (phrases.length === 3) break;
    if (stems.some((stem) => used.has(stem))) continue;
    for (const stem of stems) used.add(stem);
    phrases.push(text);
  }
  const keywords = ranked
    .filter(({ stems }) => stems.length === 1)
    .slice(0, 6)
    .map(({ text }) => text);
  return { phrases, keywords, central: centralOf(corpus, own) };
}

const shownOf = ({ shown, name }: Content) => (name || /^\p{Lu}.*\p{Lu}/u.test(shown) ? shown : shown.toLowerCase());

/** The two were written with no more than a space between them. */
const isBeside = (text: string, word: Content, following: Content) => text.includes(`${word.shown} ${following.shown}`);

function meet(candidates: Map<string, Candidate>, seen: Set<string>, stems: readonly string[], shown: string): void {
  const key = stems.join(" ");
  const candidate = candidates.get(key) ?? { stems, texts: 0, shown: new Map<string, number>() };
  candidates.set(key, candidate);
  if (!seen.has(key)) candidate.texts += 1;
  seen.add(key);
  candidate.shown.set(shown, (candidate.shown.get(shown) ?? 0) + 1);
}

/** A pair tells more than a word, if more than one text has it. */
function scoreOf({ stems, texts }: Candidate, corpus: Corpus): number {
  const rarity = stems.reduce((sum, stem) => sum + corpus.rarityOf(stem), 0) / stems.length;
  const weight = stems.length === 1 ? 1 : texts > 1 ? 1.5 : 0.9;
  return texts * rarity * weight;
}

function mostShown(shown: ReadonlyMap<string, number>): string {
  return [...shown].sort((a, b) => b[1] - a[1] || byText(a[0], b[0]))[0]?.[0] ?? "";
}

function centralOf({ rows: { start, column, value } }: Corpus, rows: readonly number[]): number | null {
  const middle = new Map<number, number>();
  for (const row of rows)
    for (let at = start[row] ?? 0; at < (start[row + 1] ?? 0); at++)
      middle.set(column[at] ?? 0, (middle.get(column[at] ?? 0) ?? 0) + (value[at] ?? 0));
  let best: number | null = null;
  let most = Number.NEGATIVE_INFINITY;
  for (const row of rows) {
    let sum = 0;
    for (let at = start[row] ?? 0; at < (start[row + 1] ?? 0); at++) sum += (value[at] ?? 0) * (middle.get(column[at] ?? 0) ?? 0);
    if (sum > most) [best, most] = [row, sum];
  }
  return best;
}

import type { Corpus } from "./corpus.ts";
import { contentWord, type Language } from "./features.ts";
import { byText } from "./order.ts";
import { type Word, wordsOf } from "./words.ts";

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

/** In fewer texts than this hardly anything is said twice: then a phrase that holds a telling word is better than that word alone. */
const few = 20;

/**
 * What a few texts have in common [TL1]: phrases of two or three words, and words, that stand in many of them and are rare elsewhere, as
 * people mostly wrote them, no word twice; and the most central text [TL2].
 * @param rows rows of the corpus
 */
export function labelOf(corpus: Corpus, rows: readonly number[], language: Language): Label {
  const own = [...new Set(rows)].sort((a, b) => a - b);
  const candidates = new Map<string, Candidate>();
  for (const row of own) {
    const seen = new Set<string>();
    for (const phrase of phrasesIn(corpus.texts[row] ?? "", language)) meet(candidates, seen, phrase);
  }
  const ranked = [...candidates.values()]
    .map((candidate) => ({
      ...candidate,
      score: scoreOf(candidate, candidates, corpus, own.length),
      text: mostShown(candidate.shown),
    }))
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

interface Phrase {
  readonly stems: readonly string[];
  readonly shown: string;
}

/** Each word of a text, and each two or three that stand side by side. A stop word is never at an edge; between two words one may bind. */
function phrasesIn(text: string, language: Language): Phrase[] {
  const words = wordsOf(text, language.names).map((word) => ({ word, content: contentWord(word, language) }));
  return words.flatMap(({ word, content }, at) => {
    if (!content || weak.has(content.text)) return [];
    const found: Phrase[] = [{ stems: [content.stem], shown: shownOf(word) }];
    const written = [word.shown];
    const shown = [shownOf(word)];
    const stems = [content.stem];
    for (const next of words.slice(at + 1, at + 3)) {
      written.push(next.word.shown);
      if (!words[at + written.length - 2]?.word.joins || !text.includes(written.join(" "))) break;
      shown.push(shownOf(next.word));
      if (next.content && !weak.has(next.content.text)) {
        stems.push(next.content.stem);
        found.push({ stems: [...stems], shown: shown.join(" ") });
      } else if (!binding.has(next.word.text)) break;
    }
    return found;
  });
}

const shownOf = ({ shown, name }: Word) => (name || /^\p{Lu}.*\p{Lu}/u.test(shown) ? shown : shown.toLowerCase());

/** Words that bind two others to one phrase: hulp bij schulden. */
const binding: ReadonlySet<string> = new Set("van voor bij met in op aan over naar tussen zonder tegen uit en".split(" "));
/** Words that say something, but begin and end no name. */
const weak: ReadonlySet<string> = new Set(
  `vier vijf zes zeven acht negen tien alstublieft asjeblieft alsjeblieft niks enige enkel laatst behalve ver vaag klinkt gebeurt gebeuren
  steeds telkens ergens nergens opeens meteen direct gelijk liever liefst prima fijn mooi slecht snap begrijp begrijpen zoeken zoekt vraag
  vraagt vragen wacht wachten werkt helpt helpen loopt lopen belt bellen moeilijk makkelijk simpel hele heel half dubbel precies zeker
  helemaal overal ooit hoeveel hoelang waarvan vorig vanaf rondom ondanks intussen vanwege opnieuw vroeger plaats tegelijk alvast allang inmiddels maandag dinsdag woensdag donderdag vrijdag zaterdag zondag`.split(
    /\s+/,
  ),
);

function meet(candidates: Map<string, Candidate>, seen: Set<string>, { stems, shown }: Phrase): void {
  const key = stems.join(" ");
  const candidate = candidates.get(key) ?? { stems, texts: 0, shown: new Map<string, number>() };
  candidates.set(key, candidate);
  if (!seen.has(key)) candidate.texts += 1;
  seen.add(key);
  candidate.shown.set(shown, (candidate.shown.get(shown) ?? 0) + 1);
}

/** A phrase tells more than a word, if more than one text has it, or if its words tell much each. */
function scoreOf({ stems, texts }: Candidate, all: ReadonlyMap<string, Candidate>, corpus: Corpus, of: number): number {
  const alone = stems.map((stem) => ({ rarity: corpus.rarityOf(stem), texts: all.get(stem)?.texts ?? texts }));
  if (alone.length === 1) return texts * (alone[0]?.rarity ?? 0);
  const repeated = texts > 1 ? (texts * 1.5 * alone.reduce((sum, { rarity }) => sum + rarity, 0)) / alone.length : 0;
  if (of >= few && alone.some((one) => one.texts < 2)) return repeated;
  const [most = 0, next = 0] = alone.map((one) => one.texts * one.rarity).sort((a, b) => b - a);
  return Math.max(repeated, (of < few ? 1.2 : 0.9) * most + 0.3 * next);
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

/** A word as it is compared: small letters, without accents, `ij` as two letters. */
export interface Word {
  readonly text: string;
  /** As it was written. */
  readonly shown: string;
  /** Written as a name: left whole, neither stemmed nor split. */
  readonly name: boolean;
  /** The next word follows without a full stop or comma between. */
  readonly joins: boolean;
}

const token =
  /\p{L}[\p{L}\p{M}\p{N}]*(?:['’.-][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*|\p{N}+(?:[.,]\p{N}+)*|\p{Extended_Pictographic}(?:\u200d\p{Extended_Pictographic}|\ufe0f)*/gu;
const lettersWithDots = /^\p{L}(?:\.\p{L})+$/u;
/** 's of foto's, 'er of ggz'er: the word before it is meant. */
const apostropheEnd = /'(?:s|er|ers|en|tje|tjes)$/;

/**
 * The words of a text in order [TX1] [TX2]: whatever the language; numbers and emoji are words too.
 * @param names words, as `fold` gives them, that are names of places here
 */
export function wordsOf(text: string, names: ReadonlySet<string> = noNames): Word[] {
  const words: Word[] = [];
  let end = 0;
  let sentenceStarts = true;
  let shouting: boolean | undefined;
  for (const { 0: shown, index } of text.matchAll(token)) {
    const between = text.slice(end, index);
    if (/[.!?:;\n•]/.test(between)) sentenceStarts = true;
    const last = words.at(-1);
    if (last && /[^\s'"’-]/.test(between)) words[words.length - 1] = { ...last, joins: false };
    end = index + shown.length;
    const capital = hasCapital(shown) && (!sentenceStarts || isCompoundName(shown));
    shouting ??= capital ? isShouting(text) : undefined;
    const written = capital && !shouting;
    for (const piece of /[.-]/.test(shown) ? piecesOf(shown, names) : [shown]) {
      const folded = fold(piece);
      if (folded !== "")
        words.push({ text: folded, shown: piece, name: names.has(folded) || (written && !isAbbreviation(piece)), joins: true });
    }
    sentenceStarts = false;
  }
  const last = words.at(-1);
  if (last) words[words.length - 1] = { ...last, joins: false };
  return words;
}

/** How a word is compared [TX1]: V.v.E., VVE and vve are one, and so are IJ and the ligature. */
export function fold(word: string): string {
  if (/^[a-z]+$/.test(word)) return word;
  const plain = word
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .replaceAll("’", "'")
    .toLowerCase();
  return (lettersWithDots.test(plain) ? plain.replaceAll(".", "") : plain).replace(apostropheEnd, "").replace(/^'|'$/g, "");
}

const noNames: ReadonlySet<string> = new Set();
const hasCapital = (word: string) => /^\p{Lu}/u.test(word);
const isCompoundName = (word: string) => /^\p{L}\p{Ll}*-\p{Lu}/u.test(word);
/** Wmo, GGZ, VvE: letters that stand for words. */
const isAbbreviation = (word: string) => !isCompoundName(word) && (word.length <= 3 || /\p{Lu}.*\p{Lu}|\./u.test(word));
/** Capitals everywhere, or in front of nearly every word, tell no name. */
function isShouting(text: string): boolean {
  const words = text.match(/\p{L}+/gu) ?? [];
  const capitals = words.filter(hasCapital).length;
  return !/\p{Ll}/u.test(text) || (words.length > 3 && capitals > 0.6 * words.length);
}

/** Oud-Zuid stays one, e-mail becomes email, wijk-agent two words; dots between words that lost their space part them. */
function piecesOf(shown: string, names: ReadonlySet<string>): string[] {
  if (lettersWithDots.test(shown) || /^\p{N}/u.test(shown)) return [shown];
  return shown.split(".").flatMap((piece) => {
    if (!piece.includes("-") || isCompoundName(piece) || names.has(fold(piece))) return [piece];
    const [head = "", ...tail] = piece.split("-");
    return head.length === 1 && tail.length > 0 ? [head + (tail[0] ?? ""), ...tail.slice(1)] : [head, ...tail];
  });
}

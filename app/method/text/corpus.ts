import { contentWord, gramsOf, type Language } from "./features.ts";
import { makeRows, type Rows, rowCount } from "./sparse.ts";
import { type Word, wordsOf } from "./words.ts";

/**
 * Texts as rows of numbers [TX6]: stems and parts of compounds, and runs of four letters, each weighed by how rare it is. Equal
 * texts are one row, and rows are in the order of the texts themselves, so that nothing depends on ids or on the order given.
 */
export interface Corpus {
  readonly texts: readonly string[];
  readonly rows: Rows;
  /** How rare a stem is: rises from 1. */
  rarityOf(stem: string): number;
  /** Rows of other texts, weighed as the corpus weighs them; what the corpus does not know is left out. */
  rowsFor(texts: readonly string[]): Rows;
}

const gramLength = 4;
const gramShare = 0.7;

/** @param texts all different, in the order of `byText` */
export function makeCorpus(texts: readonly string[], language: Language): Corpus {
  const reader = makeReader(language);
  const rows = reader.read(texts, true);
  const idf = rarityIn(rows);
  weigh(rows, idf, reader.isGram);
  return {
    texts,
    rows,
    rarityOf: (stem) => idf[reader.find(stem)] ?? Math.log(1 + texts.length) + 1,
    rowsFor(others) {
      const read = reader.read(others, false);
      weigh(read, idf, reader.isGram);
      return read;
    },
  };
}

/** Numbers features in the order in which they are met; each word is taken apart once. */
function makeReader(language: Language) {
  const numbers = new Map<string, number>();
  const isGram: boolean[] = [];
  const known = new Map<string, readonly number[]>();

  function numberOf(feature: string, gram: boolean, learn: boolean): number {
    const found = numbers.get(feature);
    if (found !== undefined || !learn) return found ?? -1;
    numbers.set(feature, isGram.length);
    isGram.push(gram);
    return isGram.length - 1;
  }

  function featuresOf(word: Word, learn: boolean): readonly number[] {
    const key = word.name ? `*${word.text}` : word.text;
    const before = known.get(key);
    if (before) return before;
    const content = contentWord(word, language);
    const made = content
      ? [
          ...[content.stem, ...content.parts].map((stem) => numberOf(`w${stem}`, false, learn)),
          ...gramsOf(word.text, gramLength).map((gram) => numberOf(`g${gram}`, true, learn)),
        ]
      : [];
    if (learn) known.set(key, made);
    return made;
  }

  return {
    /** Each text as its features, rising, with how often it has them. */
    read(texts: readonly string[], learn: boolean): Rows {
      const rows = makeRows();
      const counts = new Map<number, number>();
      for (const text of texts) {
        counts.clear();
        for (const word of wordsOf(text, language.names))
          for (const feature of featuresOf(word, learn)) if (feature >= 0) counts.set(feature, (counts.get(feature) ?? 0) + 1);
        for (const feature of Int32Array.from(counts.keys()).sort()) rows.add(feature, counts.get(feature) ?? 0);
        rows.endRow();
      }
      return rows.done(isGram.length);
    },
    find: (stem: string) => numbers.get(`w${stem}`) ?? -1,
    isGram: (feature: number) => isGram[feature] === true,
  };
}

function rarityIn(rows: Rows): Float64Array {
  const often = new Float64Array(rows.width);
  for (const feature of rows.column) often[feature] = (often[feature] ?? 0) + 1;
  return often.map((count) => Math.log((1 + rowCount(rows)) / (1 + count)) + 1);
}

/** Counts become weights, in place. Words and runs of letters have length one each, then together. */
function weigh({ start, column, value }: Rows, idf: Float64Array, isGram: (feature: number) => boolean): void {
  for (let row = 0; row + 1 < start.length; row++) {
    const [from, end] = [start[row] ?? 0, start[row + 1] ?? 0];
    let [words, grams] = [0, 0];
    for (let at = from; at < end; at++) {
      const weight = (1 + Math.log(value[at] ?? 1)) * (idf[column[at] ?? 0] ?? 0);
      value[at] = weight;
      if (isGram(column[at] ?? 0)) grams += weight * weight;
      else words += weight * weight;
    }
    const length = Math.sqrt((words > 0 ? 1 : 0) + (grams > 0 ? gramShare ** 2 : 0));
    const wordScale = 1 / (Math.sqrt(words) * length);
    const gramScale = gramShare / (Math.sqrt(grams) * length);
    for (let at = from; at < end; at++) value[at] = (value[at] ?? 0) * (isGram(column[at] ?? 0) ? gramScale : wordScale);
  }
}

import { contentOf, gramsOf, type Language } from "./features.ts";
import { makeRows, type Rows } from "./sparse.ts";

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
  const read = texts.map((text) => reader.read(text, true));
  const idf = rarity(read, reader.size(), texts.length);
  const rows = weigh(read, idf);
  const rarityOf = (stem: string) => idf.idf[reader.find(stem)] ?? Math.log(1 + texts.length) + 1;
  return {
    texts,
    rows,
    rarityOf,
    rowsFor: (others) =>
      weigh(
        others.map((text) => reader.read(text, false)),
        idf,
      ),
  };
}

interface Read {
  /** Rising. */
  readonly features: Int32Array;
  readonly counts: Float32Array;
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
  function read(text: string, learn: boolean): Read {
    const counts = new Map<number, number>();
    const add = (feature: number, weight: number) => {
      if (feature >= 0) counts.set(feature, (counts.get(feature) ?? 0) + weight);
    };
    for (const word of contentOf(text, language)) {
      const key = word.name ? `*${word.text}` : word.text;
      let features = known.get(key);
      if (!features) {
        features = [
          numberOf(`w${word.stem}`, false, learn),
          ...word.parts.map((part) => numberOf(`w${part}`, false, learn)),
          ...gramsOf(word.text, gramLength).map((gram) => numberOf(`g${gram}`, true, learn)),
        ];
        if (learn) known.set(key, features);
      }
      for (const feature of features) add(feature, 1);
    }
    const features = Int32Array.from(counts.keys()).sort();
    return { features, counts: Float32Array.from(features, (feature) => counts.get(feature) ?? 0) };
  }
  const find = (stem: string) => numbers.get(`w${stem}`) ?? -1;
  return { read, find, size: () => ({ width: isGram.length, isGram: (feature: number) => isGram[feature] === true }) };
}

interface Rarity {
  readonly idf: Float64Array;
  readonly isGram: (feature: number) => boolean;
}

function rarity(read: readonly Read[], size: { width: number; isGram: (feature: number) => boolean }, texts: number): Rarity {
  const idf = new Float64Array(size.width);
  for (const { features } of read) for (const feature of features) idf[feature] = (idf[feature] ?? 0) + 1;
  for (let at = 0; at < idf.length; at++) idf[at] = Math.log((1 + texts) / (1 + (idf[at] ?? 0))) + 1;
  return { idf, isGram: size.isGram };
}

/** Words and runs of letters have length one each, then together. */
function weigh(read: readonly Read[], { idf, isGram }: Rarity): Rows {
  const rows = makeRows();
  for (const { features, counts } of read) {
    const weights = Float64Array.from(features, (feature, at) => (1 + Math.log(counts[at] ?? 1)) * (idf[feature] ?? 0));
    let [words, grams] = [0, 0];
    features.forEach((feature, at) => {
      const square = (weights[at] ?? 0) ** 2;
      if (isGram(feature)) grams += square;
      else words += square;
    });
    const length = Math.sqrt((words > 0 ? 1 : 0) + (grams > 0 ? gramShare ** 2 : 0));
    const wordScale = 1 / (Math.sqrt(words) * length);
    const gramScale = gramShare / (Math.sqrt(grams) * length);
    features.forEach((feature, at) => {
      rows.add(feature, (weights[at] ?? 0) * (isGram(feature) ? gramScale : wordScale));
    });
    rows.endRow();
  }
  return rows.done(idf.length);
}

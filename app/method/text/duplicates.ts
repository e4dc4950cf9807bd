import { gramsOf } from "./features.ts";
import { makeRows, type Rows } from "./sparse.ts";
import { wordsOf } from "./words.ts";

/** Two texts, by their places in the list given, the first the lower; similarity from `alike` to 1. */
export interface Pair {
  readonly a: number;
  readonly b: number;
  readonly similarity: number;
}

/** From here on two texts are near-duplicates: by cosine, and by the plain share of runs they have in common. */
export const alike = 0.7;
const inCommon = 0.45;

const bands = 40;
const rowsPerBand = 4;
/** Of the hash functions as many are looked at before two texts are compared. */
const glance = 64;
/** In a larger crowd each is compared with this many that come next to it. */
const crowd = 60;

/**
 * Near-duplicates [TD1]: texts whose runs of three letters within words, weighed by rarity, have a cosine of `alike` or more,
 * and that have `inCommon` of all their runs in common. Order of words, capitals and accents do not count. Pairs are found by MinHash in bands [TD2], and then compared exactly.
 * @param texts all different, in an order that follows from the texts themselves
 * @returns rising by a, then b
 */
export function findDuplicates(texts: readonly string[]): Pair[] {
  const { rows, signatures } = readTexts(texts);
  const pairs: Pair[] = [];
  const compare = (a: number, b: number, band: number) => {
    if (!mayBe(a, b) || metBefore(a, b, band)) return;
    const similarity = compared(rows, a, b);
    if (similarity >= alike) pairs.push({ a, b, similarity });
  };
  /** Whether each in a bucket is not compared with all others there. */
  const crowded = new Uint8Array(texts.length * bands);
  /** Whether two texts agree in an earlier band as well, and were compared there. */
  const metBefore = (a: number, b: number, band: number) => {
    for (let earlier = 0; earlier < band; earlier++) {
      let at = earlier * rowsPerBand;
      const end = at + rowsPerBand;
      while (at < end && signatures[a * size + at] === signatures[b * size + at]) at += 1;
      if (at === end && crowded[a * bands + earlier] === 0) return true;
    }
    return false;
  };
  /** Sizes and signatures already tell most of those that are too far apart. */
  const mayBe = (a: number, b: number) => {
    const [one, other] = [lengthOf(rows, a), lengthOf(rows, b)];
    if (Math.min(one, other) < inCommon * Math.max(one, other)) return false;
    let same = 0;
    for (let at = 0; at < glance; at++) if (signatures[a * size + at] === signatures[b * size + at]) same += 1;
    return same >= glance / 4;
  };
  const filled = texts.flatMap((_, at) => (rows.start[at] === rows.start[at + 1] ? [] : [at]));
  for (let band = 0; band < bands; band++)
    for (const bucket of bucketsOf(filled, signatures, band)) {
      if (bucket.length > crowd) for (const text of bucket) crowded[text * bands + band] = 1;
      for (let i = 0; i < bucket.length; i++)
        for (let j = i + 1; j < Math.min(bucket.length, i + 1 + crowd); j++) compare(bucket[i] ?? 0, bucket[j] ?? 0, band);
    }
  pairs.sort((one, other) => one.a - other.a || one.b - other.b);
  return pairs.filter(({ a, b }, at) => a !== pairs[at - 1]?.a || b !== pairs[at - 1]?.b);
}

interface KnownWord {
  readonly grams: Int32Array;
  readonly signature: Int32Array;
  /** The last text that had it, counted from 1. */
  seenIn: number;
}

/** Each text as its runs, weighed, and as a signature: for each hash function the least value over its runs. */
function readTexts(texts: readonly string[]): { rows: Rows; signatures: Int32Array } {
  const numbers = new Map<string, number>();
  const known = new Map<string, KnownWord>();
  const frequency: number[] = [];
  /** Of each run the last text that had it, counted from 1. */
  const seenIn: number[] = [];
  const read = (word: string): KnownWord => {
    const found = known.get(word);
    if (found) return found;
    const list = gramsOf(word, 3);
    const grams = Int32Array.from(list, (gram) => {
      const number = numbers.get(gram) ?? frequency.push(0) - 1;
      numbers.set(gram, number);
      seenIn[number] ??= 0;
      return number;
    });
    const made = { grams, signature: signatureOf(list), seenIn: 0 };
    known.set(word, made);
    return made;
  };
  const signatures = new Int32Array(texts.length * size).fill(0x7fffffff);
  const made = makeRows();
  let own = new Int32Array(1 << 10);
  texts.forEach((text, at) => {
    let count = 0;
    for (const { text: word } of wordsOf(text)) {
      const one = read(word);
      if (one.seenIn === at + 1) continue;
      one.seenIn = at + 1;
      if (count + one.grams.length > own.length) {
        const wider = new Int32Array(2 * (count + one.grams.length));
        wider.set(own);
        own = wider;
      }
      for (const gram of one.grams) {
        if (seenIn[gram] === at + 1) continue;
        seenIn[gram] = at + 1;
        own[count++] = gram;
      }
      takeLeast(signatures, at * size, one.signature);
    }
    for (const gram of own.subarray(0, count).sort()) {
      frequency[gram] = (frequency[gram] ?? 0) + 1;
      made.add(gram, 0);
    }
    made.endRow();
  });
  const rows = made.done(frequency.length);
  weigh(
    rows,
    Float64Array.from(frequency, (often) => Math.log((1 + texts.length) / (1 + often)) + 1),
  );
  return { rows, signatures };
}

function takeLeast(signatures: Int32Array, from: number, signature: Int32Array): void {
  for (let at = 0; at < size; at++) {
    const value = signature[at] as number; // both are long enough
    if (value < (signatures[from + at] as number)) signatures[from + at] = value;
  }
}

/** Each run weighs its rarity; a text has length one. */
function weigh({ start, column, value }: Rows, rarity: Float64Array): void {
  for (let row = 0; row + 1 < start.length; row++) {
    const [from, end] = [start[row] ?? 0, start[row + 1] ?? 0];
    let square = 0;
    for (let at = from; at < end; at++) square += (rarity[column[at] ?? 0] ?? 0) ** 2;
    const length = Math.sqrt(square);
    for (let at = from; at < end; at++) value[at] = (rarity[column[at] ?? 0] ?? 0) / length;
  }
}

const lengthOf = ({ start }: Rows, row: number) => (start[row + 1] ?? 0) - (start[row] ?? 0);

/** The cosine of two rows; 0 when they have too little in common. */
function compared({ start, column, value }: Rows, a: number, b: number): number {
  let [sum, both] = [0, 0];
  let [i, j] = [start[a] ?? 0, start[b] ?? 0];
  const [iEnd, jEnd] = [start[a + 1] ?? 0, start[b + 1] ?? 0];
  const all = iEnd - i + (jEnd - j);
  while (i < iEnd && j < jEnd) {
    const left = column[i] ?? 0;
    const right = column[j] ?? 0;
    if (left === right) {
      sum += (value[i++] ?? 0) * (value[j++] ?? 0);
      both += 1;
    } else if (left < right) i += 1;
    else j += 1;
  }
  return both < inCommon * (all - both) ? 0 : Math.min(1, sum);
}

const size = bands * rowsPerBand;
const [times, plus] = hashFunctions();

function hashFunctions(): [Int32Array, Int32Array] {
  const made: [Int32Array, Int32Array] = [new Int32Array(size), new Int32Array(size)];
  let state = 0x9e3779b9;
  for (let at = 0; at < size; at++) {
    state = mix(state + 0x6d2b79f5);
    made[0][at] = state | 1;
    state = mix(state + 0x6d2b79f5);
    made[1][at] = state;
  }
  return made;
}

function signatureOf(grams: readonly string[]): Int32Array {
  const signature = new Int32Array(size).fill(0x7fffffff);
  for (const gram of grams) {
    const hash = hashOf(gram);
    for (let at = 0; at < size; at++) {
      const mixed = Math.imul(hash, times[at] ?? 0) + (plus[at] ?? 0);
      const value = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
      if (value < (signature[at] ?? 0)) signature[at] = value;
    }
  }
  return signature;
}

/** Texts that agree in a band, together. */
function* bucketsOf(texts: readonly number[], signatures: Int32Array, band: number): Generator<number[]> {
  const room = 2 ** 20;
  const keys = Float64Array.from(texts, (text, place) => {
    let hash = band;
    const base = text * size + band * rowsPerBand;
    for (let at = 0; at < rowsPerBand; at++) hash = mix(hash ^ (signatures[base + at] ?? 0));
    return (hash >>> 0) * room + place;
  }).sort();
  let bucket: number[] = [];
  let last = -1;
  for (const key of keys) {
    const hash = Math.floor(key / room);
    if (hash !== last && bucket.length > 1) yield bucket;
    if (hash !== last) bucket = [];
    last = hash;
    bucket.push(texts[key % room] ?? 0);
  }
  if (bucket.length > 1) yield bucket;
}

function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return mix(hash);
}

function mix(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 16), 0x45d9f3b);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x45d9f3b);
  return mixed ^ (mixed >>> 16);
}

import { type Rows, rowCount, turned } from "./sparse.ts";

export interface Neighbours {
  /** How many each row can have; fewer are filled up with -1. */
  readonly most: number;
  readonly row: Int32Array;
  /** How much the two share, 0 to 1, counted over what is rare. */
  readonly similarity: Float64Array;
}

/** What occurs in more texts than this tells little, and costs most. */
const commonFrom = 250;
const featuresUsed = 20;

/** The rows most like each row [TX7], by what is rare in them; on a tie the first. */
export function neighboursOf(rows: Rows, most: number): Neighbours {
  const height = rowCount(rows);
  const holders = turned(rows);
  const frequency = (feature: number) => (holders.start[feature + 1] ?? 0) - (holders.start[feature] ?? 0);
  const row = new Int32Array(height * most).fill(-1);
  const similarity = new Float64Array(height * most);
  const scores = new Float64Array(height);
  const touched = new Int32Array(height);
  const used: number[] = [];
  for (let self = 0; self < height; self++) {
    used.length = 0;
    for (let at = rows.start[self] ?? 0; at < (rows.start[self + 1] ?? 0); at++) {
      const often = frequency(rows.column[at] ?? 0);
      if (often > 1 && often <= commonFrom) used.push(at);
    }
    if (used.length > featuresUsed) {
      used.sort((a, b) => (rows.value[b] ?? 0) - (rows.value[a] ?? 0) || a - b);
      used.length = featuresUsed;
    }
    let met = 0;
    for (const at of used) {
      const feature = rows.column[at] ?? 0;
      const weight = rows.value[at] ?? 0;
      const end = holders.start[feature + 1] ?? 0;
      for (let place = holders.start[feature] ?? 0; place < end; place++) {
        const other = holders.column[place] ?? 0;
        if (scores[other] === 0) touched[met++] = other;
        scores[other] = (scores[other] ?? 0) + weight * (holders.value[place] ?? 0);
      }
    }
    const base = self * most;
    for (let i = 0; i < met; i++) {
      const other = touched[i] ?? 0;
      const score = scores[other] ?? 0;
      scores[other] = 0;
      if (other !== self) insert(row, similarity, base, most, other, score);
    }
  }
  return { most, row, similarity };
}

/** Keeps the best `most` from `base` on, the highest first. */
function insert(row: Int32Array, similarity: Float64Array, base: number, most: number, other: number, score: number): void {
  let at = base + most - 1;
  const before = (place: number) =>
    row[place] === -1 || score > (similarity[place] ?? 0) || (score === similarity[place] && other < (row[place] ?? 0));
  if (!before(at)) return;
  while (at > base && before(at - 1)) {
    row[at] = row[at - 1] ?? -1;
    similarity[at] = similarity[at - 1] ?? 0;
    at -= 1;
  }
  row[at] = other;
  similarity[at] = score;
}

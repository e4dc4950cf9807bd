import type { Corpus } from "./corpus.ts";
import { makeRows, type Rows, rowCount } from "./sparse.ts";

/** A vector for each text, of one length, as an embedding service gives them. */
export type Vectors = ReadonlyMap<string, Float32Array>;

/** A vector weighs as much as all words and runs of letters together. */
const share = Math.SQRT1_2;

/**
 * The corpus with vectors as further columns [TH4].
 * @returns null when a text has none, or one of another length
 */
export function withVectors(corpus: Corpus, vectors: Vectors): Corpus | null {
  const first = vectors.values().next().value;
  const length = first?.length ?? 0;
  if (length === 0 || corpus.texts.some((text) => vectors.get(text)?.length !== length)) return null;
  const join = (texts: readonly string[], rows: Rows) => joined(rows, (row) => vectors.get(texts[row] ?? ""), length);
  return { ...corpus, rows: join(corpus.texts, corpus.rows), rowsFor: (texts) => join(texts, corpus.rowsFor(texts)) };
}

function joined(rows: Rows, vectorOf: (row: number) => Float32Array | undefined, length: number): Rows {
  const made = makeRows();
  for (let row = 0; row < rowCount(rows); row++) {
    const vector = vectorOf(row);
    const own = vector ? share : 1;
    for (let at = rows.start[row] ?? 0; at < (rows.start[row + 1] ?? 0); at++)
      made.add(rows.column[at] ?? 0, own * (rows.value[at] ?? 0));
    const size = Math.sqrt(vector?.reduce((sum, value) => sum + value * value, 0) ?? 0);
    if (vector && vector.length === length && size > 0)
      for (const [at, value] of vector.entries()) made.add(rows.width + at, (share * value) / size);
    made.endRow();
  }
  return made.done(rows.width + length);
}

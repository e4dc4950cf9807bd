import { random } from "../random.ts";

export type Eigen = { readonly values: readonly number[]; readonly vectors: readonly Float64Array[] };

/** Steps after which the two largest are exact enough: real conversations need 20 to 40. */
const mostSteps = 60;
const tolerance = 1e-6;

/**
 * The largest eigenvalues of a symmetric positive matrix that is known only by what it does to a vector.
 * Lanczos with full reorthogonalisation: power iteration that keeps every power, so it needs a tenth of the steps.
 * @param size rows of the matrix
 * @param apply writes matrix x `vector` in `out`
 * @param wanted how many, at most `size`
 * @param seed of the first vector
 * @returns values from large to small, vectors of length 1; a matrix of zeros has values 0
 * @throws never
 * @see Golub & Van Loan, Matrix Computations, chapter 10
 */
export function largestEigen(
  size: number,
  apply: (vector: Float64Array, out: Float64Array) => void,
  wanted: number,
  seed: number,
): Eigen {
  const chance = random(seed, 1);
  const basis: Float64Array[] = [];
  const diagonal: number[] = [];
  const beside: number[] = [];
  const steps = Math.min(size, mostSteps);
  let vector = fresh(size, basis, chance.normal);
  let scale = 0;
  for (let step = 0; step < steps && vector; step++) {
    basis.push(vector);
    const image = new Float64Array(size);
    apply(vector, image);
    diagonal.push(dot(image, vector));
    scale = Math.max(scale, Math.sqrt(dot(image, image)));
    orthogonalise(image, basis);
    const length = Math.sqrt(dot(image, image));
    // what is left is rounding: the space is closed, go on in a new direction
    const closed = length <= 1e-10 * scale || scale === 0;
    beside.push(closed ? 0 : length);
    const last = step + 1 === steps;
    if (!last && (closed || (step > wanted + 3 && step % 4 === 0))) {
      const small = lastOfVectors(diagonal, beside);
      if (!closed && small.order.slice(0, wanted).every((c) => length * Math.abs(small.last[c]!) <= tolerance * scale)) break;
      if (scale === 0 && basis.length >= wanted) break;
    }
    if (last) break;
    if (closed) vector = fresh(size, basis, chance.normal);
    else {
      for (let i = 0; i < size; i++) image[i]! /= length;
      vector = image;
    }
  }

  const small = tridiagonal(diagonal, beside);
  const chosen = small.order.slice(0, wanted);
  return {
    values: chosen.map((c) => Math.max(0, small.values[c]!)),
    vectors: chosen.map((c) => {
      const whole = new Float64Array(size);
      basis.forEach((part, b) => {
        const weight = small.vectors[b]![c]!;
        for (let i = 0; i < size; i++) whole[i]! += weight * part[i]!;
      });
      const length = Math.sqrt(dot(whole, whole)) || 1;
      for (let i = 0; i < size; i++) whole[i]! /= length;
      return whole;
    }),
  };
}

/** A direction at right angles to all others; undefined when there is none left. */
function fresh(size: number, basis: readonly Float64Array[], normal: () => number): Float64Array | undefined {
  if (basis.length >= size) return undefined;
  for (;;) {
    const vector = Float64Array.from({ length: size }, normal);
    orthogonalise(vector, basis);
    const length = Math.sqrt(dot(vector, vector));
    if (length < 1e-8) continue;
    for (let i = 0; i < size; i++) vector[i]! /= length;
    return vector;
  }
}

function orthogonalise(vector: Float64Array, basis: readonly Float64Array[]): void {
  for (let round = 0; round < 2; round++)
    for (const other of basis) {
      const along = dot(vector, other);
      for (let i = 0; i < vector.length; i++) vector[i]! -= along * other[i]!;
    }
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

/** All eigenvalues and vectors of a small tridiagonal matrix; `order` sorts them from large to small. */
function tridiagonal(diagonal: readonly number[], beside: readonly number[]) {
  const vectors = diagonal.map((_, i) => unit(diagonal.length, i));
  return { ...turned(diagonal, beside, vectors), vectors };
}

/** The same, of the vectors the last entry alone, which tells how exact they are: no other is needed for it. */
function lastOfVectors(diagonal: readonly number[], beside: readonly number[]) {
  const last = unit(diagonal.length, diagonal.length - 1);
  return { ...turned(diagonal, beside, [last]), last };
}

function unit(size: number, at: number): Float64Array {
  const row = new Float64Array(size);
  row[at] = 1;
  return row;
}

/** QL with implicit shifts (EISPACK tql2). Rows of the unit matrix become rows of the matrix of vectors. */
function turned(diagonal: readonly number[], beside: readonly number[], vectors: readonly Float64Array[]) {
  const size = diagonal.length;
  const values = Float64Array.from(diagonal);
  const off = Float64Array.from({ length: size }, (_, i) => (i + 1 < size ? beside[i]! : 0));
  for (let low = 0; low < size; low++) {
    for (let round = 0; round < 100; round++) {
      let high = low;
      while (high + 1 < size) {
        const near = Math.abs(values[high]!) + Math.abs(values[high + 1]!);
        if (Math.abs(off[high]!) <= Number.EPSILON * near || off[high] === 0) break;
        high++;
      }
      if (high === low) break;
      const half = (values[low + 1]! - values[low]!) / (2 * off[low]!);
      const root = Math.sqrt(half * half + 1);
      let g = values[high]! - values[low]! + off[low]! / (half + (half < 0 ? -root : root));
      let [sine, cosine, shift] = [1, 1, 0];
      let i = high - 1;
      for (; i >= low; i--) {
        const f = sine * off[i]!;
        const b = cosine * off[i]!;
        const r = Math.sqrt(f * f + g * g);
        off[i + 1] = r;
        if (r === 0) {
          values[i + 1]! -= shift;
          off[high] = 0;
          break;
        }
        sine = f / r;
        cosine = g / r;
        g = values[i + 1]! - shift;
        const turn = (values[i]! - g) * sine + 2 * cosine * b;
        shift = sine * turn;
        values[i + 1] = g + shift;
        g = cosine * turn - b;
        for (const row of vectors) {
          const right = row[i + 1]!;
          row[i + 1] = sine * row[i]! + cosine * right;
          row[i] = cosine * row[i]! - sine * right;
        }
      }
      if (i >= low) continue;
      values[low]! -= shift;
      off[low] = g;
      off[high] = 0;
    }
  }
  const order = Array.from({ length: size }, (_, i) => i).sort((a, b) => values[b]! - values[a]!);
  return { values, order };
}

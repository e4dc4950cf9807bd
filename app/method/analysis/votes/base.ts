/** Points on which k-means runs: whoever stands together may be one point with a weight. */
export type Base = { readonly x: Float64Array; readonly y: Float64Array; readonly weights: Float64Array };

/** Above this many points k-means runs on weighted base clusters [OG4]. */
const mostDirect = 5000;
const squaresOfMany = 48;
const squaresOfFew = 16;

/**
 * The points in the order of the squares of a grid, or above 5,000 the mean of those in each square, with how many they are [OG4].
 * Neighbours stand together, so that the nearest centre is mostly that of the one before, which a processor guesses well.
 * @param weights per point how many people stand there
 * @returns points in an order that depends on where they are, and where they are the same on the order given
 * @throws never
 */
export function baseOf(x: Float64Array, y: Float64Array, weights: Float64Array): Base {
  return x.length > mostDirect ? clustered(x, y, weights) : along(x, y, weights);
}

function along(x: Float64Array, y: Float64Array, weights: Float64Array): Base {
  const squares = squaresUnder(x, y, squaresOfFew);
  const next = new Uint32Array(squaresOfFew * squaresOfFew + 1);
  for (let i = 0; i < squares.length; i++) next[squares[i]! + 1]!++;
  for (let square = 1; square < next.length; square++) next[square]! += next[square - 1]!;
  const base = { x: new Float64Array(x.length), y: new Float64Array(x.length), weights: new Float64Array(x.length) };
  for (let i = 0; i < squares.length; i++) {
    const at = next[squares[i]!]!++;
    base.x[at] = x[i]!;
    base.y[at] = y[i]!;
    base.weights[at] = weights[i]!;
  }
  return base;
}

function clustered(x: Float64Array, y: Float64Array, weights: Float64Array): Base {
  const squares = squaresUnder(x, y, squaresOfMany);
  const sums = new Float64Array(3 * squaresOfMany * squaresOfMany);
  for (let i = 0; i < squares.length; i++) {
    const at = 3 * squares[i]!;
    sums[at]! += weights[i]! * x[i]!;
    sums[at + 1]! += weights[i]! * y[i]!;
    sums[at + 2]! += weights[i]!;
  }
  const filled: number[] = [];
  for (let at = 0; at < sums.length; at += 3) if (sums[at + 2]! > 0) filled.push(at);
  return {
    x: Float64Array.from(filled, (at) => sums[at]! / sums[at + 2]!),
    y: Float64Array.from(filled, (at) => sums[at + 1]! / sums[at + 2]!),
    weights: Float64Array.from(filled, (at) => sums[at + 2]!),
  };
}

/** Per point its square, of a grid over the middle of the cloud; what lies outside belongs to the edge. */
function squaresUnder(x: Float64Array, y: Float64Array, across: number): Uint16Array {
  const squares = new Uint16Array(x.length);
  addPlaces(squares, x, across, across);
  addPlaces(squares, y, across, 1);
  return squares;
}

function addPlaces(squares: Uint16Array, values: Float64Array, across: number, times: number): void {
  const [from, to] = middle(values);
  if (to <= from) return;
  for (let i = 0; i < values.length; i++) {
    const place = Math.floor(((values[i]! - from) / (to - from)) * across);
    squares[i]! += times * Math.max(0, Math.min(across - 1, place));
  }
}

/** Three standard deviations on either side of the mean. */
function middle(values: Float64Array): [number, number] {
  let [sum, squares] = [0, 0];
  for (let i = 0; i < values.length; i++) {
    sum += values[i]!;
    squares += values[i]! * values[i]!;
  }
  const mean = sum / values.length;
  const sd = Math.sqrt(Math.max(0, squares / values.length - mean * mean));
  return [mean - 3 * sd, mean + 3 * sd];
}

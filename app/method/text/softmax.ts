import { type Rows, rowCount } from "./sparse.ts";

/** A weight per column and class: `weights[column * classes + class]`. */
export interface Linear {
  readonly classes: number;
  readonly weights: Float64Array;
  readonly bias: Float64Array;
}

/**
 * Softmax regression with a penalty on the weights, by accelerated gradient steps of fixed number and size: no chance in it.
 * @param strength how much the examples count against the penalty
 * @param steps enough of them bring it to the optimum, 60 near it
 */
export function fitSoftmax(
  rows: Rows,
  labels: Int32Array,
  importance: Float64Array,
  classes: number,
  { strength, steps }: { readonly strength: number; readonly steps: number },
): Linear {
  const { packed, columns } = pack(rows);
  const size = columns.length * classes;
  const weights = new Float64Array(size);
  const ahead = new Float64Array(size);
  const gradient = new Float64Array(size);
  const bias = new Float64Array(classes);
  const biasAhead = new Float64Array(classes);
  const biasGradient = new Float64Array(classes);
  const rate = 1 / (1 + 0.5 * strength * largest(packed, importance));
  const chance = new Float64Array(classes);
  const height = rowCount(packed);
  let momentum = 1;
  for (let step = 0; step < steps; step++) {
    gradient.set(ahead);
    biasGradient.fill(0);
    for (let row = 0; row < height; row++) {
      chance.set(biasAhead);
      addScores(packed, row, ahead, chance);
      toChances(chance);
      const label = labels[row] ?? 0;
      chance[label] = (chance[label] ?? 0) - 1;
      const by = strength * (importance[row] ?? 0);
      for (let one = 0; one < classes; one++) {
        const pull = by * (chance[one] ?? 0);
        chance[one] = pull;
        biasGradient[one] = (biasGradient[one] ?? 0) + pull;
      }
      spread(packed, row, chance, gradient);
    }
    const next = (1 + Math.sqrt(1 + 4 * momentum * momentum)) / 2;
    const push = (momentum - 1) / next;
    momentum = next;
    move(weights, ahead, gradient, rate, push);
    move(bias, biasAhead, biasGradient, rate, push);
  }
  const whole = new Float64Array(rows.width * classes);
  for (let at = 0; at < columns.length; at++)
    whole.set(weights.subarray(at * classes, (at + 1) * classes), (columns[at] ?? 0) * classes);
  return { classes, weights: whole, bias };
}

/**
 * Adds to `scores` what the entries of a row weigh for each class. Four classes at a time stay in registers: most of the time of
 * learning is here and in `spread`.
 */
export function addScores({ start, column, value }: Rows, row: number, weights: Float64Array, scores: Float64Array): void {
  const classes = scores.length;
  const [from, end] = [start[row] as number, start[row + 1] as number];
  let one = 0;
  for (; one + 4 <= classes; one += 4) {
    let [a, b, c, d] = [scores[one] as number, scores[one + 1] as number, scores[one + 2] as number, scores[one + 3] as number];
    for (let at = from; at < end; at++) {
      const base = (column[at] as number) * classes + one;
      const by = value[at] as number;
      a += by * (weights[base] as number);
      b += by * (weights[base + 1] as number);
      c += by * (weights[base + 2] as number);
      d += by * (weights[base + 3] as number);
    }
    scores[one] = a;
    scores[one + 1] = b;
    scores[one + 2] = c;
    scores[one + 3] = d;
  }
  for (; one < classes; one++) {
    let sum = scores[one] as number;
    for (let at = from; at < end; at++)
      sum += (value[at] as number) * (weights[(column[at] as number) * classes + one] as number);
    scores[one] = sum;
  }
}

/** Adds to `sums` each entry of a row times what its class pulls. */
function spread({ start, column, value }: Rows, row: number, pulls: Float64Array, sums: Float64Array): void {
  const classes = pulls.length;
  const [from, end] = [start[row] as number, start[row + 1] as number];
  let one = 0;
  for (; one + 4 <= classes; one += 4) {
    const [a, b, c, d] = [pulls[one] as number, pulls[one + 1] as number, pulls[one + 2] as number, pulls[one + 3] as number];
    for (let at = from; at < end; at++) {
      const base = (column[at] as number) * classes + one;
      const by = value[at] as number;
      (sums[base] as number) += by * a;
      (sums[base + 1] as number) += by * b;
      (sums[base + 2] as number) += by * c;
      (sums[base + 3] as number) += by * d;
    }
  }
  for (; one < classes; one++) {
    const pull = pulls[one] as number;
    for (let at = from; at < end; at++) (sums[(column[at] as number) * classes + one] as number) += (value[at] as number) * pull;
  }
}

export function toChances(scores: Float64Array): void {
  let most = Number.NEGATIVE_INFINITY;
  for (const score of scores) most = Math.max(most, score);
  let sum = 0;
  for (let at = 0; at < scores.length; at++) {
    const power = Math.exp((scores[at] ?? 0) - most);
    scores[at] = power;
    sum += power;
  }
  for (let at = 0; at < scores.length; at++) scores[at] = (scores[at] ?? 0) / sum;
}

function move(now: Float64Array, ahead: Float64Array, gradient: Float64Array, rate: number, push: number): void {
  for (let at = 0; at < now.length; at++) {
    const next = (ahead[at] ?? 0) - rate * (gradient[at] ?? 0);
    ahead[at] = next + push * (next - (now[at] ?? 0));
    now[at] = next;
  }
}

/** Only the columns that occur, so that a step costs what the examples have. */
function pack(rows: Rows): { packed: Rows; columns: Int32Array } {
  const place = new Int32Array(rows.width);
  for (const column of rows.column) place[column] = 1;
  const columns: number[] = [];
  for (let column = 0; column < rows.width; column++) if (place[column] === 1) place[column] = columns.push(column) - 1;
  const column = rows.column.map((from) => place[from] ?? 0);
  return { packed: { ...rows, column, width: columns.length }, columns: Int32Array.from(columns) };
}

/** No less than the largest eigenvalue of the weighed sum of outer products: bounds how steep the slope can turn. */
function largest(rows: Rows, importance: Float64Array): number {
  let vector = new Float64Array(rows.width).fill(1);
  let value = 1;
  for (let turn = 0; turn < 12; turn++) {
    const next = new Float64Array(rows.width);
    for (let row = 0; row < rowCount(rows); row++) {
      let sum = 0;
      const end = rows.start[row + 1] ?? 0;
      for (let at = rows.start[row] ?? 0; at < end; at++) sum += (rows.value[at] ?? 0) * (vector[rows.column[at] ?? 0] ?? 0);
      sum *= importance[row] ?? 0;
      for (let at = rows.start[row] ?? 0; at < end; at++) {
        const column = rows.column[at] ?? 0;
        next[column] = (next[column] ?? 0) + sum * (rows.value[at] ?? 0);
      }
    }
    let square = 0;
    for (const one of next) square += one * one;
    value = Math.sqrt(square);
    if (value === 0) return 0;
    vector = next.map((one) => one / value);
  }
  let total = 0;
  for (const one of importance) total += one;
  // the bias is a column of ones
  return 1.2 * value + total;
}

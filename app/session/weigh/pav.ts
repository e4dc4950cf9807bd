import { type Marked, type Option, supportOf } from "./marked.ts";

export interface Pav {
  /** `exact`: no other list has a higher sum. `step-by-step`: each place went to what added most; that need not be the best list. */
  readonly method: "exact" | "step-by-step";
  /** By how many people marked it. */
  readonly list: readonly Option[];
}

/** So many lists at most are all compared; beyond that step by step. */
export const mostLists = 4000;

/**
 * The short list by proportional approval voting [SL10]: who finds one choice back counts 1, who finds two 1 + 1/2, three
 * 1 + 1/2 + 1/3; the list with the highest sum. Of equal lists the one with more marks, then the one that came first [SL4].
 * @see Thiele 1895; Aziz, Brill, Conitzer, Elkind, Freeman and Walsh 2017, "Justified Representation in Approval-Based Committee Voting"
 */
export function proportional(of: Marked, length: number): Pav {
  const support = supportOf(of);
  const options = of.options.filter(({ id }) => (support.get(id) ?? 0) > 0);
  const places = Math.min(length, options.length);
  const weights = wholeWeights(of, places);
  const ballots = of.ballots.map(({ people, choices }) => ({
    people,
    options: options.flatMap(({ id }, at) => (choices.has(id) ? [at] : [])),
  }));
  const sumOf = (list: readonly number[]) => {
    const on = new Set(list);
    let sum = 0n;
    for (const { people, options: own } of ballots) {
      const found = own.filter((at) => on.has(at)).length;
      sum += BigInt(people) * (weights[found] ?? 0n);
    }
    return sum;
  };
  const marks = (list: readonly number[]) => list.reduce((all, at) => all + (support.get(options[at]?.id ?? "") ?? 0), 0);

  const exact = listsOf(options.length, places) <= mostLists;
  const best = exact ? bestOf(lists(options.length, places), sumOf, marks) : stepByStep(options.length, places, sumOf, marks);
  const list = best
    .map((at) => options[at] as Option)
    .sort((a, b) => (support.get(b.id) ?? 0) - (support.get(a.id) ?? 0) || a.number - b.number);
  return { method: exact ? "exact" : "step-by-step", list };
}

function bestOf(
  all: Iterable<readonly number[]>,
  sumOf: (list: readonly number[]) => bigint,
  marks: (list: readonly number[]) => number,
) {
  let best: { list: readonly number[]; sum: bigint; marks: number } = { list: [], sum: -1n, marks: 0 };
  for (const list of all) {
    const one = { list, sum: sumOf(list), marks: marks(list) };
    if (one.sum > best.sum || (one.sum === best.sum && one.marks > best.marks)) best = one;
  }
  return best.list;
}

function stepByStep(
  options: number,
  places: number,
  sumOf: (list: readonly number[]) => bigint,
  marks: (list: readonly number[]) => number,
): readonly number[] {
  let list: readonly number[] = [];
  while (list.length < places) {
    const open = Array.from({ length: options }, (_, at) => at).filter((at) => !list.includes(at));
    list = bestOf(
      open.map((at) => [...list, at]),
      sumOf,
      marks,
    );
  }
  return list;
}

/** 1, 1 + 1/2, 1 + 1/2 + 1/3 ... times one number that makes them whole. */
function wholeWeights({ ballots }: Marked, places: number): bigint[] {
  const most = Math.min(places, Math.max(0, ...ballots.map(({ choices }) => choices.size)));
  let scale = 1n;
  for (let n = 2n; n <= BigInt(most); n++) scale *= n;
  const weights = [0n];
  for (let n = 1; n <= most; n++) weights.push((weights[n - 1] ?? 0n) + scale / BigInt(n));
  return weights;
}

function listsOf(options: number, places: number): number {
  let count = 1;
  for (let at = 1; at <= places && count <= mostLists * places; at++) count = (count * (options - places + at)) / at;
  return count;
}

/** In the order of the numbers, so that of equal lists the first is the one that came first. */
function* lists(options: number, places: number, from = 0): Generator<readonly number[]> {
  if (places === 0) return yield [];
  for (let at = from; at <= options - places; at++) for (const rest of lists(options, places - 1, at + 1)) yield [at, ...rest];
}

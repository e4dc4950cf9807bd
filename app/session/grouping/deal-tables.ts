export type Mixed<I extends string, A extends string> = {
  id: I;
  attributes: Readonly<Record<A, string>>;
  /** Takes part in text only: never the only one in a group. */
  textOnly?: boolean;
  /** False: does not write Dutch; somebody in the group must. */
  dutch?: boolean;
  /** Sits with this person, such as an interpreter, in every group. */
  keepWith?: I;
};

/** What a seating costs; kept with each deal, so that it can be made again. */
export interface Weights {
  /** A value that a group could have and has not, over as many as it could have. */
  readonly missingValue: number;
  /** Two people in one group who share a value. */
  readonly samePair: number;
  /** Two people of one organisation in one group. */
  readonly colleagues: number;
  readonly metBefore: number;
  /** Somebody who cannot take part, or two who should not meet. */
  readonly shutOut: number;
}
export const usualWeights: Weights = { missingValue: 24, samePair: 1, colleagues: 30, metBefore: 60, shutOut: 2_000 };

interface Column {
  readonly values: Int32Array;
  readonly counts: Uint16Array;
  readonly width: number;
  readonly pair: number;
  readonly distinct: number;
}

/** Who sits where, with the counts that make a swap cheap to judge. People and groups are indices; costs are unitless. */
export class Tables {
  readonly #sizes: readonly number[];
  readonly #members: Int32Array;
  readonly #groupOf: Int32Array;
  readonly #columns: readonly Column[];
  readonly #ties: Ties;
  readonly #textOnly: Uint8Array;
  readonly #dutch: Uint8Array;
  readonly #texts: Int32Array;
  readonly #speakers: Int32Array;
  readonly #shutOutCost: number;

  constructor(
    people: readonly Mixed<string, string>[],
    sizes: readonly number[],
    wishes: {
      readonly mix: readonly string[];
      readonly earlier: readonly (readonly [string, string])[];
      readonly apart: readonly (readonly [string, string])[];
      readonly weights: Weights;
    },
  ) {
    const { weights } = wishes;
    this.#sizes = sizes;
    this.#members = new Int32Array(sizes.length);
    this.#texts = new Int32Array(sizes.length);
    this.#speakers = new Int32Array(sizes.length);
    this.#groupOf = new Int32Array(people.length).fill(-1);
    this.#columns = wishes.mix.map((attribute) => {
      const { values, width } = numbered(people.map((person) => person.attributes[attribute] ?? ""));
      const counts = new Uint16Array(width * sizes.length);
      if (attribute === "organisation") return { values, counts, width, pair: weights.colleagues, distinct: 0 };
      const most = Math.max(1, Math.min(sizes[0] ?? 1, width));
      return { values, counts, width, pair: weights.samePair, distinct: weights.missingValue / most };
    });
    this.#ties = tiesOf(people, [
      { pairs: wishes.earlier, cost: weights.metBefore },
      { pairs: wishes.apart, cost: weights.shutOut },
    ]);
    this.#textOnly = Uint8Array.from(people, ({ textOnly }) => (textOnly ? 1 : 0));
    this.#dutch = Uint8Array.from(people, ({ dutch }) => (dutch === false ? 0 : 1));
    this.#shutOutCost = weights.shutOut;
  }

  groups(): number[][] {
    const groups: number[][] = this.#sizes.map(() => []);
    this.#groupOf.forEach((group, person) => {
      groups[group]?.push(person);
    });
    return groups;
  }

  /** Everybody's group, to come back to. */
  seating(): Int32Array {
    return this.#groupOf.slice();
  }

  seatAs(seating: Int32Array): void {
    for (const person of seating.keys()) this.remove(person);
    for (const [person, group] of seating.entries()) this.add(person, group);
  }

  /** How many more fit. */
  room(group: number): number {
    return (this.#sizes[group] ?? 0) - (this.#members[group] ?? 0);
  }

  /** Seats a person and says what that costs. */
  add(person: number, group: number): number {
    const before = this.#shutOut(group, 0, 0, 0);
    let added = 0;
    for (const { values, counts, width, pair, distinct } of this.#columns) {
      const value = values[person] as number; // typed arrays as long as the people
      if (value < 0) continue;
      const seat = group * width + value;
      const same = counts[seat] as number;
      counts[seat] = same + 1;
      added += same * pair - (same === 0 ? distinct : 0);
    }
    added += this.#tied(person, group, -1);
    this.#count(person, group, 1);
    this.#groupOf[person] = group;
    return added + this.#shutOut(group, 0, 0, 0) - before;
  }

  /** Takes a person away and says what that costs (mostly less than nothing). */
  remove(person: number): number {
    const group = this.#groupOf[person] as number; // who is removed was seated
    const before = this.#shutOut(group, 0, 0, 0);
    let added = 0;
    for (const { values, counts, width, pair, distinct } of this.#columns) {
      const value = values[person] as number;
      if (value < 0) continue;
      const seat = group * width + value;
      const same = (counts[seat] as number) - 1;
      counts[seat] = same;
      added += (same === 0 ? distinct : 0) - same * pair;
    }
    added -= this.#tied(person, group, -1);
    this.#count(person, group, -1);
    this.#groupOf[person] = -1;
    return added + this.#shutOut(group, 0, 0, 0) - before;
  }

  /** The group with room for all of them where they cost least; the emptiest on a tie. */
  cheapest(people: readonly number[]): number | undefined {
    let best: number | undefined;
    let [lowest, emptiest] = [Number.POSITIVE_INFINITY, 0];
    for (const group of this.#sizes.keys()) {
      const room = this.room(group);
      if (people.length > room) continue;
      const added = people.reduce((sum, person) => sum + this.add(person, group), 0);
      for (const person of people) this.remove(person);
      if (added < lowest || (added === lowest && room > emptiest)) [best, lowest, emptiest] = [group, added, room];
    }
    return best;
  }

  /** What it would cost if these two changed places. */
  costOfSwap(one: number, two: number): number {
    const here = this.#groupOf[one] as number;
    const there = this.#groupOf[two] as number;
    if (here === there) return 0;
    let added = 0;
    for (const { values, counts, width, pair, distinct } of this.#columns) {
      const mine = values[one] as number;
      const yours = values[two] as number;
      if (mine === yours) continue;
      if (mine >= 0) {
        const left = (counts[here * width + mine] as number) - 1;
        const met = counts[there * width + mine] as number;
        added += (met - left) * pair + (left === 0 ? distinct : 0) - (met === 0 ? distinct : 0);
      }
      if (yours >= 0) {
        const left = (counts[there * width + yours] as number) - 1;
        const met = counts[here * width + yours] as number;
        added += (met - left) * pair + (left === 0 ? distinct : 0) - (met === 0 ? distinct : 0);
      }
    }
    added += this.#tied(one, there, two) - this.#tied(one, here, -1) + this.#tied(two, here, one) - this.#tied(two, there, -1);
    const texts = (this.#textOnly[two] as number) - (this.#textOnly[one] as number);
    const speakers = (this.#dutch[two] as number) - (this.#dutch[one] as number);
    if (texts !== 0 || speakers !== 0)
      added +=
        this.#shutOut(here, texts, speakers, 0) -
        this.#shutOut(here, 0, 0, 0) +
        this.#shutOut(there, -texts, -speakers, 0) -
        this.#shutOut(there, 0, 0, 0);
    return added;
  }

  swap(one: number, two: number): void {
    const [here, there] = [this.#groupOf[one] as number, this.#groupOf[two] as number];
    if (here === there) return;
    for (const { values, counts, width } of this.#columns) {
      shift(counts, values[one] as number, here * width, there * width);
      shift(counts, values[two] as number, there * width, here * width);
    }
    this.#count(one, here, -1);
    this.#count(one, there, 1);
    this.#count(two, there, -1);
    this.#count(two, here, 1);
    this.#groupOf[one] = there;
    this.#groupOf[two] = here;
  }

  /** People who stay together change places with as many others; the other way round takes it back. @returns what it cost */
  swapAll(these: readonly number[], those: readonly number[]): number {
    const here = this.#groupOf[these[0] as number] as number;
    const there = this.#groupOf[those[0] as number] as number;
    if (here === there) return 0;
    let added = 0;
    for (const person of [...these, ...those]) added += this.remove(person);
    for (const person of these) added += this.add(person, there);
    for (const person of those) added += this.add(person, here);
    return added;
  }

  /** What it costs to sit with those of a group whom one met before or should not meet, `except` one. */
  #tied(person: number, group: number, except: number): number {
    const { start, to, cost } = this.#ties;
    let sum = 0;
    for (let i = start[person] as number; i < (start[person + 1] as number); i++) {
      const other = to[i] as number;
      if (other !== except && this.#groupOf[other] === group) sum += cost[i] as number;
    }
    return sum;
  }

  #count(person: number, group: number, by: 1 | -1): void {
    this.#members[group] = (this.#members[group] as number) + by;
    if (this.#textOnly[person]) this.#texts[group] = (this.#texts[group] as number) + by;
    if (this.#dutch[person]) this.#speakers[group] = (this.#speakers[group] as number) + by;
  }

  /** As it would be with so many more of each. */
  #shutOut(group: number, texts: number, speakers: number, members: number): number {
    const lonely = (this.#texts[group] as number) + texts === 1 ? this.#shutOutCost : 0;
    const nobody = (this.#speakers[group] as number) + speakers === 0 && (this.#members[group] as number) + members > 0;
    return nobody ? lonely + this.#shutOutCost : lonely;
  }
}

function shift(counts: Uint16Array, value: number, from: number, to: number): void {
  if (value < 0) return;
  counts[from + value] = (counts[from + value] as number) - 1;
  counts[to + value] = (counts[to + value] as number) + 1;
}

/** Values as 0, 1, 2...; -1 for an empty one. */
function numbered(texts: readonly string[]): { values: Int32Array; width: number } {
  const numbers = new Map<string, number>();
  const values = texts.map((text) => {
    if (text === "") return -1;
    const number = numbers.get(text) ?? numbers.size;
    numbers.set(text, number);
    return number;
  });
  return { values: Int32Array.from(values), width: numbers.size };
}

/** Of each person: with whom it costs to sit, from `start` of the person to that of the next. */
interface Ties {
  readonly start: Int32Array;
  readonly to: Int32Array;
  readonly cost: Float64Array;
}

function tiesOf(
  people: readonly { id: string }[],
  kinds: readonly { pairs: readonly (readonly [string, string])[]; cost: number }[],
): Ties {
  const index = new Map(people.map(({ id }, i) => [id, i]));
  const of = people.map(() => new Map<number, number>());
  for (const { pairs, cost } of kinds)
    for (const [a, b] of pairs) {
      const [one, two] = [index.get(a), index.get(b)];
      if (one === undefined || two === undefined || one === two) continue;
      // Who met twice met: it counts once.
      of[one]?.set(two, Math.max(cost, of[one]?.get(two) ?? 0));
      of[two]?.set(one, Math.max(cost, of[two]?.get(one) ?? 0));
    }
  const start = new Int32Array(people.length + 1);
  for (const [i, ties] of of.entries()) start[i + 1] = (start[i] as number) + ties.size;
  return {
    start,
    to: Int32Array.from(of.flatMap((ties) => [...ties.keys()])),
    cost: Float64Array.from(of.flatMap((ties) => [...ties.values()])),
  };
}

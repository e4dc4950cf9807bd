export type Mixed<I extends string, A extends string> = {
  id: I;
  attributes: Readonly<Record<A, string>>;
  /** Takes part in text only: never the only one in a group. */
  textOnly?: boolean;
  /** False: needs somebody in the group who speaks Dutch. */
  dutch?: boolean;
  /** Sits with this person, such as an interpreter, in every group. */
  keepWith?: I;
};

// One repeated meeting weighs as two colleagues at one table; a person who cannot take part weighs most.
const cost = { missingValue: 4, samePair: 1, colleagues: 10, metBefore: 20, shutOut: 60 };

/** Who sits where, with the counts that make a swap cheap to judge. People and groups are indices. */
export class Tables {
  readonly #sizes: readonly number[];
  readonly #members: Int32Array;
  readonly #groupOf: Int32Array;
  readonly #columns: { values: Int32Array; counts: Int32Array; width: number; pair: number; distinct: number }[];
  readonly #met: readonly number[][];
  readonly #textOnly: readonly boolean[];
  readonly #dutch: readonly boolean[];
  readonly #texts: Int32Array;
  readonly #speakers: Int32Array;

  constructor(
    people: readonly Mixed<string, string>[],
    sizes: readonly number[],
    mix: readonly string[],
    earlier: readonly (readonly [string, string])[],
  ) {
    this.#sizes = sizes;
    this.#members = new Int32Array(sizes.length);
    this.#texts = new Int32Array(sizes.length);
    this.#speakers = new Int32Array(sizes.length);
    this.#groupOf = new Int32Array(people.length).fill(-1);
    this.#columns = mix.map((attribute) => {
      const { values, width } = numbered(people.map((person) => person.attributes[attribute] ?? ""));
      const pair = attribute === "organisation" ? cost.colleagues : cost.samePair;
      const distinct = attribute === "organisation" ? 0 : cost.missingValue;
      return { values, counts: new Int32Array(width * sizes.length), width, pair, distinct };
    });
    this.#met = meetings(people, earlier);
    this.#textOnly = people.map((person) => person.textOnly === true);
    this.#dutch = people.map((person) => person.dutch !== false);
  }

  groups(): number[][] {
    const groups: number[][] = this.#sizes.map(() => []);
    this.#groupOf.forEach((group, person) => {
      groups[group]?.push(person);
    });
    return groups;
  }

  /** Seats a person and says what that costs. */
  add(person: number, group: number): number {
    const before = this.#shutOut(group);
    let added = 0;
    for (const { values, counts, width, pair, distinct } of this.#columns) {
      const value = values[person] as number; // typed arrays as long as the people
      if (value < 0) continue;
      const seat = group * width + value;
      const same = counts[seat] as number;
      counts[seat] = same + 1;
      added += same * pair - (same === 0 ? distinct : 0);
    }
    for (const other of this.#met[person] ?? []) if (this.#groupOf[other] === group) added += cost.metBefore;
    this.#count(person, group, 1);
    this.#groupOf[person] = group;
    return added + this.#shutOut(group) - before;
  }

  /** Takes a person away and says what that costs (mostly less than nothing). */
  remove(person: number): number {
    const group = this.#groupOf[person] as number; // who is removed was seated
    const before = this.#shutOut(group);
    let added = 0;
    for (const { values, counts, width, pair, distinct } of this.#columns) {
      const value = values[person] as number;
      if (value < 0) continue;
      const seat = group * width + value;
      const same = (counts[seat] as number) - 1;
      counts[seat] = same;
      added += (same === 0 ? distinct : 0) - same * pair;
    }
    for (const other of this.#met[person] ?? []) if (this.#groupOf[other] === group) added -= cost.metBefore;
    this.#count(person, group, -1);
    this.#groupOf[person] = -1;
    return added + this.#shutOut(group) - before;
  }

  /** The group with room for all of them where they cost least; the emptiest on a tie. */
  cheapest(people: readonly number[]): number | undefined {
    let best: number | undefined;
    let [lowest, emptiest] = [Number.POSITIVE_INFINITY, 0];
    for (const [group, size] of this.#sizes.entries()) {
      const taken = this.#members[group] as number;
      if (taken + people.length > size) continue;
      const added = people.reduce((sum, person) => sum + this.add(person, group), 0);
      for (const person of people) this.remove(person);
      if (added < lowest || (added === lowest && taken < emptiest)) [best, lowest, emptiest] = [group, added, taken];
    }
    return best;
  }

  swapIfBetter(one: number, two: number) {
    const [here, there] = [this.#groupOf[one] as number, this.#groupOf[two] as number];
    if (here === there) return;
    const added = this.remove(one) + this.remove(two) + this.add(one, there) + this.add(two, here);
    if (added <= 0) return;
    this.remove(one);
    this.remove(two);
    this.add(one, here);
    this.add(two, there);
  }

  #count(person: number, group: number, by: 1 | -1) {
    const raise = (counts: Int32Array) => {
      counts[group] = (counts[group] as number) + by;
    };
    raise(this.#members);
    if (this.#textOnly[person]) raise(this.#texts);
    if (this.#dutch[person]) raise(this.#speakers);
  }

  #shutOut(group: number): number {
    const lonely = this.#texts[group] === 1 ? cost.shutOut : 0;
    return this.#speakers[group] === 0 && this.#members[group] !== 0 ? lonely + cost.shutOut : lonely;
  }
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

function meetings(people: readonly { id: string }[], earlier: readonly (readonly [string, string])[]): number[][] {
  const index = new Map(people.map(({ id }, i) => [id, i]));
  const met = people.map(() => new Set<number>());
  for (const [a, b] of earlier) {
    const [one, two] = [index.get(a), index.get(b)];
    if (one === undefined || two === undefined || one === two) continue;
    met[one]?.add(two);
    met[two]?.add(one);
  }
  return met.map((others) => [...others]);
}

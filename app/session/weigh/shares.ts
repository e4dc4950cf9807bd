import { compare, type Fraction, fraction, least, minus, over, times } from "./fraction.ts";
import { type Ballot, everybody, type Marked, meets, type Option, supportOf } from "./marked.ts";

/** Why something stands where it stands. */
export type Shared = Option & { readonly people: number } & (
    | {
        /** Paid by who marked it [SL8]. */
        readonly why: "paid";
        /** The most that one of them gave of their share, from 0 to 1. */
        readonly most: Fraction;
      }
    | { readonly why: "uncovered"; readonly covers: number } // first who had nothing yet [SL9]
    | { readonly why: "count" } // then what most marked [SL9]
  );

/**
 * The short list by the method of equal shares, for places of equal cost [SL7, SL8, SL9].
 * Each person has the same share; together the shares pay for all places. A place goes to what its people can pay with the
 * smallest share of who gives most. Equal ones: what more people marked, then what came first [SL4].
 * @param length places on the list, from 1; fewer options that anybody marked make a shorter list
 * @returns in the order in which the places were filled
 * @see Peters and Skowron 2020, "Proportionality and the Limits of Welfarism"; Peters, Pierczyński and Skowron 2021,
 *   "Proportional Participatory Budgeting with Additive Utilities"
 */
export function equalShares(of: Marked, length: number): Shared[] {
  const support = supportOf(of);
  const people = everybody(of);
  const list: Shared[] = [];
  if (people === 0 || length < 1) return list;
  const share = fraction(length, people);
  const left = new Map<Ballot, Fraction>(of.ballots.map((ballot) => [ballot, share]));
  const open = () => of.options.filter(({ id }) => (support.get(id) ?? 0) > 0 && !list.some((one) => one.id === id));

  while (list.length < length) {
    let best: { option: Option; price: Fraction } | undefined;
    for (const option of open()) {
      const price = priceOf(option.id, left);
      if (price && (best === undefined || before({ option, price }, best, support))) best = { option, price };
    }
    if (best === undefined) break;
    const { option, price } = best;
    for (const [ballot, budget] of left) if (ballot.choices.has(option.id)) left.set(ballot, minus(budget, least(budget, price)));
    const most = fraction(price.above * share.below, price.below * share.above);
    list.push({ ...option, people: support.get(option.id) ?? 0, why: "paid", most });
  }
  while (list.length < length) {
    const next = fill(of, list, open(), support);
    if (next === undefined) break;
    list.push(next);
  }
  return list;
}

/** The smallest amount with which its people, each giving at most that and at most what they have, pay one place; null when they cannot. */
function priceOf(id: string, left: ReadonlyMap<Ballot, Fraction>): Fraction | null {
  const payers = [...left].filter(([ballot]) => ballot.choices.has(id)).sort(([, a], [, b]) => compare(a, b));
  let rest = fraction(1);
  let people = payers.reduce((all, [ballot]) => all + ballot.people, 0);
  for (const [ballot, budget] of payers) {
    if (compare(times(budget, people), rest) >= 0) return over(rest, people);
    rest = minus(rest, times(budget, ballot.people));
    people -= ballot.people;
  }
  return null;
}

type Priced = { readonly option: Option; readonly price: Fraction };

function before(one: Priced, other: Priced, support: ReadonlyMap<string, number>): boolean {
  const order =
    compare(one.price, other.price) ||
    (support.get(other.option.id) ?? 0) - (support.get(one.option.id) ?? 0) ||
    one.option.number - other.option.number;
  return order < 0;
}

/** What the shares do not pay for: first what most people marked who had nothing yet, and when all have something, what most marked. */
function fill(
  of: Marked,
  list: readonly Shared[],
  open: readonly Option[],
  support: ReadonlyMap<string, number>,
): Shared | undefined {
  const on = new Set(list.map(({ id }) => id));
  const without = of.ballots.filter(({ choices }) => !meets(choices, on));
  const covers = (id: string) => everybody({ ballots: without.filter(({ choices }) => choices.has(id)) });
  const [first] = open.toSorted(
    (a, b) => covers(b.id) - covers(a.id) || (support.get(b.id) ?? 0) - (support.get(a.id) ?? 0) || a.number - b.number,
  );
  if (first === undefined) return undefined;
  const people = support.get(first.id) ?? 0;
  return covers(first.id) > 0
    ? { ...first, people, why: "uncovered", covers: covers(first.id) }
    : { ...first, people, why: "count" };
}

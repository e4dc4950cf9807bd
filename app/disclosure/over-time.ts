import { fewest, other } from "./kept-rows.ts";
import { countedAt, type Lot } from "./lots.ts";
import { smallestCut } from "./smallest-cut.ts";
import { fewOthers } from "./suppression.ts";

/** The rows of one table whose counts were told at one moment; null when it was not broken down. */
export type ToldRows = { readonly field: readonly string[]; readonly party: readonly string[] } | null;
export type TableName = "ballots" | "fits";
/** What was told of one insight at one moment. */
export type Told = Readonly<Record<TableName, ToldRows>>;

/** What the tables told apart: columns that were joined carry one name. */
export interface Names {
  readonly choice: (choice: string) => string;
  readonly fit: (fit: string) => string;
}
export const eachApart: Names = { choice: (choice) => choice, fit: (fit) => fit };

export interface SingledOut {
  readonly table: TableName;
  readonly lot: Lot;
}

/**
 * Who is singled out by all that was told of one insight: ballots and fits, at all moments together.
 *
 * What is told are sums over people: all who were counted at a moment, and of those the ones in a row. Everybody is a line between two
 * points: the moment that counted them first, and the row they are in. Who left before a breakdown is a line between two moments. As in
 * `exposed`, everyone who chose a column is an arrow along their line, everyone who chose another an arrow back; if all on a closed
 * round trade columns, no sum at any moment changes. Who was in a breakdown and left later is two lines and trades on both at once.
 *
 * People trade what they chose (agree for disagree, which leaves the fits as they are), what they said of the fit, or both at once.
 * A total that says "nearly all" and leaves room for one more exception is no sum: its people count with those of the next moment.
 *
 * @param told one per moment; the last is the one that is about to be told
 * @param names with more than one moment: `eachApart`
 * @returns lots of which somebody cannot have chosen otherwise, and lots on a smallest cut that holds fewer than five
 */
export function singledOut(lots: readonly Lot[], told: readonly Told[], names: Names = eachApart): SingledOut[] {
  const said = lots.filter(({ fit }) => fit !== null);
  const [ballots, fits] = [endsOf(lots, told, ["ballots"]), endsOf(said, told, ["fits"])];
  const cut = [...smallCut(ballots, "ballots"), ...smallCut(fits, "fits")];
  if (cut.length > 0) return cut;

  const both = endsOf(lots, told, ["ballots", "fits"]);
  const fitOf = ({ fit }: Lot) => (fit === null ? "" : names.fit(fit));
  const together = (lot: Lot) => JSON.stringify([names.choice(lot.choice), fitOf(lot)]);
  const safe = { ballots: new Set<Lot>(), fits: new Set<Lot>() };
  for (const { lot } of trades(
    ballots.filter(({ lot: { choice } }) => choice === "agree" || choice === "disagree"),
    ({ choice }) => names.choice(choice),
  ))
    safe.ballots.add(lot);
  for (const { lot } of trades(fits, fitOf)) safe.fits.add(lot);
  for (const { lot, with: back } of trades(both, together)) {
    const [choice, fit] = JSON.parse(back) as [string, string]; // made by `together`
    if (choice !== names.choice(lot.choice)) safe.ballots.add(lot);
    if (fit !== fitOf(lot)) safe.fits.add(lot);
  }
  const notSafe = (table: TableName, ends: readonly Ends[]) =>
    ends.flatMap(({ lot }) => (safe[table].has(lot) ? [] : [{ table, lot }]));
  return [...notSafe("ballots", ballots), ...notSafe("fits", fits)];
}

interface Ends {
  readonly lot: Lot;
  /** One line; two for who was in a breakdown and left later. */
  readonly lines: readonly (readonly [string, string])[];
}

/**
 * Lots on a cut of fewer than five: what can be added up from the sums speaks of a cut. People with two lines count where they left;
 * where they came in, others must hold the ends of their line together.
 */
function smallCut(ends: readonly Ends[], table: TableName): SingledOut[] {
  const first = ends.flatMap(({ lot, lines: [line, second] }) => (line && !second ? [{ lot, line }] : []));
  const last = ends.flatMap(({ lot, lines: [, line] }) => (line ? [{ lot, line }] : []));
  const edges = (some: typeof first) => some.map(({ lot, line: [from, to] }) => ({ from, to, people: lot.people }));
  for (const some of [first, [...first, ...last]]) {
    const cut = smallestCut(edges(some));
    if (cut && cut.people < fewest)
      return some.flatMap(({ lot, line: [from, to] }) => (cut.side.has(from) === cut.side.has(to) ? [] : [{ table, lot }]));
  }
  const piece = pieces(first.map(({ line }) => line));
  return ends.flatMap(({ lot, lines: [line, second] }) =>
    line && second && piece(line[0]) !== piece(line[1]) ? [{ table, lot }] : [],
  );
}

/** Which points hang together. */
function pieces(lines: readonly (readonly [string, string])[]): (point: string) => string {
  const parent = new Map<string, string>();
  const root = (point: string): string => {
    const up = parent.get(point) ?? point;
    return up === point ? point : root(up);
  };
  for (const [from, to] of lines) parent.set(root(from), root(to));
  return root;
}

const cellOf = ({ field, party, from, until }: Lot) => JSON.stringify([field, party, from, until]);

/** Lots that can trade columns on a round, with the column they get. */
function trades(ends: readonly Ends[], columnOf: (lot: Lot) => string): { lot: Lot; with: string }[] {
  const sizes = new Map<string, number>();
  for (const { lot } of ends) sizes.set(cellOf(lot), (sizes.get(cellOf(lot)) ?? 0) + lot.people);
  const small = (cell: string) => (sizes.get(cell) ?? 0) < fewest;
  const byColumn = [...Map.groupBy(ends, ({ lot }) => columnOf(lot))];
  return byColumn.flatMap(([there, going], i) =>
    byColumn.slice(i + 1).flatMap(([back, coming]) => {
      const open = onRound(going, coming, small);
      // one more or one less for either column: both counts of the cell are open
      const openOf = (some: readonly Ends[], column: string) =>
        some.flatMap(({ lot }) => (open.has(cellOf(lot)) ? [{ lot, with: column }] : []));
      return [...openOf(going, back), ...openOf(coming, there)];
    }),
  );
}

interface Arrow {
  readonly lot: Lot;
  readonly from: string;
  readonly to: string;
}

/** Cells of which somebody is on a closed round of the two columns; in a small cell the round may not turn back within it. */
function onRound(going: readonly Ends[], coming: readonly Ends[], small: (cell: string) => boolean): ReadonlySet<string> {
  const along = ({ lot, lines }: Ends): Arrow[] => lines.map(([from, to]) => ({ lot, from, to }));
  const back = ({ lot, lines }: Ends): Arrow[] => lines.map(([to, from]) => ({ lot, from, to }));
  const arrows = [...going.map(along), ...coming.map(back)];
  const roads = Map.groupBy(
    arrows.flatMap((own) => (own.length === 1 ? own : [])),
    ({ from }) => from,
  );
  const closes = ({ lot, from, to }: Arrow) => path(roads, to, from, smallCells([lot], small), new Map()) !== null;
  const open = new Set(arrows.flatMap((own) => (own[0] && own.every(closes) ? [cellOf(own[0].lot)] : [])));

  // Two who left alike trade with each other; where they came in, others close the round, each person once
  const twice = (some: readonly Ends[]) => some.filter(({ lines }) => lines.length > 1);
  for (const one of twice(going))
    for (const another of twice(coming)) {
      const [cell, other] = [cellOf(one.lot), cellOf(another.lot)];
      if ((open.has(cell) && open.has(other)) || (cell === other && small(cell))) continue;
      const [[start = "", end = ""] = [], left = []] = one.lines;
      const [[begin = "", close = ""] = [], gone = []] = another.lines;
      if (left.join() !== gone.join()) continue;
      const [shut, used] = [smallCells([one.lot, another.lot], small), new Map<Lot, number>()];
      if (path(roads, end, close, shut, used) && path(roads, begin, start, shut, used)) open.add(cell).add(other);
    }
  return open;
}

const smallCells = (lots: readonly Lot[], small: (cell: string) => boolean) => new Set(lots.map(cellOf).filter(small));

/** Arrows from one point to another, past closed cells; takes a person of each lot on the way. @returns null when there is no way */
function path(
  roads: ReadonlyMap<string, readonly Arrow[]>,
  from: string,
  to: string,
  shut: ReadonlySet<string>,
  used: Map<Lot, number>,
): readonly Arrow[] | null {
  const came = new Map<string, Arrow | null>([[from, null]]);
  for (const point of came.keys())
    for (const road of came.has(to) ? [] : (roads.get(point) ?? []))
      if (!came.has(road.to) && !shut.has(cellOf(road.lot)) && (used.get(road.lot) ?? 0) < road.lot.people)
        came.set(road.to, road);
  if (!came.has(to)) return null;
  const way: Arrow[] = [];
  for (let road = came.get(to); road; road = came.get(road.from)) way.push(road);
  for (const { lot } of way) used.set(lot, (used.get(lot) ?? 0) + 1);
  return way;
}

/** The points between which each lot stands. Rows carry their labels of every breakdown they are in: finer than what was told. */
function endsOf(lots: readonly Lot[], told: readonly Told[], tables: readonly TableName[]): Ends[] {
  const times = told.map((_, moment) => tables.some((table) => isSum(lots, moment, table)));
  /** The first moment from here on at which a sum was told. */
  const timeOf = (moment: number) => times.findIndex((sum, time) => sum && time >= moment);
  const breakdowns = told.flatMap((of, moment) => (tables.some((table) => of[table]) ? [{ of, moment }] : []));
  /** How many breakdowns went before. */
  const windowOf = (moment: number) => breakdowns.filter((one) => one.moment < moment).length;
  const labels = (side: "field" | "party", id: string, window: number) => {
    const label = (rows: ToldRows) => (rows?.[side].includes(id) ? id : other);
    return JSON.stringify([window, ...breakdowns.slice(window).flatMap(({ of }) => tables.map((table) => label(of[table])))]);
  };

  return lots.flatMap((lot): Ends[] => {
    const born = timeOf(lot.from);
    const died = lot.until === null ? -1 : timeOf(lot.until);
    if (born < 0 || born === died) return []; // in no sum
    const at = (time: number, window: number) => `time ${time} ${labels("party", lot.party, window)}`;
    const row = (window: number) => `row ${labels("field", lot.field, window)}`;
    const first = windowOf(born);
    if (died < 0) return [{ lot, lines: [[at(born, first), row(first)]] }];
    const last = windowOf(died);
    if (first === last) return [{ lot, lines: [[at(born, first), at(died, last)]] }];
    return [
      {
        lot,
        lines: [
          [at(born, first), row(first)],
          [row(last), at(died, last)],
        ],
      },
    ];
  });
}

/** Whether the total of a moment tells counts, or a "nearly all" without room for one more exception. */
function isSum(lots: readonly Lot[], moment: number, table: TableName): boolean {
  const columns = new Map<string, number>();
  for (const { choice, fit, people } of countedAt(lots, moment)) {
    const column = table === "ballots" ? choice : fit;
    if (column !== null) columns.set(column, (columns.get(column) ?? 0) + people);
  }
  const people = [...columns.values()].reduce((all, size) => all + size, 0);
  return people >= fewest && people - Math.max(...columns.values()) + 1 > fewOthers(people);
}

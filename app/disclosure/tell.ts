import { fewest, type Rows, rowsToKeep, type Side, sum } from "./kept-rows.ts";
import { changedAt, countedAt, type Lot, nextLots, type Standing } from "./lots.ts";
import { eachApart, type Names, type SingledOut, singledOut, type TableName, type Told, type ToldRows } from "./over-time.ts";
import { type Answers, breakDown, fewOthers, joinSmall, nothing, type Published, totalLine } from "./suppression.ts";

/** What was told of one insight so far: at which moments, of whom. Kept beside the figures; shown to nobody. */
export interface History {
  readonly moments: readonly (Told & { readonly at: string })[];
  readonly lots: readonly Lot[];
  /** How many people the last moment counted, and whether a breakdown was tried of it. */
  readonly people: number;
  readonly asked: boolean;
}
export interface Lists {
  readonly fields: readonly string[];
  readonly parties: readonly string[];
}
interface TwoTables<B extends string, F extends string> {
  readonly ballots: Published<B>;
  readonly fits: Published<F>;
}
export interface Telling<B extends string, F extends string> {
  readonly history: History;
  readonly figures: TwoTables<B, F>;
}
export type What = "total" | "breakdown";
interface Columns<B extends string, F extends string> {
  readonly ballots: readonly B[];
  readonly fits: readonly F[];
  /** See `Answers`. */
  readonly kin?: { readonly ballots: readonly (readonly B[])[]; readonly fits: readonly (readonly F[])[] };
}

/**
 * The next figures of one insight, or null to go on with the former ones. The one way in which figures about choices come out.
 *
 * 1. They move in steps: since the step before, five people at the least came, changed or withdrew.
 * 2. A step is made only when nobody is singled out by all that was told before and now: ballots, fits and all moments together.
 * 3. `total` tells of all together. `breakdown` tells by field and by party too; rows are withheld, parties first, until rule 2 holds.
 *    If a row that was told before had to go, the former breakdown stays and the total alone moves.
 *
 * @param now who stands in the ballots at this moment, `since` in moments of the history
 * @param at this moment, ISO 8601
 */
export function tellNext<B extends string, F extends string>(
  before: Telling<B, F> | null,
  now: readonly Standing[],
  columns: Columns<B, F>,
  lists: Lists,
  at: string,
  what: What,
): Telling<B, F> | null {
  const moments = before?.history.moments ?? [];
  const lots = nextLots(before?.history.lots ?? [], now, moments.length);
  if (changedAt(lots, moments.length) >= fewest) {
    const next = tell(before, { moments, lots }, columns, lists, at, what);
    if (next) return next;
  }
  // Too few came since: what was told last may still be broken down
  const last = moments.at(-1);
  if (!before || !last || what === "total" || before.history.asked) return null;
  const again = { moments: moments.slice(0, -1), lots: before.history.lots };
  return tell(before, again, columns, lists, last.at, what) ?? { ...before, history: { ...before.history, asked: true } };
}

function tell<B extends string, F extends string>(
  before: Telling<B, F> | null,
  { moments, lots }: Pick<History, "moments" | "lots">,
  columns: Columns<B, F>,
  lists: Lists,
  at: string,
  what: What,
): Telling<B, F> | null {
  if (singledOut(lots, [...moments, { ballots: null, fits: null }]).length > 0) return null;
  const counted = countedAt(lots, moments.length);
  const ballots = answersOf(counted, ({ choice }) => choice, columns.ballots, lists, columns.kin?.ballots);
  const fits = answersOf(counted, ({ fit }) => fit, columns.fits, lists, columns.kin?.fits);
  const [totals, joined] = [
    { ballots: total(ballots), fits: total(fits) },
    { ballots: join(ballots), fits: join(fits) },
  ];
  const shown = what === "breakdown" ? chooseRows(lots, moments, { ballots, fits }, joined) : null;
  const published = <C extends string>(
    table: TableName,
    answers: Answers<C>,
    group: readonly (readonly C[])[],
    former?: Published<C>,
  ) => {
    const line = total(answers);
    if (line.status === "counts" && shown?.[table])
      return { total: line, columns: group, ...breakDown(answers, group, shown[table]) };
    if (line.status === "counts" && former) return { ...former, total: line };
    return { total: line, columns: [], ...breakDown(answers, [], nothing) };
  };
  const rows = (table: TableName): ToldRows =>
    totals[table].status === "counts" && shown?.[table] ? listed(shown[table].firm) : null;
  return {
    history: {
      moments: [...moments, { at, ballots: rows("ballots"), fits: rows("fits") }],
      lots,
      people: counted.reduce((all, { people }) => all + people, 0),
      asked: what === "breakdown",
    },
    figures: {
      ballots: published("ballots", ballots, joined.ballots, before?.figures.ballots),
      fits: published("fits", fits, joined.fits, before?.figures.fits),
    },
  };
}

const listed = (rows: Rows) => ({ field: [...rows.field], party: [...rows.party] });

function answersOf<C extends string>(
  counted: readonly Lot[],
  columnOf: (lot: Lot) => string | null,
  columns: readonly C[],
  lists: Lists,
  kin: readonly (readonly C[])[] = [],
): Answers<C> {
  const cells = counted.flatMap((lot) => {
    const column = columns.find((one) => one === columnOf(lot));
    return column === undefined ? [] : [{ field: lot.field, party: lot.party, column, people: lot.people }];
  });
  return { ...lists, columns, kin, cells };
}
const countsOf = <C extends string>({ cells, columns }: Answers<C>) =>
  columns.map((column) => sum(cells.filter((cell) => cell.column === column)));
const total = <C extends string>(answers: Answers<C>) => totalLine(countsOf(answers), answers.columns);
const join = <C extends string>(answers: Answers<C>) =>
  total(answers).status === "counts" ? joinSmall(answers.columns, countsOf(answers), answers.kin) : [];

/** Rows whose counts are told (`firm`); of those some say "nearly all" instead, as do rows where everybody chose alike. */
interface Chosen {
  readonly firm: Rows;
  readonly nearly: Rows;
  readonly exact: Rows;
}
type Joined = Readonly<Record<TableName, readonly (readonly string[])[]>>;

/** The rows that may be told of each table; null for a table that is not broken down. */
function chooseRows(
  lots: readonly Lot[],
  moments: readonly Told[],
  tables: Readonly<Record<TableName, Answers>>,
  joined: Joined,
): Record<TableName, Chosen | null> {
  // Rare columns that were joined are one to who looks; over several moments each is held to itself
  const nameIn = (table: TableName) => (column: string) =>
    String(joined[table].findIndex((some) => some.includes(column)) + 1 || column);
  const names: Names = moments.length === 0 ? { choice: nameIn("ballots"), fit: nameIn("fits") } : eachApart;
  const rows = { ballots: rowsOf(tables.ballots, joined.ballots), fits: rowsOf(tables.fits, joined.fits) };
  const firm = (table: TableName): ToldRows => (rows[table] ? listed(rows[table].firm) : null);
  for (;;) {
    const [who] = singledOut(lots, [...moments, { ballots: firm("ballots"), fits: firm("fits") }], names);
    if (who === undefined) break;
    if (!withhold(rows, who)) return { ballots: null, fits: null };
  }
  const lost = (table: TableName) => {
    const before = moments.findLast((told) => told[table])?.[table];
    const kept = rows[table]?.firm;
    return before && [...before.field, ...before.party].some((id) => !kept?.field.has(id) && !kept?.party.has(id));
  };
  return { ballots: lost("ballots") ? null : chosen(rows.ballots), fits: lost("fits") ? null : chosen(rows.fits) };
}

function chosen(rows: { firm: Rows; nearly: Rows } | null): Chosen | null {
  if (!rows) return null;
  const exact = (side: Side) => new Set([...rows.firm[side]].filter((id) => !rows.nearly[side].has(id)));
  return { ...rows, exact: { field: exact("field"), party: exact("party") } };
}

function rowsOf(answers: Answers, joined: readonly (readonly string[])[]): { firm: Rows; nearly: Rows } | null {
  if (joined.length < 2) return null;
  const kept = rowsToKeep(answers, answers.cells);
  const select = (side: Side, when: (others: number, people: number) => boolean) =>
    new Set(
      [...kept[side]].filter((id) => {
        const own = answers.cells.filter((cell) => cell[side] === id);
        const columns = Map.groupBy(own, ({ column }) => joined.findIndex((some) => some.includes(column)));
        return when(sum(own) - Math.max(0, ...[...columns.values()].map(sum)), sum(own));
      }),
    );
  const few = (side: Side) => select(side, (others, people) => others <= fewOthers(people));
  const mixed = (side: Side) => select(side, (others) => others > 0);
  // A row where everybody chose alike must be able to have one who did not; other rows keep their counts
  return { firm: { field: mixed("field"), party: mixed("party") }, nearly: { field: few("field"), party: few("party") } };
}

/** Takes away a row of who is singled out, the party first, since fields are what the dialogue is about; else any other. */
function withhold(rows: Record<TableName, { firm: Rows; nearly: Rows } | null>, { table, lot }: SingledOut): boolean {
  for (const name of [table, table === "ballots" ? "fits" : "ballots"] as const) {
    const own = rows[name];
    if (!own) continue;
    const row = pick(own.firm, "party", lot.party) ?? pick(own.firm, "field", lot.field);
    if (!row) continue;
    own.firm[row.side].delete(row.id);
    own.nearly[row.side].delete(row.id);
    return true;
  }
  return false;
}

function pick(firm: Rows, side: Side, own: string): { side: Side; id: string } | undefined {
  const id = firm[side].has(own) ? own : [...firm[side]][0];
  return id === undefined ? undefined : { side, id };
}

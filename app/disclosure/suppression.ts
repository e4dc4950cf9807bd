import { exposed, type Voters } from "./deniable.ts";
import { fewest, other, type Rows, rowsToKeep, type Side, sum, together } from "./kept-rows.ts";

/**
 * What may be shown of one row. With `counts` they stand in the order of the columns.
 * `nearly-all`: everybody, or all but a few (`fewOthers`), chose these columns; which of the two is not told.
 */
export type Line<C extends string = string> =
  | { readonly status: "counts"; readonly people: number; readonly counts: readonly number[] }
  | { readonly status: "nearly-all"; readonly people: number; readonly columns: readonly C[] }
  | { readonly status: "withheld" };

export type Answers<C extends string = string> = {
  /** Every field and party, in the order of the screen, also those without answers. */
  readonly fields: readonly string[];
  readonly parties: readonly string[];
  readonly columns: readonly C[];
  /** Columns that say nearly the same: where few chose one, it is joined with another of its kin before any other. */
  readonly kin?: readonly (readonly C[])[];
  /** How many people of this field and this party chose this column. Each person counts once. */
  readonly cells: readonly { readonly field: string; readonly party: string; readonly column: C; readonly people: number }[];
};

export type Published<C extends string = string> = {
  readonly total: Line<C>;
  /** The columns of the breakdown: one chosen by fewer than five is joined with another. */
  readonly columns: readonly (readonly C[])[];
  readonly fields: readonly { readonly id: string; readonly line: Line<C> }[];
  readonly parties: readonly { readonly id: string; readonly line: Line<C> }[];
};

/**
 * The rule of five for one set of answers, shown in all, by field and by party at once.
 *
 * 1. Fewer than five answers: nothing. All but a few alike: "nearly all", and no breakdown.
 * 2. A column that one to four people chose is joined in the breakdown: with its kin, as long as that leaves something to tell apart,
 *    else with the smallest other column. Which are joined follows from the total, which is told.
 * 3. A row of fewer than five is withheld, and further rows with it until no sum or difference of what is left, over fields
 *    and parties together, speaks of one to four people (`smallestCut`: such sums are the cuts of the graph of fields and parties).
 * 4. A row where all but a few chose alike says "nearly all" instead of counts.
 * 5. While somebody is exposed (could not have chosen otherwise, given everything published; `exposed`), a further row is withheld.
 *
 * The reader may know everybody's field and party. A zero may be known: it says what nobody chose.
 * Why, and what it does not promise: `docs/decisions/0014-rule-of-five.md`.
 * @throws never
 */
export function suppress<C extends string>(answers: Answers<C>): Published<C> {
  const cells = answers.cells.filter(({ people }) => people > 0);
  const counts = answers.columns.map((column) => sum(cells.filter((cell) => cell.column === column)));
  const total = totalLine(counts, answers.columns);
  const columns = total.status === "counts" ? joinSmall(answers.columns, counts, answers.kin) : [];
  const groupOf = (column: C) => String(columns.findIndex((group) => group.includes(column)));
  const shown =
    columns.length < 2
      ? nothing
      : chooseRows(
          answers,
          cells.map((cell) => ({ ...cell, cell: JSON.stringify([cell.field, cell.party]), column: groupOf(cell.column) })),
        );

  return { total, columns, ...breakDown(answers, columns, shown) };
}

/** Which rows tell their counts, and which say "nearly all". */
export type Shown = { readonly exact: Rows; readonly nearly: Rows };

/** The rows as they are told. */
export function breakDown<C extends string>(
  answers: Answers<C>,
  columns: readonly (readonly C[])[],
  shown: Shown,
): Pick<Published<C>, "fields" | "parties"> {
  const lines = (side: Side) =>
    answers[side === "field" ? "fields" : "parties"].map((id): { id: string; line: Line<C> } => {
      const own = answers.cells.filter((cell) => cell[side] === id);
      if (shown.nearly[side].has(id))
        return { id, line: { status: "nearly-all", people: sum(own), columns: mostChosen(columns, own) } };
      if (!shown.exact[side].has(id)) return { id, line: { status: "withheld" } };
      const perColumn = columns.map((group) => sum(own.filter(({ column }) => group.includes(column))));
      return { id, line: { status: "counts", people: sum(own), counts: perColumn } };
    });
  return { fields: lines("field"), parties: lines("party") };
}

/** How many may have chosen otherwise where "nearly all" is said: a tenth, at least one, at most four. */
export function fewOthers(people: number): number {
  return Math.max(1, Math.min(fewest - 1, Math.floor(people / 10)));
}

export const nothing: Shown = {
  exact: { field: new Set<string>(), party: new Set<string>() },
  nearly: { field: new Set<string>(), party: new Set<string>() },
};

/** All together: withheld under five, "nearly all" where all but a few chose alike. */
export function totalLine<C extends string>(counts: readonly number[], columns: readonly C[]): Line<C> {
  const people = counts.reduce((all, count) => all + count, 0);
  const most = Math.max(0, ...counts);
  if (people < fewest) return { status: "withheld" };
  if (people - most <= fewOthers(people))
    return { status: "nearly-all", people, columns: columns.filter((_, i) => counts[i] === most) };
  return { status: "counts", people, counts };
}

/** The columns of the breakdown: what one to four people chose in all is joined with another. Empty when nothing is left to tell apart. */
export function joinSmall<C extends string>(
  columns: readonly C[],
  counts: readonly number[],
  kin: readonly (readonly C[])[] = [],
): C[][] {
  const first = kin.length > 0 ? joinWith(columns, counts, kin) : [];
  return first.length > 0 ? first : joinWith(columns, counts, []);
}

function joinWith<C extends string>(columns: readonly C[], counts: readonly number[], kin: readonly (readonly C[])[]): C[][] {
  let groups = columns.map((column, i) => ({ columns: [column], people: counts[i] ?? 0 }));
  type Group = (typeof groups)[number];
  const areKin = (a: Group, b: Group) => kin.some((some) => [a, b].every((one) => one.columns.some((c) => some.includes(c))));
  while (groups.length > 1) {
    const [small, ...others] = groups.filter(({ people }) => people > 0).sort((a, b) => a.people - b.people);
    if (small === undefined || small.people >= fewest) break;
    const next = others.find((other) => areKin(small, other)) ?? others[0];
    if (next === undefined) break;
    const joined = {
      columns: columns.filter((c) => small.columns.includes(c) || next.columns.includes(c)),
      people: small.people + next.people,
    };
    groups = groups.flatMap((group) => (group === next ? [joined] : group === small ? [] : [group]));
  }
  return groups.filter(({ people }) => people > 0).length < 2 ? [] : groups.map((group) => group.columns);
}

function mostChosen<C extends string>(
  columns: readonly (readonly C[])[],
  cells: readonly { column: C; people: number }[],
): readonly C[] {
  const count = (group: readonly C[]) => sum(cells.filter(({ column }) => group.includes(column)));
  return columns.reduce((most, group) => (count(group) > count(most) ? group : most));
}

function chooseRows(answers: { fields: readonly string[]; parties: readonly string[] }, voters: readonly Voters[]): Shown {
  const of = (side: Side, id: string) => voters.filter((voter) => voter[side] === id);
  const kept = rowsToKeep(answers, voters);

  const others = (side: Side, id: string) => {
    const columns = Map.groupBy(of(side, id), ({ column }) => column);
    return sum(of(side, id)) - Math.max(0, ...[...columns.values()].map(sum));
  };
  const select = (side: Side, when: (others: number, people: number) => boolean) =>
    new Set([...kept[side]].filter((id) => when(others(side, id), sum(of(side, id)))));
  const few = (side: Side) => select(side, (others, people) => others <= fewOthers(people));
  const nearly: Rows = { field: few("field"), party: few("party") };

  // A row where everybody chose alike must be able to have one who did not; other rows keep their counts
  const firm: Rows = { field: select("field", (others) => others > 0), party: select("party", (others) => others > 0) };
  for (;;) {
    const [who] = exposed(voters.map((voter) => ({ ...voter, ...together(firm, voter) })));
    if (who === undefined) break;
    const row = rowToWithhold(firm, who);
    if (row === undefined) return nothing;
    firm[row.side].delete(row.id);
    nearly[row.side].delete(row.id);
  }
  const exact = (side: Side) => new Set([...firm[side]].filter((id) => !nearly[side].has(id)));
  return { exact: { field: exact("field"), party: exact("party") }, nearly };
}

/** A row of the exposed person, the party first, since fields are what the dialogue is about; else any other. */
function rowToWithhold(firm: Rows, who: Voters): { side: Side; id: string } | undefined {
  if (who.party !== other) return { side: "party", id: who.party };
  if (who.field !== other) return { side: "field", id: who.field };
  const [party] = firm.party;
  const [field] = firm.field;
  return party !== undefined ? { side: "party", id: party } : field !== undefined ? { side: "field", id: field } : undefined;
}

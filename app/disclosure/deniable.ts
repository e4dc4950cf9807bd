import { fewest } from "./kept-rows.ts";

/** People of one field and party (`cell`) who chose one column; rows that are not told apart carry one and the same name. */
export type Voters = {
  readonly field: string;
  readonly party: string;
  readonly cell: string;
  readonly column: string;
  readonly people: number;
};

/**
 * Who could not have chosen otherwise without changing a published figure.
 *
 * Take two columns. Everyone who chose the first is an arrow from their field to their party, everyone who chose the
 * second an arrow back. Let all people on a closed round of arrows change column: each field and each party on the
 * round loses one and gains one, so every count by field, by party and in all stays as it was. Whoever is on such a round
 * may as well have chosen the other column, also for a reader who knows everybody's field and party. In a cell of fewer than
 * five the round may not turn back within the cell: what the cell chose together must be open too.
 *
 * @returns those whose cell is on no round that moves their column
 */
export function exposed(voters: readonly Voters[]): Voters[] {
  const present = voters.filter(({ people }) => people > 0);
  const sizes = new Map<string, number>();
  for (const { cell, people } of present) sizes.set(cell, (sizes.get(cell) ?? 0) + people);
  const small = (cell: string) => (sizes.get(cell) ?? 0) < fewest;

  const columns = [...new Set(present.map(({ column }) => column))];
  const safe = new Set<Voters>();
  for (const [i, there] of columns.entries())
    for (const back of columns.slice(i + 1))
      for (const voter of onRound(
        present.filter(({ column }) => column === there || column === back),
        there,
        small,
      ))
        safe.add(voter);
  return present.filter((voter) => !safe.has(voter));
}

function onRound(voters: readonly Voters[], there: string, small: (cell: string) => boolean): Voters[] {
  const arrows = voters.map((voter) => {
    const [field, party] = [`field ${voter.field}`, `party ${voter.party}`];
    return { voter, ...(voter.column === there ? { from: field, to: party } : { from: party, to: field }) };
  });
  const next = Map.groupBy(arrows, ({ from }) => from);
  const open = arrows
    .filter(({ voter, from, to }) => {
      const reached = new Set([to]);
      for (const point of reached)
        for (const arrow of next.get(point) ?? [])
          if (!small(voter.cell) || arrow.voter.cell !== voter.cell) reached.add(arrow.to);
      return reached.has(from);
    })
    .map(({ voter }) => voter.cell);
  // one more or one less for either column: both counts of the cell are open
  return voters.filter(({ cell }) => open.includes(cell));
}

import { edges, fewest, rowsToKeep, sum } from "./kept-rows.ts";
import { smallestCut } from "./smallest-cut.ts";

export type Size = { readonly status: "people"; readonly people: number } | { readonly status: "withheld" };
export type PeopleTable = {
  readonly total: Size;
  readonly fields: readonly { readonly id: string; readonly size: Size }[];
  readonly parties: readonly { readonly id: string; readonly size: Size }[];
  readonly cells: readonly { readonly field: string; readonly party: string; readonly size: Size }[];
};

/**
 * Who took part, by field, by party and crossed, under the rule of five. A cell or row of fewer than five (also of none) is
 * withheld, and further ones until no sum or difference of what is left speaks of one to four people.
 * For one list, such as areas, give it as the fields with a single party.
 */
export function peopleTable(
  rows: { fields: readonly string[]; parties: readonly string[] },
  people: readonly { readonly field: string; readonly party: string; readonly people: number }[],
): PeopleTable {
  const all = sum(people);
  if (all < fewest) return table(rows, () => withheld, { total: withheld, field: () => withheld, party: () => withheld });
  const kept = rowsToKeep(rows, people);
  const cells = people.map((cell) => ({
    ...cell,
    shown: cell.people >= fewest && kept.field.has(cell.field) && kept.party.has(cell.party),
  }));

  // What is left of the row sizes after the shown cells speaks of the other cells only: no cut of those may be small
  for (;;) {
    const cut = smallestCut(
      edges(
        kept,
        cells.filter(({ shown }) => !shown),
      ),
    );
    if (cut === undefined || cut.people >= fewest) break;
    const crossing = cells.find(
      ({ shown, field, party }) => shown && cut.side.has(`field ${field}`) !== cut.side.has(`party ${party}`),
    );
    if (crossing === undefined) break; // cannot be: the rows alone part five or more
    crossing.shown = false;
  }
  const size = (counted: readonly { people: number }[]): Size => ({ status: "people", people: sum(counted) });
  const row = (side: "field" | "party") => (id: string) =>
    kept[side].has(id) ? size(people.filter((cell) => cell[side] === id)) : withheld;
  const cell = (field: string, party: string) => {
    const found = cells.filter((one) => one.field === field && one.party === party);
    return found.length > 0 && found.every(({ shown }) => shown) ? size(found) : withheld;
  };
  return table(rows, cell, { total: size(people), field: row("field"), party: row("party") });
}

const withheld: Size = { status: "withheld" };

function table(
  rows: { fields: readonly string[]; parties: readonly string[] },
  cell: (field: string, party: string) => Size,
  of: { total: Size; field: (id: string) => Size; party: (id: string) => Size },
): PeopleTable {
  return {
    total: of.total,
    fields: rows.fields.map((id) => ({ id, size: of.field(id) })),
    parties: rows.parties.map((id) => ({ id, size: of.party(id) })),
    cells: rows.fields.flatMap((field) => rows.parties.map((party) => ({ field, party, size: cell(field, party) }))),
  };
}

import { smallestCut } from "./smallest-cut.ts";

/** No figure on fewer people than this, and none that follows from others. */
export const fewest = 5;

export type Side = "field" | "party";
export type Rows = { field: Set<string>; party: Set<string> };
type Counted = { readonly field: string; readonly party: string; readonly people: number };

/** The one name of all rows that are not told apart. */
export const other = "";
export const sum = (cells: readonly { people: number }[]) => cells.reduce((all, { people }) => all + people, 0);

/**
 * The rows whose size may be known. One with fewer than five people is not kept, nor are further ones, until no sum or
 * difference of rows, over fields and parties together, speaks of one to four people.
 *
 * Each person is an edge between a field and a party. What can be added up from the sizes of rows is a potential on the
 * points of this graph; the people a sum speaks of are a cut of it. So it is enough that the smallest cut holds five.
 * Which rows go depends on who took part and on the order of the rows, never on what anybody chose.
 */
export function rowsToKeep(rows: { fields: readonly string[]; parties: readonly string[] }, people: readonly Counted[]): Rows {
  const enough = (side: Side, ids: readonly string[]) =>
    new Set(ids.filter((id) => sum(people.filter((cell) => cell[side] === id)) >= fewest));
  const kept = { field: enough("field", rows.fields), party: enough("party", rows.parties) };
  for (let row = rowInTheWay(kept, people); row !== undefined; row = rowInTheWay(kept, people)) kept[row.side].delete(row.id);
  return kept;
}

export function together(kept: Rows, { field, party }: Counted): { field: string; party: string } {
  return { field: kept.field.has(field) ? field : other, party: kept.party.has(party) ? party : other };
}

export function edges(kept: Rows, people: readonly Counted[]) {
  return people.map((cell) => {
    const { field, party } = together(kept, cell);
    return { from: `field ${field}`, to: `party ${party}`, people: cell.people };
  });
}

/** The first row that parts too few people from the rest; by order, as a choice by size would betray sizes. */
function rowInTheWay(kept: Rows, people: readonly Counted[]): { side: Side; id: string } | undefined {
  const cut = smallestCut(edges(kept, people));
  if (cut === undefined || cut.people >= fewest) return undefined;
  for (const side of ["party", "field"] as const) {
    const hidden = people.some((cell) => cell.people > 0 && !kept[side].has(cell[side]));
    const apart = (id: string) => cut.side.has(`${side} ${id}`) !== cut.side.has(`${side} ${other}`);
    const id = [...kept[side]].find((row) => hidden && apart(row));
    if (id !== undefined) return { side, id };
  }
  const [party] = kept.party;
  const [field] = kept.field;
  return party !== undefined ? { side: "party", id: party } : field !== undefined ? { side: "field", id: field } : undefined;
}

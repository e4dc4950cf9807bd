import { fewOthers, type Line, type Published } from "./suppression.ts";

/** A world: how many people of each cell (field x party, in that order) chose each column. */
export type World = readonly (readonly number[])[];

/** Every way in which people, whose field and party the attacker knows, can have chosen. */
export function allWorlds(sizes: readonly number[], columns: number): World[] {
  let worlds: World[] = [[]];
  for (const size of sizes) {
    const ways = [...splits(size, columns)];
    worlds = worlds.flatMap((world) => ways.map((way) => [...world, way]));
  }
  return worlds;
}

function* splits(people: number, columns: number): Generator<number[]> {
  if (columns === 1) yield [people];
  else
    for (let first = 0; first <= people; first++) for (const rest of splits(people - first, columns - 1)) yield [first, ...rest];
}

/** Could this world have led to what is published? Looks at every figure and statement, knows nothing of the program. */
export function fits(world: World, published: Published, columns: readonly string[], parties: number): boolean {
  const single = columns.map((column) => [column]);
  const add = (cells: World) => columns.map((_, column) => cells.reduce((all, cell) => all + (cell[column] ?? 0), 0));
  return (
    agrees(add(world), published.total, single, columns) &&
    published.fields.every(({ line }, f) =>
      agrees(add(world.slice(f * parties, (f + 1) * parties)), line, published.columns, columns),
    ) &&
    published.parties.every(({ line }, p) =>
      agrees(add(world.filter((_, cell) => cell % parties === p)), line, published.columns, columns),
    )
  );
}

function agrees(
  counts: readonly number[],
  line: Line,
  groups: readonly (readonly string[])[],
  columns: readonly string[],
): boolean {
  const inGroup = (group: readonly string[]) => group.reduce((all, column) => all + (counts[columns.indexOf(column)] ?? 0), 0);
  if (line.status === "counts") return groups.every((group, i) => inGroup(group) === line.counts[i]);
  if (line.status === "nearly-all") return line.people - inGroup(line.columns) <= fewOthers(line.people);
  return true;
}

/** Sets of one to `most` people (whole cells taken together) whose number of votes for a column, above zero, is the same in all worlds. */
export function pinned(
  worlds: readonly World[],
  sizes: readonly number[],
  columns: number,
  most: number,
): { cells: number[]; column: number }[] {
  const found: { cells: number[]; column: number }[] = [];
  for (let mask = 1; mask < 1 << sizes.length; mask++) {
    const cells = [...sizes.keys()].filter((cell) => (mask >> cell) & 1 && (sizes[cell] ?? 0) > 0);
    const people = cells.reduce((all, cell) => all + (sizes[cell] ?? 0), 0);
    if (cells.length === 0 || people > most) continue;
    for (let column = 0; column < columns; column++) {
      const count = (world: World) => cells.reduce((all, cell) => all + (world[cell]?.[column] ?? 0), 0);
      const first = count(worlds[0] ?? []);
      if (first > 0 && worlds.every((world) => count(world) === first)) found.push({ cells, column });
    }
  }
  return found;
}

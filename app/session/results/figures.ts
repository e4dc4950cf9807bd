import type { Line, Published } from "../../disclosure/suppression.ts";
import { type Interval, wilson } from "../../method/analysis/interval.ts";

export type Share = Interval & { readonly share: number; readonly chosen: number; readonly people: number };

/**
 * The columns that a bar shows: those that say the wanted answers and nothing else. Where rare answers were joined with them: the opposite,
 * if that can be told by itself; else the column that holds the first of them.
 */
export function leadColumns<C extends string>(
  columns: readonly (readonly C[])[],
  wanted: readonly C[],
  opposite: readonly C[] = [],
): readonly number[] {
  const say = (answers: readonly C[]) =>
    columns.flatMap((group, at) => (group.every((column) => answers.includes(column)) ? [at] : []));
  const only = say(wanted);
  if (only.length > 0) return only;
  const other = say(opposite);
  if (other.length > 0) return other;
  const holds = columns.findIndex((group) => wanted[0] !== undefined && group.includes(wanted[0]));
  return holds < 0 ? [] : [holds];
}

/** The share of some columns in a row that has counts. */
export function shareOf(line: Line, columns: readonly number[]): Share | null {
  if (line.status !== "counts" || columns.length === 0 || line.people === 0) return null;
  const chosen = columns.reduce((sum, at) => sum + (line.counts[at] ?? 0), 0);
  return { chosen, people: line.people, share: chosen / line.people, ...wilson(chosen, line.people) };
}

/** The whole as a row of the breakdown: its columns joined as those are. */
export function wholeLine<C extends string>(published: Published<C>, all: readonly C[]): Line<C> {
  const { total, columns } = published;
  if (total.status !== "counts" || columns.length === 0) return total;
  const counts = columns.map((group) => group.reduce((sum, column) => sum + (total.counts[all.indexOf(column)] ?? 0), 0));
  return { ...total, counts };
}

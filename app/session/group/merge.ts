import type { ContributionId, GroupId, PersonId } from "../../platform/ids.ts";

interface Table {
  readonly number: number;
  readonly members: readonly unknown[];
}

/** Of two tables that become one the smaller moves; of equals the one with the higher number. */
export function whichMoves<T extends Table>(a: T, b: T): { readonly moves: T; readonly stays: T } {
  const first = a.members.length === b.members.length ? a.number < b.number : a.members.length > b.members.length;
  return first ? { moves: b, stays: a } : { moves: a, stays: b };
}

/** A row as the database writes it. */
export type Row = Readonly<Record<string, unknown>>;

/** A table that sat down at another: what is needed to set it up again. */
export interface Merged {
  readonly stays: GroupId;
  readonly staysNoteTaker: PersonId | null;
  readonly id: GroupId;
  /** its own row */
  readonly table: readonly Row[];
  readonly people: readonly PersonId[];
  readonly contributions: readonly ContributionId[];
  readonly help: readonly string[];
  /** roles taken, notes read back, visits */
  readonly hanging: readonly (readonly Row[])[];
}

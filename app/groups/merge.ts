interface Table {
  readonly number: number;
  readonly members: readonly unknown[];
}

/** Of two tables that become one the smaller moves; of equals the one with the higher number. */
export function whichMoves<T extends Table>(a: T, b: T): { readonly moves: T; readonly stays: T } {
  const first = a.members.length === b.members.length ? a.number < b.number : a.members.length > b.members.length;
  return first ? { moves: b, stays: a } : { moves: a, stays: b };
}

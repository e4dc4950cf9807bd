/** +1 agree, -1 disagree, 0 skip */
export type Choice = 1 | 0 | -1;

/**
 * Who chose what, row by row; what nobody chose takes no room [OG1].
 * Row i is person `people[i]`; its cells are t = rowStart[i] .. rowStart[i + 1] - 1.
 */
export type Votes = {
  readonly people: readonly string[];
  readonly statements: readonly string[];
  /** people + 1 offsets, rising, from 0 to the number of votes */
  readonly rowStart: Uint32Array;
  /** per vote the statement's index, rising within a row, each once */
  readonly columns: Uint32Array;
  /** per vote +1, -1 or 0 */
  readonly choices: Int8Array;
  /** per statement how many people said "not my field": seen, but no choice; missing in the matrix */
  readonly notMyField: Uint32Array;
};

export type Ballot = {
  readonly person: string;
  readonly statement: string;
  readonly choice: Choice | "not-my-field";
};

/**
 * Ballots in the order in which they were cast; the last of one person on one statement counts.
 * @param statements fixes which columns there are and their order; ballots on others are left out. Without it: as met
 * @returns people in the order in which they are met; who cast nothing but "not my field" has an empty row
 * @throws never
 */
export function votesOf(ballots: Iterable<Ballot>, statements?: readonly string[]): Votes {
  const columnOf = new Map((statements ?? []).map((id, column) => [id, column]));
  const rows = new Map<string, Map<number, Ballot["choice"]>>();
  for (const { person, statement, choice } of ballots) {
    let column = columnOf.get(statement);
    if (column === undefined) {
      if (statements) continue;
      column = columnOf.size;
      columnOf.set(statement, column);
    }
    const row = rows.get(person) ?? new Map<number, Ballot["choice"]>();
    rows.set(person, row.set(column, choice));
  }

  const notMyField = new Uint32Array(columnOf.size);
  const rowStart = new Uint32Array(rows.size + 1);
  const columns: number[] = [];
  const choices: number[] = [];
  let person = 0;
  for (const row of rows.values()) {
    for (const [column, choice] of [...row].sort(([a], [b]) => a - b)) {
      if (choice === "not-my-field") {
        notMyField[column]!++;
        continue;
      }
      columns.push(column);
      choices.push(choice);
    }
    rowStart[++person] = columns.length;
  }
  return {
    people: [...rows.keys()],
    statements: [...columnOf.keys()],
    rowStart,
    columns: Uint32Array.from(columns),
    choices: Int8Array.from(choices),
    notMyField,
  };
}

/**
 * The votes with some rows and columns, in the given order [OG1].
 * @param rows, columns indices into `votes`, each at most once
 * @returns cells sorted within a row by the new order of columns
 * @throws never
 */
export function pick(votes: Votes, rows: ArrayLike<number>, columns: ArrayLike<number>): Votes {
  const place = new Int32Array(votes.statements.length).fill(-1);
  for (let to = 0; to < columns.length; to++) place[columns[to]!] = to;

  const rowStart = new Uint32Array(rows.length + 1);
  const columnStart = new Uint32Array(columns.length + 1);
  for (let to = 0; to < rows.length; to++) {
    let kept = 0;
    for (let t = votes.rowStart[rows[to]!]!; t < votes.rowStart[rows[to]! + 1]!; t++) {
      const column = place[votes.columns[t]!]!;
      if (column < 0) continue;
      columnStart[column + 1]!++;
      kept++;
    }
    rowStart[to + 1] = rowStart[to]! + kept;
  }
  for (let column = 0; column < columns.length; column++) columnStart[column + 1]! += columnStart[column]!;

  // first by column, then dealt back over the rows: each row ends up in the order of the columns
  const kept = rowStart[rows.length]!;
  const byColumn = { rows: new Uint32Array(kept), choices: new Int8Array(kept) };
  const next = columnStart.slice();
  for (let to = 0; to < rows.length; to++)
    for (let t = votes.rowStart[rows[to]!]!; t < votes.rowStart[rows[to]! + 1]!; t++) {
      const column = place[votes.columns[t]!]!;
      if (column < 0) continue;
      const at = next[column]!++;
      byColumn.rows[at] = to;
      byColumn.choices[at] = votes.choices[t]!;
    }
  const cells = { columns: new Uint32Array(kept), choices: new Int8Array(kept) };
  const free = rowStart.slice();
  for (let column = 0; column < columns.length; column++)
    for (let from = columnStart[column]!; from < columnStart[column + 1]!; from++) {
      const at = free[byColumn.rows[from]!]!++;
      cells.columns[at] = column;
      cells.choices[at] = byColumn.choices[from]!;
    }
  return {
    people: Array.from(rows, (row) => votes.people[row]!),
    statements: Array.from(columns, (column) => votes.statements[column]!),
    rowStart,
    ...cells,
    notMyField: Uint32Array.from(columns, (column) => votes.notMyField[column]!),
  };
}

/** Rows of a sparse matrix, one after the other: row i has the entries from `start[i]` to `start[i + 1]`. */
export interface Rows {
  readonly start: Int32Array;
  readonly column: Int32Array;
  readonly value: Float32Array;
  /** How many columns there are. */
  readonly width: number;
}

/** Takes entries row by row; grows by doubling. */
export function makeRows() {
  let column = new Int32Array(1 << 12);
  let value = new Float32Array(1 << 12);
  const start = [0];
  let size = 0;
  return {
    add(at: number, what: number): void {
      if (size === column.length) {
        const wider = new Int32Array(size * 2);
        wider.set(column);
        column = wider;
        const more = new Float32Array(size * 2);
        more.set(value);
        value = more;
      }
      column[size] = at;
      value[size] = what;
      size += 1;
    },
    endRow(): void {
      start.push(size);
    },
    done: (width: number): Rows => ({
      start: Int32Array.from(start),
      column: column.slice(0, size),
      value: value.slice(0, size),
      width,
    }),
  };
}

export const rowCount = ({ start }: Rows): number => start.length - 1;

/** For each column the rows that have it, in order. */
export function turned(rows: Rows): Rows {
  const count = new Int32Array(rows.width + 1);
  for (const column of rows.column) count[column + 1] = (count[column + 1] ?? 0) + 1;
  for (let at = 0; at < rows.width; at++) count[at + 1] = (count[at + 1] ?? 0) + (count[at] ?? 0);
  const start = count.slice();
  const column = new Int32Array(rows.column.length);
  const value = new Float32Array(rows.column.length);
  const height = rowCount(rows);
  for (let row = 0; row < height; row++) {
    const end = rows.start[row + 1] ?? 0;
    for (let at = rows.start[row] ?? 0; at < end; at++) {
      const into = rows.column[at] ?? 0;
      const place = count[into] ?? 0;
      count[into] = place + 1;
      column[place] = row;
      value[place] = rows.value[at] ?? 0;
    }
  }
  return { start, column, value, width: height };
}

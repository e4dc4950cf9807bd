/** Rows of a table as they are typed: `| Wat | Wie |`, a sign `|` within a cell as `\|`. */
const row = /^\s*\|(.*)\|\s*$/;
/** What other notations draw below the head: it says nothing here. */
const rule = /^[\s|:-]*-[\s|:-]*$/;

/** The cells of a typed row; null: it is none. A line that only draws has no cells. */
export function cellsOf(line: string): readonly string[] | null {
  const inner = row.exec(line)?.[1];
  if (inner === undefined || inner.trim() === "") return null;
  if (rule.test(inner)) return [];
  return inner.split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll("\\|", "|"));
}

export const writeRow = (cells: readonly string[]): string =>
  `| ${cells
    .map((cell) =>
      cell
        .replace(/\s*\n\s*/g, " ")
        .replaceAll("|", "\\|")
        .trim(),
    )
    .join(" | ")} |`;

/** Rows of equal length: where one is shorter, cells without words follow. */
export function squared<T>(rows: readonly (readonly T[])[], empty: T): T[][] {
  const width = Math.max(0, ...rows.map(({ length }) => length));
  return rows.map((cells) => Array.from({ length: width }, (_, at) => cells[at] ?? empty));
}

/**
 * CSV as RFC 4180 has it. Cells of text that a spreadsheet would run as a formula get one apostrophe in front.
 * The rule can be undone: a text of any number of apostrophes followed by = + - @ tab CR or LF gets one more when written,
 * and loses one when read with `undoGuard`. Numbers (typed as number) are never changed.
 */
export type Cell = string | number | null;
export type Separator = "," | ";";

export type CsvProblemCode =
  | "empty-file"
  | "unclosed-quote"
  | "quote-inside-cell"
  | "text-after-quote"
  | "too-few-cells"
  | "too-many-cells"
  | "duplicate-column";

/** Rows and columns are counted from 1 as a spreadsheet does; the header is row 1. */
export type CsvProblem = { readonly row: number; readonly column: number; readonly code: CsvProblemCode };
export type CsvRecord = { readonly row: number; readonly cells: string[]; readonly problems: readonly CsvProblem[] };
export type ReadOptions = { readonly separator?: Separator; readonly undoGuard?: boolean };

/** `bom` for spreadsheets that otherwise break accents; `separator: ";"` with `decimal: ","` for Dutch ones. */
export function writeCsv(
  header: readonly string[],
  rows: Iterable<readonly Cell[]>,
  options: { readonly bom?: boolean; readonly separator?: Separator; readonly decimal?: "." | "," } = {},
): string {
  const { separator = ",", decimal = "." } = options;
  let text = (options.bom ? "\uFEFF" : "") + csvLine(header, separator);
  for (const row of rows) text += csvLine(row, separator, decimal);
  return text;
}

function csvLine(cells: readonly Cell[], separator: Separator = ",", decimal: "." | "," = "."): string {
  // a line with nothing on it would be skipped as blank
  if (cells.length === 1 && (cells[0] === "" || cells[0] === null)) return '""\r\n';
  return `${cells.map((cell) => writeCell(cell, decimal)).join(separator)}\r\n`;
}

export function guardCell(text: string): string {
  return /^'*[=+\-@\t\r\n]/.test(text) ? `'${text}` : text;
}

export function unguardCell(text: string): string {
  return /^'+[=+\-@\t\r\n]/.test(text) ? text.slice(1) : text;
}

/** The whole text at once. Blank lines are skipped but counted; rows with another number of cells than the header are problems. */
export function readCsv(
  text: string,
  options: ReadOptions = {},
): { readonly header: string[]; readonly rows: string[][]; readonly problems: readonly CsvProblem[] } {
  let header: string[] | undefined;
  const rows: string[][] = [];
  const problems: CsvProblem[] = [];
  for (const record of parseCsvChunks([text], options)) {
    problems.push(...record.problems);
    if (header) rows.push(record.cells);
    else header = record.cells;
  }
  if (!header) problems.push({ row: 1, column: 1, code: "empty-file" });
  return { header: header ?? [], rows, problems };
}

/** Piece by piece; the first record is the header. A piece may end anywhere, also within a cell. */
export function* parseCsvChunks(chunks: Iterable<string>, options: ReadOptions = {}): Generator<CsvRecord> {
  const parser = csvParser(options);
  for (const chunk of chunks) yield* parser.push(chunk);
  yield* parser.end();
}

export async function* parseCsvStream(chunks: AsyncIterable<string>, options: ReadOptions = {}): AsyncGenerator<CsvRecord> {
  const parser = csvParser(options);
  for await (const chunk of chunks) yield* parser.push(chunk);
  yield* parser.end();
}

type Place = "start" | "plain" | "quoted" | "after-quote";

function csvParser({ separator, undoGuard = false }: ReadOptions) {
  let head = "";
  let started = false;
  let split = separator?.charCodeAt(0) ?? 0;
  let width = 0;
  let row = 1;
  let place: Place = "start";
  let cell = "";
  let cells: string[] = [];
  let problems: CsvProblem[] = [];
  let wasQuoted = false;
  let skipLineFeed = false;
  let done: CsvRecord[] = [];

  const problem = (code: CsvProblemCode, column = cells.length + 1) => {
    if (!problems.some((p) => p.column === column && p.code === code)) problems.push({ row, column, code });
  };
  const endCell = () => {
    cells.push(undoGuard ? unguardCell(cell) : cell);
    cell = "";
    place = "start";
  };
  const endRecord = () => {
    const blank = cells.length === 0 && cell === "" && !wasQuoted;
    if (!blank) {
      endCell();
      if (width === 0) {
        width = cells.length;
        cells.forEach((name, i) => {
          if (cells.indexOf(name) < i) problem("duplicate-column", i + 1);
        });
      } else if (cells.length < width) problem("too-few-cells", cells.length + 1);
      else if (cells.length > width) problem("too-many-cells", width + 1);
      done.push({ row, cells, problems });
    }
    row += 1;
    cells = [];
    problems = [];
    wasQuoted = false;
    place = "start";
  };
  const read = (text: string) => {
    let from = 0;
    for (let i = 0; i < text.length; i++) {
      const c = text.charCodeAt(i);
      if (skipLineFeed) {
        skipLineFeed = false;
        if (c === lineFeed) {
          from = i + 1;
          continue;
        }
      }
      if (place === "quoted") {
        if (c !== quote) continue;
        cell += text.slice(from, i);
        place = "after-quote";
      } else if (c === split) {
        if (place === "plain") cell += text.slice(from, i);
        endCell();
      } else if (c === lineFeed || c === carriageReturn) {
        if (place === "plain") cell += text.slice(from, i);
        skipLineFeed = c === carriageReturn;
        endRecord();
      } else if (c === quote && place === "start") {
        place = "quoted";
        wasQuoted = true;
      } else if (c === quote && place === "after-quote") {
        cell += '"';
        place = "quoted";
      } else if (place === "plain") {
        if (c === quote) problem("quote-inside-cell");
        continue;
      } else {
        if (place === "after-quote") problem("text-after-quote");
        place = "plain";
        from = i;
        continue;
      }
      from = i + 1;
    }
    if (place === "plain" || place === "quoted") cell += text.slice(from);
  };
  const take = () => {
    const records = done;
    done = [];
    return records;
  };
  const start = (final: boolean) => {
    if (!started) {
      const text = head.charCodeAt(0) === 0xfeff ? head.slice(1) : head;
      const found = split === 0 ? separatorOf(text, final || text.length > 1_000_000) : separator;
      if (!found) return;
      split = found.charCodeAt(0);
      started = true;
      head = "";
      read(text);
    }
  };

  return {
    push(chunk: string): CsvRecord[] {
      if (started) read(chunk);
      else {
        head += chunk;
        if (head !== "") start(false);
      }
      return take();
    },
    end(): CsvRecord[] {
      start(true);
      if ((place as Place) === "quoted") problem("unclosed-quote");
      endRecord();
      return take();
    },
  };
}

const quote = 0x22;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/** The sign that stands most often outside quotes on the first line with anything on it; null when that line is not whole yet. */
export function separatorOf(text: string, whole: boolean): Separator | null {
  let [comma, semicolon, quoted, any] = [0, 0, false, false];
  for (const c of text) {
    if (c === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (c === ",") comma += 1;
    else if (c === ";") semicolon += 1;
    else if (c === "\n" || c === "\r") {
      if (any) return semicolon > comma ? ";" : ",";
      continue;
    }
    any = true;
  }
  return whole ? (semicolon > comma ? ";" : ",") : null;
}

function writeCell(cell: Cell, decimal: "." | ","): string {
  if (cell === null) return "";
  if (typeof cell === "number") {
    const text = Number.isFinite(cell) ? String(cell).replace(".", decimal) : "";
    return text.includes(",") ? `"${text}"` : text;
  }
  const text = guardCell(cell);
  return /[",;\t\r\n]|^\s|\s$|^\uFEFF/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

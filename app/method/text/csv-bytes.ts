import { type CsvProblem, type CsvProblemCode, type Separator, separatorOf } from "./csv.ts";

/** Hears the cells of a CSV as it is read. Columns count from 0; the bytes of a cell are lent until the call returns. */
export interface CellSink {
  /** A cell with something in it: empty cells are passed over, so that a sparse table costs what is in it. */
  cell(column: number, bytes: Uint8Array, from: number, to: number): void;
  /**
   * The end of a record.
   * @param row counted as `readCsv` does: from 1, blank ones too
   */
  record(row: number, cells: number): void;
}
export type ByteProblemCode = Exclude<CsvProblemCode, "empty-file" | "too-few-cells" | "too-many-cells" | "duplicate-column">;

/** Thrown where a file stops to be CSV in UTF-8. */
export class CsvFault extends Error {
  readonly problem: Omit<CsvProblem, "code"> & { readonly code: ByteProblemCode | "not-utf8" | "too-long" };
  constructor(row: number, column: number, code: CsvFault["problem"]["code"]) {
    super(code);
    this.problem = { row, column, code };
  }
}

/** No cell of a table of figures is longer; what is, has lost its closing quote. */
const longestCell = 1 << 20;
const longestHeader = 1 << 24;

/**
 * CSV as `csv.ts` reads it, for files of hundreds of megabytes: over bytes, in pieces, holding no more than a piece and a cell.
 * Comma or semicolon, by the header; BOM, LF, CRLF and CR; quoted cells.
 * @throws CsvFault from `push` and `end`, at the first thing that is wrong
 */
export function csvBytes(sink: CellSink): { push(piece: Uint8Array): void; end(): void } {
  let head: Uint8Array | null = new Uint8Array();
  let rest: Uint8Array = head;
  let split = 0;
  let row = 1;
  let column = 0;
  let blank = true;
  let skipLineFeed = false;

  /** @param last whether the end of the bytes is the end of the file */
  function read(bytes: Uint8Array, last: boolean): void {
    const end = bytes.length;
    let at = 0;
    while (at < end) {
      const sign = bytes[at] as number; // within the bounds
      if (sign === split) {
        column += 1;
        blank = false;
        at += 1;
      } else if (sign === lineFeed || sign === carriageReturn) {
        if (!(sign === lineFeed && skipLineFeed)) endRecord();
        skipLineFeed = sign === carriageReturn;
        at += 1;
        continue;
      } else if (sign === quote) {
        const to = quoted(bytes, at, last);
        if (to < 0) break;
        at = to;
      } else {
        let to = at + 1;
        for (; to < end; to++) {
          const next = bytes[to];
          if (next === split || next === lineFeed || next === carriageReturn) break;
          if (next === quote) throw new CsvFault(row, column + 1, "quote-inside-cell");
        }
        if (to === end && !last) break;
        blank = false;
        sink.cell(column, bytes, at, to);
        at = to;
      }
      skipLineFeed = false;
    }
    rest = at < end ? bytes.slice(at) : none;
    if (rest.length > longestCell) throw new CsvFault(row, column + 1, rest[0] === quote ? "unclosed-quote" : "too-long");
  }

  /** @returns where the cell ends, or -1 when its end has not come yet */
  function quoted(bytes: Uint8Array, at: number, last: boolean): number {
    let doubled = false;
    let to = at + 1;
    for (; to < bytes.length; to++) {
      if (bytes[to] !== quote) continue;
      if (to + 1 === bytes.length && !last) return -1;
      if (bytes[to + 1] !== quote) break;
      doubled = true;
      to += 1;
    }
    if (to >= bytes.length) {
      if (last) throw new CsvFault(row, column + 1, "unclosed-quote");
      return -1;
    }
    const after = bytes[to + 1];
    if (after !== undefined && after !== split && after !== lineFeed && after !== carriageReturn)
      throw new CsvFault(row, column + 1, "text-after-quote");
    blank = false;
    const cell = doubled ? undouble(bytes.subarray(at + 1, to)) : null;
    if (cell) sink.cell(column, cell, 0, cell.length);
    else if (to > at + 1) sink.cell(column, bytes, at + 1, to);
    return to + 1;
  }

  function endRecord(): void {
    if (!blank) sink.record(row, column + 1);
    row += 1;
    column = 0;
    blank = true;
  }

  /** Waits for the whole first line: its separator is the file's. */
  function begin(bytes: Uint8Array, last: boolean): void {
    if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))
      throw new CsvFault(1, 1, "not-utf8");
    const found: Separator | null = separatorOf(decode(bytes), last);
    if (!found) {
      if (bytes.length > longestHeader) throw new CsvFault(1, 1, "too-long");
      head = bytes;
      return;
    }
    head = null;
    split = found.charCodeAt(0);
    read(bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes, last);
  }

  return {
    push(piece) {
      if (head) begin(joined(head, piece), false);
      else read(joined(rest, piece), false);
    },
    end() {
      if (head) begin(head, true);
      else read(rest, true);
      endRecord();
    },
  };
}

const quote = 0x22;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const none = new Uint8Array();
const loose = new TextDecoder("utf-8");
/** Only the first line matters; a letter that was cut in two does not. */
const decode = (bytes: Uint8Array) => loose.decode(bytes);

function joined(before: Uint8Array, piece: Uint8Array): Uint8Array {
  if (before.length === 0) return piece;
  const both = new Uint8Array(before.length + piece.length);
  both.set(before);
  both.set(piece, before.length);
  return both;
}

function undouble(bytes: Uint8Array): Uint8Array {
  const cell = new Uint8Array(bytes.length);
  let length = 0;
  for (let at = 0; at < bytes.length; at++) {
    cell[length++] = bytes[at] as number; // within the bounds
    if (bytes[at] === quote) at += 1;
  }
  return cell.subarray(0, length);
}

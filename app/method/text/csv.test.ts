import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runs } from "../../../tests/runs.ts";
import { guardCell, parseCsvChunks, parseCsvStream, readCsv, type Separator, unguardCell, writeCsv } from "./csv.ts";

describe("writing", () => {
  test("lines end in CRLF, what needs quotes gets them", () => {
    expect(
      writeCsv(
        ["a", "b"],
        [
          ["een, twee", 'zij zei "nee"'],
          ["regel 1\nregel 2", null],
        ],
      ),
    ).toBe('a,b\r\n"een, twee","zij zei ""nee"""\r\n"regel 1\nregel 2",\r\n');
  });

  test("formulas get an apostrophe, numbers never", () => {
    expect(writeCsv(["a"], [["=1+1"], ["+31"], ["-5"], ["@x"], ["\tx"], [-5], [0.25]])).toBe(
      "a\r\n'=1+1\r\n'+31\r\n'-5\r\n'@x\r\n\"'\tx\"\r\n-5\r\n0.25\r\n",
    );
    expect(writeCsv(["=cmd"], [])).toBe("'=cmd\r\n");
  });

  test("a byte order mark, semicolons and decimal commas on request", () => {
    expect(writeCsv(["a", "b"], [[1.5, "x"]], { bom: true, separator: ";", decimal: "," })).toBe('\uFEFFa;b\r\n"1,5";x\r\n');
  });

  test("what is no number leaves an empty cell", () => {
    expect(writeCsv(["a", "b"], [[Number.NaN, Number.POSITIVE_INFINITY]])).toBe("a,b\r\n,\r\n");
  });
});

describe("reading", () => {
  test("BOM, LF, CR, a blank line and a missing last line end", () => {
    for (const end of ["\n", "\r\n", "\r"]) {
      expect(readCsv(`\uFEFFa,b${end}1,2${end}${end}3,"4"`)).toEqual({
        header: ["a", "b"],
        rows: [
          ["1", "2"],
          ["3", "4"],
        ],
        problems: [],
      });
    }
  });

  test("semicolons are recognised, also with commas within quotes", () => {
    expect(readCsv('"naam, voluit";b\n"x, y";2\n').rows).toEqual([["x, y", "2"]]);
    expect(readCsv("a;b\n1;2\n", { separator: "," }).header).toEqual(["a;b"]);
  });

  test("problems name row, column and what it is", () => {
    expect(readCsv('a,b\n1\n1,2,3\nx"y,2\n"x"y,2\n').problems).toEqual([
      { row: 2, column: 2, code: "too-few-cells" },
      { row: 3, column: 3, code: "too-many-cells" },
      { row: 4, column: 1, code: "quote-inside-cell" },
      { row: 5, column: 1, code: "text-after-quote" },
    ]);
    expect(readCsv('a,b\n1,"2\n3').problems).toEqual([{ row: 2, column: 2, code: "unclosed-quote" }]);
    expect(readCsv("a,b,a\n").problems).toEqual([{ row: 1, column: 3, code: "duplicate-column" }]);
    expect(readCsv("").problems).toEqual([{ row: 1, column: 1, code: "empty-file" }]);
    expect(readCsv("\uFEFF\n\n").problems).toEqual([{ row: 1, column: 1, code: "empty-file" }]);
  });

  test("blank lines count, so that the row is the one in the spreadsheet", () => {
    expect(readCsv("a,b\n\n1\n").problems).toEqual([{ row: 3, column: 2, code: "too-few-cells" }]);
  });

  test("text after a closing quote is kept", () => {
    expect(readCsv('a\n"x"y\n').rows).toEqual([["xy"]]);
  });

  test("a stream gives the same records", async () => {
    async function* stream() {
      yield 'a,b\r\n1,"2';
      yield '3"\r';
      yield "\n4,5";
    }
    const cells: string[][] = [];
    for await (const record of parseCsvStream(stream())) cells.push(record.cells);
    expect(cells).toEqual([
      ["a", "b"],
      ["1", "23"],
      ["4", "5"],
    ]);
  });
});

const text = fc.oneof(
  fc.string({ unit: "binary", maxLength: 12 }),
  fc.string({ unit: fc.constantFrom("=", "'", '"', ",", ";", "\r", "\n", "\t", " ", "a", "\uFEFF", "é", "🙂"), maxLength: 8 }),
);
const table = fc.integer({ min: 1, max: 4 }).chain((width) =>
  fc.record({
    header: fc.uniqueArray(text, { minLength: width, maxLength: width }),
    rows: fc.array(fc.array(text, { minLength: width, maxLength: width }), { maxLength: 6 }),
    separator: fc.constantFrom<Separator>(",", ";"),
    bom: fc.boolean(),
  }),
);

describe("round trip", () => {
  test("all text comes back when the guard is undone", () => {
    fc.assert(
      fc.property(table, ({ header, rows, separator, bom }) => {
        const written = writeCsv(header, rows, { separator, bom });
        expect(readCsv(written, { separator, undoGuard: true })).toEqual({ header, rows, problems: [] });
        if (header.length > 1) expect(readCsv(written, { undoGuard: true })).toEqual({ header, rows, problems: [] });
      }),
      { numRuns: runs(500) },
    );
  });

  test("with the guard on, no cell begins as a formula", () => {
    fc.assert(
      fc.property(table, ({ header, rows, separator, bom }) => {
        const read = readCsv(writeCsv(header, rows, { separator, bom }), { separator });
        expect(read.rows).toEqual(rows.map((row) => row.map(guardCell)));
        for (const cell of read.rows.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r\n]/);
      }),
    );
  });

  test("the guard can always be undone", () => {
    fc.assert(fc.property(text, (t) => unguardCell(guardCell(t)) === t));
  });

  test("pieces of any size give what the whole gives", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          text,
          table.map((t) => writeCsv(t.header, t.rows, t)),
        ),
        fc.integer({ min: 1, max: 5 }),
        (whole, size) => {
          const pieces = Array.from({ length: Math.ceil(whole.length / size) }, (_, i) => whole.slice(i * size, (i + 1) * size));
          expect([...parseCsvChunks(pieces)]).toEqual([...parseCsvChunks([whole])]);
        },
      ),
      { numRuns: runs(500) },
    );
  });
});

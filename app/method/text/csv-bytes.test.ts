import fc from "fast-check";
import { expect, test } from "vitest";
import { parseCsvChunks } from "./csv.ts";
import { CsvFault, csvBytes } from "./csv-bytes.ts";

const bytesOf = (text: string) => new TextEncoder().encode(text);

/** The cells of each record, empty ones filled in, with the row it stood in. */
function read(bytes: Uint8Array, size = bytes.length || 1) {
  const records: { row: number; cells: string[] }[] = [];
  let cells: string[] = [];
  const csv = csvBytes({
    cell(column, lent, from, to) {
      cells[column] = new TextDecoder("utf-8", { ignoreBOM: true }).decode(lent.subarray(from, to));
    },
    record(row, count) {
      records.push({ row, cells: Array.from({ length: count }, (_, at) => cells[at] ?? "") });
      cells = [];
    },
  });
  for (let at = 0; at < bytes.length; at += size) csv.push(bytes.subarray(at, at + size));
  csv.end();
  return records;
}
const faultOf = (work: () => unknown) => {
  try {
    work();
  } catch (fault) {
    if (fault instanceof CsvFault) return fault.problem;
    throw fault;
  }
  return null;
};

test("reads what the reader of texts reads, wherever the pieces end, and refuses what it finds wrong", () => {
  const piece = fc.constantFrom("a", "é", "1", '"', '""', ",", ";", "\n", "\r\n", "\r", " ", "-1", "€uro");
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), fc.boolean(), fc.integer({ min: 1, max: 9 }), (parts, bom, size) => {
      const text = (bom ? "\uFEFF" : "") + parts.join("");
      // how many cells a row has is for who reads the table
      const known = [...parseCsvChunks([text])].map(({ row, cells, problems }) => ({
        row,
        cells,
        problems: problems.filter(({ code }) => !/cells|duplicate/.test(code)),
      }));
      const wrong = known.flatMap(({ problems }) => problems)[0];
      const fault = faultOf(() => read(bytesOf(text), size));
      expect(fault === null).toBe(wrong === undefined);
      if (fault) expect(fault).toMatchObject({ row: wrong?.row, column: wrong?.column });
      else expect(read(bytesOf(text), size)).toEqual(known.map(({ row, cells }) => ({ row, cells })));
    }),
    { numRuns: 2_000 },
  );
});

test("an empty file has no records", () => {
  expect(read(new Uint8Array())).toEqual([]);
  expect(read(bytesOf("\n\n"))).toEqual([]);
});

test("another encoding is named", () => {
  expect(faultOf(() => read(Uint8Array.of(0xff, 0xfe, 0x61, 0)))).toEqual({ row: 1, column: 1, code: "not-utf8" });
});

test("a cell without an end is refused before it fills the memory", () => {
  const endless = new Uint8Array(1 << 18).fill(0x61);
  for (const [start, code] of [["a,b\n1,", "too-long"] as const, ['a,b\n1,"', "unclosed-quote"] as const]) {
    const csv = csvBytes({ cell() {}, record() {} });
    csv.push(bytesOf(start));
    const fault = faultOf(() => {
      for (let n = 0; n < 100; n++) csv.push(endless);
    });
    expect(fault).toEqual({ row: 2, column: 2, code });
  }
});

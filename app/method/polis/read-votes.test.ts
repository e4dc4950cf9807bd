import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Votes } from "../analysis/votes/votes.ts";
import { BadExport, type Statement } from "./polis.ts";
import { votesReader } from "./read-votes.ts";

const bytesOf = (text: string) => new TextEncoder().encode(text);
function read(given: string | Uint8Array, statements: readonly Statement[] | null = null, size = 1 << 20) {
  const bytes = typeof given === "string" ? bytesOf(given) : given;
  const reader = votesReader("v.csv", statements);
  for (let at = 0; at < bytes.length; at += size) reader.push(bytes.subarray(at, at + size));
  return reader.end();
}
const faultOf = (...given: Parameters<typeof read>) => {
  try {
    read(...given);
  } catch (fault) {
    if (fault instanceof BadExport) return { ...fault.fault, remedy: fault.fault.remedy.nl };
    throw fault;
  }
  return null;
};

/** Person, statement and vote, as one would write them down. */
function triples({ people, statements, rowStart, columns, choices }: Votes) {
  const found: [string, string, number][] = [];
  for (const [i, person] of people.entries())
    for (let t = rowStart[i] as number; t < (rowStart[i + 1] as number); t++)
      found.push([person, statements[columns[t] as number] as string, choices[t] as number]);
  return found;
}
const sorted = (votes: Votes) => triples(votes).sort((a, b) => (a.join() < b.join() ? -1 : 1));

const head = "participant,group-id,n-comments,n-votes,n-agree,n-disagree,0,1,2";
const wide = `${head}\n7,,0,3,2,1,1,-1,1\n9,0,0,1,1,0,,1,\n`;
const long = "timestamp,datetime,comment-id,voter-id,vote\n";
const about = (...ids: string[]): Statement[] =>
  ids.map((id) => ({ id, text: "", rejected: false, agrees: null, disagrees: null }));

describe("what is accepted", () => {
  const same: [string, string, number][] = [
    ["7", "0", 1],
    ["7", "1", -1],
    ["7", "2", 1],
    ["9", "1", 1],
  ];
  test.each([
    ["as Polis writes it", wide],
    ["a byte order mark", `\uFEFF${wide}`],
    ["CRLF", wide.replaceAll("\n", "\r\n")],
    ["semicolons", wide.replaceAll(",", ";")],
    ["quoted cells", wide.replaceAll(/[^,\n]+/g, '"$&"')],
    ["numbers as a spreadsheet writes them", wide.replace("1,-1,1\n", "1.0,-1.0,+1\n")],
    ["spaces and blank lines", wide.replace("9,0", "\n 9 ,0").replace("1,-1", "1 , -1")],
    ["no last line end", wide.trimEnd()],
    ["the same row twice", `${wide}9,0,0,1,1,0,,1,\n`],
    ["empty cells beyond the header", wide.replaceAll("\n", ",,\n")],
    ["1 as disagree, by the people's own counts", `${head}\n7,,0,3,2,1,-1,1,-1\n9,0,0,1,1,0,,-1,\n`],
  ])("%s", (_name, text) => {
    expect(triples(read(text).votes)).toEqual(same);
    expect(read(text).sign).toBe("counted");
  });

  test("without its own counts the sign comes from comments.csv, else from how Polis writes", () => {
    const bare = "participant,0,1\na,-1,1\nb,-1,\n";
    const counted: Statement[] = [
      { id: "0", text: "", rejected: false, agrees: 2, disagrees: 0 },
      { id: "1", text: "", rejected: false, agrees: 0, disagrees: 1 },
    ];
    expect(triples(read(bare, counted).votes)[0]).toEqual(["a", "0", 1]);
    expect(read(bare)).toMatchObject({ sign: "assumed" });
    expect(triples(read(bare).votes)[0]).toEqual(["a", "0", -1]);
  });

  test("one row a vote: the latest by time counts, then by place in the file", () => {
    const text = `${long}20,x,5,a,1\n10,x,5,a,-1\n10,x,5,b,-1\n10,x,5,b,0\n5,x,3,a,-1\n`;
    const { votes, form, replaced } = read(text);
    expect({ form, replaced }).toEqual({ form: "long", replaced: 2 });
    expect(sorted(votes)).toEqual([
      ["a", "3", -1],
      ["a", "5", 1],
      ["b", "5", 0],
    ]);
    expect(sorted(read("voter-id,comment-id,vote\na,5,1\na,5,-1\n").votes)).toEqual([["a", "5", -1]]);
  });

  test("nobody", () => {
    expect(read(`${head}\n`).votes).toMatchObject({ people: [], statements: ["0", "1", "2"] });
    expect(read(long).votes).toMatchObject({ people: [], statements: [] });
  });
});

test("spaces around the number of a person or statement do not make another one", () => {
  const [none, other] = [wide, wide.replace("\n7,", "\n 7\t,")].map((text) => read(text).votes);
  expect(other).toEqual(none);
  expect(read(`${long}1,x,5,7,1\n2,x, 5,7 ,-1\n`)).toMatchObject({ replaced: 1, votes: { people: ["7"], statements: ["5"] } });
  expect(faultOf(`${wide}7 ,,0,1,1,0,1,,\n`)).toMatchObject({ row: 4, column: "participant" });
});

describe("what is refused, with row, column and remedy", () => {
  test.each([
    ["an empty file", "", { row: 1, remedy: "leeg" }],
    [
      "a cell that is no vote",
      wide.replace("9,0,0,1,1,0,,1", "9,0,0,1,1,0,,misschien"),
      { row: 3, column: "1", remedy: "misschien" },
    ],
    ["a number that is no vote", wide.replace("1,-1,1\n", "1,-2,1\n"), { row: 2, column: "1", remedy: "‘-2’ is geen stem" }],
    ["a person twice with other votes", `${wide}7,,0,1,1,0,1,,\n`, { row: 4, column: "participant", remedy: "deelnemer 7" }],
    ["a person without a name", `${wide},,0,1,1,0,1,,\n`, { row: 4, column: "participant", remedy: "leeg" }],
    ["no column of people", wide.replace("participant", "wie"), { row: 1, column: "participant", remedy: "ontbreekt" }],
    ["a statement twice", wide.replace("0,1,2\n", "0,1,1\n"), { row: 1, column: "1", remedy: "twee keer" }],
    ["a short row", `${wide}11,,0\n`, { row: 4, column: "n-votes", remedy: "te weinig" }],
    ["a cell beyond the header", wide.replace("1,-1,1\n", "1,-1,1,1\n"), { row: 2, column: "10", remedy: "buiten de kop" }],
    ["an open quote", wide.replace("9,0", '"9,0'), { row: 3, column: "1", remedy: "aanhalingsteken" }],
    ["counts that fit neither sign", `${head}\n7,,0,3,9,9,1,-1,1\n`, { row: 1, column: "n-agree", remedy: "tellingen" }],
    ["no column of votes", `${long.replace("vote\n", "stem\n")}1,x,5,a,1\n`, { row: 1, column: "vote", remedy: "ontbreekt" }],
    ["a vote without a vote", `${long}1,x,5,a,\n`, { row: 2, column: "vote", remedy: "leeg" }],
    ["a vote that is none", `${long}1,x,5,a,eens\n`, { row: 2, column: "vote", remedy: "‘eens’" }],
  ])("%s", (_name, text, { remedy, ...fault }) => {
    expect(faultOf(text)).toMatchObject({ ...fault, file: "v.csv", remedy: expect.stringContaining(remedy) });
  });

  test("a statement that comments.csv does not have", () => {
    expect(faultOf(wide, about("0", "1"))).toMatchObject({ row: 1, column: "2" });
    expect(faultOf(`${long}1,x,0,a,1\n1,x,8,a,1\n`, about("0"))).toMatchObject({ row: 3, column: "comment-id" });
  });

  test("bytes that are no text", () => {
    expect(faultOf(Uint8Array.of(...bytesOf(`${head}\n`), 0xff, 0xfe, 0x2c, ...bytesOf(",0,1,1,0,,1,\n")))).toMatchObject({
      row: 2,
      remedy: expect.stringContaining("UTF-8"),
    });
    expect(faultOf(Uint8Array.of(0xff, 0xfe, 0x61, 0x00))).toMatchObject({ remedy: expect.stringContaining("UTF-8") });
  });
});

const matrix = fc
  .record({ people: fc.integer({ min: 0, max: 6 }), statements: fc.integer({ min: 1, max: 5 }) })
  .chain(({ people, statements }) =>
    fc.array(fc.array(fc.constantFrom(1, 0, -1, null), { minLength: statements, maxLength: statements }), {
      minLength: people,
      maxLength: people,
    }),
  );
const written = (rows: readonly (readonly (number | null)[])[]) => {
  const count = (row: readonly (number | null)[], vote: number) => row.filter((one) => one === vote).length;
  const width = rows[0]?.length ?? 1;
  return {
    wide: [
      `participant,n-agree,n-disagree,${Array.from({ length: width }, (_, j) => j).join(",")}`,
      ...rows.map((row, i) => [i, count(row, 1), count(row, -1), ...row.map((vote) => vote ?? "")].join(",")),
    ].join("\n"),
    long: [
      "timestamp,comment-id,voter-id,vote",
      ...rows.flatMap((row, i) => row.flatMap((vote, j) => (vote === null ? [] : [`${i + j},${j},${i},${vote}`]))),
    ].join("\n"),
  };
};

test("both forms say the same, wherever the pieces end", () => {
  fc.assert(
    fc.property(matrix, fc.integer({ min: 1, max: 50 }), (rows, size) => {
      const { wide, long } = written(rows);
      const expected = rows.flatMap((row, i) =>
        row.flatMap((vote, j) => (vote === null ? [] : [[String(i), String(j), vote] as [string, string, number]])),
      );
      expect(triples(read(wide, null, size).votes)).toEqual(expected);
      expect(sorted(read(long, null, size).votes)).toEqual(expected.sort((a, b) => (a.join() < b.join() ? -1 : 1)));
    }),
  );
});

test("whatever happens to a file: votes that hold together, or a refusal that says where and what to do", () => {
  const damage = fc.record({
    at: fc.nat({ max: 400 }),
    take: fc.nat({ max: 12 }),
    put: fc.oneof(
      fc.constantFrom(
        ...["", '"', ",", ";", "\n", "\r", "1", "-", "perhaps", "\uFEFF", "0", "\0", "1e9", "999999999", "Infinity"].map(bytesOf),
      ),
      fc.uint8Array({ maxLength: 4 }),
    ),
  });
  const start = fc.oneof(
    matrix.map((rows) => written(rows).wide),
    matrix.map((rows) => written(rows).long),
    fc.constantFrom(wide, long),
  );
  const statements = fc.option(fc.subarray(about("0", "1", "2", "3", "4")), { nil: null });
  fc.assert(
    fc.property(
      start,
      fc.array(damage, { maxLength: 4 }),
      statements,
      fc.integer({ min: 1, max: 60 }),
      (text, damages, known, size) => {
        let bytes = bytesOf(text);
        for (const { at, take, put } of damages) {
          const from = Math.min(at, bytes.length);
          bytes = Uint8Array.of(...bytes.subarray(0, from), ...put, ...bytes.subarray(from + take));
        }
        const fault = faultOf(bytes, known, size);
        if (fault) {
          expect(fault).toMatchObject({ file: "v.csv", row: expect.any(Number), column: expect.any(String) });
          expect(fault.remedy.length).toBeGreaterThan(10);
          return;
        }
        const { votes } = read(bytes, known, size);
        expect(votes.rowStart.length).toBe(votes.people.length + 1);
        expect(votes.rowStart.at(-1)).toBe(votes.choices.length);
        expect(votes.columns.length).toBe(votes.choices.length);
        expect(new Set(votes.people).size).toBe(votes.people.length);
        for (const [i] of votes.people.entries()) {
          const row = votes.columns.subarray(votes.rowStart[i], votes.rowStart[i + 1]);
          expect([...new Set(row)].sort((a, b) => a - b)).toEqual([...row]);
        }
        expect([...votes.choices].every((choice) => [1, 0, -1].includes(choice))).toBe(true);
      },
    ),
    { numRuns: 2_000 },
  );
});

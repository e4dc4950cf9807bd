import { type CsvProblemCode, parseCsvChunks } from "../../method/text/csv.ts";

export type AreaKind = "province" | "municipality" | "district" | "focus";

/** Code and year are the key: borders change each 1 January. */
export type Area = {
  readonly code: string;
  readonly year: number;
  readonly name: string;
  readonly kind: AreaKind;
  /** The province of a municipality, the municipality of a district or focus area. */
  readonly parentCode: string | null;
  /** What people call it, where that is not its name: Den Haag for 's-Gravenhage. */
  readonly everydayName: string | null;
  /** Of a municipality: the codes of those that went into it. */
  readonly former?: readonly string[];
};

/** Row counted from 1 with the header as row 1; column by its name. */
export type AreaProblem = {
  readonly row: number;
  readonly column: string;
  readonly code:
    | CsvProblemCode
    | "missing-column"
    | "empty-cell"
    | "not-an-area-code"
    | "not-the-parent"
    | "not-a-year"
    | "twice";
  readonly value: string;
};

const columns = {
  code: "code",
  name: "naam",
  parent: "bovenliggende code",
  year: "jaar",
  everyday: "gangbare naam",
  former: "voorheen",
} as const;
const parentOf = { municipality: "province", district: "municipality", focus: "municipality" } as const;

/** Reads areas from CSV; with one problem or more nothing should be kept. */
export function readAreas(text: string): { areas: Area[]; problems: AreaProblem[] } {
  const [header, ...rows] = parseCsvChunks([text], { undoGuard: true });
  if (header === undefined) return { areas: [], problems: [{ row: 1, column: columns.code, code: "empty-file", value: "" }] };
  const names = header.cells.map((name) => name.trim().toLowerCase());
  const problems: AreaProblem[] = [header, ...rows].flatMap(({ row, problems: found, cells }) =>
    found.map(({ column, code }) => ({ row, column: names[column - 1] || String(column), code, value: cells[column - 1] ?? "" })),
  );
  for (const column of [columns.code, columns.name, columns.parent, columns.year])
    if (!names.includes(column)) problems.push({ row: 1, column, code: "missing-column", value: "" });
  if (problems.length > 0) return { areas: [], problems };

  const areas: Area[] = [];
  const seen = new Set<string>();
  for (const { row, cells } of rows) {
    const cell = (column: string) => cells[names.indexOf(column)]?.trim() ?? "";
    const found = readArea(cell);
    const problem = (column: string, code: AreaProblem["code"]) => problems.push({ row, column, code, value: cell(column) });
    if ("column" in found) problem(found.column, found.code);
    else if (seen.has(`${found.code} ${found.year}`)) problem(columns.code, "twice");
    else {
      seen.add(`${found.code} ${found.year}`);
      areas.push(found);
    }
  }
  return { areas, problems };
}

/** PV20, GM0503, WK050311 (letters occur in the last two); small letters are a focus area. */
export function kindOf(code: string): AreaKind | undefined {
  if (/^PV\d{2}$/.test(code)) return "province";
  if (/^GM\d{4}$/.test(code)) return "municipality";
  if (/^WK\d{4}[0-9A-Z]{2}$/.test(code)) return "district";
  return /^(?!(pv|gm|wk|bu)\d)[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(code) ? "focus" : undefined;
}

function readArea(cell: (column: string) => string): Area | Pick<AreaProblem, "column" | "code"> {
  const [code, name, parent, year] = [cell(columns.code), cell(columns.name), cell(columns.parent), cell(columns.year)];
  if (code === "") return { column: columns.code, code: "empty-cell" };
  const kind = kindOf(code);
  if (kind === undefined) return { column: columns.code, code: "not-an-area-code" };
  if (name === "") return { column: columns.name, code: "empty-cell" };
  if (kind === "province" ? parent !== "" : kindOf(parent) !== parentOf[kind])
    return { column: columns.parent, code: "not-the-parent" };
  if (!/^(19|20)\d\d$/.test(year)) return { column: columns.year, code: "not-a-year" };
  const former = cell(columns.former)
    .split(/[\s,;]+/)
    .filter(Boolean);
  if (!former.every((one) => kindOf(one) === "municipality")) return { column: columns.former, code: "not-an-area-code" };
  const everydayName = cell(columns.everyday) || null;
  return { code, year: Number(year), name, kind, parentCode: parent || null, everydayName, ...(former.length > 0 && { former }) };
}

import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import path from "node:path";
import { BadExport, commentColumns, placeOf, type Statement } from "../../method/polis/polis.ts";
import { type ReadVotes, votesReader } from "../../method/polis/read-votes.ts";
import { type Remedy, remedies } from "../../method/polis/remedies.ts";
import { type CsvRecord, parseCsvStream } from "../../method/text/csv.ts";

const piece = 1 << 20;

/**
 * The votes of a Polis export, wide or long; a file of hundreds of megabytes is read in pieces.
 * @param told share read, 0 to 1
 * @throws BadExport
 */
export async function readVotes(
  file: string,
  statements: readonly Statement[] | null,
  told: (share: number) => void = () => {},
): Promise<ReadVotes> {
  const { size } = await readable(file);
  const reader = votesReader(path.basename(file), statements);
  let read = 0;
  for await (const bytes of createReadStream(file, { highWaterMark: piece })) {
    reader.push(bytes as Buffer);
    read += (bytes as Buffer).length;
    told(size > 0 ? read / size : 1);
  }
  return reader.end();
}

/** @throws BadExport */
export async function readStatements(file: string): Promise<readonly Statement[]> {
  await readable(file);
  const name = path.basename(file);
  const found: Statement[] = [];
  const seen = new Set<string>();
  let places: number[] | null = null;
  let counts: readonly [number, number] = [-1, -1];
  for await (const { row, cells } of records(file)) {
    if (!places) {
      places = commentColumns.map((column) => placeOf(cells, column));
      const missing = commentColumns[places.indexOf(-1)];
      if (missing) throw new BadExport({ file: name, row, column: missing, remedy: remedies.noCommentColumn });
      counts = [placeOf(cells, "agrees"), placeOf(cells, "disagrees")];
      continue;
    }
    const [id = "", moderated = "", text = ""] = places.map((at) => (cells[at] ?? "").trim());
    if (!id) throw new BadExport({ file: name, row, column: "comment-id", remedy: remedies.statementWithoutNumber });
    if (seen.has(id)) {
      const remedy = remedies.statementTwice(id.slice(0, 40));
      throw new BadExport({ file: name, row, column: "comment-id", remedy });
    }
    seen.add(id);
    const [agrees = null, disagrees = null] = counts.map((at) => countIn(cells[at]));
    found.push({ id, text, rejected: moderated === "-1", agrees, disagrees });
  }
  if (!places) throw new BadExport({ file: name, row: 1, column: "", remedy: remedies.emptyFile });
  return found;
}

const countIn = (cell: string | undefined) => (/^\s*\d+\s*$/.test(cell ?? "") ? Number(cell) : null);

/** The records of a small file. */
async function* records(file: string): AsyncGenerator<CsvRecord> {
  for await (const record of parseCsvStream(createReadStream(file, { encoding: "utf8", highWaterMark: piece }))) {
    const [problem] = record.problems;
    if (problem) {
      const remedy = ofCsv[problem.code] ?? remedies.mendCell;
      throw new BadExport({ file: path.basename(file), row: problem.row, column: String(problem.column), remedy });
    }
    yield record;
  }
}

const ofCsv: Readonly<Record<string, Remedy>> = {
  "too-few-cells": remedies.tooFewCells,
  "too-many-cells": remedies.tooManyCells,
  "duplicate-column": remedies.columnTwice,
  "empty-file": remedies.emptyFile,
  "unclosed-quote": remedies.unclosedQuote,
  "quote-inside-cell": remedies.quoteInsideCell,
  "text-after-quote": remedies.textAfterQuote,
};

async function readable(file: string): Promise<{ readonly size: number }> {
  const fault = (remedy: Remedy) => new BadExport({ file, row: 0, column: "", remedy });
  try {
    const found = await stat(file);
    if (found.isDirectory()) throw fault(remedies.folder);
    return found;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") throw fault(remedies.noFile);
    throw error instanceof BadExport ? error : fault(remedies.unreadable(code));
  }
}

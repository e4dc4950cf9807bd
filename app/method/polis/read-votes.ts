import type { Votes } from "../analysis/votes/votes.ts";
import { CsvFault, csvBytes } from "../text/csv-bytes.ts";
import { longVotes } from "./long-votes.ts";
import { BadExport, Sign, type Statement } from "./polis.ts";
import { type Remedy, remedies } from "./remedies.ts";
import type { Body } from "./vote-sink.ts";
import { wideVotes } from "./wide-votes.ts";

export interface ReadVotes {
  readonly form: "wide" | "long";
  /** +1 is agree, whatever the file said; statements in the file's order, rejected ones too. */
  readonly votes: Votes;
  /** `assumed`: nothing in the file tells which sign is agree, so it is taken as Polis says: 1. */
  readonly sign: "counted" | "assumed";
  /** Votes that a later one of the same person replaced, and rows that stood there twice. */
  readonly replaced: number;
}

/**
 * Reads the votes of a Polis export in pieces: one row a person (participants-votes.csv), or one row a vote (votes.csv).
 * @param file its name, for what is said of it
 * @param statements of comments.csv: what is not among them is refused, and their counts tell the sign
 * @throws BadExport from `push` and `end`; nothing else, whatever the bytes
 */
export function votesReader(
  file: string,
  statements: readonly Statement[] | null,
): { push(piece: Uint8Array): void; end(): ReadVotes } {
  const header: string[] = [];
  const known = statements && new Set(statements.map(({ id }) => id));
  const text = new TextDecoder("utf-8", { fatal: true });
  let body: Body | null = null;
  let form: ReadVotes["form"] = "wide";
  let readTo = 0;
  const csv = csvBytes({
    cell(column, bytes, from, to) {
      if (body) body.cell(column, bytes, from, to);
      else header[column] = text.decode(bytes.subarray(from, to)).trim();
    },
    record(row, cells) {
      readTo = row;
      if (body) return body.record(row, cells);
      const names = Array.from({ length: cells }, (_, column) => header[column] ?? "");
      if (longColumns.some((name) => names.includes(name)) && !names.includes("participant")) form = "long";
      body = (form === "long" ? longVotes : wideVotes)(file, row, names, known);
    },
  });
  const guarded = (work: () => void) => {
    try {
      work();
    } catch (fault) {
      if (fault instanceof CsvFault) throw badCsv(file, fault);
      // a letter that is none, in the header or in a name
      if (fault instanceof TypeError && (fault as NodeJS.ErrnoException).code === "ERR_ENCODING_INVALID_ENCODED_DATA")
        throw badCsv(file, new CsvFault(readTo + 1, 0, "not-utf8"));
      throw fault;
    }
  };
  return {
    push: (piece) => guarded(() => csv.push(piece)),
    end() {
      guarded(csv.end);
      if (!body) throw new BadExport({ file, row: 1, column: "", remedy: remedies.emptyFile });
      const { votes, found, replaced } = body.end();
      const sign = statements && typeof found === "string" ? (signByStatement(votes, statements) ?? found) : found;
      if (sign === "neither")
        throw new BadExport({
          file,
          row: 1,
          column: "n-agree",
          remedy: remedies.countsFitNot,
        });
      if (sign === -1) for (let t = 0; t < votes.choices.length; t++) votes.choices[t] = -(votes.choices[t] ?? 0);
      return { form, votes, replaced, sign: sign === "unknown" ? "assumed" : "counted" };
    },
  };
}

const longColumns = ["voter-id", "comment-id", "vote"];

/** @returns null when comments.csv counts nothing, or does not fit either way */
function signByStatement(votes: Votes, statements: readonly Statement[]): 1 | -1 | null {
  const plus = new Uint32Array(votes.statements.length);
  const minus = new Uint32Array(votes.statements.length);
  for (let t = 0; t < votes.choices.length; t++) {
    const column = votes.columns[t] as number; // one per vote
    if (votes.choices[t] === 1) plus[column] = (plus[column] ?? 0) + 1;
    if (votes.choices[t] === -1) minus[column] = (minus[column] ?? 0) + 1;
  }
  const said = new Map(statements.map((one) => [one.id, one]));
  const sign = new Sign();
  for (const [at, id] of votes.statements.entries()) {
    const { agrees = null, disagrees = null } = said.get(id) ?? {};
    if (agrees === null || disagrees === null) continue;
    sign.add({ plus: plus[at] ?? 0, minus: minus[at] ?? 0 }, { agree: agrees, disagree: disagrees });
  }
  return typeof sign.found === "number" ? sign.found : null;
}

const ofCsv: Readonly<Record<CsvFault["problem"]["code"], Remedy>> = {
  "unclosed-quote": remedies.unclosedQuote,
  "quote-inside-cell": remedies.quoteInsideCell,
  "text-after-quote": remedies.textAfterQuote,
  "not-utf8": remedies.notUtf8,
  "too-long": remedies.tooLong,
};

function badCsv(file: string, { problem: { row, column, code } }: CsvFault): BadExport {
  return new BadExport({ file, row, column: column > 0 ? String(column) : "", remedy: ofCsv[code] });
}

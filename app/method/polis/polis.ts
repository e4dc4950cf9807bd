import type { Remedy } from "./remedies.ts";

/** One statement of a Polis export. */
export interface Statement {
  readonly id: string;
  readonly text: string;
  /** -1 rejected, 0 not moderated, 1 accepted; an export may leave it out. */
  readonly rejected: boolean;
  /** What the export itself counted; null where it does not say. */
  readonly agrees: number | null;
  readonly disagrees: number | null;
}
export type Vote = 1 | 0 | -1;

/** What is wrong with a file: where, and what to do. Rows count from 1 with the header, columns too. */
export interface Fault {
  readonly file: string;
  readonly row: number;
  readonly column: string;
  readonly remedy: Remedy;
}

const places = { nl: { row: "rij", column: "kolom" }, en: { row: "row", column: "column" } } as const;

export function faultInOneLine({ file, row, column, remedy }: Fault, language: keyof Remedy = "nl"): string {
  const words = places[language];
  const where = [file, row > 0 ? `${words.row} ${row}` : "", column ? `${words.column} ${column}` : ""];
  return `${where.filter(Boolean).join(", ")}: ${remedy[language]}.`;
}

/** Thrown at the first thing that is wrong with a file. */
export class BadExport extends Error {
  readonly fault: Fault;
  constructor(fault: Fault) {
    super(fault.remedy.nl);
    this.fault = fault;
  }
}

export const commentColumns = ["comment-id", "moderated", "comment-body"] as const;
/** Columns of participants-votes.csv before the statements. */
export const personColumns = ["participant", "xid", "group-id", "n-comments", "n-votes", "n-agree", "n-disagree"] as const;

/** @returns a column's place, or -1 */
export const placeOf = (header: readonly string[], name: string): number => header.findIndex((one) => one.trim() === name);

/**
 * The sign of an export: exports differ in whether 1 means agree. Counts that the export brings along tell, by majority.
 * @param counted 1s and -1s as they stand in the file, of one person or statement
 * @param said how many agreed and disagreed by the export's own count
 */
export class Sign {
  private same = 0;
  private other = 0;
  private uneven = 0;

  add(
    counted: { readonly plus: number; readonly minus: number },
    said: { readonly agree: number; readonly disagree: number },
  ): void {
    if (counted.plus === counted.minus) return;
    this.uneven += 1;
    if (counted.plus === said.agree && counted.minus === said.disagree) this.same += 1;
    else if (counted.plus === said.disagree && counted.minus === said.agree) this.other += 1;
  }

  /** 1 when 1 is agree, -1 when 1 is disagree; "unknown" when nothing tells, "neither" when the counts fit neither. */
  get found(): 1 | -1 | "unknown" | "neither" {
    if (this.same === 0 && this.other === 0) return this.uneven === 0 ? "unknown" : "neither";
    return this.same >= this.other ? 1 : -1;
  }
}

/** @param vote +1 agree, -1 disagree, 0 skip */
export const choiceOf = (vote: number): "agree" | "disagree" | "skip" =>
  vote === 1 ? "agree" : vote === -1 ? "disagree" : "skip";

/** summary.csv: one `key,value` a line. */
export function readSummary(rows: readonly (readonly string[])[]): {
  readonly topic: string;
  readonly url: string;
  readonly description: string;
} {
  const value = (key: string) => rows.find((row) => row[0]?.trim() === key)?.[1]?.trim() ?? "";
  return { topic: value("topic"), url: value("url"), description: value("conversation-description") };
}

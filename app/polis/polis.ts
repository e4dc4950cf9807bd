/** One statement of a Polis export. */
export interface Statement {
  readonly id: string;
  readonly text: string;
  /** -1 rejected, 0 not moderated, 1 accepted; an export may leave it out. */
  readonly rejected: boolean;
}
export type Vote = 1 | 0 | -1;

/** What is wrong with a file: where, and what to do. Rows count from 1 with the header, columns too. */
export interface Fault {
  readonly file: string;
  readonly row: number;
  readonly column: string;
  readonly remedy: string;
}

export const commentColumns = ["comment-id", "moderated", "comment-body"] as const;
/** Columns of participants-votes.csv before the statements. */
export const personColumns = ["participant", "group-id", "n-comments", "n-votes", "n-agree", "n-disagree"] as const;

/** @returns a column's place, or -1 */
export const placeOf = (header: readonly string[], name: string): number => header.findIndex((one) => one.trim() === name);

/** A cell of the matrix: 1, -1, 0, or empty where the statement was not seen. undefined when it is none of these. */
export function readVote(cell: string | undefined): Vote | null | undefined {
  const text = (cell ?? "").trim();
  if (text === "") return null;
  if (text === "1" || text === "1.0") return 1;
  if (text === "-1" || text === "-1.0") return -1;
  if (text === "0" || text === "0.0") return 0;
  return undefined;
}

/**
 * The sign of an export: exports differ in whether 1 means agree. Decided over the whole matrix by each person's own count.
 * @param people per person: counts of 1 and -1 in the row, and what the columns n-agree and n-disagree say
 * @returns 1 when 1 is agree, -1 when 1 is disagree, null when the counts fit neither
 */
export function signOf(
  people: readonly { readonly plus: number; readonly minus: number; readonly agree: number; readonly disagree: number }[],
): 1 | -1 | null {
  let same = 0;
  let other = 0;
  for (const one of people) {
    if (one.plus === one.minus) continue;
    if (one.plus === one.agree && one.minus === one.disagree) same += 1;
    else if (one.plus === one.disagree && one.minus === one.agree) other += 1;
  }
  if (same === 0 && other === 0) return people.every((one) => one.plus === one.minus) ? 1 : null;
  return same >= other ? 1 : -1;
}

export const choiceOf = (vote: Vote, sign: 1 | -1): "agree" | "disagree" | "skip" =>
  vote === 0 ? "skip" : vote === sign ? "agree" : "disagree";

/** summary.csv: one `key,value` a line. */
export function readSummary(rows: readonly (readonly string[])[]): {
  readonly topic: string;
  readonly url: string;
  readonly description: string;
} {
  const value = (key: string) => rows.find((row) => row[0]?.trim() === key)?.[1]?.trim() ?? "";
  return { topic: value("topic"), url: value("url"), description: value("conversation-description") };
}

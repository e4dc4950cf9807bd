/** Why something asks for a look, the most urgent first. `guard`: words that look like personal data, posted after a warning. */
const flagReasons = ["threat", "personal", "guard", "hurtful", "other"] as const;
export type FlagReason = (typeof flagReasons)[number];

/** What a participant may choose from. */
export const reportReasons = ["personal", "threat", "hurtful", "other"] as const satisfies readonly FlagReason[];
export type ReportReason = (typeof reportReasons)[number];

/** `changed`: its writer took the words out, or took it back. */
export type FlagOutcome = "hidden" | "redacted" | "dismissed" | "changed";

/** Longest reason in one's own words, in code points. */
export const flagLimit = 300;
/** So many reports of one person may wait for an answer at once. */
export const openEach = 5;

export interface Flag {
  readonly why: FlagReason;
  readonly at: number;
}

/** The most urgent of several; then the one that waits longest. */
export function byUrgency<T extends { readonly flags: readonly Flag[] }>(items: readonly T[]): T[] {
  const rank = ({ flags }: T) => Math.min(...flags.map(({ why }) => flagReasons.indexOf(why)));
  const people = ({ flags }: T) => flags.filter(({ why }) => why !== "guard").length;
  const since = ({ flags }: T) => Math.min(...flags.map(({ at }) => at));
  return items.toSorted((a, b) => rank(a) - rank(b) || people(b) - people(a) || since(a) - since(b));
}

/** One's own report, as the reporter sees it. */
export interface OwnFlag {
  readonly id: string;
  readonly contributionId: string;
  readonly number: number;
  readonly outcome: FlagOutcome | null;
  readonly answer: string;
}

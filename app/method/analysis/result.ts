import type { Interval } from "./interval.ts";
import type { Calm, Status } from "./status.ts";

/** Counts up when a result may differ for the same votes and seed; stored with each result. */
export const methodVersion = 2;
export type AnalysisOptions = {
  /** A whole number; the same votes and seed give the same result to the bit. */
  readonly seed: number;
  /** Fixes the number of groups, 2 to 5. The partition is then given whatever the status. */
  readonly groups?: number | undefined;
  /** Keeps what was said and the number of groups where they can be, and the letters, for a calm picture between updates [OG6]. */
  readonly keep?: Calm | undefined;
  /** Per person of `votes.people` their field, null where unknown: common ground of fields, and where they stand on the axis. */
  readonly fields?: readonly (string | null)[] | undefined;
  /** Most runs of each null [OG5], 99 unless told; 0 leaves the test out: the status is then `groups` where there is a partition. */
  readonly nullRuns?: number | undefined;
  /** Most bootstrap runs [OG12], 20 unless told; 0 leaves stability out. */
  readonly stabilityRuns?: number | undefined;
  /** Shares of representative insights on ballots that had no part in making the groups [OG7]; true unless told. */
  readonly heldOut?: boolean | undefined;
  /** Told as the work goes on; `done` counts to `total` within a phase. */
  readonly progress?: ((phase: Phase, done: number, total: number) => void) | undefined;
};

/** `groups`: all but the two slow ones; `null`: OG5; `stability`: bootstrap and held-out shares. */
export type Phase = "groups" | "null" | "stability";

/** A share in [0, 1] of `count` out of `of`, with an interval. */
type Share = { readonly share: number; readonly count: number; readonly of: number; readonly interval: Interval };

export type Representative = {
  readonly statement: string;
  readonly choice: "agree" | "disagree";
  /** share of the group with this choice, of all it cast incl. skip; Wilson 95% */
  readonly share: number;
  readonly interval: Interval;
  /** the same share in the other groups, and how much less or more it is, with Newcombe's 95% interval for the difference */
  readonly rest: number;
  readonly effect: number;
  readonly effectInterval: Interval;
  /** `z`: two-proportion test of group against rest; `zGroup`: of the group against one half [OG7] */
  readonly z: number;
  readonly zGroup: number;
  /** survives Benjamini-Hochberg at 10% over all groups, insights and directions */
  readonly significant: boolean;
  /** the same on ballots that had no part in making the groups; null where not asked for or too few */
  readonly heldOut: {
    readonly share: number;
    readonly rest: number;
    readonly effect: number;
    readonly effectInterval: Interval;
  } | null;
};

export type Group = {
  /** A, B, ... from large to small, unless calmed [OG6] */
  readonly id: string;
  readonly size: number;
  readonly members: readonly string[];
  /** mean of its members' points */
  readonly centre: readonly [number, number];
  readonly representative: readonly Representative[];
};

export type Common = {
  readonly statement: string;
  readonly choice: "agree" | "disagree";
  /** the lowest share among the groups (or fields), in whom, with its Wilson 90% interval */
  readonly lowestShare: number;
  readonly lowest: string | null;
  readonly interval: Interval;
  /** Polis' group-aware consensus for this choice, for comparison */
  readonly gac: number;
};

export type Divides = {
  readonly statement: string;
  /** agree share in the group that agrees most, and least; difference with Newcombe's 95% interval */
  readonly most: { readonly group: string } & Share;
  readonly least: { readonly group: string } & Share;
  readonly difference: number;
  readonly interval: Interval;
};

export type StatementResult = {
  readonly id: string;
  /** among the participants of this result */
  readonly agree: number;
  readonly disagree: number;
  readonly skip: number;
  /** how many of all people saw it and said "not my field", and their share of who saw it: high means role-specific, not contested */
  readonly notMyField: number;
  readonly notMyFieldShare: number;
  /** its place on the map, and how far from the middle [OG3] */
  readonly x: number;
  readonly y: number;
  readonly extremity: number;
  /** per group, in the order of `groups` */
  readonly byGroup: readonly { readonly agree: number; readonly disagree: number; readonly skip: number }[];
  readonly gacAgree: number;
  readonly gacDisagree: number;
};

/** Why a test ended: all runs done, or further runs could not change the answer (the rule: OG5 in docs/opinion-groups.md). */
type StoppedBy = "all-runs" | "settled";

/** One null of OG5. */
export type NullTest = {
  /** best silhouette over the numbers of groups, of the real votes on the people tested */
  readonly observed: number;
  /** how far it must rise above the runs */
  readonly margin: number;
  readonly runs: number;
  /** 95th percentile of the best silhouettes of the runs */
  readonly p95: number;
  /**
   * (runs that reach the observed less the margin + 1) / (runs + 1). For `shuffled` the variance along the axes is tested beside the
   * silhouette: twice the smaller p of the two.
   */
  readonly p: number;
  /** the smallest p that this number of runs can give: 1 / (runs + 1) */
  readonly resolution: number;
  readonly stoppedBy: StoppedBy;
  readonly above: boolean;
  /** how many people the test used: all, or a seeded sample of many */
  readonly people: number;
};

/** What somebody at this end chooses: the insights with the most weight on the axis, |loading| at most 1. */
type AxisEnd = readonly { readonly statement: string; readonly choice: "agree" | "disagree"; readonly loading: number }[];

/** The first axis, with what defines its two ends, and where fields of five or more stand on it (mean of points, 95% interval). */
export type Axis = {
  /** share of the variance of the matrix that it carries, 0 to 1 */
  readonly variance: number;
  readonly low: AxisEnd;
  readonly high: AxisEnd;
  readonly fields: readonly {
    readonly field: string;
    readonly people: number;
    readonly mean: number;
    readonly interval: Interval;
  }[];
};

export type Stability = {
  /** mean adjusted Rand index between the partition and those of resampled people, -1..1; 1 is the same */
  readonly ari: number;
  readonly runs: number;
  /** standard error of the mean */
  readonly error: number;
  readonly stoppedBy: StoppedBy;
};

export type Analysis = {
  readonly method: number;
  readonly seed: number;
  readonly status: Status;
  /** what these votes say by themselves: another status only while the one before is kept for calm [OG6] */
  readonly alone: Status;
  /** with `too-few-votes`: how many people with enough ballots, and insights with ballots, there must be */
  readonly needed: { readonly people: number; readonly statements: number } | null;
  /** rows of the matrix, columns with a vote, cells; filled = cells / (rows x columns) [OG1] */
  readonly participants: number;
  readonly statements: number;
  readonly votes: number;
  readonly filled: number;
  /** people with any ballot, also those with too few to be a row */
  readonly people: number;
  /** per participant; points are unitless, and without meaning one by one */
  readonly projection: { readonly people: readonly string[]; readonly x: Float64Array; readonly y: Float64Array };
  /** mean silhouette for each number of groups that can be reached with groups of five or more, -1..1 */
  readonly silhouettes: readonly { readonly k: number; readonly silhouette: number }[];
  /** the number of groups with the best silhouette, and the one that `groups` has; 0 = none */
  readonly bestK: number;
  readonly k: number;
  /** of the partition in `groups`; null without one */
  readonly silhouette: number | null;
  /** null when left out or without points to test */
  readonly null: { readonly shuffled: NullTest; readonly continuum: NullTest } | null;
  readonly stability: Stability | null;
  /** groups, or with `gradient` sides; none otherwise, unless their number was fixed */
  readonly groups: readonly Group[];
  /** in the order of `votes.statements` */
  readonly perStatement: readonly StatementResult[];
  readonly commonGround: readonly Common[];
  readonly commonRejection: readonly Common[];
  /** from what divides most to least, where the interval leaves out 0 */
  readonly divides: readonly Divides[];
  readonly axis: Axis | null;
};

import type { Analysis, AnalysisOptions, Phase } from "../app/method/analysis/result.ts";
import type { Progress } from "./progress.ts";

/** How the votes came in. */
export interface Input {
  /** ms */
  readonly read: number;
  readonly form: "wide" | "long" | "dialogue";
  /** `assumed`: nothing told which sign is agree. */
  readonly sign: "counted" | "assumed";
  readonly replaced: number;
}
export type Times = Readonly<Record<Phase, number>>;

export const phaseNames = { groups: "groepen", null: "toets op toeval", stability: "stabiliteit" } as const;

/** Runs the method, shows how far it is, and how long each part took. */
export function timed(
  progress: Progress,
  work: (tell: NonNullable<AnalysisOptions["progress"]>) => Analysis,
): { readonly result: Analysis; readonly ms: Times } {
  const ms = { groups: 0, null: 0, stability: 0 };
  let since = performance.now();
  let phase = "groups" as Phase;
  const spend = (on: Phase) => {
    const now = performance.now();
    ms[on] += now - since;
    since = now;
  };
  const result = work((now, done, total) => {
    spend(done > 0 ? now : phase);
    phase = now;
    progress.at(phaseNames[now], total > 0 ? done / total : 0);
  });
  // after the last word come held-out shares, where they were asked for
  spend(phase === "stability" ? "stability" : "groups");
  return { result, ms };
}

/** The contract of the command: one object, figures in full. Members and points go by the ids of the file. */
export function asJson(found: Analysis, input: Input, ms: Times) {
  const tests = found.null;
  return {
    status: found.status,
    participants: found.participants,
    statements: found.statements,
    votes: found.votes,
    silhouette: found.silhouette,
    null: tests && {
      runs: tests.shuffled.runs,
      p95: tests.shuffled.p95,
      continuumP95: tests.continuum.p95,
      shuffled: tests.shuffled,
      continuum: tests.continuum,
    },
    stability: found.stability?.ari ?? null,
    groups: found.groups,
    commonGround: found.commonGround,
    commonRejection: found.commonRejection,
    divides: found.divides,
    axis: found.axis,
    projection: found.projection.people.map((who, i) => [who, found.projection.x[i], found.projection.y[i]]),
    perStatement: found.perStatement,
    method: found.method,
    seed: found.seed,
    needed: found.needed,
    people: found.people,
    filled: found.filled,
    k: found.k,
    bestK: found.bestK,
    silhouettes: found.silhouettes,
    stabilityRuns: found.stability?.runs ?? 0,
    input: { form: input.form, sign: input.sign, replaced: input.replaced },
    ms: { read: round(input.read), groups: round(ms.groups), null: round(ms.null), stability: round(ms.stability) },
  };
}

const round = (ms: number) => Math.round(ms * 10) / 10;

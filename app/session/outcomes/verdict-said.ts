import type { ToldVerdict } from "./told-verdict.ts";
import { type Count, type InsightVerdict, type VerdictSide, type VerdictStatus, verdictThresholds } from "./verdict.ts";

type Of<S extends VerdictStatus> = Extract<InsightVerdict, { status: S }>;
type Numbers = Pick<Of<"under-conditions">, "fits" | "conditions" | "not" | "holds">;
type Holds = Of<"contested">["between"][number]["holds"];

/** The words that a verdict is told in. */
export interface VerdictWords {
  readonly status: Readonly<Record<VerdictStatus, string>>;
  readonly holdsMostly: string;
  readonly group: (p: { letter: string }) => string;
  readonly sentence: {
    readonly veryFew: (p: { needed: number }) => string;
    readonly tooFew: (p: { people: number; more: number }) => string;
    readonly noField: (p: { people: number }) => string;
    readonly contested: (p: { more: string; less: string; ofMore: Holds; ofLess: Holds }) => string;
    readonly holdsMostly: (p: { holds: Count }) => string;
  } & Readonly<Record<"does-not-hold" | "confirmed" | "under-conditions" | "undecided", (p: Numbers) => string>>;
}

/** The verdict in two or three words. */
export function verdictTitle(m: VerdictWords, verdict: InsightVerdict): string {
  return holdsMostly(verdict) ? m.holdsMostly : m.status[verdict.status];
}

/** The verdict in one sentence with its numbers. */
export function verdictSentence(m: VerdictWords, { verdict, names }: ToldVerdict): string {
  const say = m.sentence;
  const nameOf = ({ kind, id }: VerdictSide) => (kind === "group" ? m.group({ letter: id }) : (names[id] ?? ""));
  switch (verdict.status) {
    case "too-few": {
      const { people, more } = verdict;
      if (people === null || more === null) return say.veryFew({ needed: verdictThresholds.fits });
      return more > 0 ? say.tooFew({ people, more }) : say.noField({ people });
    }
    case "contested": {
      const [more, less] = verdict.between;
      return say.contested({ more: nameOf(more), less: nameOf(less), ofMore: more.holds, ofLess: less.holds });
    }
    case "under-conditions":
      return holdsMostly(verdict) ? say.holdsMostly(verdict) : say["under-conditions"](verdict);
    default:
      return say[verdict.status](verdict);
  }
}

/** Enough people in whose practice it fits, and none who named a condition: "under conditions" would say what nobody said. */
function holdsMostly(verdict: InsightVerdict): verdict is InsightVerdict & { status: "under-conditions" } {
  return verdict.status === "under-conditions" && verdict.conditions.most === 0;
}

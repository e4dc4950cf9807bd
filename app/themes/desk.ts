import type { ContributionId, PersonId, ThemeId } from "../ids.ts";
import type { Measured, Price } from "./advice.ts";
import type { ThemeOperation } from "./theme-history.ts";

/** A need as it lies on the desk of the analyst. */
export interface NeedLine {
  readonly id: ContributionId;
  readonly number: number;
  readonly text: string;
  readonly field: string | null;
  readonly shape: number | null;
  readonly party: string | null;
  readonly group: number | null;
  /** Themes that the machine suggests, the best first. */
  readonly best: readonly Suggestion[];
  /** How many other needs that lie here say nearly the same. */
  readonly alike: number;
  /** With how many others its table put it together. */
  readonly lying: number;
  /** In so many of ten such cases the machine was right, when it placed this need itself. */
  readonly sure: number | null;
}

export interface Suggestion {
  readonly theme: ThemeId;
  /** How often of ten such a suggestion was right; null while that is not known. */
  readonly times: number | null;
}

export interface NearNeed {
  readonly id: ContributionId;
  readonly text: string;
  readonly theme: string | null;
}

export interface NeedDetail extends NeedLine {
  readonly situation: string;
  readonly forWhom: string;
  readonly tried: string;
  readonly weight: "" | "light" | "heavy" | "very-heavy";
  readonly wouldHelp: string;
  readonly createdAt: Date;
  /** How many people stand behind it. */
  readonly people: number;
  /** Needs that say nearly the same; theme is null for one that lies here as well. */
  readonly near: readonly NearNeed[];
  /** Needs that its table put together with it. */
  readonly together: readonly NearNeed[];
}

export interface ThemeLine {
  readonly id: ThemeId;
  readonly letter: string | null;
  readonly name: string;
  readonly description: string;
  readonly seeds: string;
  readonly needs: number;
  readonly people: number;
  readonly fields: number;
  /** Needs that the machine placed. */
  readonly bySelf: number;
}

/** One press of a button, as the list of last decisions tells it. */
export interface Decision {
  readonly step: number;
  readonly kind: ThemeOperation["kind"] | "begin";
  /** The need, when it was one; its text may be gone since. */
  readonly text: string | null;
  readonly count: number;
  readonly theme: string | null;
  readonly from: string | null;
  readonly by: string | null;
  readonly mine: boolean;
  readonly undone: boolean;
  readonly putsBack: boolean;
  /** Done by the machine, at the press of a button. */
  readonly bySelf: boolean;
  readonly canUndo: boolean;
}

export interface Desk {
  readonly total: number;
  readonly placed: number;
  readonly people: number;
  readonly themes: readonly ThemeLine[];
  readonly pile: {
    readonly size: number;
    readonly found: number;
    readonly shown: readonly NeedLine[];
    readonly current: NeedDetail | null;
    readonly next: ContributionId | null;
    readonly previous: ContributionId | null;
  };
  readonly open: (ThemeLine & { readonly list: readonly NeedLine[]; readonly phrases: readonly string[] }) | null;
  /** What the machine could place, by how sure it is; null while it has no answer. */
  readonly machine: Machine | null;
  readonly decisions: readonly Decision[];
  /** The last decision of the reader that still can be put back: pressed again and again, it goes further back. */
  readonly back: Decision | null;
  /** The last thing done; what is sent says up to where its sender saw. */
  readonly last: number;
}

export interface Machine {
  readonly measured: Measured | null;
  readonly prices: readonly Price[];
}

export interface DeskQuery {
  readonly need: string | null;
  readonly theme: string | null;
  readonly search: string;
  readonly upTo: number;
  readonly me: PersonId;
}

/** Words that all occur, in whatever order. */
export function matches(text: string, search: string): boolean {
  const inside = text.toLocaleLowerCase("nl");
  return search
    .toLocaleLowerCase("nl")
    .split(/\s+/)
    .every((word) => inside.includes(word));
}

import type { ContributionId, PersonId, ThemeId } from "../ids.ts";
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
}

export interface ThemeLine {
  readonly id: ThemeId;
  readonly letter: string | null;
  readonly name: string;
  readonly description: string;
  readonly needs: number;
  readonly people: number;
  readonly fields: number;
}

/** One press of a button, as the list of last decisions tells it. */
export interface Decision {
  readonly step: number;
  readonly kind: ThemeOperation["kind"];
  /** The need, when it was one; its text may be gone since. */
  readonly text: string | null;
  readonly count: number;
  readonly theme: string | null;
  readonly from: string | null;
  readonly by: string | null;
  readonly mine: boolean;
  readonly undone: boolean;
  readonly putsBack: boolean;
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
  };
  readonly open: (ThemeLine & { readonly list: readonly NeedLine[] }) | null;
  readonly decisions: readonly Decision[];
  /** The last thing done; what is sent says up to where its sender saw. */
  readonly last: number;
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

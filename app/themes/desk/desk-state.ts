import type { ContributionId, PersonId, ThemeId } from "../../platform/ids.ts";
import type { Themes } from "../history/theme-history.ts";
import type { Done, Steps } from "../history/theme-undo.ts";

export interface Need {
  readonly id: ContributionId;
  readonly number: number;
  readonly text: string;
  readonly situation: string;
  readonly forWhom: string;
  readonly tried: string;
  readonly weight: "" | "light" | "heavy" | "very-heavy";
  readonly howOften: "" | "yearly" | "monthly" | "weekly" | "daily";
  readonly wouldHelp: string;
  /** Names of the fields that it touches, by its writer. */
  readonly touches: readonly string[];
  /** The number of the need that its writer found to be the same. */
  readonly sameAs: number | null;
  readonly fieldId: string | null;
  readonly field: string | null;
  readonly shape: number | null;
  readonly party: string | null;
  readonly group: number | null;
  readonly createdAt: Date;
}

interface ThemeRow {
  readonly id: ThemeId;
  readonly name: string;
  readonly description: string;
  readonly seeds: string;
}

/** What the desk stands on; each of these changes as a whole. */
export interface DeskState {
  readonly seq: number;
  readonly history: { readonly done: readonly DoneLine[]; readonly state: Themes };
  readonly steps: Steps;
  readonly rows: ReadonlyMap<ThemeId, ThemeRow>;
  /** By number. */
  readonly needs: ReadonlyMap<ContributionId, Need>;
  readonly behind: ReadonlyMap<ContributionId, ReadonlySet<PersonId>>;
  /** Needs that their table put together with others: which. */
  readonly together: ReadonlyMap<ContributionId, readonly ContributionId[]>;
  /** Another word when needs or the people behind them changed. */
  readonly words: string;
  readonly sure: ReadonlyMap<ContributionId, number>;
  readonly names: ReadonlyMap<PersonId, string | null>;
}

export type DoneLine = Done & { readonly id: number; readonly byId: PersonId | null; readonly sure: boolean };

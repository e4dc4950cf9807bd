import type { ContributionId, FieldId, InsightId, PartyId } from "../../platform/ids.ts";
import type { Figures } from "../outcomes/figures.ts";
import type { ToldVerdict } from "../outcomes/told-verdict.ts";
import type { EachPage } from "./each.ts";
import type { Results } from "./results.ts";
import type { Compared } from "./rounds.ts";

export interface Lists {
  readonly fields: readonly { readonly id: FieldId; readonly name: string; readonly shape: number }[];
  readonly parties: readonly { readonly id: PartyId; readonly name: string }[];
}
export interface InsightFigures {
  readonly id: InsightId;
  readonly number: number;
  readonly version: number;
  readonly text: string;
  readonly source: string;
  readonly revealed: boolean;
  readonly figures: Figures;
}
/** Words that everybody may read, with how many stand behind them. */
export interface Said {
  readonly id: ContributionId;
  readonly insightId: InsightId | null;
  readonly kind: string;
  readonly text: string;
  readonly people: number;
  /** What says nearly the same; its people are counted in `people`, once. */
  readonly linked: readonly { readonly id: ContributionId; readonly text: string }[];
}

export interface ResultsPage {
  readonly live: boolean;
  readonly lists: Lists;
  /** Null before there is an analysis, or when not all outcomes are revealed to this reader. */
  readonly results: Results | null;
  /** Number and words of the insights that the results name. */
  readonly named: Readonly<Record<string, { readonly number: number; readonly text: string }>>;
  readonly each: EachPage;
  /** How many there are, and how many of those this reader may see. */
  readonly all: number;
}

/** One set of words of an insight that was reworded, with its own verdict. */
export interface VersionVerdict {
  readonly version: number;
  readonly text: string;
  readonly because: string;
  readonly causes: readonly { readonly id: string; readonly text: string }[];
  readonly told: ToldVerdict;
}

export interface InsightPage {
  /** Oldest first; empty when the words never changed. */
  readonly versions: readonly VersionVerdict[];
  readonly lists: Lists;
  /** Null when its outcome is not revealed to this reader. */
  readonly insight: InsightFigures | null;
  readonly number: number;
  readonly told: ToldVerdict | null;
  readonly said: readonly Said[];
  /** The same words at meetings before; null when they were tested once. */
  readonly compared: Compared | null;
  readonly previous: number | null;
  readonly next: number | null;
}

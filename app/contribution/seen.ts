import type { ContributionId, FieldId, InsightId, StepId, TogetherId } from "../platform/ids.ts";
import type { Circle, ContributionKind, Frequency, Weight } from "./contribution.ts";

/** A contribution as one reader sees it. Nobody's id stands in it; who wrote it, only as they chose to be shown. */
export interface Seen {
  readonly id: ContributionId;
  readonly number: number;
  readonly kind: ContributionKind;
  readonly text: string;
  readonly situation: string;
  readonly forWhom: string;
  readonly tried: string;
  readonly weight: Weight;
  readonly howOften: Frequency;
  readonly wouldHelp: string;
  readonly touches: readonly TouchedField[];
  /** The need that its writer found to be the same. */
  readonly sameAs: { readonly id: ContributionId; readonly number: number } | null;
  readonly shared: Circle;
  readonly state: "visible" | "withdrawn" | "hidden" | "erased";
  /** Told to its writer only. */
  readonly hiddenReason: string | null;
  /** Why words of it were replaced; told to its writer only. */
  readonly redactedReason: string | null;
  readonly own: boolean;
  readonly by: string;
  readonly field: string | null;
  readonly shape: number | null;
  readonly backers: number;
  readonly backed: boolean;
  readonly stepId: StepId | null;
  readonly insightId: InsightId | null;
  /** Needs with the same one lie together on their table. */
  readonly together: TogetherId | null;
  /** Its table brings it to the plenary. */
  readonly brought: boolean;
}

/** A field that a need touches. */
export interface TouchedField {
  readonly id: FieldId;
  readonly name: string;
  readonly shape: number;
}

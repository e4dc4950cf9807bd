import type { ContributionKind } from "../contribution/contribution.ts";
import type { ThemeId } from "../platform/ids.ts";

/** A line of the way of a need through the themes, with the names these have now. */
export interface TrailLine {
  readonly key: number;
  readonly kind: "add" | "rename" | "place" | "move" | "unplace" | "merge" | "split" | "remove" | "named";
  /** It put something back. */
  readonly undoes: boolean;
  readonly from: string | null;
  readonly to: string | null;
  readonly at: Date;
}

/** A contribution with its way, as the team reads it. */
export interface TrailPage {
  readonly number: number;
  readonly kind: ContributionKind;
  /** null when it was withdrawn, hidden or erased. */
  readonly text: string | null;
  readonly state: "visible" | "withdrawn" | "hidden" | "erased";
  readonly field: string | null;
  readonly shape: number | null;
  readonly party: string | null;
  readonly group: number | null;
  readonly step: string | null;
  readonly at: Date;
  readonly people: number;
  /** What its table put together with it. */
  readonly others: readonly { readonly number: number; readonly text: string }[];
  readonly trail: readonly TrailLine[];
  readonly theme: { readonly id: ThemeId; readonly name: string } | null;
  /** The newest version that holds it. */
  readonly version: number | null;
}

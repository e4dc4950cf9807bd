import type { Part } from "../insights/part.ts";
import type { FindingFacts } from "../results/finding.ts";

/** An insight as the hall reads it. */
interface Told {
  readonly number: number;
  readonly text: string;
}
/** A side by its name: a field, or else the letter of a group. */
export interface Side extends Part {
  readonly field: string | null;
  readonly letter: string;
}
/** What all together come to, for the screen in the hall. */
export interface Together {
  readonly finding: FindingFacts;
  readonly shared: readonly (Told & {
    readonly choice: "agree" | "disagree";
    readonly lowest: number;
    /** Nearly everybody, in every part: no number is said. */
    readonly nearly: boolean;
  })[];
  readonly divided: readonly (Told & { readonly most: Side; readonly least: Side })[];
}

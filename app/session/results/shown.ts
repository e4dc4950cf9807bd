import type { Results } from "./results.ts";

export interface Shown {
  readonly results: Results;
  /** Number and words of an insight, and where more stands about it; what is not in it is not named. */
  readonly insights: Readonly<Record<string, { readonly number: number; readonly text: string; readonly href: string }>>;
  readonly fields: readonly { readonly id: string; readonly name: string; readonly shape: number }[];
}

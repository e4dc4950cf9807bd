import type { Choice, Fit } from "../outcomes/verdict-counts.ts";

export interface Answer {
  readonly choice: Choice | null;
  readonly fit: Fit | null;
}

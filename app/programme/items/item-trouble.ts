export interface ItemTrouble {
  readonly errors: Readonly<Record<string, string>>;
  readonly stepError: { readonly error: "step-long" | "step-day" | "step-words"; readonly at: number } | null;
  readonly guarded: boolean;
  readonly refused: "not-now" | "gone" | null;
  /** What somebody else saved meanwhile, per field that differs. */
  readonly theirs: Readonly<Record<string, string>>;
  readonly conflictBy: string | null;
}

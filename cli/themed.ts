export interface Themed {
  readonly duplicates: readonly (readonly [string, string, number])[];
  readonly clusters: readonly { id: string; label: string; keywords: readonly string[]; members: readonly string[] }[];
  readonly suggestions: readonly { id: string; best: readonly { theme: string; confidence: number }[] }[];
  readonly unplaced: readonly string[];
  /** On how many coded texts the confidence was measured; null when there were too few. */
  readonly measured: { readonly coded: number; readonly first: number; readonly firstTwo: number } | null;
  readonly ms: Readonly<Record<"read" | "duplicates" | "suggestions" | "clusters", number>>;
}

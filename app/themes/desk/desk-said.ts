/** What the desk has to say about the last form. */
export interface Said {
  readonly deed: string;
  readonly typed: { readonly name: string; readonly description: string; readonly seeds: string };
  readonly errors: Readonly<Record<string, string>>;
  readonly refusal: string | null;
  /** Words of it look like personal data: nothing was done yet. */
  readonly guarded?: boolean;
  /** Needs that somebody else placed meanwhile. */
  readonly elsewhere: readonly { readonly need: string; readonly theme: string | null; readonly by: string | null }[];
  /** A name that somebody else wrote meanwhile. */
  readonly theirs: {
    readonly by: string | null;
    readonly name: string;
    readonly description: string;
    readonly seeds: string;
  } | null;
}

/** Who writes, and what of theirs the server has: what is half typed is kept in the tab until then (`app/ui/form/keep-draft.ts`). */
export interface HalfTyped {
  readonly of: string;
  readonly kept: readonly string[];
}

/** @param back the form comes back with what was typed */
export const halfTyped = (draft: HalfTyped | null, back: boolean) =>
  draft && {
    "data-draft": draft.of,
    "data-draft-kept": draft.kept.join(" "),
    "data-draft-back": back ? "" : undefined,
  };

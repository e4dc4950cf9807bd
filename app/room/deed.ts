/** What a deed of a participant comes to. The browser keeps what was typed until it is `kept`. */
export type Answer =
  | { readonly status: "kept"; readonly number?: number }
  | { readonly status: "refused"; readonly code: string; readonly typed: Readonly<Record<string, string>> }
  | { readonly status: "offline" };

/** Worth trying again by itself: the network or the database was away, not the person wrong. */
export const waits = (answer: Answer | undefined): boolean => answer?.status === "offline";

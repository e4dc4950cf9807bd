import type { Seen } from "../../contribution/seen.ts";

/** What is answered to somebody who writes a need: POST `text` to /bijeenkomst/:session/gelijkende. */
export type SimilarAnswer =
  | { readonly status: "found"; readonly needs: readonly SimilarNeed[] }
  /** Asked too often (429), or not now (403, 409): the writer goes on writing, without a list. */
  | { readonly status: "refused"; readonly code: string };

/** As its reader may see it. */
export type SimilarNeed = Pick<Seen, "id" | "number" | "text" | "by" | "field" | "shape" | "backers" | "backed">;

export const asSimilar = ({ id, number, text, by, field, shape, backers, backed }: Seen): SimilarNeed => ({
  id,
  number,
  text,
  by,
  field,
  shape,
  backers,
  backed,
});

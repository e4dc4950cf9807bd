import { z } from "zod";
import { cleanText, textLength } from "../../platform/text.ts";
import { isPlace } from "../read/places.ts";

export const blockLimit = 20_000;
export const mostBlocks = 200;
/** What saves itself for one person within such a part of the hour is one line of the history. */
export const inARowMs = 10 * 60_000;

/** `version`: what the writer saw; 0 for a new one. */
export const blockShape = z.object({
  text: z
    .string({ error: "missing" })
    .transform(cleanText)
    .refine((typed) => typed !== "", "missing")
    .refine((typed) => textLength(typed) <= blockLimit, "long"),
  place: z.string({ error: "missing" }).refine(isPlace, "missing"),
  version: z.coerce.number({ error: "missing" }).int().min(0),
});
export type BlockForm = z.infer<typeof blockShape>;
export const guardedBlock = ["text"] as const;

/** Contributions that a text may quote or rest on: what was said in text is talk, and a name is its theme's. */
export const citable = ["introduction", "works", "chafes", "suggestion", "need", "note", "condition", "example"] as const;

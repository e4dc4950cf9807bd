import { z } from "zod";
import { cleanText, textLength } from "../../platform/text.ts";

export const textLimit = 6_000;
export const changeLimit = 600;

const text = (max: number) =>
  z
    .string({ error: "missing" })
    .transform(cleanText)
    .refine((typed) => textLength(typed) <= max, "long");

/** What people write themselves. `version` is what the writer saw: a save on an older one is answered with both texts. */
export const draftShape = z.object({
  introduction: text(textLimit),
  conclusions: text(textLimit),
  version: z.coerce.number().int(),
});
export type DraftForm = z.infer<typeof draftShape>;
export const draftFields = ["introduction", "conclusions"] as const;

export const guardedPublication = ["change"] as const;
/** What is new in a later version; a first version has nothing before it. */
export const publicationShape = (first: boolean) =>
  z.object({
    number: z.coerce.number().int(),
    change: first ? text(changeLimit).optional().default("") : text(changeLimit).refine((typed) => typed !== "", "missing"),
    sure: z.literal("ja", "sure"),
  });

import { z } from "zod";
import { cleanText, textLength } from "../platform/text.ts";
import { contributionKinds, detailLimit, textLimits, weights } from "./contribution.ts";

/** Form fields of a contribution. The messages are codes; the text itself is checked against the limit of its kind. */
const detail = z
  .string()
  .default("")
  .transform(cleanText)
  .refine((text) => textLength(text) <= detailLimit, "too-long");

export const wordsForm = z.object({
  text: z.string({ message: "required" }).transform(cleanText).pipe(z.string().min(1, "required")),
  situation: detail,
  forWhom: detail,
  tried: detail,
  wouldHelp: detail,
  weight: z.enum(["", ...weights], "unknown").default(""),
});

const withinLimit = (value: { kind: (typeof contributionKinds)[number]; text: string }, context: z.RefinementCtx): void => {
  if (textLength(value.text) > textLimits[value.kind])
    context.addIssue({ code: "custom", path: ["text"], message: "too-long", input: value.text });
};

export const contributionForm = wordsForm
  .extend({
    id: z.uuid("unknown"),
    kind: z.enum(contributionKinds, "unknown"),
    step: z.uuid("unknown"),
    insight: z.uuid("unknown").optional(),
  })
  .superRefine(withinLimit);
export type ContributionWish = z.output<typeof contributionForm>;

/** A change of one's own words; the kind stays what it was, so its limit is checked by the command. */
export type ContributionWords = z.output<typeof wordsForm>;

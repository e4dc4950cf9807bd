import { z } from "zod";
import { outsides } from "../dialogue/outside.ts";
import { cleanText, textLength } from "../platform/text.ts";
import { contributionKinds, detailLimit, frequencies, textLimits, weights } from "./contribution.ts";

/** More fields than a dialogue can have. */
const mostFields = 60;

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
  howOften: z.enum(["", ...frequencies], "unknown").default(""),
  touches: z.array(z.uuid("unknown"), "unknown").max(mostFields, "unknown").default([]),
});

const withinLimit = (value: { kind: (typeof contributionKinds)[number]; text: string }, context: z.RefinementCtx): void => {
  if (textLength(value.text) > textLimits[value.kind])
    context.addIssue({ code: "custom", path: ["text"], message: "too-long", input: value.text });
};

export const contributionForm = wordsForm
  .extend({
    id: z.uuid("unknown"),
    kind: z.enum(contributionKinds, "unknown"),
    /** One of these: the step it is written for, or the time outside all steps. */
    step: z.uuid("unknown").optional(),
    moment: z.enum(outsides, "unknown").optional(),
    /** The need that its writer found to be the same. */
    same: z.uuid("unknown").optional(),
    insight: z.uuid("unknown").optional(),
  })
  .refine(({ step, moment }) => (step === undefined) !== (moment === undefined), { path: ["step"], message: "unknown" })
  .superRefine(withinLimit);
export type ContributionWish = z.output<typeof contributionForm>;

/** A change of one's own words; the kind stays what it was, so its limit is checked by the command. */
export type ContributionWords = z.output<typeof wordsForm>;

import { z } from "zod";
import { cleanLine, textLength } from "../../platform/text.ts";
import { proposalLimit } from "./naming.ts";

export const nameProposalForm = z.object({
  id: z.uuid("unknown"),
  naming: z.uuid("unknown"),
  text: z
    .string({ error: "required" })
    .transform(cleanLine)
    .pipe(z.string().min(1, "required"))
    .refine((text) => textLength(text) <= proposalLimit, "too-long"),
});
export const nameChoiceForm = z.object({
  naming: z.uuid("unknown"),
  option: z.string({ error: "choose-name" }).max(60, "choose-name"),
});

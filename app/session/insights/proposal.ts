import { z } from "zod";
import { cleanText, textLength } from "../../platform/text.ts";
import { insightLimit } from "./own-insight.ts";

export const proposalForm = z.object({
  id: z.uuid("unknown"),
  text: z
    .string({ error: "required" })
    .transform((text) => cleanText(text))
    .pipe(z.string().min(1, "required"))
    .refine((text) => textLength(text) <= insightLimit, "too-long"),
});

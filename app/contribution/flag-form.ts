import { z } from "zod";
import { cleanText, textLength } from "../platform/text.ts";
import { flagLimit, reportReasons } from "./flag.ts";

export const flagForm = z.object({
  why: z.enum(reportReasons, "choose-why"),
  text: z
    .string()
    .default("")
    .transform(cleanText)
    .refine((text) => textLength(text) <= flagLimit, "too-long"),
});

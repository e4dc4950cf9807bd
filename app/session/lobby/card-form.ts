import { z } from "zod";
import { cleanText, textLength } from "../../platform/text.ts";
import { cardLimit } from "./card.ts";

const line = z
  .string()
  .default("")
  .transform(cleanText)
  .refine((text) => textLength(text) <= cardLimit, "too-long");

export const cardForm = z.object({ does: line, place: line, offers: line, looksFor: line });

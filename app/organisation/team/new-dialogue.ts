import { z } from "zod";
import { languages } from "../../dialogue/language.ts";
import { longestTitle, typedTimes } from "../../dialogue/session-times.ts";
import { cleanLine, textLength } from "../../platform/text.ts";

export const guardedDialogue = ["title"] as const;

export const newDialogueForm = z.object({
  /** Chosen by the page: the same form sent twice makes one dialogue. */
  id: z.uuid("missing"),
  title: z
    .string({ error: "missing" })
    .transform(cleanLine)
    .refine((title) => title !== "", "missing")
    .refine((title) => textLength(title) <= longestTitle, "long"),
  ...typedTimes,
  language: z.enum(languages, { error: "missing" }),
  /** "template", or the id of the dialogue to copy; after "vervolg:" its harvest comes along. */
  basis: z.string({ error: "missing" }).regex(/^(template|(vervolg:)?[0-9a-f-]{36})$/, "missing"),
});

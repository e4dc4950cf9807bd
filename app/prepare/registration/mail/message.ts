import { z } from "zod";
import { cleanLine, cleanText, textLength } from "../../../platform/text.ts";
import type { RegistrationState } from "../admission/places.ts";

/** Everybody, or the people in one state. Who did not confirm the address gets no mail but that one. */
export const audiences = ["all", "admitted", "waiting", "confirmed", "declined"] as const;
export type Audience = (typeof audiences)[number];

export function statesOf(audience: Audience): readonly RegistrationState[] {
  return audience === "all" ? ["admitted", "waiting", "confirmed"] : [audience];
}

export const messageLimits = { subject: 150, text: 5000 } as const;

const words = (max: number, clean: (typed: string) => string) =>
  z
    .string({ error: "missing" })
    .transform(clean)
    .refine((text) => text !== "", "missing")
    .refine((text) => textLength(text) <= max, "too-long");

export const guardedMessage = ["subject", "text"] as const;

export const messageShape = z.object({
  id: z.uuid("unknown"),
  audience: z.enum(audiences, "missing"),
  subject: words(messageLimits.subject, cleanLine),
  text: words(messageLimits.text, cleanText),
});

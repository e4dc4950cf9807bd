import { z } from "zod";
import { cleanLine, textLength } from "../../platform/text.ts";

/** The version of the words somebody agrees to. */
export const transferText = "2026-11";

/** People have so many days at the least to answer. */
const leastDays = 7;

const day = z.string({ error: "missing" }).regex(/^\d{4}-\d{2}-\d{2}$/, "missing");

/** What the organiser fills in before people are asked. */
export const handOverForm = z.object({
  toName: z
    .string({ error: "missing" })
    .transform(cleanLine)
    .refine((text) => text !== "", "missing")
    .refine((text) => textLength(text) <= 200, "long"),
  to: z.uuid("missing"),
  until: day,
});
export const guardedHandOver = ["toName"] as const;

/** The first day that can be the last one to answer. */
export const firstUntil = (now: Date): string => new Date(now.getTime() + leastDays * 86_400_000).toISOString().slice(0, 10);

/** Whether the days to answer are over: the last one belongs to them. */
export const isOver = (until: string, now: Date): boolean => now.toISOString().slice(0, 10) > until;

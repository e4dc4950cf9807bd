import { z } from "zod";
import { choices, fits } from "../../session/outcomes/verdict-counts.ts";

/** More than a few questions is a meeting. */
export const mostQuestions = 3;

export const pulseForm = z.object({
  id: z.uuid("missing"),
  until: z.string({ error: "missing" }).regex(/^\d{4}-\d{2}-\d{2}$/, "missing"),
});

/** One answer; who leaves it to another field, or skips, does not say whether it fits. */
export const answerForm = z
  .object({
    choice: z.enum(choices).nullable().catch(null),
    fit: z.enum(fits).nullable().catch(null),
  })
  .transform(({ choice, fit }) => ({ choice, fit: choice === "agree" || choice === "disagree" ? fit : null }));

/** The last day belongs to it. */
export const isOpen = ({ until, endedAt }: { readonly until: string; readonly endedAt: Date | null }, now: Date): boolean =>
  endedAt === null && now.toISOString().slice(0, 10) <= until;

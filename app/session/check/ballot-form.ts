import { z } from "zod";
import { choices, fits } from "../outcomes/verdict-counts.ts";

/** Who skips an insight, or leaves it to another field, does not say whether it fits. */
const saysWhetherItFits = (choice: string): boolean => choice === "agree" || choice === "disagree";

export const ballotForm = z
  .object({
    insight: z.uuid("unknown"),
    choice: z.enum(choices, "choose").optional(),
    fit: z.union([z.enum(fits), z.literal("").transform(() => null)], "unknown").default(null),
    /** The button "undo": whatever else the form says, the ballot is taken back. */
    undo: z.literal("1", "unknown").optional(),
  })
  .transform(({ insight, choice, fit, undo }, context) => {
    if (undo) return { insight, choice: null, fit: null };
    if (choice) return { insight, choice, fit: saysWhetherItFits(choice) ? fit : null };
    context.addIssue({ code: "custom", path: ["choice"], message: "choose" });
    return z.NEVER;
  });

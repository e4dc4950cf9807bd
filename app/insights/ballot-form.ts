import { z } from "zod";
import { choices, fits } from "./verdict-counts.ts";

/** Who skips an insight, or leaves it to another field, does not say whether it fits. */
const saysWhetherItFits = (choice: string): boolean => choice === "agree" || choice === "disagree";

export const ballotForm = z
  .object({
    insight: z.uuid("unknown"),
    choice: z.enum(choices, "choose"),
    fit: z.union([z.enum(fits), z.literal("").transform(() => null)], "unknown").default(null),
  })
  .transform((ballot) => (saysWhetherItFits(ballot.choice) ? ballot : { ...ballot, fit: null }));
export type BallotWish = z.output<typeof ballotForm>;

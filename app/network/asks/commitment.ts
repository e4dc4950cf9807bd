import { z } from "zod";
import { transitionsOf } from "../../platform/database/transitions.ts";
import { typedLine } from "../../platform/typed-text.ts";

const commitmentStates = ["open", "kept", "dropped"] as const;
export type CommitmentState = (typeof commitmentStates)[number];
export const commitmentEvents = ["keep", "drop", "reopen"] as const;
export type CommitmentEvent = (typeof commitmentEvents)[number];
export const commitmentTransitions = transitionsOf<CommitmentState, CommitmentEvent>({
  open: { keep: "kept", drop: "dropped" },
  kept: { reopen: "open" },
  dropped: { reopen: "open" },
});

export const commitmentLimits = { what: 200, withWhom: 120, open: 50 };

const line = (max: number) => typedLine({ max });
const day = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

export const commitmentShape = z.object({
  what: line(commitmentLimits.what).refine((typed) => typed !== "", "missing"),
  withWhom: line(commitmentLimits.withWhom),
  due: z
    .string({ error: "missing" })
    .trim()
    .refine((typed) => typed !== "", "missing")
    .refine((typed) => day.test(typed) && new Date(typed).toISOString().startsWith(typed), "day"),
  theme: z
    .union([z.literal(""), z.uuid()])
    .default("")
    .transform((value) => value || null),
  shared: z.string().optional(),
});
/** Nobody commits to a day that has passed. */
export const isPast = (due: string, now: Date) => due < now.toISOString().slice(0, 10);
export type CommitmentWords = z.infer<typeof commitmentShape>;
export const commitmentProse = ["what"] as const;

import { z } from "zod";
import { transitionsOf } from "../../platform/database/transitions.ts";
import { typedLine, typedProse } from "../../platform/typed-text.ts";

export const askKinds = ["ask", "offer"] as const;
export type AskKind = (typeof askKinds)[number];

const askStates = ["open", "answered", "closed"] as const;
export type AskState = (typeof askStates)[number];
export const askEvents = ["answer", "close", "reopen"] as const;
export type AskEvent = (typeof askEvents)[number];
export const askTransitions = transitionsOf<AskState, AskEvent>({
  open: { answer: "answered", close: "closed" },
  answered: { close: "closed", reopen: "open" },
  closed: { reopen: "open" },
});

export const askLimits = { title: 120, context: 1_000, thanks: 300, open: 20 };
/** Days without a reaction after which the network weaver sees an ask [NW14]. */
export const daysAlone = 14;

const day = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

export const askShape = z.object({
  kind: z.enum(askKinds, "missing"),
  title: typedLine({ max: askLimits.title, required: true }),
  context: typedProse({ max: askLimits.context }),
  until: z
    .string()
    .default("")
    .transform((typed) => typed.trim())
    .refine((typed) => typed === "" || (day.test(typed) && new Date(typed).toISOString().startsWith(typed)), "day")
    .transform((typed) => typed || null),
  fields: z.array(z.uuid()).max(50),
});
export type AskWords = z.infer<typeof askShape>;
export const askLists = ["fields"] as const;
export const askProse = ["title", "context"] as const;

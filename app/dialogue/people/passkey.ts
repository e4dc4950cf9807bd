import { z } from "zod";
import type { PasskeyId } from "../../platform/ids.ts";

/** Of one person. */
export const mostKeys = 10;

export const keyName = z.string().trim().min(1, "missing").max(60, "long");
const id = z.uuid("missing").transform((value) => value as PasskeyId);

/** What an authenticator says comes as text in a form. A key that is not JSON is no key. */
export const keyAnswer = z
  .string("missing")
  .max(20_000, "missing")
  .transform((text, told): unknown => {
    try {
      const answer: unknown = JSON.parse(text);
      if (typeof answer === "object" && answer !== null) return answer;
    } catch {
      // told below
    }
    told.addIssue({ code: "custom", message: "missing" });
    return z.NEVER;
  });

export const passkeyForm = z.discriminatedUnion(
  "doen",
  [
    z.object({ doen: z.literal("add"), name: keyName, answer: keyAnswer }),
    z.object({ doen: z.literal("rename"), key: id, name: keyName }),
    z.object({ doen: z.literal("remove"), key: id }),
  ],
  { error: "missing" },
);

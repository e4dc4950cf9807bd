import { z } from "zod";
import { cleanText, textLength } from "../../platform/text.ts";
import { isPlace, type Parts, type Place, standsAt } from "../read/places.ts";

/** What is read along: a part that comes from data, or a text of the team. */
export type Part = Place | `tekst-${string}`;
export const isPart = (text: string): text is Part => isPlace(text) || /^tekst-[0-9a-f-]{36}$/.test(text);
export const blockOfPart = (part: string): string | null => /^tekst-([0-9a-f-]{36})$/.exec(part)?.[1] ?? null;

type Content = Parts & { readonly blocks?: readonly { readonly id: string; readonly place: string }[] | undefined };

/** Where something said of a part stands in this report: at the part, or where that is gone, where it was. */
export function partIn(part: string, content: Content): Part {
  const block = blockOfPart(part);
  if (block === null) return standsAt(part, content);
  return content.blocks?.some(({ id }) => id === block) ? (part as Part) : "hoe";
}

export type Moment = "planned" | "open" | "closed";
export function momentOf(review: { readonly opensAt: Date; readonly closesAt: Date }, now: Date): Moment {
  return now < review.opensAt ? "planned" : now < review.closesAt ? "open" : "closed";
}

const dayMs = 24 * 3_600_000;
/** When those who can still say something are reminded; null for a window too short for it. */
export function remindAt({ opensAt, closesAt }: { readonly opensAt: Date; readonly closesAt: Date }): Date | null {
  const length = closesAt.getTime() - opensAt.getTime();
  if (length < 2 * dayMs) return null;
  return new Date(closesAt.getTime() - (length < 5 * dayMs ? 1 : 2) * dayMs);
}

export const remarkLimit = 2_000;
export const mostRemarks = 100;

const text = z
  .string({ error: "missing" })
  .transform(cleanText)
  .refine((typed) => textLength(typed) <= remarkLimit, "long");
const said = text.refine((typed) => typed !== "", "missing");

export const remarkShape = z
  .object({
    id: z.uuid({ error: "missing" }),
    kind: z.enum(["remark", "correction"], { error: "missing" }),
    text: said,
    words: text.optional().default(""),
  })
  .refine(({ kind, words }) => kind === "remark" || words !== "", { path: ["words"], message: "missing" });
export type RemarkForm = z.infer<typeof remarkShape>;
export const guardedRemark = ["text", "words"] as const;

export const verdicts = ["taken", "partly", "not"] as const;
/** Not, and partly, are answers with a reason. */
export const answerShape = z
  .object({ verdict: z.enum(verdicts, { error: "missing" }), answer: text })
  .refine(({ verdict, answer }) => verdict === "taken" || answer !== "", { path: ["answer"], message: "missing" });
export type AnswerForm = z.infer<typeof answerShape>;
export const guardedAnswer = ["answer"] as const;

export const dissentShape = z.object({ id: z.uuid({ error: "missing" }), text: said, named: z.literal("ja").optional() });
export type DissentForm = z.infer<typeof dissentShape>;
export const guardedDissent = ["text"] as const;

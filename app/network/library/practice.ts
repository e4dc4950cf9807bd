import { z } from "zod";
import { typedLine, typedProse } from "../../platform/typed-text.ts";

/** waiting: for the team; returned: with a reason; published; withdrawn by its writer. */
const practiceStates = ["waiting", "published", "returned", "withdrawn"] as const;
export type PracticeState = (typeof practiceStates)[number];
export const usedFits = ["fits", "conditions", "not"] as const;
export type UsedFit = (typeof usedFits)[number];

/** What an entry tells; an absent part was left empty. */
export const practiceParts = ["situation", "done", "took", "gave", "conditions", "links"] as const;
type PracticePart = (typeof practiceParts)[number];
export type PracticeText = { readonly title: string } & Readonly<Record<PracticePart, string>>;

export const practiceLimits = { title: 120, text: 1_500, use: 500, reason: 500 };

const text = typedProse({ max: practiceLimits.text });
const needed = text.refine((typed) => typed !== "", "missing");

/** `version` is what the writer saw, 0 for a new one. */
export const practiceShape = z.object({
  version: z.coerce.number().int().nonnegative(),
  title: typedLine({ max: practiceLimits.title, required: true }),
  situation: needed,
  done: needed,
  took: text,
  gave: text,
  conditions: text,
  links: text.refine((typed) => typed.split(/\s+/).every((one) => one === "" || /^https:\/\/[^\s"<>]+$/.test(one)), "link"),
  fields: z.array(z.uuid()).max(50),
  themes: z.array(z.uuid()).max(50),
  open: z.string().optional(),
});
export type PracticeWords = z.infer<typeof practiceShape>;
export const practiceLists = ["fields", "themes"] as const;
export const practiceProse = ["title", "situation", "done", "took", "gave", "conditions"] as const;

export const wordsOfPractice = (words: PracticeText): string =>
  [words.title, words.situation, words.done, words.gave, words.conditions].join("\n");

export const wordsIn = (form: PracticeWords): PracticeText => ({
  title: form.title,
  ...{ situation: form.situation, done: form.done, took: form.took, gave: form.gave },
  ...{ conditions: form.conditions, links: form.links },
});

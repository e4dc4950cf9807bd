import { z } from "zod";
import { cleanLine, cleanText, textLength } from "../../platform/text.ts";

/** The texts of a call, in the order of the editor, with the most code points each may have. */
export const callLimits = {
  lead: 400,
  purpose: 3000,
  background: 5000,
  forWhom: 2000,
  whatHappens: 3000,
  owner: 200,
  contact: 200,
} as const;
export type CallField = keyof typeof callLimits;
export const callFields = Object.keys(callLimits) as readonly CallField[];
export type CallTexts = Readonly<Record<CallField, string>>;

export const titleLimit = 120;
export const privacyLimit = 20_000;

/** Text that is cleaned, or refused with its limit; never cut off. */
const words = (max: number, clean: (typed: string) => string = cleanText) =>
  z
    .string()
    .default("")
    .transform(clean)
    .refine((text) => textLength(text) <= max, "too-long");

export const callShape = z.object({
  title: words(titleLimit, cleanLine).pipe(z.string().min(1, "missing")),
  lead: words(callLimits.lead),
  purpose: words(callLimits.purpose),
  background: words(callLimits.background),
  forWhom: words(callLimits.forWhom),
  whatHappens: words(callLimits.whatHappens),
  owner: words(callLimits.owner, cleanLine),
  contact: words(callLimits.contact, cleanLine),
  privacy: words(privacyLimit),
  version: z.coerce.number().int().min(0).catch(0),
});
export type CallForm = z.output<typeof callShape>;

/** Which texts differ, for who saves over somebody else's. */
export function differences(mine: Readonly<Record<string, string>>, theirs: Readonly<Record<string, string>>): readonly string[] {
  return Object.keys(theirs).filter((key) => (mine[key] ?? "").trim() !== (theirs[key] ?? "").trim());
}

/** Paragraphs as typed: a blank line parts them. */
export const paragraphs = (text: string): readonly string[] =>
  text
    .split(/\n{2,}/)
    .map((one) => one.trim())
    .filter(Boolean);

/** A contact that a browser can follow, when it is a mail address or a telephone number. */
export function contactHref(contact: string): string | null {
  const value = contact.trim();
  if (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value)) return `mailto:${value}`;
  if (/^\+?[\d\s()-]{8,20}$/.test(value)) return `tel:${value.replace(/[^\d+]/g, "")}`;
  return null;
}

/** Texts that tell a story; who sends the call, where to ask and how data are handled name people on purpose. */
export const guardedTexts = ["title", "lead", "purpose", "background", "forWhom", "whatHappens"] as const;

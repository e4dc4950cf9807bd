import { z } from "zod";
import { typedLine } from "../../platform/typed-text.ts";

/** What an administrator may say of the installation on a screen. */
const line = (max: number) => typedLine({ max });
const oneOf = <const T extends readonly string[]>(list: T) => z.enum(list, "missing");
const orEmpty = (wrong: string, pattern: RegExp, max = 200) =>
  line(max).refine((typed) => typed === "" || pattern.test(typed), wrong);

const mail = /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/;
export const legalBases = ["public-task", "legal-obligation", "legitimate-interest", "consent"] as const;
export const accessStates = ["unknown", "full", "partial", "first-steps", "not"] as const;
export const languageChoices = ["nl,en", "nl", "en"] as const;

export const siteShape = z.object({
  siteName: line(60).refine((typed) => typed !== "", "missing"),
  mailFrom: orEmpty("mail", /^[^\r\n<>]*<?[^\s@<>]+@[^\s@<>]+>?$/),
  themeCssUrl: orEmpty("address", /^(https:\/\/[^\s]+|\/[^\s/][^\s]*)$/, 500),
  themeClass: orEmpty("class", /^[\w -]+$/, 100),
  languages: oneOf(languageChoices),
  organisation: line(120),
  address: line(200),
  contact: orEmpty("mail", mail),
  privacyContact: orEmpty("mail", mail),
  officer: line(120),
  legalBasis: oneOf(legalBases),
  legalText: line(300),
  accessState: oneOf(accessStates),
  accessReport: orEmpty("address", /^https:\/\/[^\s]+$/, 500),
});
export type Site = z.infer<typeof siteShape>;
export type SiteField = keyof Site;

/** As an installation begins. */
export const emptySite: Site = {
  ...{ siteName: "Klankbord", mailFrom: "", themeCssUrl: "", themeClass: "", languages: "nl,en" },
  ...{ organisation: "", address: "", contact: "", privacyContact: "", officer: "" },
  ...{ legalBasis: "public-task", legalText: "", accessState: "unknown", accessReport: "" },
} as const;

/** Which variable outside fixes which field: then the screen shows it, and cannot change it. */
export const variables = {
  siteName: "SITE_NAME",
  mailFrom: "MAIL_FROM",
  themeCssUrl: "THEME_CSS_URL",
  themeClass: "THEME_CLASS",
  languages: "LANGUAGES",
} as const;
export type FixableField = keyof typeof variables;

/** What is kept, or as it begins where nothing (good) is. */
export function readSite(kept: unknown): Site {
  const read = siteShape.safeParse(kept);
  return read.success ? read.data : emptySite;
}

/** What was typed, but for what is fixed outside: that stays as it was kept. */
export function withoutFixed(typed: Site, before: Site, fixed: readonly SiteField[]): Site {
  const kept = Object.fromEntries(fixed.map((name) => [name, before[name]]));
  return { ...typed, ...kept };
}

export const mostLogoBytes = 150_000;
const png = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** Which picture it is; null for what is none, is too large, or could do more than be looked at. */
export function logoType(bytes: Uint8Array): "image/png" | "image/svg+xml" | null {
  if (bytes.length === 0 || bytes.length > mostLogoBytes) return null;
  if (png.every((byte, at) => bytes[at] === byte)) return "image/png";
  const text = new TextDecoder().decode(bytes);
  if (!/^\s*(<\?xml[^>]*>\s*)?<svg[\s>]/.test(text)) return null;
  const acts =
    /<(script|foreignObject|iframe|image|use|animate|set|style)\b|\son\w+\s*=|javascript:|<!(DOCTYPE|ENTITY)|href\s*=|url\(\s*['"]?(?!#)/i;
  return acts.test(text) ? null : "image/svg+xml";
}

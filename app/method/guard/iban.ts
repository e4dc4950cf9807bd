import type { Span } from "./finding.ts";

/**
 * Numbers of bank accounts, with or without separators, whose check digits are right.
 * @see ISO 13616, ISO 7064 (mod 97-10); the lengths per country are those of the IBAN registry
 */
export function findIbans(text: string): Span[] {
  const found: Span[] = [];
  for (const { index } of text.matchAll(/[a-z]{2}(?=[ .-]?\d[ .-]?\d)/gi)) {
    const span = (found.at(-1)?.to ?? 0) > index ? null : ibanAt(text, index);
    if (span) found.push(span);
  }
  return found;
}

function ibanAt(text: string, from: number): Span | null {
  const length = lengths.get(text.slice(from, from + 2).toUpperCase());
  if (length === undefined) return null;
  let signs = "";
  let to = from;
  for (let gap = 0; signs.length < length && to < text.length; to++) {
    const sign = text[to] ?? "";
    if (/[a-z0-9]/i.test(sign)) {
      signs += sign.toUpperCase();
      gap = 0;
    } else if (!/[ .\-/]/.test(sign) || ++gap > 3) return null;
  }
  if (signs.length !== length || !/^[A-Z]{2}\d{2}/.test(signs) || /[a-z0-9]/i.test(text[to] ?? "")) return null;
  return rest97(signs) === 1 ? { from, to } : null;
}

function rest97(signs: string): number {
  let rest = 0;
  for (const sign of signs.slice(4) + signs.slice(0, 4))
    for (const digit of String(Number.parseInt(sign, 36))) rest = (rest * 10 + Number(digit)) % 97;
  return rest;
}

const lengths = new Map(
  (
    "AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ES24 FI18 " +
    "FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 " +
    "LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 SA24 " +
    "SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30"
  )
    .split(" ")
    .map((one) => [one.slice(0, 2), Number(one.slice(2))]),
);

import { digitStarts, isDigit, readDigits } from "./digits.ts";
import { numbersThing, type Span } from "./finding.ts";

/**
 * Numbers of citizens: eight or nine digits, together or with one kind of separator, that pass the eleven test.
 * @see Besluit burgerservicenummer, the weights 9 to 2 and -1
 */
export function findBsn(text: string, taken: readonly Span[] = []): Span[] {
  const found: Span[] = [];
  const mayBeNamed = names.test(text);
  let last = 0;
  for (const start of digitStarts(text)) {
    if (start < last) continue;
    if (isAmidNumbers(text, start) && !(mayBeNamed && isNamed(text, start))) continue;
    const span = [9, 8].map((length) => runAt(text, start, length)).find((run) => run !== null);
    if (!span) continue;
    if (!isNamed(text, start) && taken.some((one) => one.from <= span.from && span.from < one.to)) continue;
    found.push(span);
    last = span.to;
  }
  return found;
}

export function passesEleven(digits: string): boolean {
  const nine = digits.padStart(9, "0");
  if (!/^\d{9}$/.test(nine) || /^0+$/.test(nine)) return false;
  const sum = [...nine].reduce((total, digit, at) => total + Number(digit) * (at === 8 ? -1 : 9 - at), 0);
  return sum % 11 === 0;
}

function runAt(text: string, start: number, length: number): Span | null {
  const run = readDigits(text, start, length, /^(?: ?[.\-/_] ?| {1,2})$|^$/);
  if (run?.digits.length !== length || isDigit(text, run.to) || !passesEleven(run.digits)) return null;
  const kinds = new Set(run.separators.map((one) => one.trim() || " "));
  if (kinds.size > 1) return null;
  if (isNamed(text, start)) return run;
  const before = text.slice(Math.max(0, start - 40), start);
  if (numbersThing.test(before) || /[€$]\s?$|\d[,.]$/.test(before)) return null;
  if (
    /^\s?(?:euro|eur\b|,\d|miljoen)/i.test(text.slice(run.to, run.to + 10)) ||
    /^\d{1,3}(?:\.\d{3})*\.000$/.test(text.slice(run.from, run.to))
  )
    return null;
  if (run.groups.length > 1 && (/\d[ .\-/_]$/.test(before) || /^[ .\-/_]\d/.test(text.slice(run.to)))) return null; // a row of numbers
  if (length === 8) return run.groups.length === 1 && !isDate(run.digits) ? run : null;
  return run;
}

/** In a row of numbers, and too short to be one by itself. Told without reading on: most starts in a long row end here. */
function isAmidNumbers(text: string, start: number): boolean {
  if (start < 2 || !isDigit(text, start - 2) || !/[ .\-/_]/.test(text.charAt(start - 1))) return false;
  let end = start;
  while (isDigit(text, end)) end += 1;
  return end - start < 8;
}

const names = /bsn|b\.s\.n\.|burgerservice|sofi/i;
/** The word itself stands just before it. */
function isNamed(text: string, start: number): boolean {
  return /(?:bsn|b\.s\.n\.|burgerservice|sofi)[^.!?\n]{0,40}$/i.test(text.slice(Math.max(0, start - 60), start));
}

function isDate(eight: string): boolean {
  const valid = (year: string, month: string, day: string) =>
    /^(?:19|20)/.test(year) && +month >= 1 && +month <= 12 && +day >= 1 && +day <= 31;
  return (
    valid(eight.slice(0, 4), eight.slice(4, 6), eight.slice(6)) || valid(eight.slice(4), eight.slice(2, 4), eight.slice(0, 2))
  );
}

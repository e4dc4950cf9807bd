import type { Span } from "./finding.ts";

/** Digits that stand together, with the separators between them. */
export interface DigitRun extends Span {
  readonly digits: string;
  /** How many digits stand in each group. */
  readonly groups: readonly number[];
  readonly separators: readonly string[];
}

/**
 * Reads digits from a place on, at most `max`, over separators of at most three signs.
 * Whole groups only, unless a group alone is too long.
 */
export function readDigits(text: string, from: number, max: number, separator = /^[ .\-/_()]{0,3}$/): DigitRun | null {
  const groups: number[] = [];
  const separators: string[] = [];
  let digits = "";
  let at = from;
  let to = from;
  while (at < text.length) {
    let next = at;
    while (next < text.length && !isDigit(text, next) && next - at < 4) next += 1;
    const between = text.slice(at, next);
    if (!isDigit(text, next) || !separator.test(between)) break;
    let end = next;
    while (isDigit(text, end)) end += 1;
    if (digits.length + end - next > max) break;
    if (groups.length > 0) separators.push(between);
    groups.push(end - next);
    digits += text.slice(next, end);
    at = end;
    to = end;
  }
  return groups.length === 0 ? null : { from, to, digits, groups, separators };
}

export const isDigit = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  return code >= 48 && code <= 57;
};

/** Where each group of digits begins. */
export function digitStarts(text: string): number[] {
  return [...text.matchAll(/\d+/g)].map(({ index }) => index);
}

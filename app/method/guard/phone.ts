import { type DigitRun, isDigit, readDigits } from "./digits.ts";
import { numbersThing, overlaps, type Span } from "./finding.ts";

/**
 * Telephone numbers: Dutch ones of ten digits from 0, or with 31; of other countries after + or 00; nine digits from a 6, or a
 * local number, where the text says that it is one. Numbers for everybody (0800, 0900, 112) are nobody's.
 */
export function findPhones(text: string): Span[] {
  const found: Span[] = [];
  const add = (span: Span | null) => {
    if (span && !found.some((one) => overlaps(one, span))) found.push(span);
  };
  for (const { index, 0: start } of text.matchAll(/(?<![\d+])(?:\(?\+|\(?00(?=[ .-]?[1-9]))/g))
    add(international(text, index, start.length));
  for (const { index } of text.matchAll(/(?<![\d])\(?0/g)) add(national(text, index));
  for (const { index } of text.matchAll(/(?<![\d+])31(?=[ \-(]{0,2}0?\)? ?-?6)/g)) add(withoutPlus(text, index));
  for (const match of text.matchAll(saysSo)) add(asToldBefore(text, match));
  for (const { index, 0: words } of text.matchAll(spoken)) add(fromWords(index, words));
  return found.sort((one, other) => one.from - other.from);
}

function national(text: string, from: number): Span | null {
  const run = readDigits(text, from, 10);
  if (run?.digits.length !== 10 || isDigit(text, run.to) || !isDutch(run)) return null;
  if (/^\(?\d\d[-./]\d\d[-./](?:19|20)\d\d /.test(text.slice(from, from + 14))) return null; // a date and a time
  if (numbersThing.test(text.slice(Math.max(0, from - 40), from))) return null;
  return trimmed(text, run);
}

function isDutch({ digits, groups }: DigitRun): boolean {
  if (!/^0(?!0|800|900|90[69])[1-9]/.test(digits) || /^0(?:800|90[069])/.test(digits)) return false;
  const first = groups[0] ?? 0;
  if (first === 1) return groups.every((size) => size === 1) || (groups[1] ?? 0) >= 2;
  if (digits.startsWith("06")) return first >= 2;
  return first === 3 || first === 4 || first === 10;
}

function international(text: string, from: number, prefix: number): Span | null {
  const run = readDigits(text, from + prefix, 16, /^[ .\-/_()]{0,3}$|^[ ]?\(0\)[ ]?$/);
  if (!run || isDigit(text, run.to)) return null;
  const zeros = text.slice(from, from + prefix).includes("0");
  if (run.digits.length < (zeros ? 10 : 9) || run.digits.length > 16 || run.digits.startsWith("0")) return null;
  if (/^\s?(?:euro|%|procent)/i.test(text.slice(run.to, run.to + 8))) return null;
  return { from, to: run.to };
}

function withoutPlus(text: string, from: number): Span | null {
  const run = readDigits(text, from, 12);
  if (!run || isDigit(text, run.to) || !/^310?6\d{8}$/.test(run.digits)) return null;
  return { from, to: run.to };
}

const saysSo =
  /(?<!\p{L})(tel|telefoon(?:nummer)?|telnr|mobiel(?:nummer|e nummer)?|mob|gsm|bel|belt|bellen|app|appen|whatsapp|nummer|nr)(?!\p{L})[^\d\n+]{0,25}(?=[1-9])/giu;

function asToldBefore(text: string, match: RegExpExecArray): Span | null {
  const from = match.index + match[0].length;
  const run = readDigits(text, from, 9, /^[ .\-/]{0,3}$/);
  if (!run || isDigit(text, run.to)) return null;
  const word = (match[1] ?? "").toLowerCase();
  const mobile = /^6\d{8}$/.test(run.digits);
  const local = /^(?:tel|mob|gsm)/.test(word) && /^[2-9]\d{5,7}$/.test(run.digits) && run.groups.length <= 4;
  return mobile || local ? { from, to: run.to } : null;
}

const digitWords = ["nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen"];
const word = `(?:${digitWords.join("|")}|één)`;
const spoken = new RegExp(`(?<!\\p{L})nul(?:[\\s,.-]{0,3}(?:${word}|\\d+)){2,}`, "giu");

function fromWords(from: number, words: string): Span | null {
  let digits = "";
  for (const [part] of words.toLowerCase().matchAll(new RegExp(`${word}|\\d+`, "gu")))
    digits += /\d/.test(part) ? part : part === "één" ? "1" : digitWords.indexOf(part);
  return /^0[1-9]\d{8}$/.test(digits) ? { from, to: from + words.length } : null;
}

function trimmed(text: string, { from, to }: Span): Span {
  return { from: text[from] === "(" && !text.slice(from, to).includes(")") ? from + 1 : from, to };
}

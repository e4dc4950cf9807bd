/** Length as people count it: an emoji of one code point is one. */
export function textLength(text: string): number {
  let length = 0;
  for (const _ of text) length += 1;
  return length;
}

/**
 * Typed text as it is kept: one kind of line end (forms post CRLF), NFC, no control characters but newline and tab,
 * no half surrogates (PostgreSQL and JSON refuse them), no blank ends. Emoji and right-to-left marks stay.
 */
export function cleanText(typed: string): string {
  return typed
    .replace(/\r\n?/g, "\n")
    .replace(/[^\P{Cc}\n\t]/gu, "")
    .replace(/\p{Cs}/gu, "")
    .normalize("NFC")
    .trim();
}

/** For names and other single lines: white space becomes one space; marks that turn the direction of what follows go, for they would reach the neighbours. */
export function cleanLine(typed: string): string {
  return cleanText(typed.replace(/\s+/gu, " "))
    .replace(/[\u202A-\u202E\u2066-\u2069]/g, "")
    .replace(/\s+/gu, " ")
    .trim();
}

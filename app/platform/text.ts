/** Length as people count it: an emoji of one code point is one. */
export function textLength(text: string): number {
  let length = 0;
  for (const _ of text) length += 1;
  return length;
}

/**
 * Typed text as it is kept: one kind of line end (forms post CRLF), NFC, no control characters but newline and tab,
 * no half surrogates (PostgreSQL and JSON refuse them), no blank ends. Emoji and right-to-left text stay; marks that turn the
 * direction stay as far as the text itself ends them, so that they never reach what stands beside it.
 */
export function cleanText(typed: string): string {
  const plain = typed
    .replace(/\r\n?/g, "\n")
    .replace(/[^\P{Cc}\n\t]/gu, "")
    .replace(/\p{Cs}/gu, "");
  const text = endDirections(plain).normalize("NFC").trim();
  return /[^\s\p{Cf}]/u.test(text) ? text : ""; // marks alone are no text
}

/** Typed text with its measure. Too long is told, never cut: what somebody typed is theirs to shorten. */
export function readText(
  typed: string,
  { max, multiline }: { max: number; multiline: boolean },
): { readonly text: string; readonly length: number; readonly tooLong: boolean } {
  const text = multiline ? cleanText(typed) : cleanLine(typed);
  const length = textLength(text);
  return { text, length, tooLong: length > max };
}

/** For names and other single lines: white space becomes one space; marks that turn the direction of what follows go, for they would reach the neighbours. */
export function cleanLine(typed: string): string {
  return cleanText(typed.replace(/\s+/gu, " "))
    .replace(/[\u202A-\u202E\u2066-\u2069]/g, "")
    .replace(/\s+/gu, " ")
    .trim();
}

/** Leaves out marks that begin or end a direction without their other half in the same line (a line end ends them all, Unicode UAX 9). */
function endDirections(text: string): string {
  if (!/[\u202A-\u202E\u2066-\u2069]/.test(text)) return text;
  const characters = [...text];
  const halves = new Set<number>();
  let opened: { at: number; isolate: boolean }[] = [];
  let isolates = 0; // among the opened
  const close = (at: number, isolate: boolean) => {
    if (isolate && isolates === 0) return;
    // the end of an isolate ends what is in it
    while (isolate && opened.at(-1)?.isolate === false) opened.pop();
    const pair = opened.at(-1);
    if (pair === undefined || pair.isolate !== isolate) return;
    opened.pop();
    if (isolate) isolates -= 1;
    halves.add(pair.at).add(at);
  };
  for (const [at, character] of characters.entries()) {
    if (character === "\n" || character === "\u2029") [opened, isolates] = [[], 0];
    else if (/[\u202A\u202B\u202D\u202E]/.test(character)) opened.push({ at, isolate: false });
    else if (/[\u2066-\u2068]/.test(character)) {
      opened.push({ at, isolate: true });
      isolates += 1;
    } else if (character === "\u202C") close(at, false);
    else if (character === "\u2069") close(at, true);
  }
  return characters.filter((character, at) => halves.has(at) || !/[\u202A-\u202E\u2066-\u2069]/.test(character)).join("");
}

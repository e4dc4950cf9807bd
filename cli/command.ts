/** What a command comes to: one JSON object or lines to read (exit 0), or one line that says what to mend (exit 2). */
export type Outcome = { json: object } | { text: string } | { problem: string };
export type Command = (args: readonly string[]) => Promise<Outcome>;

/** For values of a file in a message: no line ends, not too long. */
export function onOneLine(text: string, max = 300): string {
  const line = text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ").trim();
  return [...line].length > max ? `${[...line].slice(0, max).join("")}...` : line;
}

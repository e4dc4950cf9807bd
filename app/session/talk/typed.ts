/** Of a line that is being typed, others see this much of its end. */
export const longestSeen = 400;
/** A browser tells at most this often what stands in the line; the first character at once. */
export const sendEveryMs = 200;
/** A table hears at most this often what is being typed at it; the first time at once. Together: within half a second. */
export const tellEveryMs = 250;
/** A line that stands still is told again, so that a server that just came knows of it. */
export const againMs = 5_000;
/** A sign in the plenary stands this long. */
export const signMs = 6_000;
/** A line of which nothing is heard for this long is gone: its writer left. */
export const goneMs = 12_000;

/** Digits with at most one sign between them, as people write numbers of a telephone, an account or a person. */
const longNumber = /\p{Nd}(?:[ .\-/()]{0,2}\p{Nd}){5,}/gu;

/**
 * What others may see of a line that its writer did not send yet: the end of it, without runs of six or more digits.
 * @returns one line; "" when there is nothing to see
 */
export function seenWhileTyped(typed: string): string {
  const line = typed
    .normalize("NFC")
    .replace(/\s/gu, " ")
    .replace(/[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]/gu, "")
    .replace(longNumber, (run) => run.replace(/\p{Nd}/gu, "•"));
  const characters = [...line];
  const end = characters.length > longestSeen ? characters.slice(-longestSeen).join("") : line;
  return end.trim() === "" ? "" : end;
}

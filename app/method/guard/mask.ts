/**
 * For words that others see while they are typed: runs of four digits or more become dots, also with separators in them from
 * six digits on. As long as the text itself, so that what is shown does not jump when it is sent.
 */
export function maskDigits(text: string): string {
  return text
    .replace(/\p{Nd}(?:[ \u00a0.\-/()]{0,2}\p{Nd}){5,}/gu, (run) => run.replace(/\p{Nd}/gu, dots))
    .replace(/\p{Nd}{4,}/gu, (run) => run.replace(/\p{Nd}/gu, dots));
}

const dots = (digit: string): string => "•".repeat(digit.length);

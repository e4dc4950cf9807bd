/** What a field can be told, per code. */
export type ErrorWords = Readonly<Record<string, Readonly<Record<string, string>>>>;
export interface ErrorLine {
  readonly field: string;
  readonly text: string;
}

/** The errors of a form in words, in the order in which the words stand: that of the fields on the page. */
export function errorLines(words: ErrorWords, errors: Readonly<Record<string, string>> | undefined): readonly ErrorLine[] {
  return Object.entries(words).flatMap(([field, texts]) => {
    const code = errors?.[field];
    const text = code === undefined ? undefined : (texts[code] ?? Object.values(texts)[0]);
    return text === undefined ? [] : [{ field, text }];
  });
}

export function errorOf(lines: readonly ErrorLine[], field: string): string | undefined {
  return lines.find((line) => line.field === field)?.text;
}

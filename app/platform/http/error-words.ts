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

/** What a field is called, what was typed in it and what is wrong with it, where all go by one name. */
export const fieldOf = <Name extends string, Typed extends { readonly [Key in Name]?: unknown }>(
  name: Name,
  words: Readonly<Record<Name, string>>,
  typed: Typed,
  lines: readonly ErrorLine[],
) => ({ name, label: words[name], defaultValue: typed[name], error: errorOf(lines, name) });

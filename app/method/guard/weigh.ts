import { anywayField } from "./anyway.ts";
import type { Finding, FindingKind } from "./finding.ts";
import { findPersonal } from "./guard.ts";

/** Fields of forms that hold a person's own words. */
export const wordFields = [
  "text",
  "condition",
  "example",
  "situation",
  "forWhom",
  "tried",
  "wouldHelp",
  "does",
  "place",
  "offers",
  "looksFor",
] as const;

export interface Marked {
  readonly field: string;
  readonly text: string;
  readonly found: readonly Finding[];
}

/** The fields in which something was found. @param names of the fields that hold words */
export function markedIn(typed: Iterable<readonly [string, unknown]>, names: readonly string[] = wordFields): Marked[] {
  return [...typed].flatMap(([field, text]): Marked[] => {
    if (!names.includes(field) || typeof text !== "string") return [];
    const found = findPersonal(text);
    return found.length === 0 ? [] : [{ field, text, found }];
  });
}

/** What `toch` holds when its writer saw these marks. */
export const anywayFor = (marked: readonly Marked[]): string =>
  marked.flatMap(({ text, found }) => found.map(({ from, to }) => oneLine(text.slice(from, to)))).join("\n");

/**
 * Whether a form may be posted. What was agreed to holds for the words that were marked then, not for others.
 * @returns null when it may; else why not, and the first field it is about
 */
export function objection(
  typed: Iterable<readonly [string, unknown]>,
  names: readonly string[] = wordFields,
): { code: "bsn" | "personal"; field: string } | null {
  const entries = [...typed];
  const marked = markedIn(entries, names);
  const withBsn = marked.find(({ found }) => found.some(({ kind }) => kind === "bsn"));
  if (withBsn) return { code: "bsn", field: withBsn.field };
  const agreed = new Set(
    entries.flatMap(([field, value]) => (field === anywayField && typeof value === "string" ? value.split(/\r?\n/) : [])),
  );
  const first = marked.find(({ text, found }) => found.some(({ from, to }) => !agreed.has(oneLine(text.slice(from, to)))));
  return first ? { code: "personal", field: first.field } : null;
}

/** Which kinds stand in these texts, each once. */
export const kindsIn = (texts: readonly string[]): FindingKind[] => [
  ...new Set(texts.flatMap(findPersonal).map(({ kind }) => kind)),
];

const oneLine = (words: string): string => words.replace(/\s+/g, " ");

import type { Locale } from "../../../platform/time.ts";
import { stepKinds, type Words } from "../step.ts";
import { instructionFor } from "./step-texts.ts";
import { templates } from "./templates.ts";

/** A text of a template in the reader's language; the organiser's own text stays as it is. */
export function stepText(text: string, locale: Locale): string {
  return known.get(text)?.[locale] ?? text;
}

const parts = Object.values(templates).flat();
const known = new Map<string, Words>(
  [...parts.flatMap((part) => [part.title, part.question, part.script]), ...stepKinds.map(instructionFor)]
    .filter((words) => words.nl !== "")
    .flatMap((words): [string, Words][] => [
      [words.nl, words],
      [words.en, words],
    ]),
);

import type { Locale } from "../../../platform/time.ts";
import { type StepDraft, type StepKind, usualShape, type Words } from "../step.ts";
import { instructionFor } from "./step-texts.ts";

/** One step of a template, in both languages. */
export interface Part {
  readonly kind: StepKind;
  readonly minutes: number;
  readonly title: Words;
  readonly question: Words;
  /** What the facilitator may read aloud. */
  readonly script: Words;
  readonly collects?: StepDraft["collects"];
  readonly mix?: StepDraft["mix"];
  readonly size?: number;
}

export const nothingAsked: Words = { nl: "", en: "" };

export function draftOf(part: Part, locale: Locale): StepDraft {
  const { kind, minutes, title, question, script, collects, mix, size } = part;
  const shape = usualShape(kind);
  const mixed = mix ?? shape.mix;
  return {
    ...shape,
    ...(collects && { collects }),
    mix: mixed,
    groupSize: mixed === "keep" || mixed === "double" ? null : (size ?? shape.groupSize),
    seconds: minutes * 60,
    title: title[locale],
    question: question[locale],
    instruction: instructionFor(kind)[locale],
    script: script[locale],
  };
}

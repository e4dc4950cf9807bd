import { textLength } from "../../platform/text.ts";
import { longestRunSheet } from "./run-sheet.ts";
import { hasSize, kindRules, makesGroups, type Step, type StepDraft } from "./step.ts";

const limits = {
  title: 120,
  question: 300,
  instruction: 1000,
  script: 1000,
  minutes: { least: 1, most: 240 },
  group: { least: 2, most: 12 },
  topics: { least: 2, most: 12, length: 60 },
} as const;

export type StepField =
  | "title"
  | "question"
  | "instruction"
  | "script"
  | "minutes"
  | "least"
  | "collects"
  | "setting"
  | "mix"
  | "groupSize"
  | "topics";
export type StepCode =
  | "required"
  | "too-long"
  | "not-whole-minutes"
  | "minutes-1-240"
  | "least-too-long"
  | "not-for-this-kind"
  | "needs-or-themes"
  | "people-2-12"
  | "topics-2-12";
export type StepErrors = Partial<Record<StepField, StepCode>>;

export function checkStep(step: StepDraft): StepErrors {
  const rules = kindRules[step.kind];
  const errors: StepErrors = {};
  const words = (field: "title" | "question" | "instruction" | "script") => {
    if (textLength(step[field]) > limits[field]) errors[field] = "too-long";
  };
  if (step.title.trim() === "") errors.title = "required";
  words("title");
  words("question");
  words("instruction");
  words("script");
  const minutes = step.seconds / 60;
  if (!Number.isInteger(minutes)) errors.minutes = "not-whole-minutes";
  if (!(minutes >= limits.minutes.least && minutes <= limits.minutes.most)) errors.minutes = "minutes-1-240";
  const least = step.leastSeconds;
  if (least !== null && !(Number.isInteger(least / 60) && least >= 60 && !(least > step.seconds)))
    errors.least = "least-too-long";
  if (!rules.settings.includes(step.setting)) errors.setting = "not-for-this-kind";
  if (step.collects.some((c) => !rules.collects.includes(c))) errors.collects = "not-for-this-kind";
  if (step.collects.includes("mark") && step.collects.includes("theme-mark")) errors.collects = "needs-or-themes";
  if ((step.setting === "group") !== (step.mix !== "none")) errors.mix = "not-for-this-kind";
  const size = step.groupSize ?? 0;
  if (hasSize(step.mix) && !(Number.isInteger(size) && size >= limits.group.least && size <= limits.group.most))
    errors.groupSize = "people-2-12";
  const { least: fewest, most, length } = limits.topics;
  if (step.mix === "theme") {
    if (step.topics.length < fewest || step.topics.length > most) errors.topics = "topics-2-12";
    else if (step.topics.some((topic) => textLength(topic) > length)) errors.topics = "too-long";
  }
  return errors;
}

/** The time of a step as people type it. */
export function readMinutes(typed: string): number | null {
  const text = typed.trim();
  if (!/^\d{1,3}$/.test(text)) return null;
  const minutes = Number(text);
  return minutes >= limits.minutes.least && minutes <= limits.minutes.most ? minutes : null;
}

type SheetCode = "no-steps" | "too-many-steps" | "keep-without-groups" | "nothing-to-weigh" | "no-question";
export type SheetWarning = { readonly code: SheetCode; readonly stepId: string | null };

/** What is odd about the order as a whole; an organiser may go on with a warning. */
export function sheetWarnings(steps: readonly Step[]): readonly SheetWarning[] {
  const warnings: SheetWarning[] = [];
  if (steps.length === 0) warnings.push({ code: "no-steps", stepId: null });
  if (steps.length > longestRunSheet) warnings.push({ code: "too-many-steps", stepId: null });
  let dealt = false;
  let needs = false;
  for (const step of steps) {
    if ((step.mix === "keep" || step.mix === "double") && !dealt) warnings.push({ code: "keep-without-groups", stepId: step.id });
    if (step.collects.includes("mark") && !needs) warnings.push({ code: "nothing-to-weigh", stepId: step.id });
    if (step.collects.includes("need") && step.question.trim() === "") warnings.push({ code: "no-question", stepId: step.id });
    dealt ||= makesGroups(step.mix);
    needs ||= step.collects.includes("need");
  }
  return warnings;
}

import { z } from "zod";
import { cleanLine, cleanText } from "../../platform/text.ts";
import { checkStep, type StepErrors } from "./run-sheet-checks.ts";
import {
  collectables,
  hasSize,
  kindRules,
  mixes,
  type Setting,
  type StepDraft,
  settings,
  stepKinds,
  usualGroupSize,
} from "./step.ts";

/** What others read of it. */
export const guardedStep = ["title", "question", "instruction", "script", "topics"] as const;

const shape = z.object({
  kind: z.enum(stepKinds).catch("plenary"),
  title: z.string().default("").transform(cleanLine),
  minutes: z.coerce.number().catch(Number.NaN),
  least: z
    .union([z.literal("").transform(() => null), z.coerce.number()])
    .default(null)
    .catch(Number.NaN),
  question: z.string().default("").transform(cleanText),
  instruction: z.string().default("").transform(cleanText),
  script: z.string().default("").transform(cleanText),
  collects: z.array(z.enum(collectables)).catch([]),
  setting: z.enum(settings).catch("plenary"),
  mix: z.enum(mixes).catch("none"),
  groupSize: z.coerce.number().catch(Number.NaN),
  topics: z.string().default("").transform(topicsOf),
});

/** One on each line; the same twice is one. */
function topicsOf(typed: string): readonly string[] {
  return [...new Set(typed.split(/\r?\n/).map(cleanLine))].filter((topic) => topic !== "");
}

/** Reads one part of the run sheet as typed; what does not fit its kind is brought in line, the rest is an error. */
export function readStep(form: FormData): { readonly draft: StepDraft; readonly errors: StepErrors } {
  const typed = shape.parse({ ...Object.fromEntries(form), collects: form.getAll("collects") });
  const rules = kindRules[typed.kind];
  const setting: Setting = rules.settings.includes(typed.setting) ? typed.setting : (rules.settings[0] ?? "plenary");
  const mix = setting !== "group" ? "none" : typed.mix === "none" ? "new" : typed.mix;
  const size = Number.isNaN(typed.groupSize) ? (form.get("groupSize") ? Number.NaN : usualGroupSize) : typed.groupSize;
  const draft: StepDraft = {
    kind: typed.kind,
    seconds: typed.minutes * 60,
    leastSeconds: typed.least === null ? null : typed.least * 60,
    title: typed.title,
    question: typed.question,
    instruction: typed.instruction,
    script: typed.script,
    collects: typed.collects.filter((one) => rules.collects.includes(one)),
    setting,
    mix,
    groupSize: hasSize(mix) ? size : null,
    topics: mix === "theme" ? typed.topics : [],
  };
  return { draft, errors: checkStep(draft) };
}

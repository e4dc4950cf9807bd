import { z } from "zod";
import { transitionsOf } from "../../platform/database/transitions.ts";
import { cleanLine, textLength } from "../../platform/text.ts";
import { typedLine, typedProse } from "../../platform/typed-text.ts";

export const itemKinds = ["knowledge", "people", "money", "rules", "training", "meeting", "tool"] as const;
export type ItemKind = (typeof itemKinds)[number];

export const itemStates = ["idea", "asked", "decided", "running", "done", "stopped"] as const;
export type ItemState = (typeof itemStates)[number];

export const itemEvents = ["ask", "decide", "start", "finish", "stop", "resume"] as const;
export type ItemEvent = (typeof itemEvents)[number];

/** What is said of an item. */
export interface ItemText {
  readonly text: string;
  readonly acts: string;
  readonly budget: string;
  readonly indicator: string;
}
/** Whom and what an item is for; an empty list: everybody, everything. */
export interface ItemReach {
  readonly fieldIds: readonly string[];
  readonly partyIds: readonly string[];
  readonly themeIds: readonly string[];
  readonly areaCodes: readonly string[];
}

export const itemTransitions = transitionsOf<ItemState, ItemEvent>({
  idea: { ask: "asked", decide: "decided", stop: "stopped" },
  asked: { decide: "decided", stop: "stopped" },
  decided: { start: "running", stop: "stopped" },
  running: { finish: "done", stop: "stopped" },
  done: { resume: "running" },
  stopped: { resume: "idea" },
});

export const itemLimits = { title: 120, text: 2_000, acts: 200, budget: 200, indicator: 300, step: 200, steps: 20, news: 1_000 };

const line = (max: number) => typedLine({ max });
const ids = z.array(z.uuid()).max(200);

/** What people write of an item. `version` is what the writer saw, 0 for a new one. */
export const itemShape = z.object({
  version: z.coerce.number().int().nonnegative(),
  title: line(itemLimits.title).refine((typed) => typed !== "", "missing"),
  kind: z.enum(itemKinds, "missing"),
  text: typedProse({ max: itemLimits.text }),
  acts: line(itemLimits.acts),
  budget: line(itemLimits.budget),
  indicator: line(itemLimits.indicator),
  /** What was changed, and why; only of an item that is there. */
  because: typedProse({ max: itemLimits.news }),
  /** Reactions that led to it. */
  causes: ids.default([]),
  fields: ids,
  parties: ids,
  themes: ids,
  areas: z.array(z.string().regex(/^PV\d{2}$/)).max(50),
  /** `claim:ID`, `inzicht:ID` or `zin:BLOCK:NUMBER`. */
  claims: z.array(z.string().regex(/^(claim:[0-9a-f-]{36}|inzicht:[0-9a-f-]{36}|zin:[0-9a-f-]{36}:[1-9]\d{0,3})$/)).max(200),
});
export type ItemWords = z.infer<typeof itemShape>;
export const itemLists = ["fields", "parties", "themes", "areas", "claims", "causes"] as const;
/** The fields that hold prose; who acts may be named. */
export const itemProse = ["title", "text", "budget", "indicator", "because"] as const;

export interface ItemStep {
  readonly text: string;
  /** A day as YYYY-MM-DD, or null. */
  readonly due: string | null;
  readonly done: boolean;
}

export type StepsRead =
  | { readonly ok: true; readonly steps: readonly ItemStep[] }
  | { readonly ok: false; readonly error: "step-long" | "step-day" | "step-words"; readonly at: number };

/** The rows of a form, `step-0`, `due-0`, `done-0` and on; an empty row is left out. */
export function readSteps(typed: Readonly<Record<string, string>>): StepsRead {
  const steps: ItemStep[] = [];
  for (let at = 0; at < itemLimits.steps; at++) {
    const text = cleanLine(typed[`step-${at}`] ?? "");
    const due = (typed[`due-${at}`] ?? "").trim();
    if (text === "" && due === "") continue;
    if (text === "") return { ok: false, error: "step-words", at };
    if (textLength(text) > itemLimits.step) return { ok: false, error: "step-long", at };
    if (due !== "" && !isDay(due)) return { ok: false, error: "step-day", at };
    steps.push({ text, due: due === "" ? null : due, done: typed[`done-${at}`] === "on" });
  }
  return { ok: true, steps };
}

const isDay = (text: string) => z.iso.date().safeParse(text).success;

const day = 24 * 3_600_000;
/** The day as of which everybody sees that a step is late: who looks after it hears it a week before [PR16]. */
export const lateDay = (today: string, owned: boolean): string =>
  owned ? new Date(Date.parse(today) - 7 * day).toISOString().slice(0, 10) : today;

/** Whether a step should have been taken before this day (YYYY-MM-DD). */
export const isLate = ({ due, done }: ItemStep, today: string): boolean => !done && due !== null && due < today;

import { hasSize, type Setting, type StepDraft, type StepKind, usualGroupSize } from "./step.ts";

export const longestRunSheet = 40;

export type Listed = { readonly id: string };
export type Changed<T> =
  | { readonly ok: true; readonly steps: readonly T[] }
  | { readonly ok: false; readonly code: "no-such-step" | "no-such-place" | "already-begun" | "too-many-steps" | "double-step" };

/**
 * The list's own changes. `begun` counts the steps that began already (the live one too): those stay where they are,
 * so that the running step keeps its number.
 */
export function move<T extends Listed>(steps: readonly T[], id: string, to: number, begun = 0): Changed<T> {
  const from = steps.findIndex((s) => s.id === id);
  const step = steps[from];
  if (!step) return { ok: false, code: "no-such-step" };
  if (!Number.isInteger(to) || to < 0 || to >= steps.length) return { ok: false, code: "no-such-place" };
  if (from < begun || to < begun) return { ok: false, code: "already-begun" };
  return { ok: true, steps: steps.toSpliced(from, 1).toSpliced(to, 0, step) };
}

export function add<T extends Listed>(steps: readonly T[], step: T, at: number = steps.length, begun = 0): Changed<T> {
  if (steps.some((s) => s.id === step.id)) return { ok: false, code: "double-step" };
  if (steps.length >= longestRunSheet) return { ok: false, code: "too-many-steps" };
  if (!Number.isInteger(at) || at < 0 || at > steps.length) return { ok: false, code: "no-such-place" };
  if (at < begun) return { ok: false, code: "already-begun" };
  return { ok: true, steps: steps.toSpliced(at, 0, step) };
}

export function remove<T extends Listed>(steps: readonly T[], id: string, begun = 0): Changed<T> {
  const at = steps.findIndex((s) => s.id === id);
  if (at < 0) return { ok: false, code: "no-such-step" };
  if (at < begun) return { ok: false, code: "already-begun" };
  return { ok: true, steps: steps.toSpliced(at, 1) };
}

export function change<T extends Listed>(steps: readonly T[], id: string, to: Partial<Omit<T, "id">>, begun = 0): Changed<T> {
  const at = steps.findIndex((s) => s.id === id);
  const step = steps[at];
  if (!step) return { ok: false, code: "no-such-step" };
  if (at < begun) return { ok: false, code: "already-begun" };
  return { ok: true, steps: steps.with(at, { ...step, ...to }) };
}

/** Groups are dealt anew the first time; outside groups there is nothing to mix. */
export function inSetting(step: StepDraft, setting: Setting): Pick<StepDraft, "setting" | "mix" | "groupSize"> {
  if (setting !== "group") return { setting, mix: "none", groupSize: null };
  const mix = step.mix === "none" ? "new" : step.mix;
  return { setting, mix, groupSize: hasSize(mix) ? (step.groupSize ?? usualGroupSize) : null };
}

export type Timed = { readonly seconds: number };
export type Scheduled<T> = { readonly step: T; readonly startsAt: Date; readonly endsAt: Date };

export function schedule<T extends Timed>(startsAt: Date, steps: readonly T[]): readonly Scheduled<T>[] {
  let at = startsAt.getTime();
  return steps.map((step) => {
    const begin = new Date(at);
    at += step.seconds * 1000;
    return { step, startsAt: begin, endsAt: new Date(at) };
  });
}

export type Fit = {
  readonly totalSeconds: number;
  readonly availableSeconds: number;
  /** too long by this much, 0 when it fits */
  readonly overSeconds: number;
  readonly spareSeconds: number;
  /** where the steps end */
  readonly endsAt: Date;
};

export function fit(startsAt: Date, endsAt: Date, steps: readonly Timed[]): Fit {
  const totalSeconds = steps.reduce((sum, step) => sum + step.seconds, 0);
  const availableSeconds = Math.max(0, Math.round((endsAt.getTime() - startsAt.getTime()) / 1000));
  return {
    totalSeconds,
    availableSeconds,
    overSeconds: Math.max(0, totalSeconds - availableSeconds),
    spareSeconds: Math.max(0, availableSeconds - totalSeconds),
    endsAt: new Date(startsAt.getTime() + totalSeconds * 1000),
  };
}

/** The step that misses these seconds least: the longest that is not a break and keeps five minutes; null when none does. */
export function easiestToShorten<T extends Timed & { readonly kind: StepKind }>(
  steps: readonly T[],
  bySeconds: number,
): T | null {
  const able = steps.filter((s) => s.kind !== "break" && s.seconds - bySeconds >= 300);
  return able.toSorted((a, b) => b.seconds - a.seconds)[0] ?? null;
}

import type { InsightId, StepId } from "../../platform/ids.ts";
import type { Merged } from "../group/merge.ts";

/** How it was before the last deed of somebody who leads; ids, times and what was announced. */
export type Before =
  | {
      readonly kind: "clock";
      /** the turn that the deed made: since another the clock is somebody else's again */
      readonly turn: number;
      readonly stepId: StepId;
      readonly startedAt: number;
      readonly endsAt: number;
      readonly pausedLeftMs: number | null;
      readonly focusId: InsightId | null;
    }
  | { readonly kind: "times"; readonly times: readonly { readonly id: StepId; readonly seconds: number }[] }
  | { readonly kind: "announcement"; readonly text: string; readonly put: string }
  | { readonly kind: "move"; readonly stepId: StepId }
  | { readonly kind: "merge"; readonly merged: Merged };

export interface LastDeed {
  readonly kind: Before["kind"];
  readonly at: number;
}

/** As long as the button stands on the screen. */
const takeBackMs = 10_000;
/** The way to the server takes a moment. */
const graceMs = 5_000;

export const mayTakeBack = (last: { readonly at: number } | null, now: number): boolean =>
  last !== null && now - last.at <= takeBackMs + graceMs;
/** Whether the button stands there. */
export const isOffered = (last: LastDeed | null, now: number): boolean => last !== null && now - last.at < takeBackMs;

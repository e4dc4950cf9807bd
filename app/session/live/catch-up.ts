import type { StepId } from "../../platform/ids.ts";
import type { StepKind } from "../../prepare/run-sheet/step.ts";

export interface Coming {
  readonly id: StepId;
  readonly kind: StepKind;
  readonly seconds: number;
  /** what the organiser says it needs at least */
  readonly leastSeconds: number | null;
}
interface Cut {
  readonly id: StepId;
  readonly from: number;
  readonly to: number;
}
export interface CatchUp {
  /** in the order of the run sheet */
  readonly cuts: readonly Cut[];
  readonly wonSeconds: number;
  /** what is late after all cuts; then only leaving a step out helps, or a later end */
  readonly stillSeconds: number;
}

const aMinute = 60;
/** Shorter than this a step does not do its work. What people came for, and the break, are given in full. */
const leastMinutes: Readonly<Record<StepKind, number | "whole">> = {
  welcome: 3,
  introduction: 8,
  alone: 4,
  group: 10,
  break: "whole",
  "practice-check": "whole",
  prioritise: 5,
  plenary: 5,
  close: 3,
};
export const isProtected = (kind: StepKind): boolean => leastMinutes[kind] === "whole";

/** A step is not made shorter than this; never longer than it is. */
export function floorOf({ kind, seconds, leastSeconds }: Omit<Coming, "id">): number {
  const usual = leastMinutes[kind];
  const floor = leastSeconds ?? (usual === "whole" ? seconds : usual * aMinute);
  return Math.min(seconds, floor);
}

/** As long as it can be done so, nobody loses more than a third of a step. */
const gentleShare = 1 / 3;

/**
 * What to shorten of the steps to come, in whole minutes: first those with the most to spare, by a third at most; then more, down
 * to what each needs at least. A break and the practice check give only what their organiser allowed, and give it last.
 */
export function catchUp(coming: readonly Coming[], lateSeconds: number): CatchUp {
  const late = Math.max(0, lateSeconds);
  let left = Math.ceil(late / aMinute) * aMinute;
  const now = new Map(coming.map(({ id, seconds }) => [id, seconds]));
  const pass = (some: readonly Coming[], floor: (one: Coming) => number) => {
    const room = (one: Coming) => wholeMinutes((now.get(one.id) ?? 0) - floor(one));
    for (const one of some.toSorted((a, b) => room(b) - room(a))) {
      const cut = Math.min(left, room(one));
      now.set(one.id, (now.get(one.id) ?? 0) - cut);
      left -= cut;
    }
  };
  const open = coming.filter(({ kind }) => !isProtected(kind));
  pass(open, (one) => Math.max(floorOf(one), one.seconds * (1 - gentleShare)));
  pass(open, floorOf);
  pass(
    coming.filter(({ kind }) => isProtected(kind)),
    floorOf,
  );
  const cuts = coming.flatMap(({ id, seconds }) => {
    const to = now.get(id) ?? seconds;
    return to < seconds ? [{ id, from: seconds, to }] : [];
  });
  const wonSeconds = cuts.reduce((sum, { from, to }) => sum + from - to, 0);
  return { cuts, wonSeconds, stillSeconds: Math.max(0, late - wonSeconds) };
}

const wholeMinutes = (seconds: number): number => Math.max(0, Math.floor(seconds / aMinute) * aMinute);

import type { FloorId, PersonId } from "../../platform/ids.ts";

/** With one's voice, whether one is seen or not; or in text. The queue makes no difference between them. */
const ways = ["aloud", "text"] as const;
export type Way = (typeof ways)[number];

/** Who has the floor, as everybody sees it. Times are milliseconds of the server's clock. */
export interface Floor {
  readonly id: FloorId;
  readonly personId: PersonId;
  /** as they chose to be shown; empty when they chose neither name nor function */
  readonly name: string;
  readonly how: Way;
  readonly since: number;
  readonly endsAt: number;
}

/** Somebody who asked for it, as who leads sees it. */
export interface Ask {
  readonly id: FloorId;
  readonly personId: PersonId;
  readonly name: string;
  readonly fieldId: string | null;
  readonly how: Way;
  readonly askedAt: number;
  /** how often this person had the floor in this session before */
  readonly spoke: number;
  /** whether they wrote something that others could read */
  readonly wrote: boolean;
}

/** Turns that who leads may choose from, in seconds; the first is the usual one. */
export const turnSeconds = [120, 60, 180] as const;
export const extraSeconds = 60;

/** Who was not heard yet comes first, in speech as in writing; of two alike who asked first. */
export function inOrder(asks: readonly Ask[]): readonly Ask[] {
  const heard = ({ spoke, wrote }: Ask) => (spoke > 0 || wrote ? 1 : 0);
  return asks.toSorted((a, b) => heard(a) - heard(b) || a.askedAt - b.askedAt || (a.id < b.id ? -1 : 1));
}

/** The floor is something of the plenary: at a table people see each other, and have their round. */
export const hasFloor = (step: { readonly setting: string; readonly kind: string }): boolean =>
  step.setting === "plenary" && step.kind !== "break";

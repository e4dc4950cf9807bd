import { hashOf } from "../../method/random.ts";

export const marksEach = 3;

export type Marking =
  | { readonly status: "done"; readonly marks: readonly string[] }
  | { readonly status: "already" }
  | { readonly status: "none-left" };

/** Gives or takes back a mark; there are three, and a need gets one at most. */
export function setMark(marks: readonly string[], need: string, on: boolean): Marking {
  const has = marks.includes(need);
  if (has === on) return { status: "already" };
  if (!on) return { status: "done", marks: marks.filter((id) => id !== need) };
  return marks.length >= marksEach ? { status: "none-left" } : { status: "done", marks: [...marks, need] };
}

/** An order of one's own, the same at each visit: what stands first for one stands last for another. */
export function ownOrder<T extends { readonly id: string }>(needs: readonly T[], person: string): T[] {
  return needs.toSorted((a, b) => hashOf(person + a.id) - hashOf(person + b.id));
}

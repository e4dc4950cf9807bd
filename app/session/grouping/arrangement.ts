import type { GroupId, PersonId, StepId } from "../../platform/ids.ts";
import type { Mix } from "../../prepare/run-sheet/step.ts";
import type { GaveWay } from "./gave-way.ts";

/** How people sit in one step, or would sit, as the page of the groups shows it. */
export interface Arrangement {
  readonly state: "proposed" | "dealt" | null;
  readonly groups: readonly {
    readonly id: GroupId;
    readonly number: number;
    readonly topic: string;
    readonly seats: readonly { readonly personId: PersonId; readonly locked: boolean }[];
  }[];
  readonly quality: {
    readonly groups: number;
    readonly least: number;
    readonly most: number;
    /** different fields in a group, on average */
    readonly fields: number;
    /** pairs that meet again */
    readonly again: number;
    /** Only ahead of the step it is known who would meet again. */
    readonly knowsAgain: boolean;
  } | null;
  readonly gaveWay: readonly GaveWay[];
  readonly wishes: readonly { readonly a: PersonId; readonly b: PersonId; readonly kind: "together" | "apart" }[];
  readonly counts: { readonly dealable: number; readonly present: number };
  readonly repair: { readonly moves: number; readonly unseated: number } | null;
  /** How long what was done last can still be turned back; 0: no more. */
  readonly undoMs: number;
  readonly shown: boolean;
}
export interface ArrangedStep {
  readonly id: StepId;
  readonly title: string;
  readonly number: number;
  readonly mix: Mix;
  readonly over: boolean;
}
export interface ArrangedPerson {
  readonly personId: PersonId;
  readonly name: string;
  readonly organisation: string;
  readonly shape: number | null;
}

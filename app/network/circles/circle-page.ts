import type { CircleKind, DateAnswer } from "./circle.ts";

interface DateLine {
  readonly id: string;
  readonly startsAt: Date;
  readonly mine: DateAnswer | null;
  /** In the order of `dateAnswers`. */
  readonly counts: readonly number[];
}

/** A circle as somebody in it, or before its door, sees it. */
export interface CirclePage {
  readonly number: number;
  readonly kind: CircleKind;
  readonly mine: "in" | "asked" | null;
  /** Whether the reader made it. */
  readonly leads: boolean;
  readonly people: readonly {
    readonly personId: string;
    readonly name: string;
    readonly joinedAt: Date | null;
    readonly leads: boolean;
  }[];
  readonly count: number;
  readonly meeting: { readonly startsAt: Date; readonly place: string } | null;
  readonly dates: readonly DateLine[];
  /** The same, what suits most first. */
  readonly best: readonly DateLine[];
  readonly sheet: readonly { readonly title: string; readonly question: string; readonly seconds: number }[];
  readonly notes: readonly { readonly id: string; readonly text: string; readonly name: string; readonly at: Date }[];
  readonly tied: readonly { readonly id: string; readonly what: string; readonly by: string; readonly due: string }[];
  /** Commitments of the reader that could be tied. */
  readonly own: readonly { readonly id: string; readonly what: string }[];
  readonly practices: readonly { readonly number: number; readonly title: string }[];
  readonly fresh: string;
  readonly slug: string;
}

/** What was wrong with a form, with what was typed. */
export interface CircleTrouble {
  readonly field: string;
  readonly code: string;
  readonly text: string;
  readonly guarded: boolean;
  readonly refused: string | null;
}

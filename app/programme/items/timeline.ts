import { dayOf } from "./day.ts";
import { type ItemStep, isLate } from "./item.ts";

type Standing = "done" | "late" | "ahead" | "moved";
/** Something of an item that has a day. */
export interface Moment {
  readonly key: string;
  /** YYYY-MM-DD */
  readonly day: string;
  readonly item: number;
  /** Words of the step; empty where the item took another state. */
  readonly text: string;
  readonly standing: Standing;
  readonly state: string | null;
  /** Its place from the first day, 0, to the last, 1. */
  readonly at: number;
}
export interface Timeline {
  /** By day. */
  readonly moments: readonly Moment[];
  readonly from: string;
  readonly to: string;
  /** Where today stands; null when it is before or after all of it. */
  readonly today: number | null;
  readonly done: number;
  readonly late: number;
  readonly steps: number;
}

interface Planned {
  readonly number: number;
  readonly steps: readonly ItemStep[];
  /** From which day a step that was not taken is late for who reads this. */
  readonly late: string;
}
/** An item took another state. */
export interface Moved {
  readonly item: number;
  readonly day: string;
  readonly state: string;
}

/** What of the news of items is a move. */
export function movesOf(
  items: readonly { readonly id: string; readonly number: number }[],
  news: readonly { readonly itemId: string; readonly kind: string; readonly state: string; readonly at: Date }[],
): Moved[] {
  return news.flatMap(({ itemId, kind, state, at }) => {
    const item = kind === "moved" ? items.find(({ id }) => id === itemId) : undefined;
    return item ? [{ item: item.number, day: dayOf(at), state }] : [];
  });
}

/** All that has a day, in order; null when that is less than two moments: there is no line to draw. */
export function timelineOf(items: readonly Planned[], moves: readonly Moved[], today: string): Timeline | null {
  const steps = items.flatMap(({ number, steps: own, late }) =>
    own.flatMap((step, at) =>
      step.due === null
        ? []
        : [
            {
              key: `${number}.${at}`,
              day: step.due,
              item: number,
              text: step.text,
              standing: standingOf(step, late),
              state: null,
            },
          ],
    ),
  );
  const moved = moves.map(({ item, day, state }, at) => ({
    ...{ key: `${item}-${at}`, day, item, text: "", standing: "moved" as const, state },
  }));
  const all = [...steps, ...moved].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.item - b.item));
  const [first, last] = [all[0]?.day, all.at(-1)?.day];
  if (all.length < 2 || !first || !last) return null;
  const placeOf = (day: string) =>
    first === last ? 0.5 : (dayNumber(day) - dayNumber(first)) / (dayNumber(last) - dayNumber(first));
  return {
    moments: all.map((one) => ({ ...one, at: placeOf(one.day) })),
    ...{ from: first, to: last, today: today < first || today > last ? null : placeOf(today) },
    done: steps.filter(({ standing }) => standing === "done").length,
    late: steps.filter(({ standing }) => standing === "late").length,
    steps: steps.length,
  };
}

const standingOf = (step: ItemStep, late: string): Standing => (step.done ? "done" : isLate(step, late) ? "late" : "ahead");
const dayNumber = (day: string) => Date.parse(`${day}T00:00:00Z`) / 86_400_000;

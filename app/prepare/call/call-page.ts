import { clock, type Locale } from "../../platform/time.ts";
import { schedule } from "../run-sheet/run-sheet.ts";

/** The agenda of a session with the time at which each part begins. */
export function agendaOf(
  startsAt: Date,
  steps: readonly { readonly id: string; readonly seconds: number; readonly title: string }[],
  locale: Locale,
) {
  return schedule(startsAt, steps).map((one) => ({ id: one.step.id, at: clock(one.startsAt, locale), title: one.step.title }));
}

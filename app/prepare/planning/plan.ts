import { z } from "zod";
import { longestTitle, readTimes, type Times, typedTimes } from "../../dialogue/session-times.ts";
import { cleanLine, textLength } from "../../platform/text.ts";
import { readZoned, utcToZoned } from "../../platform/time.ts";
import { maySession, type SessionEvent, type SessionState, sessionWaysOut } from "./session.ts";

/** A session as planned by the organiser. */
export interface Plan extends Times {
  readonly title: string;
  readonly capacity: number;
  readonly registrationClosesAt: Date | null;
}

const mostPeople = 10_000;

export const guardedPlan = ["title"] as const;

export const planForm = z.object({
  title: z
    .string({ error: "missing" })
    .transform(cleanLine)
    .refine((title) => title !== "", "missing")
    .refine((title) => textLength(title) <= longestTitle, "long"),
  ...typedTimes,
  closes: z.string().trim().default(""),
  capacity: z
    .string({ error: "missing" })
    .trim()
    .min(1, "missing")
    .regex(/^\d{1,5}$/, "invalid")
    .transform(Number)
    .pipe(z.number().min(1, "invalid").max(mostPeople, "invalid")),
});
export type PlanTyped = z.output<typeof planForm>;

export type PlanRead =
  | { readonly ok: true; readonly plan: Plan }
  | { readonly ok: false; readonly errors: Readonly<Record<string, string>> };

/** @param earliest no start before this, unless it stays where it was */
export function readPlan(typed: PlanTyped, earliest: Date): PlanRead {
  const timed = readTimes(typed, earliest);
  if (!timed.ok) return timed;
  const closes = typed.closes === "" ? null : readZoned(typed.closes, "23:59");
  if (typed.closes !== "" && closes === null) return { ok: false, errors: { closes: "invalid" } };
  // the day of the session itself closes with its start
  if (closes && typed.closes > typed.date) return { ok: false, errors: { closes: "order" } };
  const registrationClosesAt = closes && closes > timed.times.startsAt ? timed.times.startsAt : closes;
  return { ok: true, plan: { title: typed.title, capacity: typed.capacity, registrationClosesAt, ...timed.times } };
}

/** The plan as the form shows it. */
export function typedPlan(plan: Plan): Record<"title" | "date" | "from" | "until" | "closes" | "capacity", string> {
  const from = utcToZoned(plan.startsAt);
  return {
    title: plan.title,
    date: from.date,
    from: from.time,
    until: utcToZoned(plan.endsAt).time,
    closes: plan.registrationClosesAt ? utcToZoned(plan.registrationClosesAt).date : "",
    capacity: String(plan.capacity),
  };
}

/** What a plan changes that others must hear of, or "date" / "capacity" when the session's state no longer lets it. */
export function planChanges(before: Plan, after: Plan, state: SessionState) {
  const moved = +before.startsAt !== +after.startsAt || +before.endsAt !== +after.endsAt;
  const capacity = before.capacity !== after.capacity;
  const refused =
    moved && !maySession(state, "changeDate") ? "date" : capacity && !maySession(state, "changeCapacity") ? "capacity" : null;
  return { moved, capacity, refused } as const;
}

/** The rest of the events belongs to who leads the session, in the room itself. */
const planning: readonly SessionEvent[] = ["open-registration", "close-registration", "cancel"];

export function planningWaysOut(state: SessionState): readonly SessionEvent[] {
  return sessionWaysOut(state).filter((event) => planning.includes(event));
}

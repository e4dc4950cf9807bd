import { z } from "zod";
import { readZoned } from "../../platform/time.ts";
import { typedLine, typedProse } from "../../platform/typed-text.ts";

/** group: lasts, and every member may join. consultation: about one case, seen by who was asked alone. */
export const circleKinds = ["group", "consultation"] as const;
export type CircleKind = (typeof circleKinds)[number];
export const dateAnswers = ["yes", "maybe", "no"] as const;
export type DateAnswer = (typeof dateAnswers)[number];

export const circleLimits = {
  title: 120,
  about: 1_500,
  place: 300,
  note: 2_000,
  notes: 200,
  /** Open ones that one person made. */
  own: 5,
  options: 5,
  people: { group: 40, consultation: 8 },
  /** Beside who brings the case: four to eight at the table. */
  leastAsked: 3,
} as const;
/** Days after its meeting in which a consultation and all of it goes. */
export const daysKept = 7;
export const meetingMinutes = 90;

export const circleShape = z.object({
  kind: z.enum(circleKinds, "missing"),
  title: typedLine({ max: circleLimits.title, required: true }),
  about: typedProse({ max: circleLimits.about, required: true }),
  theme: z.union([z.uuid("gone"), z.literal("").transform(() => null)]).default(null),
});
export type CircleWords = z.infer<typeof circleShape>;
export const circleProse = ["title", "about"] as const;

export const noteShape = z.object({
  id: z.uuid("missing"),
  text: typedProse({ max: circleLimits.note, required: true }),
});

export const placeShape = typedLine({ max: circleLimits.place });

/**
 * Days and times to choose from, as typed: pairs that are empty are left out.
 * @returns moments in order, each once; an error code when a pair is half or not a moment, is past, or there are none or too many
 */
export function readOptions(
  days: readonly string[],
  times: readonly string[],
  now: Date,
): { readonly ok: true; readonly at: readonly Date[] } | { readonly ok: false; readonly code: "day" | "past" | "none" | "many" } {
  const at: Date[] = [];
  for (const [n, day] of days.entries()) {
    const time = times[n] ?? "";
    if (day === "" && time === "") continue;
    const moment = readZoned(day, time);
    if (!moment) return { ok: false, code: "day" };
    if (moment <= now) return { ok: false, code: "past" };
    at.push(moment);
  }
  const once = [...new Map(at.map((one) => [one.getTime(), one])).values()].sort((a, b) => a.getTime() - b.getTime());
  if (once.length === 0) return { ok: false, code: "none" };
  return once.length > circleLimits.options ? { ok: false, code: "many" } : { ok: true, at: once };
}

/** When an answer suits: those whom it suits best first, of equal ones the earliest. Who did not answer counts as neither. */
export function bestFirst<T extends { readonly startsAt: Date; readonly answers: readonly DateAnswer[] }>(
  options: readonly T[],
): T[] {
  const no = ({ answers }: T) => answers.filter((one) => one === "no").length;
  const yes = ({ answers }: T) => answers.filter((one) => one === "yes").length;
  return options.toSorted((a, b) => no(a) - no(b) || yes(b) - yes(a) || a.startsAt.getTime() - b.startsAt.getTime());
}

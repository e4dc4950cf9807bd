import { z } from "zod";
import { typedProse } from "../../platform/typed-text.ts";

/** Per person and network: messages a day, people a day, and in a row without an answer [NW10]. */
export const messageLimits = { text: 2_000, reason: 500, aDay: 30, peopleADay: 10, inARow: 3 };

const text = (max: number) => typedProse({ max, required: true });

export const messageShape = z.object({ id: z.uuid("missing"), text: text(messageLimits.text), mail: z.string().optional() });
export const reportShape = z.object({ message: z.uuid("missing"), reason: text(messageLimits.reason) });

interface Sent {
  readonly from: string;
  readonly to: string;
  readonly at: Date;
}

/** Whether somebody may write to another now. @param sent all between this person and anybody, of the last days */
export function mayWrite(
  sent: readonly Sent[],
  who: string,
  to: string,
  now: Date,
): "too-many" | "too-many-people" | "wait" | null {
  const own = sent.filter(({ from, at }) => from === who && now.getTime() - at.getTime() < 86_400_000);
  if (own.length >= messageLimits.aDay) return "too-many";
  const people = new Set(own.map((one) => one.to));
  if (!people.has(to) && people.size >= messageLimits.peopleADay) return "too-many-people";
  const between = sent
    .filter((one) => (one.from === who && one.to === to) || (one.from === to && one.to === who))
    .sort((a, b) => a.at.getTime() - b.at.getTime());
  const last = between.findLastIndex(({ from }) => from === to);
  return between.length - 1 - last >= messageLimits.inARow ? "wait" : null;
}

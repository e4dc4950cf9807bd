import { z } from "zod";
import type { SessionId } from "../platform/ids.ts";

/** So many times faster than the run sheet. */
export const speeds = [1, 2, 4, 10, 30] as const;
export const usualSpeed = 10;
export const leastPeople = 6;
export const mostPeople = 60;
export const usualPeople = 24;
/** At once, over all dialogues of an installation. */
export const mostRehearsals = 3;
/** A rehearsal goes by itself after this long. */
export const keptHours = 24;
/** Time to look at the lobby before the bots begin. */
export const lobbyMs = 15_000;

const shortestSeconds = 12;
/** How long a step takes in the rehearsal. Never so short that nobody can see what it is. */
export const scaled = (seconds: number, speed: number): number =>
  speed === 1 ? seconds : Math.max(shortestSeconds, Math.round(seconds / speed));

/** When the rehearsal ends by itself, in seconds after its start. */
export const totalSeconds = (steps: readonly { readonly seconds: number }[], speed: number): number =>
  steps.reduce((sum, { seconds }) => sum + scaled(seconds, speed), 0);

export const rehearsalForm = z.discriminatedUnion(
  "doen",
  [
    z.object({
      doen: z.literal("start"),
      bijeenkomst: z.uuid("session").transform((value) => value as SessionId),
      tempo: z.coerce.number("speed").refine((speed) => (speeds as readonly number[]).includes(speed), "speed"),
      aantal: z.coerce.number("people").int("people").min(leastPeople, "people").max(mostPeople, "people"),
    }),
    z.object({ doen: z.enum(["stop", "wis", "kijk"]) }),
  ],
  { error: "missing" },
);

/** What of a rehearsal can be opened: the screens of its session. Nothing of what comes of a session, and nothing that mails. */
export function opensInRehearsal(pattern: string): boolean {
  if (pattern.endsWith("/links")) return false;
  return /^(socket:|\/bijeenkomst\/:session|\/team\/:dialogue\/(bijeenkomst|scherm|toehoren)\/:session)/.test(pattern);
}

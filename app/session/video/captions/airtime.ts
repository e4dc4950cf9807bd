/** How one's own share of the talk stands beside an equal one. */
export type Share = "less" | "even" | "more";
/** few: one voice or two take most of it. */
export type Spread = "even" | "few";

const leastTalkMs = 90_000;
const leastPeople = 3;

/** @returns null before there is enough to say something, or where there are too few to share with */
export function ownShare(ownMs: number, allMs: number, people: number): Share | null {
  if (people < leastPeople || allMs < leastTalkMs) return null;
  const times = (ownMs / allMs) * people;
  return times < 0.4 ? "less" : times > 1.8 ? "more" : "even";
}

/**
 * Whether the talk of a table is spread. Of whom it is not said, and with two it would be.
 * @param spoke ms of each who was heard
 * @param people at the table, heard or not
 */
export function spreadOf(spoke: readonly number[], people: number): Spread | null {
  const all = spoke.reduce((sum, ms) => sum + ms, 0);
  if (people < leastPeople || all < leastTalkMs) return null;
  const most = Math.max(...spoke);
  return most / all > Math.max(0.5, 2 / people) ? "few" : "even";
}

interface Heard {
  ms: number;
  at: number;
}
const forgetMs = 15 * 60_000;

/** How long people of a room were heard, by what their browsers say; in memory, until nothing is heard of it any more. */
export function openAirtime() {
  const rooms = new Map<string, Map<string, Heard>>();
  return {
    /** @param ms since the word before; more than the time that passed counts as that */
    note(room: string, person: string, ms: number, now: number): void {
      const people = rooms.get(room) ?? new Map<string, Heard>();
      rooms.set(room, people);
      const before = people.get(person) ?? { ms: 0, at: now - 30_000 };
      people.set(person, { ms: before.ms + Math.min(ms, now - before.at), at: now });
      for (const [name, inside] of rooms) if ([...inside.values()].every(({ at }) => now - at > forgetMs)) rooms.delete(name);
    },
    spread: (room: string, people: number): Spread | null =>
      spreadOf(
        [...(rooms.get(room)?.values() ?? [])].map(({ ms }) => ms),
        people,
      ),
  };
}

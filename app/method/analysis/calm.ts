import type { Analysis } from "./result.ts";
import type { Calm, Rival, Status } from "./status.ts";

export const atFirst: Calm = { status: null, statusRival: null, k: 0, rival: null, members: {} };
const letters = "ABCDEFGHIJ";
/** Updates in a row that something new must win. */
export const winsNeeded = 4;

/**
 * What to keep after an update [OG6]: what is said, and the number of groups, change only when the same new one was found four
 * updates in a row. What cannot be any more gives way at once.
 * Give it as `keep` to the next analysis; when `changed`, analyse these votes again with it.
 * @param result of this update, made with `keep: before`
 * @throws never
 */
export function calm(before: Calm, result: Analysis): { readonly next: Calm; readonly changed: boolean } {
  const members =
    result.status === "groups" ? Object.fromEntries(result.groups.map((group) => [group.id, group.members])) : before.members;
  const status = mayStay(before.status, result.alone, result.silhouettes.length > 0)
    ? steady(before.status, before.statusRival, result.alone)
    : { shown: result.alone, rival: null };
  const number =
    result.bestK === 0
      ? { shown: before.k, rival: null }
      : result.silhouettes.some(({ k }) => k === before.k)
        ? steady(before.k, before.rival, result.bestK)
        : { shown: result.bestK, rival: null };
  const next = { status: status.shown, statusRival: status.rival, k: number.shown, rival: number.rival, members };
  return {
    next,
    changed: next.status !== result.status || (result.status === "groups" && next.k !== result.k),
  };
}

/**
 * Whether what was said may be said on for a while: with the first result, where there are too few votes, or where they have become
 * enough, it may not; nor may groups or sides that cannot be made [OG6].
 */
export function mayStay(before: Status | null, alone: Status, made: boolean): before is Status {
  if (before === null || before === "too-few-votes" || alone === "too-few-votes") return false;
  return made || before === "no-clear-groups";
}

/** What these votes would have said without what came before: for when no more of them come [OG6]. */
export function settled({ status, statusRival, k, rival, members }: Calm): Calm {
  return { status: statusRival?.value ?? status, statusRival: null, k: rival?.value ?? k, rival: null, members };
}

/** Whether something that would be seen is held back for calm. */
export const isHeld = ({ status, statusRival, rival }: Omit<Calm, "members">) =>
  statusRival !== null || (status === "groups" && rival !== null);

function steady<T>(shown: T, rival: Rival<T>, found: T): { shown: T; rival: Rival<T> } {
  if (found === shown) return { shown, rival: null };
  const wins = rival?.value === found ? rival.wins + 1 : 1;
  return wins >= winsNeeded ? { shown: found, rival: null } : { shown, rival: { value: found, wins } };
}

/**
 * Letters for groups: each keeps that of the group it has most people in common with, the largest overlap first; the others take
 * the first that are free [OG6].
 * @param groups members of each new group
 * @returns one letter per group, all different
 * @throws never
 */
export function lettersFor(groups: readonly (readonly string[])[], before: Calm["members"] = {}): string[] {
  const letterOf = new Map(
    Object.entries(before).flatMap(([letter, people]) => people.map((person) => [person, letter] as const)),
  );
  const overlaps = groups
    .flatMap((people, group) => {
      const common = new Map<string, number>();
      for (const person of people) {
        const letter = letterOf.get(person);
        if (letter !== undefined) common.set(letter, (common.get(letter) ?? 0) + 1);
      }
      return [...common].map(([letter, count]) => ({ group, letter, count }));
    })
    .sort((a, b) => b.count - a.count || a.group - b.group || (a.letter < b.letter ? -1 : 1));
  const given: (string | undefined)[] = groups.map(() => undefined);
  for (const { group, letter } of overlaps) if (given[group] === undefined && !given.includes(letter)) given[group] = letter;
  return given.map((letter, group) => {
    const chosen = letter ?? [...letters].find((free) => !given.includes(free)) ?? String(group);
    given[group] = chosen;
    return chosen;
  });
}

import type { Analysis } from "./result.ts";

/** What is kept between updates, so that the picture does not jump [OG6]. */
export type Calm = {
  /** number of groups shown; 0 before the first */
  readonly k: number;
  /** another number that has been best lately, and how many updates in a row */
  readonly rival: { readonly k: number; readonly wins: number } | null;
  /** who was in which group in the last result shown */
  readonly members: Readonly<Record<string, readonly string[]>>;
};

export const atFirst: Calm = { k: 0, rival: null, members: {} };
const letters = "ABCDEFGHIJ";
/** Updates in a row that a new number of groups must win. */
export const winsNeeded = 4;

/**
 * What to keep after an update [OG6]: the number of groups changes only when the same new number was best four updates in a row.
 * Give it as `keep` to the next analysis; when `changed`, analyse these votes again with it.
 * @param result of this update, made with `keep: before`
 * @throws never
 */
export function calm(before: Calm, result: Analysis): { readonly next: Calm; readonly changed: boolean } {
  const members =
    result.status === "groups" ? Object.fromEntries(result.groups.map((group) => [group.id, group.members])) : before.members;
  const keep = (k: number, rival: Calm["rival"]) => ({
    next: { k, rival, members },
    changed: result.status === "groups" && k !== result.k,
  });
  const possible = result.silhouettes.some(({ k }) => k === before.k);
  if (result.bestK === 0) return keep(before.k, null);
  if (!possible || result.bestK === before.k) return keep(result.bestK, null);
  const wins = before.rival?.k === result.bestK ? before.rival.wins + 1 : 1;
  return wins >= winsNeeded ? keep(result.bestK, null) : keep(before.k, { k: result.bestK, wins });
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

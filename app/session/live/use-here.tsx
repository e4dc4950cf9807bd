import { useEffect, useMemo, useRef } from "react";
import type { PersonId } from "../../platform/ids.ts";

/** Who is here, as one set for as long as nobody comes or goes. */
export function useHere(ids: readonly PersonId[]): ReadonlySet<PersonId> {
  const key = ids.join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: each view brings a new list, also when it says the same
  return useMemo(() => new Set(ids), [key]);
}

/** When each person who is not here was last heard of: as the loader knew, and by what this screen saw since. */
export function useLeftAt(
  people: readonly { readonly personId: PersonId; readonly seenAt: number | null }[],
  here: ReadonlySet<PersonId>,
  now: () => number,
): ReadonlyMap<PersonId, number> {
  const before = useRef(here);
  const seen = useRef(new Map<PersonId, number>());
  const clock = useRef(now);
  clock.current = now;
  useEffect(() => {
    for (const one of before.current) if (!here.has(one)) seen.current.set(one, clock.current());
    before.current = here;
  }, [here]);
  const left = new Map<PersonId, number>();
  for (const { personId, seenAt } of people) {
    const at = Math.max(seenAt ?? 0, seen.current.get(personId) ?? 0);
    if (!here.has(personId) && at > 0) left.set(personId, at);
  }
  return left;
}

import type { ContributionId } from "../platform/ids.ts";
import type { Seen } from "./seen.ts";

interface LaidOut {
  readonly shown: readonly Seen[];
  /** Other words for a need that is shown: these lie beneath it. */
  readonly others: ReadonlyMap<ContributionId, readonly Seen[]>;
}

/** What was found the same as a need that is here lies beneath it, unless its table did something with it by itself. */
export function layOut(items: readonly Seen[]): LaidOut {
  const here = new Set(items.map(({ id }) => id));
  const above = ({ sameAs, together, brought }: Seen) =>
    sameAs && here.has(sameAs.id) && together === null && !brought ? sameAs.id : null;
  const others = new Map<ContributionId, Seen[]>();
  for (const one of items) {
    const id = above(one);
    if (id) others.set(id, [...(others.get(id) ?? []), one]);
  }
  return { shown: items.filter((one) => above(one) === null), others };
}

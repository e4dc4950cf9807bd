import type { Topic } from "./view.ts";

/** A page takes the server about this long, so that so many come one after another. */
const pageMs = 5;
const leastMs = 100;
const mostMs = 6_000;
const ofAll: readonly Topic[] = ["step", "all", "check"];

/**
 * Over how long the pages that fetch the same change spread themselves, in ms: what is about one person or one table is fetched at
 * once, what is about all by a hall in turn. Asked all at once, the first page of a hall would come no sooner than the last.
 */
export const spreadOver = (changed: readonly Topic[], present: number): number =>
  changed.some((topic) => ofAll.includes(topic)) ? Math.min(mostMs, Math.max(leastMs, present * pageMs)) : leastMs;

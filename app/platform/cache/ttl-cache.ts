export interface TtlCache<K, T> {
  get(about: K): Promise<T>;
}

/**
 * TTL cache of answers for which `isYes` holds; identical concurrent reads share one promise. Other answers and faults are not cached.
 * @param keyOf what makes two questions the same
 */
export function ttlCache<K, T>(options: {
  readonly ask: (about: K) => Promise<T>;
  readonly keyOf: (about: K) => string;
  readonly isYes: (answer: T) => boolean;
  readonly holdsMs: number;
  readonly most: number;
  readonly now?: () => number;
}): TtlCache<K, T> {
  const { ask, keyOf, isYes, holdsMs, most, now: clock = Date.now } = options;
  const known = new Map<string, { readonly answer: Promise<T>; readonly until: number }>();
  let sweptAt = 0;
  return {
    get(about) {
      const key = keyOf(about);
      const now = clock();
      const held = known.get(key);
      if (held && held.until > now) return held.answer;
      if (now - sweptAt > holdsMs || known.size > most) {
        sweptAt = now;
        for (const [old, { until }] of known) if (until <= now || known.size > most) known.delete(old);
      }
      const answer = ask(about);
      const mine = { answer, until: now + holdsMs };
      known.set(key, mine);
      const forget = () => known.get(key) === mine && known.delete(key);
      answer.then((found) => isYes(found) || forget(), forget);
      return answer;
    },
  };
}

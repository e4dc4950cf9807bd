export interface Memory<K, T> {
  get(about: K): Promise<T>;
}

/**
 * Remembers a yes for a moment, and lets all who ask meanwhile wait for one answer. A no, or a fault, is asked again.
 * @param keyOf what makes two questions the same
 */
export function makeMemory<K, T>(options: {
  readonly ask: (about: K) => Promise<T>;
  readonly keyOf: (about: K) => string;
  readonly isYes: (answer: T) => boolean;
  readonly holdsMs: number;
  readonly most: number;
  readonly now?: () => number;
}): Memory<K, T> {
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

/** A bucket per key that fills again with time; holds back one person without touching another. */
export function makeBrake(options: { readonly burst: number; readonly perSecond: number; readonly most: number }) {
  const buckets = new Map<string, { left: number; at: number }>();
  return {
    /** @param now milliseconds @returns whether this one may pass */
    pass(key: string, now: number): boolean {
      const bucket = buckets.get(key) ?? { left: options.burst, at: now };
      // a clock that is set back takes nothing away
      const passed = Math.max(0, now - bucket.at);
      bucket.left = Math.min(options.burst, bucket.left + (passed / 1000) * options.perSecond);
      bucket.at = now;
      // The oldest key leaves first: a full map never grows.
      buckets.delete(key);
      if (buckets.size >= options.most) {
        const oldest = buckets.keys().next().value;
        if (oldest !== undefined) buckets.delete(oldest);
      }
      buckets.set(key, bucket);
      if (bucket.left < 1) return false;
      bucket.left -= 1;
      return true;
    },
  };
}

export interface RateLeft {
  readonly pass: boolean;
  readonly quota: number;
  readonly left: number;
  /** Seconds until there is more. */
  readonly resets: number;
}

/** So many questions in a window of so many seconds, for each who asks. */
export function makeRate({ quota, seconds, most }: { readonly quota: number; readonly seconds: number; readonly most: number }) {
  const windows = new Map<string, { until: number; asked: number }>();
  return (who: string, now: number): RateLeft => {
    const before = windows.get(who);
    const window =
      before && before.until > now && before.until <= now + seconds * 1_000 ? before : { until: now + seconds * 1_000, asked: 0 };
    window.asked += 1;
    // the oldest leaves first: a full map never grows
    windows.delete(who);
    if (windows.size >= most) {
      const oldest = windows.keys().next().value;
      if (oldest !== undefined) windows.delete(oldest);
    }
    windows.set(who, window);
    return {
      quota,
      pass: window.asked <= quota,
      left: Math.max(0, quota - window.asked),
      resets: Math.max(1, Math.ceil((window.until - now) / 1_000)),
    };
  };
}

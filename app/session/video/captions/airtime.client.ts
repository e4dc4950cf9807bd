import { ownShare, type Share } from "./airtime.ts";

/** Who is heard in a group now; null where nobody shares the time. */
interface Now {
  readonly own: boolean;
  readonly others: number;
  readonly people: number;
}
const everyMs = 1_000;
const tellEveryMs = 10_000;

/** How long one spoke oneself beside all together. It stays on this page, but for one's own time. */
export function watchAirtime(look: () => Now | null, changed: () => void) {
  let own = 0;
  let all = 0;
  let untold = 0;
  let toldAt = performance.now();
  let share: Share | null = null;
  const timer = setInterval(() => {
    const now = look();
    if (!now) return;
    if (now.own) {
      own += everyMs;
      untold += everyMs;
    }
    all += ((now.own ? 1 : 0) + now.others) * everyMs;
    const next = ownShare(own, all, now.people);
    if (next === share) return;
    share = next;
    changed();
  }, everyMs);
  return {
    share: (): Share | null => share,
    /** What the server was not told yet, in ms; now and then. */
    take(): number | undefined {
      if (untold === 0 || performance.now() - toldAt < tellEveryMs) return undefined;
      const ms = Math.min(untold, 60_000);
      untold = 0;
      toldAt = performance.now();
      return ms;
    },
    /** Another table, another talk. */
    begin(): void {
      own = 0;
      all = 0;
      untold = 0;
      share = null;
    },
    stop: () => clearInterval(timer),
  };
}

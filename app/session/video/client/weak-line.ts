/** What a browser knows of its own line to the other side, looked at every second. */
export interface Upward {
  /** share of one's own packets that did not arrive, 0 to 1; null: nothing was told yet */
  readonly loss: number | null;
  /** what the line is believed to carry, in bits a second; null: not known */
  readonly carries: number | null;
  /** one's own picture goes out now */
  readonly sendsPicture: boolean;
}
export interface UpwardState {
  /** one's own picture waits, so that the voice gets through */
  readonly holds: boolean;
  /** even the voice gets through badly */
  readonly isBad: boolean;
  readonly weakSince: number | null;
  readonly calmSince: number | null;
  readonly heldAt: number;
  readonly raisedAt: number;
  readonly patienceMs: number;
}

const shortPatience = 10_000;
const longestPatience = 120_000;
const weakMs = 3_000;
/** A picture below this is none, and takes from the voice what it needs. */
const pictureBits = 90_000;

export const wideLine: UpwardState = {
  ...{ holds: false, isBad: false, weakSince: null, calmSince: null },
  ...{ heldAt: Number.NEGATIVE_INFINITY, raisedAt: Number.NEGATIVE_INFINITY, patienceMs: shortPatience },
};

/**
 * One's own picture waits when the line, for some seconds, carries too little for it or loses much of what is sent. It comes back by itself
 * after a calm while, later each time that was too soon. Some loss on a wide line changes nothing.
 */
export function lookUp(before: UpwardState, line: Upward, now: number): UpwardState {
  const loss = line.loss ?? 0;
  const isNarrow = line.sendsPicture && line.carries !== null && line.carries < pictureBits;
  const isWeak = loss > 0.15 || (loss > 0.06 && isNarrow) || (isNarrow && (line.carries ?? 0) < pictureBits / 2);
  const weakSince = isWeak ? (before.weakSince ?? now) : null;
  const calmSince = loss < 0.05 && !isWeak ? (before.calmSince ?? now) : null;
  const isLost = !line.sendsPicture && weakSince !== null && loss > 0.25 && now - weakSince > weakMs;
  const isBad = before.isBad ? loss > 0.1 : isLost;
  const seen = { ...before, weakSince, calmSince, isBad };
  if (!before.holds) {
    if (weakSince === null || now - weakSince < weakMs || !line.sendsPicture) return seen;
    const tooSoon = now - before.raisedAt < 15_000;
    const patienceMs = tooSoon ? Math.min(longestPatience, before.patienceMs * 2) : shortPatience;
    return { ...seen, holds: true, heldAt: now, weakSince: null, calmSince: null, patienceMs };
  }
  if (calmSince === null || now - Math.max(calmSince, before.heldAt) < before.patienceMs) return seen;
  return { ...seen, holds: false, isBad: false, raisedAt: now, calmSince: null };
}

/** What a weak line costs somebody now: nothing, pictures of others, their own picture, all pictures, or the voices too. */
export type Weak = "no" | "others" | "own" | "sound" | "text";

export function weakness(
  { holds, isBad }: Pick<UpwardState, "holds" | "isBad">,
  others: readonly { readonly picture: boolean; readonly heldBack: boolean }[],
): Weak {
  if (isBad) return "text";
  const pictures = others.filter(({ picture }) => picture);
  const held = pictures.filter(({ heldBack }) => heldBack).length;
  if (holds) return held > 0 && held === pictures.length ? "sound" : "own";
  return held > 0 ? "others" : "no";
}

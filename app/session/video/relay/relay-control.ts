/** What is known of a line that carries pictures and sound to somebody. */
export interface Downward {
  /** largest share of sound, and of pictures, that is lost lately, 0 to 1: as `lately` says */
  readonly soundLoss: number;
  readonly pictureLoss: number;
  /** what the receiver believes the line can carry, in bits a second; 0 = not known */
  readonly estimate: number;
  /** of each picture that goes there now, in bits a second */
  readonly pictures: readonly number[];
  readonly sounds: number;
  /** how many pictures there would be */
  readonly wanted: number;
}
export interface Control {
  /** so many pictures go there; the others are held back */
  readonly shown: number;
  readonly goodSince: number | null;
  readonly loweredAt: number;
  readonly raisedAt: number;
  readonly patienceMs: number;
}

const soundBits = 45_000;
const shortPatience = 4_000;
export const everything: Control = {
  shown: Number.POSITIVE_INFINITY,
  goodSince: null,
  loweredAt: Number.NEGATIVE_INFINITY,
  raisedAt: Number.NEGATIVE_INFINITY,
  patienceMs: shortPatience,
};

/**
 * Sound first: pictures are held back when packets are lost while the line carries less than is sent. Loss on a wide line alone holds
 * nothing back. They come back one by one, later each time it was too soon.
 */
export function control(before: Control, line: Downward, now: number): Control {
  const total = line.sounds * soundBits + line.pictures.reduce((sum, bits) => sum + bits, 0);
  const isFull = (line.soundLoss > 0.12 || line.pictureLoss > 0.18) && line.estimate > 0 && line.estimate < total * 1.1;
  if (isFull && line.pictures.length > 0 && now - before.loweredAt > 1_500) {
    const shown = Math.min(line.pictures.length - 1, fitting(line));
    const tooSoon = now - before.raisedAt < 5_000;
    const patienceMs = tooSoon ? Math.min(60_000, before.patienceMs * 2) : before.patienceMs;
    return { ...before, shown, loweredAt: now, goodSince: null, patienceMs };
  }
  if (line.soundLoss >= 0.08 || line.pictureLoss >= 0.1) return { ...before, goodSince: null };
  const goodSince = before.goodSince ?? now;
  const patienceMs = now - before.raisedAt > 20_000 ? shortPatience : before.patienceMs;
  if (before.shown >= line.wanted || now - goodSince <= before.patienceMs) return { ...before, goodSince, patienceMs };
  return { ...before, shown: before.shown + 1, goodSince: now, raisedAt: now };
}

/** One report tells of some thirty packets: by chance alone one of them may be five times as bad as the line is. */
export const lately = (before: number, told: number): number => before * 0.8 + told * 0.2;

/** How many pictures fit beside the sound. */
function fitting({ estimate, sounds, pictures }: Downward): number {
  let room = estimate * 0.85 - sounds * soundBits;
  let n = 0;
  for (const bits of pictures) {
    room -= bits;
    if (room < 0) break;
    n += 1;
  }
  return n;
}

import { type Always, type Passes, places, type Wants } from "./relay-messages.ts";

export interface Sender {
  readonly id: string;
  readonly may: Passes;
}

/**
 * Who sits in which place of somebody's connection: whoever sat there stays, so that nothing on the screen moves; who came is put in
 * the first free place.
 * @param before ids by place
 * @param others who is in the room, in order of coming
 */
export function seatOthers(before: readonly (string | null)[], others: readonly Sender[]): readonly (string | null)[] {
  const senders = others.filter(({ may }) => may.sound || may.picture).map(({ id }) => id);
  const after = Array.from({ length: places }, (_, place) => {
    const id = before[place] ?? null;
    return id !== null && senders.includes(id) ? id : null;
  });
  for (const id of senders) {
    if (after.includes(id)) continue;
    const free = after.indexOf(null);
    if (free < 0) break;
    after[free] = id;
  }
  return after;
}

/** In a small room all pictures are large; in a larger one only the one that is looked at. That of an interpreter always. */
export const looksLarge = (wants: Pick<Wants, "pinned"> & Always, id: string, senders: number): boolean =>
  wants.always.includes(id) || (wants.pinned === null ? senders <= 3 : wants.pinned === id);

/**
 * Whose picture goes to somebody whose line carries only so many: an interpreter first, then the one that they look at large, and then as
 * they sit.
 */
export function shownOf(senders: readonly (string | null)[], wants: Wants & Always, most: number): ReadonlySet<string> {
  if (!wants.pictures) return new Set();
  const ids = senders.filter((id) => id !== null);
  const first = [...wants.always, wants.pinned].filter((id) => id !== null && ids.includes(id)) as string[];
  return new Set([...new Set([...first, ...ids])].slice(0, Number.isFinite(most) ? most : ids.length));
}

import type { GroupId } from "../ids.ts";

/** A group as the cockpit looks at it. Times are milliseconds of the server's clock. */
export type GroupNow = {
  readonly id: GroupId;
  readonly number: number;
  readonly seats: number;
  readonly here: number;
  readonly written: number;
  readonly lastWrittenAt: number | null;
};
export type HelpNow = { readonly id: string; readonly groupId: GroupId | null; readonly raisedAt: number };

export type Attention =
  | { readonly kind: "help"; readonly help: string; readonly group: GroupId | null; readonly since: number }
  | { readonly kind: "alone" | "nobody"; readonly group: GroupId; readonly since: null }
  | { readonly kind: "silent" | "blank"; readonly group: GroupId; readonly since: number };

export const silentAfterMs = 4 * 60_000;
export const blankAfterMs = 5 * 60_000;

const urgency = ["help", "nobody", "alone", "silent", "blank"] as const;

/**
 * Who asks for attention: help first, then by what is most amiss, then who waits longest. A group stands in it once;
 * groups that go well do not.
 * @param step when it began, and whether it asks people to write
 */
export function attention(
  groups: readonly GroupNow[],
  help: readonly HelpNow[],
  step: { readonly startedAt: number; readonly writes: boolean },
  now: number,
): readonly Attention[] {
  const asked = new Set(help.map(({ groupId }) => groupId));
  const found: Attention[] = help.map(({ id, groupId, raisedAt }) => ({
    kind: "help",
    help: id,
    group: groupId,
    since: raisedAt,
  }));
  for (const group of groups) {
    const amiss = asked.has(group.id) ? null : whatIsAmiss(group, step, now);
    if (amiss) found.push(amiss);
  }
  const numbers = new Map(groups.map(({ id, number }) => [id, number]));
  const number = ({ group }: Attention) => (group && numbers.get(group)) ?? 0;
  return found.sort(
    (a, b) => urgency.indexOf(a.kind) - urgency.indexOf(b.kind) || (a.since ?? 0) - (b.since ?? 0) || number(a) - number(b),
  );
}

function whatIsAmiss(group: GroupNow, step: { startedAt: number; writes: boolean }, now: number): Attention | null {
  if (group.here === 0) return { kind: "nobody", group: group.id, since: null };
  if (group.here === 1 && group.seats > 1) return { kind: "alone", group: group.id, since: null };
  if (!step.writes) return null;
  if (group.written === 0)
    return now - step.startedAt >= blankAfterMs ? { kind: "blank", group: group.id, since: step.startedAt } : null;
  const last = Math.max(group.lastWrittenAt ?? 0, step.startedAt);
  return now - last >= silentAfterMs ? { kind: "silent", group: group.id, since: last } : null;
}

/** A list that stands still: what was there keeps its place, what is new comes behind, what is over goes. */
export function heldOrder(held: readonly string[], found: readonly Attention[]): readonly Attention[] {
  const place = (one: Attention) => {
    const at = held.indexOf(keyOf(one));
    return at < 0 ? held.length : at;
  };
  return found.toSorted((a, b) => place(a) - place(b));
}

export const keyOf = (one: Attention): string => (one.kind === "help" ? one.help : `${one.group}`);

/** Fields with less than half of what the fields have on average, the thinnest first. */
export function thinFields<T extends { readonly here: number }>(fields: readonly T[]): readonly T[] {
  const average = fields.reduce((sum, { here }) => sum + here, 0) / Math.max(1, fields.length);
  return fields.filter(({ here }) => here < average / 2).toSorted((a, b) => a.here - b.here);
}

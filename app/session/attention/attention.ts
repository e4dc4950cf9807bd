import type { GroupId, PersonId } from "../../platform/ids.ts";

/** A group as far as the cockpit asks whether it goes well. Times are milliseconds of the server's clock. */
export interface Table {
  readonly id: GroupId;
  readonly number: number;
  readonly members: readonly PersonId[];
  /** how much lies on its table */
  readonly onTable: number;
  readonly lastWordAt: number | null;
}
export interface Call {
  readonly id: string;
  /** null when asked outside a group, or at a table that is no longer there */
  readonly groupId: GroupId | null;
  readonly personId: PersonId;
  readonly raisedAt: number;
  /** who of the team takes it on */
  readonly claimedBy: PersonId | null;
}
export const worries = ["help", "nobody", "alone", "silent", "blank"] as const;
export type Worry = (typeof worries)[number];

/** One table, or one person who asks for help outside the tables; its most urgent reason. */
export interface Attention {
  readonly key: string;
  readonly why: Worry;
  readonly since: number;
  readonly groupId: GroupId | null;
  /** what was asked, the longest waiting first; empty for other reasons */
  readonly calls: readonly Call[];
  /** somebody of the team takes on all that is asked here */
  readonly claimed: boolean;
}

/** People find their chair first. */
const settleMs = 30_000;
const silentMs = 4 * 60_000;
/** Nothing on the table yet: five minutes, or half of a step that is short. */
const blankMs = (stepSeconds: number) => Math.min(5 * 60_000, stepSeconds * 500);

export interface Hall {
  readonly tables: readonly Table[];
  readonly here: ReadonlySet<PersonId>;
  /** when somebody who is not here was last heard of */
  readonly leftAt: ReadonlyMap<PersonId, number>;
  readonly calls: readonly Call[];
  readonly step: { readonly startedAt: number; readonly seconds: number; readonly writes: boolean; readonly paused: boolean };
}

/** What asks for attention: help first, and of that what nobody took on yet; then a table without people, somebody alone, silence, a blank one; of one kind the longest waiting first. */
export function attention(hall: Hall, now: number): readonly Attention[] {
  const numbers = new Map(hall.tables.map(({ id, number }) => [id, number]));
  const calls = hall.calls
    .map((call) => (call.groupId && numbers.has(call.groupId) ? call : { ...call, groupId: null }))
    .toSorted((a, b) => a.raisedAt - b.raisedAt);
  const persons = calls
    .filter(({ groupId }) => groupId === null)
    .map(
      (call): Attention => ({
        key: call.id,
        why: "help",
        since: call.raisedAt,
        groupId: null,
        calls: [call],
        claimed: call.claimedBy !== null,
      }),
    );
  const tables = hall.tables.flatMap((table): Attention[] => {
    const asked = calls.filter(({ groupId }) => groupId === table.id);
    const [first] = asked;
    const claimed = asked.every(({ claimedBy }) => claimedBy !== null);
    if (first) return [{ key: table.id, why: "help", since: first.raisedAt, groupId: table.id, calls: asked, claimed }];
    const worry = worryOf(table, hall, now);
    return worry ? [{ key: table.id, ...worry, groupId: table.id, calls: [], claimed: false }] : [];
  });
  const number = ({ groupId }: Attention) => (groupId ? (numbers.get(groupId) ?? 0) : 0);
  return [...persons, ...tables].toSorted(
    (a, b) =>
      worries.indexOf(a.why) - worries.indexOf(b.why) ||
      Number(a.claimed) - Number(b.claimed) ||
      a.since - b.since ||
      number(a) - number(b),
  );
}

function worryOf(table: Table, { here, leftAt, step }: Hall, now: number): { why: Worry; since: number } | null {
  const inStep = now - step.startedAt;
  if (inStep < settleMs) return null;
  const away = table.members.filter((one) => !here.has(one));
  const present = table.members.length - away.length;
  if (present < 2) {
    const since = Math.max(step.startedAt, ...away.map((one) => leftAt.get(one) ?? 0));
    return { why: present === 0 ? "nobody" : "alone", since };
  }
  if (!step.writes || step.paused) return null;
  if (table.onTable === 0) return inStep >= blankMs(step.seconds) ? { why: "blank", since: step.startedAt } : null;
  const since = Math.max(step.startedAt, table.lastWordAt ?? 0);
  return now - since >= silentMs ? { why: "silent", since } : null;
}

/** All tables, those that ask for attention first and in that order; then by number. */
export function byUrgency<T extends Pick<Table, "id" | "number">>(
  tables: readonly T[],
  found: readonly Attention[],
): readonly T[] {
  const place = new Map(found.flatMap(({ groupId }, at) => (groupId ? [[groupId, at] as const] : [])));
  const of = ({ id }: T) => place.get(id) ?? found.length;
  return tables.toSorted((a, b) => of(a) - of(b) || a.number - b.number);
}

/** Where somebody who is alone finds company: the table with the fewest people here, but at least two. @returns null when there is none */
export function companyFor<T extends Pick<Table, "id" | "number" | "members">>(
  alone: GroupId,
  tables: readonly T[],
  here: ReadonlySet<PersonId>,
): T | null {
  const present = (table: T) => table.members.filter((one) => here.has(one)).length;
  const able = tables.filter((table) => table.id !== alone && present(table) >= 2);
  return able.toSorted((a, b) => present(a) - present(b) || a.number - b.number)[0] ?? null;
}

/**
 * The list in an order that stands still: what was shown keeps its place, also when it needs nothing any more (`item` is null then),
 * and what is new comes last.
 * @param held the keys as they stood; null lets the list order itself
 */
export function inOrder(
  held: readonly string[] | null,
  items: readonly Attention[],
): readonly { readonly key: string; readonly item: Attention | null }[] {
  if (held === null) return items.map((item) => ({ key: item.key, item }));
  const byKey = new Map(items.map((item) => [item.key, item]));
  const known = new Set(held);
  return [
    ...held.map((key) => ({ key, item: byKey.get(key) ?? null })),
    ...items.filter(({ key }) => !known.has(key)).map((item) => ({ key: item.key, item })),
  ];
}

/**
 * Fields with less than half of what the fields have on average, the thinnest first. While fewer than two people per field are
 * here, every field is thin and none is named.
 */
export function thinFields<T extends { readonly here: number }>(fields: readonly T[]): readonly T[] {
  const average = fields.reduce((sum, { here }) => sum + here, 0) / Math.max(1, fields.length);
  return average < 2 ? [] : fields.filter(({ here }) => here < average / 2).toSorted((a, b) => a.here - b.here);
}

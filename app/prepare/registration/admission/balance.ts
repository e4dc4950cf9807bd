import type { FieldId, PartyId, RegistrationId } from "../../../platform/ids.ts";
import type { RegistrationState } from "./places.ts";

/** Whom a target speaks of: what it leaves out may be anything. A cell of the table names field and party. */
export type Target = {
  readonly field?: FieldId;
  readonly party?: PartyId;
  readonly area?: string;
  readonly target: number;
};

export type Person = {
  readonly id: RegistrationId;
  readonly state: RegistrationState;
  readonly field: FieldId | null;
  readonly party: PartyId | null;
  readonly area: string | null;
  readonly organisation?: string;
  /** the place in the line of confirmations */
  readonly queue: number | null;
};

export type Counted = Target & {
  /** everybody who confirmed and did not sign off: admitted, waiting and to be chosen */
  readonly registered: number;
  readonly admitted: number;
  /** fewer registered than the target asks */
  readonly thin: boolean;
};

export function countAgainst(people: readonly Person[], targets: readonly Target[]): readonly Counted[] {
  return targets.map((target) => {
    const those = people.filter((p) => fits(p, target));
    const registered = those.filter(isRegistered).length;
    return { ...target, registered, admitted: those.filter(isAdmitted).length, thin: registered < target.target };
  });
}

type Cell = { readonly field: FieldId; readonly party: PartyId } & Omit<Counted, keyof Target> & {
    readonly target: number;
  };
type Row<Key> = {
  readonly key: Key;
  readonly registered: number;
  readonly admitted: number;
  readonly target: number;
  readonly thin: boolean;
};
export type Balance = {
  /** every field with every kind of party, in the order of the lists */
  readonly cells: readonly Cell[];
  readonly fields: readonly Row<FieldId>[];
  readonly parties: readonly Row<PartyId>[];
  /** in the order given: areas are never ranked */
  readonly areas: readonly Row<string>[];
};

/** A row without a target of its own has the sum of its cells; without any target (0) nothing is thin. */
export function balance(
  people: readonly Person[],
  lists: { readonly fields: readonly FieldId[]; readonly parties: readonly PartyId[]; readonly areas: readonly string[] },
  targets: readonly Target[],
): Balance {
  const goal = (key: Omit<Target, "target">) =>
    targets.find((t) => t.field === key.field && t.party === key.party && t.area === key.area)?.target;
  const count = (key: Omit<Target, "target">, target: number) => {
    const those = people.filter((p) => fits(p, key));
    const registered = those.filter(isRegistered).length;
    return { target, registered, admitted: those.filter(isAdmitted).length, thin: registered < target };
  };
  const cells = lists.fields.flatMap((field) =>
    lists.parties.map((party) => ({ field, party, ...count({ field, party }, goal({ field, party }) ?? 0) })),
  );
  const sum = (of: readonly Cell[]) => of.reduce((total, cell) => total + cell.target, 0);
  return {
    cells,
    fields: lists.fields.map((field) => ({
      key: field,
      ...count({ field }, goal({ field }) ?? sum(cells.filter((c) => c.field === field))),
    })),
    parties: lists.parties.map((party) => ({
      key: party,
      ...count({ party }, goal({ party }) ?? sum(cells.filter((c) => c.party === party))),
    })),
    areas: lists.areas.map((area) => ({ key: area, ...count({ area }, goal({ area }) ?? 0) })),
  };
}

export type Suggestion = {
  readonly id: RegistrationId;
  /** the targets that this person helps to fill, with what is still missing just before */
  readonly fills: readonly { readonly target: Target; readonly missing: number }[];
};

/**
 * In which order to admit for balance: each time the person who fills most of what is missing; then who is least like those already in;
 * then who waits longest. The same people in another order give the same outcome.
 */
export function suggestNext(
  waiting: readonly Person[],
  admitted: readonly Person[],
  targets: readonly Target[],
  count: number = waiting.length,
): readonly Suggestion[] {
  const missing = targets.map((target) => Math.max(0, target.target - admitted.filter((p) => fits(p, target)).length));
  const alike = new Map<string, number>();
  for (const person of admitted) for (const trait of traits(person)) alike.set(trait, (alike.get(trait) ?? 0) + 1);
  const left = waiting.toSorted((a, b) => (a.queue ?? Infinity) - (b.queue ?? Infinity) || (a.id < b.id ? -1 : 1));
  const helps = new Map(left.map((person) => [person, targets.flatMap((target, i) => (fits(person, target) ? [i] : []))]));
  const chosen: Suggestion[] = [];

  while (left.length > 0 && chosen.length < count) {
    let best = 0;
    let bestGain = -1;
    let bestAlike = Infinity;
    left.forEach((person, i) => {
      const gain = (helps.get(person) ?? []).reduce(
        (sum, t) => sum + (missing[t] ?? 0) / Math.max(1, targets[t]?.target ?? 1),
        0,
      );
      const likeness = traits(person).reduce((sum, trait) => sum + (alike.get(trait) ?? 0), 0);
      if (gain > bestGain + 1e-9 || (Math.abs(gain - bestGain) <= 1e-9 && likeness < bestAlike)) {
        [best, bestGain, bestAlike] = [i, gain, likeness];
      }
    });
    const [person] = left.splice(best, 1);
    if (!person) break;
    const filled = (helps.get(person) ?? []).filter((t) => (missing[t] ?? 0) > 0);
    chosen.push({
      id: person.id,
      fills: filled.flatMap((t) => (targets[t] ? [{ target: targets[t], missing: missing[t] ?? 0 }] : [])),
    });
    for (const t of filled) missing[t] = (missing[t] ?? 0) - 1;
    for (const trait of traits(person)) alike.set(trait, (alike.get(trait) ?? 0) + 1);
  }
  return chosen;
}

function fits(person: Person, key: Omit<Target, "target">): boolean {
  return (
    (key.field === undefined || person.field === key.field) &&
    (key.party === undefined || person.party === key.party) &&
    (key.area === undefined || person.area === key.area)
  );
}

function isAdmitted(person: Person): boolean {
  return person.state === "admitted";
}

function isRegistered(person: Person): boolean {
  return person.state === "admitted" || person.state === "waiting" || person.state === "confirmed";
}

function traits({ field, party, area, organisation = "" }: Person): readonly string[] {
  return Object.entries({ field, party, area, organisation: organisation.toLowerCase() }).flatMap(([name, value]) =>
    value ? [`${name} ${value}`] : [],
  );
}

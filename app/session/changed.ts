import type { ContributionId, GroupId, PersonId } from "../ids.ts";
import type { Changes } from "./view.ts";

/** A line of the audit log: what happened in the dialogue, by whom, to what. */
export interface Happened {
  readonly seq: number;
  readonly actor: string;
  readonly what: string;
  readonly subjectKind: string;
  readonly subjectId: string;
}
/** Where a contribution lies; needed to know whose screens it touches. */
export interface Lies {
  readonly groupId: GroupId | null;
  readonly shared: "private" | "group" | "all";
  readonly personId: PersonId | null;
}

/** These are told at once: people move on together, and help does not wait. */
const urgent = /^(session|clock|group|seat|help|measure|announcement|projector)\./;
export const isUrgent = ({ what }: Happened): boolean => urgent.test(what);

const personOf = (actor: string): PersonId | null => (actor.startsWith("person:") ? (actor.slice(7) as PersonId) : null);

export type Marks = { -readonly [K in keyof Changes]: Changes[K] extends ReadonlyMap<infer A, infer B> ? Map<A, B> : Changes[K] };

export const noChanges = (floor: number): Marks => ({
  floor,
  step: 0,
  all: 0,
  team: 0,
  groups: 0,
  group: new Map(),
  person: new Map(),
});

/** Notes whose screens a deed touches. A kind that is not known touches everybody's: too often fetched is better than stale. */
export function note(changes: Marks, happened: Happened, lies: ReadonlyMap<ContributionId, Lies>): void {
  const { seq, what, subjectId } = happened;
  const [thing = ""] = what.split(".", 1);
  const who = personOf(happened.actor);
  if (who) changes.person.set(who, seq);
  changes.team = seq;
  switch (thing) {
    case "session":
    case "clock":
    case "step":
    case "seat":
    case "measure":
      changes.step = seq;
      return;
    case "group":
    case "help":
    case "card":
      changes.groups = seq;
      return;
    case "contribution": {
      const at = lies.get(subjectId as ContributionId);
      if (at?.personId) changes.person.set(at.personId, seq);
      if (at?.groupId) changes.group.set(at.groupId, seq);
      if (!at || at.shared === "all") changes.all = seq;
      return;
    }
    case "ballot":
    case "mark":
    case "mail":
    case "registration":
    case "theme":
    case "report":
    case "call":
    case "device":
    case "attendance":
    case "consent":
      return;
    case "announcement":
      return;
    default:
      changes.all = seq;
  }
}

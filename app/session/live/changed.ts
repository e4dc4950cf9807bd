import type { ContributionKind } from "../../contribution/contribution.ts";
import type { ContributionId, GroupId, PersonId } from "../../platform/ids.ts";
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
  readonly kind: ContributionKind;
  readonly shared: "private" | "group" | "all";
  readonly personId: PersonId | null;
}

/** These are told at once: people move on together, and help does not wait. */
const urgent =
  /^((session|clock|group|seat|help|measure|announcement|projector|floor|caption)\.|insight\.(focus|unfocus|reveal|cover)$)/;
export const isUrgent = ({ what }: Happened): boolean => urgent.test(what);

/** These touch nothing of what a view itself holds: the words, the counts and the mail of a dialogue come from loaders. */
const light = new Set(
  "analysis backing ballot card consent contribution decision dissent figures flag item link mail mark network programme remark report review talk team-note theme".split(
    " ",
  ),
);
export const isLight = ({ what }: Happened): boolean => light.has(what.split(".", 1)[0] ?? "");

const personOf = (actor: string): PersonId | null => (actor.startsWith("person:") ? (actor.slice(7) as PersonId) : null);

export type Marks = { -readonly [K in keyof Changes]: Changes[K] extends ReadonlyMap<infer A, infer B> ? Map<A, B> : Changes[K] };

export const noChanges = (floor: number): Marks => ({
  floor,
  step: 0,
  all: 0,
  team: 0,
  check: 0,
  groups: 0,
  group: new Map(),
  person: new Map(),
});

/** What the hall knows besides the line itself. */
export interface Around {
  readonly lies: ReadonlyMap<ContributionId, Lies>;
  /** The tables at which somebody sits, or sat until now. */
  tables(personId: PersonId): readonly GroupId[];
}

/** These change what one person or the team alone sees. */
const ofFew = new Set(
  "access-needs analysis answers attendance ballot call caption claim consent decision device dissent figures flag floor item link mail mark member membership message network person privacy programme registration remark report review sign-in talk team-note theme wish".split(
    " ",
  ),
);

/** Notes whose screens a deed touches. A kind that is not known touches everybody's: too often fetched is better than stale. */
export function note(changes: Marks, happened: Happened, { lies, tables }: Around): void {
  const { seq, what, subjectKind, subjectId } = happened;
  const [thing = "", verb] = what.split(".", 2);
  if (verb === "read" || verb === "export") return;
  const who = personOf(happened.actor);
  const about = subjectKind === "person" ? (subjectId as PersonId) : who;
  // A ballot stands on its voter's page before it is kept; to fetch that page again for each would be most of what we serve.
  // The same holds for what is said in text: it goes its own way.
  for (const person of [who, about]) if (person && thing !== "ballot" && thing !== "talk") changes.person.set(person, seq);
  changes.team = seq;
  if (ofFew.has(thing)) return;
  switch (thing) {
    case "session":
    case "clock":
    case "step":
      changes.step = seq;
      return;
    case "measure":
      // Turned back: the line names the measure, not whom it was about.
      if (subjectKind !== "person") changes.step = seq;
      return;
    case "grouping":
      // A proposal is the team's, until people see where they go.
      if (what === "grouping.show") changes.step = seq;
      return;
    case "seat":
    case "card":
    case "help":
      if (!about || subjectKind === "help" || subjectKind === "step") changes.groups = seq;
      else for (const table of tables(about)) changes.group.set(table, seq);
      return;
    case "group":
      // a word to several tables at once names the session
      if (subjectKind === "session") changes.groups = seq;
      else changes.group.set(subjectId as GroupId, seq);
      return;
    case "contribution": {
      const at = lies.get(subjectId as ContributionId);
      if (at?.kind === "talk") return;
      if (at?.personId) changes.person.set(at.personId, seq);
      if (at?.groupId) changes.group.set(at.groupId, seq);
      // what is no longer brought was everybody's until now
      if (!at || at.shared === "all" || what === "contribution.keep") changes.all = seq;
      return;
    }
    case "naming":
      // what somebody chose is nobody else's; how many did, the cockpit hears as the team
      if (what !== "naming.choose") changes.all = seq;
      return;
    case "insight":
      changes.check = seq;
      changes.all = seq;
      return;
    case "announcement":
    case "projector":
      // The view itself holds what is said; only the screen in the hall fetches what it shows.
      if (thing === "projector") changes.all = seq;
      return;
    default:
      changes.all = seq;
  }
}

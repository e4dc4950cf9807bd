import type { PersonId } from "../../platform/ids.ts";
import type { ViewMessage } from "./protocol.ts";
import type { Audience, Changes, Plenary, Snapshot, SnapshotGroup, View, Viewer, Views } from "./view.ts";
import type { HallParts, Moment, OwnPart, RosterPart, TablePart } from "./view-parts.ts";

export function hallPart<A extends Audience>(as: A, snapshot: Snapshot): HallParts[A] {
  const make: { readonly [K in Audience]: (of: Snapshot) => HallParts[K] } = {
    participant: participantHall,
    team: teamHall,
    projector: projectorHall,
  };
  return make[as](snapshot);
}

function plenaryOf({ session, present, answers }: Snapshot): Omit<Plenary, Moment> {
  const { state, turn, stepId, stepStartedAt, stepEndsAt, pausedLeftMs, announcement, floor } = session;
  return {
    state,
    turn,
    stepId,
    stepStartedAt,
    stepEndsAt,
    pausedLeftMs,
    present: present.size,
    answers,
    announcement,
    floor,
  };
}

function participantHall(snapshot: Snapshot): HallParts["participant"] {
  return { ...plenaryOf(snapshot), audience: "participant", versions: common(snapshot.changes) };
}

function teamHall(snapshot: Snapshot): HallParts["team"] {
  const { changes, openHelp, session } = snapshot;
  const versions = { ...common(changes), mine: 0, group: 0, team: since(changes, changes.team) };
  return {
    ...plenaryOf(snapshot),
    audience: "team",
    openHelp,
    projector: session.projector,
    captionerId: session.captionerId,
    versions,
  };
}

function projectorHall(snapshot: Snapshot): HallParts["projector"] {
  const { changes, session } = snapshot;
  // It counts what lies on the tables, and shows none of it.
  const group = since(changes, changes.groups, ...changes.group.values());
  const versions = { ...common(changes), mine: 0, group, team: 0 };
  return {
    ...plenaryOf(snapshot),
    audience: "projector",
    projector: session.projector,
    captionerId: session.captionerId,
    versions,
  };
}

const common = (changes: Changes) => ({
  step: since(changes, changes.step),
  all: since(changes, changes.all),
  check: since(changes, changes.check),
});

export function tablePart(group: SnapshotGroup | null, { present, changes }: Snapshot): TablePart {
  if (!group) return { group: null, version: changes.floor };
  const { id, number, noteTakerId, announcement } = group;
  const members = group.members.map((personId) => ({ personId, present: present.has(personId) }));
  const version = since(changes, changes.groups, changes.group.get(id));
  return { group: { id, number, noteTakerId, announcement, members }, version };
}

export function ownPart(personId: PersonId, { asked, muted, changes }: Snapshot): OwnPart {
  return {
    asked: asked.has(personId),
    muted: muted.has(personId),
    version: since(changes, changes.person.get(personId)),
  };
}

function since({ floor }: Changes, ...seqs: readonly (number | undefined)[]): number {
  let last = floor;
  for (const seq of seqs) if (seq !== undefined && seq > last) last = seq;
  return last;
}

const seatings = new WeakMap<Snapshot["groups"], ReadonlyMap<PersonId, SnapshotGroup>>();

/** At which table somebody sits. */
export function groupOf(personId: PersonId, { groups }: Pick<Snapshot, "groups">): SnapshotGroup | null {
  const known = seatings.get(groups);
  const seating =
    known ?? new Map(groups.flatMap((group) => group.members.map((member) => [member, group] as [PersonId, SnapshotGroup])));
  if (!known) seatings.set(groups, seating);
  return seating.get(personId) ?? null;
}

/** What one screen holds: the last of each part. */
export interface Heard<A extends Audience = Audience> {
  readonly epoch: string;
  readonly seq: number;
  readonly now: number;
  readonly hall: HallParts[A];
  readonly table: TablePart | null;
  readonly own: OwnPart | null;
  readonly roster: { readonly seq: number; readonly here: readonly PersonId[] } | null;
}

/**
 * Lays what is heard over what is held.
 * @returns "torn" when something between is missing: connect again without saying what is held. What is older changes nothing.
 */
export function hear<A extends Audience>(held: Heard<A> | null, message: ViewMessage<A>): Heard<A> | "torn" {
  const before = held?.epoch === message.epoch ? held : null;
  if (before && message.seq < before.seq) return before;
  const hall = message.hall ?? before?.hall;
  const roster = message.roster ? rosterAfter(before?.roster ?? null, message.roster) : (before?.roster ?? null);
  if (!hall || roster === "torn") return "torn";
  const { epoch, seq, now } = message;
  return {
    epoch,
    seq,
    now,
    hall,
    table: message.table ?? before?.table ?? null,
    own: message.own ?? before?.own ?? null,
    roster,
  };
}

function rosterAfter(held: Heard["roster"], part: RosterPart): NonNullable<Heard["roster"]> | "torn" {
  if ("here" in part) return part;
  if (held?.seq !== part.after) return "torn";
  const left = new Set(part.left);
  return { seq: part.seq, here: [...held.here.filter((id) => !left.has(id)), ...part.came].sort() };
}

/** A view as a page reads it. @returns null when a part is missing that this audience has */
export function viewOf<A extends Audience>(heard: Heard<A>): Views[A] | null {
  const { epoch, seq, now, hall, table, own, roster } = heard as Heard;
  const moment = { epoch, seq, now };
  let view: View | null = null;
  if (hall.audience === "projector") view = { ...moment, ...hall };
  else if (hall.audience === "team") view = roster && { ...moment, ...hall, here: roster.here };
  else if (table && own) {
    const versions = { ...hall.versions, mine: own.version, group: table.version, team: 0 };
    view = { ...moment, ...hall, group: table.group, measure: { asked: own.asked, muted: own.muted }, versions };
  }
  return view as Views[A] | null; // the audience of the hall's part is A
}

/** The whole at once, as a page begins with it. */
export function viewFor<V extends Viewer>(viewer: V, snapshot: Snapshot): Views[V["as"]] {
  const { epoch, seq, now } = snapshot;
  const mine = viewer.as === "participant";
  const heard: Heard = {
    ...{ epoch, seq, now, hall: hallPart(viewer.as, snapshot) },
    table: mine ? tablePart(groupOf(viewer.personId, snapshot), snapshot) : null,
    own: mine ? ownPart(viewer.personId, snapshot) : null,
    roster: viewer.as === "team" ? { seq, here: [...snapshot.present].sort() } : null,
  };
  return viewOf(heard) as Views[V["as"]]; // each part of this audience was made here
}

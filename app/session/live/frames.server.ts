import type { GroupId, PersonId } from "../../platform/ids.ts";
import { groupOf, hallPart, ownPart, tablePart } from "./parts.ts";
import type { Held } from "./protocol.ts";
import type { Audience, Snapshot, Viewer } from "./view.ts";
import { wholeFrame } from "./whole-frame.ts";

/** A message as it goes out: made once for all who hear the same. */
export interface Frame {
  readonly text: string;
  /** as it goes over a socket */
  readonly bytes: Buffer;
}
/** One who listens, and up to where. */
export interface Ear {
  readonly viewer: Viewer;
  /** by part, the number of the one that was told last */
  told: { hall: number; table: number; own: number; roster: number };
}
interface Part {
  readonly text: string;
  readonly seq: number;
  /** the number of the part that this one replaced */
  readonly was: number;
}
/** What is about one person: remembered while the hall is open, so that who comes back hears only what changed. */
interface Mark {
  groupId: GroupId | null;
  groupSeq: number;
  own: number;
  ownSeq: number;
}

/** A message that was made is used again for as long as its time still holds. */
const freshMs = 200;
const nothing = { hall: 0, table: 0, own: 0, roster: 0 };
const alone = "alone";

/**
 * The messages of one hall. Every look at the session has a number, and every part the number of the look at which it changed:
 * whoever holds everything up to a number is told the parts that are newer [LP4, LP5].
 */
export function makeFrames(epoch: string) {
  let seq = 0;
  let snapshot: Snapshot | null = null;
  const halls = new Map<Audience, Part>();
  const tables = new Map<GroupId | typeof alone, Part>();
  const marks = new Map<PersonId, Mark>();
  let roster: (Part & { readonly here: ReadonlySet<PersonId>; readonly delta: string }) | null = null;
  let made = new Map<string, Frame>();
  let madeAt = 0;
  let tablesOf: Pick<Snapshot, "groups" | "present"> | null = null;
  let tableMark = -1;

  /** Looks anew: what changed gets the number of this look. */
  function look(now: Snapshot): void {
    seq += 1;
    snapshot = now;
    made = new Map();
    for (const as of halls.keys()) keep(halls, as, JSON.stringify(hallPart(as, now)));
    const mark = Math.max(now.changes.floor, now.changes.groups, ...now.changes.group.values());
    if (tablesOf?.groups !== now.groups || tablesOf.present !== now.present || mark !== tableMark) {
      tablesOf = now;
      tableMark = mark;
      for (const group of now.groups) keep(tables, group.id, JSON.stringify(tablePart(group, now)));
      keep(tables, alone, JSON.stringify(tablePart(null, now)));
    }
    if (roster && roster.here !== now.present) lookWhoIsHere(now);
  }

  function keep<K>(parts: Map<K, Part>, key: K, text: string): Part {
    const before = parts.get(key);
    if (before?.text === text) return before;
    const part = { text, seq, was: before?.seq ?? 0 };
    parts.set(key, part);
    return part;
  }

  /** The list of a large hall is long: told in full once, then who came and who left. */
  function lookWhoIsHere({ present }: Snapshot): NonNullable<typeof roster> {
    const before = roster;
    const came = [...present].filter((id) => !before?.here.has(id));
    const left = before ? [...before.here].filter((id) => !present.has(id)) : [];
    if (before && came.length === 0 && left.length === 0) {
      roster = { ...before, here: present };
      return roster;
    }
    const was = before?.seq ?? 0;
    roster = {
      here: present,
      seq,
      was,
      text: JSON.stringify({ seq, here: [...present].sort() }),
      delta: JSON.stringify({ seq, after: was, came, left }),
    };
    return roster;
  }

  function markOf(personId: PersonId, of: Snapshot): Mark {
    const mark = marks.get(personId) ?? { groupId: null, groupSeq: seq, own: -1, ownSeq: 0 };
    marks.set(personId, mark);
    const groupId = groupOf(personId, of)?.id ?? null;
    const own =
      4 * Math.max(of.changes.floor, of.changes.person.get(personId) ?? 0) +
      (of.asked.has(personId) ? 2 : 0) +
      (of.muted.has(personId) ? 1 : 0);
    if (mark.groupId !== groupId) {
      seq += 1;
      mark.groupId = groupId;
      mark.groupSeq = seq;
    }
    if (mark.own !== own) {
      seq += 1;
      mark.own = own;
      mark.ownSeq = seq;
    }
    return mark;
  }

  /** What this one was not told yet; told with it. @returns null when there is nothing */
  function next(ear: Ear): Frame | null {
    const of = snapshot;
    if (!of) return null;
    const { viewer, told } = ear;
    const hall = halls.get(viewer.as) ?? keep(halls, viewer.as, JSON.stringify(hallPart(viewer.as, of)));
    const parts: [name: string, text: string][] = [];
    let key: string | null = viewer.as;
    if (hall.seq > told.hall) {
      parts.push(["after", String(hall.was)], ["hall", hall.text]);
      key += "+hall";
      told.hall = hall.seq;
    }
    if (viewer.as === "participant") {
      const mark = markOf(viewer.personId, of);
      const table = tables.get(mark.groupId ?? alone);
      const newest = Math.max(table?.seq ?? 0, mark.groupSeq);
      if (table && newest > told.table) {
        parts.push(["table", table.text]);
        key += `+table ${mark.groupId}`;
        told.table = newest;
      }
      if (mark.ownSeq > told.own) {
        parts.push(["own", JSON.stringify(ownPart(viewer.personId, of))]);
        key = null;
        told.own = mark.ownSeq;
      }
    }
    if (viewer.as === "team") {
      const list = roster ?? lookWhoIsHere(of);
      if (list.seq > told.roster) {
        const follows = told.roster > 0 && told.roster === list.was;
        parts.push(["roster", follows ? list.delta : list.text]);
        key += follows ? "+delta" : "+roster";
        told.roster = list.seq;
      }
    }
    if (parts.length === 0) return null;
    const now = Date.now();
    if (now - madeAt > freshMs) {
      made = new Map();
      madeAt = now;
    }
    const known = key === null ? undefined : made.get(key);
    const frame = known ?? frameOf(parts, now);
    if (key !== null && !known) made.set(key, frame);
    return frame;
  }

  function frameOf(parts: readonly (readonly [string, string])[], now: number): Frame {
    const said = parts.map(([name, text]) => `,"${name}":${text}`).join("");
    const text = `{"type":"view","epoch":"${epoch}","seq":${seq},"now":${now}${said}}`;
    return { text, bytes: wholeFrame(Buffer.from(text)) };
  }

  return {
    look,
    next,
    /** @returns one who was told nothing, or everything up to what they still hold */
    ear(viewer: Viewer, have?: Held): Ear {
      const { seq: held } = have?.epoch === epoch && have.seq <= seq ? have : { seq: 0 };
      return { viewer, told: held === 0 ? { ...nothing } : { hall: held, table: held, own: held, roster: rosterHeld(held) } };
    },
  };

  /** Who holds everything up to a number holds the list of that moment: the last, the one before it, or one we no longer know. */
  function rosterHeld(held: number): number {
    if (!roster) return 0;
    if (held >= roster.seq) return roster.seq;
    return held >= roster.was ? roster.was : 0;
  }
}
export type Frames = ReturnType<typeof makeFrames>;

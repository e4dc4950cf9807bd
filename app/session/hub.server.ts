import { randomBytes } from "node:crypto";
import { and, asc, eq, gt, inArray, sql } from "drizzle-orm";
import { audit, contribution } from "../db/schema.ts";
import type { ContributionId, DialogueId, GroupId, PersonId, SessionId } from "../ids.ts";
import type { Db } from "../platform/change.server.ts";
import type { Doorbell, Ring } from "../platform/doorbell.server.ts";
import { type Happened, isUrgent, type Lies, type Marks, noChanges, note } from "./changed.ts";
import { markHere, sweepPresence } from "./presence.server.ts";
import { lastChange, readStand, type Stand } from "./snapshot.server.ts";
import { groupOf, type Snapshot, type View, type Viewer, viewFor } from "./view.ts";

/** A view as it goes out. Two with the same key show the same. */
export interface Told {
  readonly text: string;
  readonly key: string;
}
export interface Listener {
  readonly viewer: Viewer;
  hear(told: Told): void;
  /** Put out of the session. */
  end(): void;
}

interface Hall {
  readonly sessionId: SessionId;
  readonly dialogueId: DialogueId;
  readonly listeners: Set<Listener>;
  changes: Marks;
  seq: number;
  stand: Stand | null;
  /** Last asked for, also by a browser that polls. */
  usedAt: number;
  /** until the hall was read for the first time */
  opened: Promise<void>;
  reading: Promise<void> | null;
  again: boolean;
  pushing: boolean;
  pushAgain: boolean;
  timer: NodeJS.Timeout | null;
}

/** Views go out at most this often; what is urgent goes at once. */
const tickMs = 250;
const presenceMs = 2_000;
const restMs = 60_000;
/** More lines than this at once: everybody simply fetches again. */
const mostLines = 2_000;

export type Hub = ReturnType<typeof openHub>;

/** Keeps the halls of this process: who listens, what changed since when, and tells it. One per process. */
export function openHub(services: { readonly db: Db; readonly doorbell: Doorbell; readonly log: (line: string) => void }) {
  const { db, doorbell, log } = services;
  const epoch = randomBytes(6).toString("hex");
  const halls = new Map<SessionId, Hall>();
  const here = new Map<SessionId, Set<PersonId>>();
  const deaf = doorbell.on(ring);

  function ring({ scope }: Ring): void {
    for (const hall of halls.values()) if (scope === "*" || scope === hall.dialogueId) void read(hall);
  }

  async function hallOf(at: { sessionId: SessionId; dialogueId: DialogueId }): Promise<Hall> {
    const hall = halls.get(at.sessionId) ?? openHall(at);
    hall.usedAt = Date.now();
    await hall.opened;
    return hall;
  }

  function openHall(at: { sessionId: SessionId; dialogueId: DialogueId }): Hall {
    const hall: Hall = {
      ...at,
      listeners: new Set(),
      changes: noChanges(0),
      seq: 0,
      stand: null,
      usedAt: Date.now(),
      opened: Promise.resolve(),
      reading: null,
      again: false,
      pushing: false,
      pushAgain: false,
      timer: null,
    };
    halls.set(at.sessionId, hall);
    hall.opened = (async () => {
      hall.seq = await lastChange(db, at.dialogueId);
      hall.changes = noChanges(hall.seq);
      hall.stand = await readStand(db, at.sessionId);
      // What happened while it was read.
      void read(hall);
    })();
    hall.opened.catch(() => halls.delete(at.sessionId));
    return hall;
  }

  /** Reads on from the last number; rings that come meanwhile make it read once more. */
  async function read(hall: Hall): Promise<void> {
    if (hall.reading) {
      hall.again = true;
      return;
    }
    hall.reading = (async () => {
      do {
        hall.again = false;
        const lines = await db
          .select({
            seq: audit.seq,
            actor: audit.actor,
            what: audit.what,
            subjectKind: audit.subjectKind,
            subjectId: audit.subjectId,
          })
          .from(audit)
          .where(and(eq(audit.scope, hall.dialogueId), gt(audit.seq, hall.seq)))
          .orderBy(asc(audit.seq))
          .limit(mostLines + 1);
        if (lines.length === 0) continue;
        await take(hall, lines);
      } while (hall.again);
    })().catch(() => log("live: lezen mislukt"));
    await hall.reading;
    hall.reading = null;
  }

  async function take(hall: Hall, lines: readonly Happened[]): Promise<void> {
    const last = lines.at(-1)?.seq ?? hall.seq;
    if (lines.length > mostLines) {
      hall.seq = await lastChange(db, hall.dialogueId);
      hall.changes = noChanges(hall.seq);
      return tell(hall, true);
    }
    const lies = await whereTheyLie(lines);
    const before = hall.stand;
    hall.stand = await readStand(db, hall.sessionId);
    const tables = (personId: PersonId): GroupId[] =>
      [before, hall.stand].flatMap((stand) => (stand && groupOf(personId, stand)?.id) ?? []);
    for (const line of lines) note(hall.changes, line, { lies, tables });
    hall.seq = last;
    tell(hall, lines.some(isUrgent));
  }

  async function whereTheyLie(lines: readonly Happened[]): Promise<Map<ContributionId, Lies>> {
    const ids = [
      ...new Set(lines.filter((line) => line.what.startsWith("contribution.")).map((line) => line.subjectId as ContributionId)),
    ];
    if (ids.length === 0) return new Map();
    const rows = await db
      .select({
        id: contribution.id,
        groupId: contribution.groupId,
        shared: sql<Lies["shared"]>`case when ${contribution.broughtAt} is null then ${contribution.shared} else 'all' end`,
        personId: contribution.personId,
      })
      .from(contribution)
      .where(inArray(contribution.id, ids));
    return new Map(rows.map(({ id, ...at }) => [id, at]));
  }

  function tell(hall: Hall, now: boolean): void {
    if (now) {
      if (hall.timer) clearTimeout(hall.timer);
      hall.timer = null;
      void push(hall);
    } else
      hall.timer ??= setTimeout(() => {
        hall.timer = null;
        void push(hall);
      }, tickMs);
  }

  /** One at a time, so that an older look never follows a newer one. */
  async function push(hall: Hall): Promise<void> {
    if (hall.pushing) {
      hall.pushAgain = true;
      return;
    }
    hall.pushing = true;
    try {
      do {
        hall.pushAgain = false;
        hall.stand = await readStand(db, hall.sessionId);
        tellAll(hall);
      } while (hall.pushAgain);
    } catch {
      tell(hall, false);
    } finally {
      hall.pushing = false;
    }
  }

  function tellAll(hall: Hall): void {
    const snapshot = snapshotOf(hall);
    if (!snapshot) return;
    const encoded = new Map<string, Told>();
    for (const listener of hall.listeners) {
      const { viewer } = listener;
      if (viewer.as === "participant" && snapshot.removed.has(viewer.personId)) {
        listener.end();
        continue;
      }
      const name = viewer.as === "participant" ? viewer.personId : viewer.as;
      const told = encoded.get(name) ?? encode(viewFor(viewer, snapshot));
      encoded.set(name, told);
      listener.hear(told);
    }
  }

  function snapshotOf(hall: Hall): Snapshot | null {
    return hall.stand && { ...hall.stand, epoch, seq: hall.seq, now: Date.now(), changes: hall.changes };
  }

  // Who is here is a pulse, not a change: written in one go, and told when somebody came or went.
  const pulse = setInterval(async () => {
    try {
      for (const [sessionId, people] of here) {
        here.delete(sessionId);
        await markHere(db, sessionId, [...people]);
      }
      for (const hall of halls.values()) {
        if (hall.listeners.size === 0 && Date.now() - hall.usedAt > restMs) {
          halls.delete(hall.sessionId);
          continue;
        }
        const before = hall.stand?.present;
        const stand = await readStand(db, hall.sessionId);
        hall.stand = stand;
        if (stand && before && !sameSet(before, stand.present)) tell(hall, false);
      }
    } catch {
      // The database is away: the next pulse tries again, and pages say what they must.
    }
  }, presenceMs);
  pulse.unref();
  const sweep = setInterval(() => sweepPresence(db).catch(() => {}), 3_600_000);
  sweep.unref();

  return {
    epoch,
    /** Begins to hear; the first view comes with it. */
    async listen(
      at: { sessionId: SessionId; dialogueId: DialogueId },
      listener: Listener,
    ): Promise<{ first: Told | null; leave(): void }> {
      const hall = await hallOf(at);
      hall.listeners.add(listener);
      const snapshot = snapshotOf(hall);
      return { first: snapshot && encode(viewFor(listener.viewer, snapshot)), leave: () => hall.listeners.delete(listener) };
    },
    /** One look, for a browser that polls. */
    async look(at: { sessionId: SessionId; dialogueId: DialogueId }, viewer: Viewer): Promise<View | null> {
      const hall = await hallOf(at);
      const snapshot = snapshotOf(hall);
      return snapshot && viewFor(viewer, snapshot);
    },
    /** This person is here; kept with the next pulse. */
    seen(sessionId: SessionId, personId: PersonId): void {
      const people = here.get(sessionId) ?? new Set();
      people.add(personId);
      here.set(sessionId, people);
    },
    close(): void {
      deaf();
      clearInterval(pulse);
      clearInterval(sweep);
      for (const hall of halls.values()) if (hall.timer) clearTimeout(hall.timer);
      halls.clear();
    },
  };
}

const encode = (view: View): Told => ({
  text: JSON.stringify({ type: "view", view }),
  key: JSON.stringify({ ...view, now: 0, seq: 0 }),
});

function sameSet<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): boolean {
  return a.size === b.size && [...a].every((one) => b.has(one));
}

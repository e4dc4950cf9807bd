import { randomBytes } from "node:crypto";
import type { Db } from "../../platform/database/change.server.ts";
import { type Doorbell, type Ring, sayWord } from "../../platform/database/doorbell.server.ts";
import type { DialogueId, GroupId, PersonId, SessionId, StepId } from "../../platform/ids.ts";
import { makeTalk, type Sign } from "../talk/said.ts";
import { openTalk, type Wish } from "../talk/talk.server.ts";
import { isLight, isUrgent, noChanges, note } from "./changed.ts";
import { makeFrames } from "./frames.server.ts";
import { readNews, whereTheyLie } from "./news.server.ts";
import { groupOf } from "./parts.ts";
import { markHere, presentNow, settlePresence, sweepPresence } from "./presence.server.ts";
import type { Held } from "./protocol.ts";
import type { Hall, Line, Listener } from "./session-channel.server.ts";
import { lastChange, readAnswers, readStand } from "./snapshot.server.ts";
import type { Viewer } from "./view.ts";

export interface At {
  readonly sessionId: SessionId;
  readonly dialogueId: DialogueId;
}

export interface HubOptions {
  /** Views go out at most this often; what is urgent goes at once. */
  readonly tickMs: number;
  /** How often is looked who is here. */
  readonly pulseMs: number;
  readonly goneAfterMs: number;
}
const usual: HubOptions = { tickMs: 250, pulseMs: 2_000, goneAfterMs: 15_000 };
const restMs = 60_000;
/** Said when somebody came or went. */
const hereIn = ({ sessionId }: At) => `present ${sessionId}`;

export type Hub = ReturnType<typeof openHub>;

/** Keeps the halls of this process: who listens, what changed since when, and tells it. One per process. */
export function openHub(
  services: { readonly db: Db; readonly doorbell: Doorbell; readonly log: (line: string) => void },
  options: Partial<HubOptions> = {},
) {
  const { db, doorbell, log } = services;
  const { tickMs, pulseMs, goneAfterMs } = { ...usual, ...options };
  const halls = new Map<SessionId, Hall>();
  let ticks = 0;
  const here = new Map<SessionId, Set<PersonId>>();
  const deaf = doorbell.on(ring);
  const talk = openTalk({ db, doorbell }, halls);
  const deafToWords = doorbell.onWord((word) => {
    for (const hall of halls.values()) if (word === hereIn(hall)) void lookWhoIsHere(hall).catch(() => {});
  });

  function ring({ scope, kind }: Ring): void {
    for (const hall of halls.values()) {
      if (scope !== "*" && scope !== hall.dialogueId) continue;
      // Ballots come by the hundred: they wait for the tick.
      if (kind === "ballots") soon(hall);
      else void read(hall);
    }
  }

  async function hallOf(at: At): Promise<Hall> {
    const hall = halls.get(at.sessionId) ?? openHall(at);
    hall.usedAt = Date.now();
    await hall.opened;
    return hall;
  }

  function openHall(at: At): Hall {
    // Numbers of one hall, as long as this process keeps it.
    const epoch = randomBytes(6).toString("hex");
    const hall: Hall = {
      ...at,
      epoch,
      listeners: new Set(),
      frames: makeFrames(epoch),
      talk: makeTalk(),
      changes: noChanges(0),
      line: 0,
      stand: null,
      usedAt: Date.now(),
      opened: Promise.resolve(),
      reading: null,
      again: false,
      timer: null,
      tickedAt: Number.NEGATIVE_INFINITY,
    };
    halls.set(at.sessionId, hall);
    hall.opened = (async () => {
      hall.line = await lastChange(db, at.dialogueId);
      hall.changes = noChanges(hall.line);
      if (await doorbell.leads(at.dialogueId)) await settlePresence(db, at.sessionId, goneAfterMs);
      hall.stand = await readStand(db, at.sessionId);
      look(hall);
      // What happened while it was read.
      void read(hall);
    })();
    hall.opened.catch(() => halls.delete(at.sessionId));
    return hall;
  }

  /** Reads on from the last number; rings that come meanwhile make it read once more. */
  async function read(hall: Hall): Promise<void> {
    hall.again = true;
    hall.reading ??= (async () => {
      while (hall.again) {
        hall.again = false;
        await take(hall);
      }
    })()
      .catch(() => log("live: lezen mislukt"))
      .finally(() => {
        hall.reading = null;
      });
    await hall.reading;
  }

  async function take(hall: Hall): Promise<void> {
    const news = await readNews(db, hall.dialogueId, hall.line);
    if (news.gone) return close(hall);
    if (news.last <= hall.line) return;
    if (news.lines === "too-many") {
      hall.stand = await readStand(db, hall.sessionId);
      hall.changes = noChanges(news.last);
      hall.line = news.last;
      return tell(hall);
    }
    const lies = await whereTheyLie(db, news.lines);
    const before = hall.stand;
    if (news.ballots) hall.changes.team = news.last;
    if (!news.lines.every(isLight)) {
      const stand = await readStand(db, hall.sessionId);
      // Who is here is settled by one process for all: not looked at in between.
      hall.stand = stand && { ...stand, present: hall.stand?.present ?? stand.present };
    } else if (news.ballots) {
      const answers = await readAnswers(db, hall.sessionId);
      if (hall.stand) hall.stand = { ...hall.stand, answers };
    }
    const tables = (personId: PersonId) => [before, hall.stand].flatMap((stand) => (stand && groupOf(personId, stand)?.id) ?? []);
    for (const line of news.lines) note(hall.changes, line, { lies, tables });
    await talk.keep(hall, news.lines, lies);
    hall.line = news.last;
    if (news.lines.some(isUrgent)) tell(hall);
    else soon(hall);
  }

  /** Its dialogue is no more: a rehearsal that was erased. */
  function close(hall: Hall): void {
    if (hall.timer) clearTimeout(hall.timer);
    halls.delete(hall.sessionId);
    for (const { line } of hall.listeners) line.end("missing");
  }

  /** With the next tick: at once when the last one was long enough ago. */
  function soon(hall: Hall): void {
    const wait = Math.max(0, hall.tickedAt + tickMs - performance.now());
    hall.timer ??= setTimeout(async () => {
      hall.tickedAt = performance.now();
      await read(hall);
      tell(hall);
    }, wait);
  }

  function look(hall: Hall): void {
    talk.prune(hall);
    if (hall.stand) hall.frames.look({ ...hall.stand, epoch: "", seq: 0, now: 0, changes: hall.changes });
  }

  function tell(hall: Hall): void {
    ticks += 1;
    if (hall.timer) clearTimeout(hall.timer);
    hall.timer = null;
    look(hall);
    for (const listener of hall.listeners) tellOne(hall, listener);
  }

  /** @returns whether there was something to tell */
  function tellOne(hall: Hall, listener: Listener): boolean {
    const { viewer, line } = listener;
    if (viewer.as === "participant" && hall.stand?.removed.has(viewer.personId)) {
      hall.listeners.delete(listener);
      line.end("forbidden");
      return true;
    }
    listener.missed = !line.isReady();
    const frame = listener.missed ? null : hall.frames.next(listener);
    if (frame) line.send(frame);
    return talk.tellOne(hall, listener) || frame !== null;
  }

  // Who is here is a pulse, not a change: written in one go, settled by one process for all, and told when somebody came or went.
  const pulse = setInterval(async () => {
    try {
      for (const [sessionId, people] of here) {
        here.delete(sessionId);
        await markHere(db, sessionId, [...people]);
      }
      for (const hall of halls.values()) await lookAround(hall);
    } catch {
      // The database is away: the next pulse tries again, and pages say what they must.
    }
  }, pulseMs);
  pulse.unref();

  async function lookAround(hall: Hall): Promise<void> {
    if (hall.listeners.size === 0 && Date.now() - hall.usedAt > restMs) {
      halls.delete(hall.sessionId);
      return doorbell.resign(hall.dialogueId);
    }
    if (await doorbell.leads(hall.dialogueId)) {
      await settlePresence(db, hall.sessionId, goneAfterMs);
      if (await lookWhoIsHere(hall)) await sayWord(db, hereIn(hall));
    }
    // A ring that was missed, what was changed past the doorway, and lines that were too slow for what was told.
    await read(hall);
    const stand = await readStand(db, hall.sessionId, async () => new Set());
    hall.stand = stand && { ...stand, present: hall.stand?.present ?? stand.present };
    soon(hall);
    for (const listener of hall.listeners) if (listener.missed) tellOne(hall, listener);
  }

  /** @returns whether somebody came or went */
  async function lookWhoIsHere(hall: Hall): Promise<boolean> {
    const present = await presentNow(db, hall.sessionId);
    if (!hall.stand || sameSet(hall.stand.present, present)) return false;
    hall.stand = { ...hall.stand, present };
    soon(hall);
    return true;
  }

  const sweep = setInterval(() => sweepPresence(db).catch(() => {}), 3_600_000);
  sweep.unref();

  return {
    ticks: () => ticks,
    /**
     * Begins to hear: at once what this screen does not hold yet.
     * @returns how to end it
     */
    async listen(at: At, viewer: Viewer, line: Line, have?: Held): Promise<() => void> {
      const hall = await hallOf(at);
      // Who was just let in by the door may be in again: this hall hears of it a moment later.
      if (viewer.as === "participant" && hall.stand?.removed.has(viewer.personId)) await read(hall);
      const talked = have?.epoch === hall.epoch ? (have.talk ?? null) : null;
      const listener: Listener = { ...hall.frames.ear(viewer, have), line, missed: false, talked };
      hall.listeners.add(listener);
      if (!tellOne(hall, listener)) line.still();
      return () => {
        hall.listeners.delete(listener);
        hall.usedAt = Date.now();
      };
    },
    /** This person is here; kept with the next pulse. */
    seen(sessionId: SessionId, personId: PersonId): void {
      const people = here.get(sessionId) ?? new Set();
      people.add(personId);
      here.set(sessionId, people);
    },
    /** Where somebody sits now. */
    async seatOf(at: At, who: PersonId): Promise<{ readonly groupId: GroupId; readonly stepId: StepId } | null> {
      const { stand } = await hallOf(at);
      const table = stand && groupOf(who, stand);
      return table && stand.session.stepId ? { groupId: table.id, stepId: stand.session.stepId } : null;
    },
    /** What stands in somebody's line now, or that it is finished. @returns whether they may say something there */
    async utter(at: At, who: PersonId, wish: Wish): Promise<boolean> {
      return talk.utter(await hallOf(at), who, wish);
    },
    /** @returns whether they may give a sign there */
    async sign(at: At, who: PersonId, sign: Sign): Promise<boolean> {
      return talk.sign(await hallOf(at), who, sign);
    },
    close(): void {
      deaf();
      talk.close();
      deafToWords();
      clearInterval(pulse);
      clearInterval(sweep);
      for (const hall of halls.values()) if (hall.timer) clearTimeout(hall.timer);
      halls.clear();
    },
  };
}

function sameSet<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): boolean {
  return a.size === b.size && [...a].every((one) => b.has(one));
}

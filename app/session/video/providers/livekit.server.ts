import type { LiveKitSettings } from "../../../platform/livekit-settings.ts";
import { type Attendee, interpretersFor, type Place, samePlace } from "../client/place.ts";
import type { MediaAnswer, NoMedia } from "../client/signal.ts";
import { LiveKitFault, openLiveKitApi } from "./livekit-api.server.ts";
import { identityOf } from "./livekit-identity.ts";
import { type Arrival, arrivalIn, belongs, isPermitted } from "./livekit-posts.ts";
import { isFromLiveKit, joinToken, permissionFor } from "./livekit-token.server.ts";
import type { MediaLog, MediaProvider, Member, Seating } from "./provider.ts";

interface Connected extends Member {
  readonly generation: number;
  place: Place;
  /** counts up with each change that the browser must hear of */
  n: number;
  isLost: boolean;
  heardAt: number;
  readonly waiting: Set<() => void>;
  /** what LiveKit is asked about this person, one thing after another */
  asked: Promise<void>;
}
export interface LiveKit extends MediaProvider {
  /** What LiveKit posted of its own accord. @returns who came in where; null: nothing of that kind; "forged": not from LiveKit */
  heard(authorization: string, body: string): Arrival | "forged" | null;
  /** Puts out who came in where they do not belong, and gives who does what they may, whatever their token said. */
  look(seating: Seating, arrival: Arrival): Promise<void>;
}

const holdMs = 12_000;
const goneMs = 20_000;
/** A room of which this process knows that it is there. */
const knownMs = 30_000;
/** As long as a token of somebody who had to leave may still open the room, and a little more. */
const watchedMs = 11 * 60_000;
const betweenLooksMs = 4_000;
const mostInGroup = 24;
const none = (why: NoMedia): MediaAnswer => ({ status: "none", why });
const keyOf = ({ sessionId, personId, as }: Member) => `${sessionId} ${as} ${personId}`;

/** Sound and picture by a LiveKit beside Klankbord: rooms that we make, tokens for one's own room, permissions as the session goes. */
export function openLiveKit(settings: LiveKitSettings, log: MediaLog): LiveKit {
  const api = openLiveKitApi(settings);
  const people = new Map<string, Connected>();
  const made = new Map<string, number>();
  const watched = new Map<string, number>();
  const lookedAt = new Map<string, number>();
  let generations = Date.now();
  let saidAt = Number.NEGATIVE_INFINITY;

  function failed(fault: unknown): void {
    if (performance.now() - saidAt < 5_000) return;
    saidAt = performance.now();
    log("media: LiveKit antwoordt niet zoals verwacht", { code: fault instanceof LiveKitFault ? fault.code : "fault" });
  }
  const wake = (one: Connected) => {
    for (const go of one.waiting) go();
    one.waiting.clear();
  };
  function lose(one: Connected): void {
    one.isLost = true;
    wake(one);
  }
  const watch = (room: string) => watched.set(room, performance.now() + watchedMs);

  async function roomFor({ room, kind }: Place): Promise<void> {
    const now = performance.now();
    if ((made.get(room) ?? Number.NEGATIVE_INFINITY) > now - knownMs) return;
    await api.createRoom(room, kind === "group" ? mostInGroup : 0);
    made.set(room, now);
  }

  function putOut(room: string, who: Attendee): void {
    watch(room);
    api.putOut(room, identityOf(who)).catch(failed);
  }

  /** By what holds when it is its turn; only then the browser hears of it, and sends what it may. */
  function permit(one: Connected): void {
    const { room } = one.place;
    watch(room);
    one.asked = one.asked.then(async () => {
      if (one.isLost || one.place.room !== room) return;
      try {
        await api.permit(room, identityOf(one), permissionFor(one.place.may, one.place.kind));
        one.n += 1;
        wake(one);
      } catch (fault) {
        // Not in yet, or LiveKit is away: a new token says what they may.
        if (!(fault instanceof LiveKitFault && fault.code === "not_found")) failed(fault);
        lose(one);
      }
    });
  }

  async function look(seating: Seating, { room, identity, permission }: Arrival): Promise<void> {
    const place = belongs(seating, room, identity);
    if (!place) return api.putOut(room, identity);
    const right = permissionFor(place.may, place.kind);
    if (!isPermitted(permission, right)) await api.permit(room, identity, right);
  }

  const sweep = setInterval(() => {
    const now = performance.now();
    for (const one of people.values()) if (one.waiting.size === 0 && now - one.heardAt > goneMs) forget(one);
    for (const [room, until] of watched) if (until < now) watched.delete(room);
  }, 2_000);
  sweep.unref();

  function forget(one: Connected): void {
    lose(one);
    if (people.get(keyOf(one)) === one) people.delete(keyOf(one));
  }
  function connected(who: Member, generation: number): Connected | null {
    const one = people.get(keyOf(who));
    if (!one || one.generation !== generation) return null;
    one.heardAt = performance.now();
    return one;
  }
  const missing = (who: Member, generation: number): MediaAnswer =>
    (people.get(keyOf(who))?.generation ?? 0) > generation ? none("elsewhere") : { status: "again" };

  return {
    begin: () => {},
    async join(who, place, _own, _wants, names) {
      const named = names([who.personId]);
      try {
        await roomFor(place);
      } catch (fault) {
        failed(fault);
        return none("away");
      }
      const name = (await named)[who.personId] ?? "";
      const before = people.get(keyOf(who));
      if (before) {
        forget(before);
        if (before.place.room !== place.room) putOut(before.place.room, before);
      }
      generations += 1;
      people.set(keyOf(who), {
        ...who,
        ...{ generation: generations, place, n: 1, isLost: false, heardAt: performance.now() },
        ...{ waiting: new Set(), asked: Promise.resolve() },
      });
      const opens = { identity: identityOf(who), name, room: place.room, may: permissionFor(place.may, place.kind) };
      const token = joinToken(settings, opens, Date.now());
      return { status: "room", generation: generations, url: settings.url, token };
    },
    answer: async () => none("unreadable"),
    state(who, generation) {
      const one = connected(who, generation);
      return one && !one.isLost ? { status: "done" } : missing(who, generation);
    },
    async hear(who, generation, after) {
      const one = connected(who, generation);
      if (!one) return missing(who, generation);
      if (one.n <= after && !one.isLost)
        await new Promise<void>((resolve) => {
          one.waiting.add(resolve);
          setTimeout(resolve, holdMs).unref();
        }).finally(() => {
          one.heardAt = performance.now();
        });
      if (people.get(keyOf(one)) !== one) return missing(who, generation);
      if (one.isLost) return { status: "again" };
      if (one.n <= after) return { status: "same" };
      const { kind, may } = one.place;
      const interpreters = interpretersFor(one.place, one.personId);
      const told = { n: one.n, place: { kind, may }, interpreters, placed: [], asked: { large: true, small: false }, names: {} };
      return { status: "told", told };
    },
    leave(who, generation) {
      const one = connected(who, generation);
      if (one) forget(one);
      return { status: "done" };
    },
    members: (sessionId) => [...people.values()].filter((one) => one.sessionId === sessionId),
    sessions: () => new Set([...people.values()].map(({ sessionId }) => sessionId)),
    move(who, place) {
      const one = people.get(keyOf(who));
      if (!one || one.isLost || samePlace(one.place, place)) return;
      const { room } = one.place;
      if (place) one.place = place;
      if (place?.room === room) return permit(one);
      lose(one);
      putOut(room, one);
    },
    drop(who) {
      const one = people.get(keyOf(who));
      if (!one) return;
      forget(one);
      putOut(one.place.room, one);
    },
    async tidy(seating) {
      const own = (room: string) => room.startsWith(`${seating.sessionId} `);
      const isNow = (room: string) => seating.rooms !== null && room.startsWith(seating.rooms);
      const past = [...made.keys()].filter((room) => own(room) && !isNow(room));
      try {
        await Promise.all(past.map((room) => api.endRoom(room)));
        for (const room of past) for (const known of [made, watched]) known.delete(room);
        if (performance.now() - (lookedAt.get(seating.sessionId) ?? Number.NEGATIVE_INFINITY) < betweenLooksMs) return;
        lookedAt.set(seating.sessionId, performance.now());
        for (const room of [...watched.keys()].filter(own))
          for (const one of await api.inRoom(room)) await look(seating, { ...one, room });
      } catch (fault) {
        failed(fault);
      }
    },
    heard: (authorization, body) => (isFromLiveKit(settings, authorization, body, Date.now()) ? arrivalIn(body) : "forged"),
    look: (seating, arrival) => look(seating, arrival).catch(failed),
    async close() {
      clearInterval(sweep);
      for (const one of [...people.values()]) forget(one);
    },
  };
}

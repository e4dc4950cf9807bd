import { interpretersFor, type Place, samePlace } from "../client/place.ts";
import type { MediaAnswer, NoMedia, Told } from "../client/signal.ts";
import type { FromRelay, Passes, Wants } from "../relay/relay-messages.ts";
import { openRelays, type RelaysSettings } from "../relay/relays.server.ts";
import type { MediaLog, MediaProvider, Member } from "./provider.ts";

interface Connected extends Member {
  readonly key: string;
  generation: number;
  /** from here on generations are of the same tab: it was moved from relay to relay */
  since: number;
  own: Passes;
  wants: Wants;
  /** what the relay to which they were moved offers; null when the browser asked for it itself */
  moved: Promise<MediaAnswer> | null;
  relay: number;
  place: Place | null;
  told: Pick<Told, "n" | "placed" | "asked">;
  /** the connection is gone; the browser must come again */
  isLost: boolean;
  isUp: boolean;
  heardAt: number;
  offered: ((answer: MediaAnswer) => void) | null;
  answered: ((answer: MediaAnswer) => void) | null;
  readonly waiting: Set<() => void>;
}

const offerMs = 4_000;
const holdMs = 12_000;
/** Without a word from a browser for so long it is gone. */
const goneMs = 20_000;
const mostNoted = 1_000;
const nothing: Connected["told"] = { n: 0, placed: [], asked: { large: false, small: false } };
const none = (why: NoMedia): MediaAnswer => ({ status: "none", why });

/** Sound and picture by relays of this process. */
export function openMedia(settings: RelaysSettings, log: MediaLog): MediaProvider {
  const people = new Map<string, Connected>();
  const relayOf = new Map<string, number>();
  const noted = new Set<string>();
  let generations = Date.now();
  const relays = openRelays(settings, {
    log,
    ready: () => {},
    lost(relay) {
      for (const [room, at] of relayOf) if (at === relay) relayOf.delete(room);
      for (const one of people.values()) if (one.relay === relay) lose(one);
    },
    heard: hear,
  });

  const keyOf = ({ sessionId, personId, as }: Member) => `${sessionId} ${as} ${personId}`;

  function hear(relay: number, message: FromRelay): void {
    if (!("id" in message)) return;
    const one = people.get(message.id);
    if (!one || one.relay !== relay || one.generation !== message.generation) return;
    if (message.type === "offer") {
      one.offered?.({ status: "offer", generation: one.generation, sdp: message.sdp });
    } else if (message.type === "candidates") {
      one.answered?.({ status: "candidates", candidates: message.candidates });
    } else if (message.type === "refused") {
      if (message.why === "unreadable") note(one, "media: een antwoord was niet te lezen");
      one.offered?.(none(message.why));
      one.answered?.(none(message.why));
      lose(one);
    } else if (message.type === "flood") note(one, "media: iemand stuurt veel meer dan wordt doorgegeven");
    else if (message.type === "state") {
      one.isUp = message.state === "connected";
      if (message.state === "gone") lose(one);
    } else if (message.type === "room" && one.place?.room === (message.room ?? undefined)) tell(one, message);
    else if (message.type === "room" && message.room === null && !one.place) tell(one, message);
  }

  /** Once for each person, without a word of who. */
  function note({ key }: Connected, line: string): void {
    if (noted.has(`${line} ${key}`) || noted.size > mostNoted) return;
    noted.add(`${line} ${key}`);
    log(line);
  }

  function tell(one: Connected, { placed, asked }: Pick<Told, "placed" | "asked">): void {
    one.told = { n: one.told.n + 1, placed, asked };
    wake(one);
  }

  function wake(one: Connected): void {
    for (const go of one.waiting) go();
    one.waiting.clear();
  }

  function lose(one: Connected): void {
    one.isLost = true;
    one.isUp = false;
    one.offered?.(none("away"));
    one.answered?.({ status: "again" });
    wake(one);
  }

  /** A room is carried by one relay: that of who is there already, else the one with the fewest people. */
  function relayFor(room: string): number | null {
    const at = relayOf.get(room);
    if (at !== undefined && relays.isReady(at)) return at;
    const loads = Array.from({ length: relays.size }, () => 0);
    for (const one of people.values()) loads[one.relay] = (loads[one.relay] ?? 0) + 1;
    const ready = loads.flatMap((load, n) => (relays.isReady(n) ? [{ load, n }] : []));
    const least = ready.sort((a, b) => a.load - b.load || a.n - b.n)[0];
    if (!least) return null;
    relayOf.set(room, least.n);
    return least.n;
  }

  /** Asks the relay for an offer. */
  function ask(one: Connected, place: Place): Promise<MediaAnswer> {
    const { key: id, generation, own } = one;
    const answer = new Promise<MediaAnswer>((resolve) => {
      one.offered = resolve;
      setTimeout(() => resolve(none("away")), offerMs).unref();
    });
    const [wants, always] = [inKeys(one, one.wants), alwaysIn(one)];
    relays.send(one.relay, { type: "join", id, generation, room: place.room, may: place.may, own, wants, always });
    return answer;
  }

  /** Another relay carries the room: its offer is there before the browser asks, so that a move costs no more questions than it must. */
  function moveTo(relay: number, one: Connected, place: Place): void {
    relays.send(one.relay, { type: "leave", id: one.key, generation: one.generation });
    generations += 1;
    Object.assign(one, { generation: generations, relay, isUp: false, told: nothing, answered: null });
    one.moved = ask(one, place);
    wake(one);
  }

  function drop(one: Connected): void {
    if (!one.isLost) relays.send(one.relay, { type: "leave", id: one.key, generation: one.generation });
    lose(one);
    people.delete(one.key);
    const room = one.place?.room;
    if (room && ![...people.values()].some(({ place }) => place?.room === room)) relayOf.delete(room);
  }

  const sweep = setInterval(() => {
    for (const one of people.values()) if (one.waiting.size === 0 && performance.now() - one.heardAt > goneMs) drop(one);
  }, 2_000);
  sweep.unref();

  function connected(who: Member, generation: number): Connected | null {
    const one = people.get(keyOf(who));
    if (!one || one.generation !== generation) return null;
    one.heardAt = performance.now();
    return one;
  }
  /** Of a tab that does not know yet that it was moved. */
  const movedOf = (who: Member, generation: number): Connected | null => {
    const one = people.get(keyOf(who));
    return one && generation >= one.since && generation < one.generation && one.moved ? one : null;
  };
  const missing = (who: Member, generation: number): MediaAnswer => {
    const other = people.get(keyOf(who));
    return other && other.since > generation ? none("elsewhere") : { status: "again" };
  };

  /** Once: whoever asks again begins anew. */
  async function offerOf(one: Connected): Promise<MediaAnswer> {
    const { moved } = one;
    one.moved = null;
    one.heardAt = performance.now();
    const offer = one.isLost ? null : await moved;
    return offer?.status === "offer" ? offer : { status: "again" };
  }

  /** A relay knows people by their key. */
  const inKeys = (one: Connected, wants: Wants): Wants => {
    const pinned = [...people.values()].find((other) => other.personId === wants.pinned && other.place?.room === one.place?.room);
    return { ...wants, pinned: pinned?.key ?? null };
  };

  const alwaysIn = ({ sessionId, place }: Connected): readonly string[] =>
    (place?.interpreters ?? []).map(({ personId }) => keyOf({ sessionId, personId, as: "participant" }));

  return {
    begin: relays.begin,
    async join(who, place, own, wants) {
      relays.begin();
      const relay = await until(() => relayFor(place.room), offerMs);
      if (relay === null) return none("away");
      const before = people.get(keyOf(who));
      if (before) drop(before);
      generations += 1;
      const one: Connected = {
        ...who,
        ...{ key: keyOf(who), generation: generations, since: generations, relay, place, own, wants, moved: null },
        ...{ told: nothing, isLost: false, isUp: false },
        ...{ heardAt: performance.now(), offered: null, answered: null, waiting: new Set() },
      };
      people.set(one.key, one);
      relayOf.set(place.room, relay);
      return ask(one, place);
    },
    async answer(who, generation, sdp) {
      const one = connected(who, generation);
      if (!one || one.isLost) return missing(who, generation);
      const answer = new Promise<MediaAnswer>((resolve) => {
        one.answered = resolve;
        setTimeout(() => resolve({ status: "again" }), offerMs).unref();
      });
      relays.send(one.relay, { type: "answer", id: one.key, generation, sdp });
      return answer;
    },
    state(who, generation, own, wants) {
      const one = connected(who, generation);
      if (!one || one.isLost) return missing(who, generation);
      Object.assign(one, { own, wants });
      relays.send(one.relay, { type: "state", id: one.key, generation, own, wants: inKeys(one, wants) });
      return { status: "done" };
    },
    async hear(who, generation, after, names) {
      const moved = movedOf(who, generation);
      if (moved) return offerOf(moved);
      const one = connected(who, generation);
      if (!one) return missing(who, generation);
      if (one.told.n <= after && !one.isLost)
        await new Promise<void>((resolve) => {
          one.waiting.add(resolve);
          setTimeout(resolve, holdMs).unref();
        }).finally(() => {
          one.heardAt = performance.now();
        });
      if (people.get(one.key) !== one) return missing(who, generation);
      if (one.generation !== generation) return offerOf(one);
      if (one.isLost) return { status: "again" };
      if (one.told.n <= after) return { status: "same" };
      const placed = one.told.placed.map((seat) => ({ ...seat, id: people.get(seat.id)?.personId ?? seat.id }));
      const place = one.place && { kind: one.place.kind, may: one.place.may };
      const interpreters = interpretersFor(one.place, one.personId);
      return {
        status: "told",
        told: { ...one.told, placed, place, interpreters, names: await names(placed.map(({ id }) => id)) },
      };
    },
    leave(who, generation) {
      const one = connected(who, generation);
      if (one) drop(one);
      return { status: "done" };
    },
    members: (sessionId) => [...people.values()].filter((one) => one.sessionId === sessionId),
    sessions: () => new Set([...people.values()].map(({ sessionId }) => sessionId)),
    move(who, place) {
      const one = people.get(keyOf(who));
      if (!one || one.isLost || samePlace(one.place, place)) return;
      const old = one.place?.room;
      one.place = place;
      const relay = place ? relayFor(place.room) : one.relay;
      if (place && relay !== null && relay !== one.relay) moveTo(relay, one, place);
      else if (relay !== one.relay) {
        relays.send(one.relay, { type: "leave", id: one.key, generation: one.generation });
        lose(one);
      } else
        relays.send(relay, {
          type: "move",
          id: one.key,
          room: place?.room ?? null,
          may: place?.may ?? { sound: false, picture: false },
          always: alwaysIn(one),
        });
      if (old && ![...people.values()].some((other) => other.place?.room === old)) relayOf.delete(old);
    },
    drop(who) {
      const one = people.get(keyOf(who));
      if (one) drop(one);
    },
    // A relay holds nobody but those whom `move` and `drop` reach.
    tidy: async () => {},
    async close() {
      clearInterval(sweep);
      for (const one of [...people.values()]) drop(one);
      await relays.close();
    },
  };
}

async function until<T>(look: () => T | null, ms: number): Promise<T | null> {
  const end = performance.now() + ms;
  for (;;) {
    const seen = look();
    if (seen !== null || performance.now() > end) return seen;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

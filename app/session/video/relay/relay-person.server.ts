import { type Carrier, type Config, openCarrier } from "./relay-connection.server.ts";
import { type Control, control, everything } from "./relay-control.ts";
import type { Door } from "./relay-door.server.ts";
import {
  type Always,
  type Asked,
  type FromRelay,
  longestSdp,
  type Party,
  type Passes,
  type Placed,
  places,
  type Wants,
} from "./relay-messages.ts";
import { answerIn, type Line, offerIn } from "./relay-offer.ts";
import { looksLarge, shownOf } from "./relay-seating.ts";
import { downward, Slot } from "./relay-slot.server.ts";
import { mostBytes, Source } from "./relay-source.server.ts";
import { estimateIn, isRtcp, rtcpParts, senderTimeIn, streamOf } from "./rtp.ts";

type Kind = "sound" | "picture";
/** Lines on which a browser sends, and what is on each. */
const sourceOf = { a: "sound", v: "large", w: "small" } as const;
type Mid = keyof typeof sourceOf;
const largeLimit = 600_000;
const smallLimit = 150_000;
let lastSsrc = 1_000;

export interface PersonSettings {
  readonly config: Config;
  readonly say: (message: FromRelay) => void;
  readonly changed: (who: Person) => void;
  readonly publicAddress: string | null;
  readonly door: Door | null;
}

/** One browser's connection: what it sends, and a fixed number of places in which it hears and sees others. */
export class Person {
  readonly id: string;
  readonly generation: number;
  room: string | null = null;
  may: Passes;
  own: Passes;
  wants: Wants;
  always: readonly string[];
  isUp = false;
  seats: readonly (string | null)[] = [];
  readonly sources: { readonly sound: Source; readonly large: Source; readonly small: Source };
  private readonly carrier: Carrier;
  private readonly say: (message: FromRelay) => void;
  private readonly lines: Line[] = [];
  /** by the numbers under which this browser sends */
  private from: ReadonlyMap<number, Source> = new Map();
  private readonly slots: Slot[] = [];
  private candidates: readonly string[] = [];
  private estimate = 0;
  private allowance = 40;
  private control: Control = everything;
  private closed = false;
  private answered = false;
  private timer: NodeJS.Timeout;

  constructor(party: Party & Always & { may: Passes; own: Passes; wants: Wants }, own: PersonSettings) {
    this.id = party.id;
    this.generation = party.generation;
    this.may = party.may;
    this.own = party.own;
    this.wants = party.wants;
    this.always = party.always;
    this.say = own.say;
    const changed = () => own.changed(this);
    this.carrier = openCarrier(`${party.id} ${party.generation}`, own.config, {
      offered: () => this.offer(own),
      state: (state) => this.stateIs(state, changed),
      hear: (packet) => this.hear(packet),
      isUp: () => this.isUp,
    });
    this.sources = {
      sound: this.source("a", "sound", 0, mostBytes.sound),
      large: this.source("v", "picture", largeLimit, mostBytes.large),
      small: this.source("w", "picture", smallLimit, mostBytes.small),
    };
    for (let place = 0; place < places; place++) {
      this.slot("sound", place);
      this.slot("picture", place);
    }
    this.carrier.begin();
    // Who does not come in lets go of what was held for them.
    this.timer = setTimeout(() => !this.isUp && this.gone(), 20_000);
  }

  private readonly passes = (): Passes => ({
    sound: this.isUp && this.may.sound && this.own.sound,
    picture: this.isUp && this.may.picture && this.own.picture,
  });
  private readonly roundTrip = () => 60;
  private hasFlooded = false;
  private readonly floods = (): void => {
    if (this.hasFlooded) return;
    this.hasFlooded = true;
    this.say({ type: "flood", id: this.id, generation: this.generation });
  };

  private source(mid: Mid, kind: Kind, limit: number, most: number): Source {
    this.lines.push({ mid, kind });
    return new Source({
      ...{ kind, limit, most, wire: this.carrier.wire },
      ...{ allowed: this.passes, roundTrip: this.roundTrip, floods: this.floods },
    });
  }

  private slot(kind: Kind, place: number): void {
    lastSsrc += 1;
    this.lines.push({ mid: `${kind === "sound" ? "A" : "V"}${place}`, kind, ssrc: lastSsrc });
    this.slots.push(new Slot({ kind, place, ssrc: lastSsrc, wire: this.carrier.wire, line: this.line }));
  }
  private readonly line = {
    isUp: () => this.isUp,
    roundTrip: this.roundTrip,
    mayResend: () => {
      if (this.allowance <= 0) return false;
      this.allowance -= 1;
      return true;
    },
  };

  /** Everything that comes of this browser. */
  private hear(b: Buffer): void {
    const now = performance.now();
    if (b.length < 12) return;
    if (!isRtcp(b)) {
      this.from.get(streamOf(b))?.take(b, now);
      return;
    }
    for (const part of rtcpParts(b)) {
      const time = senderTimeIn(b, part);
      if (time) this.from.get(time.ssrc)?.hear(time, now);
      this.estimate = estimateIn(b, part) ?? this.estimate;
      for (const slot of this.slots) slot.hear(b, part, now);
    }
  }

  /** Candidates go after the answer: one that came with the offer made a handshake fail now and then. */
  private offer({ publicAddress, door }: PersonSettings): void {
    const { bare, candidates, name, password, port } = offerIn(this.carrier.offered(), this.lines, publicAddress);
    this.candidates = [...candidates, ...(door?.candidates(candidates) ?? [])];
    if (door && name && password && port) {
      door.expect(name, { port, password });
      this.forget = () => door.forget(name);
    }
    this.say({ type: "offer", id: this.id, generation: this.generation, sdp: bare });
  }

  answer(sdp: string): void {
    if (this.answered || this.closed) return;
    const told = { id: this.id, generation: this.generation };
    try {
      const read = sdp.length > longestSdp ? null : answerIn(sdp, Object.keys(sourceOf));
      if (!read) throw new Error("unreadable");
      this.carrier.answer(read.engine);
      this.from = new Map([...read.numbers].map(([ssrc, mid]) => [ssrc, this.sources[sourceOf[mid as Mid]]]));
      this.answered = true;
      this.say({ type: "candidates", ...told, candidates: this.candidates });
    } catch {
      this.say({ type: "refused", ...told, why: "unreadable" });
      this.close();
    }
  }

  private stateIs(state: string, changed: () => void): void {
    if (this.closed) return;
    if (state === "connected") {
      this.isUp = true;
      this.say({ type: "state", id: this.id, generation: this.generation, state: "connected" });
      changed();
    } else if (state === "failed" || state === "closed") this.gone();
    else if (state === "disconnected" && this.isUp) {
      this.isUp = false;
      changed();
    }
  }

  private gone(): void {
    if (this.closed) return;
    this.say({ type: "state", id: this.id, generation: this.generation, state: "gone" });
    this.close();
  }
  onClose: () => void = () => {};
  private forget: () => void = () => {};

  /** Gives each place its source, as far as the line carries. */
  hearFrom(people: ReadonlyMap<string, Person>, seats: readonly (string | null)[]): void {
    this.seats = seats;
    const senders = seats.filter((id) => id !== null).length;
    const looks = { ...this.wants, always: this.always };
    const shown = shownOf(
      seats.filter((id) => id !== null && people.get(id)?.passes().picture === true),
      looks,
      this.control.shown,
    );
    for (const slot of this.slots) {
      const id = seats[slot.place] ?? null;
      const from = id === null ? undefined : people.get(id);
      if (!from) slot.from(null);
      else if (slot.kind === "sound") slot.from(from.sources.sound);
      else {
        const { large, small } = from.sources;
        slot.from(shown.has(from.id) ? (looksLarge(looks, from.id, senders) ? large : small) : null);
      }
    }
  }

  /** What of others arrives here now. */
  placed(people: ReadonlyMap<string, Person>): readonly Placed[] {
    return this.seats.flatMap((id, place) => {
      const from = id === null ? undefined : people.get(id);
      if (!from) return [];
      const arrives = this.slots.some((slot) => slot.kind === "picture" && slot.place === place && slot.source);
      const passes = from.passes();
      return [{ place, id: from.id, ...passes, heldBack: passes.picture && this.wants.pictures && !arrives }];
    });
  }

  asked(): Asked {
    return { large: this.sources.large.sinks.size > 0, small: this.sources.small.sinks.size > 0 };
  }

  state(own: Passes, wants: Wants): void {
    for (const [kind, source] of Object.entries(this.sources))
      if (own[kind === "sound" ? "sound" : "picture"] !== this.own[kind === "sound" ? "sound" : "picture"])
        for (const sink of source.sinks) sink.rest();
    this.own = own;
    this.wants = wants;
  }

  tell(people: ReadonlyMap<string, Person>): void {
    const { id, generation, room } = this;
    this.say({ type: "room", id, generation, room, placed: this.placed(people), asked: this.asked() });
  }

  /** Every half second. @returns whether more or fewer pictures go to this person now */
  watchLine(now: number): boolean {
    this.allowance = Math.min(60, this.allowance + 40);
    const before = this.control.shown;
    const wanted = this.seats.filter((id) => id !== null).length;
    this.control = control(this.control, downward(this.slots, this.estimate, wanted), now);
    return this.control.shown !== before;
  }

  close(): void {
    if (this.closed) return;
    this.closed = true;
    this.isUp = false;
    clearTimeout(this.timer);
    for (const slot of this.slots) slot.from(null);
    this.carrier.close();
    this.forget();
    this.onClose();
  }
}

import type { Passes } from "./relay-messages.ts";
import {
  estimate,
  extensionAt,
  isKeyframe,
  keyframeRequest,
  opusType,
  receiverReport,
  resendRequest,
  type SenderTime,
  sendTimeId,
  vp8Type,
} from "./rtp.ts";

/** What a track of the engine can do, as far as packets go. */
export interface Wire {
  send(packet: Buffer): void;
}
/** Where packets of a source go on to. */
export interface Sink {
  rest(): void;
  forward(source: Source, packet: Packet, now: number): void;
  sendTime(source: Source): void;
}
export interface Packet {
  readonly bytes: Buffer;
  readonly number: number;
  readonly time: number;
  readonly isKeyframe: boolean;
  /** where the time of sending stands; -1 without */
  readonly sendTimeAt: number;
}

const kept = 512;
/** More packets and bytes a second than any camera and microphone of ours send: somebody floods. The rest goes nowhere. */
const mostPerSecond = 1_500;
export const mostBytes = { sound: 64_000, large: 400_000, small: 150_000 } as const;
/** Longer than a packet is on any network. */
const longestPacket = 1_500;
const counters = { received: 0, sent: 0, resent: 0, faults: 0 };
export const count = counters;

interface Missed {
  readonly at: number;
  tries: number;
  lastAt: number;
}

/** One track that somebody sends: what came of it, what is missing, and what the sender must hear. */
export class Source {
  readonly kind: "sound" | "picture";
  readonly sinks = new Set<Sink>();
  readonly ring: (Packet | undefined)[] = new Array(kept);
  /** bits in the last second */
  bitrate = 0;
  time: SenderTime | null = null;
  timeAt = 0;
  /** how much its sender may send, in bits a second; 0 = says nothing */
  limit: number;
  private readonly wire: Wire;
  private readonly allowed: () => Passes;
  private readonly roundTrip: () => number;
  private ssrc = 0;
  private highest = -1;
  private base = 0;
  private cycles = 0;
  private received = 0;
  private expectedBefore = 0;
  private receivedBefore = 0;
  private bytes = 0;
  private packets = 0;
  private arrived = 0;
  private readonly most: number;
  private readonly floods: () => void;
  private askedAt = Number.NEGATIVE_INFINITY;
  private wantsKeyframe = false;
  private readonly missing = new Map<number, Missed>();

  constructor(own: {
    readonly kind: "sound" | "picture";
    readonly wire: Wire;
    readonly allowed: () => Passes;
    readonly roundTrip: () => number;
    readonly limit: number;
    /** bytes a second that are passed on at most */
    readonly most: number;
    /** More came than that. */
    readonly floods: () => void;
  }) {
    this.kind = own.kind;
    this.wire = own.wire;
    this.allowed = own.allowed;
    this.roundTrip = own.roundTrip;
    this.limit = own.limit;
    this.most = own.most;
    this.floods = own.floods;
  }

  /** One packet of sound or picture. */
  take(b: Buffer, now: number): void {
    if (b.length < 12) return;
    counters.received += 1;
    this.packets += 1;
    this.arrived += b.length;
    if (b.length > longestPacket) return;
    if (this.packets > mostPerSecond || this.arrived > this.most) {
      this.floods();
      return;
    }
    if (((b[1] ?? 0) & 127) !== (this.kind === "sound" ? opusType : vp8Type)) return;
    this.ssrc = b.readUInt32BE(8);
    this.bytes += b.length;
    const number = b.readUInt16BE(2);
    if (!this.isNew(number, now)) return;
    const packet: Packet = {
      bytes: b,
      number,
      time: b.readUInt32BE(4),
      isKeyframe: this.kind === "picture" && isKeyframe(b),
      sendTimeAt: this.kind === "picture" ? extensionAt(b, sendTimeId) : -1,
    };
    this.ring[number % kept] = packet;
    // What its sender switched off goes nowhere, whatever arrives.
    if (!this.allowed()[this.kind]) return;
    for (const sink of this.sinks) sink.forward(this, packet, now);
  }

  /** Keeps the account of what came. @returns false for what came before */
  private isNew(number: number, now: number): boolean {
    if (this.highest < 0) {
      this.highest = number;
      this.base = number;
      this.received = 1;
      return true;
    }
    const ahead = (number - this.highest) & 0xffff;
    if (ahead === 0) return false;
    if (ahead < 0x8000) {
      if (ahead > 200) this.missing.clear();
      else
        for (let i = 1; i < ahead; i++)
          this.missing.set((this.highest + i) & 0xffff, { at: now, tries: 0, lastAt: Number.NEGATIVE_INFINITY });
      if (number < this.highest) this.cycles += 65_536;
      this.highest = number;
      this.received += 1;
      return true;
    }
    if (this.ring[number % kept]?.number === number) return false;
    if (this.missing.delete(number)) this.received += 1;
    return true;
  }

  /** What its sender says of its clock. */
  hear(time: SenderTime, now: number): void {
    this.time = time;
    this.timeAt = now;
    for (const sink of this.sinks) sink.sendTime(this);
  }

  /** A picture that needs none before it; asked for at most every 300 ms. */
  keyframe(now: number): void {
    if (this.kind === "sound") return;
    this.wantsKeyframe = !this.ssrc || now - this.askedAt < 300;
    if (this.wantsKeyframe) return;
    this.askedAt = now;
    this.wire.send(keyframeRequest(this.ssrc));
  }

  /** Every 20 ms: asks again for what is missing. */
  tick(now: number): void {
    if (this.wantsKeyframe) this.keyframe(now);
    if (this.missing.size === 0 || this.kind === "sound") return;
    const ask: number[] = [];
    for (const [number, one] of this.missing) {
      if (one.tries >= 8 || now - one.at > 1_500) this.missing.delete(number);
      else if (now - one.lastAt > Math.max(60, this.roundTrip()) && (one.tries > 0 || now - one.at >= 15)) {
        one.tries += 1;
        one.lastAt = now;
        ask.push(number);
      }
    }
    if (ask.length > 0) this.wire.send(resendRequest(this.ssrc, ask));
  }

  /** Every second: tells the sender what arrived, and how much it may send. */
  report(now: number): void {
    this.packets = 0;
    this.arrived = 0;
    if (this.highest < 0) return;
    const highest = this.cycles + this.highest;
    const expected = highest - this.base + 1;
    const since = expected - this.expectedBefore;
    const came = this.received - this.receivedBefore;
    this.expectedBefore = expected;
    this.receivedBefore = this.received;
    this.bitrate = this.bytes * 8;
    this.bytes = 0;
    const report = receiverReport({
      ssrc: this.ssrc,
      lost: since > 0 ? Math.max(0, since - came) / since : 0,
      lostInAll: expected - this.received,
      highest,
      reportHigh: this.time?.high ?? 0,
      reportLow: this.time?.low ?? 0,
      since: now - this.timeAt,
    });
    this.wire.send(this.limit > 0 ? Buffer.concat([report, estimate(this.ssrc, this.limit)]) : report);
  }
}

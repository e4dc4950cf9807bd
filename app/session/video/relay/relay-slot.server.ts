import { type Downward, lately } from "./relay-control.ts";
import { count, type Packet, type Sink, type Source, type Wire } from "./relay-source.server.ts";
import { asksForKeyframe, lossIn, missedBy, type RtcpPart, senderReport } from "./rtp.ts";

const random = (below: number) => Math.floor(Math.random() * below);

/** What a connection shares with its slots. */
export interface Line {
  readonly isUp: () => boolean;
  readonly roundTrip: () => number;
  /** @returns whether one more packet may be sent again */
  readonly mayResend: () => boolean;
}

/** One track that a connection receives, under one number for good; the source behind it changes. */
export class Slot implements Sink {
  readonly kind: "sound" | "picture";
  readonly place: number;
  readonly ssrc: number;
  source: Source | null = null;
  /** lost lately, 0 to 1 */
  loss = 0;
  private readonly wire: Wire;
  private readonly line: Line;
  private waiting = true;
  private number = random(65_536);
  private time = random(0xffffffff);
  private sentAt = 0;
  private sent = 0;
  private numberBehind = 0;
  private timeBehind = 0;
  private readonly again = new Map<number, { at: number; times: number }>();

  constructor(own: { kind: "sound" | "picture"; place: number; ssrc: number; wire: Wire; line: Line }) {
    this.kind = own.kind;
    this.place = own.place;
    this.ssrc = own.ssrc;
    this.wire = own.wire;
    this.line = own.line;
  }

  from(source: Source | null): void {
    if (this.source === source) return;
    this.source?.sinks.delete(this);
    this.source = source;
    this.waiting = true;
    this.loss = 0;
    this.again.clear();
    source?.sinks.add(this);
    // A whole picture costs its sender most of a second of the others: it is asked for when it can arrive.
    if (this.line.isUp()) source?.keyframe(performance.now());
  }

  /** The source went silent by itself: what comes next follows on what was last. */
  rest(): void {
    this.waiting = true;
  }

  forward(source: Source, packet: Packet, now: number): void {
    if (!this.line.isUp()) return;
    if (this.waiting) {
      if (this.kind === "picture" && !packet.isKeyframe) {
        source.keyframe(now);
        return;
      }
      this.begin(source, packet, now);
    }
    const number = (packet.number + this.numberBehind) & 0xffff;
    if (((number - this.number) & 0xffff) < 0x8000) {
      this.number = number;
      this.time = (packet.time + this.timeBehind) >>> 0;
      this.sentAt = now;
    }
    this.write(packet, number, now);
  }

  /** Numbers and time go on from what the receiver got last: it hears one stream. */
  private begin(source: Source, packet: Packet, now: number): void {
    this.waiting = false;
    this.numberBehind = (this.number + 1 - packet.number) & 0xffff;
    const clock = this.kind === "sound" ? 48 : 90;
    const gap = this.sentAt ? Math.max(1, Math.round((now - this.sentAt) * clock)) : 1;
    this.timeBehind = (this.time + gap - packet.time) >>> 0;
    this.sendTime(source);
  }

  /** The packet's own bytes are written over: whatever is sent is a copy. */
  private write({ bytes, time, sendTimeAt }: Packet, number: number, now: number): void {
    bytes.writeUInt16BE(number, 2);
    bytes.writeUInt32BE((time + this.timeBehind) >>> 0, 4);
    bytes.writeUInt32BE(this.ssrc, 8);
    if (sendTimeAt > 0) bytes.writeUIntBE(Math.floor((now / 1000) * 262_144) & 0xffffff, sendTimeAt, 3);
    this.wire.send(bytes);
    this.sent += 1;
    count.sent += 1;
  }

  sendTime(source: Source): void {
    if (this.waiting || !source.time || !this.line.isUp()) return;
    const { high, low, rtp } = source.time;
    this.wire.send(senderReport({ ssrc: this.ssrc, high, low, rtp: (rtp + this.timeBehind) >>> 0 }, this.sent));
  }

  /** What the receiver says, as far as it is about this track. */
  hear(b: Buffer, part: RtcpPart, now: number): void {
    if (asksForKeyframe(b, part, this.ssrc)) this.source?.keyframe(now);
    for (const number of missedBy(b, part, this.ssrc)) this.resend(number, now);
    const told = lossIn(b, part, this.ssrc);
    if (told !== null) this.loss = lately(this.loss, told);
  }

  private resend(number: number, now: number): void {
    if (!this.source || this.waiting) return;
    const before = this.again.get(number);
    if (before && (before.times >= 4 || now - before.at < Math.max(80, this.line.roundTrip() * 1.2))) return;
    const original = (number - this.numberBehind) & 0xffff;
    const packet = this.source.ring[original % this.source.ring.length];
    // A hole in what came from the sender is nobody's to fill here.
    if (packet?.number !== original || !this.line.mayResend()) return;
    if (before) {
      before.at = now;
      before.times += 1;
    } else this.again.set(number, { at: now, times: 1 });
    if (this.again.size > 600) for (const old of [...this.again.keys()].slice(0, 300)) this.again.delete(old);
    count.resent += 1;
    this.write(packet, number, now);
  }
}

/** How the line to somebody does, by what its places say. */
export function downward(slots: readonly Slot[], estimate: number, wanted: number): Downward {
  const taken = slots.filter(({ source }) => source);
  const worst = (kind: "sound" | "picture") => Math.max(0, ...taken.filter((one) => one.kind === kind).map(({ loss }) => loss));
  const pictures = taken.filter(({ kind }) => kind === "picture").map(({ source }) => source?.bitrate ?? 0);
  const sounds = taken.length - pictures.length;
  return { soundLoss: worst("sound"), pictureLoss: worst("picture"), estimate, pictures, sounds, wanted };
}

/** Reading and making packets of RTP (RFC 3550, 3551), its feedback (4585), estimates (REMB) and VP8 (7741). */

export const opusType = 111;
export const vp8Type = 96;
/** Of the header extension that tells when a packet left (abs-send-time): the receiver's estimate needs it. */
export const sendTimeId = 2;

export const isRtcp = (b: Buffer): boolean => b.length >= 8 && (b[1] ?? 0) >= 192 && (b[1] ?? 0) <= 223;

/** Where the payload begins; the length of the packet when it has none. */
export function payloadAt(b: Buffer): number {
  const first = b[0] ?? 0;
  let at = 12 + (first & 15) * 4;
  if (first & 16) {
    if (at + 4 > b.length) return b.length;
    at += 4 + b.readUInt16BE(at + 2) * 4;
  }
  return Math.min(at, b.length);
}

/** Where the value of a one-byte header extension stands; -1 when the packet has none. */
export function extensionAt(b: Buffer, id: number): number {
  if (!((b[0] ?? 0) & 16)) return -1;
  let at = 12 + ((b[0] ?? 0) & 15) * 4;
  if (at + 4 > b.length || b.readUInt16BE(at) !== 0xbede) return -1;
  const end = Math.min(at + 4 + b.readUInt16BE(at + 2) * 4, b.length);
  at += 4;
  while (at < end) {
    const head = b[at] ?? 0;
    if (head === 0) at += 1;
    else {
      const length = (head & 15) + 1;
      if (head >> 4 === id) return at + 1 + length <= end ? at + 1 : -1;
      at += 1 + length;
    }
  }
  return -1;
}

/** Whether a picture begins here that needs none before it. */
export function isKeyframe(b: Buffer): boolean {
  let at = payloadAt(b);
  const descriptor = b[at];
  if (descriptor === undefined || !(descriptor & 0x10) || descriptor & 7) return false;
  at += 1;
  if (descriptor & 0x80) {
    const extended = b[at] ?? 0;
    at += 1;
    if (extended & 0x80) at += (b[at] ?? 0) & 0x80 ? 2 : 1;
    if (extended & 0x40) at += 1;
    if (extended & 0x30) at += 1;
  }
  const header = b[at];
  return header !== undefined && (header & 1) === 0;
}

export interface RtcpPart {
  readonly type: number;
  readonly format: number;
  readonly at: number;
  readonly length: number;
}

/** The parts of a compound packet; ends where one says it is longer than what came. */
export function* rtcpParts(b: Buffer): Generator<RtcpPart> {
  let at = 0;
  while (at + 8 <= b.length) {
    const length = (b.readUInt16BE(at + 2) + 1) * 4;
    if (at + length > b.length) return;
    yield { type: b[at + 1] ?? 0, format: (b[at] ?? 0) & 31, at, length };
    at += length;
  }
}

/** Numbers that a part asks for again, when it is about this source. */
export function* missedBy(b: Buffer, part: RtcpPart, ssrc: number): Generator<number> {
  if (part.type !== 205 || part.format !== 1 || part.length < 16 || b.readUInt32BE(part.at + 8) !== ssrc) return;
  for (let at = part.at + 12; at + 4 <= part.at + part.length; at += 4) {
    const first = b.readUInt16BE(at);
    const more = b.readUInt16BE(at + 2);
    yield first;
    for (let i = 0; i < 16; i++) if ((more >> i) & 1) yield (first + i + 1) & 0xffff;
  }
}

/** @returns the share that was lost of this source since the last report, 0 to 1; null when the part does not tell */
export function lossIn(b: Buffer, { type, format, at, length }: RtcpPart, ssrc: number): number | null {
  if (type !== 201 && type !== 200) return null;
  let block = at + (type === 201 ? 8 : 28);
  for (let i = 0; i < format && block + 24 <= at + length; i++, block += 24)
    if (b.readUInt32BE(block) === ssrc) return (b[block + 4] ?? 0) / 256;
  return null;
}

/** @returns what the receiver believes its line can carry, in bits a second; null when the part does not tell */
export function estimateIn(b: Buffer, { type, format, at, length }: RtcpPart): number | null {
  if (type !== 206 || format !== 15 || length < 20 || b.toString("latin1", at + 12, at + 16) !== "REMB") return null;
  const exponent = (b[at + 17] ?? 0) >> 2;
  const mantissa = (((b[at + 17] ?? 0) & 3) << 16) | b.readUInt16BE(at + 18);
  return mantissa * 2 ** exponent;
}

export const asksForKeyframe = (b: Buffer, { type, format, at, length }: RtcpPart, ssrc: number): boolean =>
  type === 206 && format === 1 && length >= 12 && b.readUInt32BE(at + 8) === ssrc;

function head(length: number, format: number, type: number): Buffer {
  const b = Buffer.alloc(length);
  b[0] = 0x80 | format;
  b[1] = type;
  b.writeUInt16BE(length / 4 - 1, 2);
  b.writeUInt32BE(1, 4);
  return b;
}

export function keyframeRequest(ssrc: number): Buffer {
  const b = head(12, 1, 206);
  b.writeUInt32BE(ssrc, 8);
  return b;
}

/** Asks for packets again. @param numbers in rising order, wrapping at 65536 */
export function resendRequest(ssrc: number, numbers: readonly number[]): Buffer {
  const items: { first: number; more: number }[] = [];
  for (const number of numbers) {
    const last = items.at(-1);
    const behind = last ? (number - last.first) & 0xffff : 99;
    if (last && behind >= 1 && behind <= 16) last.more |= 1 << (behind - 1);
    else items.push({ first: number, more: 0 });
  }
  const b = head(12 + items.length * 4, 1, 205);
  b.writeUInt32BE(ssrc, 8);
  for (const [i, { first, more }] of items.entries()) {
    b.writeUInt16BE(first, 12 + i * 4);
    b.writeUInt16BE(more, 14 + i * 4);
  }
  return b;
}

export interface Reception {
  readonly ssrc: number;
  /** 0 to 1, since the last report */
  readonly lost: number;
  readonly lostInAll: number;
  readonly highest: number;
  /** of the sender's own last report; 0 when none came */
  readonly reportHigh: number;
  readonly reportLow: number;
  /** since that report, in ms */
  readonly since: number;
}

export function receiverReport(r: Reception): Buffer {
  const b = head(32, 1, 201);
  b.writeUInt32BE(r.ssrc, 8);
  const share = Math.min(255, Math.floor(r.lost * 256));
  b.writeUInt32BE(((share << 24) | Math.min(0x7fffff, Math.max(0, r.lostInAll))) >>> 0, 12);
  b.writeUInt32BE(r.highest >>> 0, 16);
  if (r.reportHigh || r.reportLow) {
    b.writeUInt32BE(((r.reportHigh << 16) | (r.reportLow >>> 16)) >>> 0, 24);
    b.writeUInt32BE(Math.floor(r.since * 65.536) >>> 0, 28);
  }
  return b;
}

/** Tells a sender how much it may send. @param limit bits a second */
export function estimate(ssrc: number, limit: number): Buffer {
  const b = head(24, 15, 206);
  b.write("REMB", 12, "latin1");
  let mantissa = Math.floor(limit);
  let exponent = 0;
  while (mantissa > 0x3ffff) {
    mantissa = Math.floor(mantissa / 2);
    exponent += 1;
  }
  b[16] = 1;
  b[17] = (exponent << 2) | (mantissa >> 16);
  b.writeUInt16BE(mantissa & 0xffff, 18);
  b.writeUInt32BE(ssrc, 20);
  return b;
}

/** Whose packet this is, as its sender numbers its streams. */
export const streamOf = (b: Buffer): number => b.readUInt32BE(8);

export interface SenderTime {
  /** of the stream that it is about */
  readonly ssrc: number;
  readonly high: number;
  readonly low: number;
  readonly rtp: number;
}

/** @returns what a sender says of its clock; null when the part is no such report */
export function senderTimeIn(b: Buffer, { type, at, length }: RtcpPart): SenderTime | null {
  if (type !== 200 || length < 28) return null;
  return {
    ssrc: b.readUInt32BE(at + 4),
    high: b.readUInt32BE(at + 8),
    low: b.readUInt32BE(at + 12),
    rtp: b.readUInt32BE(at + 16),
  };
}

export function senderReport(time: SenderTime, packets: number): Buffer {
  const b = head(28, 0, 200);
  b.writeUInt32BE(time.ssrc, 4);
  b.writeUInt32BE(time.high, 8);
  b.writeUInt32BE(time.low, 12);
  b.writeUInt32BE(time.rtp >>> 0, 16);
  b.writeUInt32BE(packets >>> 0, 20);
  return b;
}

import { readFileSync } from "node:fs";
import path from "node:path";
import { splitFrames } from "./frames.ts";

const folder = path.resolve(import.meta.dirname, "media");
/** So many different faces were drawn. */
export const faces = 9;

/**
 * A face for each of the people whom one sees together: no two the same as long as there are enough. Who is there decides, so that
 * everybody who reckons comes to the same; most people keep theirs when others come and go.
 */
export function facesFor(ids: Iterable<string>): ReadonlyMap<string, number> {
  const given = new Map<string, number>();
  const all = [...ids].sort();
  const wish = (id: string) => [...id].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 9973, 7) % faces;
  const isTaken = (face: number) => given.size < faces && [...given.values()].includes(face);
  for (const id of all) if (!isTaken(wish(id))) given.set(id, wish(id));
  for (const id of all) {
    if (given.has(id)) continue;
    let face = wish(id);
    for (let n = 0; n < faces && isTaken(face); n++) face = (face + 1) % faces;
    given.set(id, face);
  }
  return given;
}

export interface Loop {
  readonly pictures: readonly Buffer[];
  readonly sounds: readonly Buffer[];
}
const loops = new Map<number, Loop>();
export function readLoop(face: number): Loop {
  const read = (kind: string) => splitFrames(readFileSync(path.join(folder, `${kind}-${(face % faces) + 1}.frames`)));
  const loop = loops.get(face) ?? { pictures: read("picture"), sounds: read("sound") };
  loops.set(face, loop);
  return loop;
}

const mostBytes = 1_100;

interface Stream {
  readonly ssrc: number;
  readonly type: number;
  number: number;
}
export const newStream = (ssrc: number, type: number): Stream => ({ ssrc, type, number: (ssrc * 7) & 0xffff });

function header(stream: Stream, time: number, isLast: boolean): Buffer {
  const bytes = Buffer.alloc(12);
  stream.number = (stream.number + 1) & 0xffff;
  bytes[0] = 0x80;
  bytes[1] = stream.type | (isLast ? 0x80 : 0);
  bytes.writeUInt16BE(stream.number, 2);
  bytes.writeUInt32BE(time >>> 0, 4);
  bytes.writeUInt32BE(stream.ssrc, 8);
  return bytes;
}

export const soundPacket = (stream: Stream, frame: Buffer, time: number): Buffer =>
  Buffer.concat([header(stream, time, false), frame]);

/** A picture in as many packets as it needs (RFC 7741). @param id counts up with each picture */
export function picturePackets(stream: Stream, frame: Buffer, time: number, id: number): readonly Buffer[] {
  const packets: Buffer[] = [];
  for (let at = 0; at < frame.length; at += mostBytes) {
    const piece = frame.subarray(at, at + mostBytes);
    const about = Buffer.from([at === 0 ? 0x90 : 0x80, 0x80, 0x80 | ((id >> 8) & 0x7f), id & 0xff]);
    packets.push(Buffer.concat([header(stream, time, at + mostBytes >= frame.length), about, piece]));
  }
  return packets;
}

/** Whether somebody asks for a picture that needs none before it (RFC 4585, 5104). */
export function asksForWhole(b: Buffer): boolean {
  for (let at = 0; at + 4 <= b.length; at += 4 + b.readUInt16BE(at + 2) * 4) {
    const kind = (b[at] ?? 0) & 31;
    if (b[at + 1] === 206 && (kind === 1 || kind === 4)) return true;
  }
  return false;
}

/** Who speaks changes every few seconds; at most tables one, sometimes two or nobody. @param seconds since some moment that all share */
export function speaksAt(code: number, seconds: number): boolean {
  let mixed = Math.imul(code + 1, 0x9e3779b1) ^ Math.imul(Math.floor(seconds / 6) + 1, 0x85ebca6b);
  for (const by of [0x7feb352d, 0x846ca68b]) mixed = Math.imul(mixed ^ (mixed >>> 15), by);
  return (mixed ^ (mixed >>> 16)) >>> 0 < 0x40000000;
}

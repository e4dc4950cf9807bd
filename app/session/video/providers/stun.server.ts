import { createHmac, timingSafeEqual } from "node:crypto";
import { crc32 } from "node:zlib";

/** Reading STUN (RFC 8489) as ICE uses it (RFC 8445), as far as the door before a relay has to. */

const magic = 0x2112a442;
const attribute = { username: 0x0006, integrity: 0x0008, fingerprint: 0x8028, controlled: 0x8029, controlling: 0x802a };

/** A question whether somebody is there; the positions are those of the attributes, 0 for one that is not there. */
export interface Binding {
  /** of the side that is asked */
  readonly to: string;
  readonly tieBreakerAt: number;
  readonly integrityAt: number;
  readonly fingerprintAt: number;
}

/** @returns null for what is no such question, or a torn one */
export function bindingIn(b: Buffer): Binding | null {
  if (b.length < 20 || b.readUInt16BE(0) !== 1 || b.readUInt32BE(4) !== magic || b.readUInt16BE(2) !== b.length - 20) return null;
  const at = new Map<number, number>();
  const long = new Map<number, number>();
  for (let p = 20; p + 4 <= b.length; ) {
    const [type, length] = [b.readUInt16BE(p), b.readUInt16BE(p + 2)];
    if (p + 4 + length > b.length) return null;
    if (!at.has(type)) {
      at.set(type, p);
      long.set(type, length);
    }
    p += 4 + ((length + 3) & ~3);
  }
  const has = (type: number, length: number) => (long.get(type) === length ? (at.get(type) ?? 0) : 0);
  const name = at.get(attribute.username);
  if (name === undefined) return null;
  const [to = ""] = b.toString("latin1", name + 4, name + 4 + (long.get(attribute.username) ?? 0)).split(":", 1);
  return {
    to,
    tieBreakerAt: has(attribute.controlled, 8) || has(attribute.controlling, 8),
    integrityAt: has(attribute.integrity, 20),
    fingerprintAt: has(attribute.fingerprint, 4),
  };
}

export const breaksNoTie = (b: Buffer, { tieBreakerAt }: Binding): boolean =>
  tieBreakerAt > 0 && b.readBigUInt64BE(tieBreakerAt + 4) === 0n;

/** The length in the head counts up to the seal and no further, as its maker did. */
function sealOf(b: Buffer, integrityAt: number, password: string): Buffer {
  const sealed = Buffer.from(b.subarray(0, integrityAt));
  sealed.writeUInt16BE(integrityAt + 4, 2);
  return createHmac("sha1", password).update(sealed).digest();
}

/** Whether its maker knew the password of the side that is asked. */
export const isSealed = (b: Buffer, { integrityAt }: Binding, password: string): boolean =>
  integrityAt > 0 && timingSafeEqual(sealOf(b, integrityAt, password), b.subarray(integrityAt + 4, integrityAt + 24));

/** Gives it a tie-breaker, and seals it anew. Written over the bytes themselves. */
export function breakTie(b: Buffer, binding: Binding, password: string): void {
  b.writeBigUInt64BE(1n, binding.tieBreakerAt + 4);
  sealOf(b, binding.integrityAt, password).copy(b, binding.integrityAt + 4);
  const { fingerprintAt } = binding;
  if (fingerprintAt > 0) b.writeUInt32BE((crc32(b.subarray(0, fingerprintAt)) ^ 0x5354554e) >>> 0, fingerprintAt + 4);
}

import { expect, test } from "vitest";
import { mostBytes, type Packet, Source } from "./relay-source.server.ts";
import { opusType, vp8Type } from "./rtp.ts";

// docs/media.md: the rules between brackets.

function ground(kind: "sound" | "picture", most: number) {
  const passed: Packet[] = [];
  let floods = 0;
  let isAllowed = true;
  const source = new Source({
    ...{ kind, most, limit: 0, wire: { send: () => {} }, roundTrip: () => 60 },
    allowed: () => ({ sound: isAllowed, picture: isAllowed }),
    floods: () => {
      floods += 1;
    },
  });
  source.sinks.add({ rest: () => {}, sendTime: () => {}, forward: (_, packet) => passed.push(packet) });
  return {
    source,
    passed,
    get floods() {
      return floods;
    },
    forbid: () => {
      isAllowed = false;
    },
  };
}
function packet(number: number, length: number, type: number): Buffer {
  const b = Buffer.alloc(length);
  b[0] = 0x80;
  b[1] = type;
  b.writeUInt16BE(number & 0xffff, 2);
  b.writeUInt32BE(77, 8);
  return b;
}
const bytesOf = (all: readonly Packet[]) => all.reduce((sum, { bytes }) => sum + bytes.length, 0);

test.each([
  ["picture", vp8Type, mostBytes.large],
  ["picture", vp8Type, mostBytes.small],
  ["sound", opusType, mostBytes.sound],
] as const)("of 20 Mbit/s as %s no more than the share of one goes on, second after second [ME7]", (kind, type, most) => {
  const all = ground(kind, most);
  const { source, passed } = all;
  for (let second = 0, number = 0; second < 5; second++) {
    const before = bytesOf(passed);
    for (let n = 0; n < 2_500; n++, number++) source.take(packet(number, 1_000, type), second * 1_000 + n / 2.5);
    expect(bytesOf(passed) - before).toBeLessThanOrEqual(most);
    expect(bytesOf(passed) - before).toBeGreaterThan(most * 0.9);
    source.report((second + 1) * 1_000);
  }
  expect(all.floods).toBeGreaterThan(0);
  // and what is asked again of it is bounded too
  expect(source.ring.length).toBe(512);
});

test("what a camera and a microphone send is far below it", () => {
  for (const [kind, type, most, perSecond, length] of [
    ["picture", vp8Type, mostBytes.large, 75, 1_100],
    ["picture", vp8Type, mostBytes.small, 25, 1_100],
    ["sound", opusType, mostBytes.sound, 50, 200],
  ] as const) {
    const all = ground(kind, most);
    for (let n = 0; n < perSecond; n++) all.source.take(packet(n, length, type), n);
    expect(all.passed).toHaveLength(perSecond);
    expect(all.floods).toBe(0);
  }
});

test("what is too long, foreign, torn, or switched off goes nowhere [ME8, ME2]", () => {
  const all = ground("picture", mostBytes.large);
  const { source, passed } = all;
  source.take(packet(1, 1_501, vp8Type), 0);
  source.take(packet(2, 60_000, vp8Type), 1);
  for (const type of [0, opusType, 97, 127]) source.take(packet(3, 500, type), 2);
  for (let length = 0; length < 12; length++) source.take(Buffer.alloc(length, 0x80), 3);
  expect(passed).toEqual([]);
  source.take(packet(4, 1_500, vp8Type), 4);
  expect(passed).toHaveLength(1);
  all.forbid();
  source.take(packet(5, 500, vp8Type), 5);
  expect(passed).toHaveLength(1);
});

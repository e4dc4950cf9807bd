import { expect, test } from "vitest";
import { Slot } from "./relay-slot.server.ts";
import { Source } from "./relay-source.server.ts";
import { opusType, resendRequest, rtcpParts, vp8Type } from "./rtp.ts";

// docs/media.md: the rules between brackets.

function ground(kind: "sound" | "picture" = "picture") {
  const sent: { number: number; time: number; ssrc: number }[] = [];
  const asked: Buffer[] = [];
  let allowance = 100;
  let isUp = true;
  const slot = new Slot({
    ...{ kind, place: 0, ssrc: 9 },
    wire: {
      send: (b) => {
        if ((b[1] ?? 0) < 200 || (b[1] ?? 0) > 206)
          sent.push({ number: b.readUInt16BE(2), time: b.readUInt32BE(4), ssrc: b.readUInt32BE(8) });
      },
    },
    line: {
      isUp: () => isUp,
      roundTrip: () => 60,
      mayResend: () => {
        allowance -= 1;
        return allowance >= 0;
      },
    },
  });
  const source = () =>
    new Source({
      ...{ kind, most: 1_000_000, limit: 0, wire: { send: (b: Buffer) => void asked.push(b) }, roundTrip: () => 60 },
      allowed: () => ({ sound: true, picture: true }),
      floods: () => {},
    });
  return {
    ...{ slot, sent, asked, source },
    allow: (n: number) => {
      allowance = n;
    },
    connect: (now: boolean) => {
      isUp = now;
    },
  };
}
function packet(number: number, { whole = false, time = 0, type = vp8Type } = {}): Buffer {
  const b = Buffer.alloc(40);
  b[0] = 0x80;
  b[1] = type;
  b.writeUInt16BE(number & 0xffff, 2);
  b.writeUInt32BE(time >>> 0, 4);
  b.writeUInt32BE(77, 8);
  b[12] = 0x10;
  b[13] = whole ? 0 : 1;
  return b;
}
const steps = (numbers: readonly number[]) => numbers.slice(1).map((number, n) => (number - (numbers[n] ?? 0)) & 0xffff);

test("another source goes on under the numbers of the one before, over their end too, from a whole picture on [ME2]", () => {
  const { slot, sent, asked, source } = ground();
  const [first, second] = [source(), source()];
  slot.from(first);
  for (let n = 65_500; n < 65_600; n++) first.take(packet(n, { whole: n === 65_500, time: n * 3_000 }), n);
  expect(sent).toHaveLength(100);
  slot.from(second);
  // of the one before nothing comes any more, and of the new one nothing before a whole picture, for which it was asked
  first.take(packet(65_600), 65_600);
  second.take(packet(5), 65_610);
  expect(sent).toHaveLength(100);
  expect(asked.some((b) => b[1] === 206)).toBe(true);
  for (let n = 6; n < 20; n++) second.take(packet(n, { whole: n === 6, time: n * 50 }), 65_620 + n);
  expect(sent).toHaveLength(114);
  expect(new Set(steps(sent.map(({ number }) => number)))).toEqual(new Set([1]));
  expect(new Set(sent.map(({ ssrc }) => ssrc))).toEqual(new Set([9]));
  // nor does its time go back
  const [before, after] = [sent[99]?.time ?? 0, sent[100]?.time ?? 0];
  expect((after - before) >>> 0).toBeLessThan(0x8000_0000);
});

test("who comes in costs the others no whole picture before it can arrive", () => {
  const { slot, sent, asked, source, connect } = ground();
  const from = source();
  for (let n = 0; n < 5; n++) from.take(packet(n, { whole: n === 0, time: n * 3_000 }), n);
  connect(false);
  slot.from(from);
  from.take(packet(5, { time: 15_000 }), 500);
  expect(asked.filter((b) => b[1] === 206)).toHaveLength(0);
  connect(true);
  from.take(packet(6, { time: 18_000 }), 1_000);
  expect(asked.filter((b) => b[1] === 206)).toHaveLength(1);
  from.take(packet(7, { whole: true, time: 21_000 }), 1_040);
  expect(sent).toHaveLength(1);
});

test("a voice goes on at once, without waiting for anything", () => {
  const { slot, sent, source } = ground("sound");
  const from = source();
  slot.from(from);
  from.take(packet(7, { type: opusType }), 0);
  expect(sent).toHaveLength(1);
});

test("what is missing is sent again four times at most, not too soon after, and as far as the line allows [ME7]", () => {
  const { slot, sent, source, allow } = ground();
  const from = source();
  slot.from(from);
  for (let n = 0; n < 20; n++) from.take(packet(n, { whole: n === 0 }), n);
  const lost = sent[5]?.number ?? 0;
  const ask = (number: number, now: number) => {
    const b = resendRequest(9, [number]);
    for (const part of rtcpParts(b)) slot.hear(b, part, now);
    return sent.length;
  };
  expect(ask(lost, 100)).toBe(21);
  expect(ask(lost, 150)).toBe(21);
  for (const now of [200, 300, 400, 500, 600]) ask(lost, now);
  expect(sent).toHaveLength(24);
  // a hole in what came from the sender is nobody's to fill here; nor is it asked of another stream
  expect(ask((lost + 5_000) & 0xffff, 700)).toBe(24);
  allow(0);
  expect(ask(sent[6]?.number ?? 0, 800)).toBe(24);
});

import { expect, test } from "vitest";
import {
  asksForKeyframe,
  estimate,
  estimateIn,
  extensionAt,
  isKeyframe,
  isRtcp,
  keyframeRequest,
  lossIn,
  missedBy,
  payloadAt,
  receiverReport,
  resendRequest,
  rtcpParts,
  senderReport,
  senderTimeIn,
} from "./rtp.ts";

// docs/media.md: the rules between brackets.

const part = (b: Buffer) => [...rtcpParts(b)][0] ?? { type: 0, format: 0, at: 0, length: 0 };
const rtp = (...rest: number[]) => Buffer.from([0x80, 96, 0, 1, 0, 0, 0, 1, 0, 0, 0, 72, ...rest]);

test("what is asked again is read as it was written, over the end of the numbers too [ME7]", () => {
  const numbers = [65_530, 65_534, 65_535, 0, 3, 40];
  const b = resendRequest(7, numbers);
  expect(isRtcp(b)).toBe(true);
  expect([...missedBy(b, part(b), 7)]).toEqual(numbers);
  expect([...missedBy(b, part(b), 8)]).toEqual([]);
});

test("an estimate, a report and a request say what they were given [ME7]", () => {
  for (const limit of [60_000, 600_000, 5_000_000]) {
    const b = estimate(9, limit);
    expect(estimateIn(b, part(b)) ?? 0).toBeGreaterThan(limit * 0.99);
    expect(estimateIn(b, part(b)) ?? 0).toBeLessThanOrEqual(limit);
  }
  const report = receiverReport({ ssrc: 5, lost: 0.25, lostInAll: 3, highest: 70_000, reportHigh: 1, reportLow: 2, since: 10 });
  expect(lossIn(report, part(report), 5)).toBe(0.25);
  expect(lossIn(report, part(report), 6)).toBeNull();
  const request = keyframeRequest(5);
  expect(asksForKeyframe(request, part(request), 5)).toBe(true);
  const time = { ssrc: 5, high: 1, low: 2, rtp: 3 };
  const sent = senderReport(time, 4);
  expect(senderTimeIn(sent, part(sent))).toEqual(time);
});

test("a picture that needs none before it is told from one that does", () => {
  expect(isKeyframe(rtp(0x10, 0x00))).toBe(true);
  expect(isKeyframe(rtp(0x10, 0x01))).toBe(false);
  // with a picture number of two bytes
  expect(isKeyframe(rtp(0x90, 0x80, 0x80, 0x01, 0x00))).toBe(true);
  // a later part of it
  expect(isKeyframe(rtp(0x00, 0x00))).toBe(false);
});

test("torn packets are read to their end and no further [ME8]", () => {
  const torn = [
    Buffer.alloc(0),
    rtp(),
    Buffer.from([0x8f, 96, 0, 2, 0, 0, 0, 1, 0, 0, 0, 72, 1, 2]),
    Buffer.from([0x90, 96, 0, 3, 0, 0, 0, 1, 0, 0, 0, 72, 0xbe, 0xde, 0xff, 0xff, 1, 2, 3]),
    rtp(0xff),
    rtp(0x90, 0xff),
    Buffer.from([0x80, 200, 0xff, 0xff, 0, 0, 0, 72]),
    Buffer.from([0x9f, 201, 0, 1, 0, 0, 0, 72]),
    Buffer.from([0x81, 205, 0, 2, 0, 0, 0, 1, 0, 0, 0, 72]),
    Buffer.from([0x81, 202, 0, 2, 0, 0, 0, 72, 1, 200, 65, 65]),
  ];
  for (const b of torn) {
    expect(payloadAt(b)).toBeLessThanOrEqual(Math.max(12, b.length));
    expect(isKeyframe(b)).toBe(false);
    expect(extensionAt(b, 2)).toBeLessThan(b.length);
    for (const one of rtcpParts(b)) {
      expect([...missedBy(b, one, 72)]).toEqual([]);
      expect(estimateIn(b, one)).toBeNull();
      expect(lossIn(b, one, 72)).toBeNull();
    }
  }
});

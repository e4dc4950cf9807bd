import fc from "fast-check";
import { expect, test } from "vitest";
import { closeCodes, waitBefore } from "./protocol.ts";
import { readMessage } from "./read-message.ts";

const session = "00000000-0000-4000-8000-000000000000";

test("hello and beat are read", () => {
  expect(readMessage(JSON.stringify({ type: "hello", protocol: 2, session, as: "team" }))).toMatchObject({ as: "team" });
  expect(readMessage('{"type":"beat","sentAt":5}')).toEqual({ type: "beat", sentAt: 5 });
});

test("anything else is no message, and never a fault", () => {
  for (const text of ["", "{", "null", "[]", '"hello"', '{"type":"vote"}', '{"type":"beat"}', '{"type":"hello","protocol":2}'])
    expect(readMessage(text)).toBeNull();
  expect(readMessage(JSON.stringify({ type: "hello", protocol: 2, session, as: "administrator" }))).toBeNull();
  fc.assert(fc.property(fc.string(), (text) => readMessage(text) === null || typeof readMessage(text) === "object"));
});

test("waiting grows, up to eight seconds, and never all at one moment", () => {
  fc.assert(
    fc.property(fc.nat(40), fc.double({ min: 0, max: 0.999, noNaN: true }), (attempt, chance) => {
      const ms = waitBefore(attempt, chance);
      expect(ms).toBeGreaterThanOrEqual(500);
      expect(ms).toBeLessThanOrEqual(8_000);
    }),
  );
  expect(waitBefore(6, 0.1)).not.toBe(waitBefore(6, 0.9));
});

test("each close code has a number of its own and a sentence that fits in a close frame", () => {
  const all = Object.values(closeCodes);
  expect(new Set(all.map(({ code }) => code)).size).toBe(all.length);
  for (const { sentence } of all) expect(Buffer.byteLength(sentence)).toBeLessThanOrEqual(123);
});

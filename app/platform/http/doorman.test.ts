import fc from "fast-check";
import { expect, test } from "vitest";
import { type Knock, makeDoorman } from "./doorman.ts";

const origin = "https://dialoog.example";
const knock: Knock = {
  method: "POST",
  path: "/team/nieuw",
  origin,
  contentType: "application/x-www-form-urlencoded",
  device: "a",
};

test("a form of our own gets in, of another place or kind not", () => {
  const doorman = makeDoorman({ origin, inHand: { known: 40, unknown: 10, device: 8 } });
  expect(doorman(knock, 0, 0)).toBeNull();
  for (const foreign of [undefined, "null", "https://elders.example", `${origin}.elders.example`, "http://dialoog.example"])
    expect(doorman({ ...knock, origin: foreign }, 0, 0)?.status).toBe(403);
  for (const contentType of [undefined, "text/plain", "application/json", "multipart/mixed"])
    expect(doorman({ ...knock, contentType }, 0, 0)?.status).toBe(415);
});

test("a mail program stops letters by the secret in them, and reaches nothing else so", () => {
  const doorman = makeDoorman({ origin, inHand: { known: 40, unknown: 10, device: 8 } });
  const once: Knock = { ...knock, origin: undefined, device: null, path: "/programmapost/0123456789abcdefghij" };
  expect(doorman(once, 0, 0)).toBeNull();
  for (const other of [
    { origin: "null" },
    { origin: "https://elders.example" },
    { device: "a" },
    { path: "/programmapost/kort" },
    { path: `${once.path}/x` },
  ])
    expect(doorman({ ...once, ...other }, 0, 0)?.status).toBe(403);
});

test.each([
  ["/media/livekit", "application/webhook+json"],
  ["/mail/terug", "message/rfc822"],
])(
  "what another server tells at %s comes without a page, in its own words, and reaches its one address only",
  (path, contentType) => {
    const doorman = makeDoorman({ origin, inHand: { known: 40, unknown: 10, device: 8 } });
    const told: Knock = { ...knock, origin: undefined, device: null, path, contentType };
    expect(doorman(told, 0, 0)).toBeNull();
    for (const other of [{ origin: "https://elders.example" }, { device: "a" }, { path: `${path}/x` }])
      expect(doorman({ ...told, ...other }, 0, 0)?.status).toBe(403);
  },
);

test("a torn address is turned away, any other is not", () => {
  const doorman = makeDoorman({ origin, inHand: { known: 40, unknown: 10, device: 8 } });
  for (const path of ["/%", "/%E0%A4%A", "/a%00b", "/?zoek=%00", "/%0d%0aSet-Cookie:x"])
    expect(doorman({ ...knock, path }, 0, 0)?.status).toBe(400);
  for (const path of ["/", "//", "/oproep/caf%C3%A9", "/?zoek=%0A", "/%F0%9F%8C%B1"])
    expect(doorman({ ...knock, path }, 0, 0)).toBeNull();
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      doorman({ ...knock, device: null, path: `/${text}` }, 0, 0);
    }),
  );
});

test("who asks a thousand times a second is held back, and nobody else is", () => {
  const doorman = makeDoorman({ origin, inHand: { known: 1_000_000, unknown: 10, device: 8 } });
  let passed = 0;
  for (let at = 0; at < 1_000; at += 1) if (!doorman({ ...knock, device: "hasty" }, at, 0)) passed += 1;
  expect(passed).toBeLessThan(300);
  for (let person = 0; person < 200; person += 1) expect(doorman({ ...knock, device: `calm ${person}` }, 1_000, 0)).toBeNull();
  expect(doorman({ ...knock, device: "hasty" }, 10_000, 0)).toBeNull();
});

test("with too much in hand, visitors without a device wait, and those with one have a measure of their own", () => {
  const doorman = makeDoorman({ origin, inHand: { known: 40, unknown: 10, device: 8 } });
  expect(doorman({ ...knock, device: null }, 0, 10)?.status).toBe(503);
  expect(doorman(knock, 0, 10)).toBeNull();
  expect(doorman(knock, 0, 40)?.status).toBe(503);
});

test("a device has only so much in hand, and gets in again once some is done", () => {
  const doorman = makeDoorman({ origin, inHand: { known: 40, unknown: 10, device: 8 } });
  expect(doorman(knock, 0, 8, 7)).toBeNull();
  expect(doorman(knock, 0, 8, 8)?.status).toBe(429);
  expect(doorman({ ...knock, device: "b" }, 0, 8, 0)).toBeNull();
  expect(doorman(knock, 0, 8, 7)).toBeNull();
});

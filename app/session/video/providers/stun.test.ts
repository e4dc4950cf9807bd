import { createHmac } from "node:crypto";
import { createSocket, type Socket } from "node:dgram";
import { crc32 } from "node:zlib";
import { afterAll, expect, test } from "vitest";
import { until } from "../../../../tests/until.ts";
import { type Door, openDoor } from "../relay/relay-door.server.ts";
import { throughPort, triedOf } from "../relay/relay-offer.ts";
import { bindingIn, breaksNoTie, breakTie, isSealed } from "./stun.server.ts";

// docs/media.md: the rules between brackets.

const password = "p".repeat(24);

/** As a browser asks: whether the side `to` is there. */
function question({ to = "relay", tie = 0n, seal = password } = {}): Buffer {
  const part = (type: number, value: Buffer) => {
    const head = Buffer.alloc(4);
    head.writeUInt16BE(type, 0);
    head.writeUInt16BE(value.length, 2);
    return Buffer.concat([head, value, Buffer.alloc((4 - (value.length % 4)) % 4)]);
  };
  const tied = Buffer.alloc(8);
  tied.writeBigUInt64BE(tie);
  const head = Buffer.alloc(20, 7);
  head.writeUInt16BE(1, 0);
  head.writeUInt32BE(0x2112a442, 4);
  let b = Buffer.concat([head, part(6, Buffer.from(`${to}:page`)), part(0x8029, tied)]);
  b.writeUInt16BE(b.length + 4, 2);
  b = Buffer.concat([b, part(8, createHmac("sha1", seal).update(b).digest())]);
  b.writeUInt16BE(b.length - 12, 2);
  const print = Buffer.alloc(4);
  print.writeUInt32BE((crc32(b) ^ 0x5354554e) >>> 0);
  return Buffer.concat([b, part(0x8028, print)]);
}

test("a question without a tie-breaker gets one, and is sealed by who was asked", () => {
  const b = question();
  const binding = bindingIn(b);
  if (!binding) throw new Error("not read");
  expect(binding.to).toBe("relay");
  expect(breaksNoTie(b, binding)).toBe(true);
  expect(isSealed(b, binding, password)).toBe(true);
  expect(isSealed(b, binding, "another")).toBe(false);
  breakTie(b, binding, password);
  expect(breaksNoTie(b, binding)).toBe(false);
  expect(isSealed(b, binding, password)).toBe(true);
  // as if it had been asked like that
  expect(b.equals(question({ tie: 1n }))).toBe(true);
});

test("what is torn, or no question, is not read [ME8]", () => {
  const whole = question();
  for (let length = 0; length < whole.length; length++) expect(bindingIn(whole.subarray(0, length))).toBeNull();
  for (let n = 0; n < 2_000; n++) {
    const b = Buffer.from(whole);
    for (let k = 0; k < 3; k++) b[(n * 31 + k * 17) % b.length] = (n * 7 + k * 91) & 255;
    const binding = bindingIn(b);
    if (binding) isSealed(b, binding, password);
  }
});

const sockets: Socket[] = [];
const doors: Door[] = [];
afterAll(() => {
  for (const one of [...sockets, ...doors]) one.close();
});

/** A relay that writes down what comes, and somebody before the door. */
async function ground({ most = 3 } = {}) {
  const bound = async () => {
    const socket = createSocket("udp4");
    sockets.push(socket);
    await new Promise<void>((resolve) => socket.bind(0, "127.0.0.1", resolve));
    return socket;
  };
  const relay = await bound();
  const came: { readonly b: Buffer; readonly port: number }[] = [];
  relay.on("message", (b, { port }) => came.push({ b, port }));
  const door = openDoor({ bindAddress: "127.0.0.1", port: 0, most }, () => {});
  doors.push(door);
  const line = `candidate:1 1 UDP 2122317823 127.0.0.1 ${relay.address().port} typ host`;
  await until(() => door.candidates([line]).length === 1);
  const port = Number(door.candidates([line])[0]?.split(" ")[5]);
  door.expect("relay", { port: relay.address().port, password });
  return { relay, came, door, port, bound };
}

test("the door lets in who knows the password and has no tie-breaker, and nobody else [ME8]", async () => {
  const { relay, came, port, bound } = await ground();
  const stranger = await bound();
  const flood = [
    Buffer.alloc(1_200, 0x80),
    question({ seal: "no" }),
    question({ to: "x" }),
    question({ tie: 5n }),
    Buffer.alloc(0),
  ];
  for (let n = 0; n < 200; n++) for (const b of flood) stranger.send(b, port, "127.0.0.1");
  const guest = await bound();
  const heard: string[] = [];
  guest.on("message", (b) => heard.push(b.toString()));
  // a flood may push out what came with it: it is asked again, as browsers do
  await until(() => {
    guest.send(question(), port, "127.0.0.1");
    return came.length > 0;
  });
  expect(came[0]?.b.equals(question({ tie: 1n }))).toBe(true);
  relay.send("answer", came[0]?.port ?? 0, "127.0.0.1");
  await until(() => heard.length === 1);
  expect(new Set(came.map((one) => one.port)).size).toBe(1);
  // whatever else comes from there goes along as it is
  guest.send(Buffer.from("media"), port, "127.0.0.1");
  await until(() => came.some(({ b }) => b.toString() === "media"));
});

test("so many go through at once; with its connection a guest is gone [ME7]", async () => {
  const { came, door, port, bound } = await ground({ most: 2 });
  const guests = await Promise.all([1, 2, 3, 4].map(bound));
  for (const one of guests) for (let n = 0; n < 5; n++) one.send(question(), port, "127.0.0.1");
  await until(() => came.length >= 10);
  expect(new Set(came.map((one) => one.port)).size).toBe(2);
  door.forget("relay");
  const before = came.length;
  for (const one of guests) one.send(question(), port, "127.0.0.1");
  door.expect("other", { port: 9, password });
  const last = await bound();
  last.send(question({ to: "other" }), port, "127.0.0.1");
  expect(came.length).toBe(before);
});

test("a browser tries the relay or its door, never both", () => {
  const own = "candidate:1 1 UDP 5 10.0.0.4 40000 typ host";
  const door = throughPort(own, 40_002);
  expect(door).toBe("candidate:door 1 UDP 1 10.0.0.4 40002 typ host");
  expect(triedOf([own, door], false)).toEqual([own]);
  expect(triedOf([own, door], true)).toEqual([door]);
  expect(triedOf([own], true)).toEqual([own]);
});

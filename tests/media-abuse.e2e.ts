import { randomBytes } from "node:crypto";
import { createSocket } from "node:dgram";
import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { networkInterfaces } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { FromRelay } from "../app/session/video/relay/relay-messages.ts";
import { mostBytes } from "../app/session/video/relay/relay-source.server.ts";
import { openMediaHall } from "../bench/media-hall.ts";
import { freeUdpPorts } from "./udp-proxy.ts";
import { until } from "./until.ts";

// docs/media.md: the rules between brackets. One relay as an installation has it, with a group of six in which all send.

const most = 30;
let hall: Awaited<ReturnType<typeof openMediaHall>>;
let port = 0;
const nothing = { sound: false, picture: false };
const wants = { pinned: null, pictures: true };
const of = <T extends FromRelay["type"]>(type: T) =>
  hall.said.filter((one): one is FromRelay & { readonly type: T } => one.type === type);

beforeAll(async () => {
  port = await freeUdpPorts(1);
  hall = await openMediaHall({ port, mostPeople: most });
  await hall.addGroups(1);
  hall.begin();
});
afterAll(() => hall?.[Symbol.asyncDispose]());

/** Sound and picture of six go on: each hears five others. */
async function goesOn(): Promise<void> {
  const before = await hall.figures();
  await until(async () => (await hall.figures()).sent - before.sent > 2_000);
  expect(process.kill(hall.pid, 0)).toBe(true);
}
/** Everybody who is connected stays so. */
const nobodyGone = () => expect(of("state").filter(({ state }) => state === "gone")).toEqual([]);

const question = (to: string): Buffer => {
  const name = Buffer.from(`${to}:page`.padEnd(12, "x"));
  const b = Buffer.concat([
    Buffer.alloc(20),
    Buffer.from([0, 6, 0, name.length]),
    name,
    Buffer.from([0, 8, 0, 20]),
    randomBytes(20),
  ]);
  b.writeUInt16BE(1, 0);
  b.writeUInt16BE(b.length - 20, 2);
  b.writeUInt32BE(0x2112a442, 4);
  randomBytes(12).copy(b, 8);
  return b;
};

test("a flood from outside, of questions, torn packets and foreign media, changes nothing [ME8]", async () => {
  await goesOn();
  const names = [...new Set(of("offer").map(({ sdp }) => /a=ice-ufrag:(\S+)/.exec(sdp)?.[1] ?? ""))];
  expect(names.length).toBe(6);
  const foreign = Buffer.from([0x80, 96, 0, 1, 0, 0, 0, 1, 0, 0, 0x3, 0xe9, ...randomBytes(300)]);
  const shake = Buffer.concat([Buffer.from([22, 254, 253]), randomBytes(200)]);
  const sockets = Array.from({ length: 8 }, () => createSocket("udp4"));
  for (let round = 0; round < 100; round++) {
    for (const socket of sockets)
      for (const b of [
        question("nobody"),
        question(names[round % 6] ?? ""),
        foreign,
        shake,
        randomBytes(1 + round * 14),
        Buffer.alloc(0),
      ])
        socket.send(b, port, "127.0.0.1");
    await sleep(5);
  }
  for (const socket of sockets) socket.close();
  await goesOn();
  nobodyGone();
});

test("of 10,000 who want to connect at once there is room for so many, and who is in stays in [ME7]", async () => {
  for (let n = 0; n < 10_000; n++) {
    hall.tell({
      type: "join",
      id: `flood ${n}`,
      generation: 1,
      room: `room ${n}`,
      may: nothing,
      own: nothing,
      wants,
      always: [],
    });
    if (n % 1_000 === 999) await sleep(20);
  }
  await until(() => of("refused").length >= 10_000 + 6 - most);
  expect(new Set(of("refused").map(({ why }) => why))).toEqual(new Set(["full"]));
  const { people, memoryMb } = await hall.figures();
  expect(people).toBe(most);
  expect(memoryMb).toBeLessThan(600);
  for (let n = 0; n < most; n++) hall.tell({ type: "leave", id: `flood ${n}`, generation: 1 });
  await until(async () => (await hall.figures()).people === 6);
  await goesOn();
  nobodyGone();
});

test("malformed answers are refused one by one, and addresses in them lead nowhere [ME3, ME8]", async () => {
  const begun = of("refused").length;
  const wrong = [
    "",
    "v=0\r\n",
    "m=audio 9 UDP/TLS/RTP/SAVPF 111\r\n".repeat(500),
    "x".repeat(60_000),
    "\0".repeat(1_000),
    `v=0\r\n${"a=candidate:1 1 UDP 1 10.9.8.7 9 typ host\r\n".repeat(900)}`,
  ];
  for (const [n, sdp] of wrong.entries()) {
    const party = { id: `wrong ${n}`, generation: 1 };
    hall.tell({ type: "join", ...party, room: "wrong", may: nothing, own: nothing, wants, always: [] });
    await until(() => of("offer").some(({ id }) => id === party.id));
    hall.tell({ type: "answer", ...party, sdp });
    await until(() => of("refused").some(({ id, why }) => id === party.id && why === "unreadable"));
  }
  expect(of("refused").length - begun).toBe(wrong.length);
  expect(JSON.stringify(hall.said)).not.toContain("10.9.8.7");
  await goesOn();
  nobodyGone();
});

test("a malformed word of one about themselves stops nothing, and ends no process [ME8]", async () => {
  // It says that a text of 200 bytes follows, and ends after two: read by the engine itself it would turn round for ever.
  hall.pass(1, "81ca00020007a12101c84141");
  await goesOn();
  await goesOn();
  nobodyGone();
});

test("who sends 20 Mbit/s is held to a share, and said once; the others hear each other as before [ME7]", async () => {
  hall.flood(2, 20);
  await until(() => of("flood").length > 0);
  const before = await hall.figures();
  const begun = performance.now();
  await sleep(3_000);
  const after = await hall.figures();
  const seconds = (performance.now() - begun) / 1_000;
  console.error(`sent on while one floods: ${Math.round((after.sent - before.sent) / seconds)} packets a second`);
  // five hear the share of the one, and everything of the others; a second that began before and one that ends later count too
  const share = (mostBytes.large / 1_200) * 5;
  const usual = 6 * 5 * 90;
  expect((after.sent - before.sent) / seconds).toBeLessThan((usual + share) * 1.5);
  await goesOn();
  nobodyGone();
  expect(of("flood")).toHaveLength(1);
});

test.skipIf(process.platform !== "linux")("nothing of it touches a disk [ME10]", async () => {
  await goesOn();
  const written = Number(/^write_bytes: (\d+)$/m.exec(readFileSync(`/proc/${hall.pid}/io`, "utf8"))?.[1]);
  expect(written).toBe(0);
  const open = readdirSync(`/proc/${hall.pid}/fd`).flatMap((fd) => {
    try {
      const flags = Number.parseInt(/flags:\s+(\d+)/.exec(readFileSync(`/proc/${hall.pid}/fdinfo/${fd}`, "utf8"))?.[1] ?? "0", 8);
      const file = readlinkSync(`/proc/${hall.pid}/fd/${fd}`);
      return file.startsWith("/") && !file.startsWith("/dev/") && (flags & 3) !== 0 ? [file] : [];
    } catch {
      return [];
    }
  });
  expect(open).toEqual([]);
});

const hasSix = Object.values(networkInterfaces()).some((all) => all?.some(({ address }) => address === "::1"));
test.skipIf(!hasSix).each([false, true])(
  "over IPv6 alone people hear each other, by one port for all: %s [ME9]",
  async (byOne) => {
    await using six = await openMediaHall({ bindAddress: "::1", ...(byOne ? { port: await freeUdpPorts(1) } : {}) });
    await six.addGroups(1);
    const told = six.said.flatMap((one) => (one.type === "candidates" ? one.candidates : []));
    expect(told.every((one) => one.split(" ")[4] === "::1")).toBe(true);
    six.begin();
    const before = await six.figures();
    await until(async () => (await six.figures()).sent - before.sent > 2_000);
  },
);

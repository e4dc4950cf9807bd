import { createServer } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { WebSocket } from "ws";
import { type FreshDatabase, freshDatabase } from "../../../tests/database.ts";
import { type Morning, makeMorning } from "../../../tests/morning.ts";
import { until } from "../../../tests/until.ts";
import { guestCookie } from "../../../tests/visitors.ts";
import { session } from "../../dialogue/tables.ts";
import { change, systemDeed } from "../../platform/database/change.server.ts";
import { type Doorbell, openDoorbell } from "../../platform/database/doorbell.server.ts";
import type { Services } from "../../platform/services.server.ts";
import { type Live, openLive } from "./live.server.ts";
import { closeCodes, protocol, type ServerMessage, type ViewMessage } from "./protocol.ts";

const fast = 30;
const deaf = 50;
const behindBytes = 4 * 1024;

let database: FreshDatabase;
let morning: Morning;
let doorbell: Doorbell;
let live: Live;
/** A socket in the file system: what the machine keeps for a reader that does not read is small there. */
const door = path.join(tmpdir(), `klankbord-live-${process.pid}-${Date.now()}.sock`);
const server = createServer();

beforeAll(async () => {
  database = await freshDatabase();
  morning = await makeMorning(database.db, 8);
  doorbell = await openDoorbell({ ...database.at }, () => {});
  const services = { ...database, doorbell, log: () => {}, environment: { origin: "http://localhost" } };
  // As many as are asked of: the rest of the services no line needs.
  live = openLive(services as unknown as Services, { behindBytes, behindMs: 4_000, goneAfterMs: 600_000 });
  server.on("upgrade", (request, socket, head) => live.upgrade(request, socket, head));
  await new Promise<void>((resolve) => server.listen(door, resolve));
});
afterAll(async () => {
  await live?.stop();
  server.closeAllConnections();
  server.close();
  await doorbell?.close();
  await database?.[Symbol.asyncDispose]();
});

function call(cookie: string, have?: { epoch: string; seq: number }) {
  const ws = new WebSocket(`ws+unix:${door}:/live`, { headers: { cookie, origin: "http://localhost" } });
  const heard: ServerMessage[] = [];
  const closed = new Promise<number>((resolve) => ws.on("close", resolve));
  ws.on("open", () => ws.send(JSON.stringify({ type: "hello", protocol, session: morning.sessionId, as: "participant", have })));
  ws.on("message", (data) => heard.push(JSON.parse(String(data)) as ServerMessage));
  ws.on("error", () => {});
  const views = () => heard.filter((one): one is ViewMessage => one.type === "view");
  return { ws, heard, views, closed, said: () => views().findLast(({ hall }) => hall)?.hall?.announcement };
}

async function say(text: string): Promise<void> {
  const deed = systemDeed(morning.dialogueId, "announcement.set", "session", morning.sessionId);
  await change(database.db, deed, async (tx) => {
    await tx.update(session).set({ announcement: text }).where(eq(session.id, morning.sessionId));
  });
}

test("fifty who do not read cost nobody else a thing: passed by, told the newest when they read, or ended [LP7]", async () => {
  const cookies = await Promise.all(
    Array.from({ length: 8 }, (_, at) => guestCookie(database.db, morning.people[at] as never, morning.dialogueId)),
  );
  const cookie = (at: number) => cookies[at % 8] ?? "";
  const readers = Array.from({ length: fast }, (_, at) => call(cookie(at)));
  const silent = Array.from({ length: deaf }, (_, at) => call(cookie(at)));
  await until(() => [...readers, ...silent].every(({ views }) => views().length > 0));
  const [late, ...never] = silent;
  for (const { ws } of silent) ws.pause();
  // More than the machine keeps for a reader, and than a line may lag behind.
  const long = "x".repeat(2_000);
  let behind = 0;
  let after = 0;
  for (let n = 0; n < 400 && after < 5; n++) {
    await say(`${n} ${long}`);
    await until(() => readers.every(({ said }) => said() === `${n} ${long}`));
    behind = Math.max(behind, live.waiting().filter((bytes) => bytes > behindBytes).length);
    if (behind === deaf) after += 1;
  }
  expect(behind).toBe(deaf);
  // What is kept for them is bounded: one message above the limit, at most.
  expect(Math.max(...live.waiting())).toBeLessThan(behindBytes + 8 * 1024);
  // One reads again: at once the newest, not all that it missed.
  late?.ws.resume();
  await say("Weer bij");
  await until(() => late?.said() === "Weer bij");
  expect(late?.views().length).toBeLessThan(readers[0]?.views().length ?? 0);
  // The others end, with a code for whoever reads on in time.
  await until(() => live.open() === fast + 1);
  for (const { ws } of never) ws.resume();
  const codes = await Promise.all(never.map(({ closed }) => closed));
  expect(codes.filter((code) => code === closeCodes.tooSlow.code).length).toBeGreaterThan(0);
  expect(readers.every(({ ws }) => ws.readyState === ws.OPEN)).toBe(true);
  for (const { ws } of [...readers, ...silent]) ws.terminate();
});

test("who comes back with what they hold hears only what changed; of another epoch, all [LP4, LP5]", async () => {
  const cookie = await guestCookie(database.db, morning.people[1] as never, morning.dialogueId);
  const first = call(cookie);
  await until(() => first.views().length > 0);
  const [whole] = first.views();
  expect(Object.keys(whole ?? {})).toEqual(expect.arrayContaining(["hall", "table", "own"]));
  const last = first.views().at(-1);
  first.ws.close();
  await first.closed;
  const have = { epoch: last?.epoch ?? "", seq: last?.seq ?? 0 };
  const same = call(cookie, have);
  await until(() => same.heard.length > 0);
  expect(same.heard[0]?.type).toBe("still");
  same.ws.close();
  await same.closed;
  await say("Nieuw");
  const changed = call(cookie, have);
  await until(() => changed.said() === "Nieuw");
  expect(changed.views()[0]).not.toHaveProperty("own");
  changed.ws.close();
  const other = call(cookie, { epoch: "elders", seq: 1_000_000 });
  await until(() => other.views().length > 0);
  expect(Object.keys(other.views()[0] ?? {})).toEqual(expect.arrayContaining(["hall", "table", "own"]));
  other.ws.close();
});

test("who says nothing at all is ended with a reason [LP6]", async () => {
  const brief = openLive(
    {
      ...database,
      doorbell,
      log: () => {},
      environment: { origin: "http://localhost" },
    } as unknown as Services,
    { goneAfterMs: 50 },
  );
  const second = createServer().on("upgrade", (request, socket, head) => brief.upgrade(request, socket, head));
  const at = `${door}2`;
  await new Promise<void>((resolve) => second.listen(at, resolve));
  const ws = new WebSocket(`ws+unix:${at}:/live`, {
    headers: {
      origin: "http://localhost",
      cookie: await guestCookie(database.db, morning.people[2] as never, morning.dialogueId),
    },
  });
  ws.on("open", () => ws.send(JSON.stringify({ type: "hello", protocol, session: morning.sessionId, as: "participant" })));
  expect(await new Promise((resolve) => ws.on("close", resolve))).toBe(closeCodes.silent.code);
  await brief.stop();
  second.close();
});

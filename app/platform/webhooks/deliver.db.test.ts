import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type FreshDatabase, freshDatabase } from "../../../tests/database.ts";
import { type Morning, makeMorning } from "../../../tests/morning.ts";
import { isSigned, says, startReceiver } from "../../../tests/receiver.ts";
import { dialogue, person } from "../../dialogue/tables.ts";
import { doHook, findHook, makeHook, sendAgain } from "../../organisation/connections/hooks.server.ts";
import { hook, hookDelivery, hookEvent } from "../../organisation/connections/tables.ts";
import { change } from "../database/change.server.ts";
import type { HookId, PersonId } from "../ids.ts";
import { forgetEvents, sendDue } from "./deliver.server.ts";
import type { EventKind } from "./event.ts";
import { waits } from "./hook.ts";
import { makePostOut } from "./post-out.server.ts";
import { tellOutside } from "./tell.server.ts";

let database: FreshDatabase;
let morning: Morning;
let by: PersonId;
let now: Date;

beforeAll(async () => {
  database = await freshDatabase();
  morning = await makeMorning(database.db, 2, "haken");
  const [one] = await database.db.insert(person).values({ name: "Naomi" }).returning({ id: person.id });
  by = one?.id as PersonId;
});
afterAll(() => database?.[Symbol.asyncDispose]());
beforeEach(async () => {
  await database.db.delete(hookDelivery);
  await database.db.delete(hookEvent);
  await database.db.delete(hook);
  now = new Date("2031-04-16T09:00:00Z");
});

const make = async (url: string, kinds: readonly EventKind[] = ["session.ended"]) => {
  const id = crypto.randomUUID() as HookId;
  const secret = await makeHook(database.db, by, { id, name: "Ontvanger", url, kinds });
  return { id, secret: secret ?? "" };
};
const happens = (kind: EventKind = "session.ended", n = 1) =>
  change(
    database.db,
    { scope: morning.dialogueId, actor: "system", what: "test.fill", subject: { kind: "test", id: "1" } },
    (tx) =>
      tellOutside(
        tx,
        morning.dialogueId,
        Array.from({ length: n }, (_, index) => ({ kind, subject: String(index), data: { bijeenkomst: morning.sessionId } })),
        now,
      ),
  );
const send = (allowed: readonly string[], ms = 2_000) =>
  sendDue(database.db, {
    postOut: makePostOut(allowed, ms),
    source: "urn:nld:proef:systeem:klankbord",
    api: "https://dialoog.example/api/v1",
    now: () => now,
  });
const later = (ms: number) => {
  now = new Date(now.getTime() + ms);
};
const sentTo = async (id: HookId) => (await findHook(database.db, id, 1))?.deliveries ?? [];

test("what happened arrives signed, once, and says no more than ids", async () => {
  await using receiver = await startReceiver();
  const { id, secret } = await make(receiver.url);
  await happens();
  await happens("report.published");
  expect(await send([receiver.host])).toBe(1);
  expect(await send([receiver.host])).toBe(0);
  const [one] = receiver.received;
  if (!one) throw new Error("nothing received");
  expect(isSigned(one, secret)).toBe(true);
  expect(isSigned({ ...one, body: `${one.body} ` }, secret)).toBe(false);
  expect(one.headers["content-type"]).toContain("application/cloudevents+json");
  const event = JSON.parse(one.body);
  expect(event).toMatchObject({
    ...{ specversion: "1.0", type: "nl.klankbord.bijeenkomst-beeindigd", source: "urn:nld:proef:systeem:klankbord" },
    data: { dialoog: "haken", bijeenkomst: morning.sessionId },
  });
  expect(one.headers["webhook-id"]).toBe(event.id);
  expect(await sentTo(id)).toMatchObject([{ state: "delivered", answer: 204, attempts: 1 }]);
});

test("one that fails is tried later and later, and given up after two days; by hand it goes again", async () => {
  await using receiver = await startReceiver(says(500));
  const { id } = await make(receiver.url);
  await happens();
  for (const wait of waits) {
    await send([receiver.host]);
    const before = receiver.received.length;
    later(wait * 0.5);
    await send([receiver.host]);
    expect(receiver.received.length, "not before its time").toBe(before);
    later(wait);
  }
  expect(await sentTo(id)).toMatchObject([{ state: "waiting", problem: "answer", answer: 500 }]);
  await send([receiver.host]);
  expect(receiver.received.length).toBe(waits.length + 1);
  const [given] = await sentTo(id);
  expect(given).toMatchObject({ state: "failed", attempts: waits.length + 1 });
  receiver.will(says(200));
  await sendAgain(database.db, by, id, given?.id ?? "");
  expect(await send([receiver.host])).toBe(1);
  expect(new Set(receiver.received.map(({ headers }) => headers["webhook-id"])).size).toBe(1);
});

test("who asks to wait is waited for, and who says that it is gone is left alone", async () => {
  await using receiver = await startReceiver(says(429, { "retry-after": "600" }));
  const { id } = await make(receiver.url);
  await happens();
  await send([receiver.host]);
  later(599_000);
  await send([receiver.host]);
  expect(receiver.received).toHaveLength(1);
  later(2_000);
  receiver.will(says(410));
  await send([receiver.host]);
  later(3_600_000);
  await happens();
  await send([receiver.host]);
  expect(receiver.received).toHaveLength(2);
  expect(await findHook(database.db, id, 1)).toMatchObject({ state: "gone", waiting: 2 });
  receiver.will(says(200));
  await doHook(database.db, by, id, "resume");
  expect(await send([receiver.host])).toBe(2);
});

test("one that hangs, one that is not there and one that points elsewhere hold up nobody", async () => {
  await using silent = await startReceiver(() => {});
  await using well = await startReceiver();
  await using elsewhere = await startReceiver(says(302, { location: well.url }));
  const gone = await startReceiver();
  await gone[Symbol.asyncDispose]();
  const hosts = [silent, well, elsewhere, gone].map(({ host }) => host);
  const hooks = await Promise.all([silent, elsewhere, gone, well].map(({ url }) => make(url)));
  await happens("session.ended", 3);
  expect(await send(hosts, 300)).toBe(3);
  expect([silent, elsewhere, well].map(({ received }) => received.length)).toEqual([1, 1, 3]);
  const problems = await Promise.all(
    hooks.map(async ({ id }) => (await sentTo(id)).map(({ problem, attempts }) => [problem, attempts])),
  );
  expect(problems.map((some) => some.toSorted((a, b) => Number(b[1]) - Number(a[1]))[0])).toEqual([
    ["timeout", 1],
    ["redirect", 1],
    ["unreachable", 1],
    [null, 1],
  ]);
});

test("nothing goes to a network that is closed, by number or by name", async () => {
  await using receiver = await startReceiver();
  const port = receiver.host.split(":")[1];
  for (const url of [
    `https://127.0.0.1:${port}/`,
    `https://localhost:${port}/`,
    `https://[::1]:${port}/`,
    `https://2130706433:${port}/`,
    `https://[::ffff:7f00:1]:${port}/`,
    "https://169.254.169.254/latest/meta-data",
    receiver.url,
  ]) {
    const answered = await makePostOut([])({ url, headers: {}, body: "{}" });
    expect(answered.problem, url).toBe("address");
  }
  expect(receiver.received).toHaveLength(0);
});

test("of a rehearsal nothing is told, and what was paused or ended gets nothing", async () => {
  await using receiver = await startReceiver();
  const { id } = await make(receiver.url);
  const [other] = await database.db.insert(dialogue).values({ slug: "echt", title: "Echt" }).returning({ id: dialogue.id });
  const { db } = database;
  await db
    .update(dialogue)
    .set({ rehearsalOf: other?.id ?? null })
    .where(eq(dialogue.id, morning.dialogueId));
  await happens();
  expect(await db.$count(hookEvent)).toBe(0);
  await db.update(dialogue).set({ rehearsalOf: null }).where(eq(dialogue.id, morning.dialogueId));
  await doHook(db, by, id, "pause");
  await happens();
  expect(await send([receiver.host])).toBe(0);
  await doHook(db, by, id, "end");
  expect([await send([receiver.host]), await db.$count(hookDelivery)]).toEqual([0, 0]);
  expect(await findHook(db, id, 1)).toBeNull();
  const [row] = await db.select().from(hook).where(eq(hook.id, id));
  expect(row?.secret).toBe("");
});

test("a change that does not come through tells nothing", async () => {
  await using receiver = await startReceiver();
  await make(receiver.url);
  const deed = { scope: morning.dialogueId, actor: "system" as const, what: "test.fill", subject: { kind: "test", id: "1" } };
  await change(database.db, deed, async (tx, { unchanged }) => {
    await tellOutside(tx, morning.dialogueId, [{ kind: "session.ended", subject: "1" }], now);
    return unchanged(undefined);
  });
  expect(await database.db.$count(hookEvent)).toBe(0);
});

test("two processes send each thing once, and what is old goes", async () => {
  await using receiver = await startReceiver();
  await make(receiver.url);
  await happens("session.ended", 60);
  await Promise.all([1, 2].map(() => send([receiver.host])));
  expect(receiver.received).toHaveLength(60);
  expect(new Set(receiver.received.map(({ headers }) => headers["webhook-id"])).size).toBe(60);
  expect(await forgetEvents(database.db, new Date(now.getTime() - 1))).toBe(0);
  expect(await forgetEvents(database.db, new Date(now.getTime() + 1))).toBe(60);
  expect((await database.db.execute(sql`select from hook_delivery`)).rows).toHaveLength(0);
});

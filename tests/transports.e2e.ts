import net from "node:net";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { session } from "../app/dialogue/tables.ts";
import type { PersonId } from "../app/platform/ids.ts";
import type { ParticipantView } from "../app/session/live/view.ts";
import { openProxy, type Weather } from "./bad-network.ts";
import { type FreshDatabase, freshDatabase } from "./database.ts";
import { fillInvented, type Invented } from "./invented.ts";
import { type Klankbord, startKlankbord } from "./klankbord.ts";
import { openScreen, worldOf } from "./line.ts";
import { until } from "./until.ts";
import { guestCookie, postForm, teamCookie } from "./visitors.ts";

// docs/live-protocol.md: the rules between brackets.

let database: FreshDatabase;
let made: Invented;
let people: PersonId[];
let klankbord: Klankbord;
let facilitator: string;

beforeAll(async () => {
  database = await freshDatabase();
  made = await fillInvented(database.db);
  people = [...made.personIds.values()];
  facilitator = await teamCookie(database.db, "facilitator", made.dialogueId);
  await database.db.update(session).set({ state: "live", currentStepId: made.stepIds[0] ?? null, turn: 1 });
  await database.db.update(session).set({ stepStartedAt: sql`now()`, stepEndsAt: sql`now() + interval '10 minutes'` });
  klankbord = await startKlankbord({ env: { DATABASE_URL: database.url } });
});
afterAll(async () => {
  await klankbord?.[Symbol.asyncDispose]();
  await database?.[Symbol.asyncDispose]();
});

const home = () => `${klankbord.origin}/team/${made.slug}/bijeenkomst/${made.sessionId}`;
const lead = async (path: string, form: Record<string, string>) => {
  const answer = await postForm(`${home()}/${path}`, facilitator, form);
  expect(answer.status).toBe(303);
};
const turn = async () => (await database.db.select({ turn: session.turn }).from(session))[0]?.turn ?? 0;

/** Every network here lets something through; what a screen is told does not depend on what. */
const networks: readonly (readonly [name: string, Weather, by: string])[] = [
  ["an open network", {}, "socket"],
  ["one that breaks upgrades", { breaksUpgrades: true }, "stream"],
  ["one that breaks upgrades and keeps answers back", { breaksUpgrades: true, buffers: true }, "wait"],
  ["one that ends every line after a while", { cutsAfterMs: 700 }, "socket"],
];

describe.each(networks)("on %s", (_name, weather, by) => {
  test("a session is followed from step to step, with what is said, who is here and what time it is [LP3, LP8, LP9]", async () => {
    await using proxy = await openProxy(klankbord, weather);
    const cookie = await guestCookie(database.db, people[3] as PersonId, made.dialogueId);
    const screen = openScreen(
      { session: made.sessionId, as: "participant" },
      worldOf({ origin: proxy.origin, from: klankbord.origin }, cookie),
      { firstWithinMs: weather.buffers ? 1_000 : 20_000, waitBefore: () => 50, lostAfterMs: 20_000 },
    );
    try {
      const first = await screen.until(() => true);
      expect(first).toMatchObject({ audience: "participant", state: "live" });
      await until(() => screen.messages.some(({ type }) => type === "beat"));
      expect(Math.abs(screen.offset)).toBeLessThan(500);
      await lead("bericht", { tekst: `Koffie ${by}` });
      await screen.until((view) => view.announcement === `Koffie ${by}`);
      const before = await turn();
      await lead("klok", { doen: "extend", seconden: "60", beurt: String(before) });
      const longer = await screen.until((view) => view.turn === before + 1);
      expect((longer.stepEndsAt ?? 0) - (first.stepEndsAt ?? 0)).toBeGreaterThan(0);
      await lead("klok", { doen: "next", beurt: String(before + 1) });
      const moved = await screen.until((view) => view.turn === before + 2);
      expect(moved.stepId).not.toBe(first.stepId);
      await screen.until((view: ParticipantView) => view.present > 0);
      if (weather.cutsAfterMs) await until(() => proxy.cuts >= 3);
      await lead("klok", { doen: "back", beurt: String(before + 2) });
      await screen.until((view) => view.turn === before + 3);
      // Nobody noticed by which way it went.
      expect(screen.states).toEqual(["live"]);
      expect(screen.kinds.at(-1)).toBe(by);
      expect(isInOrder(screen.views)).toBe(true);
    } finally {
      screen.line.stop();
    }
  });
});

/** Within one epoch the numbers rise [LP4]. */
function isInOrder(views: readonly { readonly epoch: string; readonly seq: number }[]): boolean {
  return views.every((view, i) => {
    const before = views[i - 1];
    return !before || before.epoch !== view.epoch || before.seq <= view.seq;
  });
}

describe("plain requests ask the same door", () => {
  const at = (query: string) => `${klankbord.origin}/bijeenkomst/${made.sessionId}/stand${query}`;
  test("who may not hear, hears why by the status [LP2]", async () => {
    const guest = await guestCookie(database.db, people[4] as PersonId, made.dialogueId);
    const observer = await teamCookie(database.db, "observer", made.dialogueId, { name: "o", mail: "o@team.example" });
    const ask = async (as: string, cookie: string, accept = "application/json") => {
      const answer = await fetch(at(`?als=${as}`), { headers: { cookie, accept } });
      await answer.body?.cancel();
      return answer.status;
    };
    for (const accept of ["application/json", "text/event-stream"]) {
      expect(await ask("participant", guest, accept)).toBe(200);
      expect(await ask("team", guest, accept)).toBe(403);
      expect(await ask("team", observer, accept)).toBe(403);
      expect(await ask("participant", facilitator, accept)).toBe(403);
      expect(await ask("participant", "", accept)).toBe(401);
      expect(await ask("administrator", facilitator, accept)).toBe(400);
    }
    expect((await fetch(at("?als=participant&protocol=1"), { headers: { cookie: guest } })).status).toBe(426);
  });
  test("a beat from another site is refused, one of ours is answered with the time [LP2, LP8]", async () => {
    const cookie = await guestCookie(database.db, people[5] as PersonId, made.dialogueId);
    const beat = (origin: string) =>
      fetch(at(""), {
        method: "POST",
        headers: { cookie, origin },
        body: new URLSearchParams({ als: "participant", sentAt: "7" }),
      });
    expect((await beat("https://elders.example")).status).toBe(403);
    expect(await (await beat(klankbord.origin)).json()).toMatchObject({ type: "beat", sentAt: 7 });
  });
  test("one device holds so many lines, and no more [LP7]", async () => {
    const cookie = await guestCookie(database.db, people[6] as PersonId, made.dialogueId);
    const stop = new AbortController();
    const open = () => fetch(at("?als=participant"), { headers: { cookie, accept: "text/event-stream" }, signal: stop.signal });
    const answers = await Promise.all(Array.from({ length: 30 }, open));
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(24);
    expect(statuses.filter((status) => status === 429)).toHaveLength(6);
    stop.abort();
    await until(async () => {
      const again = await fetch(at("?als=participant"), { headers: { cookie } });
      await again.body?.cancel();
      return again.status === 200;
    });
  });
  test("who gives up while they are let in takes no line with them [LP7]", async () => {
    const cookie = await guestCookie(database.db, people[7] as PersonId, made.dialogueId);
    const lines = async () => {
      const told = await (await fetch(`${klankbord.origin}/metrics`)).text();
      return Number(/^klankbord_sockets (\d+)/m.exec(told)?.[1]);
    };
    const before = await lines();
    const giveUp = () =>
      new Promise<void>((resolve) => {
        const socket = net.connect(klankbord.port, "127.0.0.1", () => {
          const path = `/bijeenkomst/${made.sessionId}/stand?als=participant`;
          socket.write(
            `GET ${path} HTTP/1.1\r\nHost: localhost\r\nCookie: ${cookie}\r\nAccept: text/event-stream\r\n\r\n`,
            () => {
              socket.destroy();
              resolve();
            },
          );
        });
      });
    for (let round = 0; round < 4; round++) await Promise.all(Array.from({ length: 20 }, giveUp));
    const answer = await fetch(at("?als=participant"), { headers: { cookie } });
    await answer.body?.cancel();
    expect(answer.status).toBe(200);
    await until(async () => (await lines()) <= before);
  });
  test("who is put out of the session hears so, also by a stream [LP6]", async () => {
    const mens = people[8] as PersonId;
    const screen = openScreen(
      { session: made.sessionId, as: "participant" },
      { ...worldOf(klankbord, await guestCookie(database.db, mens, made.dialogueId)), openSocket: noSocket },
    );
    await screen.until(() => true);
    expect(screen.kinds).toEqual(["stream"]);
    await lead("maatregelen", { mens, soort: "removed", reden: "Blijft anderen onderbreken" });
    await until(() => screen.refused !== null);
    expect(screen.refused).toBe(4403);
  });
});

const noSocket = (): WebSocket => {
  const nothing = new EventTarget() as WebSocket;
  Object.assign(nothing, { readyState: 3, close() {} });
  queueMicrotask(() => nothing.onclose?.({ code: 1006 } as CloseEvent));
  return nothing;
};

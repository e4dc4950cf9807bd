import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { freshDatabase } from "../../../tests/database.ts";
import { makeMorning } from "../../../tests/morning.ts";
import { session } from "../../dialogue/tables.ts";
import type { Db } from "../../platform/database/change.server.ts";
import { audit } from "../../platform/database/tables.ts";
import type { PersonId } from "../../platform/ids.ts";
import { grouping, seat } from "../group/tables.ts";
import { markHere } from "../live/presence.server.ts";
import { announce, moveOn, openLobbyWhenDue, steer } from "./steer.server.ts";

async function morning(size = 13) {
  const database = await freshDatabase();
  const { db } = database;
  const made = await makeMorning(db, size);
  const at = { dialogueId: made.dialogueId, sessionId: made.sessionId };
  const [leader] = made.people as [PersonId];
  const row = async () => {
    const [found] = await db.select().from(session).where(eq(session.id, made.sessionId));
    if (!found) throw new Error("no session");
    return found;
  };
  return { db, made, at, leader, row, [Symbol.asyncDispose]: () => database[Symbol.asyncDispose]() };
}
async function fromLobby(db: Db, sessionId: string) {
  await db.execute(
    sql`update session set state = 'lobby', current_step_id = null, turn = 0, step_started_at = null, step_ends_at = null where id = ${sessionId}`,
  );
}

test("two facilitators and a double click move the session one step", async () => {
  await using m = await morning();
  await fromLobby(m.db, m.made.sessionId);
  expect(await moveOn(m.db, m.at, m.leader, "start")).toEqual({ status: "done" });
  expect(await moveOn(m.db, m.at, m.leader, "start")).toEqual({ status: "already-done" });
  const { turn } = await m.row();
  const presses = await Promise.all(
    Array.from({ length: 8 }, () => steer(m.db, m.at, m.leader, { type: "next", seenTurn: turn })),
  );
  expect(presses.filter(({ status }) => status === "done")).toHaveLength(1);
  expect(presses.filter(({ status }) => status === "already-done")).toHaveLength(7);
  const now = await m.row();
  expect(now.currentStepId).toBe(m.made.steps[1]?.id);
  expect(now.turn).toBe(turn + 1);
});

test("the clock is extended, paused and goes on where it stood", async () => {
  await using m = await morning();
  await fromLobby(m.db, m.made.sessionId);
  await moveOn(m.db, m.at, m.leader, "start");
  const began = await m.row();
  await steer(m.db, m.at, m.leader, { type: "extend", seconds: 120, seenTurn: began.turn });
  const longer = await m.row();
  expect((longer.stepEndsAt?.getTime() ?? 0) - (began.stepEndsAt?.getTime() ?? 0)).toBeGreaterThanOrEqual(119_000);
  await steer(m.db, m.at, m.leader, { type: "pause", seenTurn: longer.turn });
  const paused = await m.row();
  expect(paused.pausedLeftMs).toBeGreaterThan(0);
  await steer(m.db, m.at, m.leader, { type: "resume", seenTurn: paused.turn });
  expect((await m.row()).pausedLeftMs).toBeNull();
});

test("what is not there is refused, and changes nothing", async () => {
  await using m = await morning();
  await fromLobby(m.db, m.made.sessionId);
  expect(await steer(m.db, m.at, m.leader, { type: "next", seenTurn: 0 })).toEqual({ status: "refused", code: "not-live" });
  await moveOn(m.db, m.at, m.leader, "start");
  const { turn } = await m.row();
  expect(await steer(m.db, m.at, m.leader, { type: "back", seenTurn: turn })).toEqual({ status: "refused", code: "first-step" });
  expect((await m.row()).turn).toBe(turn);
  expect(await moveOn(m.db, m.at, m.leader, "cancel")).toMatchObject({ status: "refused" });
});

test("groups are dealt from who is here; going back keeps them", async () => {
  await using m = await morning();
  await fromLobby(m.db, m.made.sessionId);
  const here = m.made.people.slice(0, 12);
  await markHere(m.db, m.made.sessionId, here);
  await moveOn(m.db, m.at, m.leader, "start");
  await steer(m.db, m.at, m.leader, { type: "next", seenTurn: (await m.row()).turn });
  const seats = await m.db.select().from(seat);
  expect(new Set(seats.map(({ personId }) => personId))).toEqual(new Set(here));
  await steer(m.db, m.at, m.leader, { type: "back", seenTurn: (await m.row()).turn });
  await steer(m.db, m.at, m.leader, { type: "next", seenTurn: (await m.row()).turn });
  expect(await m.db.select().from(seat)).toEqual(seats);
  expect(await m.db.select().from(grouping)).toHaveLength(1);
});

test("the end stops the clock; a mistake can be undone", async () => {
  await using m = await morning();
  await fromLobby(m.db, m.made.sessionId);
  await moveOn(m.db, m.at, m.leader, "start");
  await moveOn(m.db, m.at, m.leader, "end");
  expect(await m.row()).toMatchObject({ state: "ended" });
  expect(await steer(m.db, m.at, m.leader, { type: "next", seenTurn: (await m.row()).turn })).toMatchObject({
    status: "refused",
  });
  await moveOn(m.db, m.at, m.leader, "resume");
  expect(await m.row()).toMatchObject({ state: "live" });
});

test("the lobby opens by itself half an hour ahead, once, and not days too early", async () => {
  await using m = await morning();
  await m.db.execute(
    sql`update session set state = 'registration-open', starts_at = now() + interval '20 minutes' where id = ${m.made.sessionId}`,
  );
  const row = await m.row();
  const early = { ...row, startsAt: new Date(Date.now() + 40 * 60_000) };
  expect(await openLobbyWhenDue(m.db, early, new Date())).toBe("registration-open");
  const opened = await Promise.all(Array.from({ length: 5 }, () => openLobbyWhenDue(m.db, row, new Date())));
  expect(new Set(opened)).toEqual(new Set(["lobby"]));
  expect((await m.row()).state).toBe("lobby");
});

test("what is announced stands in the session, never in the log", async () => {
  await using m = await morning();
  await announce(m.db, m.at, m.leader, "Nog vijf minuten.");
  expect((await m.row()).announcement).toBe("Nog vijf minuten.");
  expect(JSON.stringify(await m.db.select().from(audit).where(eq(audit.scope, m.made.dialogueId)))).not.toContain("vijf minuten");
});

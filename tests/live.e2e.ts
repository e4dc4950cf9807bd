import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { WebSocket } from "ws";
import { addDevice } from "../app/dialogue/people/devices.server.ts";
import type { TeamRole } from "../app/dialogue/people/role.ts";
import { measure, membership } from "../app/dialogue/people/tables.ts";
import { person, session } from "../app/dialogue/tables.ts";
import type { DialogueId, PersonId } from "../app/platform/ids.ts";
import { type Heard, hear, viewOf } from "../app/session/live/parts.ts";
import { closeCodes, type Hello, protocol, type ServerMessage, type ViewMessage } from "../app/session/live/protocol.ts";
import type { ParticipantView, View } from "../app/session/live/view.ts";
import { type FreshDatabase, freshDatabase } from "./database.ts";
import { fillInvented, type Invented } from "./invented.ts";
import { type Klankbord, startKlankbord } from "./klankbord.ts";
import { expectWithin } from "./within.ts";

let database: FreshDatabase;
let made: Invented;
let people: PersonId[];
/** Two server processes on one database. */
let one: Klankbord;
let two: Klankbord;
const lines: Line[] = [];

beforeAll(async () => {
  database = await freshDatabase();
  made = await fillInvented(database.db);
  people = [...made.personIds.values()];
  await database.db.update(session).set({
    state: "live",
    currentStepId: made.stepIds[0] ?? null,
    turn: 1,
    stepStartedAt: sql`now()`,
    stepEndsAt: sql`now() + interval '10 minutes'`,
  });
  // The first one builds, if need be.
  one = await startKlankbord({ env: { DATABASE_URL: database.url } });
  two = await startKlankbord({ env: { DATABASE_URL: database.url } });
});
afterAll(async () => {
  for (const line of lines) line.ws.terminate();
  await one?.[Symbol.asyncDispose]();
  await two?.[Symbol.asyncDispose]();
  await database?.[Symbol.asyncDispose]();
});

async function participant(index: number): Promise<string> {
  const { token } = await addDevice(database.db as never, "participant", people[index] as PersonId, {
    name: "test",
    dialogueId: made.dialogueId,
  });
  return `__Host-mee=${token}`;
}

async function member(role: TeamRole, dialogueId: DialogueId = made.dialogueId): Promise<string> {
  const { db } = database;
  const [row] = await db
    .insert(person)
    .values({ name: role, mail: `${role}.${Math.random()}@voorbeeld.example` })
    .returning({ id: person.id });
  const personId = row?.id as PersonId;
  await db.insert(membership).values({ personId, role, dialogueId, acceptedAt: sql`now()` });
  return `__Host-team=${(await addDevice(db as never, "team", personId, { name: "test" })).token}`;
}

interface Line {
  readonly ws: WebSocket;
  readonly views: View[];
  readonly closed: Promise<number>;
  until<V extends View>(holds: (view: V) => boolean): Promise<V>;
}

function call(
  klankbord: Klankbord,
  cookie: string,
  as: Hello["as"],
  over: Partial<Record<string, unknown>> = {},
  origin?: string,
): Line {
  const ws = new WebSocket(`${klankbord.origin.replace("http", "ws")}/live`, {
    headers: { cookie, origin: origin ?? klankbord.origin },
  });
  const views: View[] = [];
  let held: Heard | null = null;
  const waiting = new Set<() => void>();
  ws.on("open", () => ws.send(JSON.stringify({ type: "hello", protocol, session: made.sessionId, as, ...over })));
  ws.on("message", (data) => {
    const message = JSON.parse(String(data)) as ServerMessage;
    if (message.type === "view") {
      const next = hear(held, message);
      if (next === "torn") throw new Error("a view was told in pieces");
      held = next;
      const view = viewOf(next);
      if (view) views.push(view);
    }
    for (const look of waiting) look();
  });
  ws.on("error", () => {});
  const closed = new Promise<number>((resolve) => {
    ws.on("close", resolve);
    ws.on("unexpected-response", (_request, response) => resolve(response.statusCode ?? 0));
  });
  const line: Line = {
    ws,
    views,
    closed,
    until: (holds) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error(`not seen: ${JSON.stringify(views.at(-1))}`)), 10_000);
        const look = () => {
          const last = views.at(-1) as Parameters<typeof holds>[0] | undefined;
          if (!last || !holds(last)) return;
          clearTimeout(timer);
          waiting.delete(look);
          resolve(last);
        };
        waiting.add(look);
        look();
      }),
  };
  lines.push(line);
  return line;
}

const post = (klankbord: Klankbord, cookie: string, path: string, form: Record<string, string>) =>
  fetch(`${klankbord.origin}/team/${made.slug}/bijeenkomst/${made.sessionId}/${path}`, {
    method: "POST",
    redirect: "manual",
    headers: { cookie, origin: klankbord.origin, "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams(form).toString(),
  });
const row = async () => (await database.db.select().from(session).where(eq(session.id, made.sessionId)))[0];

describe("who is let in", () => {
  test("a page of another site is refused before it is heard", async () => {
    expect(await call(one, await participant(0), "participant", {}, "https://elders.example").closed).toBe(403);
  });
  test("nobody, another dialogue's people and the wrong role are told which of it", async () => {
    const found = await database.db.execute<{ id: DialogueId }>(sql`
      with d as (insert into dialogue (slug, title, state) values ('ander', 'Ander', 'open') returning id)
      insert into ledger (scope) select id from d returning scope as id`);
    const elsewhere = await member("facilitator", found.rows[0]?.id);
    expect(await call(one, "", "participant").closed).toBe(closeCodes.signIn.code);
    expect(await call(one, elsewhere, "team").closed).toBe(closeCodes.forbidden.code);
    expect(await call(one, await participant(0), "team").closed).toBe(closeCodes.signIn.code);
    expect(await call(one, await member("observer"), "team").closed).toBe(closeCodes.forbidden.code);
    const nowhere = { session: "00000000-0000-4000-8000-000000000000" };
    expect(await call(one, await participant(0), "participant", nowhere).closed).toBe(closeCodes.missing.code);
  });
  test("an observer hears what the whole group hears", async () => {
    const view = await call(one, await member("observer"), "projector").until(() => true);
    expect(JSON.stringify(view)).not.toContain("members");
  });
  test("what is no message, too long, or of another version ends the line with its reason", async () => {
    const cookie = await participant(0);
    const say = async (text: string) => {
      const line = call(one, cookie, "participant");
      await line.until(() => true);
      line.ws.send(text);
      return line.closed;
    };
    expect(await say("{")).toBe(closeCodes.malformed.code);
    expect(await say('{"type":"vote","choice":"agree"}')).toBe(closeCodes.malformed.code);
    expect(await say("x".repeat(5_000))).toBe(1009);
    expect(await call(one, cookie, "participant", { protocol: 99 }).closed).toBe(closeCodes.otherProtocol.code);
    const chatty = call(one, cookie, "participant");
    await chatty.until(() => true);
    for (let i = 0; i < 60; i++) chatty.ws.send('{"type":"beat","sentAt":1}');
    expect(await chatty.closed).toBe(closeCodes.tooMany.code);
  });
});

describe("a hall of fifty, on two servers", () => {
  test("a new step reaches every screen; two facilitators and double clicks move it once", async () => {
    const facilitators = await Promise.all([member("facilitator"), member("facilitator")]);
    const hall = await Promise.all(
      Array.from({ length: 50 }, async (_, i) => call(i % 2 === 0 ? one : two, await participant(i), "participant")),
    );
    await Promise.all(hall.map((line) => line.until(() => true)));
    const turn = (await row())?.turn ?? 0;
    const arrived = hall.map((line) => line.until((view) => view.turn > turn).then(() => performance.now()));
    const press = (who: number, klankbord: Klankbord) =>
      post(klankbord, facilitators[who] ?? "", "klok", { doen: "next", beurt: String(turn) });
    const [first] = await Promise.all([press(0, one), press(0, one), press(1, two), press(1, two)]);
    expect(first?.status).toBe(303);
    const committed = performance.now();
    const times = await Promise.all(arrived);
    expect(await row()).toMatchObject({ turn: turn + 1, currentStepId: made.stepIds[1] });
    // Counted from when the last of four presses was answered.
    expectWithin(300, "the new step on the last of fifty screens", Math.max(...times) - committed);
    const views = hall.map((line) => line.views.at(-1) as ParticipantView);
    expect(new Set(views.map(({ stepId }) => stepId)).size).toBe(1);
    for (const view of views) expect(view.group?.members.length).toBeGreaterThan(1);
  });

  test("both servers count the same people, and a late poll too", async () => {
    const cookie = await member("organiser");
    const [left, right] = [call(one, cookie, "team"), call(two, cookie, "team")];
    for (const line of [left, right]) await line.until((view) => view.present >= 50);
    const answer = await fetch(`${two.origin}/bijeenkomst/${made.sessionId}/stand?als=participant`, {
      headers: { cookie: await participant(60) },
    });
    expect(answer.status).toBe(200);
    const { hall } = (await answer.json()) as ViewMessage;
    expect(hall).toMatchObject({ audience: "participant", stepId: (await row())?.currentStepId });
    await left.until((heard) => heard.present >= 51);
  });

  test("polling asks the same door", async () => {
    const ask = async (as: string, cookie: string) =>
      (await fetch(`${one.origin}/bijeenkomst/${made.sessionId}/stand?als=${as}`, { headers: { cookie } })).status;
    expect(await ask("team", await participant(0))).toBe(403);
    expect(await ask("team", await member("observer"))).toBe(403);
    expect(await ask("participant", await member("facilitator"))).toBe(403);
    expect(await ask("participant", "")).toBe(401);
    expect(await ask("administrator", await member("facilitator"))).toBe(400);
  });

  test("an announcement is in the view itself, and a participant may not make one", async () => {
    const line = call(two, await participant(5), "participant");
    await line.until(() => true);
    expect((await post(one, await participant(5), "bericht", { tekst: "Ik ben de baas" })).status).not.toBe(200);
    await post(one, await member("facilitator"), "bericht", { tekst: "Over vijf minuten koffie" });
    await line.until((view) => view.announcement === "Over vijf minuten koffie");
    expect(line.views.some((view) => view.announcement.includes("baas"))).toBe(false);
  });

  test("who is put out of the session hears nothing more", async () => {
    const line = call(one, await participant(7), "participant");
    await line.until(() => true);
    const cookie = await member("facilitator");
    const mens = people[7] as string;
    await post(two, cookie, "maatregelen", { mens, soort: "removed", reden: "Blijft anderen onderbreken" });
    expect(await line.closed).toBe(closeCodes.forbidden.code);
    expect(await call(two, await participant(7), "participant").closed).toBe(closeCodes.signIn.code);
    const [taken] = await database.db
      .select()
      .from(measure)
      .where(eq(measure.personId, people[7] as PersonId));
    await post(one, cookie, "maatregelen/einde", { maatregel: taken?.id ?? "" });
    await call(two, await participant(7), "participant").until(() => true);
  });
});

test("a server that stops says so, and the other goes on", async () => {
  const third = await startKlankbord({ env: { DATABASE_URL: database.url } });
  const line = call(third, await participant(9), "participant");
  await line.until(() => true);
  const ended = third.end();
  expect(await line.closed).toBe(closeCodes.restart.code);
  expect(await ended).toBe(0);
});

import { createHash } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { session } from "../app/dialogue/tables.ts";
import { change } from "../app/platform/database/change.server.ts";
import { floor } from "../app/session/tables.ts";
import { openLiveKitApi } from "../app/session/video/providers/livekit-api.server.ts";
import { isPermitted } from "../app/session/video/providers/livekit-posts.ts";
import { permissionFor, signToken } from "../app/session/video/providers/livekit-token.server.ts";
import { liveKitAtHand } from "../scripts/livekit.ts";
import { type FreshDatabase, freshDatabase } from "./database.ts";
import { freePort, type Klankbord, startKlankbord } from "./klankbord.ts";
import { type LiveKitServer, pair, startLiveKit } from "./livekit.ts";
import { askMedia } from "./media.ts";
import { type Morning, makeMorning } from "./morning.ts";
import { until } from "./until.ts";
import { guestCookie, postForm, teamCookie } from "./visitors.ts";

// docs/media.md: the rules between brackets. Everything but the pictures themselves: those, media-livekit.e2e.ts looks at.

const program = liveKitAtHand();
const nothing = { sound: false, picture: false };
const all = { sound: true, picture: true };
const wants = { pinned: null, pictures: true };

if (!program) console.error("The tests with LiveKit are skipped: it is not built yet. node scripts/livekit.ts builds it.");

describe.skipIf(!program)("with a LiveKit", () => {
  let database: FreshDatabase;
  let morning: Morning;
  let klankbord: Klankbord;
  let livekit: LiveKitServer;
  let leads: string;
  let tables: readonly string[];
  const cookies: string[] = [];
  const sockets: WebSocket[] = [];

  beforeAll(async () => {
    database = await freshDatabase();
    const { db } = database;
    morning = await makeMorning(db, 5);
    for (const personId of morning.people) cookies.push(await guestCookie(db, personId, morning.dialogueId));
    const seats = [
      [0, 1],
      [2, 3],
    ];
    tables = await morning.seat("group", seats);
    await morning.goTo("group");
    leads = await teamCookie(db, "facilitator", morning.dialogueId, { name: "Joke", mail: "joke@team.example" });
    const port = await freePort();
    livekit = await startLiveKit(program ?? "", port);
    klankbord = await startKlankbord({ port, env: { DATABASE_URL: database.url, ...livekit.env } });
  });
  afterAll(async () => {
    for (const socket of sockets) socket.close();
    await klankbord?.[Symbol.asyncDispose]();
    await livekit?.[Symbol.asyncDispose]();
    await database?.[Symbol.asyncDispose]();
  });

  const at = () => ({ origin: klankbord.origin, sessionId: morning.sessionId });
  const cookieOf = (n: number) => (n < 0 ? leads : (cookies[n] ?? ""));
  const ask = (n: number, what: Parameters<typeof askMedia>[2]) =>
    askMedia(at(), cookieOf(n), what, n < 0 ? "team" : "participant");
  async function tokenOf(n: number): Promise<{ token: string; generation: number }> {
    const ticket = await ask(n, { do: "ticket" });
    if (ticket.said.status !== "ticket") throw new Error(JSON.stringify(ticket.said));
    const { said } = await ask(n, { do: "join", ticket: ticket.said.ticket, own: nothing, wants });
    if (said.status !== "room") throw new Error(JSON.stringify(said));
    return said;
  }
  const claimsOf = (token: string) => JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString());
  const roomOf = (token: string): string => claimsOf(token).video.room;
  /** What LiveKit itself says of somebody who would come in with this. */
  const tryOut = async (token: string) =>
    (await fetch(`${livekit.apiUrl}/rtc/validate?access_token=${token}&auto_subscribe=1&sdk=js&protocol=16&version=2.0.0`))
      .status;
  const comeIn = (token: string): Promise<WebSocket> =>
    new Promise((resolve, reject) => {
      const url = `${livekit.env.LIVEKIT_URL}/rtc?access_token=${token}&auto_subscribe=1&sdk=js&protocol=15&version=2.0.0`;
      const socket = new WebSocket(url);
      sockets.push(socket);
      socket.onmessage = () => resolve(socket);
      socket.onerror = () => reject(new Error("LiveKit refused"));
    });
  const api = () => openLiveKitApi({ url: "", apiUrl: livekit.apiUrl, ...pair });
  const inRoom = async (room: string) => (await api().inRoom(room)).map(({ identity }) => identity);
  const goTo = (kind: string) =>
    change(
      database.db,
      { scope: morning.dialogueId, actor: "system", what: "clock.next", subject: { kind: "session", id: morning.sessionId } },
      async (tx) => {
        const stepId = morning.steps.find((one) => one.kind === kind)?.id ?? null;
        const times = { stepStartedAt: sql`now()`, stepEndsAt: sql`now() + interval '20 minutes'` };
        const now = { currentStepId: stepId, turn: sql`turn + 1`, ...times };
        await tx.update(session).set(now).where(eq(session.id, morning.sessionId));
      },
    );
  const moveTo = (n: number, table: number) =>
    postForm(`${klankbord.origin}/team/${morning.slug}/bijeenkomst/${morning.sessionId}/verplaatsingen`, leads, {
      mens: morning.people[n] ?? "",
      deelgroep: tables[table] ?? "",
    });

  test("a ticket leads to one's own room, which we made, and no token opens another [ME1, ME21]", async () => {
    const tokens = [await tokenOf(0), await tokenOf(2)] as const;
    const [mine, other] = tokens.map(({ token }) => roomOf(token)) as [string, string];
    expect([mine, other]).toEqual(
      tables.map((table) => `${morning.sessionId} ${morning.steps.find(({ kind }) => kind === "group")?.id} ${table}`),
    );
    expect((await api().rooms()).toSorted()).toEqual([mine, other].toSorted());
    expect(claimsOf(tokens[0].token)).toMatchObject({ sub: morning.people[0], name: "Deelnemer 1" });
    expect(await tryOut(tokens[0].token)).toBe(200);
    // the same words with another room, signed by somebody else, or not at all
    const claims = claimsOf(tokens[0].token);
    const video = { ...claims.video, room: other };
    const forged = signToken(
      { ...pair, secret: "another-secret-of-32-characters-or-more" },
      { ...claims, video },
      Date.now(),
      600,
    );
    expect(await tryOut(forged)).toBe(401);
    const [head, , seal] = tokens[0].token.split(".");
    const body = Buffer.from(JSON.stringify({ ...claims, video })).toString("base64url");
    expect(await tryOut(`${head}.${body}.${seal}`)).toBe(401);
    // and a room that nobody made is not made by coming
    const absent = signToken(pair, { ...claims, video: { ...claims.video, room: "elsewhere" } }, Date.now(), 600);
    expect(await tryOut(absent)).toBe(404);
    expect((await ask(4, { do: "ticket" })).said).toEqual({ status: "none", why: "no-room" });
  });

  test("who came in may there what the token says: no more, and nothing of LiveKit itself [ME21]", async () => {
    const { token } = await tokenOf(0);
    await comeIn(token);
    const room = roomOf(token);
    await until(async () => (await inRoom(room)).includes(morning.people[0] ?? ""));
    const call = (method: string, body: object) =>
      fetch(`${livekit.apiUrl}/twirp/livekit.RoomService/${method}`, {
        method: "POST",
        headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
        body: JSON.stringify(body),
      });
    for (const [method, body] of [
      ["ListRooms", {}],
      ["CreateRoom", { name: "mine" }],
      ["DeleteRoom", { room }],
      ["ListParticipants", { room }],
      ["RemoveParticipant", { room, identity: morning.people[1] }],
      ["UpdateParticipant", { room, identity: morning.people[0], permission: { can_publish: true, can_publish_data: true } }],
    ] as const)
      expect((await call(method, body)).status, method).toBeGreaterThanOrEqual(400);
  });

  test("after a move LiveKit puts somebody out of the old room, and out again who comes back with the old token [ME2, ME21]", async () => {
    const { token, generation } = await tokenOf(1);
    const socket = await comeIn(token);
    const room = roomOf(token);
    const gone = new Promise((resolve) => socket.addEventListener("close", resolve));
    const begun = performance.now();
    expect((await moveTo(1, 1)).status).toBe(303);
    expect((await ask(1, { do: "hear", generation, after: 1 })).said).toEqual({ status: "again" });
    await gone;
    console.error(`out of the old room after ${Math.round(performance.now() - begun)} ms`);
    expect(await inRoom(room)).not.toContain(morning.people[1]);
    const next = await tokenOf(1);
    expect(roomOf(next.token)).not.toBe(room);
    // the old token is not over for LiveKit: whoever uses it is seen, and put out
    const back = await comeIn(token).catch(() => null);
    if (back) await new Promise((resolve) => back.addEventListener("close", resolve));
    expect(await inRoom(room)).not.toContain(morning.people[1]);
    await moveTo(1, 0);
  });

  test("with the next step the rooms of the one before end, and their tokens open nothing [ME1, ME21]", async () => {
    const { token } = await tokenOf(3);
    await goTo("plenary");
    const looksOn = await tokenOf(3);
    expect(roomOf(looksOn.token)).not.toBe(roomOf(token));
    await until(async () => (await tryOut(token)) === 404);
    expect(claimsOf(looksOn.token).video).toMatchObject({
      canPublish: false,
      canPublishSources: [],
      hidden: true,
      canSubscribe: true,
    });
    const host = await tokenOf(-1);
    expect(claimsOf(host.token)).toMatchObject({ name: "Joke", video: { canPublish: true, hidden: false } });
  });

  test("the floor is given and taken while one stays connected; an old token brings it back to nobody [ME2, ME21]", async () => {
    const person = morning.people[2] ?? "";
    const before = await tokenOf(2);
    const room = roomOf(before.token);
    await comeIn(before.token);
    const told = async () => (await api().inRoom(room)).find(({ identity }) => identity === person)?.permission;
    const isAudience = async () => isPermitted(await told(), permissionFor(nothing, "plenary"));
    const speaks = async () => isPermitted(await told(), permissionFor(all, "plenary"));
    const word = (who: string, path: string, form: Record<string, string>) =>
      postForm(`${klankbord.origin}${path}/woord`, who, form);
    const leadTo = (form: Record<string, string>) => word(leads, `/team/${morning.slug}/bijeenkomst/${morning.sessionId}`, form);
    await until(isAudience);
    await word(cookieOf(2), `/bijeenkomst/${morning.sessionId}`, { doen: "ask", how: "aloud" });
    const [asked] = await database.db.select().from(floor);
    const id = asked?.id ?? "";
    await leadTo({ doen: "give", vraag: id, gezien: "", seconden: "120" });
    await until(speaks);
    expect((await ask(2, { do: "hear", generation: before.generation, after: 1 })).said).toMatchObject({
      status: "told",
      told: { place: { kind: "plenary", may: all } },
    });
    const withFloor = await tokenOf(2);
    await leadTo({ doen: "end", gezien: id });
    await until(isAudience);
    await comeIn(withFloor.token);
    await until(isAudience);
    await ask(2, { do: "leave", generation: withFloor.generation });
  });

  test("what does not come from LiveKit itself is not believed [ME22]", async () => {
    const post = (authorization: string, body: string, more: Record<string, string> = {}) =>
      fetch(`${klankbord.origin}/media/livekit`, {
        method: "POST",
        headers: { authorization, "content-type": "application/webhook+json", ...more },
        body,
      });
    const body = JSON.stringify({ event: "participant_joined", room: { name: "hall" }, participant: { identity: "x" } });
    const seal = (text: string) => createHash("sha256").update(text).digest("base64");
    const right = signToken(pair, { sha256: seal(body) }, Date.now(), 60);
    expect((await post(right, body)).status).toBe(200);
    expect((await post(right, body.replace("x", "y"))).status).toBe(401);
    expect((await post("", body)).status).toBe(401);
    expect(
      (
        await post(
          signToken({ ...pair, secret: "another-secret-of-32-characters-or-more" }, { sha256: seal(body) }, Date.now(), 60),
          body,
        )
      ).status,
    ).toBe(401);
    // a browser, of another site or of ours, is no LiveKit
    expect((await post(right, body, { origin: "https://elders.example" })).status).toBe(403);
    expect((await post(right, body, { cookie: cookieOf(0) })).status).toBe(403);
    const torn = "-".repeat(20);
    expect((await post(signToken(pair, { sha256: seal(torn) }, Date.now(), 60), torn)).status).toBe(200);
  });

  test("a ticket of one process opens the room at another, and the newest has it whichever they asked [ME4, ME14]", async () => {
    await using second = await startKlankbord({ env: { DATABASE_URL: database.url, ...livekit.env } });
    const there = (what: Parameters<typeof askMedia>[2]) =>
      askMedia({ origin: second.origin, sessionId: morning.sessionId }, cookieOf(1), what);
    const here = await tokenOf(1);
    const ticket = await ask(1, { do: "ticket" });
    if (ticket.said.status !== "ticket") throw new Error(JSON.stringify(ticket.said));
    const { said } = await there({ do: "join", ticket: ticket.said.ticket, own: nothing, wants });
    if (said.status !== "room") throw new Error(JSON.stringify(said));
    expect(roomOf(said.token)).toBe(roomOf(here.token));
    const gone = { status: "none", why: "elsewhere" };
    expect((await ask(1, { do: "hear", generation: here.generation, after: 0 })).said).toEqual(gone);
    expect((await there({ do: "hear", generation: said.generation, after: 0 })).said.status).toBe("told");
    expect((await ask(1, { do: "state", generation: said.generation, own: nothing, wants })).said).toEqual({ status: "done" });
  });

  test("without LiveKit text goes on, and who asks for a room is told to wait [ME5]", async () => {
    const ticket = await ask(0, { do: "ticket" });
    process.kill(livekit.pid, "SIGKILL");
    await goTo("group");
    const now = await ask(0, { do: "ticket" });
    expect([ticket.said.status, now.said.status]).toEqual(["ticket", "ticket"]);
    if (now.said.status !== "ticket") return;
    const { said } = await ask(0, { do: "join", ticket: now.said.ticket, own: nothing, wants });
    expect(said).toEqual({ status: "none", why: "away" });
    expect(
      (await fetch(`${klankbord.origin}/bijeenkomst/${morning.sessionId}`, { headers: { cookie: cookieOf(0) } })).status,
    ).toBe(200);
    expect(klankbord.said()).not.toContain(pair.secret);
  });
});

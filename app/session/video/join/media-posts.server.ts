import type { ServerResponse } from "node:http";
import type { HttpBindings } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import type { Context } from "hono";
import type { Entered, Entrance } from "../../../dialogue/access/entrance.server.ts";
import { openErrands } from "../../../platform/database/errands.server.ts";
import { makeBrake } from "../../../platform/http/brake.ts";
import { shortAnswer, shortHeaders } from "../../../platform/http/headers.ts";
import type { DialogueId, SessionId } from "../../../platform/ids.ts";
import type { Services } from "../../../platform/services.server.ts";
import { namesOf, readMeeting } from "../../live/meeting.server.ts";
import { deviceOf } from "../../talk/line-count.server.ts";
import { openAirtime, type Spread } from "../captions/airtime.ts";
import { type Meeting, placeIn, roomsNow } from "../client/place.ts";
import { type MediaAnswer, type MediaAsk, mediaAsk, testPrefix } from "../client/signal.ts";
import { iceServersFor } from "../providers/ice-servers.server.ts";
import { openLiveKit } from "../providers/livekit.server.ts";
import { sessionOf } from "../providers/livekit-identity.ts";
import { openMedia } from "../providers/media.server.ts";
import type { MediaProvider, Member, Seating } from "../providers/provider.ts";
import { relaysSettings } from "../providers/settings.ts";
import { openTickets } from "../providers/tickets.server.ts";

type At = Context<{ Bindings: HttpBindings }>;
export type MediaPosts = ReturnType<typeof openMediaPosts>;

interface Errand {
  readonly ask: MediaAsk;
  readonly who: Member;
  readonly dialogueId: DialogueId;
}

const pattern = "/bijeenkomst/:session/beeld";
const longest = 200 * 1024;
const ticketMs = 60_000;
const none = (why: "no-room" | "not-yours" | "unreadable"): MediaAnswer => ({ status: "none", why });
const leads = ["organiser", "facilitator"] as const;

/**
 * The way to sound and picture: a ticket for one's own room of this step, and the words with which a browser and a relay find each
 * other. Where somebody is, the tables say, at each change anew; no browser can ask for another room.
 */
export function openMediaPosts(services: Services, { entrance }: { readonly entrance: Entrance }) {
  const { db, doorbell, environment, log } = services;
  const secure = environment.origin.startsWith("https:");
  const livekit = environment.livekit ? openLiveKit(environment.livekit, log) : null;
  const media: MediaProvider | null = livekit ?? (environment.media ? openMedia(relaysSettings(environment), log) : null);
  const tickets = openTickets();
  const airtime = openAirtime();
  const brake = makeBrake({ burst: 80, perSecond: 20, most: 20_000 });
  const dialogues = new Map<string, DialogueId>();
  const due = new Map<string, NodeJS.Timeout>();
  const held = () => [...(media?.sessions() ?? [])].filter((id) => !id.startsWith(testPrefix));

  const deaf = doorbell.on(({ scope, kind }) => {
    if (kind === "ballots" || !media) return;
    for (const sessionId of held()) if (scope === "*" || dialogues.get(sessionId) === scope) soon(sessionId as SessionId);
  });
  // What was changed past the doorway, or when the bell was not heard.
  const again = setInterval(() => {
    for (const sessionId of held()) soon(sessionId as SessionId);
  }, 5_000);
  again.unref();

  function soon(sessionId: SessionId): void {
    if (due.has(sessionId)) return;
    due.set(
      sessionId,
      setTimeout(() => {
        due.delete(sessionId);
        void arrange(sessionId).catch(() => setTimeout(() => soon(sessionId), 500).unref());
      }, 20),
    );
  }

  /** Everybody who is connected goes where they belong now. */
  async function arrange(sessionId: SessionId): Promise<void> {
    const meeting = await readMeeting(db, sessionId);
    for (const member of media?.members(sessionId) ?? []) {
      if (!meeting || (member.as === "participant" && meeting.removed.has(member.personId))) media?.drop(member);
      else media?.move(member, placeIn(meeting, member));
    }
    if (meeting) await media?.tidy(seatingOf(meeting));
  }

  const say = (answer: MediaAnswer | object, status = 200) =>
    shortAnswer(JSON.stringify(answer), { status, type: "application/json", secure });

  function memberOf(entered: Entered, as: "participant" | "team"): Member | null {
    const sessionId = entered.session.id;
    if (as === "participant")
      return entered.guestId && entered.roles.has("participant") ? { as, personId: entered.guestId, sessionId } : null;
    return entered.teamId && leads.some((role) => entered.roles.has(role)) ? { as, personId: entered.teamId, sessionId } : null;
  }

  /** One process carries the sound and picture of a session, so that people of one table meet whichever they are connected to. */
  const errands = openErrands<Errand, MediaAnswer>(services, {
    name: "media",
    run(sessionId, { ask, who, dialogueId }) {
      dialogues.set(sessionId, dialogueId);
      return answer(ask, who);
    },
    late: ({ ask }) =>
      ask.do === "hear" ? { ms: 15_000, answer: { status: "again" } } : { ms: 6_000, answer: { status: "none", why: "away" } },
  });

  async function answer(ask: MediaAsk, who: Member): Promise<MediaAnswer> {
    if (!media) return none("no-room");
    const sessionId = who.sessionId as SessionId;
    const names = (ids: readonly string[]) => namesOf(db, sessionId, ids);
    switch (ask.do) {
      case "ticket":
      case "join": {
        const meeting = await readMeeting(db, sessionId);
        const place = meeting && placeIn(meeting, who);
        if (!place) return none("no-room");
        if (ask.do === "ticket") {
          media.begin();
          const until = performance.now() + ticketMs;
          const ticket = tickets.issue({ session: sessionId, person: who.personId, as: who.as, room: place.room, until });
          return { status: "ticket", ticket, iceServers: iceServersFor(environment.iceServers, who.personId, Date.now()) };
        }
        const ticket = tickets.read(ask.ticket, performance.now());
        const isOwn =
          ticket?.session === sessionId && ticket.person === who.personId && ticket.as === who.as && ticket.room === place.room;
        return isOwn ? media.join(who, place, ask.own, ask.wants, names) : none("not-yours");
      }
      case "answer":
        return media.answer(who, ask.generation, ask.sdp);
      case "state":
        return media.state(who, ask.generation, ask.own, ask.wants);
      case "hear":
        if (ask.spoke && who.as === "participant") await noteSpoken(who, ask.spoke);
        return media.hear(who, ask.generation, ask.after, names);
      case "spread":
        return who.as === "team" ? spreadIn(sessionId) : none("not-yours");
      case "leave":
        return media.leave(who, ask.generation);
    }
  }

  async function noteSpoken(who: Member, ms: number): Promise<void> {
    const meeting = await readMeeting(db, who.sessionId as SessionId);
    const place = meeting && placeIn(meeting, who);
    if (place?.kind === "group") airtime.note(place.room, who.personId, ms, performance.now());
  }

  async function spreadIn(sessionId: SessionId): Promise<MediaAnswer> {
    const meeting = await readMeeting(db, sessionId);
    const groups: Record<string, Spread> = {};
    for (const { id, members } of meeting?.groups ?? []) {
      const [first] = members;
      const place = meeting && first && placeIn({ ...meeting, removed: new Set() }, { as: "participant", personId: first });
      const spread = place && airtime.spread(place.room, members.length);
      if (spread) groups[id] = spread;
    }
    return { status: "spread", groups };
  }

  /** Waits with its answer, beside what counts how long a page takes. */
  function hold(c: At, errand: Errand): Response {
    const response = c.env.outgoing as ServerResponse;
    const send = (status: number, body: object) => {
      if (response.destroyed || response.headersSent) return;
      const text = JSON.stringify(body);
      response.writeHead(status, [
        ...shortHeaders("application/json", secure),
        "Content-Length",
        String(Buffer.byteLength(text)),
      ]);
      response.end(text);
    };
    errands.ask(errand.who.sessionId, errand).then(
      (said) => send(200, said),
      () => send(503, {}),
    );
    return RESPONSE_ALREADY_SENT;
  }

  return {
    media,
    async post(c: At): Promise<Response> {
      if (!(Number(c.req.header("content-length") ?? Number.NaN) <= longest)) return say({}, 413);
      const entered = await entrance(c.req.raw, { pattern, session: c.req.param("session") ?? "", writes: true });
      if ("refused" in entered) return say({}, entered.refused === 303 ? 401 : entered.refused);
      if (!brake.pass(deviceOf(c.req.header("cookie")) ?? "", Date.now())) return say({}, 429);
      const ask = readAsk(new URLSearchParams(await c.req.text()).get("vraag") ?? "");
      if (!ask) return say(none("unreadable"), 400);
      const who = memberOf(entered, ask.as);
      if (!who) return say(none("not-yours"), 403);
      const errand = { ask, who, dialogueId: entered.dialogue.id };
      return ask.do === "hear" ? hold(c, errand) : say(await errands.ask(who.sessionId, errand));
    },
    /** What LiveKit tells of its own accord. Who it is, its signature says; no cookie comes with it. */
    async told(c: At): Promise<Response> {
      if (!livekit) return say({}, 404);
      if (!(Number(c.req.header("content-length") ?? Number.NaN) <= longest)) return say({}, 413);
      const arrival = livekit.heard(c.req.header("authorization") ?? "", await c.req.text());
      if (arrival === "forged") return say({}, 401);
      const sessionId = arrival && sessionOf(arrival.room);
      const meeting = sessionId && (await readMeeting(db, sessionId as SessionId));
      if (arrival && meeting) await livekit.look(seatingOf(meeting), arrival);
      return say({});
    },
    onlyPosted: (_c: At): Response => say({}, 405),
    async stop(): Promise<void> {
      deaf();
      clearInterval(again);
      errands.stop();
      for (const timer of due.values()) clearTimeout(timer);
      await media?.close();
    },
  };
}

const seatingOf = (meeting: Meeting): Seating => ({
  sessionId: meeting.sessionId,
  rooms: roomsNow(meeting),
  placeOf: (who) => placeIn(meeting, who),
});

function readAsk(text: string): MediaAsk | null {
  try {
    const read = mediaAsk.safeParse(JSON.parse(text));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
import { entranceOf } from "../../dialogue/access/entrance.server.ts";
import type { Services } from "../../platform/services.server.ts";
import { type Admitted, admit } from "../people/admit.server.ts";
import { countLines, deviceOf } from "../talk/line-count.server.ts";
import { openTalkPosts, type TalkPosts } from "../talk/talk-posts.server.ts";
import { type MediaPosts, openMediaPosts } from "../video/join/media-posts.server.ts";
import { type MediaTestPosts, openMediaTestPosts } from "../video/join/media-test-posts.server.ts";
import { type HubOptions, openHub } from "./hub.server.ts";
import type { LineLimits } from "./line-limits.ts";
import { type CloseReason, closeCodes, goneAfterMs, largestMessage, protocol } from "./protocol.ts";
import { readMessage } from "./read-message.ts";
import type { Line } from "./session-channel.server.ts";
import { openStand, type Stand } from "./stand.server.ts";

export interface Live {
  readonly stand: Stand;
  readonly talk: TalkPosts;
  readonly media: MediaPosts;
  readonly mediaTest: MediaTestPosts;
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean;
  /** How many lines are open now. */
  open(): number;
  /** How often screens were told something new, since the start. */
  ticks(): number;
  /** How many people are seen and heard, or on the way, by this process. */
  seen(): number;
  /** How many bytes each socket still has to take. */
  waiting(): readonly number[];
  stop(): Promise<void>;
}

const usual: LineLimits = { behindBytes: 16 * 1024, behindMs: 20_000, mostBytes: 4 * 1024 * 1024, goneAfterMs, holdMs: 20_000 };
const mostMessages = 40;
const helloWithinMs = 10_000;
const sweepMs = 1_000;

interface Kept {
  readonly bye: (why: CloseReason) => void;
  readonly heldUpSince: number | null;
  greeted: boolean;
  heardAt: number;
  messages: number;
}

/** The lines to the screens of this process. They only tell; everything that changes something is a form post. */
export function openLive(services: Services, options: Partial<LineLimits & HubOptions> = {}): Live {
  const limits = { ...usual, ...options };
  const hub = openHub(services, options);
  const entrance = entranceOf(services);
  const lines = countLines();
  const stand = openStand(services, { hub, entrance, lines, limits });
  const talk = openTalkPosts(services, { hub, entrance });
  const media = openMediaPosts(services, { entrance });
  const mediaTest = openMediaTestPosts(services, { entrance, media: media.media });
  const { origin } = services.environment;
  const kept = new Set<Kept>();
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: largestMessage,
    perMessageDeflate: false,
    closeTimeout: 5_000,
  } as object);

  let sweptAt = Date.now();
  const sweep = setInterval(() => {
    const now = Date.now();
    // While this process did nothing at all it heard nobody either: what they sent lies there to be read.
    const deaf = Math.max(0, now - sweptAt - sweepMs);
    sweptAt = now;
    for (const one of kept) {
      one.heardAt += deaf;
      one.messages = Math.max(0, one.messages - mostMessages / 5);
      if (now - one.heardAt > (one.greeted ? limits.goneAfterMs : helloWithinMs)) one.bye("silent");
      else if (one.heldUpSince !== null && now - one.heldUpSince > limits.behindMs) one.bye("tooSlow");
    }
  }, sweepMs);
  sweep.unref();

  function upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean {
    if ((request.url ?? "").split("?", 1)[0] !== "/live") return false;
    if (request.headers.origin !== origin) {
      socket.end("HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
      return true;
    }
    server.handleUpgrade(request, socket, head, (ws) => serve(ws, request, socket));
    return true;
  }

  function serve(ws: WebSocket, request: IncomingMessage, socket: Duplex): void {
    let leave = () => {};
    let who: Admitted | null = null;
    const device = deviceOf(request.headers.cookie);
    const hangUp = lines.begin(device);
    const { line, state } = lineOver(ws, socket);
    kept.add(state);
    ws.on("error", () => {});
    ws.on("close", () => {
      kept.delete(state);
      hangUp?.();
      leave();
    });
    if (!hangUp) {
      state.bye("tooMany");
      return;
    }
    ws.on("message", async (data, isBinary) => {
      state.messages += 1;
      if (state.messages > mostMessages) return state.bye("tooMany");
      const message = isBinary ? null : readMessage(String(data));
      if (!message) return state.bye("malformed");
      state.heardAt = Date.now();
      if (message.type === "beat") {
        if (who?.viewer.as === "participant") hub.seen(who.sessionId, who.viewer.personId);
        ws.send(JSON.stringify({ type: "beat", sentAt: message.sentAt, now: Date.now() }));
        return;
      }
      if (state.greeted) return state.bye("malformed");
      state.greeted = true;
      if (message.protocol !== protocol) return state.bye("otherProtocol");
      try {
        const admitted = await admit(services.db, entrance, request, message);
        if (typeof admitted === "string") return state.bye(admitted);
        who = admitted;
        if (who.viewer.as === "participant") hub.seen(who.sessionId, who.viewer.personId);
        leave = await hub.listen(who, who.viewer, line, message.have);
        if (ws.readyState !== ws.OPEN) leave();
      } catch {
        // The database is away: try again in a moment.
        state.bye("restart");
      }
    });
  }

  function lineOver(ws: WebSocket, socket: Duplex): { readonly line: Line; readonly state: Kept } {
    let heldUpSince: number | null = null;
    const bye = (why: CloseReason) => ws.close(closeCodes[why].code, closeCodes[why].sentence);
    const line: Line = {
      isReady() {
        if (ws.readyState !== ws.OPEN) return false;
        const isBehind = ws.bufferedAmount > limits.behindBytes;
        heldUpSince = isBehind ? (heldUpSince ?? Date.now()) : null;
        return !isBehind;
      },
      send({ bytes }) {
        if (ws.readyState !== ws.OPEN) return;
        if (ws.bufferedAmount + bytes.length > limits.mostBytes) return bye("tooSlow");
        // A frame that was made for all goes past `ws`, which makes one for each: it compresses nothing, so nothing waits in it.
        socket.write(bytes);
      },
      still: () => ws.send(JSON.stringify({ type: "still", now: Date.now() })),
      end: bye,
    };
    const state: Kept = {
      bye,
      greeted: false,
      heardAt: Date.now(),
      messages: 0,
      get heldUpSince() {
        return ws.bufferedAmount > limits.behindBytes ? heldUpSince : null;
      },
    };
    return { line, state };
  }

  return {
    stand,
    talk,
    media,
    mediaTest,
    upgrade,
    open: () => [...server.clients].filter((ws) => ws.readyState === ws.OPEN).length + stand.open(),
    ticks: hub.ticks,
    seen: () => [...(media.media?.sessions() ?? [])].reduce((sum, id) => sum + (media.media?.members(id).length ?? 0), 0),
    waiting: () => [...server.clients].map(({ bufferedAmount }) => bufferedAmount),
    async stop() {
      clearInterval(sweep);
      hub.close();
      stand.stop();
      mediaTest.stop();
      const mediaEnds = media.stop();
      for (const { bye } of kept) bye("restart");
      await mediaEnds;
    },
  };
}

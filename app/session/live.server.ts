import { randomBytes } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
import { enter } from "../enter.server.ts";
import type { Services } from "../services.server.ts";
import { visitOf } from "../visit.server.ts";
import { arrive } from "./arrive.server.ts";
import { type Hub, openHub } from "./hub.server.ts";
import { type CloseReason, closeCodes, goneAfterMs, type Hello, largestMessage, protocol } from "./protocol.ts";
import { readMessage } from "./read-message.ts";
import type { Viewer } from "./view.ts";

export interface Live {
  readonly hub: Hub;
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean;
  /** How many sockets are open now. */
  open(): number;
  stop(): Promise<void>;
}

/** A line that is this far behind misses a view; the next one holds all. */
const behind = 256 * 1024;
const tooFarBehind = 2 * 1024 * 1024;
const mostMessages = 40;
const helloWithinMs = 10_000;

const refusalOf: Readonly<Record<number, CloseReason>> = { 401: "signIn", 303: "signIn", 403: "forbidden", 404: "missing" };

/** The sockets of this process. They only tell; everything that changes something is a form post. */
export function openLive(services: Services): Live {
  const hub = openHub(services);
  const { origin } = services.environment;
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: largestMessage,
    perMessageDeflate: false,
    closeTimeout: 1_000,
  } as object);

  function upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean {
    if ((request.url ?? "").split("?", 1)[0] !== "/live") return false;
    if (request.headers.origin !== origin) {
      socket.end("HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
      return true;
    }
    server.handleUpgrade(request, socket, head, (ws) => serve(ws, request));
    return true;
  }

  function serve(ws: WebSocket, request: IncomingMessage): void {
    let leave = () => {};
    let greeted = false;
    let viewer: Viewer | null = null;
    let at: Hello["session"] | null = null;
    let heardAt = Date.now();
    let messages = 0;
    let lastKey = "";
    const bye = (why: CloseReason) => ws.close(closeCodes[why].code, closeCodes[why].sentence);
    const watch = setInterval(() => {
      messages = 0;
      if (!greeted && Date.now() - heardAt > helloWithinMs) return bye("silent");
      if (Date.now() - heardAt > goneAfterMs) bye("silent");
    }, 5_000);
    watch.unref();
    ws.on("error", () => {});
    ws.on("close", () => {
      clearInterval(watch);
      leave();
    });
    ws.on("message", async (data, isBinary) => {
      messages += 1;
      if (messages > mostMessages) return bye("tooMany");
      const message = isBinary ? null : readMessage(String(data));
      if (!message) return bye("malformed");
      heardAt = Date.now();
      if (message.type === "beat") {
        if (viewer?.as === "participant" && at) hub.seen(at, viewer.personId);
        ws.send(JSON.stringify({ type: "beat", sentAt: message.sentAt, now: Date.now() }));
        return;
      }
      if (greeted) return bye("malformed");
      greeted = true;
      if (message.protocol !== protocol) return bye("otherProtocol");
      try {
        const entered = await admit(services, request, message);
        if (typeof entered === "string") return bye(entered);
        viewer = entered.viewer;
        at = message.session;
        if (viewer.as === "participant") hub.seen(at, viewer.personId);
        const heard = await hub.listen(
          { sessionId: at, dialogueId: entered.dialogueId },
          {
            viewer,
            hear({ text, key }) {
              if (ws.readyState !== ws.OPEN) return;
              if (ws.bufferedAmount > tooFarBehind) return bye("tooSlow");
              if (ws.bufferedAmount > behind) return;
              // What this screen shows did not change: say nothing.
              if (key === lastKey) return;
              lastKey = key;
              ws.send(text);
            },
            end: () => bye("forbidden"),
          },
        );
        leave = heard.leave;
        if (ws.readyState !== ws.OPEN) return leave();
        if (heard.first) {
          lastKey = heard.first.key;
          ws.send(heard.first.text);
        }
      } catch {
        // The database is away: try again in a moment.
        ws.close(closeCodes.restart.code, closeCodes.restart.sentence);
      }
    });
  }

  return {
    hub,
    upgrade,
    open: () => server.clients.size,
    async stop() {
      hub.close();
      for (const ws of server.clients) ws.close(closeCodes.restart.code, closeCodes.restart.sentence);
    },
  };
}

/** The same table and the same door as for pages. */
export async function admit(services: Services, request: IncomingMessage, hello: Pick<Hello, "session" | "as">) {
  const headers = { get: (name: string) => (typeof request.headers[name] === "string" ? request.headers[name] : null) };
  const visit = await visitOf(services, { headers }, "/live", randomBytes(8).toString("hex"));
  try {
    const place = await enter(services, visit, {
      pattern: `socket:${hello.as}`,
      params: { session: hello.session },
      writes: false,
    });
    if (!place.session || !place.dialogue) return "missing" as const;
    const viewer: Viewer | null =
      hello.as === "participant"
        ? visit.guest
          ? { as: "participant", personId: visit.guest.personId }
          : null
        : { as: hello.as };
    if (!viewer) return "signIn" as const;
    if (viewer.as === "participant") await arrive(services.db, place.session, viewer.personId);
    return { viewer, dialogueId: place.dialogue.id };
  } catch (thrown) {
    const status = thrown instanceof Response ? thrown.status : ((thrown as { init?: { status?: number } }).init?.status ?? 0);
    const why = refusalOf[status];
    if (!why) throw thrown;
    return why;
  }
}

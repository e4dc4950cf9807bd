import type { ServerResponse } from "node:http";
import type { HttpBindings } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import type { Context } from "hono";
import type { Entrance } from "../../dialogue/access/entrance.server.ts";
import { shortAnswer, steadyHeaders, transportSecurity } from "../../platform/http/headers.ts";
import type { SessionId } from "../../platform/ids.ts";
import type { Services } from "../../platform/services.server.ts";
import { type Admitted, admit } from "../people/admit.server.ts";
import { deviceOf, type LineCount } from "../talk/line-count.server.ts";
import type { TalkPlace } from "../talk/said.ts";
import type { Hub } from "./hub.server.ts";
import type { LineLimits } from "./line-limits.ts";
import { beatEveryMs, type CloseReason, closeCodes, type Held, protocol, reasonOf, type ServerMessage } from "./protocol.ts";
import type { Line } from "./session-channel.server.ts";
import { audiences } from "./view.ts";

type At = Context<{ Bindings: HttpBindings }>;
export type Stand = ReturnType<typeof openStand>;

interface Way {
  readonly line: Line;
  /** Every few seconds: what a network that lets a line stand needs to hear. */
  tick(): void;
}
const pattern = "/bijeenkomst/:session/stand";

/**
 * How a session stands, for a browser whose network lets no socket through: the same messages from the same hub, as a stream of
 * events, or one answer at a time that waits until there is something new; and beats by post.
 */
export function openStand(
  services: Services,
  own: { readonly hub: Hub; readonly entrance: Entrance; readonly lines: LineCount; readonly limits: LineLimits },
) {
  const { hub, entrance, lines, limits } = own;
  const secure = services.environment.origin.startsWith("https:");
  const ways = new Set<Way>();
  const clock = setInterval(() => {
    for (const way of ways) way.tick();
  }, beatEveryMs);
  clock.unref();

  /** @returns who asks, or the answer */
  async function enter(c: At, query: URLSearchParams, writes: boolean): Promise<Admitted | Response> {
    const session = c.req.param("session") ?? "";
    const as = audiences.find((one) => one === query.get("als"));
    const entered = await entrance(c.req.raw, { pattern, session, writes });
    if ("refused" in entered) return no(entered.refused);
    if (!as) return no(400);
    if (Number(query.get("protocol") ?? protocol) !== protocol) return no(426);
    const admitted = await admit(services.db, entrance, c.env.incoming, { session: session as SessionId, as });
    if (typeof admitted === "string") return no(admitted === "missing" ? 404 : 403);
    if (admitted.viewer.as === "participant") hub.seen(admitted.sessionId, admitted.viewer.personId);
    return admitted;
  }

  function no(status: number): Response {
    const sentence =
      status === 400 ? "als: participant, team of projector" : closeCodes[reasonOf[status] ?? "forbidden"].sentence;
    return shortAnswer(sentence, { status: status === 303 ? 401 : status, type: "text/plain", secure });
  }

  /** A way that holds its answer open: this device may have so many, and leaves when its network does. */
  async function hold(c: At, who: Admitted, make: (response: ServerResponse, end: () => void) => Way): Promise<Response> {
    const response = c.env.outgoing as ServerResponse;
    // Who gave up at the door hears nothing more, and will not say so again.
    if (response.destroyed) return RESPONSE_ALREADY_SENT;
    const hangUp = lines.begin(deviceOf(c.req.header("cookie")));
    if (!hangUp) return no(429);
    let leave = () => {};
    let over = false;
    const end = () => {
      over = true;
      ways.delete(way);
      hangUp();
      leave();
    };
    const way = make(response, end);
    ways.add(way);
    response.on("close", end);
    response.on("error", end);
    leave = await hub.listen(who, who.viewer, way.line, heldOf(c)).catch((fault: unknown) => {
      if (response.headersSent) response.end();
      end();
      throw fault;
    });
    if (over) leave();
    return RESPONSE_ALREADY_SENT;
  }

  const head = (type: string) => ({
    ...steadyHeaders,
    "Content-Type": type,
    // Nobody between us may keep it, or keep it back.
    "Cache-Control": "no-store, no-transform",
    "X-Accel-Buffering": "no",
    ...(secure ? { "Strict-Transport-Security": transportSecurity } : {}),
  });

  function stream(response: ServerResponse, end: () => void): Way {
    let behindSince: number | null = null;
    const say = (message: ServerMessage) => response.write(`data: ${JSON.stringify(message)}\n\n`);
    const still = () => {
      say({ type: "still", now: Date.now() });
    };
    const bye = (why: CloseReason) => {
      say({ type: "bye", code: closeCodes[why].code });
      response.end();
      end();
    };
    response.writeHead(200, head("text/event-stream"));
    return {
      tick() {
        if (behindSince !== null && Date.now() - behindSince > limits.behindMs) response.destroy();
        else if (response.writableLength <= limits.behindBytes) still();
      },
      line: {
        still,
        isReady() {
          const isBehind = response.writableLength > limits.behindBytes;
          behindSince = isBehind ? (behindSince ?? Date.now()) : null;
          return !isBehind;
        },
        send({ text }) {
          if (response.writableLength + text.length > limits.mostBytes) response.destroy();
          else response.write(`data: ${text}\n\n`);
        },
        end: bye,
      },
    };
  }

  /** One answer, as soon as there is something new. */
  function wait(response: ServerResponse, end: () => void): Way {
    const since = Date.now();
    const answer = (text: string) => {
      if (response.headersSent) return;
      response.writeHead(200, { ...head("application/json"), "Content-Length": Buffer.byteLength(text) }).end(text);
      end();
    };
    const say = (message: ServerMessage) => answer(JSON.stringify(message));
    return {
      tick() {
        if (Date.now() - since > limits.holdMs) say({ type: "still", now: Date.now() });
      },
      line: {
        isReady: () => !response.headersSent,
        // It waits: that is what it came for.
        still() {},
        send: ({ text }) => answer(text),
        end: (why) => say({ type: "bye", code: closeCodes[why].code }),
      },
    };
  }

  return {
    open: () => ways.size,
    async tell(c: At): Promise<Response> {
      const query = new URL(c.req.raw.url).searchParams;
      const who = await enter(c, query, false);
      if (who instanceof Response) return who;
      return hold(c, who, c.req.header("accept")?.startsWith("text/event-stream") ? stream : wait);
    },
    /** What a socket's beat does: this person is here, and the browser learns what time it is. */
    async beat(c: At): Promise<Response> {
      const form = new URLSearchParams(await c.req.text());
      const who = await enter(c, form, true);
      if (who instanceof Response) return who;
      const answer: ServerMessage = { type: "beat", sentAt: Number(form.get("sentAt")) || 0, now: Date.now() };
      return shortAnswer(JSON.stringify(answer), { status: 200, type: "application/json", secure });
    },
    stop(): void {
      clearInterval(clock);
      for (const { line } of ways) line.end("restart");
    },
  };
}

function heldOf(c: At): Held | undefined {
  const query = new URL(c.req.raw.url).searchParams;
  const [epoch, seq] = [query.get("epoch"), Number(query.get("seq"))];
  if (!epoch || !Number.isSafeInteger(seq)) return undefined;
  const [n, place] = (query.get("gezegd") ?? "").split(" ");
  return { epoch, seq, ...(n && place ? { talk: { n: Number(n) || 0, place: place as TalkPlace } } : {}) };
}

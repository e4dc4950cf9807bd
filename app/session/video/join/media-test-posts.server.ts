import type { ServerResponse } from "node:http";
import type { HttpBindings } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import type { Context } from "hono";
import { z } from "zod";
import type { Entered, Entrance } from "../../../dialogue/access/entrance.server.ts";
import { openErrands } from "../../../platform/database/errands.server.ts";
import { makeBrake } from "../../../platform/http/brake.ts";
import { shortAnswer, shortHeaders } from "../../../platform/http/headers.ts";
import type { Services } from "../../../platform/services.server.ts";
import { deviceOf } from "../../talk/line-count.server.ts";
import type { Place } from "../client/place.ts";
import { type MediaAnswer, testPrefix } from "../client/signal.ts";
import type { MediaProvider, Member } from "../providers/provider.ts";
import { longestSdp } from "../relay/relay-messages.ts";

type At = Context<{ Bindings: HttpBindings }>;
export type MediaTestPosts = ReturnType<typeof openMediaTestPosts>;

const pattern = "/bijeenkomst/:session/proef";
const longest = 100 * 1024;
/** So many people try at once; who comes later waits a moment. */
const mostAtOnce = 20;
const events = 3;
const everyMs = 300;
const nobody = { sound: false, picture: false };
const ask = z.discriminatedUnion("do", [
  z.object({ do: z.literal("join") }),
  z.object({ do: z.literal("answer"), generation: z.number().int().min(1), sdp: z.string().max(longestSdp) }),
  z.object({ do: z.literal("leave"), generation: z.number().int().min(1) }),
]);

interface Errand {
  readonly asked: z.infer<typeof ask>;
  readonly who: Member;
}

/**
 * A room of one's own, in which nobody else is ever: whether this browser reaches the relay. It falls away by itself after twenty seconds
 * without a word.
 */
export function openMediaTestPosts(
  services: Services,
  { entrance, media }: { readonly entrance: Entrance; readonly media: MediaProvider | null },
) {
  const secure = services.environment.origin.startsWith("https:");
  const brake = makeBrake({ burst: 20, perSecond: 1, most: 20_000 });
  const say = (answer: MediaAnswer | object, status = 200) =>
    shortAnswer(JSON.stringify(answer), { status, type: "application/json", secure });

  async function enter(c: At, writes: boolean): Promise<Entered | Response> {
    const entered = await entrance(c.req.raw, { pattern, session: c.req.param("session") ?? "", writes });
    if ("refused" in entered) return say({}, entered.refused === 303 ? 401 : entered.refused);
    return brake.pass(deviceOf(c.req.header("cookie")) ?? "", Date.now()) ? entered : say({}, 429);
  }

  /** Each question may reach another process: the one that was asked first carries this person's test. */
  const errands = openErrands<Errand, MediaAnswer>(services, {
    name: "media-test",
    run: (_, { asked, who }) => answer(asked, who),
    late: () => ({ ms: 6_000, answer: { status: "none", why: "away" } }),
  });

  async function answer(asked: z.infer<typeof ask>, who: Member): Promise<MediaAnswer> {
    if (!media) return { status: "none", why: "no-room" };
    if (asked.do === "answer") return media.answer(who, asked.generation, asked.sdp);
    if (asked.do === "leave") return media.leave(who, asked.generation);
    const trying = [...media.sessions()].filter((id) => id.startsWith(testPrefix));
    if (trying.length >= mostAtOnce && !trying.includes(who.sessionId)) return { status: "none", why: "full" };
    const place: Place = { room: who.sessionId, kind: "group", may: nobody, interpreters: [] };
    return media.join(who, place, nobody, { pinned: null, pictures: false }, async () => ({}));
  }

  return {
    async post(c: At): Promise<Response> {
      if (!(Number(c.req.header("content-length") ?? Number.NaN) <= longest)) return say({}, 413);
      const form = await c.req.raw.formData().catch(() => null);
      if (!form) return say({ status: "none", why: "unreadable" }, 400);
      const entered = await enter(c, true);
      if (entered instanceof Response) return entered;
      const read = readAsk(String(form.get("vraag") ?? ""));
      if (!read) return say({ status: "none", why: "unreadable" }, 400);
      const personId = entered.guestId;
      if (!personId) return say({}, 403);
      const who: Member = { as: "participant", personId, sessionId: `${testPrefix}${entered.session.id} ${personId}` };
      return say(await errands.ask(who.sessionId, { asked: read, who }));
    },
    stop: errands.stop,
    /** Whether news can flow: a few events, each on its own. */
    async stream(c: At): Promise<Response> {
      const entered = await enter(c, false);
      if (entered instanceof Response) return entered;
      if (!entered.guestId) return say({}, 403);
      const response = c.env.outgoing as ServerResponse;
      response.writeHead(200, [...shortHeaders("text/event-stream", secure), "X-Accel-Buffering", "no"]);
      let told = 0;
      const tell = () => {
        told += 1;
        if (response.destroyed) return clearInterval(timer);
        response.write(`data: ${told}\n\n`);
        if (told < events) return;
        clearInterval(timer);
        response.end();
      };
      const timer = setInterval(tell, everyMs);
      tell();
      return RESPONSE_ALREADY_SENT;
    },
  };
}

function readAsk(text: string): z.infer<typeof ask> | null {
  try {
    return ask.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

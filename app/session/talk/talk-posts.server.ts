import type { HttpBindings } from "@hono/node-server";
import type { Context, Next } from "hono";
import type { Entrance } from "../../dialogue/access/entrance.server.ts";
import { makeBrake } from "../../platform/http/brake.ts";
import { shortAnswer } from "../../platform/http/headers.ts";
import type { Services } from "../../platform/services.server.ts";
import { cleanLine, textLength } from "../../platform/text.ts";
import type { Hub } from "../live/hub.server.ts";
import { lastChange } from "../live/snapshot.server.ts";
import type { TalkList } from "./line.ts";
import { deviceOf } from "./line-count.server.ts";
import { readTalk } from "./lines.server.ts";
import { signs } from "./said.ts";
import { longestSeen, seenWhileTyped } from "./typed.ts";

type At = Context<{ Bindings: HttpBindings }>;
export type TalkPosts = ReturnType<typeof openTalkPosts>;

/** More than a line of the longest kind, as a form writes it. */
const longest = 16 * 1024;

/** What somebody is typing comes in here, and what was said at a table is read here. Nothing of it is logged. */
export function openTalkPosts(services: Services, { hub, entrance }: { readonly hub: Hub; readonly entrance: Entrance }) {
  const secure = services.environment.origin.startsWith("https:");
  // Five a second is what a page sends; a second tab and a stumble of the network fit in.
  const brake = makeBrake({ burst: 30, perSecond: 10, most: 20_000 });
  const say = (status: number, body: object) => shortAnswer(JSON.stringify(body), { status, type: "application/json", secure });

  return {
    async typed(c: At): Promise<Response> {
      const length = Number(c.req.header("content-length") ?? Number.NaN);
      if (!(length <= longest)) return say(413, {});
      const entered = await entrance(c.req.raw, {
        pattern: "/bijeenkomst/:session/typen",
        session: c.req.param("session") ?? "",
        writes: true,
      });
      if ("refused" in entered) return say(entered.refused === 303 ? 401 : entered.refused, {});
      if (!brake.pass(deviceOf(c.req.header("cookie")) ?? "", Date.now())) return say(429, {});
      const form = await c.req.raw.formData().catch(() => null);
      if (!form) return say(400, {});
      const at = { sessionId: entered.session.id, dialogueId: entered.dialogue.id };
      const sign = form.get("teken");
      if (sign !== null) {
        const known = signs.find((one) => one === sign);
        if (!known) return say(422, {});
        if (!entered.guestId || !entered.roles.has("participant")) return say(403, {});
        const seen = await hub.sign(at, entered.guestId, known);
        return say(seen ? 200 : 409, { seen });
      }
      const captions = form.get("als") === "captions";
      const who = captions ? entered.teamId : entered.guestId;
      if (!who) return say(403, {});
      const typed = String(form.get("tekst") ?? "");
      const finished = captions ? cleanLine(String(form.get("af") ?? "")) : "";
      if (textLength(finished) > longestSeen) return say(422, {});
      const text = form.has("stil") ? null : seenWhileTyped(typed);
      const as = captions ? ("captions" as const) : ("participant" as const);
      const spoken = form.get("als") === "spoken" ? ({ spoken: true } as const) : {};
      const seen = await hub.utter(at, who, { as, text, ...spoken, ...(finished ? { finished } : {}) });
      return say(seen ? 200 : 409, { seen });
    },

    /** What somebody is typing can be read at no address. */
    onlyPosted: (_c: At): Response => say(405, {}),

    /** For a page with script; without, it stands in the page itself. */
    async lines(c: At, next: Next): Promise<Response | undefined> {
      if (!c.req.header("accept")?.startsWith("application/json")) {
        await next();
        return;
      }
      const { db } = services;
      const entered = await entrance(c.req.raw, {
        pattern: "/bijeenkomst/:session/gesprek",
        session: c.req.param("session") ?? "",
        writes: false,
      });
      if ("refused" in entered) return say(entered.refused === 303 ? 401 : entered.refused, {});
      const { guestId, roles, session, dialogue } = entered;
      if (!guestId || !roles.has("participant")) return say(403, {});
      const at = { sessionId: session.id, dialogueId: dialogue.id };
      const [seat, seq] = await Promise.all([hub.seatOf(at, guestId), lastChange(db, dialogue.id)]);
      const list: TalkList = { seq, lines: seat ? await readTalk(db, { ...at, ...seat }, guestId) : [] };
      return say(200, list);
    },
  };
}

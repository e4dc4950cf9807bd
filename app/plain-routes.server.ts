import type { HttpBindings } from "@hono/node-server";
import type { Hono } from "hono";
import { access } from "./dialogue/access/access.ts";
import { openReplyPost } from "./network/inbox/reply-post.server.ts";
import { openApiRoutes } from "./organisation/api/api.server.ts";
import { takeReturns } from "./platform/mail/returned.server.ts";
import type { Services } from "./platform/services.server.ts";
import type { Live } from "./session/live/live.server.ts";
import type { DeskStreams } from "./themes/board/desk-stream.server.ts";

interface Told {
  readonly services: Services;
  readonly live: Live;
  readonly deskStreams: DeskStreams;
}

/** Table of contents: the routes that pass by React Router, for speed. Each asks access.ts through its door, as pages do. */
export function plainRoutes(app: Hono<{ Bindings: HttpBindings }>, { services, live, deskStreams }: Told): void {
  openApiRoutes(
    app,
    services,
    (pattern) => access[pattern]?.read.some((role) => role === "anyone" || role === "application") ?? false,
  );
  takeReturns(app, services);
  app.get("/team/:dialogue/themas/stroom", (c) => deskStreams.answer(c.req.raw, c.req.param("dialogue")));
  app.get("/bijeenkomst/:session/stand", (c) => live.stand.tell(c));
  app.post("/bijeenkomst/:session/stand", (c) => live.stand.beat(c));
  app.post("/bijeenkomst/:session/typen", (c) => live.talk.typed(c));
  app.get("/bijeenkomst/:session/typen", (c) => live.talk.onlyPosted(c));
  app.post("/bijeenkomst/:session/beeld", (c) => live.media.post(c));
  app.get("/bijeenkomst/:session/beeld", (c) => live.media.onlyPosted(c));
  app.post("/bijeenkomst/:session/proef", (c) => live.mediaTest.post(c));
  app.get("/bijeenkomst/:session/proef", (c) => live.mediaTest.stream(c));
  app.post("/mail/antwoord", openReplyPost(services));
  app.post("/media/livekit", (c) => live.media.told(c));
  app.get("/bijeenkomst/:session/gesprek", (c, next) => live.talk.lines(c, next));
}

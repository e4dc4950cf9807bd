import type { HttpBindings } from "@hono/node-server";
import type { Hono } from "hono";
import type { Services } from "./services.server.ts";
import type { Live } from "./session/live.server.ts";
import { answerStand } from "./session/stand.server.ts";

/** Table of contents: the routes that pass by React Router, for speed. Each asks access.ts through its door, as pages do. */
export function plainRoutes(app: Hono<{ Bindings: HttpBindings }>, services: Services, live: Live): void {
  app.get("/bijeenkomst/:session/stand", (c) => answerStand(services, live.hub, c.req.raw, c.req.param("session")));
}

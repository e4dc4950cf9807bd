import type { HttpBindings } from "@hono/node-server";
import type { Hono } from "hono";
import type { Services } from "./services.server.ts";
import type { Live } from "./session/live.server.ts";

/** Table of contents: the routes that pass by React Router, for speed. Each asks access.ts through `enter`, as pages do. */
export function plainRoutes(_app: Hono<{ Bindings: HttpBindings }>, _services: Services, _live: Live): void {}

import { randomBytes } from "node:crypto";
import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";
import { getRequestListener, type HttpBindings } from "@hono/node-server";
import { serveStatic } from "@hono/node-server/serve-static";
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { createRequestHandler, RouterContextProvider, type ServerBuild } from "react-router";
import { servicesContext, visitContext } from "./context.ts";
import { localeOf } from "./messages/locale.ts";
import { pageWords } from "./messages/page.ts";
import { plainRoutes } from "./plain-routes.server.ts";
import { makeBrake } from "./platform/brake.ts";
import { readCookie } from "./platform/cookie.server.ts";
import { steadyHeaders } from "./platform/headers.ts";
import { hashOf } from "./platform/secret.server.ts";
import type { Services } from "./services.server.ts";
import { openLive } from "./session/live.server.ts";
import { visitOf } from "./visit.server.ts";

export { InUse } from "./platform/embedded.server.ts";
export { readEnvironment } from "./platform/environment.ts";
export { makeLog } from "./platform/log.server.ts";
export { OtherVersion } from "./platform/migrate.server.ts";
export { openServices } from "./services.server.ts";
export { startUp } from "./start-up.server.ts";
export { isClaimed, makeClaim } from "./team/claim.server.ts";

export interface App {
  readonly listener: ReturnType<typeof getRequestListener>;
  /** @returns false when the upgrade is not ours */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean;
  stop(): Promise<void>;
}

const aKilobyte = 1024;

/** A short page without React, for when pages themselves cannot be made. */
function bare(status: number, what: "wait" | "busy" | "refused" | "fault", request: Request): Response {
  const locale = localeOf(readCookie(request.headers.get("cookie"), "taal"), request.headers.get("accept-language"));
  const { title, text } = pageWords[locale].problem[what];
  const again = what === "wait" && request.method === "GET" ? '<meta http-equiv="refresh" content="3">' : "";
  const html = `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">${again}<title>${title}</title></head><body><main><h1>${title}</h1><p>${text}</p></main></body></html>`;
  const headers: Record<string, string> = {
    "Content-Type": "text/html; charset=utf-8",
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'",
  };
  if (status === 503 || status === 429) headers["Retry-After"] = "3";
  return new Response(html, { status, headers });
}

/** The whole web side of one process: pages, plain routes, files, socket. */
export async function createApp(services: Services, options: { readonly clientDir: string | null }): Promise<App> {
  const { environment, pool, log } = services;
  const { origin } = environment;
  const app = new Hono<{ Bindings: HttpBindings }>();
  const build = {
    ...(await import("virtual:react-router/server-build")),
    allowedActionOrigins: [new URL(origin).host],
  } as unknown as ServerBuild;
  const handler = createRequestHandler(build, import.meta.env.MODE);
  const live = openLive(services);
  // Per device, never per address: officials share one.
  const brake = makeBrake({ burst: 240, perSecond: 40, most: 20_000 });

  app.use(async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(steadyHeaders)) if (!c.res.headers.has(name)) c.header(name, value);
    if (origin.startsWith("https:")) c.header("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
  });
  app.get("/healthz", (c) => c.text("ok"));
  app.get("/readyz", async (c) => {
    try {
      await pool.query("select 1");
      return c.text("ready");
    } catch {
      return c.text("database not reachable", 503);
    }
  });
  if (options.clientDir) {
    const forever = "public, max-age=31536000, immutable";
    app.use(
      "/assets/*",
      serveStatic({ root: options.clientDir, precompressed: true, onFound: (_path, c) => c.header("Cache-Control", forever) }),
    );
  }
  app.use(async (c, next) => {
    const { method } = c.req;
    // A form of ours comes from our own origin; a browser always says so.
    if (method !== "GET" && method !== "HEAD" && c.req.header("origin") !== origin) return bare(403, "refused", c.req.raw);
    const cookies = c.req.header("cookie");
    const secret = readCookie(cookies, "mee") ?? readCookie(cookies, "team");
    if (secret && !brake.pass(hashOf(secret).toString("base64"), Date.now())) return bare(429, "busy", c.req.raw);
    return next();
  });
  const forms = bodyLimit({ maxSize: 256 * aKilobyte, onError: (c) => bare(413, "refused", c.req.raw) });
  const files = bodyLimit({ maxSize: 2048 * aKilobyte, onError: (c) => bare(413, "refused", c.req.raw) });
  app.use((c, next) => (c.req.path.includes("/bestand") ? files(c, next) : forms(c, next)));
  plainRoutes(app, services, live);
  app.all("*", async (c) => {
    const url = new URL(c.req.url);
    const context = new RouterContextProvider();
    context.set(servicesContext, services);
    try {
      context.set(
        visitContext,
        await visitOf(services, c.req.raw, url.pathname + url.search, randomBytes(16).toString("base64")),
      );
    } catch (error) {
      log("database: niet bereikbaar", { code: String((error as { cause?: { code?: string } }).cause?.code ?? "") });
      return bare(503, "wait", c.req.raw);
    }
    return handler(c.req.raw, context);
  });
  app.onError((error, c) => {
    log("fault", { name: error.name });
    return bare(500, "fault", c.req.raw);
  });

  return { listener: getRequestListener(app.fetch), upgrade: live.upgrade, stop: live.stop };
}

/** Slow or silent clients are ended; the rest of the limits stand where the server is made. */
export function limits(server: Server): void {
  server.headersTimeout = 10_000;
  server.requestTimeout = 20_000;
  server.keepAliveTimeout = 65_000;
  server.maxHeadersCount = 100;
}

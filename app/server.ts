import { randomBytes } from "node:crypto";
import type { IncomingMessage, RequestListener, Server } from "node:http";
import type { Duplex } from "node:stream";
import { getRequestListener, type HttpBindings } from "@hono/node-server";
import { serveStatic } from "@hono/node-server/serve-static";
import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { compress } from "hono/compress";
import { routePath } from "hono/route";
import { createRequestHandler, RouterContextProvider, type ServerBuild } from "react-router";
import { type Outcome, outcomeContext, servicesContext, visitContext } from "./dialogue/access/context.server.ts";
import { openGate } from "./dialogue/access/gate.server.ts";
import { visitOf } from "./dialogue/access/visit.server.ts";
import { tasks, timetable } from "./jobs.server.ts";
import { letters } from "./letters.server.ts";
import { fileLimits } from "./network/library/file.ts";
import { asksApi, problemJson } from "./organisation/api/problem.ts";
import { plainRoutes } from "./plain-routes.server.ts";
import { Busy } from "./platform/cache/batch.ts";
import { isAway, isUnreadable, labelOf } from "./platform/database/database-fault.ts";
import { barePage, readTyped, type Typed } from "./platform/http/bare-page.server.ts";
import { hasSteadyHeaders, steadyHeaders, transportSecurity } from "./platform/http/headers.ts";
import { makeOnce } from "./platform/http/once.ts";
import { Refused } from "./platform/http/refused.ts";
import { contactOf, securityTxt } from "./platform/http/security-txt.ts";
import { spill } from "./platform/http/spill.server.ts";
import { bears, hashOf } from "./platform/secret.server.ts";
import type { Services } from "./platform/services.server.ts";
import { atMostEvery, within } from "./platform/within.ts";
import { openLive } from "./session/live/live.server.ts";
import { openPostLane, roomPosts } from "./session/room/posts.server.ts";
import { openDeskStreams } from "./themes/board/desk-stream.server.ts";

export { isClaimed, makeClaim } from "./organisation/team/claim.server.ts";
export { databaseLine } from "./platform/database/database-line.ts";
export { InUse } from "./platform/database/embedded.server.ts";
export { OtherVersion } from "./platform/database/migrate.server.ts";
export { makeLog } from "./platform/log.server.ts";
export { readSettings as readEnvironment } from "./platform/settings.server.ts";
export { openServices } from "./services.server.ts";
export { startUp } from "./start-up.server.ts";

/** What the services of a whole process run in the background. */
export const jobs = (services: Services) => ({ taskList: tasks(services, letters), crontab: timetable });

export interface App {
  readonly listener: RequestListener;
  /** @returns false when the upgrade is not ours */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean;
  stop(): Promise<void>;
}

const aKilobyte = 1024;
const deadlineMs = 20_000;

/** The whole web side of one process: pages, plain routes, files, socket. */
export async function createApp(services: Services, options: { readonly clientDir: string | null }): Promise<App> {
  const { environment, pool, log, traces } = services;
  const { origin } = environment;
  const app = new Hono<{ Bindings: HttpBindings }>();
  const build = {
    ...(await import("virtual:react-router/server-build")),
    allowedActionOrigins: [new URL(origin).host],
  } as unknown as ServerBuild;
  const handler = createRequestHandler(build, import.meta.env.MODE);
  const live = openLive(services);
  const deskStreams = openDeskStreams(services);
  const gate = openGate({ origin, pool, sockets: live.open, ticks: live.ticks, seen: live.seen, log, traces });
  const sayAway = atMostEvery(5_000, (code: string) => log("database: niet bereikbaar", { code }));
  const patterns = new WeakMap<IncomingMessage, string>();

  /** The one place where a fault becomes an answer. */
  function problem(fault: unknown, request: Request, typed: Typed | null): Response {
    if (fault instanceof Refused) return barePage(fault.status, "refused", request);
    if (isAway(fault)) {
      sayAway(labelOf(fault).code);
      return barePage(503, "wait", request, typed);
    }
    if (fault instanceof Busy) return barePage(503, "busy", request, typed);
    return isUnreadable(fault) ? barePage(400, "unreadable", request) : barePage(500, "fault", request, typed);
  }

  app.use(async (c, next) => {
    await next();
    if (hasSteadyHeaders(c.res)) return;
    for (const [name, value] of Object.entries(steadyHeaders)) if (!c.res.headers.has(name)) c.header(name, value);
    if (origin.startsWith("https:")) c.header("Strict-Transport-Security", transportSecurity);
    // an answer to somebody we know may be theirs alone: unless it says otherwise it stays in no store
    if (c.req.header("cookie") && !c.res.headers.has("Cache-Control")) c.header("Cache-Control", "no-store");
  });
  app.get("/healthz", (c) => c.text("ok"));
  app.get("/readyz", async (c) => {
    try {
      await within(2_000, () => pool.query("select 1"));
      return c.text("ready");
    } catch {
      return c.text("database not reachable", 503);
    }
  });
  app.get("/metrics", (c) => {
    const may = environment.metricsToken ? bears(c.req.header("authorization"), environment.metricsToken) : isOnThisMachine(c);
    return may ? gate.metrics.text() : barePage(404, "missing", c.req.raw);
  });
  app.get("/.well-known/security.txt", (c) =>
    c.text(securityTxt({ origin, contact: contactOf(environment.securityContact, origin) }, new Date())),
  );
  if (options.clientDir) {
    const forever = "public, max-age=31536000, immutable";
    app.use(
      "/assets/*",
      serveStatic({ root: options.clientDir, precompressed: true, onFound: (_path, c) => c.header("Cache-Control", forever) }),
    );
  }
  app.use(async (c, next) => {
    const knocked = gate.knock(c.env.incoming);
    if (knocked.turned) {
      const { status, what } = knocked.turned;
      return asksApi(c.req.path) ? problemJson(status, "", c.req.path) : barePage(status, what, c.req.raw);
    }
    try {
      await next();
    } finally {
      // Who gave up waiting is no fault of ours, whatever became of the answer.
      const { outgoing } = c.env;
      const isGone = outgoing.destroyed && !outgoing.writableFinished;
      const status = isGone && c.res.status >= 500 ? 499 : c.res.status;
      knocked.leave({ route: patterns.get(c.env.incoming) ?? routePath(c, -1), status });
    }
  });
  // A report is long text, and the same for everybody: no secret stands in it that its length could tell.
  app.use("/verslag/*", compress());
  // Before the limits below, which make a whole request of each; these posts have a limit of their own.
  roomPosts(app, services);
  const tooLarge = async (c: Context<{ Bindings: HttpBindings }>) => {
    await spill(c.env.incoming);
    return barePage(413, "tooLarge", c.req.raw);
  };
  const forms = bodyLimit({ maxSize: 256 * aKilobyte, onError: tooLarge });
  const files = bodyLimit({ maxSize: 2048 * aKilobyte, onError: tooLarge });
  // a little more than the largest file, for what a form puts around it
  const large = bodyLimit({ maxSize: fileLimits.bytes + 256 * aKilobyte, onError: tooLarge });
  const limitOf = (path: string) =>
    path.endsWith("/bestanden") || path === "/mail/antwoord" ? large : path.includes("/bestand") ? files : forms;
  app.use((c, next) => limitOf(c.req.path)(c, next));
  plainRoutes(app, { services, live, deskStreams });
  const once = makeOnce({ keepMs: 5 * 60_000, most: 2_000 });
  app.all("*", (c) => {
    const attempt = c.req.method === "GET" ? undefined : c.req.header("x-attempt");
    if (!attempt || !/^[\w-]{20,64}$/.test(attempt) || !c.req.path.endsWith(".data")) return answer(c);
    const who = hashOf(c.req.header("cookie") ?? "").toString("base64");
    return once(`${who} ${attempt} ${c.req.path}`, Date.now(), () => answer(c));
  });
  async function answer(c: Context<{ Bindings: HttpBindings }>): Promise<Response> {
    const request = c.req.raw;
    const { pathname, search } = new URL(request.url);
    const outcome: Outcome = { pattern: null, fault: null };
    // A second look at the form: given back when the database is gone, and proof that it can be read at all.
    const kept = request.method === "GET" || request.method === "HEAD" ? null : readTyped(request.clone());
    const typed = await kept?.catch(() => "torn" as const);
    if (typed === "torn") return barePage(400, "unreadable", request);
    try {
      const context = new RouterContextProvider();
      context.set(servicesContext, services);
      context.set(outcomeContext, outcome);
      const page = await within(deadlineMs, async () => {
        context.set(visitContext, await visitOf(services, request, pathname + search, randomBytes(16).toString("base64")));
        return handler(request, context);
      });
      patterns.set(c.env.incoming, outcome.pattern ?? "none");
      const isOurs = !(outcome.fault instanceof Refused || isAway(outcome.fault) || isUnreadable(outcome.fault));
      // A fault after a form has a page of its own too: with what was typed.
      if (isOurs && (page.status < 500 || typed === null || typed === undefined)) return page;
      void page.body?.cancel().catch(() => {});
    } catch (error) {
      outcome.fault = error;
      if (!isAway(error)) log("fault", labelOf(error));
    }
    return problem(outcome.fault, request, typed ?? null);
  }
  app.onError((error, c) => {
    if (!isAway(error)) log("fault", { ...labelOf(error), route: routePath(c, -1) });
    return asksApi(c.req.path) ? problemJson(isAway(error) ? 503 : 500, "", c.req.path) : problem(error, c.req.raw, null);
  });

  const posts = openPostLane(services, gate);
  const pages = getRequestListener(app.fetch, {
    errorHandler: () => new Response(null, { status: 400, headers: steadyHeaders }),
  });
  return {
    listener: (incoming, outgoing) => (posts(incoming, outgoing) ? undefined : pages(incoming, outgoing)),
    upgrade: live.upgrade,
    async stop() {
      deskStreams.stop();
      await live.stop();
    },
  };
}

/** By its own connection, and not through a proxy. */
function isOnThisMachine(c: Context<{ Bindings: HttpBindings }>): boolean {
  const from = (c.env.incoming.socket.remoteAddress ?? "").replace("::ffff:", "");
  const passedOn = ["x-forwarded-for", "forwarded", "x-real-ip"].some((name) => c.req.header(name) !== undefined);
  return (from.startsWith("127.") || from === "::1") && !passedOn;
}

/** Slow or silent clients are ended; the rest of the limits stand where the server is made. */
export function limits(server: Server): void {
  server.headersTimeout = 10_000;
  server.requestTimeout = 20_000;
  server.keepAliveTimeout = 65_000;
  server.maxHeadersCount = 100;
}

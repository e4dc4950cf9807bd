import { PassThrough } from "node:stream";
import { createReadableStreamFromReadable } from "@react-router/node";
import { renderToPipeableStream } from "react-dom/server";
import { type EntryContext, isRouteErrorResponse, type RouterContextProvider, ServerRouter } from "react-router";
import { drawnContext, outcomeContext, servicesContext, visitContext } from "./dialogue/access/context.server.ts";
import { PageContext } from "./language/page-context.ts";
import { isAway, labelOf } from "./platform/database/database-fault.ts";
import { permissionsFor, policyFor } from "./platform/http/headers.ts";
import { Refused } from "./platform/http/refused.ts";

/** Where people see and hear each other, and where they try out whether they can. */
const seen = /^\/((team\/:dialogue\/)?bijeenkomst\/:session|verbindingstest)(\/|$)/;

export const streamTimeout = 8_000;

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  router: EntryContext,
  context: RouterContextProvider,
) {
  const { nonce, locale } = context.get(visitContext);
  const { environment } = context.get(servicesContext);
  headers.set("Content-Type", "text/html; charset=utf-8");
  headers.set(
    "Content-Security-Policy",
    policyFor({
      ...{ nonce, dev: import.meta.env.DEV, origin: environment.origin, themeCssUrl: environment.themeCssUrl },
      livekit: environment.livekit,
    }),
  );
  headers.set("Permissions-Policy", permissionsFor(seen.test(context.get(outcomeContext).pattern ?? "")));
  if (!headers.has("Cache-Control")) headers.set("Cache-Control", "no-store");
  if (request.method === "HEAD") return new Response(null, { status, headers });
  return new Promise<Response>((resolve, reject) => {
    let code = status;
    const drawn = context.get(drawnContext);
    const page = (
      <PageContext value={{ nonce, locale, ...(drawn !== null && { drawn }) }}>
        <ServerRouter context={router} url={request.url} nonce={nonce} />
      </PageContext>
    );
    // Whole pages: nothing here waits on a slow part, and a whole page can be compressed at once.
    const { pipe, abort } = renderToPipeableStream(page, {
      nonce,
      // In one piece: what React sets apart, only a script would put in its place.
      progressiveChunkSize: Number.POSITIVE_INFINITY,
      onAllReady() {
        clearTimeout(timer);
        const body = new PassThrough();
        pipe(body);
        resolve(new Response(createReadableStreamFromReadable(body), { status: code, headers }));
      },
      onShellError: reject,
      onError() {
        code = 500;
      },
    });
    const timer = setTimeout(abort, streamTimeout);
  });
}

/** Logged once, here, by name and place: a message may hold what people typed. */
export function handleError(
  error: unknown,
  { request, context }: { request: Request; context: Readonly<RouterContextProvider> },
): void {
  if (request.signal.aborted || (isRouteErrorResponse(error) && error.status < 500)) return;
  const outcome = context.get(outcomeContext);
  outcome.fault ??= error;
  if (error instanceof Refused || isAway(error)) return;
  const where =
    error instanceof Error ? (error.stack ?? "").split("\n").find((line) => line.trim().startsWith("at ")) : undefined;
  context.get(servicesContext).log("fault", {
    ...labelOf(error),
    route: outcome.pattern ?? "",
    where: (where ?? "").trim().slice(0, 200),
  });
}

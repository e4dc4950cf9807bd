import type { IncomingMessage } from "node:http";
import type pg from "pg";
import { readCookie } from "../../platform/http/cookie.server.ts";
import { makeDoorman, type Turned } from "../../platform/http/doorman.ts";
import { makeMetrics } from "../../platform/metrics.server.ts";
import { digestOf } from "../../platform/secret.server.ts";
import type { Log } from "../../platform/services.server.ts";
import type { Traces } from "../../platform/traces.server.ts";

const slowMs = 2_000;
/** Who may not, who came with a link that opens nothing, and who asks too much; and a sign-in that does not succeed. */
const refusals = [401, 403, 410, 429];
export const isRefusal = (route: string, status: number): boolean =>
  refusals.includes(status) || (route.startsWith("/team/aanmelden") && status >= 400 && status < 500 && status !== 404);

interface Passed {
  readonly turned: null;
  /** Once it is answered. */
  leave(about: { readonly route: string; readonly status: number }): void;
}
export interface Gate {
  /** Whoever was turned away is so for good, however often is asked. */
  knock(incoming: IncomingMessage): Passed | { readonly turned: Turned };
  readonly metrics: ReturnType<typeof makeMetrics>;
}

/** Every request that wants more than a file comes by here, once, before anything else looks at it. */
export function openGate(at: {
  readonly origin: string;
  readonly pool: pg.Pool;
  readonly sockets: () => number;
  readonly ticks: () => number;
  readonly seen: () => number;
  readonly log: Log;
  readonly traces: Traces | null;
}): Gate {
  const doorman = makeDoorman({ origin: at.origin, inHand: { known: 2_000, unknown: 500, device: 24 } });
  const metrics = makeMetrics(at);
  const inHand = { known: 0, unknown: 0 };
  const ofDevice = new Map<string, number>();
  const turnedAway = new WeakMap<IncomingMessage, Turned>();

  return {
    metrics,
    knock(incoming) {
      const before = turnedAway.get(incoming);
      if (before) return { turned: before };
      const { method = "GET", url: path = "/", headers } = incoming;
      const secret = readCookie(headers.cookie, "mee") ?? readCookie(headers.cookie, "team");
      const from = secret ? "known" : "unknown";
      const device = secret ? digestOf(secret) : null;
      const now = Date.now();
      const knock = { method, path, origin: headers.origin, contentType: headers["content-type"], device };
      const turned = doorman(knock, now, inHand[from], device === null ? 0 : ofDevice.get(device));
      if (turned) {
        metrics.turnedAway(turned.status);
        turnedAway.set(incoming, turned);
        return { turned };
      }
      inHand[from] += 1;
      if (device !== null) ofDevice.set(device, (ofDevice.get(device) ?? 0) + 1);
      const began = performance.now();
      return {
        turned: null,
        leave({ route, status }) {
          inHand[from] -= 1;
          if (device !== null) {
            const left = (ofDevice.get(device) ?? 1) - 1;
            if (left > 0) ofDevice.set(device, left);
            else ofDevice.delete(device);
          }
          const about = { method, route, status, ms: Math.round(performance.now() - began) };
          metrics.answered(about);
          at.traces?.ended({
            ...{
              name: `${method} ${route}`,
              kind: "server",
              ms: about.ms,
              failed: status >= 500,
              parent: headers.traceparent?.toString(),
            },
            attributes: { "http.request.method": method, "http.route": route, "http.response.status_code": status },
          });
          if (about.ms > slowMs) at.log("traag", about);
          if (isRefusal(route, status)) {
            metrics.refused(status);
            // which pattern, and nothing of who asked: the journal has the moment
            at.log("geweigerd", { method, route, status });
          }
        },
      };
    },
  };
}

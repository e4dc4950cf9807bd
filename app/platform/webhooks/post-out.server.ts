import http from "node:http";
import https from "node:https";
import { isClosedNumber, lookupOf } from "./address.server.ts";
import { type HookProblem, readAddress } from "./hook.ts";

interface Outgoing {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}
export interface Answered {
  readonly status: number | null;
  readonly problem: HookProblem | null;
  /** What the other side asked to wait. */
  readonly waitMs: number | null;
}
export type PostOut = (outgoing: Outgoing) => Promise<Answered>;

const deadlineMs = 10_000;

/**
 * Posts to an address that somebody typed. Nothing is followed, nothing of the answer is read but its status, and nothing goes to
 * where a network is closed, but for hosts that are named outside (WEBHOOK_HOSTS).
 */
export function makePostOut(allowed: readonly string[], ms = deadlineMs): PostOut {
  return ({ url: text, headers, body }) =>
    new Promise((resolve) => {
      const say = (problem: HookProblem | null, status: number | null = null, waitMs: number | null = null) =>
        resolve({ status, problem, waitMs });
      const read = readAddress(text, allowed);
      if (!read.ok) return say("address");
      const url = new URL(read.url);
      if (isClosedNumber(url, allowed)) return say("address");
      const request = url.protocol === "https:" ? https.request : http.request;
      const signal = AbortSignal.timeout(ms);
      const asked = request(
        url,
        {
          method: "POST",
          agent: false,
          lookup: lookupOf(url, allowed),
          signal,
          maxHeaderSize: 16_384,
          headers: { ...headers, "content-length": Buffer.byteLength(body), connection: "close" },
        },
        (answer) => {
          answer.on("error", () => {});
          answer.destroy();
          const status = answer.statusCode ?? 0;
          if (status >= 200 && status < 300) return say(null, status);
          return say(status >= 300 && status < 400 ? "redirect" : "answer", status, waitOf(answer.headers["retry-after"]));
        },
      );
      asked.on("error", (error: NodeJS.ErrnoException) => {
        if (signal.aborted) return say("timeout");
        return say(error.code === "ECLOSED" ? "address" : "unreachable");
      });
      asked.end(body);
    });
}

function waitOf(header: string | undefined): number | null {
  if (header === undefined) return null;
  const ms = /^\d{1,6}$/.test(header) ? Number(header) * 1_000 : Date.parse(header) - Date.now();
  return Number.isFinite(ms) && ms > 0 ? ms : null;
}

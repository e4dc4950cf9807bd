import type { IncomingMessage, ServerResponse } from "node:http";
import type { HttpBindings } from "@hono/node-server";
import type { Hono } from "hono";
import { entranceOf } from "../../dialogue/access/entrance.server.ts";
import type { Gate } from "../../dialogue/access/gate.server.ts";
import type { Asks } from "../../dialogue/access/plain-door.server.ts";
import { Busy } from "../../platform/cache/batch.ts";
import { isAway } from "../../platform/database/database-fault.ts";
import { shortHeaders } from "../../platform/http/headers.ts";
import type { Services } from "../../platform/services.server.ts";
import { returnTo } from "./deed.server.ts";
import { type Answer, type DeedName, deedNames, deedPatterns } from "./deed.ts";
import { post } from "./post.server.ts";

interface Answered {
  readonly answer: Answer;
  readonly status: number;
  readonly returnTo: string;
}
interface Posted {
  readonly name: DeedName;
  readonly session: string;
  readonly contribution: string | undefined;
  readonly type: string | undefined;
  readonly text: string;
}

/** More than the longest contribution with all its details, as a form writes it. */
const longest = 128 * 1024;
const isShort = (length: string | undefined): boolean => Number(length ?? Number.NaN) <= longest;

/** A ballot without script is answered here as well, unless there is something to show: then the page does. */
export function roomPosts(app: Hono<{ Bindings: HttpBindings }>, services: Services): void {
  const answerTo = answersOf(services);
  app.post(deedPatterns.ballot, async (c, next) => {
    if (!isShort(c.env.incoming.headers["content-length"])) return next();
    const text = await c.req.text();
    const session = c.req.param("session") ?? "";
    const posted = { name: "ballot", session, contribution: undefined, type: c.req.header("content-type"), text } as const;
    const { answer, returnTo: where } = await answerTo(c.req.raw, posted);
    if (answer.status === "kept") return c.redirect(`/bijeenkomst/${session}${where}`, 303);
    // It reads the same post again.
    const { method, headers, url } = c.req.raw;
    c.req.raw = new Request(url, { method, headers, body: text });
    return next();
  });
}

/**
 * The room's forms for a page with script, which wants a short answer. They come by the thousand at once, so they pass by all that
 * makes a request and an answer of each; through the same gate, and the same door.
 * @returns false for any other request
 */
export function openPostLane(services: Services, gate: Gate): (incoming: IncomingMessage, outgoing: ServerResponse) => boolean {
  const answerTo = answersOf(services);
  const steady = shortHeaders("application/json", services.environment.origin.startsWith("https:"));

  return (incoming, outgoing) => {
    const { headers } = incoming;
    if (incoming.method !== "POST" || !headers.accept?.startsWith("application/json")) return false;
    const at = isShort(headers["content-length"]) ? addressOf(incoming.url ?? "") : null;
    if (!at) return false;
    const knocked = gate.knock(incoming);
    if (knocked.turned) return false;
    let status = 499; // whoever asked is gone
    outgoing.on("close", () => knocked.leave({ route: deedPatterns[at.name], status }));
    const parts: Buffer[] = [];
    incoming.on("error", () => {});
    incoming.on("data", (part: Buffer) => parts.push(part));
    incoming.on("end", async () => {
      const text = (parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts)).toString();
      const asks: Asks = { url: incoming.url ?? "/", headers: { get: (name) => headers[name]?.toString() ?? null } };
      const answered = await answerTo(asks, { ...at, type: headers["content-type"], text });
      const said = JSON.stringify(answered.answer);
      status = answered.status;
      outgoing.writeHead(status, [...steady, "Content-Length", String(Buffer.byteLength(said))]);
      outgoing.end(said);
    });
    return true;
  };
}

const nameOf = new Map(deedNames.map((name) => [deedPatterns[name], name]));

/** Which form of the room an address is of; only as the room itself writes it. */
function addressOf(url: string): Pick<Posted, "name" | "session" | "contribution"> | null {
  const [path = ""] = url.split("?", 1);
  const [, first, session = "", part, id, more] = path.split("/", 7);
  if (first !== "bijeenkomst" || part === undefined) return null;
  const pattern = `/bijeenkomst/:session/${part}${id === undefined ? "" : "/:contribution"}${more === undefined ? "" : `/${more}`}`;
  const name = nameOf.get(pattern);
  return name === undefined ? null : { name, session, contribution: id };
}

function answersOf(services: Services): (asks: Asks, posted: Posted) => Promise<Answered> {
  const entrance = entranceOf(services);
  const no = (status: number, code: string): Answered => ({
    answer: { status: "refused", code, typed: {} },
    status,
    returnTo: "",
  });
  return async (asks, { name, session, contribution, type, text }) => {
    try {
      if (!type?.startsWith("application/x-www-form-urlencoded")) return no(415, "unknown");
      const entered = await entrance(asks, { pattern: deedPatterns[name], session, writes: true });
      if ("refused" in entered) return no(entered.refused, refusals[entered.refused] ?? "unknown");
      const form = new URLSearchParams(text);
      const { answer, status } = await post(services, name, { place: entered, contribution, form });
      return { answer, status, returnTo: returnTo(form) };
    } catch (error) {
      // Too much at once, a fault, the database away: whoever sent it keeps it and tries again.
      if (!(error instanceof Busy || isAway(error))) services.log("fault", { name: (error as Error).name, at: name });
      return { answer: { status: "offline" }, status: 503, returnTo: "" };
    }
  };
}

const refusals: Readonly<Record<number, string>> = { 303: "link", 401: "link", 403: "removed", 404: "not-yours" };

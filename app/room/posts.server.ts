import type { HttpBindings } from "@hono/node-server";
import type { Context, Hono } from "hono";
import { entranceOf } from "../entrance.server.ts";
import { Busy } from "../platform/batch.ts";
import { isAway } from "../platform/database-fault.ts";
import { shortAnswer } from "../platform/headers.ts";
import type { Services } from "../services.server.ts";
import { returnTo } from "./deed.server.ts";
import { type Answer, type DeedName, deedNames, deedPatterns } from "./deed.ts";
import { post } from "./post.server.ts";

interface Answered {
  readonly answer: Answer;
  readonly status: number;
  readonly returnTo: string;
}

/**
 * The room's forms for a page with script, which wants a short answer: they pass by React Router. A post without script goes on
 * to the pages, except a ballot: that is answered here as well, unless there is something to show.
 */
export function roomPosts(app: Hono<{ Bindings: HttpBindings }>, services: Services): void {
  const entrance = entranceOf(services);
  const secure = services.environment.origin.startsWith("https:");
  for (const name of deedNames)
    app.post(deedPatterns[name], async (c, next) => {
      const short = c.req.header("accept")?.startsWith("application/json") ?? false;
      const length = Number(c.env.incoming.headers["content-length"] ?? Number.NaN);
      if ((!short && name !== "ballot") || !(length <= longest)) return next();
      const text = await c.req.text();
      const { answer, status, returnTo: where } = await answerTo(c, name, text);
      if (short) return shortAnswer(JSON.stringify(answer), { status, type: "application/json", secure });
      if (answer.status === "kept") return c.redirect(`/bijeenkomst/${c.req.param("session")}${where}`, 303);
      // The page shows what went wrong: it reads the same post again.
      const { method, headers, url } = c.req.raw;
      c.req.raw = new Request(url, { method, headers, body: text });
      return next();
    });

  async function answerTo(c: Context, name: DeedName, text: string): Promise<Answered> {
    const no = (status: number, code: string): Answered => ({
      answer: { status: "refused", code, typed: {} },
      status,
      returnTo: "",
    });
    const wait: Answered = { answer: { status: "offline" }, status: 503, returnTo: "" };
    try {
      const form = formOf(c.req.header("content-type"), text);
      if (!form) return no(415, "unknown");
      const entered = await entrance(c.req.raw, {
        pattern: deedPatterns[name],
        session: c.req.param("session") ?? "",
        writes: true,
      });
      if ("refused" in entered) return no(entered.refused, refusals[entered.refused] ?? "unknown");
      const done = await post(services, name, { place: entered, contribution: c.req.param("contribution"), form });
      return { ...done, returnTo: returnTo(form) };
    } catch (error) {
      // Too much at once, a fault, the database away: whoever sent it keeps it and tries again.
      if (!(error instanceof Busy || isAway(error))) services.log("fault", { name: (error as Error).name, at: name });
      return wait;
    }
  }
}

/** More than the longest contribution with all its details, as a form writes it. */
const longest = 128 * 1024;

const refusals: Readonly<Record<number, string>> = { 303: "link", 401: "link", 403: "removed", 404: "not-yours" };

function formOf(type: string | undefined, text: string): FormData | null {
  if (!type?.startsWith("application/x-www-form-urlencoded")) return null;
  const form = new FormData();
  for (const [name, value] of new URLSearchParams(text)) form.append(name, value);
  return form;
}

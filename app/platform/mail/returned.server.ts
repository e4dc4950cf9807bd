import type { HttpBindings } from "@hono/node-server";
import { and, sql } from "drizzle-orm";
import type { Hono } from "hono";
import { matches } from "../database/matches.server.ts";
import { barePage } from "../http/bare-page.server.ts";
import { bears } from "../secret.server.ts";
import type { Services } from "../services.server.ts";
import { readReturned } from "./returned.ts";
import { mail } from "./tables.ts";

/**
 * Where the mail server of the organisation brings what comes back to the sender: the message as it is, with a token.
 * 200: it was a letter of ours, which is marked; 202: it was something else. Nothing of the message is kept.
 */
export function takeReturns(
  app: Hono<{ Bindings: HttpBindings }>,
  { db, environment, log }: Pick<Services, "db" | "environment" | "log">,
): void {
  const { mailReturnToken: token, origin } = environment;
  app.post("/mail/terug", async (c) => {
    if (!token || !bears(c.req.header("authorization"), token)) return barePage(404, "missing", c.req.raw);
    const returned = readReturned(await c.req.text(), new URL(origin).hostname);
    if (!returned) return c.text("no letter of ours that came back\n", 202);
    const { mailId, dueAt, code } = returned;
    const marked = await db
      .update(mail)
      .set({ state: "failed", error: code })
      .where(
        and(
          matches(mail, { id: mailId, state: "sent" }),
          sql`date_trunc('milliseconds', ${mail.dueAt}) = ${dueAt.toISOString()}::timestamptz`,
        ),
      )
      .returning({ id: mail.id });
    if (marked.length > 0) log("mail: kwam terug", { mail: mailId, code });
    return c.text(marked.length > 0 ? "marked\n" : "known already\n");
  });
}

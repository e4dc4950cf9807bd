import type { HttpBindings } from "@hono/node-server";
import type { Context } from "hono";
import { barePage } from "../../platform/http/bare-page.server.ts";
import { shortAnswer } from "../../platform/http/headers.ts";
import { bears } from "../../platform/secret.server.ts";
import type { Services } from "../../platform/services.server.ts";
import { receiveReply } from "./reply-mail.server.ts";

/**
 * Where the mail server of the organisation hands over what came for REPLY_MAIL, one mail a request, as it is. It says what became of it; only
 * when the database is away it fails, so that the mail server tries again.
 */
export function openReplyPost({ db, environment, log }: Pick<Services, "db" | "environment" | "log">) {
  const { inbound, origin } = environment;
  return async (c: Context<{ Bindings: HttpBindings }>): Promise<Response> => {
    if (!inbound || !bears(c.req.header("authorization"), inbound.token)) return barePage(404, "missing", c.req.raw);
    const raw = Buffer.from(await c.req.arrayBuffer());
    const outcome = await receiveReply(db, raw, { address: inbound.address, origin });
    log("mail: antwoord", { outcome });
    return shortAnswer(JSON.stringify({ outcome }), {
      status: 200,
      type: "application/json",
      secure: origin.startsWith("https:"),
    });
  };
}

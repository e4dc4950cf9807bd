import type { Reader } from "../../platform/database/change.server.ts";
import type { Environment } from "../../platform/environment.ts";
import { type Caller, findByKey, findByOauthClient, keyMark, noteUsed } from "../connections/applications.server.ts";
import { base } from "./resources.ts";
import { clientOf } from "./token.server.ts";

export type Called =
  | { readonly status: "nobody" }
  | { readonly status: "known"; readonly caller: Caller }
  /** What was shown opens nothing: unknown, over, or ended. */
  | { readonly status: "wrong" }
  | { readonly status: "away" };

/** Which application asks, by the key or the token in its Authorization header. */
export async function whoCalls(
  db: Reader,
  { origin, oidc }: Pick<Environment, "origin" | "oidc">,
  header: string | undefined,
  now: Date,
): Promise<Called> {
  if (header === undefined) return { status: "nobody" };
  const shown = /^Bearer ([\w.~+/=-]{1,8192})$/i.exec(header)?.[1];
  if (!shown) return { status: "wrong" };
  const caller = shown.startsWith(keyMark) ? await findByKey(db, shown) : await byToken(shown);
  if (caller === "away") return { status: "away" };
  if (!caller) return { status: "wrong" };
  await noteUsed(db, caller.id, now);
  return { status: "known", caller };

  async function byToken(token: string): Promise<Caller | "away" | null> {
    if (!oidc || token.split(".").length !== 3) return null;
    const client = await clientOf(token, { issuer: oidc.issuer, audience: origin + base });
    return client === null || client === "away" ? client : findByOauthClient(db, client);
  }
}

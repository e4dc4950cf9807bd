import { createHmac } from "node:crypto";
import type { IceServer } from "../client/signal.ts";
import type { IceServerSetting } from "./settings.ts";

const holdsSeconds = 6 * 3600;

/**
 * Servers that help a browser through its firewall. With a shared secret, name and password are made for this person and pass after
 * six hours, as coturn reads them (`use-auth-secret`).
 */
export function iceServersFor(servers: readonly IceServerSetting[], person: string, now: number): readonly IceServer[] {
  return servers.map(({ secret, ...server }) => {
    if (!secret) return server;
    const username = `${Math.floor(now / 1000) + holdsSeconds}:${createHmac("sha256", secret).update(person).digest("hex").slice(0, 16)}`;
    return { ...server, username, credential: createHmac("sha1", secret).update(username).digest("base64") };
  });
}

import { openPlainDoor } from "../plain-door.server.ts";
import { readCookie } from "../platform/cookie.server.ts";
import { hashOf } from "../platform/secret.server.ts";
import type { Services } from "../services.server.ts";

type Entered = Awaited<ReturnType<typeof openPlainDoor>>;

const holdsMs = 1_500;
const most = 20_000;

/** The door for routes that many people post to at once: asked once per device and moment, not at each post. */
export function makeEntrance(services: Services) {
  const known = new Map<string, { readonly entered: Promise<Entered>; readonly until: number }>();
  return function entrance(request: Request, pattern: string, session: string): Promise<Entered> {
    const cookies = request.headers.get("cookie");
    const secret = readCookie(cookies, "mee");
    const ask = () => openPlainDoor(services, request, { pattern, params: { session }, writes: true });
    // Whoever is also signed in for the team is asked anew: the key would not tell the roles apart.
    if (!secret || readCookie(cookies, "team")) return ask();
    const now = Date.now();
    const key = `${pattern} ${session} ${hashOf(secret).toString("base64")}`;
    const held = known.get(key);
    if (held && held.until > now) return held.entered;
    known.delete(key);
    // The oldest stand first.
    for (const [old, { until }] of known) {
      if (known.size < most && until > now) break;
      known.delete(old);
    }
    const entered = ask();
    known.set(key, { entered, until: now + holdsMs });
    // A no, or a fault, is not remembered: the person may be let in the next moment.
    entered.then(
      (answer) => answer instanceof Response && known.delete(key),
      () => known.delete(key),
    );
    return entered;
  };
}

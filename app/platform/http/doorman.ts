import { makeBrake } from "./brake.ts";

export type Turned = { readonly status: 400 | 403 | 415 | 429 | 503; readonly what: "unreadable" | "foreign" | "busy" };

export interface Knock {
  readonly method: string;
  /** As it stands in the request, still encoded. */
  readonly path: string;
  readonly origin: string | undefined;
  readonly contentType: string | undefined;
  /** What tells one device from another; null for a visitor without one. */
  readonly device: string | null;
}

/** Addresses that would reach the database, or a page, in a torn state. */
function isReadable(path: string): boolean {
  try {
    return !/\p{Cc}/u.test(decodeURIComponent(path.split("?")[0] ?? "")) && !/%00/.test(path);
  } catch {
    return false;
  }
}

/** A mail program, which is no page of anybody, stops letters by the secret link in them (RFC 8058). A browser would say its origin. */
const isOneClick = ({ path, origin, device }: Knock): boolean =>
  origin === undefined && device === null && /^\/programmapost\/[\w-]{20,100}$/.test(path);

/**
 * LiveKit tells what happened there, signed, and a mail server what came back or was answered, with a token; they are no page of anybody
 * either.
 */
const hooks = ["/media/livekit", "/mail/terug", "/mail/antwoord"];
const isHook = ({ path, origin, device }: Knock): boolean => origin === undefined && device === null && hooks.includes(path);

/**
 * Turns away at the door what no page needs to see. Limits are per device, never per address, since officials share one;
 * visitors without a device share what the process can have in hand at once, apart from those with one.
 */
export function makeDoorman(options: {
  readonly origin: string;
  readonly inHand: { readonly known: number; readonly unknown: number; readonly device: number };
}) {
  const brake = makeBrake({ burst: 240, perSecond: 40, most: 20_000 });
  return (knock: Knock, now: number, inHand: number, ofDevice = 0): Turned | null => {
    if (!isReadable(knock.path)) return { status: 400, what: "unreadable" };
    if (knock.method !== "GET" && knock.method !== "HEAD" && !isHook(knock)) {
      // A form of ours comes from our own origin; a browser always says so.
      if (knock.origin !== options.origin && !isOneClick(knock)) return { status: 403, what: "foreign" };
      if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(knock.contentType ?? ""))
        return { status: 415, what: "unreadable" };
    }
    // One device that asks all at once would keep every connection to the database from the others.
    if (knock.device !== null && (ofDevice >= options.inHand.device || !brake.pass(knock.device, now)))
      return { status: 429, what: "busy" };
    if (inHand >= options.inHand[knock.device === null ? "unknown" : "known"]) return { status: 503, what: "busy" };
    return null;
  };
}

import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import type { Passes } from "../relay/relay-messages.ts";

/** A pair that LiveKit knows (`keys:` in its settings). */
export interface KeyPair {
  readonly key: string;
  readonly secret: string;
}
/** What of LiveKit a token opens: its `VideoGrant`. Whatever is not named it does not open, or is said to be shut here. */
export interface Grant {
  readonly room?: string;
  readonly roomJoin?: boolean;
  readonly roomCreate?: boolean;
  readonly roomList?: boolean;
  readonly roomAdmin?: boolean;
  readonly canPublish?: boolean;
  readonly canPublishData?: boolean;
  readonly canPublishSources?: readonly string[];
  readonly canSubscribe?: boolean;
  readonly canUpdateOwnMetadata?: boolean;
  readonly hidden?: boolean;
}
interface Claims {
  readonly iss?: string;
  readonly sha256?: string;
  readonly sub?: string;
  readonly name?: string;
  readonly video?: Grant;
}

const encoded = (part: object) => Buffer.from(JSON.stringify(part)).toString("base64url");
const sealOf = (secret: string, text: string) => createHmac("sha256", secret).update(text).digest();
const same = (a: Buffer, b: Buffer) => a.length === b.length && timingSafeEqual(a, b);
/** A clock may be ahead of another. */
const slackSeconds = 30;

/** A token for LiveKit (JWT, HS256). @param holdsSeconds how long one can come in with it */
export function signToken({ key, secret }: KeyPair, claims: Claims, now: number, holdsSeconds: number): string {
  const seconds = Math.floor(now / 1000);
  const head = encoded({ alg: "HS256", typ: "JWT" });
  const body = encoded({ iss: key, nbf: seconds - slackSeconds, exp: seconds + holdsSeconds, ...claims });
  return `${head}.${body}.${sealOf(secret, `${head}.${body}`).toString("base64url")}`;
}

const joinSeconds = 600;

/** For one's own room and nothing more: it makes no room, lists none, sends no data, and changes nothing about its holder. */
export function joinToken(
  pair: KeyPair,
  who: { readonly identity: string; readonly name: string; readonly room: string; readonly may: Permission },
  now: number,
): string {
  const { identity, name, room, may } = who;
  const { canSubscribe, canPublish, canPublishData, hidden } = may;
  const canPublishSources = may.canPublishSources.map((one) => one.toLowerCase());
  const opens = { canSubscribe, canPublish, canPublishSources, canPublishData, canUpdateOwnMetadata: false, hidden };
  const grant: Grant = { room, roomJoin: true, ...opens };
  return signToken(pair, { sub: identity, name, video: grant }, now, joinSeconds);
}

export interface Permission {
  readonly canSubscribe: boolean;
  readonly canPublish: boolean;
  readonly canPublishSources: readonly ("CAMERA" | "MICROPHONE")[];
  readonly canPublishData: false;
  readonly canUpdateMetadata: false;
  readonly hidden: boolean;
}

/** What somebody may do in their room. The audience of a plenary is in no list: thousands need not hear of each other. */
export function permissionFor(may: Passes, kind: "group" | "plenary"): Permission {
  const passes = may.sound || may.picture;
  return {
    canSubscribe: true,
    canPublish: passes,
    canPublishSources: [...(may.sound ? (["MICROPHONE"] as const) : []), ...(may.picture ? (["CAMERA"] as const) : [])],
    canPublishData: false,
    canUpdateMetadata: false,
    hidden: kind === "plenary" && !passes,
  };
}

/**
 * Whether LiveKit itself posted this: signed with our secret, not passed, and over this very body.
 * @param authorization the header: the token alone, or after `Bearer`
 */
export function isFromLiveKit({ key, secret }: KeyPair, authorization: string, body: string, now: number): boolean {
  const [head = "", claims = "", seal = "", ...more] = authorization.replace(/^Bearer /, "").split(".");
  if (more.length > 0 || !same(Buffer.from(seal, "base64url"), sealOf(secret, `${head}.${claims}`))) return false;
  const read = readJson(head);
  const said = readJson(claims);
  if (read?.alg !== "HS256" || said?.iss !== key) return false;
  const seconds = now / 1000;
  if (typeof said.exp !== "number" || said.exp + slackSeconds < seconds) return false;
  if (typeof said.nbf === "number" && said.nbf - slackSeconds > seconds) return false;
  return typeof said.sha256 === "string" && same(Buffer.from(said.sha256, "base64"), createHash("sha256").update(body).digest());
}

function readJson(part: string): Record<string, unknown> | null {
  try {
    const read: unknown = JSON.parse(Buffer.from(part, "base64url").toString());
    return typeof read === "object" && read !== null ? (read as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

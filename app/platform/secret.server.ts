import { createHash, hash, randomBytes, timingSafeEqual } from "node:crypto";

/** 256 bits that only the receiver knows; the database keeps the hash. */
export const makeToken = (): string => randomBytes(32).toString("base64url");
export const hashOf = (token: string): Buffer => createHash("sha256").update(token).digest();
/** The same as text. */
export const digestOf = (token: string): string => hash("sha256", token, "base64");

/** Whether a request brings this very token, compared in constant time. */
export const bears = (authorization: string | undefined, token: string): boolean =>
  timingSafeEqual(hashOf(authorization ?? ""), hashOf(`Bearer ${token}`));

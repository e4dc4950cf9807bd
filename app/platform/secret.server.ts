import { createHash, hash, randomBytes } from "node:crypto";

/** 256 bits that only the receiver knows; the database keeps the hash. */
export const makeToken = (): string => randomBytes(32).toString("base64url");
export const hashOf = (token: string): Buffer => createHash("sha256").update(token).digest();
/** The same as text. */
export const digestOf = (token: string): string => hash("sha256", token, "base64");

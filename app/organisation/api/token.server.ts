import type { JWTVerifyGetKey } from "jose";

/** Whose tokens are believed, and for what. */
export interface TokenSettings {
  readonly issuer: string;
  readonly audience: string;
}
const seconds = 5;
const keepMs = 60 * 60_000;
const found = new Map<string, { readonly keys: JWTVerifyGetKey; readonly at: number }>();

/** Asked anew each hour, and after each failure. */
async function keysOf(issuer: string): Promise<JWTVerifyGetKey> {
  const kept = found.get(issuer);
  if (kept && Date.now() - kept.at < keepMs) return kept.keys;
  const answer = await fetch(`${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`, {
    redirect: "error",
    signal: AbortSignal.timeout(seconds * 1_000),
  });
  const told = (await answer.json()) as { issuer?: unknown; jwks_uri?: unknown };
  if (told.issuer !== issuer || typeof told.jwks_uri !== "string") throw new Error("not this provider");
  const { createRemoteJWKSet } = await import("jose");
  const keys = createRemoteJWKSet(new URL(told.jwks_uri), { timeoutDuration: seconds * 1_000 });
  found.set(issuer, { keys, at: Date.now() });
  return keys;
}

/**
 * Which client a token is of, by the sign-in of the organisation (client credentials). It has to be signed by it, made for this API,
 * and not over; a token of a person, which is made for another, is nobody's here.
 * @returns null when it does not hold, `away` when the provider does not answer
 */
export async function clientOf(token: string, { issuer, audience }: TokenSettings): Promise<string | "away" | null> {
  const { errors, jwtVerify } = await import("jose");
  try {
    const { payload } = await jwtVerify(token, await keysOf(issuer), {
      issuer,
      audience,
      algorithms: ["RS256", "PS256", "ES256", "ES384", "EdDSA"],
      requiredClaims: ["exp", "iat"],
      clockTolerance: 5,
    });
    const client = payload.client_id ?? payload.azp;
    return typeof client === "string" && client !== "" ? client : null;
  } catch (error) {
    const isNo = error instanceof errors.JOSEError && !(error instanceof errors.JWKSTimeout);
    return isNo ? null : "away";
  }
}

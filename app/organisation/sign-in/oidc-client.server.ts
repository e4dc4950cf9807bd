import { createHash } from "node:crypto";
import type { Configuration } from "openid-client";
import type { OidcSettings } from "../../platform/http/oidc-settings.ts";
import { makeToken } from "../../platform/secret.server.ts";

/** What the organisation says of somebody. */
export interface Claims {
  readonly subject: string;
  readonly mail: string | null;
  readonly name: string;
  /** The words of the claim that gives roles. */
  readonly groups: readonly string[];
}
export type Answered =
  | { readonly status: "known"; readonly claims: Claims }
  /** The person stopped there, or what came back was not asked here. */
  | { readonly status: "stopped" }
  | { readonly status: "away" };

const backAt = (origin: string) => `${origin}/team/aanmelden/organisatie/terug`;
const seconds = 5;
const keepMs = 60 * 60_000;
const found = new Map<string, { readonly config: Configuration; readonly at: number }>();

/** Asked anew each hour, and after each failure: a provider that was away at our start is found when it is back. */
async function configOf(settings: OidcSettings): Promise<Configuration> {
  const kept = found.get(settings.issuer);
  if (kept && Date.now() - kept.at < keepMs) return kept.config;
  const { allowInsecureRequests, ClientSecretBasic, discovery } = await import("openid-client");
  const plain = settings.issuer.startsWith("http:");
  const config = await discovery(
    new URL(settings.issuer),
    settings.clientId,
    undefined,
    ClientSecretBasic(settings.clientSecret),
    { timeout: seconds, ...(plain ? { execute: [allowInsecureRequests] } : {}) },
  );
  found.set(settings.issuer, { config, at: Date.now() });
  return config;
}

/** One secret in the cookie gives all that has to come back as it went: nothing is kept here. */
const partOf = (secret: string, part: "state" | "nonce" | "verifier") =>
  createHash("sha256").update(`${part} ${secret}`).digest("base64url");

/** Where to send the browser, and what it has to bring back; null when the provider does not answer. */
export async function askProvider(settings: OidcSettings, origin: string): Promise<{ url: string; secret: string } | null> {
  const secret = makeToken();
  const { buildAuthorizationUrl, calculatePKCECodeChallenge } = await import("openid-client");
  try {
    const url = buildAuthorizationUrl(await configOf(settings), {
      redirect_uri: backAt(origin),
      scope: "openid email profile",
      code_challenge: await calculatePKCECodeChallenge(partOf(secret, "verifier")),
      code_challenge_method: "S256",
      state: partOf(secret, "state"),
      nonce: partOf(secret, "nonce"),
    });
    return { url: url.href, secret };
  } catch {
    return null;
  }
}

/** @param search the question of the address that the provider sent the browser to */
export async function readAnswer(settings: OidcSettings, origin: string, search: string, secret: string): Promise<Answered> {
  const client = await import("openid-client");
  let config: Configuration;
  try {
    config = await configOf(settings);
  } catch {
    return { status: "away" };
  }
  try {
    const tokens = await client.authorizationCodeGrant(config, new URL(backAt(origin) + search), {
      pkceCodeVerifier: partOf(secret, "verifier"),
      expectedState: partOf(secret, "state"),
      expectedNonce: partOf(secret, "nonce"),
      idTokenExpected: true,
    });
    const told = tokens.claims();
    if (!told) return { status: "stopped" };
    const more = config.serverMetadata().userinfo_endpoint
      ? await client.fetchUserInfo(config, tokens.access_token, told.sub)
      : {};
    return { status: "known", claims: claimsOf(settings, { ...told, ...more, sub: told.sub }) };
  } catch (error) {
    // what the provider says, and what does not hold, is a no; everything else is a line that broke
    const isNo =
      error instanceof client.ResponseBodyError ||
      error instanceof client.AuthorizationResponseError ||
      (error instanceof client.ClientError && !isBroken(error));
    return { status: isNo ? "stopped" : "away" };
  }
}

const isBroken = ({ code }: { readonly code?: string }) => code === "OAUTH_TIMEOUT" || code === "OAUTH_RESPONSE_IS_NOT_CONFORM";

function claimsOf(settings: OidcSettings, told: Readonly<Record<string, unknown>> & { readonly sub: string }): Claims {
  const text = (name: string) => (typeof told[name] === "string" ? (told[name] as string).trim() : "");
  const groups = settings.roles ? told[settings.roles.claim] : undefined;
  const mail = told.email_verified === false ? "" : text("email");
  return {
    subject: told.sub,
    mail: /^[^\s@<>]+@[^\s@<>]+$/.test(mail) ? mail : null,
    name: (text("name") || text("preferred_username")).slice(0, 120),
    groups: (Array.isArray(groups) ? groups : [groups]).filter((word): word is string => typeof word === "string"),
  };
}

/** Where one signs out of the organisation as well; null when it has no such address, or does not answer. */
export async function endAddress(settings: OidcSettings, origin: string): Promise<string | null> {
  try {
    const config = await configOf(settings);
    if (!config.serverMetadata().end_session_endpoint) return null;
    const { buildEndSessionUrl } = await import("openid-client");
    return buildEndSessionUrl(config, { client_id: settings.clientId, post_logout_redirect_uri: `${origin}/` }).href;
  } catch {
    return null;
  }
}

import { z } from "zod";

export interface OidcRoles {
  /** The claim that names groups or roles: a word, or a list of words. */
  readonly claim: string;
  readonly administrator: readonly string[];
  readonly organiser: readonly string[];
}
export interface OidcSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly name: string | undefined;
  readonly roles: OidcRoles | null;
  /** The team signs in no other way. */
  readonly only: boolean;
}

const words = z.array(z.string().min(1)).default([]);
const line = 'geef JSON, zoals {"claim":"groups","administrator":["klankbord-beheer"],"organiser":["klankbord-dialoog"]}';

const shape = z.strictObject({ claim: z.string().min(1), administrator: words, organiser: words });

export const oidcRoles = z.string().transform((text, told): OidcRoles => {
  try {
    return shape.parse(JSON.parse(text));
  } catch {
    told.addIssue({ code: "custom", message: line });
    return z.NEVER;
  }
});

interface Read {
  readonly OIDC_ISSUER?: string | undefined;
  readonly OIDC_CLIENT_ID?: string | undefined;
  readonly OIDC_CLIENT_SECRET?: string | undefined;
  readonly OIDC_NAME?: string | undefined;
  readonly OIDC_ROLES?: OidcRoles | undefined;
  readonly OIDC_ONLY: string;
}

/** Either all that it needs, or nothing. Without TLS an issuer is only believed on this machine. */
export function readOidc(read: Read): { ok: true; value: OidcSettings | null } | { ok: false; line: string } {
  const wrong = (name: keyof Read, remedy: string) =>
    ({ ok: false, line: `${name} heeft een verkeerde waarde: ${remedy}.` }) as const;
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = read;
  const only = read.OIDC_ONLY === "1";
  if (!issuer) return only ? wrong("OIDC_ONLY", "stel ook OIDC_ISSUER in") : { ok: true, value: null };
  const { protocol, hostname } = new URL(issuer);
  if (protocol === "http:" && !["localhost", "127.0.0.1", "[::1]"].includes(hostname))
    return wrong("OIDC_ISSUER", "begin met https://");
  if (!clientId) return wrong("OIDC_CLIENT_ID", "vul in hoe Klankbord daar geregistreerd staat");
  if (!clientSecret) return wrong("OIDC_CLIENT_SECRET", "vul het geheim van die registratie in");
  return { ok: true, value: { issuer, clientId, clientSecret, name: read.OIDC_NAME, roles: read.OIDC_ROLES ?? null, only } };
}

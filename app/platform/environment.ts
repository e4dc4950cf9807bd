import { z } from "zod";
import { readStorage, type S3Settings } from "./files/storage-settings.ts";
import { type OidcSettings, oidcRoles, readOidc } from "./http/oidc-settings.ts";
import { eventSource, otelName, readOtel, webhookHosts } from "./http/outward-settings.ts";
import { type PlainWay, plainLine, plainWays } from "./http/tls-settings.ts";
import { type LiveKitSettings, readLiveKit } from "./livekit-settings.ts";

const url = (...protocols: string[]) =>
  z
    .string()
    .refine(
      (value) => URL.canParse(value) && protocols.includes(new URL(value).protocol),
      `begin met ${protocols.join(" of ")}//`,
    );

/** The roles of which a passkey can be asked. */
const rolesWithKey = ["administrator", "organiser", "facilitator", "analyst", "note-taker", "observer"] as const;

const optional = <T extends z.ZodType>(type: T) => z.preprocess((value) => (value === "" ? undefined : value), type.optional());

const iceServer = z
  .strictObject({
    urls: z.preprocess(
      (urls) => (typeof urls === "string" ? [urls] : urls),
      z.array(z.string().regex(/^(stun|turns?):[^\s]+$/)).min(1),
    ),
    username: z.string().optional(),
    credential: z.string().optional(),
    secret: z.string().optional(),
  })
  .transform(({ urls, ...rest }) => ({
    urls,
    ...Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)),
  }));
const iceLine = 'geef een lijst in JSON, zoals [{"urls":"turn:turn.voorbeeld.nl:3478","secret":"..."}]';
const ports = /^(\d{1,5})(?:-(\d{1,5}))?$/;
const portLine = "geef een poort of een reeks, zoals 40000-40002";

const hours = (usual: number) =>
  z.coerce
    .number({ error: "geef een aantal uren van 1 tot 2160" })
    .int("geef hele uren")
    .min(1, "geef een aantal uren van 1 tot 2160")
    .max(2160, "geef een aantal uren van 1 tot 2160")
    .default(usual);

const words = <T extends string>(of: readonly T[], line: string) =>
  z
    .string()
    .default("")
    .transform((list) => list.split(/[\s,]+/).filter((word) => word !== ""))
    .pipe(z.array(z.enum(of, { error: `${line}: ${of.join(", ")}` })));

const shape = z.object({
  MEDIA: optional(z.enum(["embedded", "livekit", "off"], { error: "kies embedded, livekit of off" })),
  LIVEKIT_URL: optional(url("wss:", "ws:", "https:", "http:")),
  LIVEKIT_KEY: optional(z.string()),
  LIVEKIT_SECRET: optional(z.string().min(32, "maak het ten minste 32 tekens lang")),
  MEDIA_PORTS: optional(
    z
      .string()
      .regex(ports, portLine)
      .transform((text) => {
        const [, from, to = from] = ports.exec(text) ?? [];
        return { from: Number(from), to: Number(to) };
      })
      .refine(({ from, to }) => from >= 1 && from <= to && to <= 65_535, portLine),
  ),
  MEDIA_PUBLIC_ADDRESS: optional(z.union([z.ipv4(), z.ipv6()], { error: "geef een IP-adres" })),
  ICE_SERVERS: optional(
    z.preprocess(
      (text) => {
        try {
          return JSON.parse(String(text));
        } catch {
          return null;
        }
      },
      z.array(iceServer, { error: iceLine }),
    ),
  ),
  PORT: z.coerce
    .number({ error: "geef een getal van 1 tot 65535" })
    .int()
    .min(1, "geef een getal van 1 tot 65535")
    .max(65535, "geef een getal van 1 tot 65535")
    .default(3000),
  HOST: z.string().default("127.0.0.1"),
  ORIGIN: optional(url("http:", "https:")),
  DATA_DIR: optional(z.string()),
  DATABASE_URL: optional(url("postgres:", "postgresql:")),
  SMTP_URL: optional(url("smtp:", "smtps:")),
  MAIL_FROM: optional(z.string().regex(/^[^\r\n]*[^\s@<>]+@[^\s@<>]+>?$/, "geef een e-mailadres")),
  TRUST_PROXY: z.coerce
    .number({ error: "geef het aantal proxy's (0 tot 10)" })
    .int()
    .min(0)
    .max(10, "geef het aantal proxy's (0 tot 10)")
    .default(0),
  THEME_CSS_URL: optional(z.string().regex(/^(https?:\/\/|\/)/, "geef een adres dat begint met / of https://")),
  THEME_CLASS: optional(z.string().regex(/^[\w -]+$/, "geef een of meer klassen")),
  SECURITY_CONTACT: optional(
    z
      .string()
      .regex(/^(https:\/\/[^\s]+|(mailto:)?[^\s@<>]+@[^\s@<>]+)$/, "geef een e-mailadres of een adres dat begint met https://"),
  ),
  OIDC_ISSUER: optional(url("https:", "http:")),
  OIDC_CLIENT_ID: optional(z.string()),
  OIDC_CLIENT_SECRET: optional(z.string()),
  OIDC_NAME: optional(z.string().max(60, "maak de naam korter dan 60 tekens")),
  OIDC_ROLES: optional(oidcRoles),
  OIDC_ONLY: z.enum(["", "0", "1"], { error: "geef 1, of niets" }).default(""),
  MAIL_RETURN_TOKEN: optional(z.string().min(20, "maak het ten minste 20 tekens lang")),
  REPLY_MAIL: optional(
    z.string().regex(/^[a-z0-9._-]{1,31}@[a-z0-9.-]+$/i, "geef een e-mailadres met hooguit 31 tekens voor de @, zonder +"),
  ),
  REPLY_TOKEN: optional(z.string().min(20, "maak het ten minste 20 tekens lang")),
  METRICS_TOKEN: optional(z.string().min(20, "maak het ten minste 20 tekens lang")),
  PASSKEY_FOR: words(rolesWithKey, "noem rollen uit"),
  WITHOUT_TLS: words(plainWays, "kies uit"),
  TEAM_SESSION_HOURS: hours(336),
  TEAM_IDLE_HOURS: hours(72),
  SITE_NAME: z.string().default("Klankbord"),
  LANGUAGES: z
    .enum(["nl,en", "en,nl", "nl", "en"], { error: "kies nl, en of nl,en" })
    .default("nl,en")
    .transform((list) => list.split(",") as ("nl" | "en")[]),
  EMBEDDINGS_URL: optional(url("http:", "https:")),
  WEBHOOK_HOSTS: webhookHosts,
  EVENT_SOURCE: optional(eventSource),
  OTEL_EXPORTER_OTLP_ENDPOINT: optional(url("http:", "https:")),
  OTEL_EXPORTER_OTLP_HEADERS: z.string().default(""),
  OTEL_SERVICE_NAME: otelName,
  LLM_URL: optional(url("http:", "https:")),
  LLM_KEY: optional(z.string()),
  STORAGE_URL: optional(
    url("https:", "http:").refine((value) => readStorage(value) !== null, "geef https://SLEUTEL:GEHEIM@machine/bak?region=regio"),
  ),
  CLAMAV_URL: optional(
    url("tcp:").refine((value) => URL.canParse(value) && new URL(value).hostname !== "", "geef tcp://machine:3310"),
  ),
  LLM_MODEL: optional(z.string().max(200, "maak de naam van het model korter dan 200 tekens")),
});

interface IceServer {
  readonly urls: readonly string[];
  readonly username?: string;
  readonly credential?: string;
  readonly secret?: string;
}

export interface Environment {
  /** whether people can see and hear each other */
  readonly media: boolean;
  /** the server that carries them; null: the relay that comes along */
  readonly livekit: LiveKitSettings | null;
  readonly mediaPorts: { readonly from: number; readonly to: number } | null;
  /** as browsers reach it, when that is not where the process listens */
  readonly mediaPublicAddress: string | null;
  readonly iceServers: readonly IceServer[];
  readonly port: number;
  readonly host: string;
  /** Scheme, host and port as browsers see them, without slash. */
  readonly origin: string;
  readonly dataDir: string | undefined;
  readonly databaseUrl: string | undefined;
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string;
  readonly trustProxy: number;
  readonly themeCssUrl: string | undefined;
  readonly themeClass: string | undefined;
  readonly siteName: string;
  /** In which languages visitors can read. */
  readonly languages: readonly ("nl" | "en")[];
  /** Where the logo of the organisation stands; null: ours. */
  readonly logo: string | null;
  /** Which variables were set: what they fix cannot be changed on a screen. */
  /** hosts of the own network that a webhook may go to, as `host` or `host:port` */
  readonly webhookHosts: readonly string[];
  /** a collector of traces, by OTLP over HTTP */
  readonly otel: { readonly endpoint: string; readonly service: string; readonly headers: string } | null;
  /** who tells what happened, as a URN; else made of the address */
  readonly eventSource: string | undefined;
  readonly given: readonly string[];
  /** An OpenAI-compatible service that adds to the suggested themes. */
  readonly embeddingsUrl: string | undefined;
  /** An OpenAI-compatible service that may propose a sentence for the report; null: there is none. */
  readonly llm: { readonly url: string; readonly key: string | undefined; readonly name: string } | null;
  /** Where files are kept; null: in the database. */
  readonly storage: S3Settings | null;
  /** The scanner that looks at files before they are kept. */
  readonly clamavUrl: string | undefined;
  /** What the mail server brings along with a letter that came back; absent: none is taken. */
  readonly mailReturnToken: string | undefined;
  /** Where answers by mail go, and what the mail server that hands them over brings along; null: answers are written on the page. */
  readonly inbound: { readonly address: string; readonly token: string } | null;
  /** What a collector of figures on another machine brings along. */
  readonly metricsToken: string | undefined;
  /** The sign-in of the organisation itself. */
  readonly oidc: OidcSettings | null;
  /** Which connections to other machines may go without TLS. */
  readonly withoutTls: readonly PlainWay[];
  /** Who has one of these roles comes in with a passkey, or at the organisation. */
  readonly passkeyFor: readonly (typeof rolesWithKey)[number][];
  /** A member of the team is signed in for so long at the most, and not after so long without a sign of life. */
  readonly teamSessionHours: number;
  readonly teamIdleHours: number;
  /** Whom to tell of a weakness. */
  readonly securityContact: string | undefined;
}

/**
 * Reads the settings of the process, once.
 * @returns the settings, or one line that names the variable and the remedy
 */
export function readEnvironment(
  env: Readonly<Record<string, string | undefined>>,
): { ok: true; value: Environment } | { ok: false; line: string } {
  const read = shape.safeParse(env);
  if (!read.success) {
    const [issue] = read.error.issues;
    return { ok: false, line: `${String(issue?.path[0])} heeft een verkeerde waarde: ${issue?.message}.` };
  }
  const e = read.data;
  const oidc = readOidc(e);
  if (!oidc.ok) return oidc;
  const livekit = readLiveKit(e);
  if (!livekit.ok) return livekit;
  if ((e.REPLY_MAIL === undefined) !== (e.REPLY_TOKEN === undefined))
    return { ok: false, line: "REPLY_MAIL en REPLY_TOKEN horen bij elkaar: geef beide, of geen van beide." };
  const plain = plainLine(e.DATABASE_URL, e.WITHOUT_TLS);
  if (plain !== null) return { ok: false, line: plain };
  const origin = new URL(e.ORIGIN ?? `http://localhost:${e.PORT}`).origin;
  return {
    ok: true,
    value: {
      media: e.MEDIA !== "off",
      livekit: livekit.value,
      mediaPorts: e.MEDIA_PORTS ?? null,
      mediaPublicAddress: e.MEDIA_PUBLIC_ADDRESS ?? null,
      iceServers: e.ICE_SERVERS ?? [],
      port: e.PORT,
      host: e.HOST,
      origin,
      dataDir: e.DATA_DIR,
      databaseUrl: e.DATABASE_URL,
      smtpUrl: e.SMTP_URL,
      mailFrom: e.MAIL_FROM ?? `klankbord@${new URL(origin).hostname}`,
      trustProxy: e.TRUST_PROXY,
      themeCssUrl: e.THEME_CSS_URL,
      themeClass: e.THEME_CLASS,
      siteName: e.SITE_NAME,
      languages: e.LANGUAGES,
      logo: null,
      given: Object.keys(shape.shape).filter((name) => env[name] !== undefined && env[name] !== ""),
      embeddingsUrl: e.EMBEDDINGS_URL,
      llm: e.LLM_URL ? { url: e.LLM_URL, key: e.LLM_KEY, name: e.LLM_MODEL ?? "default" } : null,
      storage: e.STORAGE_URL ? readStorage(e.STORAGE_URL) : null,
      clamavUrl: e.CLAMAV_URL,
      mailReturnToken: e.MAIL_RETURN_TOKEN,
      inbound: e.REPLY_MAIL && e.REPLY_TOKEN ? { address: e.REPLY_MAIL, token: e.REPLY_TOKEN } : null,
      metricsToken: e.METRICS_TOKEN,
      oidc: oidc.value,
      withoutTls: e.WITHOUT_TLS,
      // who signs in at the organisation has no passkey here
      passkeyFor: oidc.value?.only ? [] : e.PASSKEY_FOR,
      teamSessionHours: e.TEAM_SESSION_HOURS,
      teamIdleHours: e.TEAM_IDLE_HOURS,
      securityContact: e.SECURITY_CONTACT,
      webhookHosts: e.WEBHOOK_HOSTS,
      eventSource: e.EVENT_SOURCE,
      otel: readOtel(e),
    },
  };
}

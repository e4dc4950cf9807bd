export interface LiveKitSettings {
  /** as browsers reach it: ws or wss, host and port, without slash */
  readonly url: string;
  /** the same place for calls: http or https */
  readonly apiUrl: string;
  readonly key: string;
  readonly secret: string;
}

interface Read {
  readonly MEDIA?: string | undefined;
  readonly LIVEKIT_URL?: string | undefined;
  readonly LIVEKIT_KEY?: string | undefined;
  readonly LIVEKIT_SECRET?: string | undefined;
}

const isHere = (hostname: string) => ["localhost", "127.0.0.1", "[::1]"].includes(hostname);

/** Either all that it needs, or nothing. Without TLS it is only believed on this machine: tokens and names pass there. */
export function readLiveKit(read: Read): { ok: true; value: LiveKitSettings | null } | { ok: false; line: string } {
  const wrong = (name: keyof Read, remedy: string) =>
    ({ ok: false, line: `${name} heeft een verkeerde waarde: ${remedy}.` }) as const;
  const { MEDIA: media, LIVEKIT_URL: address, LIVEKIT_KEY: key, LIVEKIT_SECRET: secret } = read;
  if (media === "embedded" || media === "off") return { ok: true, value: null };
  if (!address) return media === "livekit" ? wrong("MEDIA", "stel ook LIVEKIT_URL in") : { ok: true, value: null };
  const { protocol, hostname, host } = new URL(address);
  const isSafe = protocol === "wss:" || protocol === "https:";
  if (!isSafe && !isHere(hostname)) return wrong("LIVEKIT_URL", "begin met wss://");
  if (!key) return wrong("LIVEKIT_KEY", "vul de naam van de sleutel in, zoals die bij LiveKit staat");
  if (!secret) return wrong("LIVEKIT_SECRET", "vul het geheim van die sleutel in");
  const s = isSafe ? "s" : "";
  return { ok: true, value: { url: `ws${s}://${host}`, apiUrl: `http${s}://${host}`, key, secret } };
}

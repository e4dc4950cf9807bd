import { opusType, sendTimeId, vp8Type } from "./rtp.ts";

/** A line of what a browser is offered. */
export interface Line {
  readonly mid: string;
  readonly kind: "sound" | "picture";
  /** the number under which the relay sends on it; without one it receives */
  readonly ssrc?: number;
}
/** What the engine offers, taken apart: what the browser gets at once, and what is told it afterwards. */
export interface Offer {
  /** without an address */
  readonly bare: string;
  /** where the relay is reached */
  readonly candidates: readonly string[];
  /** by which a browser names this connection, and what both know */
  readonly name: string;
  readonly password: string;
  /** at which the relay itself listens for it */
  readonly port: number;
}

/** The one line that the engine knows of: it carries the packets of all. */
export const engineMid = "all";
const mostNumbers = 4;
const lineEnd = "\r\n";

/** @param publicAddress at which the relay is reached from outside; null: as it listens */
export function offerIn(sdp: string, lines: readonly Line[], publicAddress: string | null): Offer {
  const own = [...new Set(sdp.match(/(?<=a=)candidate:.*/g) ?? [])].map((line) => line.trim());
  const candidates = publicAddress ? [...new Set(own.map((line) => atAddress(line, publicAddress)))] : own;
  const { name, password, fingerprint } = keysIn(sdp);
  const bare = [
    ...["v=0", "o=- 1 1 IN IP4 0.0.0.0", "s=-", "t=0 0"],
    `a=group:BUNDLE ${lines.map(({ mid }) => mid).join(" ")}`,
    ...["a=msid-semantic:WMS *", "a=ice-options:trickle", `a=fingerprint:${fingerprint}`],
    ...lines.flatMap((line) => [...described(line), "a=setup:actpass", `a=ice-ufrag:${name}`, `a=ice-pwd:${password}`]),
    "",
  ].join(lineEnd);
  return { bare, candidates, name, password, port: Number(own[0]?.split(" ")[5] ?? 0) };
}

function described({ mid, kind, ssrc }: Line): readonly string[] {
  const [media, type] = kind === "sound" ? ["audio", opusType] : ["video", vp8Type];
  const stream = `s${mid.slice(1)}`;
  return [
    ...[`m=${media} 9 UDP/TLS/RTP/SAVPF ${type}`, "c=IN IP4 0.0.0.0", `a=mid:${mid}`, "a=rtcp-mux"],
    ...(ssrc === undefined
      ? ["a=recvonly"]
      : ["a=sendonly", `a=msid:${stream} ${mid}`, `a=ssrc:${ssrc} cname:${stream}`, `a=ssrc:${ssrc} msid:${stream} ${mid}`]),
    ...(kind === "sound"
      ? [`a=rtpmap:${type} opus/48000/2`, `a=fmtp:${type} minptime=10;useinbandfec=1`]
      : [
          `a=extmap:${sendTimeId} http://www.webrtc.org/experiments/rtp-hdrext/abs-send-time`,
          `a=rtpmap:${type} VP8/90000`,
          ...["nack", "nack pli", "goog-remb"].map((what) => `a=rtcp-fb:${type} ${what}`),
        ]),
  ];
}

export const keysIn = (sdp: string) => {
  const [name = "", password = "", fingerprint = ""] = [
    /^a=ice-ufrag:([\w+/]{4,256})\r?$/m,
    /^a=ice-pwd:([\w+/]{22,256})\r?$/m,
    /^a=fingerprint:(sha-(?:256|384|512) [\dA-Fa-f:]{95,191})\r?$/m,
  ].map((one) => one.exec(sdp)?.[1] ?? "");
  return { name, password, fingerprint };
};

/** What a browser answers, taken apart. */
export interface Answer {
  /** for the engine: made anew of what it needs, so that nothing else of a browser reaches it */
  readonly engine: string;
  /** under which numbers the browser sends on which line */
  readonly numbers: ReadonlyMap<number, string>;
}

/** @param mids of the lines on which the browser may send. @returns null for what is no answer to what was offered */
export function answerIn(sdp: string, mids: readonly string[]): Answer | null {
  const engine = forEngine(sdp);
  if (!engine || !/^a=setup:(active|passive)\r?$/m.test(sdp)) return null;
  const numbers = new Map<number, string>();
  for (const section of sdp.split(/^m=/m).slice(1)) {
    const mid = /^a=mid:(\S+)\r?$/m.exec(section)?.[1] ?? "";
    if (!mids.includes(mid)) continue;
    const told = new Set([...section.matchAll(/^a=ssrc:(\d{1,10}) /gm)].map(([, number]) => Number(number)));
    for (const number of [...told].slice(0, mostNumbers)) if (!numbers.has(number)) numbers.set(number, mid);
  }
  return { engine, numbers };
}

/** What one side says, as the engine of the other hears it: one line, and the keys. @returns null without keys */
export function forEngine(sdp: string): string | null {
  const { name, password, fingerprint } = keysIn(sdp);
  const setup = /^a=setup:(active|passive|actpass)\r?$/m.exec(sdp)?.[1];
  if (!name || !password || !fingerprint || !setup) return null;
  return [
    ...["v=0", "o=- 1 1 IN IP4 0.0.0.0", "s=-", "t=0 0", `a=group:BUNDLE ${engineMid}`, "a=ice-options:trickle"],
    ...[`m=video 9 UDP/TLS/RTP/SAVPF ${vp8Type}`, "c=IN IP4 0.0.0.0", `a=mid:${engineMid}`, "a=sendrecv", "a=rtcp-mux"],
    ...[`a=rtpmap:${vp8Type} VP8/90000`, `a=setup:${setup}`, `a=ice-ufrag:${name}`, `a=ice-pwd:${password}`],
    ...[`a=fingerprint:${fingerprint}`, ""],
  ].join(lineEnd);
}

/** The candidate as it is reached from outside. */
function atAddress(candidate: string, address: string): string {
  const parts = candidate.split(" ");
  parts[4] = address;
  return parts.slice(0, 8).join(" ");
}

const doorName = "candidate:door";
/**
 * What a browser tries: the relay itself, or its door. Never both at once, for the relay would answer along the one what came along the
 * other.
 */
export function triedOf(candidates: readonly string[], throughDoor: boolean): readonly string[] {
  const tried = candidates.filter((one) => one.startsWith(`${doorName} `) === throughDoor);
  return tried.length > 0 ? tried : candidates;
}

/** A TURN server by which some browsers need the door. */
export const isTurnOverTcp = (url: string): boolean =>
  url.startsWith("turns:") || (url.startsWith("turn:") && url.includes("transport=tcp"));

/** The same address at another port, after all others. */
export function throughPort(candidate: string, port: number): string {
  const parts = candidate.split(" ");
  parts[0] = doorName;
  parts[3] = "1";
  parts[5] = String(port);
  return parts.slice(0, 8).join(" ");
}

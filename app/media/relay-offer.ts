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

export const withoutCandidates = (sdp: string): string => sdp.replace(/a=(candidate:.*|end-of-candidates)\r?\n/g, "");

/** @param publicAddress at which the relay is reached from outside; null: as it listens */
export function offerIn(sdp: string, publicAddress: string | null): Offer {
  const own = [...new Set(sdp.match(/(?<=a=)candidate:.*/g) ?? [])].map((line) => line.trim());
  const candidates = publicAddress ? [...new Set(own.map((line) => atAddress(line, publicAddress)))] : own;
  const [name = "", password = ""] = [/a=ice-ufrag:(\S+)/, /a=ice-pwd:(\S+)/].map((one) => one.exec(sdp)?.[1] ?? "");
  return { bare: withoutCandidates(sdp), candidates, name, password, port: Number(own[0]?.split(" ")[5] ?? 0) };
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

import type { IceServer } from "../client/signal.ts";
import { isTurnOverTcp } from "../relay/relay-offer.ts";

/** Where relays listen, and how they are reached. */
export interface MediaEnvironment {
  readonly host: string;
  readonly mediaPorts: { readonly from: number; readonly to: number } | null;
  readonly mediaPublicAddress: string | null;
  readonly iceServers: readonly IceServerSetting[];
}

/** Settings of a server for help through firewalls; with `secret` names and passwords are made for each person. */
export interface IceServerSetting extends IceServer {
  readonly secret?: string | undefined;
}

const mostRelays = 3;
/** Without a range. */
export const usualRelays = 2;
const isLoopback = (host: string) => host === "localhost" || host === "::1" || host.startsWith("127.");

/**
 * A relay listens where the installation does; with a public address everywhere. Each has one port of the range, which all its
 * connections share. Where a TURN server is reached over TCP each has a door besides, on the ports that follow on the range.
 */
export function relaysSettings({ host, mediaPorts, mediaPublicAddress, iceServers }: MediaEnvironment) {
  const bindAddress = mediaPublicAddress
    ? mediaPublicAddress.includes(":")
      ? "::"
      : "0.0.0.0"
    : isLoopback(host)
      ? host === "::1"
        ? host
        : "127.0.0.1"
      : host;
  const size = mediaPorts ? Math.min(mostRelays, mediaPorts.to - mediaPorts.from + 1) : 0;
  const ports = Array.from({ length: size }, (_, n) => (mediaPorts?.from ?? 0) + n);
  const hasDoors = iceServers.some(({ urls }) => urls.some(isTurnOverTcp));
  const after = (n: number) => (mediaPorts && mediaPorts.to + 1 + n <= 65_535 ? mediaPorts.to + 1 + n : 0);
  const doors = Array.from({ length: hasDoors ? size || usualRelays : 0 }, (_, n) => after(n));
  return { bindAddress, publicAddress: mediaPublicAddress, ports, doors };
}

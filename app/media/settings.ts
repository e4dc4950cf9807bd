import type { IceServer } from "./signal.ts";

/** Where relays listen, and how they are reached. */
export interface MediaEnvironment {
  readonly host: string;
  readonly mediaPorts: { readonly from: number; readonly to: number } | null;
  readonly mediaPublicAddress: string | null;
}

/** Settings of a server for help through firewalls; with `secret` names and passwords are made for each person. */
export interface IceServerSetting extends IceServer {
  readonly secret?: string | undefined;
}

const mostRelays = 3;
const isLoopback = (host: string) => host === "localhost" || host === "::1" || host.startsWith("127.");

/**
 * A relay listens where the installation does; with a public address everywhere. Each has one port of the range, which all its
 * connections share.
 */
export function relaysSettings({ host, mediaPorts, mediaPublicAddress }: MediaEnvironment) {
  const bindAddress = mediaPublicAddress
    ? mediaPublicAddress.includes(":")
      ? "::"
      : "0.0.0.0"
    : isLoopback(host)
      ? "127.0.0.1"
      : host;
  const size = mediaPorts ? Math.min(mostRelays, mediaPorts.to - mediaPorts.from + 1) : 0;
  const ports = Array.from({ length: size }, (_, n) => (mediaPorts?.from ?? 0) + n);
  return { bindAddress, publicAddress: mediaPublicAddress, ports };
}

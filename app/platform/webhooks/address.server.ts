import { type LookupAddress, lookup } from "node:dns";
import { BlockList, isIP, type LookupFunction } from "node:net";
import { isAllowed } from "./hook.ts";

/** Where nothing of ours is sent, whatever name leads there: this machine, networks that are not public, and what only means something elsewhere. */
const closed4 = new BlockList();
for (const [net, bits] of [
  ...([
    ["0.0.0.0", 8],
    ["10.0.0.0", 8],
    ["100.64.0.0", 10],
    ["127.0.0.0", 8],
    ["169.254.0.0", 16],
    ["172.16.0.0", 12],
  ] as const),
  ...([
    ["192.0.0.0", 24],
    ["192.0.2.0", 24],
    ["192.88.99.0", 24],
    ["192.168.0.0", 16],
    ["198.18.0.0", 15],
  ] as const),
  ...([
    ["198.51.100.0", 24],
    ["203.0.113.0", 24],
    ["224.0.0.0", 4],
    ["240.0.0.0", 4],
  ] as const),
] as const)
  closed4.addSubnet(net, bits, "ipv4");
/** All that is global lies in 2000::/3; within it are tunnels to IPv4, and examples. */
const open6 = new BlockList();
open6.addSubnet("2000::", 3, "ipv6");
const closed6 = new BlockList();
for (const [net, bits] of [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
] as const)
  closed6.addSubnet(net, bits, "ipv6");

/** Whether an IP address is one on the public internet. */
export function isPublic(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !closed4.check(address, "ipv4");
  return family === 6 && open6.check(address, "ipv6") && !closed6.check(address, "ipv6");
}

/** Thrown where a name leads to a place that is closed. */
class ClosedAddress extends Error {
  readonly code = "ECLOSED";
}

/** Whether the address itself is a number that is closed; a name is looked at when it is looked up. */
export function isClosedNumber(url: URL, allowed: readonly string[]): boolean {
  const host = url.hostname.replace(/^\[|\]$/g, "");
  return isIP(host) !== 0 && !isAllowed(url, allowed) && !isPublic(host);
}

/**
 * Looks a name up for the very connection that is made, so that it cannot mean something else a moment later. One closed address
 * among several is enough to refuse.
 */
export function lookupOf(url: URL, allowed: readonly string[]): LookupFunction {
  return (host, options, done) => {
    lookup(host, { ...options, all: true }, (error, found: LookupAddress[]) => {
      if (error) return done(error, "", 0);
      if (!isAllowed(url, allowed) && found.some(({ address }) => !isPublic(address)))
        return done(new ClosedAddress("closed address"), "", 0);
      const [first] = found;
      return options.all ? done(null, found) : done(null, first?.address ?? "", first?.family ?? 4);
    });
  };
}

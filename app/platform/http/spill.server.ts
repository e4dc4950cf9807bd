import { once } from "node:events";
import type { IncomingMessage } from "node:http";

const most = 16 * 1024 * 1024;
const withinMs = 10_000;

/**
 * Lets a body that is refused come in, and keeps nothing of it: a proxy that is still sending when the line ends tells people of a fault
 * of ours, instead of what we answer. One that is far too large, or too slow, is cut off.
 */
export async function spill(incoming: IncomingMessage): Promise<void> {
  if (incoming.readableEnded || !(Number(incoming.headers["content-length"]) <= most)) return;
  incoming.resume();
  await once(incoming, "end", { signal: AbortSignal.timeout(withinMs) }).catch(() => {});
}

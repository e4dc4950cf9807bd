import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import type { Services } from "../services.server.ts";

export interface Live {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean;
  stop(): Promise<void>;
}

export function openLive(_services: Services): Live {
  return { upgrade: () => false, stop: async () => {} };
}

import { createSocket, type Socket } from "node:dgram";
import type { BrowserContext } from "@playwright/test";

/** What a network does to packets, each way alike; or one way only. */
export interface Weather {
  /** 0 to 1 */
  readonly loss?: number;
  readonly delayMs?: number;
  /** what does not fit within 300 ms is lost */
  readonly kbps?: number;
  readonly blocked?: boolean;
  readonly only?: Way;
}
type Way = "up" | "down";

/** Ports in a row that nobody has, below those that the system gives away. */
export async function freeUdpPorts(size: number): Promise<number> {
  for (;;) {
    const from = 20_000 + Math.floor(Math.random() * 10_000);
    const taken = await Promise.all(Array.from({ length: size }, (_, n) => canBind(from + n)));
    if (taken.every(Boolean)) return from;
  }
}
function canBind(port: number): Promise<boolean> {
  const socket = createSocket("udp4");
  return new Promise((resolve) => {
    socket.once("error", () => resolve(false));
    socket.bind(port, "127.0.0.1", () => socket.close(() => resolve(true)));
  });
}

/** Stands between a browser and a relay: each address of a browser has an address of its own before the relay. */
export async function openUdpProxy(target: number) {
  const front = createSocket("udp4");
  await new Promise<void>((resolve) => front.bind(0, "127.0.0.1", resolve));
  const behind = new Map<string, Socket>();
  const free: Record<Way, number> = { up: 0, down: 0 };
  let weather: Weather = {};
  let closed = false;
  const bytes: Record<Way, number> = { up: 0, down: 0 };

  function pass(way: Way, packet: Buffer, go: () => void): void {
    const { loss = 0, delayMs = 0, kbps, blocked } = weather.only && weather.only !== way ? ({} as Weather) : weather;
    if (blocked || Math.random() < loss) return;
    let wait = delayMs;
    if (kbps) {
      const now = performance.now();
      const begins = Math.max(now, free[way]);
      if (begins - now > 300) return;
      free[way] = begins + ((packet.length + 28) * 8) / kbps;
      wait += free[way] - now;
    }
    bytes[way] += packet.length;
    const send = () => {
      if (!closed) go();
    };
    if (wait > 1) setTimeout(send, wait);
    else send();
  }

  front.on("message", (packet, { address, port }) => {
    const key = `${address} ${port}`;
    let up = behind.get(key);
    if (!up) {
      up = createSocket("udp4");
      up.bind(0, "127.0.0.1");
      up.on("error", () => {});
      up.on("message", (answer) => pass("down", answer, () => front.send(answer, port, address)));
      behind.set(key, up);
    }
    const own = up;
    pass("up", packet, () => {
      if (behind.get(key) === own) own.send(packet, target, "127.0.0.1");
    });
  });
  return {
    target,
    port: front.address().port,
    bytes,
    set(next: Weather): void {
      weather = next;
      free.up = 0;
      free.down = 0;
    },
    /** As another network: whatever was sent from here comes from elsewhere now. */
    rebind(): void {
      for (const one of behind.values()) one.close();
      behind.clear();
    },
    close(): void {
      closed = true;
      front.close();
      for (const one of behind.values()) one.close();
    },
  };
}
export type UdpProxy = Awaited<ReturnType<typeof openUdpProxy>>;

/** From now on pages of this context reach relays by way of these. */
export async function reachThrough(context: BrowserContext, proxies: readonly UdpProxy[]): Promise<void> {
  const ports = Object.fromEntries(proxies.map(({ target, port }) => [target, port]));
  await context.addInitScript((ports) => {
    /** There is no way round by TCP either. */
    const isByTcp = (candidate: string) => / tcp /i.test(candidate);
    const through = (text: string) => text.replace(/ 127\.0\.0\.1 (\d+) /g, (_, port) => ` 127.0.0.1 ${ports[port] ?? port} `);
    const { prototype } = RTCPeerConnection;
    // The form with one argument, of the two there are.
    const add = prototype.addIceCandidate as (one: RTCIceCandidateInit) => Promise<void>;
    prototype.addIceCandidate = async function (one?: RTCIceCandidateInit | null) {
      if (isByTcp(one?.candidate ?? "")) return;
      await add.call(this, { ...one, ...(one?.candidate ? { candidate: through(one.candidate) } : {}) });
    };
    // What the other side knows of this browser's addresses it would try past the proxy.
    Object.defineProperty(prototype, "onicecandidate", { set: () => {} });
    for (const name of ["createOffer", "createAnswer"] as const) {
      const create = prototype[name] as (options?: RTCOfferOptions) => Promise<RTCSessionDescriptionInit>;
      Object.assign(prototype, {
        async [name](this: RTCPeerConnection, options?: RTCOfferOptions) {
          const { type, sdp } = await create.call(this, options);
          return { type, sdp: sdp?.replace(/a=candidate:.*\r\n/g, "") };
        },
      });
    }
    const set = prototype.setRemoteDescription as (one: RTCSessionDescriptionInit) => Promise<void>;
    prototype.setRemoteDescription = function ({ type, sdp = "" }: RTCSessionDescriptionInit) {
      const lines = sdp.split("\r\n").filter((line) => !(line.startsWith("a=candidate:") && isByTcp(line)));
      return set.call(this, {
        type,
        sdp: lines.map((line) => (line.startsWith("a=candidate:") ? through(line) : line)).join("\r\n"),
      });
    };
  }, ports);
}

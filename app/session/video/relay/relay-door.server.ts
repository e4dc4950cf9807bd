import { createSocket, type Socket } from "node:dgram";
import { bindingIn, breaksNoTie, breakTie, isSealed } from "../providers/stun.server.ts";
import { safely } from "./relay-lines.server.ts";
import { throughPort } from "./relay-offer.ts";

/** One connection of the relay, as the door finds it. */
interface Behind {
  readonly port: number;
  readonly password: string;
}
interface Guest {
  readonly behind: Behind;
  readonly up: Socket;
  heardAt: number;
}
export interface Door {
  /** by its own name in ICE */
  expect(name: string, behind: Behind): void;
  forget(name: string): void;
  /** The candidates of a connection, as they lead through the door; none until it is open. */
  candidates(own: readonly string[]): readonly string[];
  close(): void;
}

const goneMs = 30_000;
const mostGuests = 400;

/**
 * Some browsers, when they come by a TURN server over TCP or TLS, ask with a tie-breaker of zero, which the engine takes for none
 * and refuses. Such a question, when it knows the password, goes through here and gets one; then everything of that address goes along.
 * Who can come to the relay itself is not let in, so that nobody makes this detour for nothing.
 */
export function openDoor(
  at: { readonly bindAddress: string; readonly port: number; readonly most?: number },
  failed: () => void,
): Door {
  const kind = at.bindAddress.includes(":") ? "udp6" : "udp4";
  const inside = at.bindAddress === "0.0.0.0" ? "127.0.0.1" : at.bindAddress === "::" ? "::1" : at.bindAddress;
  const front = createSocket(kind);
  const expected = new Map<string, Behind>();
  const guests = new Map<string, Guest>();
  let port = 0;
  front.on("error", () => {
    if (port === 0) failed();
  });
  front.bind(at.port, at.bindAddress, () => {
    port = front.address().port;
  });

  function letIn(key: string, b: Buffer, from: { readonly address: string; readonly port: number }): Guest | null {
    const binding = bindingIn(b);
    const behind = binding && expected.get(binding.to);
    if (!behind || !breaksNoTie(b, binding) || !isSealed(b, binding, behind.password)) return null;
    if (guests.size >= (at.most ?? mostGuests)) return null;
    const up = createSocket(kind);
    up.on("error", () => {});
    up.on("message", (packet) => front.send(packet, from.port, from.address));
    up.bind(0, inside);
    const guest = { behind, up, heardAt: performance.now() };
    guests.set(key, guest);
    return guest;
  }

  front.on(
    "message",
    safely((b, from) => {
      const key = `${from.address} ${from.port}`;
      const guest = guests.get(key) ?? letIn(key, b, from);
      if (!guest) return;
      guest.heardAt = performance.now();
      const binding = (b[0] ?? 255) < 2 ? bindingIn(b) : null;
      if (binding && breaksNoTie(b, binding) && isSealed(b, binding, guest.behind.password))
        breakTie(b, binding, guest.behind.password);
      guest.up.send(b, guest.behind.port, inside);
    }),
  );

  function end(key: string, { up }: Guest): void {
    guests.delete(key);
    up.close();
  }
  const sweep = setInterval(() => {
    for (const [key, guest] of guests) if (performance.now() - guest.heardAt > goneMs) end(key, guest);
  }, 5_000);

  return {
    expect: (name, behind) => void expected.set(name, behind),
    forget(name) {
      const behind = expected.get(name);
      expected.delete(name);
      for (const [key, guest] of guests) if (guest.behind === behind) end(key, guest);
    },
    candidates: (own) => (port === 0 ? [] : [...new Set(own.map((line) => throughPort(line, port)))]),
    close() {
      clearInterval(sweep);
      for (const [key, guest] of guests) end(key, guest);
      front.close();
    },
  };
}

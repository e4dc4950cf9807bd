import { type ChildProcess, fork } from "node:child_process";
import { createSocket } from "node:dgram";
import path from "node:path";
import { projectRoot } from "../../../platform/root.server.ts";
import { usualRelays } from "../providers/settings.ts";
import type { RelaySettings } from "./relay.process.server.ts";
import type { FromRelay, RelayFigures, ToRelay } from "./relay-messages.ts";
import { backOff } from "./relay-watch.ts";

// Node runs the source: a built server has no file of its own for a process.
const source = path.join(projectRoot, "app/session/video/relay/relay.process.server.ts");

export interface RelaysSettings {
  readonly bindAddress: string;
  readonly publicAddress: string | null;
  /** one relay for each; empty: as many as `usualRelays`, on ports that the system chooses */
  readonly ports: readonly number[];
  /** for browsers that come by TURN over TCP, one beside each relay; 0: the system chooses; empty: none */
  readonly doors: readonly number[];
}
export interface RelaysTell {
  heard(relay: number, message: FromRelay): void;
  /** Nobody of this relay is connected any more. */
  lost(relay: number): void;
  ready(relay: number): void;
  log(line: string, about?: Readonly<Record<string, string | number>>): void;
}

const mostPeople = 400;
const beatMs = 500;
/** Two seconds without an answer, and it hangs. */
const deafMs = 2_000;
const startMs = 8_000;

interface Relay {
  child: ChildProcess | null;
  isReady: boolean;
  beganAt: number;
  heardAt: number;
  falls: number;
  timer: NodeJS.Timeout | undefined;
}

/** The processes that carry media: begun when the first is asked for, watched, and begun anew when one falls or hangs. */
export function openRelays(settings: RelaysSettings, tell: RelaysTell) {
  const size = settings.ports.length || usualRelays;
  const relays: Relay[] = Array.from({ length: size }, () => ({
    child: null,
    isReady: false,
    beganAt: 0,
    heardAt: 0,
    falls: 0,
    timer: undefined,
  }));
  const asked = new Map<number, (figures: RelayFigures) => void>();
  let closed = false;
  let begun = false;
  let beats = 0;
  let beat: NodeJS.Timeout | undefined;

  function begin(): void {
    if (begun || closed) return;
    begun = true;
    for (const n of relays.keys()) void start(n);
    beat = setInterval(look, beatMs);
    beat.unref();
  }

  async function start(n: number): Promise<void> {
    const relay = relays[n];
    if (!relay || closed) return;
    const port = settings.ports[n] ?? null;
    // The engine ends the process over a port that is taken: known before it is asked.
    if (!(await canBind(settings.bindAddress, port ?? 0))) {
      tell.log("media: poort of adres niet beschikbaar", { port: port ?? 0 });
      return fell(n);
    }
    if (closed) return;
    const door = settings.doors[n] ?? null;
    const own: RelaySettings = { ...settings, port, door, mostPeople };
    const env = { ...process.env, KLANKBORD_RELAY: JSON.stringify(own) };
    const child = fork(source, [], { stdio: ["ignore", "ignore", "inherit", "ipc"], env, execArgv: [] });
    relay.child = child;
    relay.beganAt = performance.now();
    relay.heardAt = performance.now();
    child.on("message", (message: FromRelay) => {
      if (relay.child !== child) return;
      relay.heardAt = performance.now();
      if (message.type === "ready") {
        relay.isReady = true;
        tell.ready(n);
      } else if (message.type === "cannot") tell.log("media: poort of adres niet beschikbaar", { port: door ?? 0 });
      else if (message.type === "figures") asked.get(message.n)?.(message.figures);
      else if (message.type !== "pong") tell.heard(n, message);
    });
    child.on("error", () => {});
    child.on("exit", () => {
      if (relay.child !== child) return;
      relay.child = null;
      fell(n);
    });
    child.unref();
    child.channel?.unref();
  }

  function fell(n: number): void {
    const relay = relays[n];
    if (!relay) return;
    const was = relay.isReady;
    relay.isReady = false;
    if (closed) return;
    relay.falls = performance.now() - relay.beganAt > 60_000 ? 1 : relay.falls + 1;
    if (was) tell.lost(n);
    tell.log("media: relay begint opnieuw", { relay: n, keer: relay.falls });
    relay.timer = setTimeout(() => void start(n), backOff(relay.falls));
    relay.timer.unref();
  }

  function look(): void {
    beats += 1;
    for (const relay of relays) {
      if (!relay.child) continue;
      if (performance.now() - relay.heardAt > (relay.isReady ? deafMs : startMs)) relay.child.kill("SIGKILL");
      else if (relay.isReady) sendTo(relay, { type: "ping", n: beats });
    }
  }

  function sendTo(relay: Relay, message: ToRelay): void {
    if (relay.child?.connected) relay.child.send(message, () => {});
  }

  return {
    size,
    begin,
    isReady: (n: number): boolean => relays[n]?.isReady ?? false,
    send(n: number, message: ToRelay): void {
      const relay = relays[n];
      if (relay) sendTo(relay, message);
    },
    pids: (): readonly number[] => relays.flatMap(({ child }) => child?.pid ?? []),
    async figures(n: number): Promise<RelayFigures> {
      beats += 1;
      const ask = beats;
      const answer = new Promise<RelayFigures>((resolve) => asked.set(ask, resolve));
      const relay = relays[n];
      if (relay) sendTo(relay, { type: "figures", n: ask });
      return answer.finally(() => asked.delete(ask));
    },
    async close(): Promise<void> {
      closed = true;
      clearInterval(beat);
      await Promise.all(
        relays.map(async (relay) => {
          clearTimeout(relay.timer);
          const { child } = relay;
          if (!child || child.exitCode !== null || child.signalCode !== null) return;
          const gone = new Promise((resolve) => child.once("exit", resolve));
          child.kill("SIGKILL");
          await gone;
        }),
      );
    },
  };
}

function canBind(address: string, port: number): Promise<boolean> {
  const socket = createSocket(address.includes(":") ? "udp6" : "udp4");
  return new Promise((resolve) => {
    socket.once("error", () => resolve(false));
    socket.bind(port, address, () => socket.close(() => resolve(true)));
  });
}

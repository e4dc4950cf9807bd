// A process of its own: whatever befalls media, votes and words go on. Started by relays.server.ts.
import { setPriority } from "node:os";
import nd from "node-datachannel";
import { keepCanary } from "./relay-canary.server.ts";
import { openDoor } from "./relay-door.server.ts";
import type { FromRelay, RelayFigures, ToRelay } from "./relay-messages.ts";
import { Person } from "./relay-person.server.ts";
import { seatOthers } from "./relay-seating.ts";
import { count } from "./relay-source.server.ts";

export interface RelaySettings {
  readonly bindAddress: string;
  readonly publicAddress: string | null;
  /** all go through this one; null: each connection has a port that the system chooses */
  readonly port: number | null;
  /** a port beside it for browsers that come by TURN over TCP; 0: the system chooses; null: none */
  readonly door: number | null;
  readonly mostPeople: number;
}

const settings = JSON.parse(process.env.KLANKBORD_RELAY ?? "{}") as RelaySettings;
const say = (message: FromRelay): void => {
  if (process.connected) process.send?.(message);
};
/** Of 20 steps: where both want a processor, the server with its votes and words gets most of it. */
const steps = 5;
try {
  setPriority(steps);
} catch {
  // Not everywhere may a process step back.
}
nd.initLogger("Fatal", () => {});

const config = {
  iceServers: [],
  bindAddress: settings.bindAddress,
  disableAutoNegotiation: true,
  forceMediaTransport: true,
  maxMessageSize: 65_536,
  ...(settings.port ? { enableIceUdpMux: true, portRangeBegin: settings.port, portRangeEnd: settings.port } : {}),
};
const door =
  settings.door === null
    ? null
    : openDoor({ bindAddress: settings.bindAddress, port: settings.door }, () => say({ type: "cannot", why: "door" }));
/** In order of coming. */
const people = new Map<string, Person>();

const inRoom = (room: string) => [...people.values()].filter((one) => one.room === room);

/** Everybody in these rooms gets their places anew, and is told. */
function arrange(...rooms: (string | null)[]): void {
  for (const room of new Set(rooms)) {
    if (room === null) continue;
    const here = inRoom(room);
    for (const one of here)
      one.hearFrom(
        people,
        seatOthers(
          one.seats,
          here.filter((other) => other !== one),
        ),
      );
    for (const one of here) one.tell(people);
  }
}

function leave(one: Person): void {
  if (people.get(one.id) !== one) return;
  people.delete(one.id);
  arrange(one.room);
}

function move(one: Person, room: string | null): void {
  const before = one.room;
  one.room = room;
  if (before !== room) one.hearFrom(people, []);
  if (room === null) one.tell(people);
  arrange(before, room);
}

function join(message: ToRelay & { readonly type: "join" }): void {
  people.get(message.id)?.close();
  if (people.size >= settings.mostPeople) {
    say({ type: "refused", ...partyOf(message), why: "full" });
    return;
  }
  const { publicAddress } = settings;
  const one = new Person(message, { config, say, publicAddress, door, changed: ({ room }) => arrange(room) });
  one.onClose = () => leave(one);
  people.set(one.id, one);
  move(one, message.room);
}
const partyOf = ({ id, generation }: { id: string; generation: number }) => ({ id, generation });

function hear(message: ToRelay): void {
  if (message.type === "ping") say({ type: "pong", n: message.n });
  else if (message.type === "figures") say({ type: "figures", n: message.n, figures: figures() });
  else if (message.type === "join") join(message);
  else {
    const one = people.get(message.id);
    if (one && !("generation" in message && message.generation !== one.generation)) hearAbout(one, message);
  }
}

function hearAbout(one: Person, message: Exclude<ToRelay, { readonly type: "ping" | "figures" | "join" }>): void {
  if (message.type === "answer") one.answer(message.sdp);
  else if (message.type === "leave") one.close();
  else if (message.type === "move") {
    one.may = message.may;
    one.always = message.always;
    move(one, message.room);
  } else {
    one.state(message.own, message.wants);
    arrange(one.room);
  }
}

function figures(): RelayFigures {
  const { user, system } = process.cpuUsage();
  return { ...count, cpuMicros: user + system, memoryMb: process.memoryUsage.rss() / 2 ** 20, people: people.size };
}

setInterval(() => {
  const now = performance.now();
  for (const one of people.values()) if (one.isUp) for (const source of Object.values(one.sources)) source.tick(now);
}, 20);
setInterval(() => {
  const now = performance.now();
  for (const one of people.values()) if (one.isUp) for (const source of Object.values(one.sources)) source.report(now);
}, 1_000);
setInterval(() => {
  const now = performance.now();
  const changed = [...people.values()].filter((one) => one.isUp && one.watchLine(now));
  if (changed.length > 0) arrange(...changed.map(({ room }) => room));
}, 500);

process.on("message", (message: ToRelay) => {
  try {
    hear(message);
  } catch {
    count.faults += 1;
    if ("generation" in message) say({ type: "refused", ...partyOf(message), why: "unreadable" });
  }
});
// Its server is gone. The engine keeps a process alive by itself: it ends here, without its clean-up.
process.on("disconnect", () => process.exit(0));
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => {});
keepCanary(() => process.kill(process.pid, "SIGKILL"));
say({ type: "ready" });

// A process of its own: as many connections as a relay has, and as many packets from them, which nobody sent: what the engine itself costs.
import { type Carrier, openCarrier } from "../app/session/video/relay/relay-connection.server.ts";
import type { FromRelay, ToRelay } from "../app/session/video/relay/relay-messages.ts";
import { answerIn, offerIn } from "../app/session/video/relay/relay-offer.ts";
import { opusType, vp8Type } from "../app/session/video/relay/rtp.ts";

export interface Pace {
  readonly type: "pace";
  /** packets a second from all connections together; 0: none */
  readonly perSecond: number;
}

const config = { iceServers: [], bindAddress: "127.0.0.1", disableAutoNegotiation: true, forceMediaTransport: true };
const everyMs = 2;
/** Of nine packets so many are of pictures, as in a group. */
const [ofNine, pictures] = [9, 4];
const all: { readonly id: string; readonly carrier: Carrier; isUp: boolean }[] = [];
const packets = { sound: Buffer.alloc(12 + 80), picture: Buffer.alloc(12 + 1_080) };
let sent = 0;
let timer: NodeJS.Timeout | undefined;
const say = (message: FromRelay) => process.send?.(message);

function join({ id, generation }: ToRelay & { readonly type: "join" }): void {
  const one = { id, isUp: false, carrier: null as Carrier | null };
  const carrier = openCarrier(id, config, {
    isUp: () => one.isUp,
    hear: () => {},
    offered: () => say({ type: "offer", id, generation, sdp: offer().bare }),
    state(state) {
      one.isUp = state === "connected";
      if (one.isUp) say({ type: "state", id, generation, state: "connected" });
    },
  });
  const lines = [
    { mid: "a", kind: "sound" },
    { mid: "w", kind: "picture" },
  ] as const;
  const offer = () => offerIn(carrier.offered(), lines, null);
  all.push(Object.assign(one, { carrier }));
  carrier.begin();
}

function answer({ id, generation, sdp }: ToRelay & { readonly type: "answer" }): void {
  const one = all.find((other) => other.id === id);
  const read = answerIn(sdp, []);
  if (!one || !read) return;
  one.carrier.answer(read.engine);
  say({ type: "candidates", id, generation, candidates: offerIn(one.carrier.offered(), [], null).candidates });
}

function pace({ perSecond }: Pace): void {
  clearInterval(timer);
  const begun = performance.now();
  let made = 0;
  if (perSecond === 0) return;
  timer = setInterval(() => {
    for (const due = ((performance.now() - begun) / 1_000) * perSecond; made < due; made++) {
      const turn = Math.floor(made / all.length);
      const inNine = turn % ofNine;
      const isPicture = inNine < pictures;
      const nines = Math.floor(turn / ofNine);
      const number = isPicture ? nines * pictures + inNine : nines * (ofNine - pictures) + inNine - pictures;
      const b = isPicture ? packets.picture : packets.sound;
      b[0] = 0x80;
      b[1] = isPicture ? vp8Type : opusType;
      b.writeUInt16BE(number & 0xffff, 2);
      b.writeUInt32BE(isPicture ? 7 : 8, 8);
      if (isPicture) b.writeDoubleBE(performance.timeOrigin + performance.now(), b.length - 8);
      all[made % all.length]?.carrier.wire.send(b);
      sent += 1;
    }
  }, everyMs);
}

process.on("message", (message: ToRelay | Pace) => {
  if (message.type === "join") join(message);
  else if (message.type === "answer") answer(message);
  else if (message.type === "pace") pace(message);
  else if (message.type === "figures") {
    const { user, system } = process.cpuUsage();
    const figures = { received: 0, sent, resent: 0, faults: 0, cpuMicros: user + system, memoryMb: 0, people: all.length };
    say({ type: "figures", n: message.n, figures });
  }
});
process.on("disconnect", () => process.exit(0));
say({ type: "ready" });

// A process of its own: browsers that are none. They answer what a relay offers, send made-up packets and count what comes.
import { constants, setPriority } from "node:os";
import { vp8Type } from "../app/session/video/relay/rtp.ts";
import { enterLiveKit } from "./media-guest.ts";
import { heard, openPeer, type Peer } from "./media-peer.ts";

export type ToCrowd =
  | { readonly type: "offer"; readonly id: string; readonly sdp: string; readonly size: "v" | "w" }
  | { readonly type: "candidates"; readonly id: string; readonly candidates: readonly string[] }
  /** into a room of LiveKit */
  | { readonly type: "enter"; readonly id: string; readonly url: string; readonly token: string }
  | { readonly type: "go"; readonly senders: number }
  | { readonly type: "flood"; readonly id: string; readonly mbps: number }
  /** as it is, in hexadecimal */
  | { readonly type: "pass"; readonly id: string; readonly packet: string }
  | { readonly type: "count" }
  | { readonly type: "stop" };
export interface Heard {
  /** ms from sending to arrival, of one in eight packets of pictures */
  readonly delays: readonly number[];
  readonly came: number;
  readonly missed: number;
}
export type FromCrowd =
  | { readonly type: "answer"; readonly id: string; readonly sdp: string }
  | { readonly type: "in"; readonly id: string }
  | { readonly type: "count"; readonly came: number }
  | ({ readonly type: "heard" } & Heard);

if (process.env.KLANKBORD_CROWD === "elsewhere") setPriority(constants.priority.PRIORITY_LOW);
const crowd = new Map<string, Peer>();
let timer: NodeJS.Timeout | undefined;
let floods: NodeJS.Timeout | undefined;
const say = (message: FromCrowd) => process.send?.(message);

function join({ id, sdp, size }: ToCrowd & { readonly type: "offer" }): void {
  const peer = openPeer(id, 500_000 + crowd.size * 10);
  crowd.set(id, peer);
  peer.take(sdp, "offer");
  const lines = [
    { mid: "a", kind: "audio" },
    { mid: size, kind: "video" },
  ] as const;
  say({ type: "answer", id, sdp: peer.said(lines) });
}

async function enter({ id, url, token }: ToCrowd & { readonly type: "enter" }): Promise<void> {
  crowd.set(id, await enterLiveKit({ url, token, ssrc: 500_000 + crowd.size * 10 }));
  say({ type: "in", id });
}

/** Spread over a group of 20 ms, as people who do not know of each other. */
function go(senders: number): void {
  const begun = performance.now();
  const speakers = [...crowd.values()].slice(0, senders);
  for (const one of speakers) one.begin();
  timer = setInterval(() => {
    const seconds = (performance.now() - begun) / 1000;
    for (const [n, one] of speakers.entries()) one.due(seconds + n / 997);
  }, 2);
}

/** Far more than any camera. */
function flood(one: Peer, mbps: number): void {
  const begun = performance.now();
  const each = 1_200;
  let sent = 0;
  const b = Buffer.alloc(each);
  b[0] = 0x80;
  b[1] = vp8Type;
  b.writeUInt32BE(one.ssrc + 1, 8);
  floods = setInterval(() => {
    for (const due = ((performance.now() - begun) * mbps * 125) / each; sent < due; sent++) {
      b.writeUInt16BE(sent & 0xffff, 2);
      one.pass(b);
    }
  }, 5);
}

process.on("message", (message: ToCrowd) => {
  if (message.type === "offer") join(message);
  else if (message.type === "candidates") for (const candidate of message.candidates) crowd.get(message.id)?.reach(candidate);
  else if (message.type === "enter") void enter(message);
  else if (message.type === "count") say({ type: "count", came: heard.came });
  else if (message.type === "go") {
    [heard.delays, heard.came, heard.missed] = [[], 0, 0];
    go(message.senders);
  } else if (message.type === "pass") crowd.get(message.id)?.pass(Buffer.from(message.packet, "hex"));
  else if (message.type === "flood") {
    const one = crowd.get(message.id);
    if (one) flood(one, message.mbps);
  } else {
    clearInterval(timer);
    clearInterval(floods);
    say({ type: "heard", ...heard });
  }
});
process.on("disconnect", () => process.exit(0));

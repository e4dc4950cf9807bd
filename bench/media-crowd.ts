// A process of its own: browsers that are none. They answer what a relay offers, send made-up packets and count what comes.
import nd from "node-datachannel";
import { opusType, vp8Type } from "../app/media/rtp.ts";

const { PeerConnection, Audio, Video } = nd;
nd.initLogger("Fatal", () => {});

export type ToCrowd =
  | { readonly type: "offer"; readonly id: string; readonly sdp: string; readonly size: "v" | "w" }
  | { readonly type: "candidates"; readonly id: string; readonly candidates: readonly string[] }
  | { readonly type: "go"; readonly senders: number }
  | { readonly type: "flood"; readonly id: string; readonly mbps: number }
  | { readonly type: "stop" };
export interface Heard {
  /** ms from sending to arrival, of one in eight packets of pictures */
  readonly delays: readonly number[];
  readonly came: number;
  readonly missed: number;
}
export type FromCrowd =
  | { readonly type: "answer"; readonly id: string; readonly sdp: string }
  | ({ readonly type: "heard" } & Heard);

const soundsPerSecond = 50;
const picturesPerSecond = 40;
/** 32 kbit/s and 350 kbit/s */
const sound = Buffer.alloc(12 + 80);
const picture = Buffer.alloc(12 + 1_080);

type Peer = InstanceType<typeof PeerConnection>;
type Track = ReturnType<Peer["addTrack"]>;
interface One {
  readonly pc: Peer;
  readonly ssrc: number;
  readonly sound: Track;
  readonly picture: Track;
  isOpen: boolean;
  readonly sent: { sound: number; picture: number };
  /** in this load */
  sounds: number;
  pictures: number;
}
const crowd = new Map<string, One>();
const kept: unknown[] = [];
let delays: number[] = [];
let came = 0;
let missed = 0;
let timer: NodeJS.Timeout | undefined;
let floods: NodeJS.Timeout | undefined;
const say = (message: FromCrowd) => process.send?.(message);
const clock = () => performance.timeOrigin + performance.now();
const bare = (sdp: string) => sdp.replace(/a=(candidate:.*|end-of-candidates)\r?\n/g, "");

function hear(track: Track): void {
  let last = -1;
  let n = 0;
  track.onClosed(() => {});
  track.onError(() => {});
  track.onMessage((b) => {
    if (!(b instanceof Buffer) || b.length < 20) return;
    const type = (b[1] ?? 0) & 127;
    if (type !== vp8Type && type !== opusType) return;
    came += 1;
    const number = b.readUInt16BE(2);
    const ahead = (number - last) & 0xffff;
    if (last >= 0 && ahead > 0 && ahead < 0x8000) missed += ahead - 1;
    if (last < 0 || ahead < 0x8000) last = number;
    n += 1;
    if (type === vp8Type && n % 8 === 0) delays.push(clock() - b.readDoubleBE(b.length - 8));
  });
  kept.push(track);
}

function join({ id, sdp, size }: ToCrowd & { readonly type: "offer" }): void {
  const pc = new PeerConnection(id, { iceServers: [], bindAddress: "127.0.0.1", disableAutoNegotiation: true });
  const ssrc = 500_000 + crowd.size * 10;
  const line = (media: InstanceType<typeof Audio> | InstanceType<typeof Video>, at: number): Track => {
    media.addSSRC(at, "x", "x", "x");
    const track = pc.addTrack(media);
    track.onClosed(() => {});
    track.onError(() => {});
    return track;
  };
  const voice = new Audio("a", "SendOnly");
  voice.addOpusCodec(opusType);
  const camera = new Video(size, "SendOnly");
  camera.addVP8Codec(vp8Type);
  const one: One = {
    ...{ pc, ssrc, sound: line(voice, ssrc), picture: line(camera, ssrc + 1) },
    ...{ isOpen: false, sent: { sound: 0, picture: 0 }, sounds: 0, pictures: 0 },
  };
  one.sound.onOpen(() => {
    one.isOpen = true;
  });
  pc.onTrack(hear);
  crowd.set(id, one);
  pc.setRemoteDescription(sdp, "offer");
  pc.setLocalDescription("answer");
  say({ type: "answer", id, sdp: bare(pc.localDescription()?.sdp ?? "") });
}

/** Spread over a group of 20 ms, as people who do not know of each other. */
function go(senders: number): void {
  const begun = performance.now();
  const speakers = [...crowd.values()].slice(0, senders);
  timer = setInterval(() => {
    const seconds = (performance.now() - begun) / 1000;
    for (const [n, one] of speakers.entries()) {
      if (!one.isOpen) continue;
      const own = seconds + n / 997;
      for (; one.sounds < Math.floor(own * soundsPerSecond); one.sounds += 1) send(one, "sound");
      for (; one.pictures < Math.floor(own * picturesPerSecond); one.pictures += 1) send(one, "picture");
    }
  }, 2);
}

/** Far more than any camera. */
function flood(one: One, mbps: number): void {
  const begun = performance.now();
  const each = 1_200;
  let sent = 0;
  const b = Buffer.alloc(each);
  b[0] = 0x80;
  b[1] = vp8Type;
  b.writeUInt32BE(one.ssrc + 1, 8);
  floods = setInterval(() => {
    for (const due = ((performance.now() - begun) * mbps * 125) / each; sent < due; sent++) {
      one.sent.picture += 1;
      b.writeUInt16BE(one.sent.picture & 0xffff, 2);
      try {
        one.picture.sendMessageBinary(b);
      } catch {
        return;
      }
    }
  }, 5);
}

function send(one: One, kind: "sound" | "picture"): void {
  const b = kind === "sound" ? sound : picture;
  // Goes on from one load to the next: a number that comes again is late, and goes nowhere.
  const number = kind === "sound" ? one.sent.sound++ : one.sent.picture++;
  b[0] = 0x80;
  b[1] = kind === "sound" ? opusType : vp8Type | 0x80;
  b.writeUInt16BE(number & 0xffff, 2);
  b.writeUInt32BE((number * (kind === "sound" ? 960 : 2_250)) >>> 0, 4);
  b.writeUInt32BE(one.ssrc + (kind === "sound" ? 0 : 1), 8);
  if (kind === "picture") {
    b[12] = 0x90;
    b[13] = 0x80;
    b.writeUInt16BE(0x8000 | (number & 0x7fff), 14);
    // A whole picture each second.
    b[16] = number % picturesPerSecond < 2 ? 0 : 1;
    b.writeDoubleBE(clock(), b.length - 8);
  }
  try {
    one[kind].sendMessageBinary(b);
  } catch {
    missed += 1;
  }
}

process.on("message", (message: ToCrowd) => {
  if (message.type === "offer") join(message);
  else if (message.type === "candidates")
    for (const candidate of message.candidates) crowd.get(message.id)?.pc.addRemoteCandidate(candidate, "a");
  else if (message.type === "go") {
    [delays, came, missed] = [[], 0, 0];
    go(message.senders);
  } else if (message.type === "flood") {
    const one = crowd.get(message.id);
    if (one) flood(one, message.mbps);
  } else {
    clearInterval(timer);
    clearInterval(floods);
    for (const one of crowd.values()) [one.sounds, one.pictures] = [0, 0];
    say({ type: "heard", delays, came, missed });
  }
});
process.on("disconnect", () => process.exit(0));

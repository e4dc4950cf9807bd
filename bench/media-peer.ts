import nd from "node-datachannel";
import { engineMid, forEngine, keysIn } from "../app/session/video/relay/relay-offer.ts";
import { opusType, vp8Type } from "../app/session/video/relay/rtp.ts";

const { PeerConnection, Video } = nd;
nd.initLogger("Fatal", () => {});

const soundsPerSecond = 50;
const picturesPerSecond = 40;
/** 32 kbit/s and 350 kbit/s */
const packets = { sound: Buffer.alloc(12 + 80), picture: Buffer.alloc(12 + 1_080) };
const kept: unknown[] = [];
const bindAddress = process.env.KLANKBORD_CROWD_ADDRESS ?? "127.0.0.1";
const clock = () => performance.timeOrigin + performance.now();

/** What came to everybody of this process, since `begin`. */
export const heard: { delays: number[]; came: number; missed: number } = { delays: [], came: 0, missed: 0 };

/** One connection of somebody who is no browser: it sends made-up packets, and counts what comes. */
export function openPeer(name: string, ssrc: number) {
  const pc = new PeerConnection(name, { iceServers: [], bindAddress, disableAutoNegotiation: true });
  const media = new Video(engineMid, "SendRecv");
  media.addVP8Codec(vp8Type);
  const track = pc.addTrack(media);
  track.onClosed(() => {});
  track.onError(() => {});
  const last = new Map<number, { number: number; came: number }>();
  track.onMessage((b) => b instanceof Buffer && hear(b));
  pc.onDataChannel((channel) => kept.push(channel));
  let isOpen = false;
  track.onOpen(() => {
    isOpen = true;
  });
  const sent = { sound: 0, picture: 0 };
  const now = { sound: 0, picture: 0 };

  function hear(b: Buffer): void {
    if (b.length < 20) return;
    const type = (b[1] ?? 0) & 127;
    if (type !== vp8Type && type !== opusType) return;
    heard.came += 1;
    const number = b.readUInt16BE(2);
    const stream = b.readUInt32BE(8);
    const one = last.get(stream);
    if (!one) {
      last.set(stream, { number, came: 1 });
      return;
    }
    const ahead = (number - one.number) & 0xffff;
    if (ahead > 0 && ahead < 0x8000) {
      heard.missed += ahead - 1;
      one.number = number;
    }
    one.came += 1;
    if (type === vp8Type && one.came % 8 === 0) heard.delays.push(clock() - b.readDoubleBE(b.length - 8));
  }

  function send(kind: "sound" | "picture"): void {
    const b = packets[kind];
    // Goes on from one load to the next: a number that comes again is late, and goes nowhere.
    const number = sent[kind]++;
    b[0] = 0x80;
    b[1] = kind === "sound" ? opusType : vp8Type | 0x80;
    b.writeUInt16BE(number & 0xffff, 2);
    b.writeUInt32BE((number * (kind === "sound" ? 960 : 2_250)) >>> 0, 4);
    b.writeUInt32BE(ssrc + (kind === "sound" ? 0 : 1), 8);
    if (kind === "picture") {
      b[12] = 0x90;
      b[13] = 0x80;
      b.writeUInt16BE(0x8000 | (number & 0x7fff), 14);
      // A whole picture each second.
      b[16] = number % picturesPerSecond < 2 ? 0 : 1;
      b.writeDoubleBE(clock(), b.length - 8);
    }
    pass(b);
  }
  function pass(b: Buffer): void {
    try {
      track.sendMessageBinary(b);
    } catch {
      heard.missed += 1;
    }
  }

  /** @returns what this side says of itself: keys, and the numbers under which it sends on these lines */
  function said(lines: readonly { readonly mid: string; readonly kind: "audio" | "video" }[]): string {
    const own = pc.localDescription()?.sdp ?? "";
    const { name, password, fingerprint } = keysIn(own);
    const setup = /a=setup:(\S+)/.exec(own)?.[1] ?? "";
    return [
      ...["v=0", "o=- 1 1 IN IP4 0.0.0.0", "s=-", "t=0 0", `a=group:BUNDLE ${lines.map(({ mid }) => mid).join(" ")}`],
      ...[`a=fingerprint:${fingerprint}`, "a=msid-semantic:WMS *"],
      ...lines.flatMap(({ mid, kind }) => {
        const [type, map] = kind === "audio" ? [opusType, "opus/48000/2"] : [vp8Type, "VP8/90000"];
        const at = ssrc + (kind === "audio" ? 0 : 1);
        return [
          ...[`m=${kind} 9 UDP/TLS/RTP/SAVPF ${type}`, "c=IN IP4 0.0.0.0", `a=mid:${mid}`, "a=sendonly", "a=rtcp-mux"],
          ...[`a=rtpmap:${type} ${map}`, `a=msid:${kind} ${kind}`, `a=ssrc:${at} cname:x`, `a=ssrc:${at} msid:${kind} ${kind}`],
          ...[`a=setup:${setup}`, `a=ice-ufrag:${name}`, `a=ice-pwd:${password}`],
        ];
      }),
      "",
    ].join("\r\n");
  }

  return {
    ...{ pass, said },
    ssrc,
    offer: () => pc.setLocalDescription("offer"),
    keys: () => ({
      ...keysIn(pc.localDescription()?.sdp ?? ""),
      setup: /a=setup:(\S+)/.exec(pc.localDescription()?.sdp ?? "")?.[1],
    }),
    /** Takes what the other side says, and answers when it offered. */
    take(sdp: string, kind: "offer" | "answer", withData = false): void {
      const read = forEngine(sdp) ?? "";
      pc.setRemoteDescription(withData ? withChannels(read, sdp) : read, kind);
      if (kind === "offer") pc.setLocalDescription("answer");
    },
    reach: (candidate: string) => pc.addRemoteCandidate(candidate, engineMid),
    isOpen: () => isOpen,
    begin(): void {
      [now.sound, now.picture] = [0, 0];
    },
    /** What is due so many seconds after `begin`. */
    due(seconds: number): void {
      if (!isOpen) return;
      for (; now.sound < Math.floor(seconds * soundsPerSecond); now.sound += 1) send("sound");
      for (; now.picture < Math.floor(seconds * picturesPerSecond); now.picture += 1) send("picture");
    },
  };
}

/** LiveKit lets nobody in without these, though nothing goes over them here. */
function withChannels(engine: string, sdp: string): string {
  const section = sdp.split(/^m=/m).find((one) => one.startsWith("application")) ?? "";
  const mid = /^a=mid:(\S+)/m.exec(section)?.[1] ?? "data";
  const keys = engine.match(/^a=(setup|ice-ufrag|ice-pwd):.*$/gm) ?? [];
  const lines = ["m=application 9 UDP/DTLS/SCTP webrtc-datachannel", "c=IN IP4 0.0.0.0", `a=mid:${mid}`, "a=sctp-port:5000"];
  return `${engine.replace(/^(a=group:BUNDLE .*)$/m, `$1 ${mid}`)}${[...lines, ...keys.map((one) => one.trim()), ""].join("\r\n")}`;
}
export type Peer = ReturnType<typeof openPeer>;

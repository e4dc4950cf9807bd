import nd from "node-datachannel";
import { safely } from "./relay-lines.server.ts";
import { vp8Type } from "./rtp.ts";

const { PeerConnection, Video } = nd;
const kept: unknown[] = [];
const everyMs = 500;
const mostUnheard = 4;

/**
 * Two connections inside this process that send each other a packet every half second. Something from outside can make the engine
 * spin while all else here still answers; then nothing arrives any more, and only a new process helps.
 */
export function keepCanary(silent: () => void): void {
  const config = { iceServers: [], bindAddress: "127.0.0.1", disableAutoNegotiation: true };
  const [a, b] = [new PeerConnection("canary a", config), new PeerConnection("canary b", config)];
  const end = (pc: typeof a, direction: "SendOnly" | "RecvOnly") => {
    const video = new Video("c", direction);
    video.addVP8Codec(vp8Type);
    if (direction === "SendOnly") video.addSSRC(5, "canary");
    const track = pc.addTrack(video);
    track.onClosed(safely(() => {}));
    track.onError(safely(() => {}));
    kept.push(pc, track);
    return track;
  };
  const [sends, hears] = [end(a, "SendOnly"), end(b, "RecvOnly")];
  let isOpen = false;
  /** looks since something came: a process that got no processor for a while did not look either, and is not silent */
  let unheard = 0;
  let number = 0;
  const noCandidates = (sdp: string) => sdp.replace(/a=(candidate:.*|end-of-candidates)\r?\n/g, "");
  sends.onOpen(
    safely(() => {
      isOpen = true;
    }),
  );
  hears.onMessage(
    safely(() => {
      unheard = 0;
    }),
  );
  const shake = safely(() => {
    const offer = a.localDescription()?.sdp ?? "";
    b.setRemoteDescription(noCandidates(offer), "offer");
    b.setLocalDescription("answer");
    a.setRemoteDescription(noCandidates(b.localDescription()?.sdp ?? ""), "answer");
    const candidate = /(?<=a=)candidate:.*/.exec(offer)?.[0]?.trim();
    if (candidate) b.addRemoteCandidate(candidate, "c");
  });
  a.onGatheringStateChange(
    safely((state) => {
      if (state === "complete") setImmediate(shake);
    }),
  );
  a.setLocalDescription("offer");
  setInterval(
    safely(() => {
      if (!isOpen) return;
      unheard += 1;
      if (unheard > mostUnheard) silent();
      const packet = Buffer.alloc(20);
      packet[0] = 0x80;
      packet[1] = vp8Type;
      number = (number + 1) & 0xffff;
      packet.writeUInt16BE(number, 2);
      packet.writeUInt32BE(5, 8);
      sends.sendMessageBinary(packet);
    }),
    everyMs,
  );
}

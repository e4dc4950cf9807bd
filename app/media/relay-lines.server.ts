import nd from "node-datachannel";
import { count, type Wire } from "./relay-source.server.ts";
import { opusType, sendTimeId, vp8Type } from "./rtp.ts";

const { Audio, Video } = nd;
export type Track = ReturnType<InstanceType<typeof nd.PeerConnection>["addTrack"]>;

/** A fault in a call from the engine would end the whole process. */
export const safely =
  <A extends unknown[]>(work: (...args: A) => void) =>
  (...args: A): void => {
    try {
      work(...args);
    } catch {
      count.faults += 1;
    }
  };

const sendTime = `a=extmap:${sendTimeId} http://www.webrtc.org/experiments/rtp-hdrext/abs-send-time`;
const fec = "minptime=10;useinbandfec=1";

export function soundLine(mid: string, direction: "RecvOnly" | "SendOnly") {
  const line = new Audio(mid, direction);
  line.addOpusCodec(opusType, fec);
  return line;
}

export function pictureLine(mid: string, direction: "RecvOnly" | "SendOnly") {
  const line = new Video(mid, direction);
  line.addVP8Codec(vp8Type);
  line.parseSdpLine(sendTime);
  return line;
}

/** What a track hears and sends. One without these handlers would end the process. */
export function wireOf(track: Track, isUp: () => boolean, hear: (b: Buffer) => void): Wire {
  track.onClosed(safely(() => {}));
  track.onError(safely(() => {}));
  track.onMessage(safely((message) => message instanceof Buffer && hear(message)));
  return {
    send(packet) {
      if (!isUp()) return;
      try {
        track.sendMessageBinary(packet);
      } catch {
        count.faults += 1;
      }
    },
  };
}

import nd from "node-datachannel";
import { count } from "./relay-source.server.ts";
import { opusType, sendTimeId, vp8Type } from "./rtp.ts";

const { Audio, Video } = nd;

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

/** The candidate as it is reached from outside. */
export function atAddress(candidate: string, address: string): string {
  const parts = candidate.split(" ");
  parts[4] = address;
  return parts.slice(0, 8).join(" ");
}

import nd from "node-datachannel";
import { engineMid } from "./relay-offer.ts";
import { count, type Wire } from "./relay-source.server.ts";
import { vp8Type } from "./rtp.ts";

const { Video } = nd;
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

/**
 * The engine knows one line of a connection, which carries the packets of all that the browser is offered: it then looks into none of them,
 * and wakes this process by one way only. Which packet belongs where, we read ourselves.
 */
export function engineLine() {
  const line = new Video(engineMid, "SendRecv");
  line.addVP8Codec(vp8Type);
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

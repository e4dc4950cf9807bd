import { lookUp, wideLine } from "../client/weak-line.ts";

interface Came {
  readonly at: number;
  readonly packets: number;
  readonly lost: number;
  readonly pictureBytes: number;
}

/** Of a voice: one hears that words are missing. */
const heardLoss = 0.06;

/**
 * Whether the pictures of others wait, so that their voices get through: LiveKit makes pictures smaller on a weak line, and goes on sending
 * them when voices are lost over it.
 */
export function openDownward() {
  let line = wideLine;
  let before: Came | null = null;

  return {
    holds: () => line.holds,
    /**
     * Looks again, every second.
     * @returns whether pictures wait now that did not before, or no longer do
     */
    async look(receivers: readonly RTCRtpReceiver[], seesPictures: boolean): Promise<boolean> {
      const now = await cameBy(receivers);
      const last = before;
      before = now;
      if (!last) return false;
      const seconds = (now.at - last.at) / 1_000;
      const [packets, lost] = [now.packets - last.packets, now.lost - last.lost];
      const bytes = now.pictureBytes - last.pictureBytes;
      // Somebody came or went: what was counted before says nothing.
      if (seconds <= 0 || packets < 0 || lost < 0 || bytes < 0) return false;
      const loss = packets + lost > 0 ? lost / (packets + lost) : null;
      // Few pictures alone say nothing: somebody's camera has yet to begin. With lost words they say that the line is full.
      const carries = (loss ?? 0) > heardLoss ? (bytes * 8) / seconds : null;
      const was = line.holds;
      line = lookUp(line, { loss, carries, sendsPicture: seesPictures }, now.at);
      return line.holds !== was;
    },
  };
}

async function cameBy(receivers: readonly RTCRtpReceiver[]): Promise<Came> {
  const reports = await Promise.all(receivers.map((one) => one.getStats()));
  const streams = reports.flatMap((one) => [...one.values()].filter(({ type }) => type === "inbound-rtp"));
  const sum = (kind: string, of: string) =>
    streams.filter((one) => one.kind === kind).reduce((total, one) => total + (one[of] ?? 0), 0);
  return {
    at: performance.now(),
    packets: sum("audio", "packetsReceived"),
    lost: sum("audio", "packetsLost"),
    pictureBytes: sum("video", "bytesReceived"),
  };
}

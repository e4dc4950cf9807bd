import type { Always, Asked, Passes, Wants } from "../relay/relay-messages.ts";
import type { IceServer, Told } from "./signal.ts";
import type { Upward } from "./weak-line.ts";

export interface Connection {
  state(): RTCPeerConnectionState;
  /** Of the places in which others are seen and heard. */
  stream(kind: "sound" | "picture", place: number): MediaStream | null;
  /** Sends these, as far as somebody looks at them. */
  send(
    tracks: { readonly microphone: MediaStreamTrack | null; readonly camera: MediaStreamTrack | null },
    asked: Asked,
  ): Promise<void>;
  /** Places from which sound comes now, and whether one's own microphone hears something. */
  loud(): Promise<{ readonly places: readonly number[]; readonly own: boolean }>;
  /** Packets that came in all. */
  received(): Promise<number>;
  /** How one's own sound and picture get through. */
  upward(): Promise<Pick<Upward, "loss" | "carries">>;
  /** ms to the other side and back; null where that is not known */
  roundTrip(): Promise<number | null>;
  /** Who is there, when the connection itself knows it and the server does not tell. */
  readonly seen?: () => Pick<Told, "placed" | "names">;
  /** What is wanted of others, when the connection itself sees to it. */
  readonly want?: (wants: Wants & Always) => void;
  close(): void;
}

/** What a connection tells, and asks. */
export interface Tells {
  readonly answer: (sdp: string) => Promise<readonly string[]>;
  readonly state: (state: RTCPeerConnectionState) => void;
  /** who is there, or what one may, as `seen` says */
  readonly changed: () => void;
}

const threshold = 0.02;
export const limits = {
  v: { maxBitrate: 500_000, scaleResolutionDownBy: 1 },
  w: { maxBitrate: 120_000, scaleResolutionDownBy: 2 },
} as const;

/**
 * Answers what the relay offers. Everything is in that one offer: whoever comes, goes or moves later, no more is agreed upon.
 * @param told the browser's own candidates stay here: no one learns this machine's addresses
 */
export async function connect(
  offer: string,
  iceServers: readonly IceServer[],
  told: Tells,
  iceTransportPolicy: RTCIceTransportPolicy = "all",
): Promise<Connection> {
  const pc = new RTCPeerConnection({
    iceServers: iceServers.map((one) => ({ ...one, urls: [...one.urls] })),
    bundlePolicy: "max-bundle",
    iceTransportPolicy,
  });
  const streams = new Map<string, MediaStream>();
  pc.ontrack = ({ transceiver, track }) => {
    if (transceiver.mid) streams.set(transceiver.mid, new MediaStream([track]));
  };
  pc.onconnectionstatechange = () => told.state(pc.connectionState);
  const sender = (mid: string) => pc.getTransceivers().find((one) => one.mid === mid);
  try {
    await pc.setRemoteDescription({ type: "offer", sdp: offer });
    for (const mid of ["a", "v", "w"]) {
      const line = sender(mid);
      if (line) line.direction = "sendonly";
    }
    await pc.setLocalDescription();
    const sdp = (pc.localDescription?.sdp ?? "").replace(/a=(candidate:.*|end-of-candidates)\r\n/g, "");
    for (const candidate of await told.answer(sdp)) await pc.addIceCandidate({ candidate, sdpMid: "a" });
  } catch (fault) {
    pc.close();
    throw fault;
  }

  return {
    state: () => pc.connectionState,
    stream: (kind, place) => streams.get(`${kind === "sound" ? "A" : "V"}${place}`) ?? null,
    async send({ microphone, camera }, asked) {
      const put = async (mid: string, track: MediaStreamTrack | null) => {
        const at = sender(mid)?.sender;
        if (at && at.track !== track) await at.replaceTrack(track);
      };
      await put("a", microphone);
      for (const [mid, isAsked] of [
        ["v", asked.large],
        ["w", asked.small],
      ] as const) {
        await put(mid, isAsked ? camera : null);
        await narrow(sender(mid)?.sender, limits[mid]);
      }
    },
    async loud() {
      const places = pc.getTransceivers().flatMap(({ mid, receiver }) => {
        if (!mid?.startsWith("A")) return [];
        return isLoud(receiver) ? [Number(mid.slice(1))] : [];
      });
      return { places, own: await hearsItself(sender("a")?.sender) };
    },
    received: () => packetsIn(pc),
    // Of a voice as long as there is one: it is what must get through.
    upward: async () => upwardIn(await pc.getStats(), sender("a")?.sender.track ? "audio" : "video"),
    async roundTrip() {
      for (const stat of (await pc.getStats()).values())
        if (stat.type === "candidate-pair" && stat.state === "succeeded" && stat.currentRoundTripTime !== undefined)
          return Math.max(1, Math.round(stat.currentRoundTripTime * 1000));
      return null;
    },
    close() {
      pc.onconnectionstatechange = null;
      pc.close();
    },
  };
}

/** How what is sent gets through, by what the other side told of it. */
export function upwardIn(stats: RTCStatsReport, kind: "audio" | "video"): Pick<Upward, "loss" | "carries"> {
  const all = [...stats.values()];
  const told = all.find((one) => one.type === "remote-inbound-rtp" && one.kind === kind);
  const pair = all.find((one) => one.type === "candidate-pair" && one.nominated && one.state === "succeeded");
  return { loss: told?.fractionLost ?? null, carries: pair?.availableOutgoingBitrate ?? null };
}

/** Whether somebody is heard there now. */
export function isLoud(receiver: RTCRtpReceiver): boolean {
  const [source] = receiver.getSynchronizationSources();
  const isNow = source !== undefined && performance.timeOrigin + performance.now() - source.timestamp < 500;
  return isNow && (source.audioLevel ?? 0) > threshold;
}
export async function hearsItself(line: RTCRtpSender | undefined): Promise<boolean> {
  if (!line?.track?.enabled) return false;
  for (const stat of (await line.getStats()).values())
    if (stat.type === "media-source" && (stat.audioLevel ?? 0) > threshold) return true;
  return false;
}
export async function packetsIn(from: { getStats(): Promise<RTCStatsReport> }): Promise<number> {
  let packets = 0;
  for (const stat of (await from.getStats()).values()) if (stat.type === "inbound-rtp") packets += stat.packetsReceived ?? 0;
  return packets;
}

async function narrow(
  sender: RTCRtpSender | undefined,
  limit: { maxBitrate: number; scaleResolutionDownBy: number },
): Promise<void> {
  const parameters = sender?.getParameters();
  const [encoding] = parameters?.encodings ?? [];
  if (!sender || !parameters || !encoding || encoding.maxBitrate === limit.maxBitrate) return;
  Object.assign(encoding, limit);
  // A browser that takes no limits sends without.
  await sender.setParameters(parameters).catch(() => {});
}

/** What passes on, of what is on. */
export const passing = (on: Passes, may: Passes): Passes => ({
  sound: on.sound && may.sound,
  picture: on.picture && may.picture,
});

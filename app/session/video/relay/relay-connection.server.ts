import nd from "node-datachannel";
import { engineLine, safely, wireOf } from "./relay-lines.server.ts";
import type { Wire } from "./relay-source.server.ts";

const { PeerConnection } = nd;
export type Config = ConstructorParameters<typeof PeerConnection>[1];

/** One connection of the engine, with one line that carries everything. */
export interface Carrier {
  readonly wire: Wire;
  begin(): void;
  /** What it offers, with its addresses; `tells.offered` says when it is there. */
  offered(): string;
  /** Takes an answer; throws when the engine cannot read it. */
  answer(sdp: string): void;
  close(): void;
}

export function openCarrier(
  name: string,
  config: Config,
  tells: {
    readonly offered: () => void;
    readonly state: (state: string) => void;
    readonly hear: (packet: Buffer) => void;
    readonly isUp: () => boolean;
  },
): Carrier {
  const pc = new PeerConnection(name, config);
  pc.onStateChange(safely(tells.state));
  pc.onGatheringStateChange(safely((state) => state === "complete" && tells.offered()));
  // An engine's track that nobody holds falls silent.
  const track = pc.addTrack(engineLine());
  const wire = wireOf(track, tells.isUp, tells.hear);
  return {
    wire,
    begin: () => pc.setLocalDescription("offer"),
    offered: () => pc.localDescription()?.sdp ?? "",
    answer: (sdp) => pc.setRemoteDescription(sdp, "answer"),
    close() {
      safely(() => track.close())();
      safely(() => pc.close())();
    },
  };
}

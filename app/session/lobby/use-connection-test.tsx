import { useEffect, useRef, useState } from "react";
import {
  type Detour,
  detourOf,
  detours,
  type Findings,
  nothingKnown,
  type Part,
} from "../../prepare/registration/connection/checked.ts";
import { probeRelay, probeSocket, probeStream } from "../room/probe.client.ts";
import { anyDevice, type OwnTracks, openOwnTracks, type Trouble } from "../video/client/own-tracks.client.ts";
import type { IceServer } from "../video/client/signal.ts";

type Stage = "before" | "busy" | "done";
type Why = "full" | "none";

export interface Test {
  readonly stage: Stage;
  readonly findings: Findings;
  /** still on the way */
  readonly busy: ReadonlySet<Part>;
  readonly ms: number | null;
  /** ways by a TURN server that this installation has */
  readonly offered: readonly Detour[];
  /** why a part could not be tried */
  readonly why: Readonly<Partial<Record<Part, Why>>>;
  readonly camera: MediaStreamTrack | null;
  readonly microphone: MediaStreamTrack | null;
  readonly trouble: Partial<Record<"sound" | "picture", Trouble>>;
  begin(): void;
  say(part: Part, finding: Findings[Part]): void;
}

interface About {
  readonly session: string;
  readonly media: boolean;
  readonly iceServers: readonly IceServer[];
}

/** A test that runs at a press, and lets go of camera and microphone with the page. */
export function useConnectionTest({ session, media, iceServers }: About): Test {
  const [stage, setStage] = useState<Stage>("before");
  const [findings, setFindings] = useState(nothingKnown);
  const [busy, setBusy] = useState<ReadonlySet<Part>>(new Set());
  const [ms, setMs] = useState<number | null>(null);
  const [why, setWhy] = useState<Test["why"]>({});
  const [, drawAnew] = useState(0);
  const own = useRef<OwnTracks | null>(null);
  useEffect(() => () => own.current?.end(), []);
  const say = (part: Part, finding: Findings[Part]) => {
    setFindings((before) => ({ ...before, [part]: finding }));
    setBusy((before) => new Set([...before].filter((one) => one !== part)));
  };

  const servers = (part: "udp" | Detour): readonly IceServer[] =>
    iceServers.flatMap((one) => {
      const urls = one.urls.filter((url) => detourOf(url) === part);
      return urls.length > 0 ? [{ ...one, urls }] : [];
    });
  const offered = detours.filter((way) => servers(way).length > 0);

  async function relay(part: "udp" | Detour): Promise<void> {
    const reached = await probeRelay(session, servers(part));
    if (reached.finding === "works") {
      if (part === "udp") setMs(reached.ms);
      say(part, "works");
    } else {
      if (reached.finding !== "fails") setWhy((before) => ({ ...before, [part]: reached.finding as Why }));
      say(part, reached.finding === "fails" ? "fails" : "unknown");
    }
  }

  async function devices(): Promise<void> {
    const tracks = openOwnTracks(() => drawAnew((n) => n + 1));
    own.current?.end();
    own.current = tracks;
    await tracks.choose(anyDevice);
    await tracks.set({ sound: true, picture: true });
    say("camera", tracks.camera ? "works" : "fails");
    say("microphone", tracks.microphone ? "works" : "fails");
  }

  async function run(): Promise<void> {
    const tries: readonly Part[] = [...(media ? (["camera", "microphone", "udp"] as const) : []), ...offered, "socket", "stream"];
    setStage("busy");
    setFindings(nothingKnown);
    setWhy({});
    setBusy(new Set(tries));
    const found = (part: Part) => (works: boolean) => say(part, works ? "works" : "fails");
    // One after the other where they share one place at the relay.
    const network = async () => {
      if (media) await relay("udp");
      for (const way of offered) await relay(way);
    };
    await Promise.all([
      media ? devices() : null,
      network(),
      probeSocket().then(found("socket")),
      probeStream(session).then(found("stream")),
    ]);
    setStage("done");
  }

  return {
    ...{ stage, findings, busy, ms, why, offered, say },
    camera: own.current?.camera ?? null,
    microphone: own.current?.microphone ?? null,
    trouble: own.current?.trouble ?? {},
    begin: () => void run(),
  };
}

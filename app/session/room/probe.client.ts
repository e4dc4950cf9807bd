import { connectTo } from "../video/client/connect.client.ts";
import type { Connection } from "../video/client/connection.client.ts";
import type { IceServer, MediaAnswer } from "../video/client/signal.ts";
import { isTurnOverTcp, triedOf } from "../video/relay/relay-offer.ts";

const patienceMs = 10_000;
/** Who tests again at once is slowed by the server, which says nothing of the network. */
const pausesMs = [500, 1_000, 2_000, 3_000];
const within = <T>(work: Promise<T>, ms: number, otherwise: T): Promise<T> =>
  Promise.race([work, new Promise<T>((resolve) => setTimeout(resolve, ms, otherwise))]);

/** Whether a line stands on which the server talks at once. */
export function probeSocket(): Promise<boolean> {
  const ws = new WebSocket(`${location.origin.replace(/^http/, "ws")}/live`);
  const answer = new Promise<boolean>((resolve) => {
    ws.onopen = () => ws.send(JSON.stringify({ type: "beat", sentAt: Date.now() }));
    ws.onmessage = () => resolve(true);
    ws.onerror = () => resolve(false);
    ws.onclose = () => resolve(false);
  });
  return within(answer, patienceMs, false).finally(() => ws.close());
}

/** Whether news arrives as it is said: a proxy that keeps an answer until it is whole hands it over at the end only. */
export async function probeStream(session: string): Promise<boolean> {
  const stop = new AbortController();
  const read = async (): Promise<boolean> => {
    const answer = await fetch(`/bijeenkomst/${session}/proef`, {
      headers: { accept: "text/event-stream" },
      signal: stop.signal,
    });
    const reader = answer.ok ? answer.body?.pipeThrough(new TextDecoderStream()).getReader() : undefined;
    let pieces = 0;
    while (reader && !(await reader.read()).done) pieces += 1;
    return pieces > 1;
  };
  return within(
    read().catch(() => false),
    patienceMs,
    false,
  ).finally(() => stop.abort());
}

export type Reached = { readonly finding: "works"; readonly ms: number | null } | { readonly finding: "fails" | "full" | "none" };

/**
 * Whether a connection with the relay comes about, in a room in which nobody else is.
 * @param iceServers none: directly; else by way of these and in no other way
 */
export async function probeRelay(session: string, iceServers: readonly IceServer[]): Promise<Reached> {
  const straight = await probe(session, iceServers, false);
  const needsDoor = iceServers.some(({ urls }) => urls.some(isTurnOverTcp));
  return straight.finding === "fails" && needsDoor ? probe(session, iceServers, true) : straight;
}

async function probe(session: string, iceServers: readonly IceServer[], throughDoor: boolean): Promise<Reached> {
  const post = async (ask: object): Promise<MediaAnswer | null> => {
    const body = new URLSearchParams({ vraag: JSON.stringify(ask) });
    for (const pause of [...pausesMs, null]) {
      const answer = await fetch(`/bijeenkomst/${session}/proef`, { method: "POST", body }).catch(() => null);
      if (answer?.ok) return (await answer.json().catch(() => null)) as MediaAnswer | null;
      if (answer?.status !== 429 && answer?.status !== 503) return null;
      if (pause !== null) await new Promise((resolve) => setTimeout(resolve, pause));
    }
    return { status: "none", why: "full" };
  };
  const joined = await post({ do: "join" });
  if (joined?.status === "none") return { finding: joined.why === "full" ? "full" : joined.why === "no-room" ? "none" : "fails" };
  if (joined?.status !== "offer" && joined?.status !== "room") return { finding: "fails" };
  const { generation } = joined;
  let own: Connection | null = null;
  try {
    const isUp = new Promise<boolean>((resolve) => {
      const state = (now: RTCPeerConnectionState) => {
        if (now === "connected") resolve(true);
        else if (now === "failed") resolve(false);
      };
      const answer = async (sdp: string) => {
        const said = await post({ do: "answer", generation, sdp });
        if (said?.status !== "candidates") throw new Error("not answered");
        return triedOf(said.candidates, throughDoor);
      };
      connectTo(joined, iceServers, { answer, state, changed: () => {} }, iceServers.length > 0 ? "relay" : "all").then(
        (made) => {
          own = made;
        },
        () => resolve(false),
      );
    });
    if (!(await within(isUp, patienceMs, false))) return { finding: "fails" };
    return { finding: "works", ms: (await (own as Connection | null)?.roundTrip()) ?? null };
  } finally {
    (own as Connection | null)?.close();
    void post({ do: "leave", generation });
  }
}

/** Half a second of a soft tone, by the speaker of this device. */
export async function playTone(): Promise<void> {
  const context = new AudioContext();
  const tone = context.createOscillator();
  const volume = context.createGain();
  tone.frequency.value = 440;
  volume.gain.setValueAtTime(0, context.currentTime);
  volume.gain.linearRampToValueAtTime(0.2, context.currentTime + 0.05);
  volume.gain.setValueAtTime(0.2, context.currentTime + 0.7);
  volume.gain.linearRampToValueAtTime(0, context.currentTime + 0.9);
  tone.connect(volume).connect(context.destination);
  tone.start();
  tone.stop(context.currentTime + 1);
  await new Promise((resolve) => {
    tone.onended = resolve;
  });
  await context.close();
}

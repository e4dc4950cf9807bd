import type { Connection } from "./connection.client.ts";
import type { Upward } from "./weak-line.ts";

export interface Speaking {
  /** places from which somebody is heard now */
  readonly places: ReadonlySet<number>;
  readonly own: boolean;
}

/** Somebody is there, and nothing came for so long: something between is gone, whatever the connection says. */
const silentMs = 3_000;
/** A breath between two words does not end them. */
const breathMs = 800;

/** Looks after one connection: whether something still comes, and who speaks. @returns how to end it */
export function watchOver(
  own: Connection,
  tell: {
    readonly expects: () => boolean;
    readonly silent: () => void;
    readonly speaks: (now: Speaking) => void;
    readonly upward: (line: Pick<Upward, "loss" | "carries">) => void;
  },
): () => void {
  let last = -1;
  let since = performance.now();
  const heard = new Map<number, number>();
  let ownAt = 0;
  let said = "";
  const silence = setInterval(async () => {
    void own.upward().then(tell.upward, () => {});
    const packets = await own.received().catch(() => 0);
    if (!tell.expects() || packets !== last) since = performance.now();
    last = packets;
    if (performance.now() - since > silentMs && own.state() === "connected") tell.silent();
  }, 1_000);
  const levels = setInterval(async () => {
    const loud = await own.loud().catch(() => ({ places: [], own: false }));
    const now = performance.now();
    for (const place of loud.places) heard.set(place, now);
    if (loud.own) ownAt = now;
    const places = new Set([...heard].filter(([, at]) => now - at < breathMs).map(([place]) => place));
    const next = { places, own: now - ownAt < breathMs };
    const words = `${[...places].sort()} ${next.own}`;
    if (words === said) return;
    said = words;
    tell.speaks(next);
  }, 250);
  return () => {
    clearInterval(silence);
    clearInterval(levels);
  };
}

/** How loud a microphone is, 0 to 1, ten times a second. @returns how to end it */
export function watchLevel(track: MediaStreamTrack, tell: (level: number) => void): () => void {
  const context = new AudioContext();
  const analyser = context.createAnalyser();
  analyser.fftSize = 512;
  context.createMediaStreamSource(new MediaStream([track])).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  const timer = setInterval(() => {
    analyser.getFloatTimeDomainData(samples);
    const loudest = samples.reduce((most, one) => Math.max(most, Math.abs(one)), 0);
    tell(Math.min(1, loudest * 2));
  }, 100);
  return () => {
    clearInterval(timer);
    void context.close();
  };
}

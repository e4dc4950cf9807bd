import { setTimeout as sleep } from "node:timers/promises";
import type { Browser, BrowserContext, Page } from "@playwright/test";
import { carryCookie, launchBrowser } from "./browser.ts";

/** A browser with cameras that show a moving picture and a microphone with a tone, and no question about them. */
export const launchWithDevices = (args: readonly string[] = [], cameras = 1): Promise<Browser> =>
  launchBrowser([
    ...args,
    `--use-fake-device-for-media-stream=device-count=${cameras}`,
    "--use-fake-ui-for-media-stream",
    "--autoplay-policy=no-user-gesture-required",
  ]);

interface Seen {
  connections: RTCPeerConnection[];
  tracks: MediaStreamTrack[];
  copies: MediaStreamTrack[];
  asked: number;
  /** the browser's question stays open until then */
  answered?: Promise<void>;
  answer?: () => void;
}

/**
 * Each their own, as at home: one that several look at stops for all of them now and then. The second of Chromium's measures depth.
 * @param n from 0; the browser was launched with two cameras more than the last
 */
export const ownCamera =
  (n: number, size: MediaTrackConstraints = {}) =>
  async (context: BrowserContext): Promise<void> => {
    await context.grantPermissions(["camera", "microphone"]);
    const own = { at: n === 0 ? 0 : n + 1, size };
    await context.addInitScript(({ at, size }) => {
      const plain = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
      navigator.mediaDevices.getUserMedia = async (wish = {}) => {
        const cameras = (await navigator.mediaDevices.enumerateDevices()).filter(({ kind }) => kind === "videoinput");
        const deviceId = { exact: cameras[at]?.deviceId ?? "" };
        const asked = typeof wish.video === "object" ? wish.video : {};
        return plain({ ...wish, video: wish.video ? { ...asked, ...size, deviceId } : false });
      };
    }, own);
  };

/** A page in a context of its own, which keeps hold of its connections and counts how often devices were asked for. */
export async function openMeeting(
  browser: Browser,
  cookie: string,
  url: string,
  width = 1280,
  before?: (context: BrowserContext) => Promise<void>,
): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, locale: "nl" });
  await before?.(context);
  await carryCookie(context, cookie);
  const page = await context.newPage();
  await page.addInitScript(() => {
    const seen = window as unknown as Seen;
    seen.connections = [];
    seen.tracks = [];
    seen.copies = [];
    seen.asked = 0;
    const Plain = window.RTCPeerConnection;
    window.RTCPeerConnection = class extends Plain {
      constructor(...given: ConstructorParameters<typeof Plain>) {
        super(...given);
        seen.connections.push(this);
      }
    };
    const copy = MediaStreamTrack.prototype.clone;
    MediaStreamTrack.prototype.clone = function () {
      const made = copy.call(this);
      seen.copies.push(made);
      return made;
    };
    const plain = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    navigator.mediaDevices.getUserMedia = async (wish) => {
      seen.asked += 1;
      await seen.answered;
      const stream = await plain(wish);
      seen.tracks.push(...stream.getTracks());
      return stream;
    };
  });
  await page.goto(url);
  return page;
}

interface Heard {
  readonly kind: string;
  readonly frames: number;
  readonly energy: number;
  readonly packets: number;
}
export interface Figures {
  /** by stream in the connections that are open */
  readonly in: Readonly<Record<string, Heard>>;
  readonly out: Readonly<Record<string, { readonly kind: string; readonly packets: number }>>;
  readonly state: string;
  readonly connections: number;
  readonly asked: number;
  readonly live: number;
  /** of a device that is given back none is left */
  readonly copies: readonly string[];
  /** addresses of the other side that this browser ever learned */
  readonly remote: readonly string[];
}

/** The next question for a device stays open, as while somebody reads it. @returns how to answer it */
export async function leaveAsked(page: Page): Promise<() => Promise<void>> {
  await page.evaluate(() => {
    const seen = window as unknown as Seen;
    seen.answered = new Promise((done) => {
      seen.answer = done;
    });
  });
  return () => page.evaluate(() => (window as unknown as Seen).answer?.());
}

/** What the browser itself counts. */
export const figures = (page: Page): Promise<Figures> =>
  page.evaluate(async () => {
    const seen = window as unknown as Seen;
    const isLive = ({ readyState }: MediaStreamTrack) => readyState === "live";
    const open = seen.connections.filter(({ connectionState }) => connectionState !== "closed");
    const told: { in: Record<string, Heard>; out: Record<string, { kind: string; packets: number }>; remote: string[] } = {
      in: {},
      out: {},
      remote: [],
    };
    interface Heard {
      kind: string;
      frames: number;
      energy: number;
      packets: number;
    }
    for (const pc of open)
      for (const stat of (await pc.getStats()).values()) {
        const stream = `${seen.connections.indexOf(pc)} ${stat.mid} ${stat.ssrc}`;
        if (stat.type === "inbound-rtp")
          told.in[stream] = {
            kind: stat.kind,
            frames: stat.framesDecoded ?? 0,
            energy: stat.totalAudioEnergy ?? 0,
            packets: stat.packetsReceived ?? 0,
          };
        if (stat.type === "outbound-rtp") told.out[stream] = { kind: stat.kind, packets: stat.packetsSent ?? 0 };
        if (stat.type === "remote-candidate") told.remote.push(`${stat.candidateType} ${stat.address}`);
      }
    return {
      ...told,
      state: open.map(({ connectionState }) => connectionState).join(),
      connections: seen.connections.length,
      asked: seen.asked,
      live: seen.tracks.filter(isLive).length,
      copies: seen.copies.filter(isLive).map(({ kind }) => kind),
    };
  });

export interface Growth {
  /** places in which pictures came, and sound was heard */
  readonly pictures: number;
  readonly sounds: number;
  /** frames and energy that came in all */
  readonly frames: number;
  readonly energy: number;
  readonly sentSound: number;
  readonly sentPicture: number;
}

/** What came and went within so long. */
export async function growth(page: Page, ms = 2_000): Promise<Growth> {
  const before = await figures(page);
  await sleep(ms);
  const after = await figures(page);
  const grown = Object.entries(after.in).map(([stream, { kind, frames, energy }]) => {
    const was = before.in[stream] ?? { frames: 0, energy: 0 };
    return { kind, frames: frames - was.frames, energy: energy - was.energy };
  });
  const sent = (which: string) =>
    Object.entries(after.out)
      .filter(([, { kind }]) => kind === which)
      .reduce((sum, [stream, { packets }]) => sum + packets - (before.out[stream]?.packets ?? 0), 0);
  return {
    pictures: grown.filter(({ kind, frames }) => kind === "video" && frames > 0).length,
    sounds: grown.filter(({ kind, energy }) => kind === "audio" && energy > 1e-5).length,
    frames: grown.reduce((sum, { frames }) => sum + frames, 0),
    energy: grown.reduce((sum, { energy }) => sum + energy, 0),
    sentSound: sent("audio"),
    sentPicture: sent("video"),
  };
}

/** Comes in as a person does: by one of the three ways, and through the look beforehand. */
export async function comeIn(page: Page, way: "Met camera" | "Alleen geluid"): Promise<void> {
  await page.getByRole("button", { name: way, exact: true }).click();
  await page.getByRole("button", { name: "Doe mee", exact: true }).click();
}

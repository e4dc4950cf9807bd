import type { Passes } from "../relay/relay-messages.ts";

/** Why a device gives nothing; the words for it are the page's. */
export type Trouble = "denied" | "missing" | "in-use" | "unsupported";
export interface Devices {
  readonly microphone: string | null;
  readonly camera: string | null;
  readonly speaker: string | null;
}
export const anyDevice: Devices = { microphone: null, camera: null, speaker: null };

const troubles: Readonly<Record<string, Trouble>> = {
  NotAllowedError: "denied",
  SecurityError: "denied",
  NotFoundError: "missing",
  OverconstrainedError: "missing",
  NotReadableError: "in-use",
  AbortError: "in-use",
};

const sound = (id: string | null): MediaTrackConstraints => ({
  echoCancellation: true,
  noiseSuppression: true,
  autoGainControl: true,
  ...(id ? { deviceId: { ideal: id } } : {}),
});
const picture = (id: string | null): MediaTrackConstraints => ({
  width: { ideal: 640 },
  height: { ideal: 360 },
  frameRate: { ideal: 15, max: 24 },
  ...(id ? { deviceId: { ideal: id } } : {}),
});

export type OwnTracks = ReturnType<typeof openOwnTracks>;

/** One's own microphone and camera: asked for once, kept from room to room, ended for good by `end`. */
export function openOwnTracks(changed: () => void) {
  let microphone: MediaStreamTrack | null = null;
  let camera: MediaStreamTrack | null = null;
  let devices = anyDevice;
  let wish: Passes = { sound: false, picture: false };
  let trouble: Partial<Record<keyof Passes, Trouble>> = {};
  let over = false;
  let screen: MediaStreamTrack | null = null;

  function stopSharing(): void {
    screen?.stop();
    screen = null;
  }

  async function ask(want: Passes): Promise<void> {
    const media = navigator.mediaDevices;
    if (!media?.getUserMedia) {
      trouble = { sound: "unsupported", picture: "unsupported" };
      return;
    }
    const constraints = (kinds: Passes): MediaStreamConstraints => ({
      audio: kinds.sound ? sound(devices.microphone) : false,
      video: kinds.picture ? picture(devices.camera) : false,
    });
    const one = async (kinds: Passes): Promise<void> => {
      const stream = await media.getUserMedia(constraints(kinds));
      for (const track of stream.getTracks()) take(track);
    };
    const failed = (fault: unknown): Trouble => troubles[(fault as DOMException).name] ?? "in-use";
    try {
      await one(want);
      return;
    } catch (fault) {
      if (!(want.sound && want.picture)) {
        trouble = { ...trouble, [want.sound ? "sound" : "picture"]: failed(fault) };
        return;
      }
    }
    // One of the two is not there: the other may be.
    for (const kind of ["sound", "picture"] as const)
      await one({ sound: kind === "sound", picture: kind === "picture" }).catch((fault: unknown) => {
        trouble = { ...trouble, [kind]: failed(fault) };
      });
  }

  let asking: Promise<void> = Promise.resolve();
  /** One question at a time: who presses on while the browser asks is not asked twice. @param missing looked at when it is its turn */
  function inTurn(missing: () => Passes): Promise<void> {
    asking = asking.then(async () => {
      const kinds = missing();
      if (over || !(kinds.sound || kinds.picture)) return;
      await ask(kinds);
      // What there is no device for is not asked for again until somebody wishes it anew.
      wish = {
        sound: wish.sound && (!kinds.sound || microphone !== null),
        picture: wish.picture && (!kinds.picture || camera !== null),
      };
      settle();
      changed();
    });
    return asking;
  }

  /** What is no longer wished for by the time it comes is silent, and gives its device back. */
  function settle(): void {
    if (microphone) microphone.enabled = wish.sound;
    if (!camera || wish.picture) return;
    const old = camera;
    camera = null;
    old.stop();
  }

  function take(track: MediaStreamTrack): void {
    // Left while the browser still asked.
    if (over) {
      track.stop();
      return;
    }
    const kind = track.kind === "audio" ? "sound" : "picture";
    (kind === "sound" ? microphone : camera)?.stop();
    if (kind === "sound") microphone = track;
    else camera = track;
    trouble = { ...trouble, [kind]: undefined };
    track.addEventListener("ended", () => {
      if (track !== microphone && track !== camera) return;
      // Pulled out, or taken back in the browser.
      if (track === microphone) microphone = null;
      else camera = null;
      wish = { ...wish, [kind]: false };
      trouble = { ...trouble, [kind]: "missing" };
      changed();
    });
  }

  return {
    get microphone() {
      return microphone;
    },
    /** What is shown of somebody: their screen while they share it, else their camera. */
    get camera() {
      return screen ?? camera;
    },
    get sharesScreen() {
      return screen !== null;
    },
    get trouble() {
      return trouble;
    },
    get devices() {
      return devices;
    },
    /** What is on: what was wished for, as far as there is a device for it. */
    on: (): Passes => ({
      sound: wish.sound && microphone !== null,
      picture: screen !== null || (wish.picture && camera !== null),
    }),
    /** Changes what is wished for; asks the browser for what of it is not there yet. A camera that is switched off gives its device back. */
    async set(next: Partial<Passes>): Promise<void> {
      if (next.picture === false) stopSharing();
      // A screen that is shown asks for no camera.
      wish = { ...wish, ...next, ...(screen && { picture: wish.picture }) };
      settle();
      changed();
      await inTurn(() => ({ sound: wish.sound && !microphone, picture: wish.picture && !camera }));
    },
    async choose(next: Devices): Promise<void> {
      const before = devices;
      devices = next;
      changed();
      await inTurn(() => ({
        sound: microphone !== null && next.microphone !== before.microphone,
        picture: camera !== null && next.camera !== before.camera,
      }));
    },
    /** Shows a screen in the place of the camera, which stays as it is; who changes their mind in the browser shares nothing. */
    async share(on: boolean): Promise<void> {
      stopSharing();
      if (on) {
        const wanted = { video: { width: { max: 1280 }, frameRate: { max: 8 } }, audio: false };
        const stream = await navigator.mediaDevices.getDisplayMedia(wanted).catch(() => null);
        const [track] = stream?.getVideoTracks() ?? [];
        if (over) track?.stop();
        else if (track) {
          // Letters before movement.
          track.contentHint = "detail";
          screen = track;
          track.addEventListener("ended", () => {
            if (screen !== track) return;
            screen = null;
            changed();
          });
        }
      }
      changed();
    },
    end(): void {
      over = true;
      stopSharing();
      for (const track of [microphone, camera]) track?.stop();
      microphone = null;
      camera = null;
      wish = { sound: false, picture: false };
    },
  };
}

import type { BrowserContext, Page } from "@playwright/test";

interface Ears {
  asked: unknown;
  track: string | undefined;
  local: boolean;
  stopped: boolean;
  say(text: string): void;
}

/** A browser that makes text of a voice: on the device itself, or at its maker, as most do. */
export const withRecogniser = (local: boolean) => async (context: BrowserContext) => {
  await context.addInitScript((local) => {
    const ears = { stopped: false } as unknown as Ears;
    class Recogniser {
      declare processLocally: boolean;
      onresult: ((event: object) => void) | null = null;
      onend: (() => void) | null = null;
      start(track?: MediaStreamTrack): void {
        [ears.track, ears.local, ears.stopped] = [track?.kind, this.processLocally, false];
        ears.say = (transcript) =>
          this.onresult?.({ resultIndex: 0, results: [Object.assign([{ transcript }], { isFinal: false })] });
      }
      abort(): void {
        ears.stopped = true;
        this.onend?.();
      }
    }
    if (local) {
      Object.defineProperty(Recogniser.prototype, "processLocally", { value: false, writable: true });
      const available = (wish: unknown) => {
        ears.asked = wish;
        return Promise.resolve("available");
      };
      Object.assign(Recogniser, { available });
    }
    Object.assign(window, { SpeechRecognition: Recogniser, webkitSpeechRecognition: Recogniser, ears });
  }, local);
};

export const ears = (page: Page) =>
  page.evaluate(() => {
    const { asked, track, local, stopped } = (window as unknown as { ears: Ears }).ears;
    return { asked, track, local, stopped };
  });
export const hears = (page: Page, text: string) =>
  page.evaluate((text) => (window as unknown as { ears: Ears }).ears.say(text), text);

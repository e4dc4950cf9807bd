import { seenWhileTyped, sendEveryMs } from "../../talk/typed.ts";

/** What a browser brings to make text of a voice, as far as it can do so by itself (Web Speech API). */
interface Recogniser {
  lang: string;
  continuous: boolean;
  interimResults: boolean;
  processLocally: boolean;
  onresult: ((event: Heard) => void) | null;
  onerror: ((event: { readonly error: string }) => void) | null;
  onend: (() => void) | null;
  start(track?: MediaStreamTrack): void;
  abort(): void;
}
interface Heard {
  readonly resultIndex: number;
  readonly results: ArrayLike<ArrayLike<{ readonly transcript: string }> & { readonly isFinal: boolean }>;
}
interface Recognisers {
  new (): Recogniser;
  readonly prototype: object;
  available?(wish: { langs: readonly string[]; processLocally: true }): Promise<string>;
}

const recognisers = (): Recognisers | undefined => {
  const at = window as unknown as Readonly<Record<string, Recognisers | undefined>>;
  return at.SpeechRecognition ?? at.webkitSpeechRecognition;
};
const langOf = (locale: string) => (locale === "en" ? "en-US" : "nl-NL");
/** A line of which nothing was said for so long is over. */
const silentMs = 4_000;
const againMs = 300;
const mostFalls = 5;
/** With these it does not come about by trying again. */
const hopeless = ["not-allowed", "service-not-allowed", "language-not-supported"];

/** Whether this browser knows of making text of a voice on the device itself. One that does not sends the voice to its maker. */
export function mayCaption(): boolean {
  const kind = recognisers();
  return kind?.available !== undefined && "processLocally" in kind.prototype;
}

/**
 * Whether it does so, and has what it needs for that already. Only to be asked when somebody wants it: there are builds of Chromium, such as
 * the one without windows, in which the question alone ends the page.
 */
export async function canCaption(locale: string): Promise<boolean> {
  const kind = recognisers();
  if (!kind?.available || !mayCaption()) return false;
  const wish = { langs: [langOf(locale)], processLocally: true } as const;
  return (await kind.available(wish).catch(() => "")) === "available";
}

/**
 * What this person says, as text for those who meet them; nothing of it is kept.
 * @param failed it does not go on
 * @returns how to end it
 */
export function captionOwn(
  { session, locale, track }: { readonly session: string; readonly locale: string; readonly track: MediaStreamTrack },
  failed: () => void,
): () => void {
  let over = false;
  let falls = 0;
  let own: Recogniser | null = null;
  let said = "";
  let told = "";
  let busy = false;
  let timer: number | undefined;
  let silence: number | undefined;

  const post = (tekst: string) =>
    fetch(`/bijeenkomst/${session}/typen`, {
      method: "POST",
      body: new URLSearchParams({ als: "spoken", tekst }),
      keepalive: true,
    }).catch(() => {});
  async function tell(): Promise<void> {
    timer = undefined;
    if (busy || said === told) return;
    busy = true;
    told = said;
    await post(told);
    busy = false;
    if (said !== told) soon();
  }
  const soon = () => {
    timer ??= window.setTimeout(() => void tell(), sendEveryMs);
  };
  function say(text: string): void {
    said = seenWhileTyped(text);
    soon();
  }

  function listen(): void {
    if (over) return;
    const kind = recognisers();
    const one = kind ? new kind() : null;
    if (one) one.processLocally = true;
    // It stays on this device, or it does not begin.
    if (one?.processLocally !== true) {
      end();
      return;
    }
    own = one;
    let done = "";
    Object.assign(one, { lang: langOf(locale), continuous: true, interimResults: true });
    one.onresult = ({ resultIndex, results }) => {
      falls = 0;
      let open = "";
      for (const result of Array.from(results).slice(resultIndex)) {
        const words = result[0]?.transcript ?? "";
        if (result.isFinal) done = `${done} ${words}`.trim();
        else open += words;
      }
      say(`${done} ${open}`.trim());
      window.clearTimeout(silence);
      silence = window.setTimeout(() => {
        done = "";
        say("");
      }, silentMs);
    };
    one.onerror = ({ error }) => {
      falls = hopeless.includes(error) ? mostFalls : falls + 1;
    };
    one.onend = () => {
      if (over) return;
      if (falls >= mostFalls) end();
      else window.setTimeout(listen, againMs);
    };
    try {
      one.start(track);
    } catch {
      end();
    }
  }
  function stop(): void {
    if (over) return;
    over = true;
    window.clearTimeout(timer);
    window.clearTimeout(silence);
    own?.abort();
    if (told !== "") void post("");
  }
  function end(): void {
    stop();
    failed();
  }
  listen();
  return stop;
}

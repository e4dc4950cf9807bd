import { type FormEvent, useEffect, useRef, useState } from "react";
import { useBlocker, useFetcher } from "react-router";
import { useLocale, useWords } from "../../language/words.ts";
import { clock } from "../../platform/time.ts";
import { blockWords } from "./messages/blocks.ts";

/** How a save was answered; after `held` only its writer saves again. */
export type Answered = "saved" | "objected" | "held";

interface Wish<T> {
  /** How the page came: what was not taken then is still unsaved. */
  readonly start: Answered;
  readonly read: (told: T) => { readonly answered: Answered; readonly savedAt: Date | null };
  /** Whether there is anything to keep in what is typed. */
  readonly worth: (typed: FormData) => boolean;
}

const restMs = 2_000;

/** Saves a form when its writer pauses or leaves. One save runs at a time, so that each stands on the version of the one before. */
export function useAutosave<T>({ start, read, worth }: Wish<T>) {
  const m = useWords(blockWords).editor;
  const locale = useLocale();
  const fetcher = useFetcher<T>();
  const form = useRef<HTMLFormElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const unsaved = useRef(start !== "saved");
  const pressed = useRef<HTMLElement | null | undefined>(undefined);
  const offline = useOffline();
  const data = fetcher.data as T | undefined;
  const told = data === undefined ? null : read(data);
  const answered = told?.answered ?? start;
  const held = start === "held" || answered === "held";
  // What was sent just now is on its way before that is drawn; its answer is always another.
  const sent = useRef<{ readonly before: T | undefined } | null>(null);
  useEffect(() => {
    if (sent.current && sent.current.before !== data) sent.current = null;
  });
  const drawn = fetcher.state !== "idle";
  const busy = () => drawn || sent.current !== null;
  const submitting = () => fetcher.state === "submitting" || (!drawn && sent.current !== null);

  /** What is to be sent now, or null when there is nothing to keep. */
  const typedNow = (): FormData | null => {
    if (!form.current || !unsaved.current) return null;
    const typed = new FormData(form.current);
    typed.set("doen", "auto");
    return worth(typed) ? typed : null;
  };
  const send = () => {
    clearTimeout(timer.current);
    if (held) return;
    if (!navigator.onLine || busy()) {
      timer.current = setTimeout(() => later.current(), restMs);
      return;
    }
    const typed = typedNow();
    unsaved.current = false;
    if (!typed) return;
    sent.current = { before: data };
    void fetcher.submit(typed as never, { method: "post" });
  };
  // a timer outlives the drawing that set it
  const later = useRef(send);
  useEffect(() => {
    later.current = send;
  });
  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    if (drawn) return;
    if (data !== undefined && answered !== "saved") unsaved.current = true;
    const button = pressed.current;
    pressed.current = undefined;
    if (button !== undefined && !held) form.current?.requestSubmit(button);
  }, [drawn, data, answered, held]);
  useLeaving({ busy, held, answered, unsaved, typedNow, send, submitting });

  return {
    form,
    data: data ?? null,
    typed: () => {
      unsaved.current = true;
      clearTimeout(timer.current);
      timer.current = setTimeout(() => later.current(), restMs);
    },
    /** A press waits for the save that runs: the version is that of the save. */
    submit: (event: FormEvent<HTMLFormElement>) => {
      clearTimeout(timer.current);
      if (busy()) {
        event.preventDefault();
        pressed.current = (event.nativeEvent as SubmitEvent).submitter;
      } else unsaved.current = false;
    },
    said: offline
      ? m.offline
      : told && told.answered !== "saved"
        ? m.notAutosaved
        : told?.savedAt
          ? m.autosaved({ at: clock(new Date(told.savedAt), locale) })
          : "",
  };
}

interface Leaving {
  readonly busy: () => boolean;
  readonly submitting: () => boolean;
  readonly held: boolean;
  readonly answered: Answered;
  readonly unsaved: { current: boolean };
  readonly typedNow: () => FormData | null;
  readonly send: () => void;
}

/** Within the site the next page waits for the save; a page that closes sends it along, or warns where that cannot be. */
function useLeaving({ busy, submitting, held, answered, unsaved, typedNow, send }: Leaving) {
  const words = useWords(blockWords).editor.leave;
  const tried = useRef(false);
  const blocker = useBlocker(() => busy() || typedNow() !== null);
  useEffect(() => {
    if (blocker.state !== "blocked") {
      tried.current = false;
      return;
    }
    if (busy()) return;
    if (typedNow() === null) return blocker.proceed();
    const hopeless = held || !navigator.onLine || (tried.current && answered !== "saved");
    if (!hopeless) {
      tried.current = true;
      return send();
    }
    if (!window.confirm(words)) return blocker.reset();
    unsaved.current = false;
    blocker.proceed();
  });
  useEffect(() => {
    let sentAlong = false;
    const warn = (event: BeforeUnloadEvent) => {
      const hopeless = submitting() || held || answered !== "saved" || !navigator.onLine;
      if (hopeless && (submitting() || typedNow() !== null)) event.preventDefault();
    };
    const hide = () => {
      const typed = held || submitting() ? null : typedNow();
      if (!typed) return;
      sentAlong = true;
      const body = new URLSearchParams([...typed].map(([name, value]) => [name, String(value)]));
      void fetch(window.location.href, { method: "post", body, keepalive: true }).catch(() => {});
    };
    // come back from the browser's memory: its version is that of before
    const show = () => {
      if (sentAlong) window.location.reload();
    };
    window.addEventListener("beforeunload", warn);
    window.addEventListener("pagehide", hide);
    window.addEventListener("pageshow", show);
    return () => {
      window.removeEventListener("beforeunload", warn);
      window.removeEventListener("pagehide", hide);
      window.removeEventListener("pageshow", show);
    };
  });
}

function useOffline(): boolean {
  const [offline, setOffline] = useState(false);
  useEffect(() => {
    const change = () => setOffline(!navigator.onLine);
    window.addEventListener("online", change);
    window.addEventListener("offline", change);
    return () => {
      window.removeEventListener("online", change);
      window.removeEventListener("offline", change);
    };
  }, []);
  return offline;
}

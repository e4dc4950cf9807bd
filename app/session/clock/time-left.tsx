import { useEffect, useRef, useState } from "react";
import { useLocale, useWords } from "../../language/words.ts";
import { clock } from "../../platform/time.ts";
import { Timer } from "../../ui/timer.tsx";
import { liveWords } from "../live/messages/live.ts";
import type { Plenary } from "../live/view.ts";
import { type Announced, announce } from "./clock.ts";

/** The server's time, once a second. The first is the page's own, so that browser and server draw the same. */
export function useSeconds(view: Plenary, now: () => number): number {
  const [at, setAt] = useState(view.now);
  const read = useRef(now);
  read.current = now;
  useEffect(() => {
    setAt(read.current());
    const tick = window.setInterval(() => setAt(read.current()), 1_000);
    return () => window.clearInterval(tick);
  }, []);
  return at;
}

const saidKey = "gezegd";
const store = {
  read(): Announced {
    try {
      return JSON.parse(sessionStorage.getItem(saidKey) ?? "") as Announced;
    } catch {
      return { step: "", said: null }; // nothing kept, or no store: then a page that is loaded again may say it again
    }
  },
  keep(said: Announced): void {
    try {
      sessionStorage.setItem(saidKey, JSON.stringify(said));
    } catch {}
  },
};

/** Said aloud once at a minute and at ten seconds before the end, also when the page is loaded again in between. */
export function TimeSaid({ view, at }: { view: Plenary; at: number }) {
  const m = useWords(liveWords).time;
  const [said, setSaid] = useState("");
  const told = useRef<Announced>(null);
  useEffect(() => {
    if (view.state !== "live" || view.stepId === null || view.stepEndsAt === null || view.pausedLeftMs !== null) return;
    const before = told.current ?? store.read();
    const { say, now } = announce(before, view.stepId, view.stepEndsAt - at);
    told.current = now;
    if (now.step !== before.step || now.said !== before.said) store.keep(now);
    if (say) setSaid(say === 60 ? m.aMinute : m.tenSeconds);
  }, [at, view, m]);
  return (
    <span className="visually-hidden" aria-live="polite">
      {said}
    </span>
  );
}

/** What stands beside the clock. */
export function useTimeDetail(view: Plenary, left: number): string {
  const m = useWords(liveWords).time;
  const locale = useLocale();
  if (view.pausedLeftMs !== null) return m.paused;
  if (left <= 0) return m.over;
  if (left <= 10) return m.lastSeconds;
  return left <= 60 ? m.lastMinute : m.until({ time: clock(new Date(view.stepEndsAt ?? 0), locale) });
}

/** How long this part still takes, by the server's clock. */
export function TimeLeft({ view, now, large }: { view: Plenary; now: () => number; large?: boolean }) {
  const m = useWords(liveWords).time;
  const at = useSeconds(view, now);
  const left = Math.max(0, Math.ceil((view.pausedLeftMs ?? (view.stepEndsAt ?? 0) - at) / 1000));
  const detail = useTimeDetail(view, left);
  if (view.state !== "live" || view.stepEndsAt === null) return null;
  return (
    <>
      <Timer seconds={left} label={m.label} before={m.left} detail={detail} large={large} />
      <TimeSaid view={view} at={at} />
    </>
  );
}

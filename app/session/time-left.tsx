import { useEffect, useRef, useState } from "react";
import { liveWords } from "../messages/live.ts";
import { useLocale, useWords } from "../messages/words.ts";
import { clock } from "../platform/time.ts";
import { Timer } from "../ui/timer.tsx";
import { announcements } from "./clock.ts";
import type { Plenary } from "./view.ts";

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

/** Said aloud once at a minute and at ten seconds before the end. */
export function TimeSaid({ view, at }: { view: Plenary; at: number }) {
  const m = useWords(liveWords).time;
  const [said, setSaid] = useState("");
  const told = useRef(new Set<string>());
  useEffect(() => {
    if (view.state !== "live" || view.stepEndsAt === null || view.pausedLeftMs !== null) return;
    for (const seconds of announcements(view.stepEndsAt, at)) {
      const key = `${view.turn}:${seconds}`;
      if (told.current.has(key)) continue;
      told.current.add(key);
      setSaid(seconds === 60 ? m.aMinute : m.tenSeconds);
    }
  }, [at, view, m]);
  return (
    <span className="visually-hidden" aria-live="polite">
      {said}
    </span>
  );
}

/** How long this part still takes, by the server's clock. */
export function TimeLeft({ view, now, large }: { view: Plenary; now: () => number; large?: boolean }) {
  const m = useWords(liveWords).time;
  const locale = useLocale();
  const at = useSeconds(view, now);
  if (view.state !== "live" || view.stepEndsAt === null) return null;
  const left = Math.max(0, Math.ceil((view.pausedLeftMs ?? view.stepEndsAt - at) / 1000));
  const detail =
    view.pausedLeftMs !== null ? m.paused : left === 0 ? m.over : m.until({ time: clock(new Date(view.stepEndsAt), locale) });
  return (
    <>
      <Timer seconds={left} label={m.label} before={m.left} detail={detail} large={large} />
      <TimeSaid view={view} at={at} />
    </>
  );
}

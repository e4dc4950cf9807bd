import { useEffect, useRef, useState } from "react";
import { useRevalidator } from "react-router";
import { hearTalk, type TalkHeard } from "../talk/talk-heard.ts";
import type { Following, Follows } from "./follow.client.ts";
import { spreadOver } from "./spread.ts";
import { type Audience, changedTopics, type LiveStart, type Topic, type Views } from "./view.ts";

type Connection = "starting" | "live" | "lost";
export interface Live<A extends Audience> {
  readonly view: Views[A];
  readonly connection: Connection;
  readonly talk: TalkHeard;
  /** The server's time, in ms. */
  now(): number;
}

/** What is not the step, the person or the check is fetched at most this often. */
const restMs = 1_500;
/** A page takes no longer than this from server to screen. */
const farOffMs = 30_000;

const browser = () => ({
  origin: location.origin,
  fetch: (address: string, init?: RequestInit) => fetch(address, init),
  openSocket: (address: string) => new WebSocket(address),
});

/**
 * Follows a session, by whichever way its network lets through. Fetches the page's own data again when one of the
 * topics it shows changed; a missed message heals with the next.
 */
export function useLive<A extends Audience>(start: LiveStart<A>, shows: readonly Topic[]): Live<A> {
  const [view, setView] = useState<Views[A]>(start.view);
  const [connection, setConnection] = useState<Connection>("starting");
  const offset = useRef<number | null>(null);
  const [talk] = useState(hearTalk);
  const { revalidate } = useRevalidator();
  const { session, as } = start;
  // What the page's loader knew; a new loader answer brings its own numbers.
  const loaded = useRef(start.view.versions);
  const held = useRef<Views[A]>(start.view);
  const shown = useRef(shows);
  shown.current = shows;
  const fetchAgain = useRef(revalidate);
  fetchAgain.current = revalidate;

  useEffect(() => {
    loaded.current = start.view.versions;
    // The line may be down while a form went through: what the page just fetched is newer then.
    if (held.current.epoch === "" || start.view.versions.step > held.current.versions.step) {
      held.current = start.view;
      setView(start.view);
    }
  }, [start.view]);

  // A browser may be minutes off: until the first beat is answered, the page's own time is nearer.
  const opened = useRef(start.view.now);
  const now = useRef(() => {
    if (offset.current === null) {
      const ahead = opened.current - Date.now();
      offset.current = Math.abs(ahead) > farOffMs ? ahead : 0;
    }
    return Date.now() + offset.current;
  });

  useEffect(() => {
    let waits: number | undefined;
    let fetchesAt = 0;
    let fetchedAt = 0;
    const follows: Follows<A> = {
      view(next) {
        held.current = next;
        setView(next);
        const changed = changedTopics(shown.current, loaded.current, next.versions);
        if (changed.length === 0) return;
        loaded.current = next.versions;
        const soon = changed.includes("step") || changed.includes("mine") || changed.includes("check");
        const at = Math.max(Date.now() + Math.random() * spreadOver(changed, next.present), soon ? 0 : fetchedAt + restMs);
        if (waits !== undefined && at >= fetchesAt) return;
        window.clearTimeout(waits);
        fetchesAt = at;
        waits = window.setTimeout(() => {
          waits = undefined;
          fetchedAt = Date.now();
          fetchAgain.current();
        }, at - Date.now());
      },
      connected: setConnection,
      refused: () => fetchAgain.current(),
      offset(known) {
        offset.current = known;
      },
      talk: talk.tell,
    };
    let line: Following | null = null;
    let over = false;
    // The page can be read and used before its line is there.
    const begin = async (): Promise<void> => {
      try {
        const { follow } = await import("./follow.client.ts");
        if (!over) line = follow({ session, as }, browser(), follows);
      } catch {
        waits ??= window.setTimeout(() => {
          waits = undefined;
          if (!over) void begin();
        }, farOffMs / 10);
      }
    };
    void begin();
    const wake = () => document.visibilityState !== "hidden" && line?.wake();
    document.addEventListener("visibilitychange", wake);
    window.addEventListener("online", wake);
    return () => {
      window.clearTimeout(waits);
      document.removeEventListener("visibilitychange", wake);
      window.removeEventListener("online", wake);
      over = true;
      line?.stop();
    };
  }, [session, as, talk]);

  useEffect(() => {
    let stop: (() => void) | null = null;
    let over = false;
    import("../../ui/layout/stay-in-sight.client.ts").then(
      ({ stayInSight }) => {
        if (!over) stop = stayInSight();
      },
      () => {}, // only the browser itself keeps it then
    );
    return () => {
      over = true;
      stop?.();
    };
  }, []);

  return { view, connection, talk, now: now.current };
}

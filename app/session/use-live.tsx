import { useEffect, useRef, useState } from "react";
import { useRevalidator } from "react-router";
import { offsetOf, type Sample } from "./clock.ts";
import { beatEveryMs, finalCodes, goneAfterMs, protocol, type ServerMessage, waitBefore } from "./protocol.ts";
import { type Audience, changedTopics, isNewer, type LiveStart, type Topic, type View, type Views } from "./view.ts";

export type Connection = "starting" | "live" | "polling" | "lost";
export interface Live<A extends Audience> {
  readonly view: Views[A];
  readonly connection: Connection;
  /** The server's time, in ms. */
  now(): number;
}

const pollEveryMs = 2_000;
/** A hall full of browsers fetches a new step spread over this, and all else at most this often. */
const spreadMs = 100;
const restMs = 1_500;
const keptSamples = 8;

/**
 * Follows a session: by socket, and by polling where sockets are blocked. Fetches the page's own data again when one of the
 * topics it shows changed; a missed message heals with the next.
 */
export function useLive<A extends Audience>(start: LiveStart<A>, shows: readonly Topic[]): Live<A> {
  const [view, setView] = useState<Views[A]>(start.view);
  const [connection, setConnection] = useState<Connection>("starting");
  const [offset, setOffset] = useState(() => 0);
  const { revalidate } = useRevalidator();
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

  useEffect(() => {
    let waits: number | undefined;
    let fetchesAt = 0;
    let fetchedAt = 0;
    const stop = follow(start.session, start.as, {
      heard(arrived) {
        const next = arrived as Views[A];
        if (!isNewer(next, held.current)) return;
        held.current = next;
        setView(next);
        const changed = changedTopics(shown.current, loaded.current, next.versions);
        if (changed.length === 0) return;
        loaded.current = next.versions;
        const soon = changed.includes("step") || changed.includes("mine") || changed.includes("check");
        const at = Math.max(Date.now() + Math.random() * spreadMs, soon ? 0 : fetchedAt + restMs);
        if (waits !== undefined && at >= fetchesAt) return;
        window.clearTimeout(waits);
        fetchesAt = at;
        waits = window.setTimeout(() => {
          waits = undefined;
          fetchedAt = Date.now();
          fetchAgain.current();
        }, at - Date.now());
      },
      connection: setConnection,
      refused: () => fetchAgain.current(),
      offset: setOffset,
    });
    return () => {
      window.clearTimeout(waits);
      stop();
    };
  }, [start.session, start.as]);

  return { view, connection, now: () => Date.now() + offset };
}

interface Hears {
  heard(view: View): void;
  connection(state: Connection): void;
  /** The page itself finds out why, and says so. */
  refused(): void;
  offset(ms: number): void;
}

/** The line itself, apart from React. @returns how to end it */
function follow(session: string, as: Audience, hears: Hears): () => void {
  let over = false;
  let socket: WebSocket | null = null;
  let attempt = 0;
  let everOpen = false;
  let polls = 0;
  let heardAt = 0;
  let beat: number | undefined;
  let timer: number | undefined;
  let samples: Sample[] = [];

  const later = (work: () => void, ms: number) => {
    window.clearTimeout(timer);
    timer = window.setTimeout(work, ms);
  };
  const sample = (sentAt: number, serverAt: number) => {
    samples = [...samples, { sentAt, serverAt, receivedAt: Date.now() }].slice(-keptSamples);
    hears.offset(offsetOf(samples));
  };

  function connect(): void {
    if (over) return;
    const url = new URL("/live", location.href);
    url.protocol = url.protocol.replace("http", "ws");
    const ws = new WebSocket(url);
    socket = ws;
    const say = () => ws.readyState === WebSocket.OPEN && ws.send(JSON.stringify({ type: "beat", sentAt: Date.now() }));
    ws.onopen = () => {
      attempt = 0;
      everOpen = true;
      polls = 0;
      heardAt = Date.now();
      ws.send(JSON.stringify({ type: "hello", protocol, session, as }));
      // Some quick ones first: the clock must be right before the first step is over.
      for (const ms of [0, 200, 600, 1_200]) window.setTimeout(say, ms);
      window.clearInterval(beat);
      beat = window.setInterval(() => {
        // A network that went away without a word: the browser would find out much later.
        if (Date.now() - heardAt > goneAfterMs) return dropped(0);
        say();
      }, beatEveryMs);
    };
    ws.onmessage = ({ data }) => {
      heardAt = Date.now();
      const message = JSON.parse(String(data)) as ServerMessage;
      hears.connection("live");
      if (message.type === "view") hears.heard(message.view);
      else if (message.type === "beat") sample(message.sentAt, message.now);
    };
    ws.onclose = ({ code }) => dropped(code);
    const dropped = (code: number) => {
      if (over || socket !== ws) return;
      window.clearInterval(beat);
      socket = null;
      ws.close();
      // The door says no: the page itself knows why.
      if (finalCodes.includes(code)) {
        hears.connection("lost");
        hears.refused();
        return;
      }
      attempt += 1;
      // Polling works meanwhile: nobody needs to hear that the socket still does not.
      if (polls > 0 || (attempt >= 2 && !everOpen)) return void poll();
      hears.connection("lost");
      later(attempt >= 2 ? poll : connect, waitBefore(attempt, Math.random()));
    };
  }

  async function poll(): Promise<void> {
    if (over) return;
    try {
      const sentAt = Date.now();
      const answer = await fetch(`/bijeenkomst/${session}/stand?als=${as}`, { headers: { accept: "application/json" } });
      if ([401, 403, 404].includes(answer.status)) {
        hears.connection("lost");
        return hears.refused();
      }
      if (!answer.ok) throw new Error(String(answer.status));
      const view = (await answer.json()) as View;
      if (over) return;
      sample(sentAt, view.now);
      hears.connection("polling");
      hears.heard(view);
      attempt = 0;
      polls += 1;
      // Where a socket once worked it will again; where it never did, we look now and then.
      if (polls % (everOpen ? 3 : 20) === 0) return connect();
      later(poll, pollEveryMs);
    } catch {
      hears.connection("lost");
      attempt += 1;
      polls = 0;
      later(everOpen && attempt % 2 === 1 ? connect : poll, waitBefore(attempt, Math.random()));
    }
  }

  // A laptop that slept, a network that came back: do not wait for the line to find out.
  const wake = () => {
    if (over || document.visibilityState === "hidden") return;
    if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify({ type: "beat", sentAt: Date.now() }));
    else if (socket === null) later(connect, 0);
  };
  document.addEventListener("visibilitychange", wake);
  window.addEventListener("online", wake);
  connect();
  return () => {
    over = true;
    window.clearTimeout(timer);
    window.clearInterval(beat);
    document.removeEventListener("visibilitychange", wake);
    window.removeEventListener("online", wake);
    socket?.close(1000);
  };
}

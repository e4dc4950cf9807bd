import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useRevalidator } from "react-router";
import type { Answer } from "../room/deed.ts";
import { enqueue, nextToSend, outboxKey, readOutbox, retryAfterMs, type Sending, settle } from "./draft.ts";
import { browserStore } from "./store.ts";

export interface Outbox {
  readonly person: string;
  readonly session: string;
  /** What was sent and is not known to have arrived, oldest first. */
  readonly waiting: readonly Sending[];
  /** Keeps it in the browser first, then sends it; tries again by itself. @returns the first answer */
  send(key: string, url: string, form: FormData): Promise<Answer>;
  /** Takes it away: thrown away, or back in its field. */
  drop(key: string): void;
}

const OutboxContext = createContext<Outbox | null>(null);

export function useOutbox(): Outbox {
  const outbox = use(OutboxContext);
  if (!outbox) throw new Error("no outbox around");
  return outbox;
}

async function deliver({ url, fields }: Sending): Promise<Answer> {
  try {
    const answer = await fetch(url, {
      method: "POST",
      headers: { accept: "application/json", "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams(fields.map(([name, value]) => [name, value])).toString(),
    });
    if (answer.status >= 500 || answer.status === 429 || answer.status === 408) return { status: "offline" };
    return (await answer.json()) as Answer;
  } catch {
    return { status: "offline" };
  }
}

interface Props {
  readonly session: string;
  readonly person: string;
  /** The page has its script, and may be drawn anew. */
  readonly ready: boolean;
  readonly children: ReactNode;
}

/** What leaves this page stands in the browser's store until the server has it: also over a reload, and for a second tab. */
export function OutboxProvider({ session, person, ready, children }: Props) {
  const [waiting, setWaiting] = useState<readonly Sending[]>([]);
  const { revalidate } = useRevalidator();
  const fresh = useRef(revalidate);
  fresh.current = revalidate;
  const place = outboxKey(session, person);
  const busy = useRef(false);
  const timer = useRef(0);
  const tellers = useRef(new Map<string, (answer: Answer) => void>());

  const update = useCallback(
    (next: (outbox: readonly Sending[]) => readonly Sending[]) => {
      const outbox = next(readOutbox(browserStore.get(place)));
      browserStore.set(place, outbox.length > 0 ? JSON.stringify(outbox) : null);
      // Nothing new where nothing waits: what the server drew, and somebody may be typing in, stays until its part has come.
      setWaiting((before) => (before.length === 0 && outbox.length === 0 ? before : outbox));
      return outbox;
    },
    [place],
  );

  const pump = useCallback(async () => {
    window.clearTimeout(timer.current);
    if (busy.current) return;
    busy.current = true;
    try {
      for (
        let next = nextToSend(readOutbox(browserStore.get(place)));
        next;
        next = nextToSend(readOutbox(browserStore.get(place)))
      ) {
        const one = next;
        const answer = await deliver(one);
        const settled = answer.status === "offline" ? { status: "lost" as const } : answer;
        update((outbox) => settle(outbox, one, settled));
        tellers.current.get(`${one.key} ${one.at}`)?.(answer);
        tellers.current.delete(`${one.key} ${one.at}`);
        if (answer.status === "offline") {
          timer.current = window.setTimeout(() => void pump(), retryAfterMs(one.tries, Math.random()));
          break;
        }
        if (!/\/(stemmen|gesprek)$/.test(one.url)) fresh.current();
      }
    } finally {
      busy.current = false;
    }
  }, [place, update]);

  useEffect(() => {
    // What an earlier visit, or another tab, left behind: the server did not know of it when it drew the page.
    if (!ready) return;
    update((outbox) => outbox);
    void pump();
    const changed = (event: StorageEvent) => {
      if (event.key === place) setWaiting(readOutbox(event.newValue));
    };
    const online = () => void pump();
    window.addEventListener("storage", changed);
    window.addEventListener("online", online);
    return () => {
      window.clearTimeout(timer.current);
      window.removeEventListener("storage", changed);
      window.removeEventListener("online", online);
    };
  }, [ready, place, pump, update]);

  const outbox = useMemo<Outbox>(
    () => ({
      person,
      session,
      waiting,
      send(key, url, form) {
        const fields = [...form].filter((pair): pair is [string, string] => typeof pair[1] === "string");
        const at = Date.now() + Math.random();
        update((kept) => enqueue(kept, { key, url, fields, at }));
        return new Promise((tell) => {
          tellers.current.set(`${key} ${at}`, tell);
          void pump();
        });
      },
      drop: (key) => void update((kept) => kept.filter((one) => one.key !== key)),
    }),
    [person, session, waiting, update, pump],
  );
  return <OutboxContext value={outbox}>{children}</OutboxContext>;
}

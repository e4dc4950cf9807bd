import { useCallback, useEffect, useRef, useState } from "react";
import type { Live } from "../live/use-live.tsx";
import type { TalkList } from "./line.ts";
import { useTalk } from "./use-talk.tsx";

/** What was said at a table: as the page brought it, and fetched again when a line came or went, or the line to the server was another. */
export function useTalkLines(session: string, place: string, first: TalkList, live: Live<"participant">) {
  const [list, setList] = useState(first);
  const part = useTalk(live.talk, place);
  const newest = useRef(first.seq);
  const busy = useRef(false);
  const wanted = useRef(0);

  const refresh = useCallback(
    async (seq: number) => {
      wanted.current = Math.max(wanted.current, seq);
      if (busy.current) return;
      busy.current = true;
      try {
        while (newest.current < wanted.current) {
          const answer = await fetch(`/bijeenkomst/${session}/gesprek`, { headers: { accept: "application/json" } });
          if (!answer.ok) break;
          const next = (await answer.json()) as TalkList; // our own server's
          newest.current = Math.max(newest.current, next.seq);
          wanted.current = Math.min(wanted.current, next.seq);
          setList(next);
        }
      } catch {
        // the network is away: the next line, or a new connection, asks again
      } finally {
        busy.current = false;
      }
    },
    [session],
  );

  useEffect(() => {
    if (first.seq < newest.current) return;
    newest.current = first.seq;
    setList(first);
  }, [first]);
  const kept = part?.kept ?? 0;
  useEffect(() => {
    if (kept > newest.current) void refresh(kept);
  }, [kept, refresh]);
  // Another server, or the same one after a while: it cannot say what came in between.
  const { epoch } = live.view;
  const epochs = useRef("");
  useEffect(() => {
    if (epoch === "" || epoch === epochs.current) return;
    const isFirst = epochs.current === "";
    epochs.current = epoch;
    if (!isFirst) void refresh(newest.current + 1);
  }, [epoch, refresh]);

  return { lines: list.lines, writing: part?.writing ?? [], refresh: () => void refresh(newest.current + 1) };
}

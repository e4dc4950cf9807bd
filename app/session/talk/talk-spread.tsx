import { useEffect, useState } from "react";
import { useWords } from "../../language/words.ts";
import type { HallView } from "../cockpit/hall-view.ts";
import type { Spread } from "../video/captions/airtime.ts";
import type { MediaAnswer } from "../video/client/signal.ts";
import { mediaWords } from "../video/messages/media.ts";

const everyMs = 15_000;

/** Whether the talk of each table is spread: never of whom. Nothing shows until something is heard. */
export function TalkSpread({ session, groups }: { session: string; groups: HallView["groups"] }) {
  const m = useWords(mediaWords).spread;
  const [spread, setSpread] = useState<Readonly<Record<string, Spread>>>({});
  useEffect(() => {
    const stop = new AbortController();
    const ask = async () => {
      const body = new URLSearchParams({ vraag: JSON.stringify({ do: "spread", as: "team" }) });
      const answer = await fetch(`/bijeenkomst/${session}/beeld`, { method: "POST", body, signal: stop.signal });
      const said = answer.ok ? ((await answer.json()) as MediaAnswer) : null; // our own server's
      if (said?.status === "spread") setSpread(said.groups);
    };
    const look = () => document.visibilityState === "visible" && void ask().catch(() => {});
    look();
    const timer = window.setInterval(look, everyMs);
    return () => {
      window.clearInterval(timer);
      stop.abort();
    };
  }, [session]);
  const told = groups.filter(({ id }) => spread[id]);
  if (told.length === 0) return null;
  return (
    <section aria-labelledby="gesprek">
      <h2 id="gesprek">{m.title}</h2>
      <ul className="plain">
        {told.map(({ id, number }) => (
          <li key={id}>
            {m.table({ number })}: {m[spread[id] ?? "even"]}
          </li>
        ))}
      </ul>
      <p className="small quiet">{m.how}</p>
    </section>
  );
}

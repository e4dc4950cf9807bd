import { useEffect, useState } from "react";
import { useRevalidator, useSearchParams } from "react-router";
import { placeOf, type Tested } from "../insights/tested.ts";
import type { Choice, Fit } from "../insights/verdict-counts.ts";
import { checkWords } from "../messages/check.ts";
import { useWords } from "../messages/words.ts";
import { CheckOverview } from "./check-overview.tsx";
import { CheckQuestion } from "./check-question.tsx";
import type { RoomData, RoomStep } from "./room-data.ts";

export type Answers = ReadonlyMap<string, { readonly choice: Choice; readonly fit: Fit | null }>;

const refreshMs = 15_000;

/** The practice check: one insight a screen, in the address which one, and an overview to come back from. */
export function CheckPage({ room, step }: { room: RoomData; step: RoomStep }) {
  const m = useWords(checkWords);
  const [params] = useSearchParams();
  const { revalidate } = useRevalidator();
  const loaded = room.check?.insights ?? [];
  // What was chosen on this page goes before what the server knew when it was made.
  const [answers, setAnswers] = useState<Answers>(new Map());
  const insights = loaded.map((one): Tested => ({ ...one, ...answers.get(one.id) }));
  // Without an address it begins at the first open one, and does not jump on when that is answered.
  const [start] = useState(() => placeOf(loaded, null));
  const asked = params.get("inzicht");
  const at = asked === null ? start : placeOf(insights, asked);
  const current = at === null ? undefined : insights[at];

  // What others say, and what is revealed, may come a little later here: ballots must be quick.
  useEffect(() => {
    const timer = window.setInterval(() => document.visibilityState === "visible" && revalidate(), refreshMs);
    return () => window.clearInterval(timer);
  }, [revalidate]);

  if (loaded.length === 0)
    return (
      <div className="wrap">
        <h1>{step.question || step.title}</h1>
        <p className="lead">{m.none}</p>
        <CheckOverview room={room} insights={insights} />
      </div>
    );
  if (at === null || !current)
    return (
      <div className="wrap">
        <CheckOverview room={room} insights={insights} />
      </div>
    );
  return (
    <CheckQuestion
      key={current.id}
      room={room}
      step={step}
      insight={current}
      at={at}
      of={insights.length}
      onAnswer={(answer) => setAnswers((all) => new Map(all).set(current.id, answer))}
    />
  );
}

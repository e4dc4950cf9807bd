import { useEffect, useRef, useState } from "react";
import { useNavigate, useRevalidator, useSearchParams } from "react-router";
import { useWords } from "../../language/words.ts";
import { aroundShown, insightAt, type Tested } from "../outcomes/tested.ts";
import type { CheckData, RoomData } from "../room/room-data.ts";
import type { Answer } from "./check-answer.ts";
import { CheckBanner } from "./check-banner.tsx";
import { CheckOthers } from "./check-others.tsx";
import { CheckOverview } from "./check-overview.tsx";
import { CheckQuestion } from "./check-question.tsx";
import { checkWords } from "./messages/check.ts";

type Props = { readonly room: RoomData; readonly check: CheckData };

const refreshMs = 15_000;

/** The practice check: one insight a screen, in the address which one, and an overview to come back from. */
export function CheckPage({ room, check }: Props) {
  const m = useWords(checkWords);
  const [params] = useSearchParams();
  const { revalidate } = useRevalidator();
  // What was chosen on this page goes before what the server knew when it was made.
  const [answers, setAnswers] = useState<ReadonlyMap<string, Answer>>(new Map());
  const insights = check.insights.map((one): Tested => ({ ...one, ...answers.get(one.id) }));
  // Without an address it begins at the first open one, and does not jump on when that is answered.
  const [start] = useState(() => insightAt(check.insights, null, check.focus));
  const asked = params.get("inzicht");
  const id = asked === null ? start : insightAt(insights, asked, check.focus);
  const found = insights.find((one) => one.id === id);
  const { shown, meanwhile, follow } = useShown(found, asked);
  const order = aroundShown(insights, shown?.id ?? null);
  useFocusOfAll(check, shown?.id ?? null);

  // What others say may come a little later here: ballots must be quick.
  useEffect(() => {
    const timer = window.setInterval(() => document.visibilityState === "visible" && revalidate(), refreshMs);
    return () => window.clearInterval(timer);
  }, [revalidate]);

  if (!shown)
    return (
      <div className="wrap">
        <CheckBanner check={check} shown={null} />
        {insights.length === 0 ? (
          <>
            <h1>{m.title}</h1>
            <p className="lead">{m.none}</p>
          </>
        ) : null}
        <CheckOverview room={room} check={check} insights={insights} />
      </div>
    );
  const one = { ...shown, ...answers.get(shown.id) };
  const others = check.conditions[one.id] ?? [];
  return (
    <>
      <div className="wrap">
        <CheckBanner check={check} shown={one} meanwhile={meanwhile} onFollow={follow} />
      </div>
      {params.get("deel") === "voorwaarden" && others.length > 0 ? (
        <CheckOthers key={one.id} room={room} insight={one} insights={order} others={others} />
      ) : (
        <CheckQuestion
          key={one.id}
          room={room}
          check={check}
          insight={one}
          insights={order}
          gone={meanwhile === "gone"}
          onAnswer={(answer) => setAnswers((all) => new Map(all).set(one.id, answer))}
        />
      )}
    </>
  );
}

/** Keeps the words that somebody is looking at when they change or go meanwhile: a ballot is about what was seen. */
function useShown(found: Tested | undefined, asked: string | null) {
  const held = useRef<{ readonly asked: string | null; readonly one: Tested } | null>(null);
  const [, redraw] = useState(0);
  const stays = held.current !== null && held.current.asked === asked && held.current.one.id !== found?.id;
  if (found && !stays) held.current = { asked, one: found };
  if (!found && !stays) held.current = null;
  const shown = held.current?.one;
  const changed = stays && found?.number === shown?.number;
  const follow = () => {
    held.current = null;
    redraw((n) => n + 1);
  };
  return { shown, meanwhile: stays ? (changed ? ("changed" as const) : ("gone" as const)) : null, follow };
}

/** The page goes along when the facilitator puts an insight to everybody, unless somebody is writing: then the banner offers it. */
function useFocusOfAll({ focus, insights }: CheckData, shown: string | null): void {
  const navigate = useNavigate();
  const followed = useRef(focus);
  useEffect(() => {
    if (focus === followed.current) return;
    followed.current = focus;
    const put = insights.find(({ id }) => id === focus);
    const writes = document.activeElement instanceof HTMLTextAreaElement && document.activeElement.value !== "";
    if (put && put.id !== shown && !writes) navigate(`?inzicht=${put.number}`);
  }, [focus, insights, shown, navigate]);
}

import { useEffect, useRef } from "react";
import { useRevalidator } from "react-router";
import { useWords } from "../../language/words.ts";
import type { PersonId } from "../../platform/ids.ts";
import { Notice } from "../../ui/notice.tsx";
import type { CockpitHall } from "../cockpit/cockpit-hall.ts";
import { cockpitWords } from "../cockpit/messages/cockpit.ts";

const looksAgainMs = 10_000;
const most = 8;
/** Of a whole hall a few names tell enough: the tables must stay in sight. */
const fewNames = 3;

/** Whose screen does not show yet where they sit; looked at again while a step in groups begins, and as long as there is somebody. */
export function Unaware({
  hall,
  people,
}: {
  hall: CockpitHall;
  people: readonly { readonly personId: PersonId; readonly name: string; readonly number: number }[];
}) {
  const m = useWords(cockpitWords).unaware;
  const { revalidate } = useRevalidator();
  const { stepStartedAt, state } = hall.live.view;
  const some = people.length > 0;
  const shown = people.length > most ? fewNames : most;
  const look = useRef(revalidate);
  look.current = revalidate;
  useEffect(() => {
    if (state !== "live" || stepStartedAt === null) return;
    const once = window.setTimeout(() => look.current(), looksAgainMs + 2_000);
    const again = some ? window.setInterval(() => look.current(), looksAgainMs) : undefined;
    return () => {
      window.clearTimeout(once);
      window.clearInterval(again);
    };
  }, [state, some, stepStartedAt]);
  if (!some || !hall.steers) return null;
  return (
    <Notice variant="warn" title={m.title({ n: people.length })} live="polite">
      <p>{m.text}</p>
      <ul>
        {people.slice(0, shown).map(({ personId, name, number }) => (
          <li key={personId}>{m.at({ name, number })}</li>
        ))}
        {people.length > shown ? <li>{m.more({ n: people.length - shown })}</li> : null}
      </ul>
    </Notice>
  );
}

import { OutcomeView } from "../insights/outcome-view.tsx";
import { VerdictThresholds } from "../insights/verdict-line.tsx";
import { checkWords } from "../messages/check.ts";
import { useWords } from "../messages/words.ts";
import type { RoomData } from "./room-data.ts";

/** What the facilitator revealed. */
export function Outcomes({ room }: { room: RoomData }) {
  const m = useWords(checkWords).outcome;
  if (room.outcomes.length === 0) return null;
  return (
    <section aria-labelledby="uitslag" className="flow">
      <h2 id="uitslag">{m.title}</h2>
      {room.outcomes.map((one) => (
        <OutcomeView key={one.id} text={one.text} outcome={one} told={one.told} />
      ))}
      <VerdictThresholds />
      <p className="small quiet">{m.howto}</p>
    </section>
  );
}

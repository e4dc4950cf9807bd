import { useWords } from "../../language/words.ts";
import { TextLink } from "../../ui/layout/text.tsx";
import { checkWords } from "../check/messages/check.ts";
import type { FindingFacts } from "../results/finding.ts";
import { useFinding } from "../results/use-finding.tsx";
import type { RoomData, ShownOutcome } from "../room/room-data.ts";
import { OutcomeView } from "./outcome-view.tsx";
import { VerdictThresholds } from "./verdict-line.tsx";

/** What the facilitator revealed: what all together come to first; versions of one insight stand side by side. */
export function Outcomes({ room }: { room: RoomData }) {
  const m = useWords(checkWords).outcome;
  if (room.outcomes.length === 0) return null;
  const insights = [...Map.groupBy(room.outcomes, ({ number }) => number).values()];
  return (
    <section aria-labelledby="uitslag" className="flow">
      <h2 id="uitslag">{m.title}</h2>
      {room.finding ? <Finding finding={room.finding} /> : null}
      <p>
        <TextLink href={`/mijn/${room.dialogue.slug}/uitkomst`}>{m.whole}</TextLink>
      </p>
      {insights.map((versions) => (
        <div key={versions[0]?.id} className={versions.length > 1 ? "outcome-versions" : undefined}>
          {versions
            .toSorted((a, b) => a.version - b.version)
            .map((one) => (
              <div key={one.id}>
                {versions.length > 1 || one.version > 1 ? <Version one={one} /> : null}
                <OutcomeView text={one.text} outcome={one} told={one.told} open={room.outcomes.length === 1} />
              </div>
            ))}
        </div>
      ))}
      <VerdictThresholds />
      <p className="small quiet">{m.howto}</p>
    </section>
  );
}

/** The outcome of the insight on the screen, below its own words. */
export function OneOutcome({ room, insight }: { room: RoomData; insight: string }) {
  const one = room.outcomes.find(({ id }) => id === insight);
  return one ? <OutcomeView text={one.text} outcome={one} told={one.told} open untitled /> : null;
}

function Finding({ finding }: { finding: FindingFacts }) {
  const { title, text } = useFinding(finding);
  return (
    <p>
      <strong>{title}.</strong> {text}
    </p>
  );
}

function Version({ one }: { one: ShownOutcome }) {
  const m = useWords(checkWords).version;
  return (
    <p className="small quiet">
      <strong>{m.number(one)}</strong> {one.because ? m.because(one) : null}
    </p>
  );
}

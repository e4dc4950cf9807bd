import { useWords } from "../../language/words.ts";
import { programmeVoiceWords } from "../messages/programme-voice.ts";
import { type ReactionFigures, reactions } from "./reaction.ts";

/** What people said of an item, all together, as far as it may be told. */
export function ReactionsTold({ figures }: { figures: ReactionFigures | null }) {
  const { told: m, short } = useWords(programmeVoiceWords);
  const line = figures?.ballots.total;
  if (!line || line.status === "withheld") return <p className="small quiet">{m.none}</p>;
  if (line.status === "nearly-all")
    return <p>{m.nearly({ n: line.people, fit: line.columns.map((fit) => short[fit]).join(", ") })}</p>;
  return (
    <>
      <p>{m.people({ n: line.people })}</p>
      <ul>
        {reactions.map((fit, at) => (
          <li key={fit}>{m.count({ n: line.counts[at] ?? 0, fit: short[fit] })}</li>
        ))}
      </ul>
    </>
  );
}

import type { Seen } from "../contribution/seen.ts";
import type { Tested } from "../insights/tested.ts";
import { checkWords } from "../messages/check.ts";
import { useWords } from "../messages/words.ts";
import { CheckboxGroup } from "../ui/choices.tsx";
import { Words } from "./check-words.tsx";
import { useOutbox } from "./outbox.tsx";
import type { RoomData } from "./room-data.ts";

/** More would be a wall; the rest stands in the report. */
const mostShown = 8;

/** Conditions that others gave, to stand behind, and room for one of one's own. */
export function CheckConditions({ room, insight }: { room: RoomData; insight: Tested }) {
  const m = useWords(checkWords);
  const outbox = useOutbox();
  const said = (room.check?.said ?? []).filter((one) => one.insightId === insight.id && one.kind === "condition");
  const own = said.filter((one) => one.own);
  const others = said
    .filter((one) => !one.own && one.state === "visible")
    .toSorted((a, b) => b.backers - a.backers || a.number - b.number)
    .slice(0, mostShown);

  function recognise(id: string, stands: boolean): void {
    const form = new FormData();
    form.set("stands", stands ? "1" : "0");
    const at = `/bijeenkomst/${room.session.id}/bijdragen/${id}/herkenning`;
    void outbox.send(at, at, form);
  }

  return (
    <>
      <Said own={own} />
      {others.length > 0 ? (
        <CheckboxGroup
          name="herken"
          legend={m.conditions}
          hint={m.conditionsHint}
          defaultValue={others.filter((one) => one.backed).map((one) => one.id)}
          choices={others.map((one) => ({ value: one.id, label: <Condition one={one} /> }))}
          onChange={({ target }) => recognise(target.value, target.checked)}
        />
      ) : null}
      <Words name="condition" label={others.length > 0 || own.length > 0 ? m.otherCondition : m.condition} />
    </>
  );
}

/** Examples of oneself; those of others stand in the report. */
export function OwnExamples({ room, insight }: { room: RoomData; insight: Tested }) {
  const said = (room.check?.said ?? []).filter((one) => one.own && one.insightId === insight.id && one.kind === "example");
  return <Said own={said} />;
}

/** What one said already. */
function Said({ own }: { own: readonly Seen[] }) {
  const m = useWords(checkWords);
  return own
    .filter((one) => one.state === "visible")
    .map((one) => (
      <blockquote key={one.id}>
        <p className="small quiet">{m.said}</p>
        <p className="as-typed">{one.text}</p>
      </blockquote>
    ));
}

function Condition({ one }: { one: Seen }) {
  const m = useWords(checkWords);
  return (
    <>
      {one.text} <span className="quiet small nowrap">{m.people({ n: one.backers + 1 })}</span>
    </>
  );
}

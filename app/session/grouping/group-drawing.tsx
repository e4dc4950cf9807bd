import { memo } from "react";
import { useWords } from "../../language/words.ts";
import type { GroupId, PersonId } from "../../platform/ids.ts";
import { TableDrawing } from "../../ui/chart/table-drawing.tsx";
import type { HallPerson } from "../cockpit/hall-view.ts";
import { cockpitWords } from "../cockpit/messages/cockpit.ts";

type Tone = "calm" | "help" | "silent" | "bare";
interface Props {
  readonly group: { readonly id: GroupId; readonly number: number; readonly members: readonly PersonId[] };
  readonly known: ReadonlyMap<PersonId, Pick<HallPerson, "shape">>;
  readonly here: ReadonlySet<PersonId>;
  readonly tone?: Tone;
  readonly size?: number;
}

/** A table with its people as marks: who is here by their field, who is not as an open place. */
export function GroupDrawing({ group, known, here, tone = "calm", size = 108 }: Props) {
  // As one text: a hall of tables is drawn each second, and those of which nothing changed are left as they are.
  const seats = group.members.map((id) => `${here.has(id) ? "+" : "-"}${known.get(id)?.shape ?? ""}`).join();
  return <Drawn number={group.number} seats={seats} tone={tone} size={size} />;
}

const Drawn = memo(function Drawn(props: { number: number; seats: string; tone: Tone; size: number }) {
  const m = useWords(cockpitWords).attention;
  const { number, tone, size } = props;
  const seats = (props.seats === "" ? [] : props.seats.split(",")).map((seat) => ({
    state: seat.startsWith("+") ? ("present" as const) : ("away" as const),
    shape: seat.length > 1 ? Number(seat.slice(1)) : undefined,
  }));
  const here = seats.filter(({ state }) => state === "present").length;
  return (
    <TableDrawing
      seats={seats}
      centre={number}
      size={size}
      tone={tone}
      label={m.drawing({ number, here, seats: seats.length })}
    />
  );
});

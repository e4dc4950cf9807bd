import {
  type Detail,
  detailLimit,
  details,
  type Frequency,
  frequencies,
  type Weight,
  weights,
} from "../../contribution/contribution.ts";
import type { TouchedField } from "../../contribution/seen.ts";
import { useWords } from "../../language/words.ts";
import { CheckboxGroup, RadioGroup } from "../../ui/form/choices.tsx";
import { TextArea } from "../../ui/form/text-field.tsx";
import { counted } from "../room/counted.ts";
import { roomWords } from "../room/messages/room.ts";
import { writingWords } from "./messages/writing.ts";

interface Told extends Readonly<Record<Detail, string>> {
  readonly weight: Weight;
  readonly howOften: Frequency;
  readonly touches: readonly TouchedField[];
}
interface Props {
  readonly told?: Told;
  /** Tells two forms on one page apart. */
  readonly id?: string;
  readonly fields: readonly TouchedField[];
  /** Help for an empty field. */
  readonly example?: Readonly<Record<Detail, string>>;
}

/** What may be told of a need besides the need itself: all of it may stay empty. */
export function NeedFields({ told, id = "", fields, example }: Props) {
  const m = useWords(writingWords).need;
  const { count } = useWords(roomWords).write;
  return (
    <>
      {details.map((name) => (
        <TextArea
          key={name}
          name={name}
          id={name + id}
          label={m.details[name]}
          hint={example ? m.example({ text: example[name] }) : undefined}
          rows={2}
          defaultValue={told?.[name]}
          {...counted(count, detailLimit)}
        />
      ))}
      <RadioGroup
        name="weight"
        id={`weight${id}`}
        legend={m.weight}
        columns="row"
        defaultValue={told?.weight || undefined}
        choices={weights.map((one) => ({ value: one, label: m.weights[one] }))}
      />
      <RadioGroup
        name="howOften"
        id={`howOften${id}`}
        legend={m.howOften}
        columns="row"
        defaultValue={told?.howOften || undefined}
        choices={frequencies.map((one) => ({ value: one, label: m.often[one] }))}
      />
      <CheckboxGroup
        name="touches"
        id={`touches${id}`}
        legend={m.touches}
        columns="two"
        defaultValue={told?.touches.map((one) => one.id)}
        choices={choosable(fields, told?.touches ?? []).map(({ id: field, name, shape }) => ({
          value: field,
          label: name,
          shape,
        }))}
      />
    </>
  );
}

/** A field that left the list stays with a need that touched it. */
const choosable = (fields: readonly TouchedField[], chosen: readonly TouchedField[]) => [
  ...fields,
  ...chosen.filter(({ id }) => !fields.some((field) => field.id === id)),
];

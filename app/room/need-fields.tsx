import { type Detail, detailLimit, details, type Weight, weights } from "../contribution/contribution.ts";
import { roomWords } from "../messages/room.ts";
import { useWords } from "../messages/words.ts";
import { RadioGroup } from "../ui/choices.tsx";
import { TextArea } from "../ui/text-field.tsx";
import { counted } from "./counted.ts";

type Told = Readonly<Record<Detail, string>> & { readonly weight: Weight };

/** What may be told of a need besides the need itself: all of it may stay empty. @param id tells two forms on one page apart */
export function NeedFields({ told, id = "" }: { told?: Told; id?: string }) {
  const m = useWords(roomWords).write;
  return (
    <>
      {details.map((name) => (
        <TextArea
          key={name}
          name={name}
          id={name + id}
          label={m.details[name]}
          rows={2}
          defaultValue={told?.[name]}
          {...counted(m.count, detailLimit)}
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
    </>
  );
}

import { useWords } from "../../language/words.ts";
import { Checkbox } from "../../ui/form/choices.tsx";
import { TextField } from "../../ui/form/text-field.tsx";
import { programmeWords } from "../messages/programme.ts";
import { type ItemStep, itemLimits } from "./item.ts";
import type { ItemTrouble } from "./item-trouble.ts";

const spare = 2;

/** The steps of an item, and two empty rows for more. */
export function StepFields({ steps, error }: { steps: readonly ItemStep[]; error: ItemTrouble["stepError"] }) {
  const m = useWords(programmeWords).form;
  const rows = Math.min(itemLimits.steps, steps.length + spare);
  return (
    <fieldset className="form-field step-fields">
      <legend>{m.steps}</legend>
      <p className="small quiet">{m.stepsHint}</p>
      <ol className="plain">
        {Array.from({ length: rows }, (_, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place
          <li key={at}>
            <TextField
              name={`step-${at}`}
              label={m.step({ n: at + 1 })}
              defaultValue={steps[at]?.text}
              error={error?.at === at ? m.stepErrors[error.error] : undefined}
            />
            <TextField
              name={`due-${at}`}
              type="date"
              label={
                <>
                  {m.due}
                  <span className="visually-hidden"> ({m.step({ n: at + 1 })})</span>
                </>
              }
              defaultValue={steps[at]?.due ?? ""}
            />
            <Checkbox
              name={`done-${at}`}
              label={
                <>
                  {m.done}
                  <span className="visually-hidden"> ({m.step({ n: at + 1 })})</span>
                </>
              }
              defaultChecked={steps[at]?.done}
            />
          </li>
        ))}
      </ol>
    </fieldset>
  );
}

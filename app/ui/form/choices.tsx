import type { ChangeEvent, ReactNode } from "react";
import { Icon, type IconName } from "../icons.tsx";
import { FieldMark } from "./field-mark.tsx";
import { describe, type FieldWords, HintAndError, LabelText } from "./form-field.tsx";
import { Written } from "./typed.tsx";

export type Choice = {
  value: string;
  label: ReactNode;
  hint?: ReactNode;
  /** Of a field, whose name people typed. */
  shape?: number | undefined;
  icon?: IconName | undefined;
  disabled?: boolean | undefined;
};

type Columns = "one" | "two" | "three" | "row";

type GroupProps = Omit<FieldWords, "label"> & {
  legend: ReactNode;
  choices: readonly Choice[];
  columns?: Columns | undefined;
  required?: boolean | undefined;
  onChange?: ((event: ChangeEvent<HTMLInputElement>) => void) | undefined;
};

type Drawn = GroupProps & { type: "radio" | "checkbox"; chosen: readonly string[] };

function ChoiceGroup({ type, chosen, legend, choices, columns = "one", required, onChange, ...rest }: Drawn) {
  const words: FieldWords = { ...rest, label: legend };
  const { id, ...described } = describe(words);
  return (
    <fieldset
      className={words.error ? "form-field has-error" : "form-field"}
      aria-describedby={described["aria-describedby"]}
      {...(type === "radio" && {
        role: "radiogroup",
        "aria-invalid": described["aria-invalid"],
        "aria-required": required || undefined,
      })}
    >
      <legend>
        <LabelText {...words} />
      </legend>
      <HintAndError id={id} hint={words.hint} error={words.error} />
      <div className={`choices ${columns}`}>
        {choices.map((choice, index) => (
          <ChoiceLine key={choice.value} choice={choice}>
            <input
              type={type}
              name={words.name}
              value={choice.value}
              id={index === 0 ? id : `${id}-${index + 1}`}
              defaultChecked={chosen.includes(choice.value)}
              disabled={choice.disabled}
              onChange={onChange}
            />
          </ChoiceLine>
        ))}
      </div>
    </fieldset>
  );
}

function ChoiceLine({ choice, children }: { choice: Omit<Choice, "value">; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control comes in as a child
    <label className="choice">
      {children}
      {choice.shape !== undefined && <FieldMark shape={choice.shape} />}
      {choice.icon && <Icon name={choice.icon} />}
      <span>
        {choice.shape === undefined ? choice.label : <Written>{choice.label}</Written>}
        {choice.hint && <span className="choice-hint">{choice.hint}</span>}
      </span>
    </label>
  );
}

export function RadioGroup({ defaultValue, ...props }: GroupProps & { defaultValue?: string | undefined }) {
  return <ChoiceGroup type="radio" chosen={defaultValue === undefined ? [] : [defaultValue]} {...props} />;
}

export function CheckboxGroup({ defaultValue = [], ...props }: GroupProps & { defaultValue?: readonly string[] | undefined }) {
  return <ChoiceGroup type="checkbox" chosen={defaultValue} {...props} />;
}

type CheckboxProps = FieldWords & {
  value?: string | undefined;
  defaultChecked?: boolean | undefined;
  required?: boolean | undefined;
  onChange?: ((event: ChangeEvent<HTMLInputElement>) => void) | undefined;
};

/** One box that stands alone: its label says what ticking it means. */
export function Checkbox({ value = "on", defaultChecked, required, onChange, ...words }: CheckboxProps) {
  const attributes = describe(words);
  return (
    <div className={words.error ? "form-field has-error" : "form-field"}>
      <HintAndError id={attributes.id} error={words.error} />
      <ChoiceLine
        choice={{ label: <LabelText {...words} />, hint: words.hint && <span id={`${attributes.id}-hint`}>{words.hint}</span> }}
      >
        <input
          type="checkbox"
          name={words.name}
          value={value}
          defaultChecked={defaultChecked}
          aria-required={required || undefined}
          onChange={onChange}
          {...attributes}
        />
      </ChoiceLine>
    </div>
  );
}

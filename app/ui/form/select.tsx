import type { ComponentProps } from "react";
import { Icon } from "../icons.tsx";
import { describe, type FieldWords, FormField } from "./form-field.tsx";
import { useWritten } from "./typed.tsx";

type Option = { value: string; label: string };

type Own = FieldWords & {
  options: readonly Option[];
  /** The first line, without a value: "Kies een ...". */
  emptyWord?: string | undefined;
  required?: boolean | undefined;
  /** What can be chosen was typed by people. */
  typed?: boolean | undefined;
};

type Props = Own & Omit<ComponentProps<"select">, "style" | "className" | "children" | keyof Own>;

export function Select({ label, hint, error, optionalWord, options, emptyWord, required, typed = false, ...rest }: Props) {
  const written = useWritten();
  const words: FieldWords = { name: rest.name, id: rest.id, label, hint, error, optionalWord };
  return (
    <FormField words={words}>
      <div className="select">
        <select
          className="utrecht-textbox utrecht-textbox--html-input"
          {...rest}
          {...describe(words)}
          aria-required={required || undefined}
        >
          {emptyWord !== undefined && <option value="">{emptyWord}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value} lang={typed ? written : undefined}>
              {option.label}
            </option>
          ))}
        </select>
        <Icon name="down" />
      </div>
    </FormField>
  );
}

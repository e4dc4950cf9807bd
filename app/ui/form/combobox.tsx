import { useEffect, useRef } from "react";
import { enhanceCombobox } from "./enhance-combobox.ts";
import { describe, type FieldWords, FormField } from "./form-field.tsx";
import type { Suggestion } from "./suggestion.ts";

type Props = FieldWords & {
  /** The list itself, when it is short enough to come with the page (up to some hundreds). */
  options?: readonly Suggestion[] | undefined;
  /** Else where to ask: answers `?q=` with a JSON list of suggestions. */
  source?: string | undefined;
  /** Said and shown while searching; `{n}` becomes the number. */
  words: { none: string; one: string; many: string };
  defaultValue?: string | undefined;
  /** The value behind `defaultValue`, when it was chosen from the list. */
  defaultChosen?: string | undefined;
  required?: boolean | undefined;
};

/**
 * Sends two things: `name`, the text as typed, and `<name>-chosen`, the value when a suggestion was taken.
 * Without script the second is empty and the server looks the text up itself.
 */
export function Combobox({ options, source, words, defaultValue, defaultChosen = "", required, ...field }: Props) {
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => (root.current ? enhanceCombobox(root.current) : undefined), []);
  const attributes = describe(field);
  const list = options && `${attributes.id}-options`;
  return (
    <FormField words={field}>
      <div
        className="combobox"
        ref={root}
        data-combobox=""
        data-label={typeof field.label === "string" ? field.label : undefined}
        data-source={source}
        data-none={words.none}
        data-one={words.one}
        data-many={words.many}
      >
        <input
          type="text"
          className="utrecht-textbox utrecht-textbox--html-input"
          name={field.name}
          defaultValue={defaultValue}
          list={list}
          aria-required={required || undefined}
          {...attributes}
        />
        <input type="hidden" name={`${field.name}-chosen`} defaultValue={defaultChosen} />
        <div className="count visually-hidden" aria-live="polite" />
        {options && (
          <datalist id={list}>
            {options.map((option) => (
              <option key={option.value} value={option.label} label={option.detail} data-value={option.value} />
            ))}
          </datalist>
        )}
      </div>
    </FormField>
  );
}

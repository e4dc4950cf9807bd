import { type ComponentProps, useEffect, useRef } from "react";
import { watchCount } from "../count.ts";
import { Count, type CountWords } from "../count.tsx";
import { describe, type FieldWords, FormField } from "./form-field.tsx";
import { useWritten } from "./typed.tsx";

type Own = FieldWords & {
  required?: boolean | undefined;
  /** Longest text in code points; counted while typing, never cut off. */
  max?: number | undefined;
  count?: CountWords | undefined;
};

export type TextFieldProps = Own & Omit<ComponentProps<"input">, "style" | "className" | keyof Own>;
export type TextAreaProps = Own & Omit<ComponentProps<"textarea">, "style" | "className" | keyof Own>;

function control<P extends Own>({ label, hint, error, optionalWord, required, max, count, ...rest }: P) {
  const words: FieldWords = { name: rest.name, id: rest.id, label, hint, error, optionalWord };
  const counts = max !== undefined && count ? { max, count } : undefined;
  const id = rest.id ?? rest.name;
  return {
    words,
    counts,
    attributes: {
      ...rest,
      ...describe(words, ...(counts ? [`${id}-count`] : [])),
      ...(required && { "aria-required": true as const }),
      className: "utrecht-textbox utrecht-textbox--html-input",
    },
  };
}

function useCount<E extends HTMLInputElement | HTMLTextAreaElement>() {
  const ref = useRef<E>(null);
  useEffect(() => (ref.current ? watchCount(ref.current) : undefined), []);
  return ref;
}

export function TextField(props: TextFieldProps) {
  const { words, counts, attributes } = control(props);
  const counted = useCount<HTMLInputElement>();
  return (
    <FormField words={words}>
      <input type="text" ref={counted} {...attributes} />
      {counts && <Count id={attributes.id} {...counts} />}
    </FormField>
  );
}

export function TextArea(props: TextAreaProps) {
  const { words, counts, attributes } = control(props);
  const counted = useCount<HTMLTextAreaElement>();
  const written = useWritten();
  return (
    <FormField words={words}>
      <textarea rows={4} lang={written} ref={counted} {...attributes} />
      {counts && <Count id={attributes.id} {...counts} />}
    </FormField>
  );
}

import type { ReactNode } from "react";
import { Icon } from "../icons.tsx";

export type FieldWords = {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
  /** Shown behind the label of what may stay empty. */
  optionalWord?: string | undefined;
  /** Only where one page has two fields of the same name. */
  id?: string | undefined;
};

/** What a control says about itself; the error summary links to `#id`. */
export function describe({ name, id = name, hint, error }: FieldWords, ...more: string[]) {
  const described = [hint && `${id}-hint`, error && `${id}-error`, ...more].filter(Boolean).join(" ");
  return {
    id,
    ...(described && { "aria-describedby": described }),
    ...(error && { "aria-invalid": true as const }),
  };
}

export function LabelText({ label, optionalWord }: Pick<FieldWords, "label" | "optionalWord">) {
  return (
    <>
      {label}
      {optionalWord && <span className="optional"> ({optionalWord})</span>}
    </>
  );
}

export function HintAndError({ id, hint, error }: { id: string; hint?: ReactNode; error?: string | undefined }) {
  return (
    <>
      {hint && (
        <div className="hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {error && (
        <p className="error" id={`${id}-error`}>
          <Icon name="error" />
          <span>{error}</span>
        </p>
      )}
    </>
  );
}

export function FormField({ words, children }: { words: FieldWords; children: ReactNode }) {
  const { name, id = name, hint, error } = words;
  return (
    <div className={error ? "form-field has-error" : "form-field"}>
      <label htmlFor={id}>
        <LabelText {...words} />
      </label>
      <HintAndError id={id} hint={hint} error={error} />
      {children}
    </div>
  );
}

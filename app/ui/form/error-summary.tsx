import { type ReactNode, useEffect, useRef } from "react";

type FieldError = { field: string; text: string };

type Props = { heading: string; errors: readonly FieldError[]; children?: ReactNode };

/** Takes the focus when it appears: by `autofocus` without script, by the effect with it. */
export function ErrorSummary({ heading, errors, children }: Props) {
  const box = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new set of errors is told anew
  useEffect(() => box.current?.focus(), [errors]);
  if (errors.length === 0) return null;
  return (
    // biome-ignore lint/a11y/noAutofocus: whoever sent the form must hear first what is wrong
    <div className="error-summary" ref={box} tabIndex={-1} role="alert" aria-labelledby="error-summary-heading" autoFocus>
      <h2 id="error-summary-heading">{heading}</h2>
      {children}
      <ul className="plain">
        {errors.map((error) => (
          <li key={error.field}>
            <a href={`#${error.field}`}>{error.text}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}

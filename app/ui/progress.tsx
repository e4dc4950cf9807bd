import { useId } from "react";

type Props = { label: string; text: string; value?: number | undefined; max?: number | undefined };

/** `text` carries the number; without `value` the work is under way and its length not known. */
export function Progress({ label, text, value, max = 100 }: Props) {
  const id = useId();
  return (
    <div className="progress">
      <p>
        <span id={id}>{label}</span>
        <strong>{text}</strong>
      </p>
      <progress aria-labelledby={id} max={max} {...(value !== undefined && { value })} />
    </div>
  );
}

/** One pill per step: done, here, to come. The words stand above it in `label`. */
export function StepProgress({ at, of, label }: { at: number; of: number; label: string }) {
  return (
    <div>
      <p className="eyebrow">{label}</p>
      <ol className="step-progress" aria-hidden="true">
        {Array.from({ length: of }, (_, index) => index + 1).map((step) => (
          <li key={step} className={step < at ? "done" : step === at ? "now" : undefined} />
        ))}
      </ol>
    </div>
  );
}

import { useWritten } from "./typed.tsx";

/** Seven shapes; more fields than that start again at the first. */
export const shapeOf = (shape: number) => ((((shape - 1) % 7) + 7) % 7) + 1;

type Props = { shape: number; label?: string | undefined; large?: boolean | undefined };

export function FieldMark({ shape, label, large = false }: Props) {
  const at = shapeOf(shape);
  const written = useWritten();
  const lang = label ? written : undefined;
  return (
    <svg
      className={`mark field-${at}${large ? " large" : ""}`}
      role={label ? "img" : undefined}
      aria-label={label}
      lang={lang}
      aria-hidden={label ? undefined : true}
    >
      <use href={`#shape-${at}`} />
    </svg>
  );
}

/** Mark and word on one line. */
export function FieldLine({ shape, children }: { shape: number; children: React.ReactNode }) {
  return (
    <span className="field-line">
      <FieldMark shape={shape} />
      <span lang={useWritten()}>{children}</span>
    </span>
  );
}

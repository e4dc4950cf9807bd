/** Seven shapes; more fields than that start again at the first. */
export const shapeOf = (shape: number) => ((((shape - 1) % 7) + 7) % 7) + 1;

type Props = { shape: number; label?: string | undefined; large?: boolean | undefined };

export function FieldMark({ shape, label, large = false }: Props) {
  const at = shapeOf(shape);
  return (
    <svg
      className={`mark field-${at}${large ? " large" : ""}`}
      role={label ? "img" : undefined}
      aria-label={label}
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
      <span>{children}</span>
    </span>
  );
}

import type { IconName } from "./chart/marks.tsx";

export type { IconName };

export function Icon({ name, label }: { name: IconName; label?: string | undefined }) {
  return label ? (
    <svg className="icon" role="img" aria-label={label}>
      <use href={`#icon-${name}`} />
    </svg>
  ) : (
    <svg className="icon" aria-hidden="true" focusable="false">
      <use href={`#icon-${name}`} />
    </svg>
  );
}

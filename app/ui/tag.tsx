import type { ReactNode } from "react";
import { Icon, type IconName } from "./icons.tsx";

export type Tone = "calm" | "now" | "good" | "bad" | "warn" | "plain";

type Props = { tone?: Tone | undefined; icon?: IconName | undefined; children: ReactNode };

/** A state in a word; the colour only repeats it. */
export function Tag({ tone = "calm", icon, children }: Props) {
  const tones = { calm: "", now: " now", good: " good", bad: " bad", warn: " warn", plain: " plain-tag" };
  return (
    <span className={`nl-data-badge tag${tones[tone]}`}>
      {icon && <Icon name={icon} />}
      {children}
    </span>
  );
}

/** A number beside a heading; `label` says what is counted. */
export function NumberBadge({ value, label, soft = false }: { value: number; label?: string | undefined; soft?: boolean }) {
  return (
    <span className={soft ? "nl-number-badge soft" : "nl-number-badge"}>
      <span className="nl-number-badge__visible-label" aria-hidden={label ? true : undefined}>
        {value}
      </span>
      {label && <span className="nl-number-badge__hidden-label">{label}</span>}
    </span>
  );
}

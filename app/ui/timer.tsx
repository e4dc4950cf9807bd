import { clock } from "./timer.ts";

type Props = {
  seconds: number;
  /** Its name for a screen reader, which asks for the time when it wants; nothing here speaks by itself. */
  label: string;
  before?: string | undefined;
  after?: string | undefined;
  detail?: string | undefined;
  /** From here on the clock is marked; default one minute. */
  soonAt?: number | undefined;
  large?: boolean | undefined;
};

export function Timer({ seconds, label, before, after, detail, soonAt = 60, large = false }: Props) {
  const look = ["timer", large && "large", seconds <= soonAt && "soon"].filter(Boolean).join(" ");
  return (
    <p className={look} role="timer" aria-label={label}>
      <strong className="clock">{[before, clock(seconds), after].filter(Boolean).join(" ")}</strong>
      {detail && <span className="clock-detail"> {detail}</span>}
    </p>
  );
}

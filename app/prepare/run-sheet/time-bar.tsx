import { useLocale } from "../../language/words.ts";
import { clock } from "../../platform/time.ts";
import type { Step } from "./step.ts";

/** The whole session as a strip: how the time is spread, and where it runs over. The list below says the same in words. */
export function TimeBar({ startsAt, endsAt, steps }: { startsAt: Date; endsAt: Date; steps: readonly Step[] }) {
  const locale = useLocale();
  const available = (endsAt.getTime() - startsAt.getTime()) / 1000;
  const total = steps.reduce((sum, one) => sum + one.seconds, 0);
  const width = Math.max(available, total, 1);
  let from = 0;
  const parts = steps.map((one) => {
    const x = (from / width) * 100;
    from += one.seconds;
    return { id: one.id, setting: one.kind === "break" ? "break" : one.setting, x, w: (one.seconds / width) * 100 };
  });
  const end = (available / width) * 100;
  return (
    <div className="time-bar" aria-hidden="true">
      <svg width="100%" height="36" aria-hidden="true">
        {parts.map((one) => (
          <rect
            key={one.id}
            className={`part-${one.setting}`}
            x={`${one.x}%`}
            y="4"
            width={`${Math.max(0, one.w - 0.2)}%`}
            height="28"
          />
        ))}
        {total > available ? <rect className="part-over" x={`${end}%`} y="4" width={`${100 - end}%`} height="28" /> : null}
        <line className="part-end" x1={`${end}%`} x2={`${end}%`} y1="0" y2="36" />
      </svg>
      <p className="small quiet num">
        <span>{clock(startsAt, locale)}</span>
        <span>{clock(endsAt, locale)}</span>
      </p>
    </div>
  );
}

type Props = {
  /** Share and interval as parts of one. */
  share: number;
  low?: number | undefined;
  high?: number | undefined;
  /** The figure in words, beside the bar. */
  text?: string | undefined;
  /** A line at the half, for yes against no. */
  middle?: boolean | undefined;
};

const percent = (part: number) => `${Math.round(Math.min(1, Math.max(0, part)) * 1000) / 10}%`;

/** Repeats a figure that stands beside it in text or table, so it is drawing only. */
export function Bar({ share, low, high, text, middle = false }: Props) {
  const interval = low !== undefined && high !== undefined;
  return (
    <div className="bar-row">
      <svg className="bar" aria-hidden="true">
        <rect className="track" />
        <rect className="value" width={percent(share)} />
        {middle && <line className="middle" x1="50%" x2="50%" y1="-20%" y2="120%" />}
        {interval && <line className="interval" x1={percent(low)} x2={percent(high)} y1="50%" y2="50%" />}
        {interval && <circle className="point" cx={percent(share)} cy="50%" r="5" />}
      </svg>
      {text && <span className="num">{text}</span>}
    </div>
  );
}

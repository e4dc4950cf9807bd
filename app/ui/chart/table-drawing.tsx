import { shapeOf } from "../form/field-mark.tsx";
import { type Place, placeSeats, round, type Seat } from "./table-drawing.ts";

export type { Seat };

type Props = {
  seats: readonly Seat[];
  /** In the middle of the top: a number, or a few short lines. */
  centre?: number | string | readonly string[] | undefined;
  /** Width and height in px. */
  size?: number | undefined;
  /** The whole drawing in one sentence; without it the drawing only repeats what stands beside it. */
  label?: string | undefined;
  tone?: "calm" | "help" | "silent" | "bare" | undefined;
};

export function TableDrawing({ seats, centre, size = 120, label, tone = "calm" }: Props) {
  const lines = centre === undefined ? [] : Array.isArray(centre) ? (centre as readonly string[]) : [String(centre)];
  const { top, places } = placeSeats(
    seats.map((seat) => seat.state),
    lines.length > 1,
  );
  const longest = Math.max(...lines.map((line) => line.length), 1);
  const fontSize = Math.min(20, round((top * (lines.length > 1 ? 1.35 : 1.6)) / (longest * 0.58)));
  return (
    <svg
      className="table-drawing"
      viewBox="0 0 120 120"
      width={size}
      height={size}
      role={label ? "img" : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
    >
      <circle className={`top ${tone}`} cx="60" cy="60" r={top} />
      {lines.map((line, index) => (
        <text key={line} x="60" y={60.5 + (index - (lines.length - 1) / 2) * fontSize * 1.3} fontSize={fontSize}>
          {line}
        </text>
      ))}
      {seats.map((seat, index) => {
        const place = places[index];
        // biome-ignore lint/suspicious/noArrayIndexKey: a seat is its place
        return place && <SeatMark key={index} seat={seat} place={place} />;
      })}
    </svg>
  );
}

function SeatMark({ seat, place: { x, y, size } }: { seat: Seat; place: Place }) {
  const title = seat.label && <title>{seat.label}</title>;
  if (seat.state === "empty" || (seat.state === "away" && seat.shape === undefined))
    return (
      <circle className="seat empty" cx={x} cy={y} r={round(size * 0.45)}>
        {title}
      </circle>
    );
  const disc = seat.state === "you" && <circle className="you" cx={x} cy={y} r={round(size * 0.77)} />;
  if (seat.shape === undefined)
    return (
      <g>
        {disc}
        <circle className="seat dot" cx={x} cy={y} r={round(size * 0.42)}>
          {title}
        </circle>
      </g>
    );
  const shape = shapeOf(seat.shape);
  const look = seat.state === "away" ? "away" : `field-${shape}`;
  return (
    <g>
      {disc}
      <use
        className={`seat ${look}`}
        href={`#shape-${shape}`}
        x={round(x - size / 2)}
        y={round(y - size / 2)}
        width={size}
        height={size}
      >
        {title}
      </use>
    </g>
  );
}

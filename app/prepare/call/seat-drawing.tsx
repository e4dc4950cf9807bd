const centre = { x: 144, y: 140 };
const radius = 112;
const size = 25;

/** The table of the call: one seat for the reader, from which the thread runs on. */
export function SeatDrawing({ shapes, label, seat }: { shapes: readonly number[]; label: string; seat: string }) {
  const taken = shapes.length === 0 ? [] : Array.from({ length: 13 }, (_, at) => shapes[(at * 3) % shapes.length] ?? 1);
  // Seat 0 is at the bottom: the reader's; the others go round with the clock.
  const places = taken.map((shape, at) => {
    const angle = Math.PI + (2 * Math.PI * (at + 1)) / (taken.length + 1);
    return { shape, x: centre.x + radius * Math.sin(angle) - size / 2, y: centre.y - radius * Math.cos(angle) - size / 2 };
  });
  return (
    <svg className="table-drawing seat-drawing" viewBox="0 0 288 392" role="img" aria-label={label}>
      <path className="thread-line" d="M144 274C144 338 11.5 316 11.5 392" />
      <circle className="top" cx={centre.x} cy={centre.y} r="68" />
      {places.map(({ shape, x, y }) => (
        <use
          key={`${x},${y}`}
          className={`seat field-${shape}`}
          href={`#shape-${shape}`}
          x={x.toFixed(1)}
          y={y.toFixed(1)}
          width={size}
          height={size}
        />
      ))}
      <circle className="seat empty" cx="144" cy="252" r="15" />
      <text className="seat-label" x="166" y="283">
        {seat}
      </text>
    </svg>
  );
}

import type { ReactNode } from "react";
import "../css/province-map.css";

/** Column and row of each province, about where it lies; one tile each, so that none is larger for its land. */
const tiles: Readonly<Record<string, readonly [column: number, row: number, short: string]>> = {
  Fryslân: [2, 0, "Fr"],
  Groningen: [3, 0, "Gr"],
  "Noord-Holland": [1, 1, "NH"],
  Flevoland: [2, 1, "Fl"],
  Drenthe: [3, 1, "Dr"],
  "Zuid-Holland": [0, 2, "ZH"],
  Utrecht: [1, 2, "Ut"],
  Gelderland: [2, 2, "Ge"],
  Overijssel: [3, 2, "Ov"],
  Zeeland: [0, 3, "Ze"],
  "Noord-Brabant": [1, 3, "NB"],
  Limburg: [2, 3, "Li"],
};
const [side, gap] = [64, 6];

/** The provinces as tiles with the numbers of the table or list beside it; alike in colour, as areas are never ranked. */
export function ProvinceMap({ told, reading }: { readonly told: ReadonlyMap<string, number>; readonly reading: ReactNode }) {
  if (![...told.keys()].some((name) => name in tiles)) return null;
  const size = 4 * side + 3 * gap;
  return (
    <figure className="provinces">
      <svg viewBox={`-2 -2 ${size + 4} ${size + 4}`} width={size} height={size} aria-hidden="true" focusable="false">
        {Object.entries(tiles).map(([name, [column, row, short]]) => {
          const people = told.get(name);
          return (
            <g key={name} transform={`translate(${column * (side + gap)} ${row * (side + gap)})`}>
              <rect className={people === undefined ? "quiet" : "told"} width={side} height={side} rx="4" />
              <text x="8" y="20" className="short">
                {short}
              </text>
              <text x={side / 2} y="48" textAnchor="middle" className="people">
                {people ?? "–"}
              </text>
            </g>
          );
        })}
      </svg>
      <figcaption className="small quiet">{reading}</figcaption>
    </figure>
  );
}

import { useWords } from "../../language/words.ts";
import { columnsOf, DataTable } from "../../ui/data-table.tsx";
import { Disclosure } from "../../ui/layout/disclosure.tsx";
import { provincesWords } from "../messages/provinces.ts";
import { pictureSteps } from "./picture.ts";
import { type Province, tiles } from "./provinces.ts";

const [tile, gap] = [64, 6];

/** Provinces as tiles, roughly where they lie, and the same as a table with the way to the members there. */
export function ProvinceMap({ provinces, address, chosen }: { provinces: readonly Province[]; address: string; chosen: string }) {
  const m = useWords(provincesWords);
  const places = provinces.flatMap((one) => {
    const place = tiles[one.code];
    return place ? [{ ...one, ...place }] : [];
  });
  if (places.length === 0) return null;
  return (
    <Disclosure summary={m.title} open={chosen !== ""}>
      <p>{m.reading}</p>
      <svg className="province-map" viewBox={`0 0 ${4 * (tile + gap)} ${4 * (tile + gap)}`} aria-hidden="true" focusable="false">
        {places.map(({ code, sign, column, row, people }) => {
          const step = people === null ? 0 : pictureSteps.indexOf(people) + 1;
          const [x, y] = [column * (tile + gap), row * (tile + gap)];
          return (
            <g key={code} className={`step-${step}${code === chosen ? " chosen" : ""}`}>
              <rect x={x + 2} y={y + 2} width={tile} height={tile} rx="6" />
              <text x={x + 2 + tile / 2} y={y + 2 + tile / 2}>
                {sign}
              </text>
            </g>
          );
        })}
      </svg>
      <DataTable
        caption={m.caption}
        captionHidden
        rowHeaders
        columns={columnsOf(m, "province", "people")}
        rows={places.map(({ code, name, sign, people }) => ({
          key: code,
          chosen: code === chosen,
          cells: {
            province: (
              <>
                <a href={`${address}?provincie=${code}#kaarten`}>{name}</a> <span className="small quiet">{sign}</span>
              </>
            ),
            people: people === null ? m.few : m.atLeast({ n: people }),
          },
        }))}
      />
      <p className="small quiet">{m.how}</p>
    </Disclosure>
  );
}

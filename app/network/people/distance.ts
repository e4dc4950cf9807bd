import { type Area, kindOf } from "../../prepare/areas/area.ts";
import { middens } from "../start/middens.ts";

const at: ReadonlyMap<string, readonly [north: number, east: number]> = new Map(
  middens
    .trim()
    .split(/,\s*/)
    .map((one) => {
      const [number = "", north = "", east = ""] = one.split(" ");
      return [`GM${number}`, [Number(north), Number(east)]] as const;
    }),
);

/**
 * The municipality in which an area lies. Of one that others went into after our places were made it is the first of those, so that who came
 * from there is still near. @returns null for a province, and for what cannot be told from the code
 */
export function municipalityOf(area: Pick<Area, "code" | "parentCode" | "former">): string | null {
  switch (kindOf(area.code)) {
    case "municipality":
      return at.has(area.code) ? area.code : (area.former?.find((one) => at.has(one)) ?? area.code);
    case "district":
      return `GM${area.code.slice(2, 6)}`;
    case "focus":
      return area.parentCode;
    default:
      return null;
  }
}

/** How far two municipalities lie apart, middle to middle, in whole kilometres [NW6]. @returns null when one is not known */
export function kilometres(one: string | null, other: string | null): number | null {
  const [a, b] = [at.get(one ?? ""), at.get(other ?? "")];
  if (!a || !b) return null;
  const rad = Math.PI / 180;
  const north = (b[0] - a[0]) * 111.2;
  const east = (b[1] - a[1]) * 111.3 * Math.cos(((a[0] + b[0]) / 2) * rad);
  return Math.round(Math.hypot(north, east));
}

/** The municipalities within so many kilometres, the nearest first; a municipality that is not known is alone. */
export function near(municipality: string, within: number): string[] {
  const found = [...at.keys()].flatMap((code) => {
    const far = kilometres(municipality, code);
    return far !== null && far <= within ? [{ code, far }] : [];
  });
  if (found.length === 0) return [municipality];
  return found.sort((a, b) => a.far - b.far || (a.code < b.code ? -1 : 1)).map(({ code }) => code);
}

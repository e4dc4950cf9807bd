import type { Step } from "./picture.ts";

/** Where a province lies on a map of tiles: columns from the west, rows from the north. No shape, so no border that is out of date. */
export const tiles: Readonly<Record<string, { readonly sign: string; readonly column: number; readonly row: number }>> = {
  PV20: { sign: "GR", column: 3, row: 0 },
  PV21: { sign: "FR", column: 2, row: 0 },
  PV22: { sign: "DR", column: 3, row: 1 },
  PV23: { sign: "OV", column: 3, row: 2 },
  PV24: { sign: "FL", column: 2, row: 1 },
  PV25: { sign: "GE", column: 2, row: 2 },
  PV26: { sign: "UT", column: 1, row: 2 },
  PV27: { sign: "NH", column: 1, row: 1 },
  PV28: { sign: "ZH", column: 0, row: 2 },
  PV29: { sign: "ZE", column: 0, row: 3 },
  PV30: { sign: "NB", column: 1, row: 3 },
  PV31: { sign: "LI", column: 2, row: 3 },
};

export interface Province {
  readonly code: string;
  readonly name: string;
  /** Null: fewer than five whose area this viewer may see, or nobody. */
  readonly people: Step | null;
}

import { z } from "zod";
import type { Line } from "../../disclosure/suppression.ts";
import type { VerdictStatus } from "../outcomes/verdict.ts";

export const orders = ["nummer", "verdeelt", "verbindt"] as const;
export type Order = (typeof orders)[number];
/** How many insights stand on one page. */
export const perPage = 25;

/** What the address asks of the list; anything else is left out. */
export const eachQuery = z.object({
  volgorde: z.enum(orders).catch("nummer"),
  vakgebied: z.string().catch(""),
  vanaf: z.coerce.number().int().min(1).catch(1),
});
export type EachQuery = z.output<typeof eachQuery>;

interface Sortable {
  readonly number: number;
  /** 0 when all choose alike, 1 in balance; null without figures. */
  readonly dividedness: number | null;
}

/** What divides or unites first; what has no figures comes last. */
export function inOrder<T extends Sortable>(list: readonly T[], order: Order): T[] {
  if (order === "nummer") return [...list];
  const sign = order === "verdeelt" ? -1 : 1;
  const rank = ({ dividedness }: T) => (dividedness === null ? Number.POSITIVE_INFINITY : sign * dividedness);
  return list.toSorted((a, b) => (rank(a) === rank(b) ? a.number - b.number : rank(a) - rank(b)));
}

/** The page on which a place stands; `from` and `to` count from 1. */
export function pageAt(from: number, of: number): { from: number; to: number; earlier: number | null; later: number | null } {
  const start = Math.min(Math.max(1, of), from) - ((Math.min(Math.max(1, of), from) - 1) % perPage);
  const to = Math.min(of, start + perPage - 1);
  return { from: start, to, earlier: start > 1 ? start - perPage : null, later: to < of ? to + 1 : null };
}

export interface EachRow {
  readonly id: string;
  readonly number: number;
  readonly version: number;
  readonly text: string;
  readonly verdict: VerdictStatus;
  readonly holdsMostly: boolean;
  /** Of all together, or of the field that was asked for; the first count is those who agree. */
  readonly line: Line;
  readonly conditions: number;
  readonly examples: number;
}
export interface EachPage {
  readonly rows: readonly EachRow[];
  readonly query: EachQuery;
  readonly from: number;
  readonly to: number;
  readonly of: number;
  readonly earlier: number | null;
  readonly later: number | null;
  /** Whether anybody was asked if it fits; not so in an imported conversation. */
  readonly saysFit: boolean;
}

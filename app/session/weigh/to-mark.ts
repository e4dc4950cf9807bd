import type { ContributionId } from "../../platform/ids.ts";
import { ownOrder } from "./mark.ts";

/** So many needs at once, and so many more each time: nobody reads a thousand of them in ten minutes. */
export const markedAtOnce = 60;

/** A need that everybody may read, as far as one needs to see to weigh it. */
export interface Markable {
  readonly id: ContributionId;
  readonly number: number;
  readonly text: string;
  readonly field: string | null;
  readonly shape: number | null;
  /** The need of which these are other words. */
  readonly sameAs: ContributionId | null;
}
export interface Seeking {
  readonly field: string | null;
  readonly words: string;
  readonly most: number;
}
export interface ToMark {
  readonly chosen: readonly Markable[];
  /** Marked, and not to be read any more. */
  readonly gone: readonly string[];
  readonly needs: readonly Markable[];
  /** How many of what was asked for there are, shown or not. */
  readonly found: number;
  readonly fields: readonly { readonly name: string; readonly shape: number | null }[];
  /** Of all fields and words together. */
  readonly total: number;
}

const plain = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/**
 * What one person can weigh. Each meets the needs in an order of their own, so that each need is as likely as another to be among the
 * first; all of them can be found by field and by words. Other words for a need that is here weigh with it.
 */
export function toMark(all: readonly Markable[], person: string, marks: readonly string[], asked: Seeking): ToMark {
  const here = new Map(all.map((one) => [one.id as string, one]));
  const given = new Set(marks);
  const own = all.filter(({ sameAs }) => sameAs === null || !here.has(sameAs));
  const words = plain(asked.words)
    .split(/\s+/)
    .filter((word) => word !== "");
  const matches = own.filter(
    ({ id, field, text }) =>
      !given.has(id) && (asked.field === null || field === asked.field) && words.every((word) => plain(text).includes(word)),
  );
  const shapes = new Map(all.flatMap(({ field, shape }) => (field ? [[field, shape] as const] : [])));
  return {
    chosen: marks.flatMap((id) => here.get(id) ?? []),
    gone: marks.filter((id) => !here.has(id)),
    needs: ownOrder(matches, person).slice(0, asked.most),
    found: matches.length,
    fields: [...shapes].map(([name, shape]) => ({ name, shape })).sort((a, b) => (a.shape ?? 0) - (b.shape ?? 0)),
    total: own.length,
  };
}

/** What the address of the room asks for: `vakgebied`, `zoek`, and `tot` for how many. */
export function seekingIn(params: URLSearchParams): Seeking {
  const most = Number.parseInt(params.get("tot") ?? "", 10);
  return {
    field: params.get("vakgebied"),
    words: (params.get("zoek") ?? "").slice(0, 100),
    most: Number.isFinite(most) ? Math.min(Math.max(most, markedAtOnce), 50 * markedAtOnce) : markedAtOnce,
  };
}

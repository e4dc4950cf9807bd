import { type Linked, linkSimilar, similarity, trigramsOf } from "../../method/text/trigrams.ts";

/** A condition that everybody may read, with who stands behind it: its writer first. */
export interface SaidCondition {
  readonly id: string;
  readonly text: string;
  /** Null where the writer's data was erased. */
  readonly writer: string | null;
  readonly backers: readonly string[];
}

/** As one reader sees it: never who, only how many. */
export interface SharedCondition {
  readonly id: string;
  readonly text: string;
  readonly people: number;
  readonly backed: boolean;
  /** It looks like what the reader wrote. */
  readonly alike: boolean;
  /** Others that say nearly the same; their people are counted in `people` once. */
  readonly linked: readonly { readonly id: string; readonly text: string; readonly backed: boolean }[];
}

/** Two conditions say nearly the same when their trigrams overlap this much. */
const sameCondition = 0.45;
const mostShown = 8;

/** The links of conditions in the order they were written, so that a link does not move when people stand behind one. */
export const linksOf = (said: readonly Pick<SaidCondition, "text">[]): Linked[] =>
  linkSimilar(
    said.map(({ text }) => text),
    sameCondition,
  );

/**
 * What others named, for one reader: those that look like their own words first, then by people. What says nearly the same stands
 * linked below the one with most people; nothing is left out of a link, only whole links beyond the most that a screen shows.
 * @param links of `said`, by `linksOf`
 * @param own the reader's own words
 */
export function conditionsFor(
  said: readonly SaidCondition[],
  links: readonly Linked[],
  reader: { readonly id: string; readonly own: readonly string[] },
): SharedCondition[] {
  const mine = reader.own.map(trigramsOf);
  const behind = ({ writer, backers }: SaidCondition) => [writer ?? "", ...backers];
  return links
    .flatMap(({ head, like }): (SharedCondition & { first: number })[] => {
      const all = [head, ...like].flatMap((place) => said[place] ?? []);
      const others = all.filter(({ writer }) => writer !== reader.id).toSorted((a, b) => b.backers.length - a.backers.length);
      const [top, ...rest] = others;
      if (!top) return [];
      const backed = (one: SaidCondition) => one.backers.includes(reader.id);
      const alike = others.some((one) => mine.some((own) => similarity(own, trigramsOf(one.text)) >= sameCondition));
      return [
        {
          id: top.id,
          text: top.text,
          people: new Set(all.flatMap(behind)).size,
          backed: backed(top),
          alike,
          linked: rest.map((one) => ({ id: one.id, text: one.text, backed: backed(one) })),
          first: head,
        },
      ];
    })
    .toSorted((a, b) => Number(b.alike) - Number(a.alike) || b.people - a.people || a.first - b.first)
    .slice(0, mostShown)
    .map(({ first: _, ...one }) => one);
}

/** Somebody's words, and those of others that say nearly the same. */
export type LinkedWords<T> = T & { readonly people: number; readonly linked: readonly T[] };

/**
 * All that was said: what says nearly the same stands linked below the words with most people; those with most people come first.
 * Nothing is left out, and nobody is counted twice.
 */
export function linkedWords<T extends SaidCondition>(said: readonly T[]): LinkedWords<T>[] {
  return linksOf(said)
    .flatMap(({ head, like }): (LinkedWords<T> & { first: number })[] => {
      const all = [head, ...like].flatMap((place) => said[place] ?? []);
      const [top, ...linked] = all.toSorted((a, b) => b.backers.length - a.backers.length);
      if (!top) return [];
      const behind = all.flatMap(({ id, writer, backers }) => [writer ?? id, ...backers]);
      return [{ ...top, people: new Set(behind).size, linked, first: head }];
    })
    .toSorted((a, b) => b.people - a.people || a.first - b.first)
    .map(({ first: _, ...one }) => one as unknown as LinkedWords<T>);
}

import { type ReportContent, referencesOf } from "../gather/content.ts";

/** What a draft says that the last version did not, and the other way round. */
export interface Difference {
  /** How many took part, then and now; null where that is the same or not told. */
  readonly people: readonly [before: number, now: number] | null;
  /** Contributions that came, and that went. */
  readonly came: number;
  readonly went: number;
  /** Names of themes. */
  readonly newThemes: readonly string[];
  readonly goneThemes: readonly string[];
  readonly renamed: readonly (readonly [before: string, now: string])[];
  /** Needs that stood in the last version too, and now stand with another theme, or with none or one for the first time. */
  readonly moved: number;
  /** Numbers of insights. */
  readonly newInsights: readonly number[];
  readonly goneInsights: readonly number[];
  readonly reworded: readonly number[];
  /** Texts of the team, the introduction and the conclusions among them. */
  readonly texts: { readonly added: number; readonly changed: number; readonly gone: number };
}

/** Compares what stands in a version with what would stand in the next. */
export function differenceOf(before: ReportContent, now: ReportContent): Difference {
  const ids = (of: ReportContent) => new Set(referencesOf(of).map(({ id }) => id));
  const names = ({ themes }: ReportContent) => new Map<string, string>(themes.map(({ id, name }) => [id, name]));
  const numbers = ({ insights }: ReportContent) => new Map<number, string>(insights.map(({ number, id }) => [number, id]));
  const [was, is] = [ids(before), ids(now)];
  const [first, then] = [people(before), people(now)];
  const [named, renamed] = [names(before), names(now)];
  const [tested, retested] = [numbers(before), numbers(now)];
  return {
    people: first === null || then === null || first === then ? null : [first, then],
    came: [...is].filter((id) => !was.has(id)).length,
    went: [...was].filter((id) => !is.has(id)).length,
    newThemes: [...renamed].flatMap(([id, name]) => (named.has(id) ? [] : [name])),
    goneThemes: [...named].flatMap(([id, name]) => (renamed.has(id) ? [] : [name])),
    renamed: [...renamed].flatMap(([id, name]) => {
      const former = named.get(id);
      return former === undefined || former === name ? [] : [[former, name] as const];
    }),
    moved: movedBetween(before, now),
    newInsights: [...retested.keys()].filter((number) => !tested.has(number)),
    goneInsights: [...tested.keys()].filter((number) => !retested.has(number)),
    reworded: [...retested].flatMap(([number, id]) => (tested.has(number) && tested.get(number) !== id ? [number] : [])),
    texts: textsBetween(before, now),
  };
}

export const isSame = (one: Difference): boolean =>
  one.people === null &&
  one.came + one.went + one.moved + one.texts.added + one.texts.changed + one.texts.gone === 0 &&
  [one.newThemes, one.goneThemes, one.renamed, one.newInsights, one.goneInsights, one.reworded].every(
    (list) => list.length === 0,
  );

const people = ({ taken }: ReportContent) => (taken.table.total.status === "people" ? taken.table.total.people : null);

function movedBetween(before: ReportContent, now: ReportContent): number {
  const places = ({ themes, unplaced }: ReportContent) =>
    new Map([
      ...unplaced.map(({ id }) => [id, ""] as const),
      ...themes.flatMap((theme) => theme.needs.map(({ id }) => [id, theme.id as string] as const)),
    ]);
  const was = places(before);
  return [...places(now)].filter(([id, place]) => was.has(id) && was.get(id) !== place).length;
}

function textsBetween(before: ReportContent, now: ReportContent): Difference["texts"] {
  const texts = ({ introduction, conclusions, blocks = [] }: ReportContent) =>
    new Map<string, string>(
      [["introduction", introduction], ["conclusions", conclusions], ...blocks.map(({ id, text }) => [id, text])].filter(
        (one): one is [string, string] => one[1] !== "",
      ),
    );
  const [was, is] = [texts(before), texts(now)];
  return {
    added: [...is.keys()].filter((id) => !was.has(id)).length,
    changed: [...is].filter(([id, text]) => was.has(id) && was.get(id) !== text).length,
    gone: [...was.keys()].filter((id) => !is.has(id)).length,
  };
}

import { readProse, type Sentence, sentencesIn } from "../../method/text/prose-text.ts";
import type { ContributionId } from "../../platform/ids.ts";
import { groundOf } from "../write/claim.ts";
import { citedIn, type Reference, type ReportBlock, type ReportContent, referencesOf } from "./content.ts";

/** Of more contributions than this a page shows the first of each list, and leads to the others. */
const longFrom = 300;
/** How many of a list stand in a long report. */
export const firstFew = 5;
export const perPage = 100;

export const isLong = (content: ReportContent): boolean => referencesOf(content).length > longFrom;

/** A list of contributions by the name it has in addresses. */
export interface List {
  readonly part: string;
  readonly of: readonly Reference[];
  /** Of the voices behind a sentence: that sentence. */
  readonly sentence?: Sentence;
}
type Readable = (id: ContributionId) => boolean;

/** All lists of contributions in a report, each under the name that the page gives it. */
export function listsOf(content: ReportContent, readable: Readable): List[] {
  const { works, chafes, suggestions, themes, unplaced, insights } = content;
  const tested = (part: string, { conditions, examples }: (typeof insights)[number] | Former): List[] => [
    { part: `${part}-voorwaarden`, of: conditions },
    { part: `${part}-tegenvoorbeelden`, of: examples },
  ];
  return [
    { part: "werkt", of: works },
    { part: "knelt", of: chafes },
    { part: "suggesties", of: suggestions },
    ...themes.map(({ id, needs }) => ({ part: `thema-${id}`, of: needs })),
    { part: "zonder-thema", of: unplaced },
    ...insights.flatMap((one) => [
      ...tested(`inzicht-${one.number}`, one),
      ...(one.earlier ?? []).flatMap((former) => tested(formerPart(one.number, former.version), former)),
    ]),
    ...noteGroups(content).map((of, at) => ({ part: `groep-${at + 1}`, of })),
    ...(content.blocks ?? []).flatMap((block) => claimLists(block, content, readable)),
  ];
}

type Former = NonNullable<ReportContent["insights"][number]["earlier"]>[number];
export const formerPart = (number: number, version: number) => `inzicht-${number}-woorden-${version}`;

/** Notes by step and group. */
export const noteGroups = ({ notes }: Pick<ReportContent, "notes">): (readonly ReportContent["notes"][number][])[] => [
  ...Map.groupBy(notes, ({ step, group }) => `${step}\n${group ?? ""}`).values(),
];

function claimLists(block: ReportBlock, content: ReportContent, readable: Readable): List[] {
  const claims = sentencesIn(readProse(block.text)).filter(({ support }) => support?.states);
  return claims.flatMap((sentence, at) =>
    sentence.support
      ? {
          ...{ part: `stemmen-${block.id.slice(0, 8)}-${at + 1}`, sentence },
          of: groundOf(sentence.support, block, content, readable).references,
        }
      : [],
  );
}

/** Everything that a report points at, once, by number. */
export function allOf(content: ReportContent): Reference[] {
  const all = new Map([...citedIn(content), ...referencesOf(content)].map((one) => [one.number, one]));
  return [...all.values()].sort((a, b) => a.number - b.number);
}

/** What a sentence may rest on: of these one has to know whether they can be read. */
export const claimedIn = (content: ReportContent): ContributionId[] => [
  ...new Set(
    (content.blocks ?? []).flatMap((block) => claimLists(block, content, () => true).flatMap(({ of }) => of.map(({ id }) => id))),
  ),
];

/** The contributions of which a long report shows the words. */
export function shownIn(content: ReportContent, readable: Readable): Set<ContributionId> {
  const marked = (content.priorities?.themes ?? []).flatMap(({ needs }) => needs).sort((a, b) => b.marks - a.marks);
  return new Set([
    ...listsOf(content, readable).flatMap(({ of }) => of.slice(0, firstFew).map(({ id }) => id)),
    ...content.insights.flatMap(({ reworded }) => (reworded?.causes ?? []).map(({ id }) => id)),
    ...citedIn(content).map(({ id }) => id),
    ...marked.slice(0, 40).map(({ id }) => id),
    ...(content.shortLists?.options ?? []).map(({ id }) => id as ContributionId),
  ]);
}

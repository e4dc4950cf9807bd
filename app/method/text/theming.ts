import { bestTwo, type Calibration, calibrate, confidenceOf, inOrder } from "./calibrate.ts";
import { type Corpus, makeCorpus } from "./corpus.ts";
import { findDuplicates } from "./duplicates.ts";
import type { Language } from "./features.ts";
import { type Label, labelOf } from "./labels.ts";
import { neighboursOf } from "./neighbours.ts";
import { byText } from "./order.ts";
import { type Order, readingOrder } from "./reading-order.ts";
import { chancesOf, type Frame } from "./suggest.ts";
import { type Vectors, withVectors } from "./vectors.ts";

export interface Text {
  readonly id: string;
  readonly text: string;
}
export interface Theme extends Frame {
  readonly id: string;
}
interface Suggestion {
  readonly id: string;
  /** The two best, the best first; none for a text that shares nothing with any theme. */
  readonly best: readonly { readonly theme: string; readonly confidence: number }[];
}
export type Duplicate = readonly [id: string, id: string, similarity: number];

/** Texts that are all different, in the order of the texts themselves, with the ids of each, sorted. */
export interface Gathered {
  readonly texts: readonly string[];
  readonly ids: readonly (readonly string[])[];
}

export function gather(texts: Iterable<Text>): Gathered {
  const idsOf = new Map<string, string[]>();
  for (const { id, text } of texts) {
    const ids = idsOf.get(text);
    if (ids) ids.push(id);
    else idsOf.set(text, [id]);
  }
  const all = [...idsOf.keys()].sort(byText);
  return { texts: all, ids: all.map((text) => (idsOf.get(text) ?? []).sort(byText)) };
}

/** Texts that were read together; what is asked of them afterwards reads them no more. */
export interface Reading {
  readonly corpus: Corpus;
  /** Ids of each row of the corpus. */
  readonly ids: Gathered["ids"];
  readonly rowOf: ReadonlyMap<string, number>;
}

export function read({ texts, ids }: Gathered, language: Language): Reading {
  const rowOf = new Map(ids.flatMap((own, row) => own.map((id) => [id, row] as const)));
  return { corpus: makeCorpus(texts, language), ids, rowOf };
}

/** More equal texts than this are each linked to the first, not all to each other. */
const mostEqual = 50;

/** All pairs of near-duplicates, equal texts among them [TD3]; a text without any word is like its equals only. */
export function duplicatesOf({ texts, ids }: Gathered): Duplicate[] {
  const found: Duplicate[] = [];
  const idsOf = (row: number) => ids[row] ?? [];
  ids.forEach((own, row) => {
    if ((texts[row] ?? "").trim() === "") return;
    own.forEach((id, at) => {
      for (const other of own.length > mostEqual ? (at === 0 ? own.slice(1) : []) : own.slice(at + 1)) found.push([id, other, 1]);
    });
  });
  for (const { a, b, similarity } of findDuplicates(texts)) {
    const many = idsOf(a).length * idsOf(b).length > mostEqual * mostEqual;
    for (const id of many ? idsOf(a).slice(0, 1) : idsOf(a))
      for (const other of many ? idsOf(b).slice(0, 1) : idsOf(b)) found.push([id, other, similarity]);
  }
  return found;
}

export interface Suggested {
  readonly suggestions: readonly Suggestion[];
  readonly calibration: Calibration;
}

/**
 * The two best themes for each text that is not coded [TH1], with how often such a suggestion is right [TH3].
 * @param coded pairs of a text's id and a theme's id; ids that are not there are passed over
 * @param vectors for each text, and for the words of each theme (`wordsOfTheme`), where there are any
 */
export function suggestionsOf(
  { corpus: words, ids, rowOf }: Reading,
  themes: readonly Theme[],
  coded: Iterable<readonly [text: string, theme: string]>,
  vectors: Vectors | null = null,
): Suggested {
  const corpus = (vectors && withVectors(words, vectors)) ?? words;
  const ordered = [...themes].sort((a, b) => byText(contentKey(a), contentKey(b)) || byText(a.id, b.id));
  const themeAt = new Map(ordered.map(({ id }, at) => [id, at]));
  const isCoded = new Set<string>();
  const examples = [...coded].flatMap(([text, theme]) => {
    const row = rowOf.get(text);
    const at = themeAt.get(theme);
    if (row === undefined || at === undefined) return [];
    isCoded.add(text);
    return [{ row, theme: at }];
  });
  inOrder(examples);
  const calibration = calibrate(corpus, ordered, examples);
  const open = Int32Array.from(ids.keys()).filter((row) => ids[row]?.some((id) => !isCoded.has(id)));
  const chances = chancesOf(corpus, ordered, examples, open);
  const suggestions: Suggestion[] = [];
  open.forEach((row, at) => {
    const best = bestTwo(chances, at, ordered.length).filter(({ chance }) => chance > 0);
    for (const id of ids[row] ?? [])
      if (!isCoded.has(id))
        suggestions.push({
          id,
          best: best.flatMap(({ theme, chance }) => {
            const found = ordered[theme];
            return found ? [{ theme: found.id, confidence: confidenceOf(calibration, chance) }] : [];
          }),
        });
  });
  return { suggestions, calibration };
}

/** Themes come in the order of what they say, whatever their ids. */
const contentKey = ({ name, description, seeds }: Theme) => [name, description, ...[...seeds].sort(byText)].join("\n");

/** How the texts are best read, and small groups of alike ones [TC1] [TC2]. */
export function orderOf({ corpus }: Reading): Order {
  return readingOrder(neighboursOf(corpus.rows, 8));
}

export function labelOfIds({ corpus, rowOf }: Reading, ids: Iterable<string>, language: Language): Label {
  return labelOf(
    corpus,
    [...ids].flatMap((id) => rowOf.get(id) ?? []),
    language,
  );
}

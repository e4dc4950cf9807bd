import type { Language } from "../../method/text/features.ts";
import { labelOf } from "../../method/text/labels.ts";
import { wordsOfTheme } from "../../method/text/suggest.ts";
import { duplicatesOf, gather, labelOfIds, orderOf, type Reading, read, suggestionsOf } from "../../method/text/theming.ts";
import type { Reader } from "../../platform/database/change.server.ts";
import type { ContributionId, DialogueId, ThemeId } from "../../platform/ids.ts";
import { endOfLine, type PileText, readPile, readThemes, themesSince, touchedSince } from "../desk/pile.server.ts";
import {
  type AdvicePage,
  type Measured,
  type NameAdvice,
  type NeedAdvice,
  type PlacedByItself,
  type Price,
  priceOf,
  type Suggested,
} from "./advice.ts";
import type { Embedder } from "./embeddings.server.ts";
import type { Known, PackedAdvice, PackedOrder, Unchanged } from "./packed-advice.ts";

/** Most needs in one answer: an answer passes by the event loop. */
const mostAtOnce = 500;

interface Texts {
  readonly number: number;
  /** The end of the line before they were read; what has changed since is not in them. */
  readonly seq: number;
  readonly readAt: number;
  readonly tookMs: number;
  readonly needs: readonly PileText[];
  readonly reading: Reading;
  /** All needs, alike ones together. */
  readonly order: readonly ContributionId[];
  readonly group: ReadonlyMap<string, number>;
  readonly alike: ReadonlyMap<string, readonly ContributionId[]>;
}
interface Standing {
  readonly seq: number;
  /** Another number, other suggestions. */
  readonly trained: number;
  readonly texts: Texts;
  /** Made with all that could be known; else it is made again with the next question. */
  readonly whole: boolean;
  readonly best: ReadonlyMap<string, readonly Suggested[]>;
  readonly labels: ReadonlyMap<ThemeId, Labelled>;
  readonly isPlaced: ReadonlySet<string>;
  readonly measured: Measured | null;
}

/** What phrases were found, and in what: the same rows have the same. */
interface Labelled {
  readonly of: string;
  readonly phrases: readonly string[];
}

const mostDialogues = 3;

export type Adviser = ReturnType<typeof makeAdviser>;

/** Advises on the needs of dialogues. Reads and computes for seconds where there are many: for a worker, one question at a time. */
export function makeAdviser(db: Reader, language: Language, embedder: Embedder | null = null) {
  const known = new Map<DialogueId, Standing>();
  // A later thread of this process goes on from a higher number.
  let numbered = Date.now();

  /** @param atOnce also takes in texts that were just read anew; else decisions go first, and texts follow a little later */
  async function standingOf(dialogueId: DialogueId, atOnce = true): Promise<Standing> {
    const before = known.get(dialogueId);
    known.delete(dialogueId); // the last asked for stands last
    const seq = await endOfLine(db, dialogueId);
    const behind = before && before.texts.seq < before.seq && (atOnce || againIn(before.texts) === 0);
    const now = before?.seq === seq && before.whole && !behind ? before : await advise(dialogueId, seq, before, atOnce);
    known.set(dialogueId, now);
    for (const oldest of known.keys()) {
      if (known.size <= mostDialogues) break;
      known.delete(oldest);
    }
    return now;
  }

  async function advise(dialogueId: DialogueId, seq: number, before: Standing | undefined, atOnce: boolean): Promise<Standing> {
    const texts = await textsOf(dialogueId, seq, before?.texts, atOnce);
    const sameTexts = before?.texts.number === texts.number;
    if (before?.whole && sameTexts && !(await themesSince(db, dialogueId, before.seq))) return { ...before, seq, texts };
    const { themes, placed, bySelf } = await readThemes(db, dialogueId);
    const vectors = embedder?.of([...texts.reading.corpus.texts, ...themes.map(wordsOfTheme)]) ?? null;
    if (before?.seq === seq && sameTexts && vectors === null) return { ...before, texts };
    const { suggestions, calibration } = suggestionsOf(texts.reading, themes, placed, vectors);
    // ids of the database went in, and came out
    const best = new Map(suggestions.map(({ id, best }) => [id, best as readonly Suggested[]]));
    const isPlaced = new Set([...placed.map(([need]) => need), ...bySelf]);
    const inTheme = Map.groupBy(placed, ([, theme]) => theme as ThemeId);
    const labels = new Map(
      [...inTheme].map(([theme, own]) => {
        const some = evenly(
          own.flatMap(([need]) => texts.reading.rowOf.get(need) ?? []).sort((a, b) => a - b),
          mostLabelled,
        );
        const [of, had] = [some.join(), sameTexts ? before?.labels.get(theme) : undefined];
        const phrases = had?.of === of ? had.phrases : labelOf(texts.reading.corpus, some, language).phrases;
        return [theme, { of, phrases }] as const;
      }),
    );
    const { measured, first, firstTwo } = calibration;
    numbered += 1;
    return {
      seq,
      trained: numbered,
      texts,
      whole: embedder === null || vectors !== null,
      best,
      labels,
      isPlaced,
      measured: measured === null ? null : { needs: measured, first, firstTwo },
    };
  }

  /** Reading thousands of texts takes seconds: while it would be most of the time, decisions teach on the texts there were. */
  const againIn = ({ readAt, tookMs }: Texts) => Math.max(0, Math.ceil(readAt + restFor * tookMs - performance.now()));

  async function textsOf(dialogueId: DialogueId, seq: number, before: Texts | undefined, atOnce: boolean): Promise<Texts> {
    if (!before) return readTexts(dialogueId, seq, undefined);
    const touched = await touchedSince(db, dialogueId, before.seq);
    if (touched?.length === 0) return { ...before, seq };
    return !atOnce && againIn(before) > 0 ? before : readTexts(dialogueId, seq, before);
  }

  async function readTexts(dialogueId: DialogueId, seq: number, before: Texts | undefined): Promise<Texts> {
    const begun = performance.now();
    const needs = await readPile(db, dialogueId);
    if (before && isSame(needs, before.needs)) return { ...before, seq };
    const reading = read(gather(needs.map(({ id, whole }) => ({ id, text: whole }))), language);
    const { order, groups } = orderOf(reading);
    const idsOf = (row: number) => (reading.ids[row] ?? []) as readonly ContributionId[]; // the database's own
    const alike = new Map<string, ContributionId[]>();
    const link = (one: string, other: string) => {
      const list = alike.get(one) ?? [];
      alike.set(one, list);
      if (list.length < mostAlike) list.push(other as ContributionId);
    };
    for (const [one, other] of duplicatesOf(gather(needs))) {
      link(one, other);
      link(other, one);
    }
    numbered += 1;
    return {
      number: numbered,
      seq,
      readAt: performance.now(),
      tookMs: performance.now() - begun,
      needs,
      reading,
      order: order.flatMap(idsOf),
      group: new Map(groups.flatMap((rows, at) => rows.flatMap((row) => idsOf(row).map((id) => [id, at + 1] as const)))),
      alike,
    };
  }

  return {
    /**
     * What is known soon: decisions within a second, new texts as fast as reading them allows.
     * @param known what the asker has
     */
    async all(dialogueId: DialogueId, known: Known | null): Promise<PackedAdvice | Unchanged> {
      const standing = await standingOf(dialogueId, false);
      const { texts, seq, whole, trained } = standing;
      const later = texts.seq < seq ? againIn(texts) : whole ? null : vectorsMs;
      return trained === known?.trained ? { unchanged: true, againIn: later } : pack(standing, known?.texts ?? null, later);
    },
    async page(dialogueId: DialogueId, from: number, count: number): Promise<AdvicePage> {
      const standing = await standingOf(dialogueId);
      const [left, { measured }] = [leftOf(standing), standing];
      return { total: left.length, needs: left.slice(from, from + Math.min(count, mostAtOnce)), measured };
    },
    async of(dialogueId: DialogueId, needs: readonly ContributionId[]): Promise<NeedAdvice[]> {
      const asked = new Set(needs.slice(0, mostAtOnce));
      return leftOf(await standingOf(dialogueId)).filter(({ need }) => asked.has(need));
    },
    async price(dialogueId: DialogueId, threshold: number): Promise<Price> {
      const standing = await standingOf(dialogueId);
      const surest = leftOf(standing).map(({ best }) => best[0]?.confidence ?? 0);
      return priceOf(threshold, surest, standing.measured);
    },
    async above(dialogueId: DialogueId, threshold: number): Promise<PlacedByItself[]> {
      const standing = await standingOf(dialogueId);
      if (!standing.measured) return [];
      const sure = leftOf(standing).flatMap(({ need, best: [first] }) =>
        first && first.confidence >= threshold ? [{ need, ...first }] : [],
      );
      return sure.slice(0, mostAtOnce);
    },
    async name(dialogueId: DialogueId, needs: readonly ContributionId[]): Promise<NameAdvice> {
      const { texts } = await standingOf(dialogueId);
      const { phrases, central } = labelOfIds(texts.reading, needs, language);
      const asked = new Set<string>(needs);
      const found = central === null ? undefined : texts.reading.ids[central]?.find((id) => asked.has(id));
      return { phrases, central: (found as ContributionId | undefined) ?? null };
    },
  };
}

/** What is advised on those in no theme yet, in reading order. */
const leftOf = ({ texts: { order, alike, group }, best, isPlaced }: Standing): NeedAdvice[] =>
  order
    .filter((need) => !isPlaced.has(need))
    .map((need) => ({ need, best: best.get(need) ?? [], alike: alike.get(need) ?? [], group: group.get(need) ?? null }));

const mostAlike = 50;
const mostLabelled = 500;

/** So many of them at most, spread over all. */
const evenly = (rows: readonly number[], most: number) =>
  rows.length <= most ? rows : Array.from({ length: most }, (_, at) => rows[Math.floor((at * rows.length) / most)] ?? 0);
/** Reading takes a fifth of the time at most. */
const restFor = 4;
/** Vectors of a service may have come. */
const vectorsMs = 5_000;

function pack(standing: Standing, known: number | null, againIn: number | null): PackedAdvice {
  const { texts, best, measured, labels, trained } = standing;
  const phrases = new Map([...labels].map(([theme, own]) => [theme, own.phrases]));
  const themes = [...new Set([...best.values()].flatMap((own) => own.map(({ theme }) => theme)))];
  const placeOf = new Map(themes.map((theme, at) => [theme, at]));
  const packed = { best: new Int16Array(2 * texts.order.length).fill(-1), sure: new Float32Array(2 * texts.order.length) };
  texts.order.forEach((need, at) => {
    best.get(need)?.forEach(({ theme, confidence }, rank) => {
      packed.best[2 * at + rank] = placeOf.get(theme) ?? -1;
      packed.sure[2 * at + rank] = confidence;
    });
  });
  const order = texts.number === known ? null : packOrder(texts);
  return { trained, texts: texts.number, order, themes, ...packed, measured, phrases, againIn };
}

function packOrder({ order, alike }: Texts): PackedOrder {
  const placeOf = new Map(order.map((need, at) => [need, at]));
  const alikeFrom = new Int32Array(order.length + 1);
  const all: number[] = [];
  order.forEach((need, at) => {
    for (const other of alike.get(need) ?? []) all.push(placeOf.get(other) ?? 0);
    alikeFrom[at + 1] = all.length;
  });
  return { ids: order.join(","), alikeFrom, alike: Int32Array.from(all) };
}

const isSame = (now: readonly PileText[], before: readonly PileText[]) => {
  if (now.length !== before.length) return false;
  const known = new Map(before.map((need) => [need.id, need]));
  return now.every(({ id, text, whole }) => known.get(id)?.text === text && known.get(id)?.whole === whole);
};

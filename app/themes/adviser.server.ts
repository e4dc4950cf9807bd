import type { ContributionId, DialogueId, ThemeId } from "../ids.ts";
import type { Reader } from "../platform/change.server.ts";
import type { Language } from "../text/features.ts";
import { wordsOfTheme } from "../text/suggest.ts";
import { duplicatesOf, gather, labelOfIds, orderOf, type Reading, read, suggestionsOf } from "../text/theming.ts";
import {
  type AdvicePage,
  type Measured,
  type NameAdvice,
  type NeedAdvice,
  type PlacedByItself,
  type Price,
  priceOf,
  type ReadingOrder,
} from "./advice.ts";
import type { Embedder } from "./embeddings.server.ts";
import { endOfLine, onlyThemesSince, type PileText, readPile, readThemes } from "./pile.server.ts";

/** Most needs in one answer: an answer passes by the event loop. */
export const mostAtOnce = 500;

interface Texts {
  readonly needs: readonly PileText[];
  readonly reading: Reading;
  /** All needs, alike ones together. */
  readonly order: readonly ContributionId[];
  readonly group: ReadonlyMap<string, number>;
  readonly alike: ReadonlyMap<string, readonly ContributionId[]>;
}
interface Standing {
  readonly seq: number;
  readonly texts: Texts;
  /** Made with all that could be known; else it is made again with the next question. */
  readonly whole: boolean;
  readonly left: readonly NeedAdvice[];
  readonly adviceOf: ReadonlyMap<string, NeedAdvice>;
  readonly measured: Measured | null;
}

const mostDialogues = 3;

export type Adviser = ReturnType<typeof makeAdviser>;

/** Advises on the needs of dialogues. Reads and computes for seconds where there are many: for a worker, one question at a time. */
export function makeAdviser(db: Reader, language: Language, embedder: Embedder | null = null) {
  const known = new Map<DialogueId, Standing>();

  async function standingOf(dialogueId: DialogueId): Promise<Standing> {
    const before = known.get(dialogueId);
    known.delete(dialogueId); // the last asked for stands last
    const seq = await endOfLine(db, dialogueId);
    const now = before?.seq === seq && before.whole ? before : await advise(dialogueId, seq, before);
    known.set(dialogueId, now);
    for (const oldest of known.keys()) {
      if (known.size <= mostDialogues) break;
      known.delete(oldest);
    }
    return now;
  }

  async function advise(dialogueId: DialogueId, seq: number, before: Standing | undefined): Promise<Standing> {
    const same = before && (await onlyThemesSince(db, dialogueId, before.seq));
    const texts = same ? before.texts : await readTexts(dialogueId, before?.texts);
    const { themes, placed, bySelf } = await readThemes(db, dialogueId);
    const vectors = embedder?.of([...texts.reading.corpus.texts, ...themes.map(wordsOfTheme)]) ?? null;
    const { suggestions, calibration } = suggestionsOf(texts.reading, themes, placed, vectors);
    const bestOf = new Map(suggestions.map(({ id, best }) => [id, best]));
    const isPlaced = new Set([...placed.map(([need]) => need), ...bySelf]);
    const left = texts.order
      .filter((need) => !isPlaced.has(need))
      .map(
        (need): NeedAdvice => ({
          need,
          // ids of the database went in, and came out
          best: (bestOf.get(need) ?? []).map(({ theme, confidence }) => ({ theme: theme as ThemeId, confidence })),
          alike: texts.alike.get(need) ?? [],
          group: texts.group.get(need) ?? null,
        }),
      );
    const { measured, first, firstTwo } = calibration;
    return {
      seq,
      texts,
      whole: embedder === null || vectors !== null,
      left,
      adviceOf: new Map(left.map((one) => [one.need, one])),
      measured: measured === null ? null : { needs: measured, first, firstTwo },
    };
  }

  async function readTexts(dialogueId: DialogueId, before: Texts | undefined): Promise<Texts> {
    const needs = await readPile(db, dialogueId);
    if (before && isSame(needs, before.needs)) return before;
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
    return {
      needs,
      reading,
      order: order.flatMap(idsOf),
      group: new Map(groups.flatMap((rows, at) => rows.flatMap((row) => idsOf(row).map((id) => [id, at + 1] as const)))),
      alike,
    };
  }

  return {
    async page(dialogueId: DialogueId, from: number, count: number): Promise<AdvicePage> {
      const { left, measured } = await standingOf(dialogueId);
      return { total: left.length, needs: left.slice(from, from + Math.min(count, mostAtOnce)), measured };
    },
    async order(dialogueId: DialogueId): Promise<ReadingOrder> {
      const { left, measured } = await standingOf(dialogueId);
      return { needs: left.map(({ need }) => need), measured };
    },
    async of(dialogueId: DialogueId, needs: readonly ContributionId[]): Promise<NeedAdvice[]> {
      const { adviceOf } = await standingOf(dialogueId);
      return needs.slice(0, mostAtOnce).flatMap((need) => adviceOf.get(need) ?? []);
    },
    async price(dialogueId: DialogueId, threshold: number): Promise<Price> {
      const { left, measured } = await standingOf(dialogueId);
      return priceOf(
        threshold,
        left.map(({ best }) => best[0]?.confidence ?? 0),
        measured,
      );
    },
    async above(dialogueId: DialogueId, threshold: number): Promise<PlacedByItself[]> {
      const { left, measured } = await standingOf(dialogueId);
      if (!measured) return [];
      const sure = left.flatMap(({ need, best: [first] }) =>
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

const mostAlike = 50;

const isSame = (now: readonly PileText[], before: readonly PileText[]) => {
  if (now.length !== before.length) return false;
  const known = new Map(before.map((need) => [need.id, need]));
  return now.every(({ id, text, whole }) => known.get(id)?.text === text && known.get(id)?.whole === whole);
};

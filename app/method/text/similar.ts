import { contentOf, gramsOf, type Language } from "./features.ts";
import { byText } from "./order.ts";

interface Similar {
  readonly id: string;
  /** 0 to 1. */
  readonly similarity: number;
}

/** Texts that can be asked for those most like another, while they come and go. */
export interface SimilarIndex {
  readonly size: number;
  /** Adds a text, or puts another in its place. */
  put(id: string, text: string): void;
  remove(id: string): void;
  /** The most similar first; on a tie by text, then by id. */
  nearest(text: string, most: number): Similar[];
}

/** Looked at in one question: what is rare first, so that a question takes milliseconds however many texts there are. */
const mostLookedAt = 20_000;
const mostCompared = 40;
/** A stem says more than the runs of letters in it. */
const stemWeight = 2;
/** What no text of the index ever had weighs as what none has now. */
const unknownGram = -1;
const unknownStem = -2;
const mostWordsKnown = 50_000;

interface Kept {
  readonly id: string;
  readonly text: string;
  /** In the order in which the text has them, each once. */
  readonly features: Int32Array;
}

/**
 * Compares by stems, and by runs of four letters, which find the parts of compounds and words that are not yet written in full
 * [TS1]. Weights follow from what is in the index now, so that the way it came to be does not matter [TS2].
 */
export function makeSimilarIndex(language: Language): SimilarIndex {
  const slotOf = new Map<string, number>();
  const slots: (Kept | undefined)[] = [];
  const free: number[] = [];
  const read = makeReader(language);
  /** For each feature the slots of the texts that have it. */
  const holders: number[][] = [];
  let scores = new Float64Array(1024);

  const weightOf = (feature: number) => {
    const rarity = Math.log((1 + slotOf.size) / (1 + (holders[feature]?.length ?? 0))) + 1;
    return rarity * rarity * (read.isStem(feature) ? stemWeight : 1);
  };
  const squareOf = (features: Int32Array) => features.reduce((sum, feature) => sum + weightOf(feature), 0);

  function remove(id: string): void {
    const slot = slotOf.get(id);
    if (slot === undefined) return;
    for (const feature of slots[slot]?.features ?? []) {
      const own = holders[feature] ?? [];
      const last = own.pop();
      if (last !== undefined && last !== slot) own[own.indexOf(slot)] = last;
    }
    slotOf.delete(id);
    slots[slot] = undefined;
    free.push(slot);
  }

  const order = (a: number, b: number) =>
    byText(slots[a]?.text ?? "", slots[b]?.text ?? "") || byText(slots[a]?.id ?? "", slots[b]?.id ?? "");

  /** Adds up what each text shares, in `scores`. @returns the slots that share anything */
  function look(features: Int32Array): number[] {
    const rareFirst = [...features].sort((a, b) => (holders[a]?.length ?? 0) - (holders[b]?.length ?? 0));
    const met: number[] = [];
    let looked = 0;
    for (const feature of rareFirst) {
      const own = holders[feature] ?? [];
      looked += own.length;
      if (looked > mostLookedAt && met.length > 0) break;
      const weight = weightOf(feature);
      for (const slot of own) {
        if (scores[slot] === 0) met.push(slot);
        scores[slot] = (scores[slot] ?? 0) + weight;
      }
    }
    return met;
  }

  return {
    get size() {
      return slotOf.size;
    },
    put(id, text) {
      const before = slotOf.get(id);
      if (before !== undefined && slots[before]?.text === text) return;
      remove(id);
      const features = read.learn(text);
      const slot = free.pop() ?? slots.push(undefined) - 1;
      slots[slot] = { id, text, features };
      slotOf.set(id, slot);
      for (const feature of features) {
        const own = holders[feature];
        if (own) own.push(slot);
        else holders[feature] = [slot];
      }
      if (slots.length > scores.length) scores = new Float64Array(2 * scores.length);
    },
    remove,
    nearest(text, most) {
      const features = read.ask(text);
      const asked = new Set(features);
      const square = squareOf(features);
      const met = look(features);
      const compared = Math.max(mostCompared, 2 * most);
      const least = Float64Array.from(met, (slot) => scores[slot] ?? 0).sort()[Math.max(0, met.length - compared)] ?? 0;
      const near = met
        .filter((slot) => (scores[slot] ?? 0) >= least)
        .sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || order(a, b))
        .slice(0, compared)
        .map((slot) => {
          const own = slots[slot]?.features ?? new Int32Array();
          const both = own.reduce((sum, feature) => (asked.has(feature) ? sum + weightOf(feature) : sum), 0);
          return { slot, similarity: both === 0 ? 0 : Math.min(1, both / Math.sqrt(square * squareOf(own))) };
        });
      for (const slot of met) scores[slot] = 0;
      return near
        .sort((a, b) => b.similarity - a.similarity || order(a.slot, b.slot))
        .slice(0, most)
        .map(({ slot, similarity }) => ({ id: slots[slot]?.id ?? "", similarity }));
    },
  };
}

/** Numbers stems and runs of letters; each word is taken apart once. What is only asked leaves nothing behind. */
function makeReader(language: Language) {
  const numbers = new Map<string, number>();
  const stems: boolean[] = [];
  const known = new Map<string, readonly number[]>();

  const named = (stem: string, word: string) => [`w${stem}`, ...gramsOf(word, 4).map((gram) => `g${gram}`)];

  function learn(stem: string, word: string): readonly number[] {
    const before = known.get(word);
    if (before) return before;
    const made = named(stem, word).map((feature) => {
      const found = numbers.get(feature) ?? stems.push(feature.startsWith("w")) - 1;
      numbers.set(feature, found);
      return found;
    });
    if (known.size >= mostWordsKnown) known.clear();
    known.set(word, made);
    return made;
  }

  return {
    isStem: (feature: number) => feature === unknownStem || stems[feature] === true,
    learn(text: string): Int32Array {
      return Int32Array.from(new Set(contentOf(text, language).flatMap(({ stem, text: word }) => learn(stem, word))));
    },
    ask(text: string): Int32Array {
      const asked = new Set(contentOf(text, language).flatMap(({ stem, text: word }) => named(stem, word)));
      return Int32Array.from(asked, (feature) => numbers.get(feature) ?? (feature.startsWith("w") ? unknownStem : unknownGram));
    },
  };
}

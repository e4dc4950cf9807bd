import type { Corpus } from "./corpus.ts";
import { type Chances, type Coded, chancesOf, type Frame } from "./suggest.ts";

/**
 * Turns a chance of the method into how often such a suggestion was right [TH3].
 * `measured` says on how many coded texts; null when there were too few, then the chance itself is given, at most one half.
 */
export interface Calibration {
  readonly measured: number | null;
  /** Of the coded texts, as if they were not: how many had their theme first, and among the first two. */
  readonly first: number;
  readonly firstTwo: number;
  readonly bins: readonly Bin[];
}
interface Bin {
  readonly chance: number;
  readonly right: number;
}

/** Few coded texts teach little with a third left out; of many, three parts tell as much as five and are learned in half the time. */
const foldsFor = (judged: number): number => (judged > 500 ? 3 : 5);
const fewestCoded = 20;

/** Each coded text is judged by what the others teach [TH2]: in parts, by the text itself. */
export function calibrate(corpus: Corpus, frames: readonly Frame[], coded: readonly Coded[]): Calibration {
  const judged = spread(coded);
  if (judged.length < fewestCoded || frames.length < 2) return { measured: null, first: 0, firstTwo: 0, bins: [] };
  const folds = foldsFor(judged.length);
  const part = new Map(judged.map(({ row }) => [row, partOf(corpus.texts[row] ?? "", folds)]));
  const told: { chance: number; right: boolean }[] = [];
  let [first, firstTwo] = [0, 0];
  for (let fold = 0; fold < folds; fold++) {
    const asked = judged.filter(({ row }) => part.get(row) === fold);
    const taught = judged.filter(({ row }) => part.get(row) !== fold);
    const chances = chancesOf(
      corpus,
      frames,
      taught,
      Int32Array.from(asked, ({ row }) => row),
      quick,
    );
    asked.forEach(({ theme }, at) => {
      const [one, two] = bestTwo(chances, at, frames.length);
      if (one.theme === theme) first += 1;
      if (one.theme === theme || two.theme === theme) firstTwo += 1;
      told.push({ chance: one.chance, right: one.theme === theme }, { chance: two.chance, right: two.theme === theme });
    });
  }
  return { measured: judged.length, first, firstTwo, bins: risingBins(told) };
}

/** 0 to 1, rising with the chance. */
export function confidenceOf(calibration: Calibration, chance: number): number {
  const { bins, measured } = calibration;
  if (measured === null) return Math.min(chance, 0.5);
  const after = bins.findIndex((bin) => bin.chance >= chance);
  const high = bins[after === -1 ? bins.length - 1 : after];
  const low = bins[after === -1 ? bins.length - 1 : Math.max(0, after - 1)];
  if (!high || !low) return 0;
  const span = high.chance - low.chance;
  return span <= 0 ? high.right : low.right + ((high.right - low.right) * (chance - low.chance)) / span;
}

export interface Best {
  readonly theme: number;
  readonly chance: number;
}
/** On a tie the first theme. */
export function bestTwo(chances: Chances, at: number, themes: number): [Best, Best] {
  let one: Best = { theme: -1, chance: -1 };
  let two = one;
  for (let theme = 0; theme < themes; theme++) {
    const chance = chances[at * themes + theme] ?? 0;
    if (chance > one.chance) [one, two] = [{ theme, chance }, one];
    else if (chance > two.chance) two = { theme, chance };
  }
  return [one, two];
}

const mostJudged = 1000;
const quick = { steps: 30 };

/** Evenly over the corpus, when there are very many. */
function spread(coded: readonly Coded[]): readonly Coded[] {
  const every = Math.max(1, coded.length / mostJudged);
  return coded.filter((_, at) => Math.floor(at / every) !== Math.floor((at - 1) / every));
}

function partOf(text: string, folds: number): number {
  let hash = 2166136261;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 16777619);
  return ((hash ^ (hash >>> 15)) >>> 0) % folds;
}

/** Bins of ten and more, put together until the share that is right rises; each leans a little to one half. */
function risingBins(told: { chance: number; right: boolean }[]): Bin[] {
  told.sort((a, b) => a.chance - b.chance || Number(a.right) - Number(b.right));
  const size = Math.max(10, Math.ceil(told.length / 20));
  const blocks: { count: number; right: number; chance: number }[] = [];
  for (let from = 0; from < told.length; from += size) {
    const some = told.slice(from, from + size);
    blocks.push({
      count: some.length,
      right: some.filter(({ right }) => right).length,
      chance: some.reduce((sum, { chance }) => sum + chance, 0),
    });
    for (let last = blocks.length - 1; last > 0; last--) {
      const [before, now] = [blocks[last - 1], blocks[last]];
      if (!before || !now || share(before) <= share(now)) break;
      blocks.splice(last - 1, 2, {
        count: before.count + now.count,
        right: before.right + now.right,
        chance: before.chance + now.chance,
      });
    }
  }
  return blocks.map((block) => ({ chance: block.chance / block.count, right: share(block) }));
}
const share = ({ right, count }: { right: number; count: number }) => (right + 0.5) / (count + 1);

/** Orders coded texts as the method wants them. */
export const inOrder = (coded: Coded[]): Coded[] => coded.sort((a, b) => a.row - b.row || a.theme - b.theme);

import type { Corpus } from "./corpus.ts";
import { addScores, fitSoftmax, toChances } from "./softmax.ts";
import { makeRows, type Rows, rowCount } from "./sparse.ts";

/** A theme as the method knows it besides its coded texts. */
export interface Frame {
  readonly name: string;
  readonly description: string;
  readonly seeds: readonly string[];
}
/** A text of the corpus that people placed in a theme: the numbers of both. */
export interface Coded {
  readonly row: number;
  readonly theme: number;
}

/**
 * For each row the chance of each theme: `[row * themes + theme]`; they sum to one for a row, and are not yet
 * calibrated. All are zero for a text that shares nothing with any theme.
 */
export type Chances = Float64Array;

const tuning = {
  strength: 2,
  steps: 60,
  /** How many examples the words of a theme count for. */
  seedExamples: 6,
  /** How sharply the nearness to the middle of a theme tells. */
  sharpness: 10,
  /** More examples of one theme than this no longer teach much, and cost; of many themes fewer each, so that learning stays as fast. */
  mostPerTheme: 150,
  mostTaught: 1500,
  fewestPerTheme: 40,
};

/**
 * How well texts fit each theme [TH1]: softmax regression on the coded texts and the theme's own words, and nearness to the middle
 * of each theme's, together.
 * @param coded in the order of the corpus's rows, then of themes
 * @param asked rows of the corpus, all when left out
 * @param steps fewer are quicker and a little less sharp
 */
export function chancesOf(
  corpus: Corpus,
  frames: readonly Frame[],
  coded: readonly Coded[],
  asked?: Int32Array,
  { steps }: { readonly steps: number } = tuning,
): Chances {
  const themes = frames.length;
  const height = asked?.length ?? rowCount(corpus.rows);
  const chances = new Float64Array(height * themes);
  if (themes === 0) return chances;
  const taught = limited(coded, themes);
  const seeds = corpus.rowsFor(frames.map(wordsOfTheme));
  const middles = middlesOf(corpus.rows, seeds, taught, themes);
  const fit = fitted(corpus.rows, seeds, taught, themes, steps);
  const scores = new Float64Array(themes);
  const near = new Float64Array(themes);
  for (let at = 0; at < height; at++) {
    const row = asked?.[at] ?? at;
    scores.set(fit.bias);
    addScores(corpus.rows, row, fit.weights, scores);
    toChances(scores);
    near.fill(0);
    addScores(corpus.rows, row, middles, near);
    if (near.every((score) => score === 0)) continue;
    for (let theme = 0; theme < themes; theme++) near[theme] = (near[theme] ?? 0) * tuning.sharpness;
    toChances(near);
    for (let theme = 0; theme < themes; theme++)
      scores[theme] = (Math.log((scores[theme] ?? 0) + tiny) + Math.log((near[theme] ?? 0) + tiny)) / 2;
    toChances(scores);
    chances.set(scores, at * themes);
  }
  return chances;
}

const tiny = 1e-12;
/** A theme's own words as one text; seed words count twice. */
export const wordsOfTheme = ({ name, description, seeds }: Frame) => [name, ...seeds, ...seeds, description].join(". ");

/** Evenly spread over a theme's coded texts, when there are many. */
function limited(coded: readonly Coded[], themes: number): Coded[] {
  const seen = new Int32Array(themes);
  const count = new Int32Array(themes);
  const { mostPerTheme, mostTaught, fewestPerTheme } = tuning;
  const most = Math.min(mostPerTheme, Math.max(fewestPerTheme, Math.floor(mostTaught / themes)));
  for (const { theme } of coded) count[theme] = (count[theme] ?? 0) + 1;
  return coded.filter(({ theme }) => {
    const at = seen[theme] ?? 0;
    seen[theme] = at + 1;
    const every = Math.max(1, (count[theme] ?? 0) / most);
    return Math.floor(at / every) !== Math.floor((at - 1) / every);
  });
}

/** The mean of a theme's examples and its own words, of length one. */
function middlesOf(texts: Rows, seeds: Rows, coded: readonly Coded[], themes: number): Float64Array {
  const middles = new Float64Array(seeds.width * themes);
  const add = (rows: Rows, row: number, theme: number, share: number) => {
    for (let at = rows.start[row] ?? 0; at < (rows.start[row + 1] ?? 0); at++) {
      const place = (rows.column[at] ?? 0) * themes + theme;
      middles[place] = (middles[place] ?? 0) + share * (rows.value[at] ?? 0);
    }
  };
  for (const { row, theme } of coded) add(texts, row, theme, 1);
  for (let theme = 0; theme < themes; theme++) add(seeds, theme, theme, tuning.seedExamples);
  const length = new Float64Array(themes);
  const each = (work: (at: number, value: number, theme: number) => void) => {
    for (let at = 0, theme = 0; at < middles.length; at++, theme = theme + 1 === themes ? 0 : theme + 1) {
      const value = middles[at] ?? 0;
      if (value !== 0) work(at, value, theme);
    }
  };
  each((_, value, theme) => {
    length[theme] = (length[theme] ?? 0) + value ** 2;
  });
  each((at, value, theme) => {
    middles[at] = value / Math.sqrt(length[theme] ?? 1);
  });
  return middles;
}

/** Themes weigh alike however many examples they have. */
function fitted(texts: Rows, seeds: Rows, coded: readonly Coded[], themes: number, steps: number) {
  const rows = makeRows();
  const labels: number[] = [];
  const shares: number[] = [];
  const add = (from: Rows, row: number, theme: number, share: number) => {
    if (from.start[row] === from.start[row + 1]) return;
    for (let at = from.start[row] ?? 0; at < (from.start[row + 1] ?? 0); at++)
      rows.add(from.column[at] ?? 0, from.value[at] ?? 0);
    rows.endRow();
    labels.push(theme);
    shares.push(share);
  };
  for (const { row, theme } of coded) add(texts, row, theme, 1);
  for (let theme = 0; theme < themes; theme++) add(seeds, theme, theme, tuning.seedExamples);
  const totals = new Float64Array(themes);
  labels.forEach((theme, at) => {
    totals[theme] = (totals[theme] ?? 0) + (shares[at] ?? 0);
  });
  const sum = shares.reduce((all, share) => all + share, 0);
  const present = totals.filter((total) => total > 0).length;
  const importance = Float64Array.from(labels, (theme, at) => ((shares[at] ?? 0) * sum) / (present * (totals[theme] ?? 1)));
  return fitSoftmax(rows.done(seeds.width), Int32Array.from(labels), importance, themes, { ...tuning, steps });
}

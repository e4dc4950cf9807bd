import { officePhrases, officeWords } from "../export/office-words.ts";

export type Hard =
  /** How many words a sentence has. */
  | { readonly kind: "long"; readonly words: number }
  | { readonly kind: "passive"; readonly found: string }
  | { readonly kind: "compound"; readonly found: string }
  | { readonly kind: "office"; readonly found: string; readonly plain: string };

export interface Read {
  readonly sentence: string;
  readonly hard: readonly Hard[];
}

/** More words than this are hard to keep together for who reads at B1. */
export const mostWords = 15;
const longestWord = 17;
const mostOfAKind = 4;

/**
 * What makes Dutch sentences hard to read for many, by rule: long, passive, long compounds, words of the office. It points out; a
 * person decides. It finds by form and so it misses, and it points at what is right sometimes.
 */
export const readable = (sentences: readonly string[]): Read[] =>
  sentences.map((sentence) => ({ sentence, hard: hardIn(sentence) })).filter(({ sentence }) => sentence.trim() !== "");

function hardIn(sentence: string): Hard[] {
  const words = sentence.match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu) ?? [];
  const low = words.map((word) => word.toLocaleLowerCase("nl"));
  const compounds = words.filter((word) => word.replaceAll("-", "").length > longestWord && !word.includes("-"));
  const passive = passiveIn(low);
  return [
    ...(words.length > mostWords ? [{ kind: "long" as const, words: words.length }] : []),
    ...(passive ? [{ kind: "passive" as const, found: passive }] : []),
    ...[...new Set(compounds)].slice(0, mostOfAKind).map((found) => ({ kind: "compound" as const, found })),
    ...officeIn(low, ` ${low.join(" ")} `).slice(0, mostOfAKind),
  ];
}

const becoming = new Set(["word", "wordt", "worden", "werd", "werden", "geworden"]);
const participle =
  /^(?:ge|be|ver|ont|her|er|aange|afge|bijge|doorge|inge|meege|nage|omge|opge|overge|toege|uitge|voorge|weerge)\p{L}{2,}(?:d|t|en)$/u;
/** Begin as a participle does and are none. */
const none = new Set([
  "gebied",
  "geen",
  "gesprekken",
  "gemeente",
  "gemeenten",
  "beleid",
  "geld",
  "gevoel",
  "gezinnen",
  "gebouwen",
]);

/** A form of `worden` with a participle near it: the first sign that nobody acts. */
function passiveIn(words: readonly string[]): string | null {
  for (const [at, word] of words.entries()) {
    if (!becoming.has(word)) continue;
    const near = [...range(at + 1, at + 11), ...range(at - 3, at)];
    const found = near
      .map((one) => words[one] ?? "")
      .find((one, n) => participle.test(one) && !none.has(one) && !named(near[n] ?? 0));
    if (found) return `${word} … ${found}`;
  }
  return null;

  /** A word after these is the name of a thing. */
  function named(at: number): boolean {
    return naming.has(words[at - 1] ?? "");
  }
}

const naming = new Set(
  "een het de dit dat deze die geen ander andere elk elke ieder iedere hun zijn haar uw onze ons".split(" "),
);
const range = (from: number, to: number) =>
  Array.from({ length: Math.max(0, to - Math.max(0, from)) }, (_, n) => Math.max(0, from) + n);

function officeIn(words: readonly string[], whole: string): Hard[] {
  const phrases = officePhrases.flatMap(([found, plain]): Hard[] =>
    whole.includes(` ${found} `) ? [{ kind: "office", found, plain }] : [],
  );
  const single = [...new Set(words)].flatMap((found): Hard[] => {
    const plain = Object.hasOwn(officeWords, found) ? officeWords[found] : undefined;
    return plain ? [{ kind: "office", found, plain }] : [];
  });
  return [...phrases, ...single];
}

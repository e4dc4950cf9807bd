import type { Splitter } from "./compounds.ts";
import { stem } from "./stem.ts";
import { stopWords } from "./stop-words.ts";
import { type Word, wordsOf } from "./words.ts";

/** What the method knows of Dutch and of this place; the same for all texts that are compared. */
export interface Language {
  readonly split: Splitter;
  /** Names of neighbourhoods and the like, as `fold` gives them. */
  readonly names?: ReadonlySet<string>;
}

/** A word that says something about the subject, with what it is compared by. */
export interface Content extends Word {
  readonly stem: string;
  /** Stems of the parts of a compound, without the whole. */
  readonly parts: readonly string[];
}

/** The words of a text that say what it is about [TX5], in order; stop words, numbers and single letters left out. */
export function contentOf(text: string, language: Language): Content[] {
  return wordsOf(text, language.names).flatMap((word) => contentWord(word, language) ?? []);
}

/** @returns null for a word that says nothing about the subject */
export function contentWord(word: Word, language: Language): Content | null {
  if (!isContent(word)) return null;
  if (word.name) return { ...word, stem: word.text, parts: none };
  const parts = language
    .split(word.text)
    .map(stem)
    .filter((part) => !stopWords.has(part));
  return { ...word, stem: stem(word.text), parts: parts.length === 0 ? none : [...new Set(parts)] };
}

const none: readonly string[] = [];
const isContent = ({ text }: Word) =>
  !stopWords.has(text) && (text.length > 1 || /[^\p{L}]/u.test(text)) && !/^\p{N}/u.test(text);

/** Runs of `length` letters within a word, with its ends marked. */
export function gramsOf(word: string, length: number): string[] {
  const padded = `_${word}_`;
  const grams: string[] = [];
  for (let at = 0; at + length <= padded.length; at++) grams.push(padded.slice(at, at + length));
  return grams.length > 0 ? grams : [padded];
}

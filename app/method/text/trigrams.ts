/**
 * The groups of three letters in a text, by word: letters and digits only, small, without accents; each word with two spaces before
 * it and one behind, so that its beginning weighs more than its end.
 * @returns a set; empty for a text without letters or digits
 * @see Angell, Freund and Willett 1983, "Automatic spelling correction using a trigram similarity measure"
 */
export function trigramsOf(text: string): ReadonlySet<string> {
  const plain = text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase();
  const found = new Set<string>();
  for (const word of plain.match(/[\p{L}\p{N}]+/gu) ?? []) {
    const letters = [..."  ", ...word, " "];
    for (let at = 0; at + 3 <= letters.length; at++) found.add(letters.slice(at, at + 3).join(""));
  }
  return found;
}

/**
 * How much two texts look alike: the share of trigrams that they have in common among all that they have (Jaccard).
 * @returns from 0, nothing in common, to 1, the same words in any order; 0 when one of them has no letters
 */
export function similarity(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const [small, large] = one.size < other.size ? [one, other] : [other, one];
  let common = 0;
  for (const trigram of small) if (large.has(trigram)) common++;
  return common === 0 ? 0 : common / (small.size + large.size - common);
}

export interface Linked {
  /** The place in the list of the text that came first. */
  readonly head: number;
  /** Places of later texts that look like it, in order. */
  readonly like: readonly number[];
}

/**
 * Links each text to the earliest one in the list that it looks like. Links do not chain: what is linked looks like its head, not
 * like a neighbour of a neighbour.
 * @param threshold the least similarity, from 0 to 1
 * @returns every place once, as a head or linked to one; O(texts x heads)
 */
export function linkSimilar(texts: readonly string[], threshold: number): Linked[] {
  const heads: { readonly head: number; readonly like: number[]; readonly trigrams: ReadonlySet<string> }[] = [];
  for (const [place, text] of texts.entries()) {
    const trigrams = trigramsOf(text);
    const found = heads.find((one) => similarity(one.trigrams, trigrams) >= threshold);
    if (found) found.like.push(place);
    else heads.push({ head: place, like: [], trigrams });
  }
  return heads.map(({ head, like }) => ({ head, like }));
}

/**
 * The texts that look most like one text.
 * @returns at most `most` places with their similarity, the most alike first, none below `threshold`
 */
export function mostSimilar(
  text: string,
  among: readonly string[],
  { threshold, most }: { readonly threshold: number; readonly most: number },
): { readonly place: number; readonly similarity: number }[] {
  const asked = trigramsOf(text);
  return among
    .map((other, place) => ({ place, similarity: similarity(asked, trigramsOf(other)) }))
    .filter((one) => one.similarity >= threshold)
    .sort((a, b) => b.similarity - a.similarity || a.place - b.place)
    .slice(0, most);
}

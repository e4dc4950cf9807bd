/** Edits as people make them when they write the same again. Knows nothing of how duplicates are found. */
export const edits = ["typing-error", "word-order", "added-words", "capitals", "diacritics"] as const;
export type Edit = (typeof edits)[number];
type Chance = () => number;

/** @returns the text with one edit of the kind, or null when it cannot have it (too short, no vowel to accent) */
export function edited(text: string, edit: Edit, chance: Chance): string | null {
  const words = text.split(" ");
  const pick = <T>(list: readonly T[]): T => list[Math.floor(chance() * list.length)] as T; // never asked of an empty list
  const long = words.flatMap((word, at) => (/^\p{L}{5,}$/u.test(word) ? [at] : []));
  switch (edit) {
    case "typing-error": {
      if (long.length < 2) return null;
      const slips = words.length > 14 ? 2 : 1;
      for (let slip = 0; slip < slips; slip++) {
        const at = pick(long);
        words[at] = slipped(words[at] ?? "", chance);
      }
      return words.join(" ");
    }
    case "word-order": {
      if (words.length < 5) return null;
      const cut = 2 + Math.floor(chance() * (words.length - 3));
      return [...words.slice(cut), ...words.slice(0, cut)].join(" ");
    }
    case "added-words": {
      if (words.length < 5) return null;
      return chance() < 0.5 ? `${pick(before)} ${text}` : `${text.replace(/[.!?]$/, "")} ${pick(after)}`;
    }
    case "capitals":
      return pick([
        text.toUpperCase(),
        text.toLowerCase(),
        words.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join(" "),
      ]);
    case "diacritics": {
      const vowels = [...text.matchAll(/(?<=\p{L})[eio](?=\p{L})/gu)].map(({ index }) => index);
      if (vowels.length === 0) return null;
      const at = pick(vowels);
      const marked = { e: pick(["é", "ë"]), i: "ï", o: "ö" }[text[at] as "e" | "i" | "o"];
      return text.slice(0, at) + marked + text.slice(at + 1);
    }
  }
}

const before = ["Volgens mij:", "Wat wij missen:", "Graag", "Ik vind dat", "Nogmaals:", "Punt van zorg:"];
const after = ["graag", "alstublieft", "en wel snel", "dat zou helpen", "zeg ik al jaren", "!!"];

/** A letter left out, doubled, swapped with the next, or taken for its neighbour on the keyboard. */
function slipped(word: string, chance: Chance): string {
  const at = 1 + Math.floor(chance() * (word.length - 2));
  const [letter = "", next = ""] = [word[at], word[at + 1]];
  const kind = Math.floor(chance() * 4);
  if (kind === 0) return word.slice(0, at) + word.slice(at + 1);
  if (kind === 1) return word.slice(0, at) + letter + word.slice(at);
  if (kind === 2) return word.slice(0, at) + next + letter + word.slice(at + 2);
  const keys = "qwertyuiopasdfghjklzxcvbnm";
  return word.slice(0, at) + (keys[(keys.indexOf(letter.toLowerCase()) + 1) % keys.length] ?? "e") + word.slice(at + 1);
}

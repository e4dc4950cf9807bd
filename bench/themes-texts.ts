import { random } from "../app/method/random.ts";
import { readLexicon } from "../app/method/text/lexicon.server.ts";
import type { Text, Theme } from "../app/method/text/theming.ts";
import { dutchTexts, subjects } from "./dutch-texts.ts";
import { type Edit, edited, edits } from "./planted.ts";

export interface Invented {
  readonly texts: readonly Text[];
  /** The ids of both, sorted, with a space between. */
  readonly planted: readonly { readonly pair: string; readonly edit: Edit }[];
  readonly themes: readonly Theme[];
  readonly coded: readonly (readonly [id: string, theme: string])[];
}

const perTheme = 40;

/** A tenth of the texts is another one, edited; forty per theme are coded by their words. */
export function inventTexts(count: number): Invented {
  const chance = random(`themes ${count}`);
  const lexicon = readLexicon();
  const own = dutchTexts(Math.round(count * 0.9), lexicon, chance);
  const all = new Map(own.map((text, at) => [text, `t${at}`]));
  const planted: { pair: string; edit: Edit }[] = [];
  for (let at = 0; all.size < count; at++) {
    const [from, edit] = [(at * 7) % own.length, edits[at % edits.length] ?? "capitals"];
    const copy = edited(own[from] ?? "", edit, () => chance.next());
    if (copy === null || all.has(copy)) continue;
    const id = `t${all.size}`;
    all.set(copy, id);
    planted.push({ pair: [`t${from}`, id].sort().join(" "), edit });
  }
  const themes = Object.entries(subjects).map(([name, words]) => ({ id: name, name, description: "", seeds: words.slice(0, 4) }));
  const coded: [string, string][] = [];
  for (const { id } of themes) {
    const words = new Set(subjects[id]);
    const about = [...all].filter(
      ([text]) =>
        text
          .toLowerCase()
          .split(/\W+/)
          .filter((word) => words.has(word)).length > 1,
    );
    for (const [, text] of about.slice(0, perTheme)) if (!coded.some(([known]) => known === text)) coded.push([text, id]);
  }
  return { texts: chance.shuffle([...all].map(([text, id]) => ({ id, text }))), planted, themes, coded };
}

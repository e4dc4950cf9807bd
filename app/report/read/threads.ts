import { type Inline, themeKey } from "../../method/text/prose-inline.ts";
import { readProse, sentencesIn } from "../../method/text/prose-text.ts";
import { quoteOf, type ReportPage } from "../publish/page.ts";
import { groundOf } from "../write/claim.ts";
import { readField, type Told } from "../write/live-field.ts";

/** What comes of contributions, followed from left to right: themes, sentences of the report that rest on them, points of the programme. */
export interface Threads {
  readonly themes: readonly ThreadTheme[];
  /** In no theme. */
  readonly loose: readonly ThreadNeed[];
  readonly sentences: readonly ThreadSentence[];
  readonly items: readonly ThreadItem[];
}
export interface ThreadNeed {
  readonly number: number;
  /** As far as it stands with the contribution. */
  readonly field: string | null;
}
interface ThreadTheme {
  readonly key: string;
  readonly name: string;
  readonly people: number;
  readonly needs: readonly ThreadNeed[];
}
interface ThreadSentence {
  /** Of the sentence on the page of the report. */
  readonly id: string;
  readonly text: string;
  /** Keys of the themes that it names, or whose needs it names. */
  readonly themes: readonly string[];
  readonly numbers: readonly number[];
}
interface ThreadItem {
  readonly number: number;
  readonly title: string;
  readonly state: string;
  readonly themes: readonly string[];
}

/**
 * @param items what the organiser opened; none before that
 * @param tell a figure in words
 */
export function threadsOf(
  page: ReportPage,
  tell: (told: Told) => string,
  items: readonly {
    readonly number: number;
    readonly title: string;
    readonly state: string;
    readonly themeIds: readonly string[];
  }[],
): Threads {
  const { themes, unplaced } = page.content;
  const need = ({ id, number }: (typeof unplaced)[number]): ThreadNeed => {
    const quote = quoteOf(page, id);
    return { number, field: quote.status === "there" ? (quote.field?.name ?? null) : null };
  };
  const known = new Set<string>(themes.map(({ id }) => id));
  return {
    themes: themes.map(({ id, name, people, needs }) => ({ key: themeKey(id), name, people, needs: needs.map(need) })),
    loose: unplaced.map(need),
    sentences: sentencesOf(page, tell),
    items: items.map(({ themeIds, number, title, state }) => ({
      ...{ number, title, state },
      themes: themeIds.filter((id) => known.has(id)).map(themeKey),
    })),
  };
}

function sentencesOf(page: ReportPage, tell: (told: Told) => string): ThreadSentence[] {
  const { content } = page;
  const themeOf = new Map(content.themes.flatMap(({ id, needs }) => needs.map((need) => [need.id, themeKey(id)] as const)));
  return (content.blocks ?? []).flatMap((block) => {
    const plain = (parts: readonly Inline[]) =>
      parts
        .map((part) => (part.kind === "field" ? tell(readField(part.name, content)) || `{${part.name}}` : part.text))
        .join("")
        .trim();
    const claims = sentencesIn(readProse(block.text)).filter(({ support }) => support?.states);
    return claims.flatMap(({ parts, support }, at): ThreadSentence[] => {
      if (!support) return [];
      const { references } = groundOf(support, block, content, (id) => quoteOf(page, id).status === "there");
      const themes = new Set(references.flatMap(({ id }) => themeOf.get(id) ?? []));
      if (references.length === 0) return [];
      const numbers = references.map(({ number }) => number);
      return [{ id: `zin-${block.id.slice(0, 8)}-${at + 1}`, text: plain(parts), themes: [...themes], numbers }];
    });
  });
}

/** A thread that is picked up, at a theme or at a contribution, and all that lies along it both ways. */
export interface Picked {
  readonly number: number | null;
  readonly themes: ReadonlySet<string>;
  readonly sentences: ReadonlySet<string>;
  readonly items: ReadonlySet<number>;
}

/** @returns null where nothing of that name is in the report */
export function pickUp(threads: Threads, by: { readonly theme: string } | { readonly number: number }): Picked | null {
  const number = "number" in by ? by.number : null;
  const theme = threads.themes.find((one) =>
    "theme" in by ? one.key === by.theme : one.needs.some((need) => need.number === by.number),
  );
  const cited = threads.sentences.filter(({ numbers }) => number !== null && numbers.includes(number));
  const loose = threads.loose.some((need) => need.number === number);
  if (!theme && !loose && cited.length === 0) return null;
  const along = <T extends { readonly themes: readonly string[] }>(list: readonly T[]) =>
    list.filter(({ themes }) => theme !== undefined && themes.includes(theme.key));
  const sentences = number === null ? along(threads.sentences) : cited;
  return {
    number,
    themes: new Set(theme ? [theme.key] : []),
    sentences: new Set(sentences.map(({ id }) => id)),
    items: new Set(along(threads.items).map((one) => one.number)),
  };
}

import type { Picked, ThreadNeed, Threads } from "./threads.ts";

/** The picture of the threads, in units of its own; its text stands at 15. */
export interface Loom {
  readonly width: number;
  readonly height: number;
  /** Marks of needs: one path for each kind, whatever their number. */
  readonly needs: { readonly plain: string; readonly shown: string; readonly picked: string };
  /** From the needs of a theme to the theme. */
  readonly bands: readonly { readonly key: string; readonly d: string; readonly picked: boolean }[];
  readonly lines: readonly { readonly key: string; readonly d: string; readonly picked: boolean }[];
  readonly nodes: readonly LoomNode[];
}
interface LoomNode {
  readonly key: string;
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly under: string;
  readonly picked: boolean;
}

const width = 1180;
const columns = { needs: 0, theme: 210, sentence: 520, item: 880 } as const;
const rowHeight = 46;
const gap = 18;
/** Letters that fit between a column and the next. */
const fits = { theme: 38, sentence: 44, item: 36 } as const;
/** Without sentences between them, names have the room of that column too. */
const withoutSentences = { item: 700, fits: { theme: 58, item: 56 } } as const;

/** @param field whose needs stand out, or none */
export function loomOf(
  threads: Threads,
  picked: Picked | null,
  field: string | null,
  words: { readonly loose: string; readonly people: (n: number) => string; readonly state: (of: string) => string },
): Loom {
  const total = threads.themes.reduce((sum, { needs }) => sum + needs.length, threads.loose.length);
  const bare = threads.sentences.length === 0;
  const letters = bare ? { ...fits, ...withoutSentences.fits } : fits;
  const cell = total > 600 ? 5 : 8;
  const across = Math.floor(100 / cell);
  const marks: Record<"plain" | "shown" | "picked", string[]> = { plain: [], shown: [], picked: [] };
  const [bands, lines, nodes]: [Loom["bands"][number][], Loom["lines"][number][], LoomNode[]] = [[], [], []];
  const at = new Map<string, number>();
  let top = 10;
  const groups = [
    ...threads.themes,
    ...(threads.loose.length > 0 ? [{ key: "", name: words.loose, people: null, needs: threads.loose }] : []),
  ];
  for (const { key, name, people, needs } of groups) {
    const rows = Math.ceil(needs.length / across);
    const height = Math.max(rowHeight, rows * cell);
    const first = top + (height - rows * cell) / 2;
    const y = top + height / 2;
    const chosen = picked?.themes.has(key) ?? false;
    needs.forEach((need, n) => {
      marks[kindOf(need, picked, field)].push(
        `M${columns.needs + (n % across) * cell} ${round(first + Math.floor(n / across) * cell)}h${cell - 2}v${cell - 2}h${2 - cell}z`,
      );
    });
    const right = columns.needs + Math.min(needs.length, across) * cell + 4;
    if (key) bands.push({ key, d: band(right, first, first + rows * cell, columns.theme - 9, y), picked: chosen });
    nodes.push({
      key: `thema ${key}`,
      x: columns.theme,
      y,
      text: short(name, letters.theme),
      under: people === null ? "" : words.people(people),
      picked: chosen,
    });
    at.set(key, y);
    top += height + gap;
  }
  const height = Math.max(top, 60 + Math.max(threads.sentences.length, threads.items.length) * (rowHeight + 8));
  place(threads.sentences, columns.sentence, (one) => ({
    key: one.id,
    ...twoLines(one.text, fits.sentence),
    picked: picked?.sentences.has(one.id) ?? false,
  }));
  place(threads.items, bare ? withoutSentences.item : columns.item, (one) => {
    const { text, under } = twoLines(one.title, letters.item);
    return {
      ...{ key: `punt ${one.number}`, text, under: [under, words.state(one.state)].filter(Boolean).join(" · ") },
      picked: picked?.items.has(one.number) ?? false,
    };
  });
  const path = (kind: keyof typeof marks) => marks[kind].join("");
  return { width, height, needs: { plain: path("plain"), shown: path("shown"), picked: path("picked") }, bands, lines, nodes };

  /** In the order of where their threads come from, so that lines cross little. */
  function place<T extends { readonly themes: readonly string[] }>(
    list: readonly T[],
    x: number,
    draw: (one: T) => Omit<LoomNode, "x" | "y">,
  ): void {
    const from = (one: T) => {
      const known = one.themes.flatMap((key) => at.get(key) ?? []);
      return known.length > 0 ? known.reduce((sum, y) => sum + y, 0) / known.length : height;
    };
    const step = Math.max(rowHeight, height / Math.max(1, list.length));
    for (const [n, one] of list.toSorted((a, b) => from(a) - from(b)).entries()) {
      const node = { ...draw(one), x, y: round(Math.min(step, height) * (n + 0.5)) };
      nodes.push(node);
      for (const key of one.themes) {
        const y = at.get(key);
        if (y === undefined) continue;
        const chosen = node.picked && (picked?.themes.has(key) ?? false);
        lines.push({ key: `${key} ${node.key}`, d: curve(columns.theme + 9, y, x - 9, node.y), picked: chosen });
      }
    }
  }
}

const kindOf = ({ number, field }: ThreadNeed, picked: Picked | null, wanted: string | null) =>
  picked !== null && number === picked.number ? "picked" : wanted !== null && field === wanted ? "shown" : "plain";

const round = (n: number) => Math.round(n * 10) / 10;
const curve = (x: number, y: number, toX: number, toY: number) => {
  const middle = round((x + toX) / 2);
  return `M${x} ${round(y)}C${middle} ${round(y)} ${middle} ${round(toY)} ${toX} ${round(toY)}`;
};
const band = (x: number, top: number, bottom: number, toX: number, y: number) => {
  const middle = round((x + toX) / 2);
  return `M${x} ${round(top)}C${middle} ${round(top)} ${middle} ${round(y - 1)} ${toX} ${round(y - 1)}V${round(y + 1)}C${middle} ${round(y + 1)} ${middle} ${round(bottom)} ${x} ${round(bottom)}z`;
};
const short = (text: string, most: number) => (text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text);

/** Broken between two words, so that a sentence can be told from the next. */
function twoLines(text: string, most: number): { text: string; under: string } {
  if (text.length <= most) return { text, under: "" };
  const at = text.lastIndexOf(" ", most);
  if (at < most / 2) return { text: short(text, most), under: "" };
  return { text: text.slice(0, at), under: short(text.slice(at + 1), most + 4) };
}

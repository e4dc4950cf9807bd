import type { Decided } from "./answer.ts";

interface NeedLine {
  readonly id: string;
  readonly number: number;
  readonly text: string;
  readonly theme: string | null;
  readonly at: Date;
}

interface Known {
  readonly decisions: readonly Decided[];
  readonly needs: readonly NeedLine[];
  readonly open: readonly NeedLine[];
  readonly themes: readonly { readonly id: string; readonly name: string; readonly items: readonly number[] }[];
  readonly items: readonly { readonly id: string; readonly number: number }[];
}

interface Subject {
  /** `thema:ID` or `behoefte:ID`, as the form says it. */
  readonly about: string;
  readonly anchor: string;
  /** The name of a theme; null for a need. */
  readonly title: string | null;
  readonly number: number | null;
}

/** A theme or a need without an answer, and what waits in it. */
export interface WaitingLine extends Subject {
  readonly oldest: Date;
  readonly needs: readonly { readonly number: number; readonly text: string }[];
  readonly more: number;
  /** The item that is for this theme, when there is one. */
  readonly suggested: string | undefined;
}

export interface AnsweredLine extends Subject {
  readonly text: string | null;
  readonly answer: Decided;
  readonly before: readonly Decided[];
}

const shown = 5;

/** What the page of answers shows: what waits, the longest first, and what was answered, the newest first. */
export function answersView(
  { decisions, needs, open, themes, items }: Known,
  asked: string | null,
): {
  readonly waiting: WaitingLine[];
  readonly answered: AnsweredLine[];
  readonly one: { readonly id: string; readonly number: number; readonly text: string } | null;
} {
  const known = new Set(themes.map(({ id }) => id));
  const inTheme = Map.groupBy(open, ({ theme }) => (theme !== null && known.has(theme) ? theme : null));
  const alone = (inTheme.get(null) ?? []).map(
    (need): WaitingLine => ({ ...subjectOf(need), oldest: need.at, needs: [need], more: 0, suggested: undefined }),
  );
  const together = themes.flatMap(({ id, name, items: numbers }): WaitingLine[] => {
    const own = inTheme.get(id) ?? [];
    const [first] = own;
    if (!first) return [];
    return [
      {
        ...{ about: `thema:${id}`, anchor: `thema-${id}`, title: name, number: null, oldest: first.at },
        needs: own.slice(0, shown).map(({ number, text }) => ({ number, text })),
        more: Math.max(0, own.length - shown),
        suggested: items.find(({ number }) => numbers.includes(number))?.id,
      },
    ];
  });
  const found = needs.find(({ number }) => String(number) === asked);
  return {
    waiting: [...together, ...alone].sort((a, b) => a.oldest.getTime() - b.oldest.getTime()),
    answered: answeredOf(decisions, needs, themes),
    one: found ? { id: found.id, number: found.number, text: found.text } : null,
  };
}

const subjectOf = ({ id, number }: NeedLine): Subject => ({
  about: `behoefte:${id}`,
  anchor: `behoefte-${number}`,
  title: null,
  number,
});

function answeredOf(decisions: readonly Decided[], needs: readonly NeedLine[], themes: Known["themes"]): AnsweredLine[] {
  const lines = [...Map.groupBy(decisions, ({ theme, need }) => theme ?? need)].flatMap(([id, all]): AnsweredLine[] => {
    const answer = all.at(-1);
    const theme = themes.find((one) => one.id === id);
    const need = needs.find((one) => one.id === id);
    if (!answer || (!theme && !need)) return [];
    const at = theme
      ? { about: `thema:${theme.id}`, anchor: `thema-${theme.id}`, title: theme.name, number: null, text: null }
      : { ...subjectOf(need as NeedLine), text: (need as NeedLine).text };
    return [{ ...at, answer, before: all.slice(0, -1).toReversed() }];
  });
  return lines.sort((a, b) => b.answer.id - a.answer.id);
}

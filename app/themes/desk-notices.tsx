import { useEffect, useState } from "react";
import { useLocation, useRevalidator } from "react-router";
import { useDialogue } from "../dialogue/use-dialogue.tsx";
import { themesWords } from "../messages/themes.ts";
import { useWords } from "../messages/words.ts";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import type { Desk } from "./desk.ts";
import { wordFields } from "./theme-list.tsx";

/** What the desk has to say about the last form. */
export interface Said {
  readonly deed: string;
  readonly typed: { readonly name: string; readonly description: string; readonly seeds: string };
  readonly errors: Readonly<Record<string, string>>;
  readonly refusal: string | null;
  /** Needs that somebody else placed meanwhile. */
  readonly elsewhere: readonly { readonly need: string; readonly theme: string | null; readonly by: string | null }[];
  /** A name that somebody else wrote meanwhile. */
  readonly theirs: {
    readonly by: string | null;
    readonly name: string;
    readonly description: string;
    readonly seeds: string;
  } | null;
}

export function ElsewhereNotice({ said, desk }: { said: Said | null; desk: Desk }) {
  const m = useWords(themesWords);
  if (!said) return null;
  const loose = Object.entries(said.errors).filter(([field]) => !wordFields.has(field));
  const lines = [
    ...(said.refusal ? [m.refusals[said.refusal as keyof typeof m.refusals] ?? said.refusal] : []),
    ...loose.map(([, code]) => m.errors[code as keyof typeof m.errors] ?? m.errors.gone),
  ];
  if (said.elsewhere.length > 0)
    return (
      <Notice variant="warn" title={m.elsewhere.title} live="at-once">
        <ul>
          {said.elsewhere.map(({ need, theme, by }) => {
            const name = by ?? m.somebody;
            const found = desk.themes.find(({ id }) => id === theme);
            const words = { what: m.someNeeds({ n: 1 }), name };
            return <li key={need}>{found ? m.elsewhere.at({ ...words, theme: found.name }) : m.elsewhere.out(words)}</li>;
          })}
        </ul>
      </Notice>
    );
  if (lines.length === 0) return null;
  return (
    <Notice variant="warn" live="at-once">
      {lines.join(" ")}
    </Notice>
  );
}

interface Meanwhile {
  readonly n: number;
  readonly name: string | null;
}

/** Tells that somebody else is at work; the lists move only when you ask for it. */
export function OthersNotice({ last }: { last: number }) {
  const m = useWords(themesWords).others;
  const somebody = useWords(themesWords).somebody;
  const { slug } = useDialogue();
  const { revalidate } = useRevalidator();
  const { search } = useLocation();
  const [seen, setSeen] = useState<Meanwhile & { last: number }>({ n: 0, name: null, last });
  useEffect(() => {
    const look = async () => {
      if (document.visibilityState !== "visible") return;
      const answer = await fetch(`/team/${slug}/themas/stand?sinds=${last}`).catch(() => null);
      if (answer?.ok) setSeen({ ...((await answer.json()) as Meanwhile), last });
    };
    const timer = setInterval(look, 10_000);
    return () => clearInterval(timer);
  }, [slug, last]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page has its own news
  useEffect(() => setSeen((before) => ({ ...before, n: 0 })), [search]);
  const news = seen.last === last && seen.n > 0;
  return (
    <div role="status">
      {news ? (
        <Notice
          title={m.title}
          action={
            <Button type="button" variant="secondary" size="small" onClick={() => revalidate()}>
              {m.refresh}
            </Button>
          }
        >
          {m.text({ name: seen.name ?? somebody, n: seen.n })}
        </Notice>
      ) : null}
    </div>
  );
}

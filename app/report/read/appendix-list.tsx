import { useWords } from "../../language/words.ts";
import { type Inline, wordsOf } from "../../method/text/prose-inline.ts";
import type { ContributionId, ThemeId } from "../../platform/ids.ts";
import { Around, Typed } from "../../ui/form/typed.tsx";
import { documentWords } from "../document/messages/documents.ts";
import type { Reference } from "../gather/content.ts";
import type { Quote, ReportPage } from "../publish/page.ts";
import { appendixWords } from "./messages/appendix.ts";
import { reportWords } from "./messages/report.ts";
import { QuoteList } from "./quotes.tsx";

interface Props {
  readonly page: Pick<ReportPage, "slug" | "quotes"> & { readonly number: number };
  readonly shown: readonly Reference[];
  readonly themes: readonly { readonly id: ThemeId; readonly name: string; readonly needs: readonly ContributionId[] }[];
  readonly report: string;
  /** Whether a thread can be picked up: it is of the newest version. */
  readonly threads: boolean;
}

/** Contributions in full, each with its theme and its thread. */
export function AppendixList({ page, shown, themes, report, threads }: Props) {
  const m = useWords(appendixWords);
  const themeOf = new Map(themes.flatMap((theme) => theme.needs.map((id) => [id, theme] as const)));
  const more = ({ id, number }: Reference, quote: There) => {
    const theme = themeOf.get(id);
    return (
      <>
        <Details quote={quote} />
        {theme || threads ? (
          <p className="row-actions small no-print">
            {theme ? (
              <a href={`${report}#thema-${theme.id}`}>
                <Around words={theme} say={({ name }) => `${m.theme}: ${name}`} />
              </a>
            ) : null}
            {threads ? (
              <a href={`/verslag/${page.slug}/draden?bijdrage=${number}#draad`}>
                {m.thread}
                <span className="visually-hidden">{m.threadOf({ n: number })}</span>
              </a>
            ) : null}
          </p>
        ) : null}
      </>
    );
  };
  return <QuoteList page={page} of={shown} counted anchored more={more} />;
}

type There = Extract<Quote, { status: "there" }>;

function Details({ quote }: { quote: There }) {
  const d = useWords(documentWords);
  const all = [
    [d.situation, quote.situation],
    [d.forWhom, quote.forWhom],
    [d.tried, quote.tried],
    [d.weight, quote.weight && d.weights[quote.weight]],
    [d.howOften, quote.howOften && d.often[quote.howOften]],
    [d.touches, quote.touches.join(", ")],
  ] as const;
  return all.map(([name, text]) =>
    text ? (
      <p key={name}>
        {name}: <Typed>{text}</Typed>
      </p>
    ) : null,
  );
}

interface Named {
  readonly part: string;
  readonly theme: string | null;
  readonly sentence: readonly Inline[] | null;
}
/** What a list is called where it stands alone; all of them together without one. */
export function useListTitle(list: Named | null): string {
  const m = useWords(appendixWords);
  const r = useWords(reportWords);
  if (!list) return m.title;
  const { part, theme, sentence } = list;
  const insight = Number(/^inzicht-(\d+)/.exec(part)?.[1] ?? 0);
  if (theme !== null) return theme;
  if (sentence) return `${m.behind}: ${wordsOf(sentence)}`;
  if (part.endsWith("-voorwaarden")) return m.conditions({ n: insight });
  if (part.endsWith("-tegenvoorbeelden")) return m.examples({ n: insight });
  if (part === "zonder-thema") return r.needs.unplaced;
  if (part.startsWith("groep-")) return r.sections.groepen;
  return { werkt: r.now.works.heading, knelt: r.now.chafes.heading }[part] ?? r.now.suggestions.heading;
}

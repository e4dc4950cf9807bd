import { reportWords } from "../messages/report.ts";
import { useWords } from "../messages/words.ts";
import { Disclosure } from "../ui/disclosure.tsx";
import { FieldMark } from "../ui/field-mark.tsx";
import type { Reference } from "./content.ts";
import { type Quote, quoteOf, type ReportPage } from "./page.ts";

interface Props {
  readonly page: ReportPage;
  readonly of: readonly Reference[];
  /** How many stand open; the others behind a line. */
  readonly first?: number;
  /** Says how many stand behind each. */
  readonly counted?: boolean;
}

/** What people wrote, on the thread that leads to it. */
export function Quotes({ page, of, first = of.length, counted = false }: Props) {
  const m = useWords(reportWords);
  const rest = of.slice(first);
  return (
    <>
      <QuoteList page={page} of={of.slice(0, first)} counted={counted} />
      {rest.length > 0 ? (
        <Disclosure summary={m.quotes.more({ n: rest.length })}>
          <QuoteList page={page} of={rest} counted={counted} />
        </Disclosure>
      ) : null}
    </>
  );
}

function QuoteList({ page, of, counted }: Required<Pick<Props, "page" | "of" | "counted">>) {
  return (
    <ul className="plain voices">
      {of.map((one) => (
        <QuoteItem key={one.id} page={page} reference={one} quote={quoteOf(page, one.id)} counted={counted} />
      ))}
    </ul>
  );
}

interface QuoteProps {
  readonly page: ReportPage;
  readonly reference: Reference;
  readonly quote: Quote;
  readonly counted: boolean;
}

function QuoteItem({ page, reference, quote, counted }: QuoteProps) {
  const m = useWords(reportWords);
  const number = m.quotes.number({ n: reference.number });
  const id = `bijdrage-${reference.number}`;
  if (quote.status !== "there")
    return (
      <li id={id}>
        <p className="quiet">{m.quotes[quote.status]}</p>
        <p className="small quiet">{number}</p>
      </li>
    );
  const behind = counted && reference.people > 1 ? m.people({ n: reference.people }) : "";
  return (
    <li id={id}>
      {quote.field ? <FieldMark shape={quote.field.shape} /> : null}
      <blockquote className="as-typed">{quote.text}</blockquote>
      {quote.wouldHelp ? (
        <p className="as-typed">
          {m.quotes.wouldHelp}: {quote.wouldHelp}
        </p>
      ) : null}
      <p className="small quiet">
        {[quote.field?.name, behind, number, quote.sameAs === null ? "" : m.quotes.sameAs({ n: quote.sameAs })]
          .filter(Boolean)
          .join(". ")}{" "}
        {/* the draft is the team's: they follow where it comes from */}
        {page.number === null ? (
          <a href={`/team/${page.slug}/bijdragen/${reference.number}`}>
            {m.quotes.origin}
            <span className="visually-hidden">: {number}</span>
          </a>
        ) : null}
      </p>
    </li>
  );
}

import type { ReactNode } from "react";
import { useWords } from "../../language/words.ts";
import { FieldMark } from "../../ui/form/field-mark.tsx";
import { Around, Typed } from "../../ui/form/typed.tsx";
import { Disclosure } from "../../ui/layout/disclosure.tsx";
import { Tag } from "../../ui/tag.tsx";
import type { Reference } from "../gather/content.ts";
import { firstFew } from "../gather/lists.ts";
import { type Quote, quoteOf, type ReportPage } from "../publish/page.ts";
import { reviewWords } from "../review/messages/review.ts";
import { reportWords } from "./messages/report.ts";

type Shown = Pick<ReportPage, "quotes" | "number" | "slug" | "mine" | "appendix" | "readable">;

interface Props {
  readonly page: Shown;
  readonly of: readonly Reference[];
  /** The name of this list in the appendix. */
  readonly part: string;
  /** How many stand open; the others behind a line. */
  readonly first?: number;
  /** Says how many stand behind each. */
  readonly counted?: boolean;
  /** Whether links to a contribution lead here; a contribution may stand in more than one place. */
  readonly anchored?: boolean;
}

/** What people wrote, on the thread that leads to it. */
export function Quotes({ page, of, part, first = of.length, counted = false, anchored = true }: Props) {
  const m = useWords(reportWords);
  if (page.readable)
    return (
      <>
        <QuoteList page={page} of={of.slice(0, firstFew)} counted={counted} anchored={anchored} />
        {of.length > firstFew ? (
          <p className="no-print">
            <a href={`${page.appendix}?lijst=${part}`}>{m.quotes.all({ n: of.length })}</a>
          </p>
        ) : null}
      </>
    );
  const rest = of.slice(first);
  return (
    <>
      <QuoteList page={page} of={of.slice(0, first)} counted={counted} anchored={anchored} />
      {rest.length > 0 ? (
        <Disclosure summary={m.quotes.more({ n: rest.length })}>
          <QuoteList page={page} of={rest} counted={counted} anchored={anchored} />
        </Disclosure>
      ) : null}
    </>
  );
}

/** Where a contribution stands: on the same page, or in the appendix of a report that is too long for one. */
export const placeOf = ({ readable, appendix }: Pick<Shown, "readable" | "appendix">, number: number): string =>
  readable && appendix ? `${appendix}?nummer=${number}` : `#bijdrage-${number}`;

interface ListProps extends Required<Pick<Props, "page" | "of" | "counted" | "anchored">> {
  /** What else is said of one that is there. */
  readonly more?: (of: Reference, quote: Extract<Quote, { status: "there" }>) => ReactNode;
}

export function QuoteList({ page, of, counted, anchored, more }: ListProps) {
  return (
    <ul className="plain voices">
      {of.map((one) => (
        <QuoteItem
          key={one.id}
          page={page}
          reference={one}
          quote={quoteOf(page, one.id)}
          counted={counted}
          anchored={anchored}
          more={more}
        />
      ))}
    </ul>
  );
}

interface QuoteProps {
  readonly page: Shown;
  readonly reference: Reference;
  readonly quote: Quote;
  readonly counted: boolean;
  readonly anchored: boolean;
  readonly more: ListProps["more"];
}

function QuoteItem({ page, reference, quote, counted, anchored, more }: QuoteProps) {
  const m = useWords(reportWords);
  const number = m.quotes.number({ n: reference.number });
  const id = anchored ? `bijdrage-${reference.number}` : undefined;
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
      {page.mine?.includes(reference.id) ? <OwnWords slug={page.slug} number={reference.number} /> : null}
      <Typed as="blockquote">{quote.text}</Typed>
      {quote.wouldHelp ? (
        <p>
          {m.quotes.wouldHelp}: <Typed>{quote.wouldHelp}</Typed>
        </p>
      ) : null}
      {more?.(reference, quote)}
      <p className="small quiet">
        <Around
          words={{ field: quote.field?.name }}
          say={({ field }) =>
            [field, behind, number, quote.sameAs === null ? "" : m.quotes.sameAs({ n: quote.sameAs })].filter(Boolean).join(". ")
          }
        />{" "}
        {/* the draft is the team's: they follow where it comes from */}
        {page.number === null && !page.mine ? (
          <a href={`/team/${page.slug}/bijdragen/${reference.number}`}>
            {m.quotes.origin}
            <span className="visually-hidden">: {number}</span>
          </a>
        ) : null}
      </p>
    </li>
  );
}

/** To who reads along: this is yours, and here you change it. */
export function OwnWords({ slug, number }: { slug: string; number: number }) {
  const m = useWords(reviewWords).mine;
  return (
    <p className="own-words">
      <Tag tone="now">{m.own}</Tag>{" "}
      <a className="small" href={`/mijn/${slug}/woorden/${number}`}>
        {m.ownWords}
        <span className="visually-hidden">: {number}</span>
      </a>
    </p>
  );
}

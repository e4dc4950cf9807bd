import { useWords } from "../../language/words.ts";
import type { ContributionId, InsightId } from "../../platform/ids.ts";
import type { ShortLists } from "../../session/weigh/short-lists.ts";
import { Bar } from "../../ui/chart/bar.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { Typed, Written } from "../../ui/form/typed.tsx";
import { Disclosure } from "../../ui/layout/disclosure.tsx";
import { ShortListsView } from "../priorities/short-lists-view.tsx";
import { quoteOf, type ReportPage } from "../publish/page.ts";
import { Beside } from "../write/beside.tsx";
import { From, Texts } from "../write/texts.tsx";
import { reportWords } from "./messages/report.ts";
import { placeOf, Quotes } from "./quotes.tsx";

/** Needs per theme, most people first; each theme opens to what was written. */
export function Needs({ page }: { page: ReportPage }) {
  const m = useWords(reportWords);
  const { themes, unplaced } = page.content;
  if (themes.length + unplaced.length === 0) return null;
  const most = Math.max(1, ...themes.map(({ people }) => people));
  return (
    <section aria-labelledby="nodig">
      <h2 id="nodig">{m.sections.nodig}</h2>
      <p>{m.needs.lead}</p>
      <From page={page} part="nodig" />
      {themes.length > 1 ? (
        <DataTable
          caption={m.needs.overview}
          rowHeaders
          narrow="stack"
          columns={[
            { key: "theme", head: m.needs.theme },
            { key: "bar", head: <span className="visually-hidden">{m.who.drawn}</span> },
            { key: "people", head: m.peopleHead, numeric: true },
            { key: "needs", head: m.needs.needs, numeric: true },
          ]}
          rows={themes.map(({ id, name, people, needs }) => ({
            key: id,
            cells: {
              theme: (
                <a href={`#thema-${id}`}>
                  <Written>{name}</Written>
                </a>
              ),
              bar: <Bar share={people / most} />,
              people: <a href={`#achter-${id}`}>{people}</a>,
              needs: <a href={`#achter-${id}`}>{needs.length}</a>,
            },
          }))}
        />
      ) : null}
      {themes.map(({ id, name, description, people, fields, needs }, at) => (
        <section key={id} className="finding" aria-labelledby={`thema-${id}`}>
          <h3 id={`thema-${id}`}>
            <span className="n">{m.needs.numbered({ n: at + 1 })}</span> <Written>{name}</Written>
          </h3>
          {description ? <Typed as="p">{description}</Typed> : null}
          <p>{m.needs.line({ needs: needs.length, people, fields })}</p>
          <Disclosure summary={m.needs.behind({ needs: needs.length, people })}>
            {/* inside, so that a link to it opens what is folded */}
            <div id={`achter-${id}`}>
              <Quotes page={page} of={needs} part={`thema-${id}`} counted />
              <p className="row-actions small no-print">
                <a href={`#thema-${id}`}>{m.needs.backTo({ n: at + 1 })}</a>
                <a href="#nodig">{m.needs.all}</a>
              </p>
            </div>
          </Disclosure>
          <Beside page={page} part={`thema-${id}`} />
          <Texts page={page} at={`thema-${id}`} />
        </section>
      ))}
      {unplaced.length > 0 ? (
        <section className="finding" aria-labelledby="zonder-thema">
          <h3 id="zonder-thema">{m.needs.unplaced}</h3>
          <p>{m.needs.unplacedText({ n: unplaced.length })}</p>
          <Disclosure summary={m.needs.unplacedBehind({ n: unplaced.length })}>
            <Quotes page={page} of={unplaced} part="zonder-thema" counted />
          </Disclosure>
        </section>
      ) : null}
    </section>
  );
}

/** Where the marks went. */
export function Weight({ page }: { page: ReportPage }) {
  const m = useWords(reportWords);
  const { priorities, shortLists } = page.content;
  const marked = priorities?.themes ?? [];
  if (marked.length === 0 && !shortLists) return null;
  const most = Math.max(1, ...marked.map(({ marks }) => marks));
  const needs = marked.flatMap(({ needs }) => needs).sort((a, b) => b.marks - a.marks || a.number - b.number);
  return (
    <section aria-labelledby="zwaarst">
      <h2 id="zwaarst">{m.sections.zwaarst}</h2>
      <p>{shortLists ? m.weight.leadLists : m.weight.lead}</p>
      <From page={page} part="zwaarst" />
      {marked.length > 0 ? (
        <DataTable
          caption={m.weight.caption}
          rowHeaders
          narrow="stack"
          columns={[
            { key: "theme", head: m.needs.theme },
            { key: "bar", head: <span className="visually-hidden">{m.who.drawn}</span> },
            { key: "marks", head: m.weight.marks, numeric: true },
          ]}
          rows={marked.map(({ name, marks }) => ({
            key: name ?? "",
            cells: { theme: <ThemeLink page={page} name={name} />, bar: <Bar share={marks / most} />, marks },
          }))}
        />
      ) : null}
      {priorities && priorities.withheld > 0 ? <p className="small quiet">{m.weight.withheld}</p> : null}
      {shortLists ? (
        <ShortListsView
          lists={shortLists}
          fields={page.content.fields}
          words={wordsIn(page, shortLists)}
          linkTo={(id) => (page.content.themes.some((one) => one.id === id) ? `#thema-${id}` : undefined)}
          level={3}
        />
      ) : null}
      {needs.length > 0 ? (
        <>
          <h3>{m.weight.needs}</h3>
          <ol className="plain weighed">
            {needs.slice(0, 10).map(({ id, number, marks }) => {
              const quote = quoteOf(page, id);
              return (
                <li key={id}>
                  <span className="num">{marks}</span>
                  <p>
                    {quote.status === "there" ? <Typed>{quote.text}</Typed> : m.quotes[quote.status]}{" "}
                    <a className="small nowrap" href={placeOf(page, number)}>
                      {m.quotes.number({ n: number })}
                    </a>
                  </p>
                </li>
              );
            })}
          </ol>
        </>
      ) : null}
    </section>
  );
}

/** Where the marks of a theme lead to: its needs; a name that no theme has any more leads nowhere. */
function ThemeLink({ page, name }: { page: ReportPage; name: string | null }) {
  const m = useWords(reportWords).needs;
  if (name === null) return <a href="#zonder-thema">{m.unplaced}</a>;
  const theme = page.content.themes.find((one) => one.name === name);
  return theme ? (
    <a href={`#thema-${theme.id}`}>
      <Written>{name}</Written>
    </a>
  ) : (
    name
  );
}

function wordsIn(page: ReportPage, lists: ShortLists): Record<string, string> {
  return Object.fromEntries(
    lists.options.flatMap(({ id, tested = [] }) => {
      const quote = quoteOf(page, id as ContributionId);
      const insights = tested.flatMap(({ insight }): [string, string][] => {
        const words = page.insights[insight as InsightId];
        return words ? [[insight, words.text]] : [];
      });
      return quote.status === "there" ? [[id, quote.text], ...insights] : insights;
    }),
  );
}

import type { Line } from "../../disclosure/suppression.ts";
import { useWords } from "../../language/words.ts";
import { reportWords } from "../../report/read/messages/report.ts";
import { verdictWords } from "../../session/insights/messages/verdict.ts";
import type { EachPage, EachRow } from "../../session/results/each.ts";
import { orders } from "../../session/results/each.ts";
import { shareOf } from "../../session/results/figures.ts";
import { resultsWords } from "../../session/results/messages/results.ts";
import type { Lists } from "../../session/results/page.ts";
import { Button } from "../../ui/button.tsx";
import { Bar } from "../../ui/chart/bar.tsx";
import { Select } from "../../ui/form/select.tsx";
import { Written } from "../../ui/form/typed.tsx";
import { Tag } from "../../ui/tag.tsx";

interface Props {
  readonly each: EachPage;
  readonly lists: Lists;
  readonly base: string;
}

/** The insights one by one: verdict, who agrees, and how much was said of it. */
export function EachInsight({ each, lists, base }: Props) {
  const m = useWords(resultsWords).each;
  if (each.of === 0) return <p>{m.none}</p>;
  return (
    <>
      <form className="sort no-print" method="get" action={`${base}#inzichten`}>
        <Select
          name="volgorde"
          label={m.order}
          defaultValue={each.query.volgorde}
          options={orders.map((order) => ({ value: order, label: m.orders[order] }))}
        />
        {lists.fields.length > 0 ? (
          <Select
            name="vakgebied"
            label={m.field}
            defaultValue={each.query.vakgebied}
            options={[{ value: "", label: m.allFields }, ...lists.fields.map(({ id, name }) => ({ value: id, label: name }))]}
          />
        ) : null}
        <Button variant="secondary">{m.show}</Button>
      </form>
      {each.saysFit ? null : <p>{m.noFits}</p>}
      <ol className="plain each">
        {each.rows.map((row) => (
          <EachLine key={row.id} row={row} saysFit={each.saysFit} base={base} />
        ))}
      </ol>
      {each.earlier !== null || each.later !== null ? <Pages each={each} base={base} /> : null}
    </>
  );
}

function EachLine({ row, saysFit, base }: { row: EachRow; saysFit: boolean; base: string }) {
  const m = useWords(resultsWords).each;
  const verdict = useWords(verdictWords);
  const words = m.words(row);
  return (
    <li>
      <div>
        <p className="insight-line">
          <span className="num quiet">{row.number}</span>{" "}
          <a href={`${base}/${row.number}`}>
            <Written>{row.text}</Written>
          </a>
        </p>
        <p className="small quiet">
          {saysFit ? <Tag tone="calm">{row.holdsMostly ? verdict.holdsMostly : verdict.status[row.verdict]}</Tag> : null}{" "}
          {[row.version > 1 ? m.version({ n: row.version }) : "", words].filter(Boolean).join(", ")}
        </p>
      </div>
      <Figure line={row.line} />
    </li>
  );
}

function Figure({ line }: { line: Line }) {
  const m = useWords(resultsWords).each;
  const answers = useWords(reportWords).answers;
  if (line.status === "withheld") return <p className="figures quiet">{m.withheld}</p>;
  if (line.status === "nearly-all") {
    const said = line.columns.map((column) => answers[column as keyof typeof answers]).join(", ");
    return <p className="figures">{m.nearly({ n: line.people, answer: said })}</p>;
  }
  const agree = shareOf(line, [0]);
  if (!agree) return null;
  return (
    <div className="figures">
      <Bar share={agree.share} low={agree.low} high={agree.high} middle />
      <p>{m.agree(agree)}</p>
    </div>
  );
}

function Pages({ each, base }: { each: EachPage; base: string }) {
  const m = useWords(resultsWords).each;
  const to = (from: number) =>
    `${base}?${new URLSearchParams({ volgorde: each.query.volgorde, vakgebied: each.query.vakgebied, vanaf: String(from) })}#inzichten`;
  return (
    <nav aria-label={m.pages} className="row-actions no-print">
      {each.earlier === null ? null : <a href={to(each.earlier)}>{m.earlier}</a>}
      <span className="quiet">{m.page(each)}</span>
      {each.later === null ? null : <a href={to(each.later)}>{m.later}</a>}
    </nav>
  );
}

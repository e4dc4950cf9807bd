import { useLocale, useWords } from "../../language/words.ts";
import { Bar } from "../../ui/chart/bar.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { pressWords } from "../picture/messages/press.ts";
import { pressFigures } from "../picture/press-figure.ts";
import type { ReportPage } from "../publish/page.ts";
import { reportWords } from "./messages/report.ts";

/** A figure of the report within a text, as bars that are a table; one that the report does not have stays as it was typed. */
export function ReportFigure({ page, name }: { page: Pick<ReportPage, "content" | "insights">; name: string }) {
  const m = useWords(reportWords);
  const figure = pressFigures(page, pressWords[useLocale()]).find((one) => one.name === name);
  if (!figure) return <p>{`{figuur ${name}}`}</p>;
  return (
    <DataTable
      caption={figure.title}
      reading={figure.note || undefined}
      rowHeaders
      narrow="stack"
      columns={[
        { key: "name", head: m.figure.what },
        { key: "bar", head: <span className="visually-hidden">{m.who.drawn}</span> },
        { key: "said", head: m.figure.number, numeric: true },
      ]}
      rows={figure.rows.map(({ name: row, said, part }) => ({
        key: row,
        cells: { name: row, bar: part === null ? null : <Bar share={part} />, said },
      }))}
    />
  );
}

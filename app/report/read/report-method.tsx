import { useLocale, useWords } from "../../language/words.ts";
import { dateShort } from "../../platform/time.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { Around, Typed } from "../../ui/form/typed.tsx";
import type { ReportPage } from "../publish/page.ts";
import { reportWords } from "./messages/report.ts";

/** How the report was made, what the figures do not say, and what each version changed. */
export function Method({ page }: { page: ReportPage }) {
  const m = useWords(reportWords);
  const locale = useLocale();
  const { source, licence } = page.content;
  return (
    <section aria-labelledby="hoe">
      <h2 id="hoe">{m.sections.hoe}</h2>
      {m.method.text.map((part) => (
        <p key={part}>{part}</p>
      ))}
      {source ? (
        <p>
          <Around words={{ source, licence: licence ?? "" }} say={m.method.source} />
        </p>
      ) : (
        <p>{m.method.licence}</p>
      )}
      {page.hash ? <p className="small quiet hash">{m.method.hash({ hash: page.hash })}</p> : null}
      {page.versions.length > 0 ? (
        <DataTable
          caption={m.method.versions}
          rowHeaders
          narrow="stack"
          columns={[
            { key: "number", head: m.version },
            { key: "date", head: m.method.date },
            { key: "change", head: m.method.changed },
          ]}
          rows={page.versions.map(({ number, publishedAt, changeNote }) => ({
            key: String(number),
            cells: {
              number: <a href={`/verslag/${page.slug}/${number}`}>{m.method.number({ n: number })}</a>,
              date: dateShort(publishedAt, locale),
              change: changeNote ? <Typed>{changeNote}</Typed> : m.method.first,
            },
          }))}
        />
      ) : null}
    </section>
  );
}

import { useLocale, useWords } from "../../language/words.ts";
import { dateShort } from "../../platform/time.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { draftWords } from "../write/messages/draft.ts";
import { edition } from "./edition.ts";

interface Props {
  readonly slug: string;
  readonly versions: readonly { readonly number: number; readonly publishedAt: Date; readonly changeNote: string }[];
}

/** What has been published so far. */
export function VersionTable({ slug, versions }: Props) {
  const m = useWords(draftWords).versions;
  const locale = useLocale();
  if (versions.length === 0) return <p>{m.none}</p>;
  return (
    <DataTable
      caption={m.list}
      rowHeaders
      narrow="stack"
      columns={[
        { key: "number", head: m.number },
        { key: "date", head: m.date },
        { key: "change", head: m.changed },
      ]}
      rows={versions.map(({ number, publishedAt, changeNote }) => ({
        key: String(number),
        cells: {
          number: <a href={`/verslag/${slug}/${number}`}>{edition(number)}</a>,
          date: dateShort(publishedAt, locale),
          change: changeNote || m.firstVersion,
        },
      }))}
    />
  );
}

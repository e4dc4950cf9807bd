import type { ReactNode } from "react";
import { type Inline, wordsOf } from "../../method/text/prose-inline.ts";
import { keyed } from "../../method/text/prose-text.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { Written } from "../../ui/form/typed.tsx";

interface Props {
  readonly rows: readonly (readonly (readonly Inline[])[])[];
  readonly say: (part: Inline, key: string) => ReactNode;
  readonly said: { readonly table: (p: { heads: readonly string[] }) => string; readonly column: (p: { n: number }) => string };
}

/** A table that the team typed; its first row heads the columns. */
export function TypedTable({ rows: [head = [], ...rows], say, said }: Props) {
  const cell = (parts: readonly Inline[]) => <Written>{parts.map((part, at) => say(part, `${at}`))}</Written>;
  return (
    <DataTable
      caption={said.table({ heads: head.map(wordsOf).filter(Boolean) })}
      captionHidden
      rowHeaders={rows.every(([first = []]) => wordsOf(first) !== "")}
      columns={keyed(head).map(({ key, one }) => ({
        key,
        head: wordsOf(one) === "" ? <span className="visually-hidden">{said.column({ n: Number(key) })}</span> : cell(one),
      }))}
      rows={keyed(rows).map(({ key, one }) => ({
        key,
        cells: Object.fromEntries(keyed(one).map((each) => [each.key, cell(each.one)])),
      }))}
    />
  );
}

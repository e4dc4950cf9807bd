import { type ReactNode, useEffect, useId, useRef } from "react";
import { plainWords } from "./form/typed.tsx";

export type Column = { key: string; head: ReactNode; numeric?: boolean | undefined };
/** Columns that are called in the words as in the rows. */
export const columnsOf = <Key extends string>(words: Readonly<Record<Key, ReactNode>>, ...keys: Key[]): Column[] =>
  keys.map((key) => ({ key, head: words[key] }));
type Row = { key: string; cells: Cells; chosen?: boolean | undefined };

type Cells = Readonly<Record<string, ReactNode>>;
type Roles = Partial<Record<"table" | "group" | "row" | "columnHead" | "rowHead" | "cell", string>>;
const roles: Roles = {
  table: "table",
  group: "rowgroup",
  row: "row",
  columnHead: "columnheader",
  rowHead: "rowheader",
  cell: "cell",
};

type Props = {
  caption: ReactNode;
  /** One sentence that reads the table for you. */
  reading?: ReactNode;
  captionHidden?: boolean | undefined;
  columns: readonly Column[];
  rows: readonly Row[];
  /** The first column names its row. */
  rowHeaders?: boolean | undefined;
  /** On a narrow screen: scroll sideways, or fold each row into a small list. */
  narrow?: "scroll" | "stack" | undefined;
  total?: Cells | undefined;
};

export function DataTable({
  caption,
  reading,
  captionHidden = false,
  columns,
  rows,
  rowHeaders = false,
  narrow = "scroll",
  total,
}: Props) {
  const id = useId();
  const scroll = useStopWhereItScrolls();
  // folded rows are no longer laid out as a table, so the roles are said
  const role: Roles = narrow === "stack" ? roles : {};
  // drawn beside its cell where rows are folded; told by the head of its column
  const label = ({ head }: Column) => (narrow === "stack" ? plainWords(head) : undefined);
  const cells = (values: Cells) =>
    columns.map((column, index) =>
      rowHeaders && index === 0 ? (
        <th key={column.key} scope="row" role={role.rowHead}>
          {values[column.key]}
        </th>
      ) : (
        <td key={column.key} role={role.cell} className={column.numeric ? "num" : undefined} data-label={label(column)}>
          {narrow === "stack" && index > 0 ? <div>{values[column.key]}</div> : values[column.key]}
        </td>
      ),
    );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard
    <section className={`table-scroll ${narrow}`} ref={scroll} tabIndex={0} aria-labelledby={id}>
      <table role={role.table} className="utrecht-table utrecht-table--html-table">
        <caption id={id} className={captionHidden ? "visually-hidden" : undefined}>
          {caption}
          {reading && <span className="reading">{reading}</span>}
        </caption>
        <thead role={role.group}>
          <tr role={role.row}>
            {columns.map((column) => (
              <th key={column.key} scope="col" role={role.columnHead} className={column.numeric ? "num" : undefined}>
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role={role.group}>
          {rows.map((row) => (
            <tr key={row.key} role={role.row} className={row.chosen ? "chosen" : undefined}>
              {cells(row.cells)}
            </tr>
          ))}
        </tbody>
        {total && (
          <tfoot role={role.group}>
            <tr role={role.row}>{cells(total)}</tr>
          </tfoot>
        )}
      </table>
    </section>
  );
}

/** Without script it is always a stop for Tab; with script only where it overflows. */
function useStopWhereItScrolls() {
  const ref = useRef<HTMLElement>(null);
  useEffect(() => {
    const box = ref.current;
    if (!box) return;
    const observer = new ResizeObserver(() => {
      if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
      else box.removeAttribute("tabindex");
    });
    observer.observe(box);
    return () => observer.disconnect();
  }, []);
  return ref;
}

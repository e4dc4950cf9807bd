import { type ReactNode, useEffect, useId, useRef } from "react";

export type Column = { key: string; head: ReactNode; numeric?: boolean | undefined };
export type Row = { key: string; cells: Readonly<Record<string, ReactNode>>; chosen?: boolean | undefined };

type Props = {
  caption: ReactNode;
  /** One sentence that reads the table for you. */
  reading?: ReactNode;
  captionHidden?: boolean | undefined;
  columns: readonly Column[];
  rows: readonly Row[];
  /** The first column names its row. */
  rowHeaders?: boolean | undefined;
  total?: Readonly<Record<string, ReactNode>> | undefined;
};

export function DataTable({ caption, reading, captionHidden = false, columns, rows, rowHeaders = false, total }: Props) {
  const id = useId();
  const scroll = useStopWhereItScrolls();
  const cells = (values: Readonly<Record<string, ReactNode>>) =>
    columns.map((column, index) =>
      rowHeaders && index === 0 ? (
        <th key={column.key} scope="row">
          {values[column.key]}
        </th>
      ) : (
        <td key={column.key} className={column.numeric ? "num" : undefined}>
          {values[column.key]}
        </td>
      ),
    );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard
    <section className="table-scroll" ref={scroll} tabIndex={0} aria-labelledby={id}>
      <table className="utrecht-table utrecht-table--html-table">
        <caption id={id} className={captionHidden ? "visually-hidden" : undefined}>
          {caption}
          {reading && <span className="reading">{reading}</span>}
        </caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" className={column.numeric ? "num" : undefined}>
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key} className={row.chosen ? "chosen" : undefined}>
              {cells(row.cells)}
            </tr>
          ))}
        </tbody>
        {total && (
          <tfoot>
            <tr>{cells(total)}</tr>
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

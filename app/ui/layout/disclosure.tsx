import type { ReactNode } from "react";

type Props = { summary: ReactNode; open?: boolean | undefined; id?: string | undefined; children: ReactNode };

/** What stands behind a line, for who wants to see it. Printed open. */
export function Disclosure({ summary, open, id, children }: Props) {
  return (
    <details className="disclosure" open={open} id={id}>
      <summary>{summary}</summary>
      {children}
    </details>
  );
}

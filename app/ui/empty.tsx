import type { ReactNode } from "react";
import { TableDrawing } from "./chart/table-drawing.tsx";
import { isWords } from "./form/typed.tsx";

type Props = { title: string; children?: ReactNode; action?: ReactNode; seats?: number | undefined };

/** What will stand here, and what to do to get there. */
export function Empty({ title, children, action, seats = 6 }: Props) {
  return (
    <div className="empty">
      {seats > 0 && <TableDrawing seats={Array.from({ length: seats }, () => ({ state: "empty" as const }))} size={96} />}
      <div className="empty-text">
        <p>
          <strong>{title}</strong>
        </p>
        {isWords(children) ? <p>{children}</p> : children}
        {action && <div className="actions">{action}</div>}
      </div>
    </div>
  );
}

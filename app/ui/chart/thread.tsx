import type { ReactNode } from "react";
import { FieldMark } from "../form/field-mark.tsx";

type ThreadState = "start" | "done" | "now" | "to-come" | "stopped";

export type ThreadItem = {
  key: string;
  state: ThreadState;
  /** The state in a word, for who does not see the bead. */
  stateWord?: string | undefined;
  /** The field mark where the thread starts. */
  shape?: number | undefined;
  label?: ReactNode;
  title?: ReactNode;
  content?: ReactNode;
};

/** Provenance, and only that: from what someone brought in to what became of it. */
export function Thread({ items, label }: { items: readonly ThreadItem[]; label?: string | undefined }) {
  const labelled = items.some((item) => item.label !== undefined);
  return (
    <ol className={labelled ? "thread labelled" : "thread"} aria-label={label}>
      {items.map((item) => (
        <li key={item.key} className={item.state === "start" && item.shape === undefined ? "done" : item.state}>
          {item.state === "start" && item.shape !== undefined && <FieldMark shape={item.shape} />}
          {labelled && (
            <div className="thread-label">
              {item.label}
              {item.stateWord && <span className="visually-hidden"> ({item.stateWord})</span>}
            </div>
          )}
          <div className="thread-content">
            {item.title && <span className="thread-title">{item.title}</span>}
            {!labelled && item.stateWord && <span className="visually-hidden">{item.stateWord}</span>}
            {item.content}
          </div>
        </li>
      ))}
    </ol>
  );
}

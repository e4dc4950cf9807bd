import type { ReactNode } from "react";

/** How a page begins: what it is part of, its heading, in one sentence what it is for, and where one may go. */
export function PageHead(props: { title: ReactNode; eyebrow?: ReactNode; lead?: ReactNode; children?: ReactNode }) {
  return (
    <div className="page-head">
      {props.eyebrow === undefined ? null : <p className="eyebrow">{props.eyebrow}</p>}
      <h1>{props.title}</h1>
      {props.lead === undefined ? null : <p className="lead">{props.lead}</p>}
      {props.children}
    </div>
  );
}

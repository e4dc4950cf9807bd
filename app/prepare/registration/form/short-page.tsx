import type { ReactNode } from "react";
import { PublicFrame } from "../../../ui/frame.tsx";
import "./registration.css";

/** A page with one message, or one button. */
export function ShortPage({ title, lead, children }: { title: string; lead?: ReactNode; children?: ReactNode }) {
  return (
    <PublicFrame>
      <title>{title}</title>
      <meta name="robots" content="noindex" />
      <div className="short">
        <h1>{title}</h1>
        {lead ? <p className="lead">{lead}</p> : null}
        {children}
      </div>
    </PublicFrame>
  );
}

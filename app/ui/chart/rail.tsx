import type { ReactNode } from "react";

type Props = { id: string; heading: ReactNode; beside?: ReactNode; children: ReactNode };

/** A section with its heading in the rail and its text to the right. */
export function Rail({ id, heading, beside, children }: Props) {
  return (
    <section className="rail" aria-labelledby={id}>
      <div>
        <h2 id={id}>{heading}</h2>
        {beside}
      </div>
      <div>{children}</div>
    </section>
  );
}

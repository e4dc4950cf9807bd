import type { ReactNode } from "react";

type Props = {
  as?: "div" | "section" | "article" | "li" | undefined;
  look?: "plain" | "lifted" | "chosen" | "dashed" | undefined;
  id?: string | undefined;
  labelledBy?: string | undefined;
  className?: string | undefined;
  children: ReactNode;
};

/** Only for what can be picked up: a note, a person's card, one thing to decide on. */
export function Card({ as: Tag = "div", look = "plain", id, labelledBy, className = "", children }: Props) {
  return (
    <Tag id={id} aria-labelledby={labelledBy} className={["card", look !== "plain" && look, className].filter(Boolean).join(" ")}>
      {children}
    </Tag>
  );
}

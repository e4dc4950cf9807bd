import type { ComponentProps, ReactNode } from "react";
import { Anchor } from "./anchor.tsx";

type HeadingProps = { level: 1 | 2 | 3 | 4; looksLike?: 1 | 2 | 3 | 4; id?: string; className?: string; children: ReactNode };

export function Heading({ level, looksLike = level, id, className = "", children }: HeadingProps) {
  const Tag = `h${level}` as const;
  return (
    <Tag id={id} className={`nl-heading nl-heading--level-${looksLike} ${className}`.trim()}>
      {children}
    </Tag>
  );
}

export function Paragraph({
  lead = false,
  className = "",
  children,
}: {
  lead?: boolean;
  className?: string;
  children: ReactNode;
}) {
  return <p className={`nl-paragraph ${lead ? "nl-paragraph--lead" : ""} ${className}`.trim().replace(/ +/g, " ")}>{children}</p>;
}

export function TextLink({ className = "", ...rest }: ComponentProps<typeof Anchor>) {
  return <Anchor className={`nl-link ${className}`.trim()} {...rest} />;
}

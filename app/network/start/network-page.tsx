import type { ReactNode } from "react";
import { Written } from "../../ui/form/typed.tsx";
import { PublicFrame } from "../../ui/frame.tsx";
import { PageHead } from "../../ui/layout/page-head.tsx";
import { NetworkNav, type NetworkPage as Page } from "./network-nav.tsx";

interface Props {
  readonly title: string;
  /** The dialogue whose network it is. */
  readonly of: string;
  readonly lead?: string;
  readonly slug: string;
  readonly here: Page | null;
  readonly member: boolean;
  readonly children: ReactNode;
}

/** A page of the network; search engines leave it alone. */
export function NetworkPage({ title, of, lead, slug, here, member, children }: Props) {
  return (
    <PublicFrame>
      <title>{`${title} · ${of}`}</title>
      <meta name="robots" content="noindex" />
      <PageHead title={title} eyebrow={<Written>{of}</Written>} lead={lead} />
      <NetworkNav slug={slug} here={here} member={member} />
      {children}
    </PublicFrame>
  );
}

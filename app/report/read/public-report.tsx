import { use } from "react";
import { PageContext } from "../../language/page-context.ts";
import { useWords } from "../../language/words.ts";
import { threadsWords } from "../../programme/messages/threads.ts";
import { PublicFrame } from "../../ui/frame.tsx";
import { Notice } from "../../ui/notice.tsx";
import { reportWords } from "./messages/report.ts";
import "../../session/results/results.css";
import "../../ui/css/province-map.css";
import "./report.css";
import "../priorities/short-lists.css";

interface Props {
  readonly origin: string;
  readonly slug: string;
  readonly title: string;
  readonly number: number;
  readonly newest: number;
  /** The same for search engines, as JSON; null: nothing to tell them. */
  readonly told: string | null;
  /** Whether the organiser has the programme open. */
  readonly programme: boolean;
}

/** Around the report itself, which was drawn before. */
export function PublicReport({ origin, slug, title: of, number, newest, programme, told }: Props) {
  const m = useWords(reportWords);
  const { title: threads, toProgramme } = useWords(threadsWords);
  const { nonce, drawn = "" } = use(PageContext);
  const address = `${origin}/verslag/${slug}`;
  const title = m.title({ title: of });
  return (
    <PublicFrame
      footer={
        <>
          {programme ? <a href={`/programma/${slug}`}>{toProgramme}</a> : null}
          <a href={`/verslag/${slug}/draden`}>{threads}</a>
          <a href={`/oproep/${slug}`}>{m.call}</a>
          <a href={`/mijn/${slug}/inbreng`}>{m.mine}</a>
        </>
      }
    >
      <title>{title}</title>
      <meta name="description" content={m.description({ title: of, number })} />
      <meta property="og:type" content="article" />
      <meta property="og:title" content={title} />
      <meta property="og:description" content={m.description({ title: of, number })} />
      <meta property="og:url" content={address} />
      <meta property="og:image" content={`${address}/${number}/beeld.png`} />
      <meta property="og:image:width" content="1200" />
      <meta property="og:image:height" content="630" />
      <meta name="twitter:card" content="summary_large_image" />
      <link rel="alternate" type="application/atom+xml" href="/verslagen.atom" />
      <link rel="canonical" href={newest === number ? address : `${address}/${number}`} />
      {told ? (
        // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON of which no letter opens or ends an element
        <script type="application/ld+json" nonce={nonce} dangerouslySetInnerHTML={{ __html: told }} />
      ) : null}
      {newest > number ? (
        <Notice variant="warn">
          <p>
            <a href={`/verslag/${slug}`}>{m.newer({ number: newest })}</a>
          </p>
        </Notice>
      ) : null}
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: what React drew, with every word of people escaped */}
      <div dangerouslySetInnerHTML={{ __html: drawn }} />
    </PublicFrame>
  );
}

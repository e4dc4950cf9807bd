import { PublicFrame } from "../frame.tsx";
import { reportWords } from "../messages/report.ts";
import { threadsWords } from "../messages/threads.ts";
import { useWords } from "../messages/words.ts";
import { Notice } from "../ui/notice.tsx";
import "../results/results.css";
import "./report.css";
import "./short-lists.css";

interface Props {
  /** The report itself, drawn before. */
  readonly html: string;
  readonly origin: string;
  readonly slug: string;
  readonly title: string;
  readonly number: number;
  readonly newest: number;
  /** Whether the organiser has the programme open. */
  readonly programme: boolean;
}

export function PublicReport({ html, origin, slug, title: of, number, newest, programme }: Props) {
  const m = useWords(reportWords);
  const { title: threads, toProgramme } = useWords(threadsWords);
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
      <meta property="og:image" content={`${origin}/oproep/${slug}/beeld.png`} />
      <link rel="alternate" type="application/atom+xml" href="/verslagen.atom" />
      <link rel="canonical" href={newest === number ? address : `${address}/${number}`} />
      {newest > number ? (
        <Notice variant="warn">
          <p>
            <a href={`/verslag/${slug}`}>{m.newer({ number: newest })}</a>
          </p>
        </Notice>
      ) : null}
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: what React drew, with every word of people escaped */}
      <div dangerouslySetInnerHTML={{ __html: html }} />
    </PublicFrame>
  );
}

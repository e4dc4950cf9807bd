import { PublicFrame } from "../frame.tsx";
import { reportWords } from "../messages/report.ts";
import { useWords } from "../messages/words.ts";
import { Notice } from "../ui/notice.tsx";
import type { ReportPage } from "./page.ts";
import { ReportView } from "./report-view.tsx";

export function PublicReport({ page, origin, pdf }: { page: ReportPage; origin: string; pdf: boolean }) {
  const m = useWords(reportWords);
  const number = page.number ?? 0;
  const newest = page.versions[0]?.number ?? number;
  const address = `${origin}/verslag/${page.slug}`;
  const title = m.title({ title: page.content.title });
  return (
    <PublicFrame
      footer={
        <>
          <a href={`/oproep/${page.slug}`}>{m.call}</a>
          <a href={`/mijn/${page.slug}/inbreng`}>{m.mine}</a>
        </>
      }
    >
      <title>{title}</title>
      <meta name="description" content={m.description({ title: page.content.title, number })} />
      <meta property="og:type" content="article" />
      <meta property="og:title" content={title} />
      <meta property="og:description" content={m.description({ title: page.content.title, number })} />
      <meta property="og:url" content={address} />
      <meta property="og:image" content={`${origin}/oproep/${page.slug}/beeld.png`} />
      <link rel="alternate" type="application/atom+xml" href="/verslagen.atom" />
      <link rel="canonical" href={newest === number ? address : `${address}/${number}`} />
      {newest > number ? (
        <Notice variant="warn">
          <p>
            <a href={`/verslag/${page.slug}`}>{m.newer({ number: newest })}</a>
          </p>
        </Notice>
      ) : null}
      <ReportView page={page} pdf={pdf} />
    </PublicFrame>
  );
}

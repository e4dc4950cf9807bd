import { askedByGuest } from "../../dialogue/access/asked.server.ts";
import { servicesContext } from "../../dialogue/access/context.server.ts";
import { useLocale, useWords } from "../../language/words.ts";
import { dateTime } from "../../platform/time.ts";
import { Empty } from "../../ui/empty.tsx";
import { Typed } from "../../ui/form/typed.tsx";
import { Help, PublicFrame } from "../../ui/frame.tsx";
import { PageHead } from "../../ui/layout/page-head.tsx";
import small from "../../ui/layout/small.client.ts?worker&url";
import { Notice } from "../../ui/notice.tsx";
import { citedIn, referencesOf } from "../gather/content.ts";
import { quoteOf, type ReportPage } from "../publish/page.ts";
import { ReportView } from "../read/report-view.tsx";
import { UnderPart } from "../write/beside.tsx";
import type { Route } from "./+types/mine-review.route.ts";
import { reviewWords } from "./messages/review.ts";
import { PartState } from "./part-state.tsx";
import { findReadAlong, type ReadAlong } from "./review-page.server.ts";

export const handle = { script: false, small };

export async function loader({ context }: Route.LoaderArgs) {
  const { dialogue, guest } = askedByGuest(context);
  const found = await findReadAlong(context.get(servicesContext).db, dialogue, guest.personId, new Date());
  return { found, slug: dialogue.slug, title: dialogue.title, help: dialogue.helpContact };
}

export default function ReadAlongPage({ loaderData: { found, slug, title, help } }: Route.ComponentProps) {
  const m = useWords(reviewWords).mine;
  const locale = useLocale();
  if (!found || !("page" in found))
    return (
      <PublicFrame footer={<Help contact={help} />}>
        <title>{`${m.title} · ${title}`}</title>
        <meta name="robots" content="noindex" />
        <h1>{m.title}</h1>
        <Empty title={found ? m.planned({ from: dateTime(found.opensAt, locale) }) : m.none} />
        <p>
          <a href={`/mijn/${slug}`}>{m.back}</a>
        </p>
      </PublicFrame>
    );
  const { review, moment, page, remarks, dissents, agreed } = found;
  const open = moment === "open";
  return (
    <PublicFrame footer={<Help contact={help} />}>
      <title>{`${m.title} · ${title}`}</title>
      <meta name="robots" content="noindex" />
      <PageHead
        title={m.title}
        eyebrow={m.copy({ n: review.copy, at: dateTime(review.copiedAt, locale) })}
        lead={open ? m.lead({ until: dateTime(review.closesAt, locale) }) : m.closedLead}
      >
        {open
          ? found.recognisable.map((number) => (
              <Notice
                key={number}
                variant="warn"
                action={<a href={`/mijn/${slug}/woorden/${number}`}>{m.recognisableChange({ n: number })}</a>}
              >
                {m.recognisable({ n: number })}
              </Notice>
            ))
          : null}
        <Yours page={page} gone={found.gone} />
        <p className="row-actions">
          {page.versions.length > 0 ? <a href={`/verslag/${slug}`}>{m.toReport}</a> : null}
          <a href={`/mijn/${slug}`}>{m.back}</a>
        </p>
      </PageHead>
      <UnderPart
        value={(part) => (
          <PartState part={part} slug={slug} page={page} remarks={remarks} dissents={dissents} agreed={agreed} open={open} />
        )}
      >
        <ReportView page={page} heading={2} />
      </UnderPart>
    </PublicFrame>
  );
}

/** One's own words in this copy, with the way to their place and to changing them. */
function Yours({ page, gone }: { page: ReportPage; gone: ReadAlong["gone"] }) {
  const m = useWords(reviewWords).mine;
  const mine = new Set<string>(page.mine ?? []);
  const all = [...referencesOf(page.content), ...citedIn(page.content)].filter(({ id }) => mine.has(id));
  const own = [...new Map(all.map((one) => [one.id, one])).values()].sort((a, b) => a.number - b.number);
  if (own.length === 0) return <p>{m.yoursNone}</p>;
  const there = own.filter(({ id }) => !gone[id]);
  return (
    <>
      {there.length > 0 ? <p>{m.yoursText({ n: there.length })}</p> : null}
      <ul className="plain own-list">
        {own.map(({ id, number }) => {
          const quote = quoteOf(page, id);
          const why = gone[id];
          if (why || quote.status !== "there")
            return (
              <li key={id}>
                <p>{m.yoursGone[why ?? "hidden"]({ n: number })}</p>
              </li>
            );
          return (
            <li key={id}>
              <Typed as="p">{quote.text}</Typed>
              <p className="row-actions small">
                <a href={`#bijdrage-${number}`}>
                  {m.toPlace}
                  <span className="visually-hidden">: {number}</span>
                </a>
                <a href={`/mijn/${page.slug}/woorden/${number}`}>
                  {m.ownWords}
                  <span className="visually-hidden">: {number}</span>
                </a>
              </p>
            </li>
          );
        })}
      </ul>
    </>
  );
}

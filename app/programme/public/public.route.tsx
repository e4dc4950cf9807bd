import { data } from "react-router";
import { placeContext, servicesContext } from "../../dialogue/access/context.server.ts";
import { useWords } from "../../language/words.ts";
import { Around, Typed, Written } from "../../ui/form/typed.tsx";
import { PublicFrame } from "../../ui/frame.tsx";
import { Disclosure } from "../../ui/layout/disclosure.tsx";
import { PageHead } from "../../ui/layout/page-head.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Tag } from "../../ui/tag.tsx";
import { Answer } from "../answers/answer-line.tsx";
import { ReactionsTold } from "../answers/reactions-told.tsx";
import { dayOf } from "../items/day.ts";
import { lateDay } from "../items/item.ts";
import { stateTones } from "../items/item-list.tsx";
import { ItemRead } from "../items/item-read.tsx";
import type { Item } from "../items/items.server.ts";
import { listLineage } from "../items/lineage.server.ts";
import { newestVersion } from "../items/newest-version.server.ts";
import { findOwner, findProgramme, listNews } from "../items/programme.server.ts";
import { movesOf, timelineOf } from "../items/timeline.ts";
import { TimelineView } from "../items/timeline-view.tsx";
import { coverageWords } from "../messages/coverage.ts";
import { programmeWords } from "../messages/programme.ts";
import { programmeWorkWords } from "../messages/programme-work.ts";
import { threadsWords } from "../messages/threads.ts";
import { timelineWords } from "../messages/timeline.ts";
import { News } from "../news/news-list.tsx";
import type { Route } from "./+types/public.route.ts";
import "../items/programme.css";

export const handle = { script: false };

/** Only what the organiser opened; what is no longer shown is as if it was never there. */
export async function loader({ context }: Route.LoaderArgs) {
  const { dialogue } = context.get(placeContext);
  if (!dialogue?.programmeShownAt) throw data("missing", { status: 404 });
  const { db, environment } = context.get(servicesContext);
  const { items, themes, open, fields, parties, areas } = await findProgramme(db, dialogue.id);
  const version = await newestVersion(db, dialogue.id);
  const lineage = await listLineage(db, dialogue.id);
  const news = await listNews(db, lineage);
  const today = dayOf(new Date());
  return {
    title: dialogue.title,
    owner: await findOwner(db, dialogue.id),
    slug: dialogue.slug,
    origin: environment.origin,
    items: items.map(({ updatedBy: _, history: __, ...one }) => ({
      ...one,
      claims: shownClaims(one.claims, version, dialogue.slug),
    })),
    lineage: lineage.map(({ id, number, title, text, now, mergedInto, splitFrom }) => ({
      ...{ id, number, title, text, now: now?.id ?? null, mergedInto, splitFrom },
    })),
    themes: themes.map(({ id, name, people, items: numbers, answer }) => ({
      ...{ id, name, people, answer, items: numbers },
      inReport: version?.themes.includes(id) ?? false,
    })),
    news,
    choices: { fields, parties, areas },
    open: open.length,
    report: version !== null,
    today,
    line: timelineOf(
      items.map(({ number, steps, owners }) => ({
        number,
        steps,
        late: lateDay(
          today,
          owners.some(({ hears }) => hears),
        ),
      })),
      movesOf(items, news),
      today,
    ),
  };
}

/** Findings as far as they stand in the newest version of the report. */
function shownClaims(claims: Item["claims"], version: Awaited<ReturnType<typeof newestVersion>>, slug: string) {
  return claims.flatMap(({ id, number, insightId, blockId, words }) => {
    if (insightId)
      return version?.insights.some((one) => one.number === number)
        ? [{ id, number, words, href: `/verslag/${slug}#inzicht-${number}` }]
        : [];
    return version?.sentences.some((one) => one.block === blockId && one.words === words)
      ? [{ id, number: null, words, href: `/verslag/${slug}` }]
      : [];
  });
}

export default function PublicProgramme({ loaderData }: Route.ComponentProps) {
  const words = useWords(programmeWords);
  const m = words.page;
  const covers = useWords(coverageWords);
  const work = useWords(programmeWorkWords);
  const threads = useWords(threadsWords).title;
  const timeline = useWords(timelineWords);
  const { title, owner, slug, origin, items, lineage, themes, news, choices, open, report, today, line } = loaderData;
  const address = `${origin}/programma/${slug}`;
  const told = themes.filter((one) => one.items.length > 0 || one.answer !== null);
  const left = themes.filter((one) => !told.includes(one) && one.inReport);
  const served = themes.filter((one) => one.items.length > 0).length;
  return (
    <PublicFrame
      footer={
        <>
          <a href={`/programma/${slug}/dekking`}>{covers.link}</a>
          {report ? <a href={`/verslag/${slug}`}>{m.report}</a> : null}
          {report ? <a href={`/verslag/${slug}/draden`}>{threads}</a> : null}
          <a href={`/mijn/${slug}/inbreng`}>{m.mine}</a>
        </>
      }
    >
      <title>{m.title({ title })}</title>
      <meta name="description" content={m.description({ title })} />
      <meta property="og:type" content="website" />
      <meta property="og:title" content={m.title({ title })} />
      <meta property="og:description" content={m.description({ title })} />
      <meta property="og:url" content={address} />
      <meta property="og:image" content={`${address}/beeld.png`} />
      <meta property="og:image:width" content="1200" />
      <meta property="og:image:height" content="630" />
      <link rel="canonical" href={address} />
      <PageHead
        title={m.heading}
        eyebrow={<Written>{title}</Written>}
        lead={items.length > 0 ? m.lead({ items: items.length, themes: served }) : m.none}
      />
      {told.length > 0 ? (
        <section aria-labelledby="themas">
          <h2 id="themas">{m.themes}</h2>
          {told.map((one) => (
            <section key={one.id} className="finding" aria-labelledby={`thema-${one.id}`}>
              <h3 id={`thema-${one.id}`}>
                <Written>{one.name}</Written>
              </h3>
              <p className="small quiet">
                {m.people({ n: one.people })}. {one.inReport ? <a href={`/verslag/${slug}#thema-${one.id}`}>{m.voices}</a> : null}
              </p>
              {one.answer ? (
                <Answer answer={one.answer} by={owner} itemAt={(number) => `#punt-${number}`} />
              ) : (
                <p>{m.unanswered}.</p>
              )}
              {one.items.length > 0 ? (
                <ul>
                  {items
                    .filter(({ number }) => one.items.includes(number))
                    .map((item) => (
                      <li key={item.id}>
                        <a href={`#punt-${item.number}`}>
                          <Written>{item.title}</Written>
                        </a>{" "}
                        ({words.states[item.state].toLowerCase()})
                      </li>
                    ))}
                </ul>
              ) : null}
            </section>
          ))}
          {left.length > 0 ? (
            <p>
              <Around words={{ names: left.map(({ name }) => name) }} say={m.themesLeft} />
            </p>
          ) : null}
        </section>
      ) : null}
      {line ? (
        <section aria-labelledby="tijdlijn">
          <h2 id="tijdlijn">{timeline.heading}</h2>
          <TimelineView line={line} items={items} itemAt={(number) => `#punt-${number}`} />
        </section>
      ) : null}
      {items.length > 0 ? (
        <section aria-labelledby="punten">
          <h2 id="punten">{m.items}</h2>
          {items.map((item) => {
            const former = lineage.filter((one) => one.now === item.id && one.id !== item.id);
            const own = news.filter(({ itemId }) => itemId === item.id);
            return (
              <section key={item.id} className="finding" aria-labelledby={`punt-${item.number}`}>
                <h3 id={`punt-${item.number}`}>
                  <span className="n">{item.number}.</span> <Written>{item.title}</Written>
                </h3>
                <p>
                  <Tag tone={stateTones[item.state]}>{words.states[item.state]}</Tag>{" "}
                  <span className="small quiet">{words.kinds[item.kind]}</span>
                </p>
                <ItemRead
                  item={item}
                  choices={{ ...choices, themes }}
                  themeAt={(id) => `#thema-${id}`}
                  today={lateDay(
                    today,
                    item.owners.some(({ hears }) => hears),
                  )}
                />
                {former.map((one) => (
                  <Disclosure
                    key={one.id}
                    id={`punt-${one.number}`}
                    summary={work.news.formerWords({ n: one.number, title: one.title })}
                  >
                    <Typed as="p">{one.text || one.title}</Typed>
                    <News news={news.filter(({ itemId }) => itemId === one.id)} lineage={lineage} own={one} />
                  </Disclosure>
                ))}
                {item.figures ? <ReactionsTold figures={item.figures} /> : null}
                {own.length > 0 ? (
                  <>
                    <h4>{m.news}</h4>
                    <News news={own} lineage={lineage} own={item} />
                  </>
                ) : null}
              </section>
            );
          })}
        </section>
      ) : null}
      {open > 0 ? (
        <Notice title={m.unanswered}>
          <p>{m.unansweredText({ n: open })}</p>
        </Notice>
      ) : null}
    </PublicFrame>
  );
}

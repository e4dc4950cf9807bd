import { data } from "react-router";
import { placeContext, servicesContext } from "../context.ts";
import { PublicFrame } from "../frame.tsx";
import { programmeWords } from "../messages/programme.ts";
import { useWords } from "../messages/words.ts";
import { Notice } from "../ui/notice.tsx";
import { Tag } from "../ui/tag.tsx";
import type { Route } from "./+types/public.route.ts";
import { Answer } from "./answer-line.tsx";
import { dayOf } from "./day.ts";
import { stateTones } from "./item-list.tsx";
import { ItemRead } from "./item-read.tsx";
import { newestVersion } from "./newest-version.server.ts";
import { findProgramme, listNews } from "./programme.server.ts";
import { News } from "./progress-form.tsx";
import "./programme.css";

export const handle = { script: false };

/** Only what the organiser opened; what is no longer shown is as if it was never there. */
export async function loader({ context }: Route.LoaderArgs) {
  const { dialogue } = context.get(placeContext);
  if (!dialogue?.programmeShownAt) throw data("missing", { status: 404 });
  const { db, environment } = context.get(servicesContext);
  const { items, themes, open, fields, parties } = await findProgramme(db, dialogue.id);
  const version = await newestVersion(db, dialogue.id);
  return {
    title: dialogue.title,
    slug: dialogue.slug,
    origin: environment.origin,
    items: items.map(({ updatedBy: _, ...one }) => one),
    themes: themes.map(({ id, name, people, items: numbers, answer }) => ({
      ...{ id, name, people, answer, items: numbers },
      inReport: version?.themes.includes(id) ?? false,
    })),
    news: await listNews(db, items),
    choices: { fields, parties },
    open: open.length,
    report: version !== null,
    today: dayOf(new Date()),
  };
}

export default function PublicProgramme({ loaderData }: Route.ComponentProps) {
  const words = useWords(programmeWords);
  const m = words.page;
  const { title, slug, origin, items, themes, news, choices, open, report, today } = loaderData;
  const address = `${origin}/programma/${slug}`;
  const told = themes.filter((one) => one.items.length > 0 || one.answer !== null);
  return (
    <PublicFrame
      footer={
        <>
          {report ? <a href={`/verslag/${slug}`}>{m.report}</a> : null}
          <a href={`/mijn/${slug}/inbreng`}>{m.mine}</a>
        </>
      }
    >
      <title>{m.title({ title })}</title>
      <meta name="description" content={m.description({ title })} />
      <meta property="og:title" content={m.title({ title })} />
      <meta property="og:description" content={m.description({ title })} />
      <meta property="og:url" content={address} />
      <meta property="og:image" content={`${origin}/oproep/${slug}/beeld.png`} />
      <link rel="canonical" href={address} />
      <div className="page-head">
        <p className="eyebrow">{title}</p>
        <h1>{m.heading}</h1>
        <p className="lead">{items.length > 0 ? m.lead({ items: items.length, themes: themes.length }) : m.none}</p>
      </div>
      {told.length > 0 ? (
        <section aria-labelledby="themas">
          <h2 id="themas">{m.themes}</h2>
          {told.map((one) => (
            <section key={one.id} className="finding" aria-labelledby={`thema-${one.id}`}>
              <h3 id={`thema-${one.id}`}>{one.name}</h3>
              <p className="small quiet">
                {m.people({ n: one.people })}. {one.inReport ? <a href={`/verslag/${slug}#thema-${one.id}`}>{m.voices}</a> : null}
              </p>
              {one.answer ? <Answer answer={one.answer} itemAt={(number) => `#punt-${number}`} /> : <p>{m.unanswered}.</p>}
              {one.items.length > 0 ? (
                <ul>
                  {items
                    .filter(({ number }) => one.items.includes(number))
                    .map((item) => (
                      <li key={item.id}>
                        <a href={`#punt-${item.number}`}>{item.title}</a> ({words.states[item.state].toLowerCase()})
                      </li>
                    ))}
                </ul>
              ) : null}
            </section>
          ))}
        </section>
      ) : null}
      {items.length > 0 ? (
        <section aria-labelledby="punten">
          <h2 id="punten">{m.items}</h2>
          {items.map((item) => {
            const own = news.filter(({ itemId }) => itemId === item.id);
            return (
              <section key={item.id} className="finding" aria-labelledby={`punt-${item.number}`}>
                <h3 id={`punt-${item.number}`}>
                  <span className="n">{item.number}.</span> {item.title}
                </h3>
                <p>
                  <Tag tone={stateTones[item.state]}>{words.states[item.state]}</Tag>{" "}
                  <span className="small quiet">{words.kinds[item.kind]}</span>
                </p>
                <ItemRead item={item} choices={{ ...choices, themes }} themeAt={(id) => `#thema-${id}`} today={today} />
                {own.length > 0 ? (
                  <>
                    <h4>{m.news}</h4>
                    <News news={own} />
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

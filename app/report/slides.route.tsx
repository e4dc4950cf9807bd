import { data } from "react-router";
import { placeContext, servicesContext } from "../context.ts";
import { reportWords } from "../messages/report.ts";
import { slidesWords } from "../messages/slides.ts";
import { useWords } from "../messages/words.ts";
import { FieldMark } from "../ui/field-mark.tsx";
import type { Route } from "./+types/slides.route.ts";
import { edition } from "./edition.ts";
import { findReadPage, versionNumber } from "./page.server.ts";
import { quoteOf } from "./page.ts";
import "./slides.css";

export const handle = { script: false };

const voices = 3;
/** What still reads on a slide. */
const longest = 220;

export async function loader({ context, params }: Route.LoaderArgs) {
  const { dialogue } = context.get(placeContext);
  const number = versionNumber(params.number);
  if (!dialogue || number === null) throw data("missing", { status: 404 });
  const { db, environment } = context.get(servicesContext);
  const page = await findReadPage(db, dialogue, number);
  if (!page) throw data("missing", { status: 404 });
  const { themes, programme } = page.content;
  const report = `/verslag/${page.slug}/${number}`;
  return {
    ...{ title: page.content.title, version: edition(number), report, address: environment.origin + report },
    themes: themes.map(({ id, name, description, people, fields, needs }) => ({
      ...{ id, name, description, people, fields, needs: needs.length },
      voices: needs
        .flatMap((need) => {
          const quote = quoteOf(page, need.id);
          return quote.status === "there" && quote.text.length <= longest
            ? [{ number: need.number, text: quote.text, field: quote.field }]
            : [];
        })
        .slice(0, voices),
      items: (programme?.items ?? []).filter((item) => item.themes.includes(id)).map((item) => item.title),
    })),
  };
}

export default function Slides({ loaderData: { title, version, report, address, themes } }: Route.ComponentProps) {
  const m = useWords(slidesWords);
  const r = useWords(reportWords);
  return (
    <main className="slides" id="inhoud">
      <title>{m.title({ title })}</title>
      <meta name="robots" content="noindex" />
      <header className="no-print">
        <h1>{m.title({ title })}</h1>
        <p>
          {m.how} <a href={report}>{m.back}</a>
        </p>
      </header>
      {themes.length === 0 ? <p>{m.none}</p> : null}
      {themes.map((theme, at) => (
        <section key={theme.id} className="slide" aria-labelledby={`dia-${at + 1}`}>
          <p className="slide-of">{title}</p>
          <h2 id={`dia-${at + 1}`}>{theme.name}</h2>
          <p className="slide-line">{r.needs.line(theme)}</p>
          <div className="slide-body">
            <ul className="plain">
              {theme.voices.map((voice) => (
                <li key={voice.number}>
                  <blockquote>{voice.text}</blockquote>
                  <p>
                    {voice.field ? <FieldMark shape={voice.field.shape} /> : null}{" "}
                    {[voice.field?.name, r.quotes.number({ n: voice.number })].filter(Boolean).join(". ")}
                  </p>
                </li>
              ))}
            </ul>
            {theme.items.length > 0 ? (
              <div className="slide-items">
                <h3>{r.sections.programma}</h3>
                <ul>
                  {theme.items.slice(0, 4).map((item) => (
                    <li key={item}>{item}</li>
                  ))}
                </ul>
              </div>
            ) : null}
          </div>
          <p className="slide-source">{m.source({ address, version, n: at + 1, of: themes.length })}</p>
        </section>
      ))}
    </main>
  );
}

import { data } from "react-router";
import { placeContext, servicesContext, visitContext } from "../../dialogue/access/context.server.ts";
import { useWords } from "../../language/words.ts";
import { FieldMark } from "../../ui/form/field-mark.tsx";
import { Around, Written } from "../../ui/form/typed.tsx";
import { edition } from "../publish/edition.ts";
import { findReadPage, versionNumber } from "../publish/page.server.ts";
import { reportWords } from "../read/messages/report.ts";
import type { Route } from "./+types/slides.route.ts";
import { pressWords } from "./messages/press.ts";
import { slidesWords } from "./messages/slides.ts";
import { pressFigures } from "./press-figure.ts";
import { slidesOf } from "./slide.server.ts";
import "./slides.css";

export const handle = { script: false };

export async function loader({ context, params }: Route.LoaderArgs) {
  const { dialogue } = context.get(placeContext);
  const number = versionNumber(params.number);
  if (!dialogue || number === null) throw data("missing", { status: 404 });
  const { db, environment } = context.get(servicesContext);
  const page = await findReadPage(db, dialogue, number);
  if (!page) throw data("missing", { status: 404 });
  const report = `/verslag/${page.slug}/${number}`;
  return {
    ...{ title: page.content.title, version: edition(number), report, address: environment.origin + report },
    themes: slidesOf(page),
    figures: pressFigures(page, pressWords[context.get(visitContext).locale]).map(({ name, title, rows }) => ({
      ...{ name, title, says: rows.map(({ name: row, said }) => `${row}: ${said}`).join("; ") },
    })),
  };
}

export default function Slides({ loaderData: { title, version, report, address, themes, figures } }: Route.ComponentProps) {
  const m = useWords(slidesWords);
  const r = useWords(reportWords);
  return (
    <main className="slides" id="inhoud">
      <title>{m.title({ title })}</title>
      <meta name="robots" content="noindex" />
      <header className="no-print">
        <h1>
          <Around words={{ title }} say={m.title} />
        </h1>
        <p>
          {m.how} <a href={report}>{m.back}</a>
        </p>
      </header>
      {themes.length === 0 ? <p>{m.none}</p> : null}
      {themes.map((theme, at) => (
        <section key={theme.id} aria-labelledby={`dia-${at + 1}`}>
          <div className="slide">
            <p className="slide-of">
              <Written>{title}</Written>
            </p>
            <h2 id={`dia-${at + 1}`}>
              <Written>{theme.name}</Written>
            </h2>
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
                      <li key={item}>
                        <Written>{item}</Written>
                      </li>
                    ))}
                  </ul>
                </div>
              ) : null}
            </div>
            <p className="slide-source">{m.source({ address, version, n: at + 1, of: themes.length })}</p>
          </div>
          <p className="no-print">
            <a href={`${report}/dia/${at + 1}.png`} download={`dia-${at + 1}.png`}>
              {m.png({ name: theme.name })}
            </a>
          </p>
        </section>
      ))}
      {figures.length > 0 ? (
        <section className="no-print" aria-labelledby="figuren">
          <h2 id="figuren">{m.figures}</h2>
          <p>{m.figuresHow}</p>
          <ul className="plain press">
            {figures.map((figure) => (
              <li key={figure.name}>
                <h3 className="visually-hidden">{figure.title}</h3>
                <img src={`${report}/figuren/${figure.name}.svg`} alt={figure.says} loading="lazy" width={600} />
                <p>
                  {(["svg", "png"] as const).map((form) => (
                    <a key={form} href={`${report}/figuren/${figure.name}.${form}`} download={`${figure.name}.${form}`}>
                      {m.form[form]}
                      <span className="visually-hidden">: {figure.title}</span>
                    </a>
                  ))}
                </p>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </main>
  );
}

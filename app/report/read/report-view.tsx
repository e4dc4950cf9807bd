import { Fragment, type ReactNode } from "react";
import { useLocale, useWords } from "../../language/words.ts";
import { dateLong } from "../../platform/time.ts";
import { Written } from "../../ui/form/typed.tsx";
import type { ReportPage } from "../publish/page.ts";
import { Beside } from "../write/beside.tsx";
import { Texts, textsAt } from "../write/texts.tsx";
import { FormLinks } from "./form-links.tsx";
import { reportWords } from "./messages/report.ts";
import { isAnythingOpen, openQuestionsOf } from "./open-questions.ts";
import { isWritten, type SectionId, sectionIds } from "./places.ts";
import { Prose } from "./prose.tsx";
import { Method } from "./report-method.tsx";
import { Needs, Weight } from "./report-needs.tsx";
import { OpenQuestionsPart } from "./report-open.tsx";
import { Practice } from "./report-practice.tsx";
import { ProgrammePart } from "./report-programme.tsx";
import { InShort } from "./report-short.tsx";
import { CurrentApproach, GroupNotes } from "./report-voices.tsx";
import { WhoTookPart } from "./report-who.tsx";
import "./report.css";

/** A report as everybody reads it; the draft looks the same. */
export function ReportView({ page, heading = 1, pdf = false }: { page: ReportPage; heading?: 1 | 2; pdf?: boolean }) {
  const m = useWords(reportWords);
  const locale = useLocale();
  const { content, number, publishedAt } = page;
  const days = content.sessions.map(({ startsAt }) => dateLong(new Date(startsAt), locale));
  const Heading = heading === 1 ? "h1" : "h2";
  const sections = sectionsOf(page);
  const parts: Record<SectionId, ReactNode> = {
    bewoners: <ForResidents page={page} />,
    kort: <InShort page={page} />,
    wie: <WhoTookPart page={page} />,
    nu: <CurrentApproach page={page} />,
    nodig: <Needs page={page} />,
    zwaarst: <Weight page={page} />,
    praktijk: <Practice page={page} />,
    groepen: <GroupNotes page={page} />,
    conclusies: <Conclusions page={page} />,
    open: <OpenQuestionsPart page={page} />,
    programma: <ProgrammePart page={page} />,
    hoe: <Method page={page} />,
  };
  return (
    <div className="report">
      <header className="report-head">
        <p className="eyebrow">{m.eyebrow({ days })}</p>
        <Heading className="report-title">
          <Written>{content.title}</Written>
        </Heading>
        {content.introduction ? <Prose text={content.introduction} lead /> : null}
        <dl className="version">
          <div>
            <dt>{m.version}</dt>
            <dd>{number === null || !publishedAt ? m.draft : m.versionOf({ number, date: dateLong(publishedAt, locale) })}</dd>
          </div>
          {number === null ? null : (
            <div className="no-print">
              <dt>{m.take}</dt>
              <dd>
                <FormLinks at={`/verslag/${page.slug}/${number}`} pdf={pdf} />
              </dd>
            </div>
          )}
        </dl>
      </header>
      <nav className="contents no-print" aria-labelledby="inhoud" data-appendix={page.appendix}>
        <h2 id="inhoud">{m.contents}</h2>
        <ol className="plain">
          {sections.map(({ id, sub }) => (
            <li key={id}>
              <a href={`#${id}`}>{m.sections[id]}</a>
              {sub ? (
                <ol className="plain sub">
                  {sub.map((one) => (
                    <li key={one.id}>
                      <a href={`#${one.id}`}>
                        <Written>{one.name}</Written>
                      </a>
                    </li>
                  ))}
                </ol>
              ) : null}
            </li>
          ))}
        </ol>
      </nav>
      <article className="report-text">
        <Texts page={page} at="begin" />
        {sectionIds.map((id) => (
          <Fragment key={id}>
            {parts[id]}
            {sections.some((one) => one.id === id) ? <Beside page={page} part={id} /> : null}
            {isWritten(id) ? null : <Texts page={page} at={id} />}
            {page.number !== null && sections.some((one) => one.id === id) ? (
              <p className="small no-print">
                <a className="section-link" href={`#${id}`}>
                  {m.sectionLink}
                  <span className="visually-hidden">: {m.sections[id]}</span>
                </a>
              </p>
            ) : null}
          </Fragment>
        ))}
      </article>
    </div>
  );
}

/** The whole in plain words, for who lives there. */
function ForResidents({ page }: { page: ReportPage }) {
  const m = useWords(reportWords);
  if (textsAt(page, "bewoners").length === 0) return null;
  return (
    <section aria-labelledby="bewoners">
      <h2 id="bewoners">{m.sections.bewoners}</h2>
      <Texts page={page} at="bewoners" />
    </section>
  );
}

/** What the team concludes, in its lead and in texts with their grounds. */
function Conclusions({ page }: { page: ReportPage }) {
  const m = useWords(reportWords);
  const { conclusions } = page.content;
  if (!conclusions && textsAt(page, "conclusies").length === 0) return null;
  return (
    <section aria-labelledby="conclusies">
      <h2 id="conclusies">{m.sections.conclusies}</h2>
      {conclusions ? <Prose text={conclusions} /> : null}
      <Texts page={page} at="conclusies" />
    </section>
  );
}

/** The sections that have something to say. */
function sectionsOf(page: ReportPage): { id: SectionId; sub?: { id: string; name: string }[] }[] {
  const { works, chafes, suggestions, themes, unplaced, priorities, shortLists, insights, notes, conclusions, programme } =
    page.content;
  const has: Record<SectionId, boolean> = {
    bewoners: textsAt(page, "bewoners").length > 0,
    kort: true,
    wie: true,
    nu: works.length + chafes.length + suggestions.length > 0,
    nodig: themes.length + unplaced.length > 0,
    zwaarst: (priorities !== null && priorities.themes.length > 0) || Boolean(shortLists),
    praktijk: insights.length > 0,
    groepen: notes.length > 0,
    conclusies: conclusions !== "" || textsAt(page, "conclusies").length > 0,
    open: isAnythingOpen(openQuestionsOf(page)),
    programma: (programme?.items.length ?? 0) + (programme?.answers.length ?? 0) > 0,
    hoe: true,
  };
  return (Object.keys(has) as SectionId[])
    .filter((id) => has[id])
    .map((id) => (id === "nodig" ? { id, sub: themes.map(({ id: theme, name }) => ({ id: `thema-${theme}`, name })) } : { id }));
}

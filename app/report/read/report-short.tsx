import { useLocale, useWords } from "../../language/words.ts";
import { dateLong } from "../../platform/time.ts";
import type { VerdictStatus } from "../../session/outcomes/verdict.ts";
import { referencesOf } from "../gather/content.ts";
import { verdictIn } from "../gather/verdicts.ts";
import type { ReportPage } from "../publish/page.ts";
import { reportWords } from "./messages/report.ts";

/** The report in a few sentences, told from its numbers. */
export function InShort({ page }: { page: ReportPage }) {
  const m = useWords(reportWords);
  const locale = useLocale();
  const { content } = page;
  const { total } = content.taken.table;
  const needs = content.themes.reduce((sum, one) => sum + one.needs.length, 0) + content.unplaced.length;
  const [session] = content.sessions;
  const verdicts = content.insights.map((insight) => verdictIn(page, insight).verdict.status);
  const count = (verdict: VerdictStatus) => verdicts.filter((one) => one === verdict).length;
  const shown = (["confirmed", "under-conditions", "does-not-hold", "contested", "undecided"] as const).filter(
    (verdict) => count(verdict) > 0,
  );
  return (
    <section aria-labelledby="kort">
      <h2 id="kort">{m.sections.kort}</h2>
      <p>
        {total.status === "people"
          ? m.short.people({ n: total.people, day: session ? dateLong(new Date(session.startsAt), locale) : "" })
          : m.short.fewPeople}{" "}
        <Leads to={needs > 0 ? "#nodig" : null}>
          {m.short.brought({ n: referencesOf(content).length, needs, themes: content.themes.length })}
        </Leads>{" "}
        {content.insights.length > 0 ? <Leads to="#praktijk">{m.short.tested({ n: content.insights.length })}</Leads> : null}
      </p>
      {shown.length > 0 ? (
        <ul className="plain verdicts">
          {shown.map((verdict) => (
            <li key={verdict}>
              <VerdictMark verdict={verdict} />
              <span>{m.short.verdict[verdict]({ n: count(verdict) })}</span>
            </li>
          ))}
        </ul>
      ) : null}
      {page.number === null ? null : (
        <p className="small no-print">
          {m.short.yours} <a href={`/mijn/${page.slug}/inbreng`}>{m.short.toYours}</a>
        </p>
      )}
    </section>
  );
}

/** A sentence leads to what stands behind it. */
function Leads({ to, children }: { to: string | null; children: string }) {
  return to && children ? <a href={to}>{children}</a> : children;
}

/** Full, half or struck through; the words beside it say the same. */
export function VerdictMark({ verdict }: { verdict: VerdictStatus }) {
  if (verdict === "too-few") return null;
  return (
    <svg className="verdict" viewBox="0 0 20 20" aria-hidden="true">
      <circle className={verdict === "confirmed" ? "full" : undefined} cx="10" cy="10" r="8" />
      {verdict === "under-conditions" ? <path className="full" d="M10 2a8 8 0 0 0 0 16z" /> : null}
      {verdict === "does-not-hold" ? <path d="M4.5 15.5 15.5 4.5" /> : null}
      {verdict === "contested" ? <path d="M10 2v16" /> : null}
    </svg>
  );
}

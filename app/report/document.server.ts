import { wilson } from "../analysis/interval.ts";
import type { Part as Share } from "../insights/part.ts";
import { verdictSentence, verdictTitle } from "../insights/verdict-said.ts";
import type { Locale } from "../messages/locale.ts";
import { dateLong, dateShort } from "../platform/time.ts";
import { findingOf, sayFinding } from "../results/finding.ts";
import { type Compared, shareOf } from "../results/rounds.ts";
import { referencesOf } from "./content.ts";
import { type DocumentPart, heading, paragraph, paragraphs, type ReportDocument, said } from "./document.ts";
import { figuresOf, taken } from "./document-figures.server.ts";
import { open } from "./document-open.server.ts";
import { programme } from "./document-programme.server.ts";
import { appendix, beside, texts, voices } from "./document-voices.server.ts";
import { lists } from "./document-weight.server.ts";
import { type Words, wordsFor } from "./document-words.server.ts";
import { quoteOf, type ReportPage } from "./page.ts";
import { type SectionId, sectionIds } from "./places.ts";
import { asksFit, verdictIn } from "./verdicts.ts";

/** A published report for every form on paper. Its figures are those of the page, withheld where they are there. */
export function documentOf(page: ReportPage, locale: Locale): ReportDocument {
  const words = wordsFor(locale);
  const { content, number, publishedAt } = page;
  const subject =
    number === null || !publishedAt
      ? words.m.draft
      : `${words.m.version} ${words.m.versionOf({ number, date: dateLong(publishedAt, locale) })}`;
  const parts: DocumentPart[] = [
    paragraph(words.m.eyebrow({ days: content.sessions.map(({ startsAt }) => dateLong(new Date(startsAt), locale)) }), true),
    ...paragraphs(content.introduction),
    ...texts(page, words, "begin"),
    ...sectionIds.flatMap((id) => {
      const own = sections[id](page, words);
      const after = id === "conclusies" ? [] : texts(page, words, id);
      return own.length > 0 ? [heading(2, words.m.sections[id]), ...own, ...beside(page, words, id), ...after] : after;
    }),
    ...appendix(page, words),
  ];
  return { locale, title: content.title, subject, parts };
}

const sections: Readonly<Record<SectionId, (page: ReportPage, words: Words) => DocumentPart[]>> = {
  kort,
  wie: taken,
  nu({ content, ...page }, words) {
    const { works, chafes, suggestions } = content;
    const of = { works, chafes, suggestions } as const;
    return (["works", "chafes", "suggestions"] as const).flatMap((part) =>
      of[part].length > 0 ? [heading(3, words.m.now[part].heading), ...voices({ content, ...page }, words, of[part])] : [],
    );
  },
  nodig,
  zwaarst,
  praktijk,
  groepen(page, words) {
    const groups = [...Map.groupBy(page.content.notes, ({ step, group }) => `${step}\n${group ?? ""}`).values()];
    return groups.flatMap((own) => {
      const [first] = own;
      const group = first?.group ?? null;
      const title = [group === null ? "" : words.m.notes.group({ n: group }), first?.step].filter(Boolean).join(", ");
      return [...(title ? [heading(3, title)] : []), ...voices(page, words, own)];
    });
  },
  open,
  programma: programme,
  conclusies: (page, words) => [...paragraphs(page.content.conclusions), ...texts(page, words, "conclusies")],
  hoe({ content, hash, versions }, { m, locale }) {
    return [
      ...m.method.text.map((one) => paragraph(one)),
      paragraph(content.source ? m.method.source({ source: content.source, licence: content.licence ?? "" }) : m.method.licence),
      ...(hash ? [paragraph(m.method.hash({ hash }), true)] : []),
      ...(versions.length > 0
        ? [
            {
              kind: "table" as const,
              caption: m.method.versions,
              columns: [{ head: m.version }, { head: m.method.date }, { head: m.method.changed }],
              rows: versions.map(({ number, publishedAt, changeNote }) => [
                m.method.number({ n: number }),
                dateShort(publishedAt, locale),
                changeNote || m.method.first,
              ]),
            },
          ]
        : []),
    ];
  },
};

function kort(page: ReportPage, { m, locale }: Words): DocumentPart[] {
  const { content } = page;
  const { total } = content.taken.table;
  const needs = content.themes.reduce((sum, one) => sum + one.needs.length, 0) + content.unplaced.length;
  const [session] = content.sessions;
  const day = session ? dateLong(new Date(session.startsAt), locale) : "";
  const verdicts = content.insights.map((insight) => verdictIn(page, insight).verdict.status);
  const shown = (["confirmed", "under-conditions", "does-not-hold", "contested", "undecided"] as const).flatMap((verdict) => {
    const n = verdicts.filter((one) => one === verdict).length;
    return n > 0 ? [said(m.short.verdict[verdict]({ n }))] : [];
  });
  const sentences = [
    total.status === "people" ? m.short.people({ n: total.people, day }) : m.short.fewPeople,
    m.short.brought({ n: referencesOf(content).length, needs, themes: content.themes.length }),
    content.insights.length > 0 ? m.short.tested({ n: content.insights.length }) : "",
  ];
  return [
    paragraph(sentences.filter(Boolean).join(" ")),
    ...(shown.length > 0 ? [{ kind: "list" as const, ordered: false, items: shown }] : []),
  ];
}

function nodig(page: ReportPage, words: Words): DocumentPart[] {
  const { m } = words;
  const { themes, unplaced } = page.content;
  if (themes.length + unplaced.length === 0) return [];
  return [
    paragraph(m.needs.lead),
    ...(themes.length > 1
      ? [
          {
            kind: "table" as const,
            caption: m.needs.overview,
            columns: [{ head: m.needs.theme }, { head: m.peopleHead, numeric: true }, { head: m.needs.needs, numeric: true }],
            rows: themes.map(({ name, people, needs }) => [name, people, needs.length]),
          },
        ]
      : []),
    ...themes.flatMap(({ id, name, description, people, fields, needs }, at) => [
      heading(3, `${m.needs.numbered({ n: at + 1 })}: ${name}`),
      ...paragraphs(description),
      paragraph(m.needs.line({ needs: needs.length, people, fields })),
      ...voices(page, words, needs),
      ...beside(page, words, `thema-${id}`),
      ...texts(page, words, `thema-${id}`),
    ]),
    ...(unplaced.length > 0
      ? [heading(3, m.needs.unplaced), paragraph(m.needs.unplacedText({ n: unplaced.length })), ...voices(page, words, unplaced)]
      : []),
  ];
}

function zwaarst(page: ReportPage, words: Words): DocumentPart[] {
  const { m } = words;
  const { priorities, shortLists } = page.content;
  const themes = priorities?.themes ?? [];
  if (themes.length === 0 && !shortLists) return [];
  const needs = themes.flatMap((one) => one.needs).sort((a, b) => b.marks - a.marks || a.number - b.number);
  return [
    paragraph(shortLists ? m.weight.leadLists : m.weight.lead),
    ...(themes.length > 0
      ? [
          {
            kind: "table" as const,
            caption: m.weight.caption,
            columns: [{ head: m.needs.theme }, { head: m.weight.marks, numeric: true }],
            rows: themes.map(({ name, marks }) => [name ?? m.needs.unplaced, marks]),
          },
        ]
      : []),
    ...(priorities && priorities.withheld > 0 ? [paragraph(m.weight.withheld, true)] : []),
    ...(shortLists ? lists(page, words, shortLists) : []),
    ...(needs.length > 0
      ? [
          {
            kind: "table" as const,
            caption: m.weight.needs,
            columns: [{ head: m.needs.needs }, { head: m.weight.marks, numeric: true }],
            rows: needs.slice(0, 10).map(({ id, number, marks }) => {
              const quote = quoteOf(page, id);
              const text = quote.status === "there" ? quote.text : m.quotes[quote.status];
              return [`${text} (${m.quotes.number({ n: number })})`, marks];
            }),
          },
        ]
      : []),
  ];
}

function praktijk(page: ReportPage, words: Words): DocumentPart[] {
  const { m, v, x } = words;
  const { insights, results } = page.content;
  if (insights.length === 0) return [];
  const asked = asksFit(page);
  return [
    paragraph(m.practice.lead),
    ...(asked ? [] : [paragraph(x.each.noFits)]),
    ...(results ? together(page, words, results) : []),
    ...insights.flatMap((insight) => {
      const read = page.insights[insight.id] ?? null;
      const told = verdictIn(page, insight);
      return [
        heading(3, `${m.practice.number({ n: insight.number })}: ${read ? read.text : m.quotes.erased}`),
        ...(read?.source ? [paragraph(m.practice.source({ source: read.source }), true)] : []),
        ...(asked ? [paragraph(`${verdictTitle(v, told.verdict)}. ${verdictSentence(v, told)}`)] : []),
        ...(read?.earlier ?? []).map((one) => paragraph(`${x.insight.versionTitle({ n: one.version })}: ${one.text}`, true)),
        ...(insight.reworded?.because ? [paragraph(x.insight.because({ why: insight.reworded.because }), true)] : []),
        ...(insight.compared ? timesOf(insight.compared, words) : []),
        ...figuresOf(page, words, insight),
        ...named(m.practice.conditions({ n: insight.conditions.length }), insight.conditions),
        ...named(m.practice.examples({ n: insight.examples.length }), insight.examples),
        ...beside(page, words, `inzicht-${insight.number}`),
        ...texts(page, words, `inzicht-${insight.number}`),
      ];
    }),
  ];

  function named(title: string, of: (typeof insights)[number]["conditions"]): DocumentPart[] {
    return of.length > 0 ? [heading(4, title), ...voices(page, words, of)] : [];
  }
}

/** The same insight at meetings before, a line for each, and how the same people turned. */
function timesOf({ rounds, again }: Compared, { c, v, locale }: Words): DocumentPart[] {
  const said = (of: ReturnType<typeof shareOf>, say: typeof c.agreed) => {
    if (!of) return "";
    const { low, high } = wilson(of.people, of.of);
    const hundreds = (share: number) => Math.round(share * 100);
    return say({ n: hundreds(of.people / of.of), low: hundreds(low), high: hundreds(high), of: of.of });
  };
  const lines = rounds.map((one) =>
    c.line({
      when: [dateLong(new Date(one.on), locale), one.dialogue ? `‘${one.dialogue}’` : ""].filter(Boolean).join(", "),
      verdict: verdictTitle(v, one.verdict),
      agree: said(shareOf(one.ballots, ["agree"]), c.agreed),
      holds: said(shareOf(one.fits, ["fits", "conditions"]), c.held),
    }),
  );
  const both =
    again.status === "withheld" ? c.fewBoth : `${c.both({ n: again.people })} ${again.clear ? c.clear[again.clear] : c.unclear}`;
  return [heading(4, c.heading), ...lines.map((line) => paragraph(line)), paragraph(both, true)];
}

/** The finding, what is shared and what divides. */
function together(
  { content, insights: read }: ReportPage,
  { f, x }: Words,
  results: NonNullable<ReportPage["content"]["results"]>,
): DocumentPart[] {
  const finding = sayFinding(f, findingOf(results));
  const named = (id: string) => {
    const one = content.insights.find((insight) => insight.id === id);
    return one ? `${one.number}. ${read[one.id]?.text ?? ""}` : "";
  };
  const who = (id: string) => content.fields.find((one) => one.id === id)?.name ?? x.divides.group({ letter: id });
  const says = (part: Share) => (part.nearly ? x.nearly[part.nearly] : x.percent(part));
  const list = (title: string, of: typeof results.agreed): DocumentPart[] =>
    of.length > 0
      ? [heading(4, title), { kind: "list", ordered: false, items: of.map(({ statement }) => said(named(statement))) }]
      : [];
  return [
    paragraph(`${finding.title}. ${finding.text}`),
    ...(results.agreed.length + results.rejected.length > 0 ? [heading(3, x.common.heading)] : []),
    ...list(x.common.agree, results.agreed),
    ...list(x.common.disagree, results.rejected),
    ...(results.divided.length > 0
      ? [
          heading(3, x.divides.heading),
          {
            kind: "list" as const,
            ordered: false,
            items: results.divided.map(({ statement, most, least }) =>
              said(
                `${named(statement)} (${x.divides.line({ most: who(most.who), mostSays: says(most), least: who(least.who), leastSays: says(least) })})`,
              ),
            ),
          },
        ]
      : []),
  ];
}

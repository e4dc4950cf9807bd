import type { Locale } from "../../language/locale.ts";
import { dateLong, dateShort } from "../../platform/time.ts";
import { referencesOf } from "../gather/content.ts";
import { verdictIn } from "../gather/verdicts.ts";
import { quoteOf, type ReportPage } from "../publish/page.ts";
import { isWritten, type SectionId, sectionIds } from "../read/places.ts";
import { type DocumentPart, heading, paragraph, paragraphs, type ReportDocument, said } from "./document.ts";
import { taken } from "./document-figures.server.ts";
import { open } from "./document-open.server.ts";
import { praktijk } from "./document-practice.server.ts";
import { programme } from "./document-programme.server.ts";
import { appendix, beside, texts, voices } from "./document-voices.server.ts";
import { lists } from "./document-weight.server.ts";
import { type Words, wordsFor } from "./document-words.server.ts";

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
      const after = isWritten(id) ? [] : texts(page, words, id);
      return own.length > 0 ? [heading(2, words.m.sections[id]), ...own, ...beside(page, words, id), ...after] : after;
    }),
    ...appendix(page, words),
  ];
  return { locale, title: content.title, subject, parts };
}

const sections: Readonly<Record<SectionId, (page: ReportPage, words: Words) => DocumentPart[]>> = {
  bewoners: (page, words) => texts(page, words, "bewoners"),
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

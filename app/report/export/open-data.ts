import type { Results } from "../../session/results/results.ts";
import type { Reference, ReportContent, TestedWords } from "../gather/content.ts";
import { verdictIn } from "../gather/verdicts.ts";
import { edition } from "../publish/edition.ts";
import { quoteOf, type ReportPage } from "../publish/page.ts";
import { placeInWords } from "../read/places.ts";

/** The report as one JSON value: the content of the version, with its words as they may be read now. Ids stay inside. */
export function reportData(page: ReportPage, hash: string) {
  const { content } = page;
  const words = ({ id, number, people }: Reference) => {
    const quote = quoteOf(page, id);
    if (quote.status !== "there") return { number, status: quote.status };
    const { status, field, ...texts } = quote;
    return { number, status, people, ...texts, field: field?.name ?? null };
  };
  const named = (list: readonly { readonly id: string; readonly name: string }[], id: string) =>
    list.find((one) => one.id === id)?.name ?? null;
  const field = (id: string) => named(content.fields, id);
  const party = (id: string) => named(content.parties, id);
  const figures = <F extends { readonly fields: readonly Side[]; readonly parties: readonly Side[] }>(of: F) => ({
    ...of,
    fields: of.fields.map(({ id, ...line }) => ({ field: field(id), ...line })),
    parties: of.parties.map(({ id, ...line }) => ({ party: party(id), ...line })),
  });
  const tested = (insight: TestedWords) => ({
    verdict: verdictIn(page, insight).verdict.status,
    text: page.insights[insight.id]?.text ?? null,
    source: page.insights[insight.id]?.source ?? null,
    ballots: figures(insight.ballots),
    fits: figures(insight.fits),
    conditions: insight.conditions.map(words),
    examples: insight.examples.map(words),
  });
  return {
    dialogue: content.title,
    version: page.number,
    edition: page.number === null ? null : edition(page.number),
    publishedAt: page.publishedAt?.toISOString() ?? null,
    hash,
    sessions: content.sessions,
    introduction: content.introduction,
    conclusions: content.conclusions,
    texts: (content.blocks ?? []).map(({ place, text, cited }) => ({
      place: placeInWords(place, content),
      text,
      cited: cited.map(words),
    })),
    counted: content.moments ?? null,
    agreed: (content.review?.agreed ?? []).map(({ part, people }) => ({ part: placeInWords(part, content), people })),
    minorityNotes: (content.review?.dissents ?? []).map(({ id, number, part, under, fields }) => {
      const read = page.dissents.find((one) => one.id === id);
      const there = read?.status === "there";
      return {
        number,
        part: placeInWords(part, content),
        status: there ? "there" : "gone",
        text: there ? read.text : null,
        answer: there ? read.answer : null,
        people: under.status === "people" ? under.people : null,
        fewerThanFive: under.status === "few",
        names: under.status === "named" && there ? read.names : [],
        fields: fields.map((one) => field(one)),
      };
    }),
    fields: content.fields.map(({ name, target }) => ({ name, target })),
    parties: content.parties.map(({ name, target }) => ({ name, target })),
    taken: {
      ...figures(content.taken.table),
      cells: content.taken.table.cells.map(({ field: at, party: by, size }) => ({ field: field(at), party: party(by), size })),
      areas: content.taken.areas,
      towns: content.taken.towns ?? [],
      rowsAt: content.taken.rowsAt ?? null,
      heard: content.taken.heard
        ? {
            ...content.taken.heard,
            fields: content.taken.heard.fields.map(({ id, told }) => ({ field: field(id), told })),
            parties: content.taken.heard.parties.map(({ id, told }) => ({ party: party(id), told })),
            areas: content.taken.heard.areas.map(({ id, told }) => ({ name: id, told })),
          }
        : null,
    },
    works: content.works.map(words),
    chafes: content.chafes.map(words),
    suggestions: content.suggestions.map(words),
    themes: content.themes.map(({ id: _, needs, ...theme }) => ({ ...theme, needs: needs.map(words) })),
    needsWithoutTheme: content.unplaced.map(words),
    priorities: content.priorities && {
      ...content.priorities,
      themes: content.priorities.themes.map(({ needs, ...theme }) => ({
        ...theme,
        needs: needs.map(({ number, marks }) => ({ number, marks })),
      })),
    },
    insights: content.insights.map(({ number, reworded: _, earlier: __, compared: ___, ...insight }) => ({
      number,
      ...tested(insight),
      version: page.insights[insight.id]?.version ?? null,
      changedBecause: page.insights[insight.id]?.because || null,
      earlier: (page.insights[insight.id]?.earlier ?? []).map(({ because, ...words }) => ({
        ...words,
        changedBecause: because || null,
      })),
    })),
    /** By this number the analysis can be computed again where the ballots are. */
    analysis: content.analysis,
    results: content.results ? numbered(content.results, content.insights) : null,
    notes: content.notes.map(({ group, step, ...note }) => ({ group, step, ...words(note) })),
    programme: content.programme
      ? {
          items: content.programme.items.map(({ themes, sentences: _, ...item }) => ({
            ...item,
            themes: themes.map((id) => named(content.themes, id)),
            needs: content.themes
              .filter(({ id }) => themes.includes(id))
              .flatMap(({ needs }) => needs.map(({ number }) => number)),
          })),
          answers: content.programme.answers.map(({ theme, ...answer }) => ({ theme: named(content.themes, theme), ...answer })),
        }
      : null,
    source: content.source,
    licence: content.licence ?? "CC BY 4.0",
  };
}

/** Insights by their number, as in the rest; drawings are left to the page. */
function numbered({ map: _, axis, ...results }: Results, insights: ReportContent["insights"]): unknown {
  const numbers = new Map<string, number>(insights.map(({ id, number }) => [id, number]));
  const shown = { ...results, axis: axis && { variance: axis.variance, low: axis.low, high: axis.high } };
  return JSON.parse(JSON.stringify(shown), (key, value: unknown) =>
    key === "statement" ? (numbers.get(String(value)) ?? null) : value,
  );
}

type Side = { readonly id: string } & Readonly<Record<string, unknown>>;

import { wilson } from "../../method/analysis/interval.ts";
import { dateLong } from "../../platform/time.ts";
import type { Part as Share } from "../../session/insights/part.ts";
import { verdictSentence, verdictTitle } from "../../session/outcomes/verdict-said.ts";
import { findingOf, sayFinding } from "../../session/results/finding.ts";
import { type Compared, shareOf } from "../../session/results/rounds.ts";
import { asksFit, verdictIn } from "../gather/verdicts.ts";
import type { ReportPage } from "../publish/page.ts";
import { type DocumentPart, heading, paragraph, said } from "./document.ts";
import { figuresOf } from "./document-figures.server.ts";
import { beside, texts, voices } from "./document-voices.server.ts";
import type { Words } from "./document-words.server.ts";

/** What practice says of each insight, and of all together. */
export function praktijk(page: ReportPage, words: Words): DocumentPart[] {
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
  const said = (of: ReturnType<typeof shareOf>, say: typeof c.agreed, nearly: typeof c.agreedNearly) => {
    if (!of) return "";
    if (typeof of === "string") return nearly[of];
    const { low, high } = wilson(of.people, of.of);
    const hundreds = (share: number) => Math.round(share * 100);
    return say({ n: hundreds(of.people / of.of), low: hundreds(low), high: hundreds(high), of: of.of });
  };
  const lines = rounds.map((one) =>
    c.line({
      when: [dateLong(new Date(one.on), locale), one.dialogue ? `‘${one.dialogue}’` : ""].filter(Boolean).join(", "),
      verdict: verdictTitle(v, one.verdict),
      agree: said(shareOf(one.ballots, ["agree"]), c.agreed, c.agreedNearly),
      holds: said(shareOf(one.fits, ["fits", "conditions"]), c.held, c.heldNearly),
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

import { stages } from "../../disclosure/heard.ts";
import { heardWords } from "../../prepare/registration/messages/heard.ts";
import type { ReportContent } from "../gather/content.ts";
import { dropped, saidOf, stagesTold, toldOf } from "../gather/heard-said.ts";
import { type DocumentPart, type DocumentTable, heading, paragraph } from "./document.ts";
import type { Words } from "./document-words.server.ts";

/** How far people came: the same numbers as on the page. */
export function heardTables({ fields, parties, taken: { heard } }: ReportContent, { m: r, locale }: Words): DocumentPart[] {
  const words = heardWords[locale];
  const m = words.report;
  if (!heard || stagesTold(heard.all).length < 2) return [];
  const names = new Map<string, string>([...fields, ...parties].map(({ id, name }) => [id, name]));
  const table = (caption: string, head: string, rows: typeof heard.fields): DocumentTable[] => {
    const shown = stagesTold(...rows.map(({ told }) => told));
    if (shown.length === 0) return [];
    return [
      {
        kind: "table",
        caption,
        columns: [{ head }, ...shown.map((stage) => ({ head: m.stages[stage], numeric: true }))],
        rows: rows.map(({ id, told }) => [names.get(id) ?? id, ...shown.map((stage) => saidOf(toldOf(told, stage), m))]),
      },
    ];
  };
  const steps: DocumentTable[] = heard.steps.some(({ told }) => told.status !== "withheld")
    ? [
        {
          kind: "table",
          caption: m.bySteps,
          columns: [{ head: words.step }, { head: words.stages.came, numeric: true }],
          rows: heard.steps.map(({ title, told }) => [title, saidOf(told, m)]),
        },
      ]
    : [];
  const drops = dropped(heard).map(({ to, n }) => m.dropped[to]({ n }));
  return [
    heading(3, m.heading),
    paragraph([...drops, m.lead].join(" ")),
    ...table(m.caption, m.who, [{ id: r.everyone, told: stages.map((stage) => toldOf(heard.all, stage)) }]),
    ...table(m.byField, r.field, heard.fields),
    ...table(m.byParty, r.party, heard.parties),
    ...table(m.byArea, r.area, heard.areas),
    ...steps,
    paragraph(m.reading, true),
  ];
}

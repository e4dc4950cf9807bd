import type { Heard, HeardRow, Stage, Told } from "../../disclosure/heard.ts";
import { useLocale, useWords } from "../../language/words.ts";
import { dateTime } from "../../platform/time.ts";
import { heardWords } from "../../prepare/registration/messages/heard.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { FieldLine } from "../../ui/form/field-mark.tsx";
import { Written } from "../../ui/form/typed.tsx";
import { Disclosure } from "../../ui/layout/disclosure.tsx";
import { dropped, saidOf, stagesTold, toldOf } from "../gather/heard-said.ts";
import type { ReportPage } from "../publish/page.ts";
import { reportWords } from "./messages/report.ts";

/** How far people came, from an invitation to words that a text rests on, and who was there for each step. */
export function HowFar({ page }: { page: ReportPage }) {
  const m = useWords(heardWords).report;
  const r = useWords(reportWords);
  const locale = useLocale();
  const { fields, parties, taken } = page.content;
  const { heard } = taken;
  if (!heard) return null;
  const all = stagesTold(heard.all);
  if (all.length < 2) return null;
  const name = (of: readonly { readonly id: string; readonly name: string }[], id: string) =>
    of.find((one) => one.id === id)?.name ?? "";
  const rows = (side: "fields" | "parties", of: readonly Aimed[]) =>
    heard[side].map((row) => ({ row, name: name(of, row.id), target: of.find(({ id }) => id === row.id)?.target ?? null }));
  const byField = rows("fields", fields).map((one) => {
    const shape = fields.find(({ id }) => id === one.row.id)?.shape;
    return { ...one, shown: shape === undefined ? one.name : <FieldLine shape={shape}>{one.name}</FieldLine> };
  });
  const byParty = rows("parties", parties).map((one) => ({ ...one, shown: <Written>{one.name}</Written> }));
  const byArea = heard.areas.map((row) => ({ row, name: row.id, shown: row.id, target: null }));
  return (
    <>
      <h3>{m.heading}</h3>
      <p>
        {dropped(heard).map(({ to, n }) => `${m.dropped[to]({ n })} `)}
        {m.lead}
      </p>
      {taken.rowsAt ? <p className="small quiet">{m.rowsAt({ at: dateTime(new Date(taken.rowsAt), locale) })}</p> : null}
      <Stages caption={m.caption} head={m.who} lines={[{ row: { id: "", told: heard.all }, shown: r.everyone, target: null }]} />
      <Disclosure summary={m.more}>
        <Stages caption={m.byField} head={r.field} lines={byField} />
        <Stages caption={m.byParty} head={r.party} lines={byParty} />
        <Stages caption={m.byArea} head={r.area} lines={byArea} />
        <Steps steps={heard.steps} />
        <p className="small quiet">{m.reading}</p>
      </Disclosure>
    </>
  );
}

interface Aimed {
  readonly id: string;
  readonly name: string;
  readonly target: number | null;
}
interface StagesProps {
  readonly caption: string;
  readonly head: string;
  readonly lines: readonly { readonly row: HeardRow; readonly shown: React.ReactNode; readonly target: number | null }[];
}

function Stages({ caption, head, lines }: StagesProps) {
  const m = useWords(heardWords).report;
  const r = useWords(reportWords);
  const shown = stagesTold(...lines.map(({ row }) => row.told));
  if (shown.length === 0) return null;
  const aimed = lines.some(({ target }) => target !== null);
  return (
    <DataTable
      caption={caption}
      rowHeaders
      narrow="stack"
      columns={[
        { key: "row", head },
        ...(aimed ? [{ key: "target", head: r.who.target, numeric: true }] : []),
        ...shown.map((stage: Stage) => ({ key: stage, head: m.stages[stage], numeric: true })),
      ]}
      rows={lines.map(({ row, shown: name, target }) => ({
        key: row.id,
        cells: {
          row: name,
          target: target ?? "",
          ...Object.fromEntries(shown.map((stage) => [stage, saidOf(toldOf(row.told, stage), m)])),
        },
      }))}
    />
  );
}

function Steps({ steps }: { steps: Heard["steps"] }) {
  const m = useWords(heardWords);
  if (steps.every(({ told }: { told: Told }) => told.status === "withheld")) return null;
  return (
    <DataTable
      caption={m.report.bySteps}
      rowHeaders
      columns={[
        { key: "step", head: m.step },
        { key: "people", head: m.stages.came, numeric: true },
      ]}
      rows={steps.map(({ title, told }, at) => ({ key: String(at), cells: { step: title, people: saidOf(told, m.report) } }))}
    />
  );
}

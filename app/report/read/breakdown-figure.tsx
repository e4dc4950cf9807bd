import type { ReactNode } from "react";
import type { Line, Published } from "../../disclosure/suppression.ts";
import { useWords } from "../../language/words.ts";
import { leadColumns, type Share, shareOf, wholeLine } from "../../session/results/figures.ts";
import { Bar } from "../../ui/chart/bar.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { FieldLine } from "../../ui/form/field-mark.tsx";
import { Written } from "../../ui/form/typed.tsx";
import { Disclosure } from "../../ui/layout/disclosure.tsx";
import { reportWords } from "./messages/report.ts";

interface Props<C extends string> {
  readonly lists: {
    readonly fields: readonly { readonly id: string; readonly name: string; readonly shape: number }[];
    readonly parties: readonly { readonly id: string; readonly name: string }[];
  };
  readonly id: string;
  readonly published: Published<C>;
  readonly all: readonly C[];
  /** The answers whose share the bars show. */
  readonly wanted: readonly C[];
  /** What they show where those were joined with rare answers. */
  readonly opposite: readonly C[];
  /** Bars by kind of party stand below those by field, or behind the line with all answers. */
  readonly parties?: "shown" | "folded";
  readonly words: Readonly<Record<C, string>>;
  readonly title: string;
  /** Names the tables apart from those of other insights. */
  readonly of: string;
}

const margin = ({ low, high }: Share) => ({ low: Math.round(low * 100), high: Math.round(high * 100) });
const percent = (part: number) => `${Math.round(part * 100)}%`;

/** One question: a sentence, bars with their interval by field, and behind a line the parties and all answers. */
export function BreakdownFigure<C extends string>(props: Props<C>) {
  const { lists, id, published, all, wanted, opposite, parties: place = "folded", words, title, of } = props;
  const m = useWords(reportWords);
  const { total, columns } = published;
  const says = (group: readonly C[]) => m.or({ words: group.map((column) => words[column]) });
  if (total.status === "withheld")
    return (
      <p>
        {title} {m.figure.tooFew}
      </p>
    );
  if (total.status === "nearly-all")
    return (
      <p>
        {title} {m.figure.nearlyAll({ n: total.people, answer: says(total.columns) })}
      </p>
    );
  const sentence = all.flatMap((column, at) =>
    (total.counts[at] ?? 0) > 0 ? [`${words[column]} ${percent((total.counts[at] ?? 0) / total.people)}`] : [],
  );
  const lead = leadColumns(columns, wanted, opposite);
  const answer = says(lead.flatMap((at) => columns[at] ?? []));
  const whole = wholeLine(published, all);
  const fields = rowsOf(
    published.fields,
    lists.fields.map(
      ({ id: field, name, shape }) =>
        [
          field,
          <FieldLine key={field} shape={shape}>
            {name}
          </FieldLine>,
        ] as const,
    ),
  );
  const parties = rowsOf(
    published.parties,
    lists.parties.map(({ id: party, name }) => [party, <Written key={party}>{name}</Written>] as const),
  );
  const everyone: Row = { id: "all", name: m.everyone, line: whole };
  const byParty = parties.every(({ line }) => line.status === "withheld") ? (
    parties.length > 0 && <p className="small quiet">{m.figure.noParties}</p>
  ) : (
    <Bars caption={m.figure.barsParty({ of, answer })} head={m.party} rows={parties} lead={lead} />
  );
  return (
    <figure className="chart" aria-labelledby={id}>
      <figcaption>
        <strong id={id}>{title}</strong>
        <span>{m.figure.sentence({ n: total.people, parts: sentence })}</span>
      </figcaption>
      {columns.length === 0 || fields.length === 0 ? (
        <Bars
          caption={m.figure.barsAll({ of, answer: says(wanted) })}
          head={m.group}
          rows={[{ ...everyone, line: total }]}
          lead={wanted.map((one) => all.indexOf(one))}
        />
      ) : (
        <>
          <Bars caption={m.figure.bars({ of, answer })} head={m.field} rows={fields} lead={lead} whole={everyone} />
          {place === "shown" ? byParty : null}
          <Disclosure summary={place === "shown" ? m.figure.table : m.figure.more}>
            {place === "folded" ? byParty : null}
            <AllAnswers
              rows={[...fields, ...parties, everyone]}
              heads={columns.map((group) => m.together({ words: group.map((column) => words[column]) }))}
              lead={lead}
              answer={answer}
              of={m.figure.allAnswers({ of, title })}
            />
          </Disclosure>
        </>
      )}
    </figure>
  );
}

interface Row {
  readonly id: string;
  readonly name: ReactNode;
  readonly line: Line;
}

function rowsOf(
  lines: readonly { readonly id: string; readonly line: Line }[],
  names: readonly (readonly [string, ReactNode])[],
): Row[] {
  const known = new Map(names);
  return lines.flatMap(({ id, line }) => (known.has(id) ? [{ id, name: known.get(id), line }] : []));
}

interface BarsProps {
  readonly caption: string;
  readonly head: string;
  readonly rows: readonly Row[];
  readonly lead: readonly number[];
  readonly whole?: Row;
}

function Bars({ caption, head, rows, lead, whole }: BarsProps) {
  const m = useWords(reportWords);
  const says = (group: readonly string[]) => m.or({ words: group.map((column) => m.answers[column as keyof typeof m.answers]) });
  const cells = ({ name, line }: Row) => {
    const share = shareOf(line, lead);
    return {
      name,
      bar: share ? (
        <Bar share={share.share} low={share.low} high={share.high} text={percent(share.share)} middle />
      ) : (
        <span className="quiet">
          {line.status === "nearly-all" ? m.figure.nearly({ answer: says(line.columns) }) : m.withheld}
        </span>
      ),
      between: share ? m.figure.between(margin(share)) : "",
      people: line.status === "withheld" ? "" : line.people,
    };
  };
  return (
    <DataTable
      caption={caption}
      rowHeaders
      narrow="stack"
      columns={[
        { key: "name", head },
        { key: "bar", head: m.figure.share },
        { key: "between", head: m.figure.interval, numeric: true },
        { key: "people", head: m.peopleHead, numeric: true },
      ]}
      rows={rows.map((row) => ({ key: row.id, cells: cells(row) }))}
      {...(whole ? { total: cells(whole) } : {})}
    />
  );
}

interface AllProps {
  readonly rows: readonly Row[];
  readonly heads: readonly string[];
  readonly lead: readonly number[];
  readonly answer: string;
  readonly of: string;
}

/** The figures themselves, also those of the parties. */
function AllAnswers({ rows, heads, lead, answer, of }: AllProps) {
  const m = useWords(reportWords);
  const shareText = (line: Line) => {
    const share = shareOf(line, lead);
    if (!share) return "–";
    return m.figure.shareOf({ share: Math.round(share.share * 100), ...margin(share) });
  };
  return (
    <DataTable
      caption={of}
      reading={m.figure.allReading}
      rowHeaders
      columns={[
        { key: "name", head: m.group },
        ...heads.map((head, at) => ({ key: String(at), head, numeric: true })),
        { key: "people", head: m.peopleHead, numeric: true },
        { key: "share", head: m.figure.shareHead({ answer }), numeric: true },
      ]}
      rows={rows.map(({ id, name, line }) => ({
        key: id,
        cells: {
          name,
          share: shareText(line),
          people: line.status === "withheld" ? m.withheldShort : line.people,
          ...Object.fromEntries(heads.map((_, at) => [String(at), line.status === "counts" ? (line.counts[at] ?? 0) : "–"])),
        },
      }))}
    />
  );
}

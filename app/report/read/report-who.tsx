import type { Size } from "../../disclosure/people-table.ts";
import { useLocale, useWords } from "../../language/words.ts";
import { dateLong } from "../../platform/time.ts";
import { Bar } from "../../ui/chart/bar.tsx";
import { ProvinceMap } from "../../ui/chart/province-map.tsx";
import { type Seat, TableDrawing } from "../../ui/chart/table-drawing.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { FieldLine } from "../../ui/form/field-mark.tsx";
import { Around, Written } from "../../ui/form/typed.tsx";
import { Disclosure } from "../../ui/layout/disclosure.tsx";
import type { ReportPage } from "../publish/page.ts";
import { From } from "../write/texts.tsx";
import { reportWords } from "./messages/report.ts";
import { thinlyHeard } from "./open-questions.ts";
import { HowFar } from "./report-heard.tsx";

/** More municipalities than this stand behind a line. */
const openTowns = 12;

/** Who took part against what was aimed for, and who was hardly heard. */
export function WhoTookPart({ page }: { page: ReportPage }) {
  const m = useWords(reportWords);
  const { fields, parties, taken } = page.content;
  const { table, areas } = taken;
  const sizeOf = (side: "fields" | "parties", id: string): Size =>
    table[side].find((row) => row.id === id)?.size ?? { status: "withheld" };
  const rows = fields.map((field) => ({ ...field, size: sizeOf("fields", field.id) }));
  const partyRows = parties.map((party) => ({ ...party, size: sizeOf("parties", party.id) }));
  const seats = rows.flatMap(({ size, shape }): Seat[] =>
    size.status === "people" ? Array.from({ length: size.people }, () => ({ state: "present", shape })) : [],
  );
  const people = table.total.status === "people" ? table.total.people : null;
  const thin = thinlyHeard(page.content);
  const unseen = [...rows, ...partyRows].filter(({ size }) => size.status === "withheld");
  return (
    <section aria-labelledby="wie">
      <h2 id="wie">{m.sections.wie}</h2>
      <From page={page} part="wie" />
      {people === null ? (
        <p>{m.who.tooFew}</p>
      ) : (
        <>
          <div className="who">
            {seats.length > 0 && seats.length <= 160 ? (
              <TableDrawing
                seats={seats}
                size={304}
                centre={[String(people), m.peopleWord({ n: people })]}
                label={m.who.table({ n: people })}
              />
            ) : null}
            {rows.length > 0 ? (
              <SizeTable
                caption={m.who.byField}
                head={m.field}
                rows={rows.map(({ id, name, shape, size, target }) => ({
                  id,
                  name: <FieldLine shape={shape}>{name}</FieldLine>,
                  size,
                  target,
                }))}
              />
            ) : null}
          </div>
          {partyRows.length > 0 ? <SizeTable caption={m.who.byParty} head={m.party} rows={partyRows} /> : null}
          {areas.length > 0 ? <Where page={page} /> : null}
          {rows.length > 0 && partyRows.length > 0 ? (
            <Disclosure summary={m.who.crossed}>
              <Crossed page={page} />
            </Disclosure>
          ) : null}
          <HowFar page={page} />
          {thin.length > 0 || unseen.length === 0 ? (
            <>
              <h3>{m.who.notHeard}</h3>
              <p>{thin.length > 0 ? <Around words={{ names: thin }} say={m.who.thin} /> : m.who.allHeard}</p>
            </>
          ) : null}
          {unseen.length > 0 ? (
            <>
              <h3>{m.who.unseenHead}</h3>
              <p>{m.who.unseen({ names: unseen.map(({ name }) => name) })}</p>
            </>
          ) : null}
        </>
      )}
    </section>
  );
}

/** The map of provinces beside its table, and the municipalities by name. */
function Where({ page }: { page: ReportPage }) {
  const m = useWords(reportWords);
  const locale = useLocale();
  const { areas, towns = [], townsAt } = page.content.taken;
  const list = (
    <>
      <SizeTable
        caption={m.who.byTown}
        head={m.town}
        rows={towns.map(({ name, province, people }) => ({
          ...{ id: `${province} ${name}`, target: null, size: { status: "people", people } },
          name: (
            <>
              {name} <span className="quiet">({province})</span>
            </>
          ),
        }))}
      />
      <p className="small quiet">
        {townsAt ? m.who.townsAt({ at: dateLong(new Date(townsAt), locale) }) : null} {m.who.otherTowns}
      </p>
    </>
  );
  return (
    <>
      <div className="where">
        <ProvinceMap
          told={new Map(areas.flatMap(({ name, size }) => (size.status === "people" ? [[name, size.people]] : [])))}
          reading={m.who.map}
        />
        <div>
          <SizeTable
            caption={m.who.byArea}
            head={m.area}
            rows={areas.map(({ name, size }) => ({ id: name, name, size, target: null }))}
          />
          <p className="small quiet">{m.who.otherAreas}</p>
        </div>
      </div>
      {towns.length === 0 ? null : towns.length > openTowns ? (
        <Disclosure summary={m.who.towns({ n: towns.length })}>{list}</Disclosure>
      ) : (
        list
      )}
    </>
  );
}

interface SizeRow {
  readonly id: string;
  readonly name: React.ReactNode;
  readonly size: Size;
  readonly target: number | null;
}

function SizeTable({ caption, head, rows }: { caption: string; head: string; rows: readonly SizeRow[] }) {
  const m = useWords(reportWords);
  const targets = rows.some(({ target }) => target !== null);
  const most = Math.max(1, ...rows.flatMap(({ size, target }) => [size.status === "people" ? size.people : 0, target ?? 0]));
  return (
    <DataTable
      caption={caption}
      rowHeaders
      narrow="stack"
      columns={[
        { key: "name", head },
        { key: "bar", head: <span className="visually-hidden">{m.who.drawn}</span> },
        { key: "people", head: m.peopleHead, numeric: true },
        ...(targets ? [{ key: "target", head: m.who.target, numeric: true }] : []),
      ]}
      rows={rows.map(({ id, name, size, target }) => ({
        key: id,
        cells: {
          name: <Written>{name}</Written>,
          bar: size.status === "people" ? <Bar share={size.people / most} /> : null,
          people: size.status === "people" ? size.people : m.withheldShort,
          target: target ?? "",
        },
      }))}
    />
  );
}

function Crossed({ page }: { page: ReportPage }) {
  const m = useWords(reportWords);
  const { fields, parties, taken } = page.content;
  const at = (field: string, party: string) => {
    const size = taken.table.cells.find((cell) => cell.field === field && cell.party === party)?.size;
    return size?.status === "people" ? size.people : "–";
  };
  return (
    <DataTable
      caption={m.who.crossedCaption}
      reading={m.who.crossedReading}
      rowHeaders
      columns={[
        { key: "field", head: m.field },
        ...parties.map(({ id, name }) => ({ key: id, head: <Written>{name}</Written>, numeric: true })),
      ]}
      rows={fields.map((field) => ({
        key: field.id,
        cells: { field: <Written>{field.name}</Written>, ...Object.fromEntries(parties.map(({ id }) => [id, at(field.id, id)])) },
      }))}
    />
  );
}

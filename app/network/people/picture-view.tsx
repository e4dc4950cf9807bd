import { useWords } from "../../language/words.ts";
import { Rail } from "../../ui/chart/rail.tsx";
import { columnsOf, DataTable } from "../../ui/data-table.tsx";
import { FieldLine, shapeOf } from "../../ui/form/field-mark.tsx";
import { pictureWords } from "../messages/picture.ts";
import { type Picture, pictureSteps } from "./picture.ts";

const [half, ring, size] = [160, 120, 30];
const rounded = (value: number) => Math.round(value * 10) / 10;

/** Fields around one table, with a thread between those whose people wrote to each other; and the same as a table. */
export function PictureView({ picture }: { picture: Picture }) {
  const m = useWords(pictureWords);
  const { fields, ties } = picture;
  const name = (id: string) => fields.find((one) => one.id === id)?.name ?? "";
  const at = (id: string) => {
    const angle = (2 * Math.PI * fields.findIndex((one) => one.id === id)) / Math.max(1, fields.length);
    return { x: rounded(half + ring * Math.sin(angle)), y: rounded(half - ring * Math.cos(angle)) };
  };
  const people = (step: number | null) => (step === null ? m.few : m.atLeast({ n: step }));
  return (
    <Rail id="beeld" heading={m.title}>
      <p>{ties.length === 0 ? m.noTies : m.reading({ n: ties.length })}</p>
      <svg className="network-picture table-drawing" viewBox={`0 0 ${2 * half} ${2 * half}`} aria-hidden="true" focusable="false">
        <circle className="top" cx={half} cy={half} r={ring - 34} />
        {ties.map(({ one, other, people: step }) => {
          const [a, b] = [at(one), at(other)];
          return (
            <line
              key={`${one} ${other}`}
              className={`tie step-${pictureSteps.indexOf(step) + 1}`}
              x1={a.x}
              y1={a.y}
              x2={b.x}
              y2={b.y}
            />
          );
        })}
        {fields.map(({ id, shape, people: step }) => {
          const { x, y } = at(id);
          return (
            <g key={id}>
              <circle className="under" cx={x} cy={y} r={size * 0.62} />
              <use
                className={`seat ${step === null ? "away" : `field-${shapeOf(shape)}`}`}
                href={`#shape-${shapeOf(shape)}`}
                x={rounded(x - size / 2)}
                y={rounded(y - size / 2)}
                width={size}
                height={size}
              />
            </g>
          );
        })}
      </svg>
      <DataTable
        caption={m.fields}
        rowHeaders
        narrow="stack"
        columns={columnsOf(m, "field", "people", "ties")}
        rows={fields.map(({ id, name: own, shape, people: step }) => ({
          key: id,
          cells: {
            field: <FieldLine shape={shape}>{own}</FieldLine>,
            people: people(step),
            ties:
              ties
                .filter(({ one, other }) => one === id || other === id)
                .map((tie) => m.tie({ name: name(tie.one === id ? tie.other : tie.one), n: tie.people }))
                .join(", ") || m.none,
          },
        }))}
      />
      <p className="small quiet">{m.how}</p>
    </Rail>
  );
}

import { Bar } from "../../app/ui/chart/bar.tsx";
import { Rail } from "../../app/ui/chart/rail.tsx";
import { DataTable } from "../../app/ui/data-table.tsx";
import { FieldLine } from "../../app/ui/form/field-mark.tsx";

const figures = [
  { subject: "Grond", shape: 1, share: 0.88, low: 0.64, high: 0.97, people: 16 },
  { subject: "Water", shape: 2, share: 0.73, low: 0.43, high: 0.9, people: 11 },
  { subject: "Zaad", shape: 3, share: 0.46, low: 0.23, high: 0.71, people: 13 },
  { subject: "Keuken", shape: 6, share: 1, low: 0.8, high: 1, people: 15 },
];
const percent = (part: number) => `${Math.round(part * 100)}%`;

export function DataSpecimens() {
  return (
    <Rail
      id="data"
      heading="Cijfers"
      beside={<p className="small quiet">Eerst een zin, dan de staaf met zijn marge, dan de tabel.</p>}
    >
      <DataTable
        caption="Wie wil een vaste waterdag?"
        reading="Bij grond en keuken wil bijna iedereen het; bij zaad kan het beide kanten op."
        rowHeaders
        narrow="stack"
        columns={[
          { key: "subject", head: "Onderwerp" },
          { key: "bar", head: "Aandeel met marge" },
          { key: "people", head: "Mensen", numeric: true },
        ]}
        rows={figures.map(({ subject, shape, share, low, high, people }) => ({
          key: subject,
          chosen: subject === "Zaad",
          cells: {
            subject: <FieldLine shape={shape}>{subject}</FieldLine>,
            bar: <Bar share={share} low={low} high={high} text={percent(share)} middle />,
            people,
          },
        }))}
        total={{ subject: "Iedereen", bar: <Bar share={0.76} text="76%" />, people: 55 }}
      />
      <DataTable
        caption="Bedden en wie ze verzorgt"
        columns={[
          { key: "bed", head: "Bed" },
          { key: "who", head: "Wie" },
          { key: "size", head: "m²", numeric: true },
          { key: "sown", head: "Gezaaid op" },
          { key: "yield", head: "Opbrengst in kilo", numeric: true },
        ]}
        rows={[
          {
            key: "1",
            cells: {
              bed: "Aardappelen",
              who: "Noor Verhagen en Ilias Bennani",
              size: "24,0",
              sown: "12 april 2026",
              yield: "1.108,5",
            },
          },
          { key: "2", cells: { bed: "Snijbiet", who: "Marjan de Wit", size: "7,5", sown: "3 mei 2026", yield: "96,0" } },
        ]}
      />
    </Rail>
  );
}

import { Rail } from "../../app/ui/chart/rail.tsx";
import { type Seat, TableDrawing } from "../../app/ui/chart/table-drawing.tsx";
import { Thread } from "../../app/ui/chart/thread.tsx";
import { FieldLine, FieldMark } from "../../app/ui/form/field-mark.tsx";
import { Tag } from "../../app/ui/tag.tsx";

const subjects = ["Grond", "Water", "Zaad", "Gereedschap", "Bijen", "Keuken", "Kinderen en school"];
const present = (...shapes: number[]): Seat[] => shapes.map((shape) => ({ state: "present", shape }));
const around: Seat[] = [
  ...present(1, 5, 2, 7, 4),
  { state: "you", shape: 6, label: "Uw plek" },
  { state: "away", shape: 3 },
  { state: "empty" },
];

export function MotifSpecimens() {
  return (
    <>
      <Rail
        id="motifs"
        heading="De tafel"
        beside={<p className="small quiet">Een groep is een ronde tafel. Uw plek heeft een gele schijf.</p>}
      >
        <p className="row-actions">
          {subjects.map((subject, index) => (
            <FieldLine key={subject} shape={index + 1}>
              {subject}
            </FieldLine>
          ))}
          <FieldMark shape={6} label="Keuken" large />
        </p>
        <div className="row-actions">
          <TableDrawing
            seats={around}
            size={200}
            label="Zeven mensen aan tafel, u aan de voorkant; één is even weg, één plek is leeg"
          />
          <TableDrawing seats={present(1, 2, 4, 5, 6, 7)} centre={4} tone="help" label="Tafel 4 vraagt hulp" />
          <TableDrawing
            seats={[...present(2), ...[7, 6, 4, 3, 1].map((shape) => ({ state: "away" as const, shape }))]}
            centre={9}
            tone="silent"
            label="Tafel 9 is stil, vijf mensen zijn weg"
          />
          <TableDrawing seats={present(1, 2, 3, 5, 7)} centre={11} tone="bare" label="Tafel 11 heeft nog niets" />
          <TableDrawing seats={present(1, 7, 6, 5, 4, 2)} centre={170} size={76} label="Tafel 170" />
          <TableDrawing
            seats={[...Array.from({ length: 8 }, () => ({ state: "present" as const })), { state: "empty" }, { state: "empty" }]}
            centre={["ongeveer", "8 van de 10", "eens"]}
            size={160}
            label="Ongeveer 8 van de 10 zijn het eens"
          />
          <TableDrawing
            seats={Array.from({ length: 24 }, (_, index) => ({ state: "present" as const, shape: (index % 7) + 1 }))}
            centre={["ruim", "60 mensen"]}
            size={220}
            label="Ruim 60 mensen uit zeven onderwerpen"
          />
        </div>
      </Rail>
      <Rail id="thread" heading="De draad" beside={<Tag tone="good">In het plan</Tag>}>
        <Thread
          label="Van idee tot bed"
          items={[
            {
              key: "a",
              state: "start",
              shape: 6,
              label: "U schreef",
              title: "Een bed voor de school",
              content: <p className="small quiet">Zes anderen zeiden: dit ook.</p>,
            },
            { key: "b", state: "done", stateWord: "gedaan", label: "Onderwerp", content: <a href="#thread">Samen leren</a> },
            { key: "c", state: "now", stateWord: "nu", label: "In het verslag", content: "“Kinderen willen zelf zaaien.”" },
            { key: "d", state: "to-come", stateWord: "komt nog", label: "Besluit, 8 juni", content: "U krijgt dan bericht." },
          ]}
        />
      </Rail>
      <Rail id="thread-stopped" heading="Een draad die stopt">
        <Thread
          items={[
            { key: "a", state: "start", shape: 2, title: "Een vijver", content: "U schreef dit op zaterdag." },
            { key: "b", state: "done", stateWord: "gedaan", title: "Onderwerp: water" },
            {
              key: "c",
              state: "stopped",
              stateWord: "gestopt",
              title: "Niet opgenomen",
              content: "De grond is er te hoog voor. Daarom komt er een regenton.",
            },
          ]}
        />
      </Rail>
    </>
  );
}

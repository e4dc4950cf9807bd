import { Button } from "../../app/ui/button.tsx";
import { TableDrawing } from "../../app/ui/chart/table-drawing.tsx";
import { FieldLine } from "../../app/ui/form/field-mark.tsx";
import { TextArea } from "../../app/ui/form/text-field.tsx";
import { Card } from "../../app/ui/layout/card.tsx";
import { RoomPage } from "../../app/ui/layout/shell.tsx";
import { Timer } from "../../app/ui/timer.tsx";

export function RoomSpecimen() {
  return (
    <RoomPage
      skipText="Naar de vraag"
      table={
        <TableDrawing
          size={60}
          seats={[
            { state: "present", shape: 1 },
            { state: "present", shape: 4 },
            { state: "present", shape: 2 },
            { state: "you", shape: 6 },
            { state: "present", shape: 5 },
          ]}
        />
      }
      place="Tafel 7"
      step="Onderdeel 3 van 5: wat zaaien we"
      timer={<Timer seconds={380} label="Resterende tijd" before="nog" detail="tot 10.05 uur" />}
      help={
        <Button type="button" variant="secondary" icon="hand">
          Hulp vragen
        </Button>
      }
      footer={
        <>
          <a href="#main">Tuinregels</a>
          <p>
            Werkt er iets niet? Bel <a href="tel:+31000000000">000 000 00 00</a>
          </p>
        </>
      }
      languageSwitch={
        <a href="/?page=room&lang=en" lang="en" hrefLang="en">
          English
        </a>
      }
    >
      <h1 className="question">Wat wilt u dit jaar in de tuin zien groeien?</h1>
      <p>Leg samen op tafel wat u mist. Het hoeft nog niet af te zijn.</p>
      <div className="split">
        <form method="post" noValidate>
          <TextArea name="wish" label="Uw wens" defaultValue="Een hoek met kruiden waar iedereen van mag plukken." />
          <div className="actions">
            <Button>Leg op tafel</Button>
          </div>
        </form>
        <section aria-labelledby="on-table">
          <h2 id="on-table">Op tafel</h2>
          <ul className="cards">
            <Card as="li" look="lifted">
              <p>Een bed waar de school elke week kan werken.</p>
              <footer>
                <FieldLine shape={1}>Marjan</FieldLine>
                <Button variant="quiet" size="small">
                  Ik ook
                </Button>
              </footer>
            </Card>
            <Card as="li" look="dashed">
              <p>Minder tegels, meer</p>
              <footer>
                <FieldLine shape={2}>Samira typt</FieldLine>
              </footer>
            </Card>
          </ul>
        </section>
      </div>
    </RoomPage>
  );
}

import { useState } from "react";
import { Button } from "../../app/ui/button.tsx";
import { Rail } from "../../app/ui/chart/rail.tsx";
import { Empty } from "../../app/ui/empty.tsx";
import { FieldLine } from "../../app/ui/form/field-mark.tsx";
import { Card } from "../../app/ui/layout/card.tsx";
import { Dialog } from "../../app/ui/layout/dialog.tsx";
import { Disclosure } from "../../app/ui/layout/disclosure.tsx";
import { Notice } from "../../app/ui/notice.tsx";
import { Progress, StepProgress } from "../../app/ui/progress.tsx";
import { Timer } from "../../app/ui/timer.tsx";

export function BlockSpecimens() {
  return (
    <>
      <Rail id="notices" heading="Meldingen">
        <Notice>De tuin is zaterdag open van 09.00 tot 12.00 uur.</Notice>
        <Notice variant="success" title="Uw bed is van u">
          U krijgt vandaag nog een mail met de plek.
        </Notice>
        <Notice
          variant="warn"
          title="Het rooster loopt 5 minuten uit."
          action={
            <Button size="small" variant="secondary">
              Maak koffie 5 minuten korter
            </Button>
          }
        >
          Het eindigt om 11.05; afgesproken is 11.00.
        </Notice>
        <Notice variant="error" title="Dit is nog niet bewaard">
          De verbinding viel weg. Wat u typte staat hier nog; we proberen het elke paar tellen opnieuw.
        </Notice>
      </Rail>
      <Rail id="cards" heading="Kaarten">
        <ul className="cards two">
          <Card as="li">
            <h3>Met hairline</h3>
            <p>Een kaart is voor wat u kunt oppakken.</p>
            <footer>
              <FieldLine shape={3}>Zaad</FieldLine>
            </footer>
          </Card>
          <Card as="li" look="lifted">
            <h3>Opgetild</h3>
            <p>Er ligt één schaduw onder.</p>
          </Card>
          <Card as="li" look="chosen">
            <h3>Gekozen</h3>
            <p>Dit vraagt nu uw aandacht.</p>
          </Card>
          <Card as="li" look="dashed">
            <h3>In de maak</h3>
            <p>Samira typt nog.</p>
          </Card>
        </ul>
        <Disclosure summary="De stemmen hierachter: 26 wensen van 21 mensen">
          <p>“Een bed waar de school elke week kan werken.”</p>
        </Disclosure>
        <Disclosure summary="Een regel die open staat" open>
          <p>“Minder tegels, meer groen.”</p>
        </Disclosure>
        <DialogSpecimen />
      </Rail>
      <Rail id="time" heading="Tijd en voortgang">
        <Timer seconds={380} label="Resterende tijd" before="nog" detail="tot 10.05 uur" />
        <Timer seconds={42} label="Resterende tijd, bijna om" before="nog" detail="tot 10.05 uur" />
        <p />
        <Timer seconds={760} label="Resterende tijd, groot" detail="tot 09.55" large />
        <p />
        <Progress label="Zaden uitgezocht" text="84 van 128" value={84} max={128} />
        <Progress label="Het rooster wordt gemaakt" text="even geduld" />
        <StepProgress at={6} of={12} label="Vraag 6 van 12" />
      </Rail>
      <Rail id="empty" heading="Nog leeg">
        <Empty title="Hier komen de mensen te staan die meedoen" action={<Button variant="secondary">Nodig iemand uit</Button>}>
          Nu is er nog niemand. Nodig mensen uit met een link.
        </Empty>
      </Rail>
    </>
  );
}

function DialogSpecimen() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button type="button" variant="secondary" onClick={() => setOpen(true)}>
        Haal dit bed leeg
      </Button>
      <Dialog id="clear" title="Dit bed leeghalen?" closeWord="Sluit" open={open} onClose={() => setOpen(false)}>
        <p>De planten gaan naar de composthoop. U kunt dit tot morgen ongedaan maken.</p>
        <form method="dialog" className="actions">
          <Button danger variant="secondary">
            Haal leeg
          </Button>
          <Button variant="quiet">Toch niet</Button>
        </form>
      </Dialog>
    </>
  );
}

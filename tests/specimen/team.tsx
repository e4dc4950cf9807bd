import { Button } from "../../app/ui/button.tsx";
import { TextField } from "../../app/ui/form/text-field.tsx";
import { TeamPage } from "../../app/ui/layout/shell.tsx";

const names = ["Plan", "Mensen", "Rooster", "Zaaidag", "Groei", "Oogst", "Feest", "Winter"];

export function TeamSpecimen() {
  return (
    <TeamPage
      skipText="Naar de inhoud"
      siteName="De buurtmoestuin"
      home={{ href: "/" }}
      me={{ role: "Tuinbaas", name: "Samira Bouzid" }}
      help={<a href="#main">Hulp</a>}
      stationsLabel="Van plan tot winter"
      stationsSummary="stap 3 van 8"
      stations={names.map((label, index) => ({
        label,
        to: `/?page=team&station=${index}`,
        state: index < 2 ? "done" : index === 2 ? "now" : "to-come",
        current: index === 2,
        stateWord: index < 2 ? "klaar" : index === 2 ? "nu" : "komt nog",
      }))}
      footer={<a href="/">Terug naar de onderdelen</a>}
    >
      <div className="page-head beside">
        <div>
          <p className="eyebrow">Zaterdag 16 april 2026, 09.00 tot 11.00</p>
          <h1>Rooster</h1>
          <p className="lead">Wie doet wat, en wanneer. Het geheel past in twee uur.</p>
        </div>
        <div>
          <TextField name="find" label="Zoek een taak of iemand" />
        </div>
      </div>
      <section aria-labelledby="facts">
        <div className="section-head">
          <h2 id="facts">Stand van zaken</h2>
          <p className="small quiet">Bewaard om 14.06 uur</p>
        </div>
        <dl className="facts">
          <div>
            <dt>Samen</dt>
            <dd>120 min</dd>
          </div>
          <div>
            <dt>Mensen</dt>
            <dd>68</dd>
          </div>
          <div>
            <dt>Vrij</dt>
            <dd>4</dd>
          </div>
          <div className="wide">
            <dt>Aanmelden kan tot</dt>
            <dd>vrijdag 10 april</dd>
          </div>
        </dl>
        <div className="actions">
          <Button>Start de proefronde</Button>
        </div>
      </section>
    </TeamPage>
  );
}

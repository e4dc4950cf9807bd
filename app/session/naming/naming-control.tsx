import { useWords } from "../../language/words.ts";
import { namingWords } from "../../themes/messages/naming.ts";
import type { NamingView } from "../../themes/naming/naming.ts";
import { NamingResult } from "../../themes/naming/naming-result.tsx";
import { Button } from "../../ui/button.tsx";
import { Select } from "../../ui/form/select.tsx";
import { Around, Written } from "../../ui/form/typed.tsx";
import { Tag } from "../../ui/tag.tsx";
import { type CockpitHall, stepAt } from "../cockpit/cockpit-hall.ts";
import { Deed } from "../cockpit/deed.tsx";
import { cockpitWords } from "../cockpit/messages/cockpit.ts";
import { HideForm } from "../flags/hide-form.tsx";

interface Props {
  readonly hall: CockpitHall;
  readonly naming: NamingView | null;
  readonly themes: readonly { readonly id: string; readonly name: string; readonly needs: number; readonly named: boolean }[];
}

/** The facilitator has the plenary name a theme: one at a time, and the next of the list is offered first. */
export function NamingControl({ hall, naming, themes }: Props) {
  const m = useWords(namingWords).desk;
  const goesOn = naming !== null && naming.state !== "adopted";
  if (themes.length === 0 && !naming) return null;
  return (
    <section aria-labelledby="naming">
      <div className="section-head">
        <h2 id="naming">{m.title}</h2>
        {naming ? <Tag tone={goesOn ? "now" : "good"}>{m.states[naming.state]}</Tag> : null}
      </div>
      {naming ? <Now hall={hall} naming={naming} /> : null}
      {goesOn ? null : <Begin hall={hall} themes={themes} again={naming !== null} />}
    </section>
  );
}

function Begin({ hall, themes, again }: Pick<Props, "hall" | "themes"> & { again: boolean }) {
  const m = useWords(namingWords).desk;
  const step = hall.live.view.state === "live" ? hall.steps[stepAt(hall)] : undefined;
  if (!hall.steers) return null;
  if (step?.setting !== "plenary" || step.kind === "break") return <p className="small quiet">{m.notPlenary}</p>;
  const next = themes.find(({ named, needs }) => !named && needs > 0) ?? themes[0];
  return (
    <>
      {again ? null : <p className="small quiet">{m.lead}</p>}
      <Deed key={next?.id} to={`${hall.home}/namen`} fields={{ doen: "open" }} className="inline-form">
        <Select
          name="thema"
          label={m.which}
          defaultValue={next?.id}
          options={themes.map((one) => ({ value: one.id, label: m.option(one) }))}
        />
        <Button variant="secondary" size="small">
          {again ? m.next : m.open}
        </Button>
      </Deed>
    </>
  );
}

function Now({ hall, naming }: { hall: CockpitHall; naming: NamingView }) {
  const words = useWords(namingWords);
  const m = words.desk;
  const screen = useWords(cockpitWords).screen;
  const { id, state, options } = naming;
  const to = `${hall.home}/namen`;
  const over = state === "closed" || state === "adopted";
  const people = naming.people === null ? m.fewPeople : m.people({ n: naming.people });
  return (
    <>
      {state === "adopted" ? null : (
        <p>
          <Around words={{ name: naming.theme.name }} say={(p) => words.now({ needs: naming.theme.needs, ...p })} />
        </p>
      )}
      {over ? <NamingResult naming={naming} /> : null}
      {state === "choosing" ? <p className="small quiet">{people}</p> : null}
      {state === "adopted" ? null : (
        <>
          <h3 className="visually-hidden">{m.options}</h3>
          <ul className="on-wall plain">
            {options.map(({ key, name, origin }) => (
              <li key={key}>
                <span className="wall-text">
                  <Written>{name}</Written> <span className="quiet">{words.origin[origin]}</span>
                </span>
                {hall.steers && state === "closed" ? (
                  <Deed to={to} fields={{ doen: "adopt", naam: id, keuze: key }}>
                    <Button variant="secondary" size="small">
                      {m.adopt}
                      <span className="visually-hidden">: {name}</span>
                    </Button>
                  </Deed>
                ) : null}
                {hall.steers && origin === "people" ? <HideForm home={hall.home} id={key} hidden={false} text={name} /> : null}
              </li>
            ))}
          </ul>
        </>
      )}
      {hall.steers ? (
        <div className="row-actions">
          {state === "proposing" ? <Move to={to} id={id} event="let-choose" word={m.letChoose} /> : null}
          {state === "choosing" ? <Move to={to} id={id} event="close" word={m.close} /> : null}
          {hall.live.view.projector.shows === "naming" ? null : (
            <Deed to={`${hall.home}/scherm`} fields={{ toont: "naming" }}>
              <button type="submit" className="link-button">
                {m.screen}
                <span className="visually-hidden"> ({screen.naming})</span>
              </button>
            </Deed>
          )}
          {state === "adopted" ? null : (
            <Deed to={to} fields={{ doen: "stop", naam: id }}>
              <button type="submit" className="link-button">
                {m.stop}
              </button>
            </Deed>
          )}
        </div>
      ) : null}
    </>
  );
}

function Move({ to, id, event, word }: { to: string; id: string; event: string; word: string }) {
  return (
    <Deed to={to} fields={{ doen: event, naam: id }}>
      <Button variant="secondary" size="small">
        {word}
      </Button>
    </Deed>
  );
}

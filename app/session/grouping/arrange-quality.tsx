import { useEffect, useState } from "react";
import { useLocale, useWords } from "../../language/words.ts";
import { Button } from "../../ui/button.tsx";
import { Around } from "../../ui/form/typed.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Tag } from "../../ui/tag.tsx";
import type { CockpitHall } from "../cockpit/cockpit-hall.ts";
import { Deed } from "../cockpit/deed.tsx";
import type { ArrangedPerson, ArrangedStep, Arrangement } from "./arrangement.ts";
import { dealingWords } from "./messages/dealing.ts";

interface Props {
  readonly hall: CockpitHall;
  readonly step: ArrangedStep;
  readonly arrangement: Arrangement;
  readonly people: readonly ArrangedPerson[];
}

/** How good the groups are, in plain words, and what can be done with all of them. */
export function ArrangeQuality({ hall, step, arrangement, people }: Props) {
  const m = useWords(dealingWords).page;
  const sentences = useWords(dealingWords);
  const locale = useLocale();
  const { state, quality, gaveWay, counts, repair, shown } = arrangement;
  const to = `${hall.home}/indelingen`;
  const fields = { onderdeel: step.id };
  const one = (doen: string, label: string, variant: "primary" | "secondary" | "quiet" = "secondary") => (
    <Deed key={doen} to={to} fields={{ ...fields, doen }}>
      {(busy) => (
        <Button variant={variant} size="small" disabled={busy}>
          {label}
        </Button>
      )}
    </Deed>
  );
  const away = counts.dealable - counts.present;
  return (
    <section aria-labelledby="how-good" className="arrange-quality">
      <h3 id="how-good">
        <Around words={{ title: step.title }} say={(p) => m.step({ number: step.number, ...p })} />{" "}
        <Tag tone={state === "dealt" ? "now" : "calm"}>{state ? m.states[state] : m.states.none}</Tag>
      </h3>
      <p className="small quiet">{m.kinds[step.mix]}</p>
      {state === null ? (
        <p>{step.over ? m.passedBy : m.notYet({ here: counts.present, away })}</p>
      ) : step.mix === "theme" && quality?.most === 0 ? (
        <p>{state === "dealt" ? m.choosing : m.willChoose}</p>
      ) : quality ? (
        <p className="strong">
          {sentences.quality({
            groups: quality.groups,
            least: quality.least,
            most: quality.most,
            fields: quality.fields.toLocaleString(locale === "nl" ? "nl-NL" : "en-GB", { maximumFractionDigits: 1 }),
            again: quality.knowsAgain ? quality.again : null,
          })}
        </p>
      ) : null}
      {gaveWay.length > 0 ? (
        <ul className="gave-way">
          {gaveWay.map(({ wish, times, forced }) => (
            <li key={wish}>{sentences.gaveWay[wish]({ times, forced })}</li>
          ))}
        </ul>
      ) : null}
      {state !== null && away > 0 ? <p className="small quiet">{m.away({ n: away })}</p> : null}
      {repair && repair.moves > 0 && !(step.mix === "theme") ? (
        <Notice action={one("repair", m.repair)}>{m.repairText(repair)}</Notice>
      ) : null}
      {repair && repair.unseated > 0 && step.mix === "theme" && state === "dealt" ? (
        <Notice action={one("seat-rest", m.seatRest)}>{m.seatRestText({ n: repair.unseated })}</Notice>
      ) : null}
      <div className="row-actions">
        {state === null && !step.over ? one("propose", m.propose, "primary") : null}
        {state === "proposed" ? (
          <>
            {step.mix === "theme" || step.mix === "double" ? null : one("propose", m.again)}
            {shown ? null : one("show", m.show)}
            {one("discard", m.discard, "quiet")}
          </>
        ) : null}
      </div>
      {state === "proposed" ? <p className="small quiet">{shown ? m.isShown : m.taken}</p> : null}
      <Undo key={arrangement.undoMs} ms={arrangement.undoMs} hall={hall} stepId={step.id} />
      <Wishes hall={hall} step={step} arrangement={arrangement} people={people} />
    </section>
  );
}

/** Stands for ten seconds after what was done; without script until the next page. */
function Undo({ ms, hall, stepId }: { ms: number; hall: CockpitHall; stepId: string }) {
  const m = useWords(dealingWords).page;
  const [over, setOver] = useState(ms <= 0);
  useEffect(() => {
    if (ms <= 0) return;
    const timer = window.setTimeout(() => setOver(true), ms);
    return () => window.clearTimeout(timer);
  }, [ms]);
  return (
    <div className="undo" aria-live="polite">
      {over ? null : (
        <Deed to={`${hall.home}/indelingen`} fields={{ onderdeel: stepId, doen: "undo" }}>
          <Button variant="secondary" size="small">
            {m.undo}
          </Button>
        </Deed>
      )}
    </div>
  );
}

/** Who is kept together or apart in each deal of this session. */
function Wishes({ hall, step, arrangement, people }: Props) {
  const m = useWords(dealingWords).page;
  const nameOf = new Map(people.map(({ personId, name }) => [personId, name]));
  if (arrangement.wishes.length === 0) return null;
  return (
    <details className="disclosure" open>
      <summary>{m.wishes({ n: arrangement.wishes.length })}</summary>
      <ul className="plain wishes">
        {arrangement.wishes.map(({ a, b, kind }) => (
          <li key={`${a}${b}`}>
            <span>{m.wish[kind]({ a: nameOf.get(a) ?? m.someone, b: nameOf.get(b) ?? m.someone })}</span>
            <Deed to={`${hall.home}/indelingen`} fields={{ onderdeel: step.id, doen: "no-wish", mens: a, ander: b }}>
              <button type="submit" className="link-button">
                {m.noWish}
              </button>
            </Deed>
          </li>
        ))}
      </ul>
    </details>
  );
}

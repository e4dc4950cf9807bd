import { useWords } from "../../../language/words.ts";
import { ProvinceMap } from "../../../ui/chart/province-map.tsx";
import type { AreaCoverage } from "../admission/coverage.ts";
import { registrationsWords } from "../messages/registrations.ts";

const mostHeads = 8;

/** Where people come from; never in the order of numbers. */
export function AreaList({ coverage }: { coverage: AreaCoverage }) {
  const m = useWords(registrationsWords).areas;
  return (
    <section aria-labelledby="gebieden">
      <h2 id="gebieden">{m.heading}</h2>
      <p>
        {m.lead({ n: coverage.areas.length })} {coverage.elsewhere > 0 ? m.elsewhere({ n: coverage.elsewhere }) : null}
      </p>
      <div className="areas-where">
        <ProvinceMap told={new Map(coverage.provinces.map(({ name, people }) => [name, people]))} reading={m.map} />
        <ul className="areas">
          {coverage.areas.map(({ code, name, people }) => (
            <li key={code}>
              <span className="area">{name}</span>
              <Heads people={people} />
              <span className="num">
                <span aria-hidden="true">{people}</span>
                <span className="visually-hidden">{m.people({ n: people })}</span>
              </span>
            </li>
          ))}
        </ul>
      </div>
      {coverage.silent.length > 0 ? (
        <p>
          {m.silent} {coverage.silent.map(({ name }) => name).join(", ")}.
        </p>
      ) : null}
      <p className="small quiet">{m.order}</p>
    </section>
  );
}

function Heads({ people }: { people: number }) {
  const shown = Math.min(people, mostHeads);
  return (
    <svg className="heads" width={shown * 12} height="12" aria-hidden="true">
      {Array.from({ length: shown }, (_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a dot is its place
        <circle key={at} cx={at * 12 + 6} cy="6" r="4" />
      ))}
    </svg>
  );
}

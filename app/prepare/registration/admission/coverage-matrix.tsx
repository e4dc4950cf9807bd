import { useWords } from "../../../language/words.ts";
import { FieldMark, shapeOf } from "../../../ui/form/field-mark.tsx";
import { Written } from "../../../ui/form/typed.tsx";
import { TextLink } from "../../../ui/layout/text.tsx";
import { registrationsWords } from "../messages/registrations.ts";
import type { Balance } from "./balance.ts";
import { chairs } from "./coverage.ts";
import "./coverage.css";

interface Props {
  readonly balance: Balance;
  readonly fields: readonly { readonly id: string; readonly name: string; readonly shape: number }[];
  readonly parties: readonly { readonly id: string; readonly name: string }[];
  readonly home: string;
}

/** Chairs per field and kind of party: taken, waited for, and still empty against the target. */
export function CoverageMatrix({ balance, fields, parties, home }: Props) {
  const m = useWords(registrationsWords).matrix;
  const aims = balance.cells.some(({ target }) => target > 0);
  return (
    <section aria-labelledby="stoelen">
      <div className="section-head">
        <h2 id="stoelen">{m.heading}</h2>
        <TextLink to={`${home}/instellingen/vakgebieden`}>{m.change}</TextLink>
      </div>
      {aims ? null : <p>{m.noTargets}</p>}
      <p className="key">
        <span>
          <Chairs shape={5} taken={1} waiting={0} empty={0} /> {m.taken}
        </span>
        <span>
          <Chairs shape={5} taken={0} waiting={1} empty={0} /> {m.waiting}
        </span>
        <span>
          <Chairs shape={5} taken={0} waiting={0} empty={1} /> {m.empty}
        </span>
      </p>
      {/* the roles hold where a narrow screen takes the table apart */}
      {/* biome-ignore lint/a11y/noRedundantRoles: see above */}
      <table className="seats-matrix" role="table">
        <caption className="visually-hidden">{m.caption}</caption>
        {/* biome-ignore lint/a11y/noRedundantRoles: see above */}
        <thead role="rowgroup">
          {/* biome-ignore lint/a11y/noRedundantRoles: see above */}
          <tr role="row">
            {/* biome-ignore lint/a11y/noRedundantRoles: see above */}
            <th role="columnheader" scope="col">
              {m.field}
            </th>
            {parties.map((party, at) => (
              // biome-ignore lint/a11y/noRedundantRoles: see above
              <th key={party.id} role="columnheader" scope="col">
                <Written>{party.name}</Written>
                <Goal target={balance.parties[at]?.target ?? 0} />
              </th>
            ))}
          </tr>
        </thead>
        {/* biome-ignore lint/a11y/noRedundantRoles: see above */}
        <tbody role="rowgroup">
          {fields.map((field, at) => {
            const row = balance.fields[at];
            return (
              // biome-ignore lint/a11y/noRedundantRoles: see above
              <tr key={field.id} role="row">
                {/* biome-ignore lint/a11y/noRedundantRoles: see above */}
                <th role="rowheader" scope="row">
                  <FieldMark shape={field.shape} />{" "}
                  <span>
                    <Written>{field.name}</Written>
                  </span>{" "}
                  <span className="of num">{m.of({ n: row?.admitted ?? 0, target: row?.target ?? 0 })}</span>
                </th>
                {parties.map((party) => (
                  <Cell key={party.id} party={party.name} shape={field.shape} cell={cellOf(balance, field.id, party.id)} />
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className="small quiet">{m.how}</p>
    </section>
  );
}

const cellOf = (balance: Balance, field: string, party: string) =>
  balance.cells.find((cell) => cell.field === field && cell.party === party) ?? { admitted: 0, registered: 0, target: 0 };

function Goal({ target }: { target: number }) {
  const m = useWords(registrationsWords).matrix;
  return target > 0 ? <span className="goal">{m.goal({ n: target })}</span> : null;
}

function Cell({
  party,
  shape,
  cell,
}: {
  party: string;
  shape: number;
  cell: { admitted: number; registered: number; target: number };
}) {
  const m = useWords(registrationsWords).matrix;
  const seats = chairs(cell);
  return (
    // biome-ignore lint/a11y/noRedundantRoles: a narrow screen takes the table apart
    <td role="cell" className={seats.empty > 0 ? "gap" : undefined}>
      <span className="party" aria-hidden="true">
        {party}
      </span>
      <span>
        <Chairs shape={shape} {...seats} />
        <span className="visually-hidden">{m.cell({ taken: seats.taken, waiting: seats.waiting, target: cell.target })}</span>
      </span>
    </td>
  );
}

const most = 15;

function Chairs({ shape, taken, waiting, empty }: { shape: number; taken: number; waiting: number; empty: number }) {
  const m = useWords(registrationsWords).matrix;
  const all = [
    ...Array.from({ length: taken }, () => `seat field-${shapeOf(shape)}`),
    ...Array.from({ length: waiting }, () => "seat hopeful"),
    ...Array.from({ length: empty }, () => "seat empty"),
  ];
  if (all.length === 0) return null;
  const shown = all.slice(0, most);
  const rest = all.length - shown.length;
  return (
    <>
      <svg className="chairs" aria-hidden="true" width={110} height={Math.ceil(shown.length / 5) * 22}>
        {shown.map((look, at) => (
          <use
            // biome-ignore lint/suspicious/noArrayIndexKey: a chair is its place
            key={at}
            className={look}
            href={`#shape-${shapeOf(shape)}`}
            x={(at % 5) * 22 + 1}
            y={Math.floor(at / 5) * 22 + 2}
            width={18}
            height={18}
          />
        ))}
      </svg>
      {rest > 0 ? <span className="small quiet num"> {m.more({ n: rest })}</span> : null}
    </>
  );
}

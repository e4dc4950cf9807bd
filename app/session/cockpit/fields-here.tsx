import { useWords } from "../../language/words.ts";
import type { PersonId } from "../../platform/ids.ts";
import { FieldMark } from "../../ui/form/field-mark.tsx";
import { Around, Written } from "../../ui/form/typed.tsx";
import { thinFields } from "../attention/attention.ts";
import type { CockpitHall } from "./cockpit-hall.ts";
import { byPerson, type HallGroup, type HallPerson } from "./hall-view.ts";
import { cockpitWords } from "./messages/cockpit.ts";

/** More columns than this are no table one can read: then only the totals. */
const mostColumns = 14;

interface Props {
  readonly hall: CockpitHall;
  readonly people: readonly HallPerson[];
  readonly groups: readonly HallGroup[];
  readonly here: ReadonlySet<PersonId>;
}

/** Which fields are thin, and at which tables nobody speaks for them. */
export function FieldsHere({ hall, people, groups, here }: Props) {
  const m = useWords(cockpitWords).fields;
  const known = byPerson(people);
  const presentOf = (group: HallGroup, fieldId: string) =>
    group.members.filter((id) => here.has(id) && known.get(id)?.fieldId === fieldId).length;
  const fields = hall.fields.map((field) => ({
    ...field,
    here: people.filter((one) => here.has(one.personId) && one.fieldId === field.id).length,
    without: groups.filter((group) => presentOf(group, field.id) === 0).length,
  }));
  const thin = here.size > 0 ? thinFields(fields) : [];
  const first = thin[0];
  const matrix = groups.length > 0 && groups.length <= mostColumns;
  return (
    <section aria-labelledby="fields">
      <h2 id="fields">{matrix ? m.title : m.whole}</h2>
      {here.size > 0 && (
        <p>
          {first ? <Around words={{ field: first.name }} say={(p) => m.thin({ n: first.here, ...p })} /> : m.even}
          {first && groups.length > 0 && ` ${m.missing({ groups: first.without, of: groups.length, field: first.name })}`}
        </p>
      )}
      <table className="field-matrix">
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">{m.field}</span>
            </th>
            {matrix ? (
              groups.map((group) => (
                <th key={group.id} scope="col">
                  <span className="visually-hidden">{m.group({ number: group.number })}</span>
                  <span aria-hidden="true">{group.number}</span>
                </th>
              ))
            ) : (
              <th scope="col" className="num">
                {m.people}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {fields.map((field) => (
            <tr key={field.id} className={thin.some(({ id }) => id === field.id) ? "is-thin" : undefined}>
              <th scope="row">
                {!matrix && <FieldMark shape={field.shape} />} <Written>{field.name}</Written>
              </th>
              {matrix ? (
                groups.map((group) => {
                  const n = presentOf(group, field.id);
                  return (
                    <td key={group.id} className={n === 0 ? "none" : undefined}>
                      {n === 0 ? <span aria-hidden="true">·</span> : <FieldMark shape={field.shape} />}
                      <span className="visually-hidden">{n}</span>
                    </td>
                  );
                })
              ) : (
                <td className="num">{field.here}</td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

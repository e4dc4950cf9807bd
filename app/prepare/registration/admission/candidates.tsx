import { Form } from "react-router";
import { useLocale, useWords } from "../../../language/words.ts";
import { dateShort } from "../../../platform/time.ts";
import { Button } from "../../../ui/button.tsx";
import { Empty } from "../../../ui/empty.tsx";
import { FieldLine } from "../../../ui/form/field-mark.tsx";
import { registrationsWords } from "../messages/registrations.ts";

interface Candidate {
  readonly id: string;
  readonly name: string;
  readonly work: string;
  readonly field: string | null;
  readonly shape: number | null;
  readonly party: string | null;
  readonly area: string | null;
  readonly since: Date;
  /** Ticked beforehand: fits in the places that are free. */
  readonly proposed: boolean;
  /** How many chairs of this kind were empty before; 0 when the target is met. */
  readonly fills: number;
}

interface Props {
  readonly people: readonly Candidate[];
  readonly free: number;
  readonly choosing: boolean;
  /** whether the organiser said how many people of each kind to hear */
  readonly aims: boolean;
  readonly sessionId: string;
  readonly action: string;
}

/** Who may still come in, in the order of what they add; the organiser ticks and admits. */
export function Candidates({ people, free, choosing, aims, sessionId, action }: Props) {
  const words = useWords(registrationsWords);
  const m = words.choose;
  const locale = useLocale();
  return (
    <section aria-labelledby="kiezen">
      <h2 id="kiezen">{choosing ? m.confirmed : m.waiting}</h2>
      {people.length === 0 ? (
        <Empty title={m.nobody} seats={0} />
      ) : (
        <Form method="post" action={action}>
          <input type="hidden" name="session" value={sessionId} />
          <input type="hidden" name="back" value="overview" />
          <p>
            {m.free({ n: free })} {m.how}
          </p>
          <table className="people">
            <thead>
              <tr>
                <th scope="col" className="pick">
                  <span className="visually-hidden">{words.list.withPicked}</span>
                </th>
                <th scope="col">{m.person}</th>
                <th scope="col">{m.work}</th>
                <th scope="col">{m.since}</th>
                <th scope="col">{m.fills}</th>
              </tr>
            </thead>
            <tbody>
              {people.map((one) => (
                <tr key={one.id}>
                  <td className="pick">
                    <input
                      type="checkbox"
                      name="id"
                      value={one.id}
                      defaultChecked={one.proposed}
                      aria-label={m.pick({ name: one.name })}
                    />
                  </td>
                  <th scope="row">
                    <strong>{one.name}</strong>
                    <span className="small quiet">{one.work}</span>
                  </th>
                  <td>
                    {one.shape === null ? null : (
                      <FieldLine shape={one.shape}>{[one.field, one.party].filter(Boolean).join(", ")}</FieldLine>
                    )}
                    <span className="small quiet">{one.area}</span>
                  </td>
                  <td className="since">{dateShort(one.since, locale)}</td>
                  <td>
                    {one.fills > 0 ? (
                      <span className="fills">
                        {m.fillsOne({ field: one.field ?? "", party: one.party ?? "", missing: one.fills })}
                      </span>
                    ) : (
                      <span className="quiet">{aims ? m.fillsNone : m.noTarget}</span>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <p className="actions">
            <Button name="decision" value="admit">
              {m.admit}
            </Button>
            <Button variant="secondary" name="decision" value="decline">
              {words.list.decisions.decline}
            </Button>
            {choosing ? (
              <Button variant="secondary" name="decision" value="wait">
                {words.list.decisions.wait}
              </Button>
            ) : null}
          </p>
        </Form>
      )}
    </section>
  );
}

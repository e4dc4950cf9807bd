import { Form } from "react-router";
import { useLocale, useWords } from "../../../language/words.ts";
import { dateShort } from "../../../platform/time.ts";
import { Button } from "../../../ui/button.tsx";
import { FieldLine } from "../../../ui/form/field-mark.tsx";
import { TextLink } from "../../../ui/layout/text.tsx";
import { Tag } from "../../../ui/tag.tsx";
import { registrationsWords } from "../messages/registrations.ts";
import type { RegistrationState } from "./places.ts";
import { stateTones } from "./state-tones.ts";
import "./coverage.css";

interface ListedPerson {
  readonly id: string;
  readonly name: string;
  readonly work: string;
  readonly field: string | null;
  readonly shape: number | null;
  readonly party: string | null;
  readonly area: string | null;
  readonly state: RegistrationState;
  readonly since: Date;
}

interface Props {
  readonly people: readonly ListedPerson[];
  readonly sessionId: string;
  readonly state: string | null;
  readonly home: string;
}

/** Who has a place keeps it, and who did not confirm cannot be chosen: those have no box. */
const mayPick = (state: RegistrationState) => state === "confirmed" || state === "waiting" || state === "declined";

export function PeopleTable({ people, sessionId, state, home }: Props) {
  const words = useWords(registrationsWords);
  const m = words.list;
  const locale = useLocale();
  const any = people.some((one) => mayPick(one.state));
  return (
    <Form method="post" action={`${home}/keuze`}>
      <input type="hidden" name="session" value={sessionId} />
      <input type="hidden" name="stand" value={state ?? ""} />
      <table className="people">
        <thead>
          <tr>
            {any ? (
              <th scope="col" className="pick">
                <span className="visually-hidden">{m.withPicked}</span>
              </th>
            ) : null}
            <th scope="col">{m.person}</th>
            <th scope="col">{m.work}</th>
            <th scope="col">{m.state}</th>
            <th scope="col">{m.since}</th>
          </tr>
        </thead>
        <tbody>
          {people.map((one) => (
            <tr key={one.id} className={any ? undefined : "unpicked"}>
              {any ? (
                <td className="pick">
                  {mayPick(one.state) ? (
                    <input type="checkbox" name="id" value={one.id} aria-label={m.pick({ name: one.name })} />
                  ) : null}
                </td>
              ) : null}
              <th scope="row">
                <TextLink to={`${home}/${one.id}`}>{one.name}</TextLink>
                <span className="small quiet">{one.work}</span>
              </th>
              <td>
                {one.shape === null ? null : (
                  <FieldLine shape={one.shape}>{[one.field, one.party].filter(Boolean).join(", ")}</FieldLine>
                )}
                <span className="small quiet">{one.area}</span>
              </td>
              <td>
                <Tag tone={stateTones[one.state]}>{words.states[one.state]}</Tag>
              </td>
              <td>{dateShort(one.since, locale)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {any ? (
        <fieldset className="picked">
          <legend>{m.withPicked}</legend>
          <p className="row-actions">
            {(["admit", "wait", "decline"] as const).map((decision) => (
              <Button key={decision} variant={decision === "admit" ? "primary" : "secondary"} name="decision" value={decision}>
                {m.decisions[decision]}
              </Button>
            ))}
          </p>
          <p className="small quiet">{m.mails}</p>
        </fieldset>
      ) : null}
    </Form>
  );
}

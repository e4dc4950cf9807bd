import { Link } from "react-router";
import { useLocale, useWords } from "../../language/words.ts";
import type { GroupId, PersonId } from "../../platform/ids.ts";
import { clock } from "../../platform/time.ts";
import { Button } from "../../ui/button.tsx";
import { FieldMark } from "../../ui/form/field-mark.tsx";
import { Written } from "../../ui/form/typed.tsx";
import { Icon } from "../../ui/icons.tsx";
import { Tag } from "../../ui/tag.tsx";
import { Deed } from "../cockpit/deed.tsx";
import { longestReason } from "../cockpit/deed-limits.ts";
import { cockpitWords } from "../cockpit/messages/cockpit.ts";

const kinds = ["asked", "muted", "removed"] as const;
type Kind = (typeof kinds)[number];

interface Props {
  readonly person: {
    readonly personId: PersonId;
    readonly registrationId: string;
    readonly name: string;
    readonly organisation: string;
    readonly shape: number | null;
  };
  readonly present: boolean;
  readonly noteTaker?: boolean;
  readonly groups: readonly { readonly id: GroupId; readonly number: number; readonly members: readonly PersonId[] }[];
  readonly measures: readonly { readonly id: string; readonly kind: Kind; readonly reason: string; readonly at: number }[];
  readonly home: string;
  /** Only one at a time shows what can be done: a hall of forms would be slow, and easy to mistake. */
  readonly open: boolean;
  readonly openTo: string;
  readonly closeTo: string;
}

/** One participant, and what who leads can do: their link, another table, a measure with a reason that can be turned back. */
export function PersonLine({ person, present, noteTaker = false, groups, measures, home, open, openTo, closeTo }: Props) {
  const words = useWords(cockpitWords);
  const m = words.people;
  const locale = useLocale();
  const group = groups.find(({ members }) => members.includes(person.personId));
  const standing = new Set(measures.map(({ kind }) => kind));
  return (
    <li>
      <div className="person-head">
        {person.shape !== null && <FieldMark shape={person.shape} />}
        <span className="person-name">
          {person.name} {person.organisation && <span className="quiet">{person.organisation}</span>}
        </span>
        {noteTaker && <Tag tone="calm">{words.table.noteTaker}</Tag>}
        {group && <span className="quiet">{words.here.inGroup({ number: group.number })}</span>}
        <Tag tone={present ? "good" : "plain"}>{present ? m.here : m.away}</Tag>
      </div>
      {measures.map((one) => (
        <div key={one.id} className="measure">
          <p>
            <Tag tone={one.kind === "removed" ? "bad" : "warn"}>{m.kinds[one.kind].done}</Tag>{" "}
            {m.since({ time: clock(new Date(one.at), locale) })}: <Written>{one.reason}</Written>
          </p>
          <Deed to={`${home}/maatregelen/einde`} fields={{ maatregel: one.id }}>
            <button type="submit" className="link-button">
              {m.lift}
            </button>
          </Deed>
        </div>
      ))}
      <p className="person-open">
        <Link to={open ? closeTo : openTo} preventScrollReset aria-expanded={open} className="nl-link">
          {m.actions({ name: person.name })}
        </Link>
      </p>
      {open && (
        <div className="person-actions">
          {groups.length > 1 && <Move {...{ person, groups, group, home }} />}
          {standing.size < kinds.length && (
            <Measure key={standing.size} person={person} left={kinds.filter((kind) => !standing.has(kind))} home={home} />
          )}
          <Deed to={`${home}/links`} fields={{ aanmeldingen: person.registrationId }}>
            {(busy) => (
              <Button variant="secondary" size="small" disabled={busy}>
                {m.resend}
              </Button>
            )}
          </Deed>
        </div>
      )}
    </li>
  );
}

function Move({
  person,
  groups,
  group,
  home,
}: Pick<Props, "person" | "groups" | "home"> & { group: Props["groups"][number] | undefined }) {
  const m = useWords(cockpitWords).people;
  const words = useWords(cockpitWords).table;
  const id = `move-${person.personId}`;
  return (
    <Deed to={`${home}/verplaatsingen`} fields={{ mens: person.personId }} className="reason">
      <label htmlFor={id}>{m.moveTo}</label>
      <div className="select">
        <select id={id} name="deelgroep" className="utrecht-textbox utrecht-textbox--html-input" required defaultValue="">
          <option value="" disabled>
            {m.chooseGroup}
          </option>
          {groups
            .filter((one) => one !== group)
            .map((one) => (
              <option key={one.id} value={one.id}>
                {words.title({ number: one.number })} ({one.members.length})
              </option>
            ))}
        </select>
        <Icon name="down" />
      </div>
      <Button variant="secondary" size="small">
        {m.move}
      </Button>
    </Deed>
  );
}

function Measure({ person, left, home }: Pick<Props, "person" | "home"> & { left: readonly Kind[] }) {
  const m = useWords(cockpitWords).people;
  return (
    <Deed to={`${home}/maatregelen`} fields={{ mens: person.personId }} className="reason">
      <fieldset>
        <legend>{m.measure}</legend>
        {left.map((kind, index) => (
          <label key={kind} className="measure-choice">
            <input type="radio" name="soort" value={kind} required defaultChecked={index === 0} />
            <span>
              {m.kinds[kind].name}
              <span className="small quiet"> {m.kinds[kind].text}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <label htmlFor={`why-${person.personId}`}>{m.reason}</label>
      <textarea
        className="utrecht-textbox utrecht-textbox--html-textarea"
        id={`why-${person.personId}`}
        name="reden"
        rows={2}
        maxLength={longestReason}
        required
      />
      <Button variant="secondary" size="small" danger>
        {m.take}
      </Button>
    </Deed>
  );
}

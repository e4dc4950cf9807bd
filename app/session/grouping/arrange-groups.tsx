import { Link } from "react-router";
import { useWords } from "../../language/words.ts";
import type { PersonId } from "../../platform/ids.ts";
import { Button } from "../../ui/button.tsx";
import { FieldMark } from "../../ui/form/field-mark.tsx";
import { Select } from "../../ui/form/select.tsx";
import { Written } from "../../ui/form/typed.tsx";
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
  readonly who: PersonId | null;
}
type Group = Arrangement["groups"][number];
type Person = ArrangedPerson;

/** All groups with their people. Only one person at a time shows what can be done: a hall of forms would be slow, and easy to mistake. */
export function ArrangeGroups(view: Props) {
  const m = useWords(dealingWords).page;
  const { step, arrangement, people, who } = view;
  const known = new Map(people.map((one) => [one.personId, one]));
  const chosen = who ? known.get(who) : undefined;
  const shown = arrangement.groups.filter(({ seats }) => seats.length > 0 || step.mix === "theme");
  if (shown.length === 0) return null;
  return (
    <>
      {chosen ? <ForPerson key={chosen.personId} {...view} person={chosen} /> : null}
      <ul className="plain arrange-groups" aria-label={m.groups}>
        {shown.map((group) => (
          <li key={group.id} id={`groep-${group.number}`}>
            <div className="arrange-head">
              <h3>
                {m.group({ number: group.number })} <span className="quiet small">{m.people({ n: group.seats.length })}</span>
              </h3>
              <LockGroup {...view} group={group} />
            </div>
            {group.topic ? (
              <p className="small">
                <Written>{group.topic}</Written>
              </p>
            ) : null}
            <ul className="plain arrange-people">
              {group.seats.map(({ personId, locked }) => (
                <Sits
                  key={personId}
                  person={known.get(personId)}
                  personId={personId}
                  locked={locked}
                  step={step}
                  open={who === personId}
                />
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </>
  );
}

function Sits({
  person,
  personId,
  locked,
  step,
  open,
}: {
  person: Person | undefined;
  personId: PersonId;
  locked: boolean;
  step: Props["step"];
  open: boolean;
}) {
  const m = useWords(dealingWords).page;
  return (
    <li>
      {person?.shape ? <FieldMark shape={person.shape} /> : <span />}
      <Link
        className="nl-link"
        to={`?onderdeel=${step.id}${open ? "" : `&wie=${personId}`}${open ? "" : "#voor-wie"}`}
        preventScrollReset={open}
        aria-current={open ? "true" : undefined}
        title={person?.organisation || undefined}
      >
        {person?.name || m.someone}
      </Link>
      {locked ? <Tag tone="plain">{m.locked}</Tag> : null}
    </li>
  );
}

function LockGroup({ hall, step, group }: Props & { group: Group }) {
  const m = useWords(dealingWords).page;
  if (group.seats.length === 0) return null;
  const all = group.seats.every(({ locked }) => locked);
  return (
    <Deed
      to={`${hall.home}/indelingen`}
      fields={{ onderdeel: step.id, doen: all ? "unlock-group" : "lock-group", deelgroep: group.id }}
    >
      <button type="submit" className="link-button small">
        {all ? m.unlockGroup : m.lockGroup}
        <span className="visually-hidden"> {m.group({ number: group.number })}</span>
      </button>
    </Deed>
  );
}

/** What can be done for one person: another group, another's place, a lock, company or distance. */
function ForPerson({ hall, step, arrangement, people, person }: Props & { person: Person }) {
  const m = useWords(dealingWords).page;
  const to = `${hall.home}/indelingen`;
  const fields = { onderdeel: step.id, mens: person.personId };
  const own = arrangement.groups.find(({ seats }) => seats.some(({ personId }) => personId === person.personId));
  const locked = own?.seats.find(({ personId }) => personId === person.personId)?.locked ?? false;
  const groupOf = new Map(
    arrangement.groups.flatMap(({ number, seats }) => seats.map(({ personId }) => [personId, number] as const)),
  );
  const others = people.filter(({ personId }) => personId !== person.personId);
  const options = (some: readonly Person[]) =>
    some.map((one) => {
      const number = groupOf.get(one.personId);
      return { value: one.personId, label: number ? m.personAt({ name: one.name, number }) : one.name };
    });
  const elsewhere = others.filter(({ personId }) => groupOf.has(personId) && groupOf.get(personId) !== own?.number);
  return (
    <section className="for-person card" id="voor-wie" aria-labelledby="for-person" tabIndex={-1}>
      <h3 id="for-person">{own ? m.personAt({ name: person.name, number: own.number }) : person.name}</h3>
      <div className="table-deeds">
        <Deed to={to} fields={{ ...fields, doen: "move" }} className="reason">
          <Select
            name="deelgroep"
            id="move-to"
            label={m.moveTo}
            emptyWord={m.choose}
            required
            options={arrangement.groups
              .filter((one) => one !== own)
              .map((one) => ({ value: one.id, label: `${m.group({ number: one.number })} (${one.seats.length})` }))}
          />
          <Button variant="secondary" size="small">
            {m.move}
          </Button>
        </Deed>
        {own && elsewhere.length > 0 ? (
          <Deed to={to} fields={{ ...fields, doen: "swap" }} className="reason">
            <Select name="ander" id="swap-with" label={m.swapWith} emptyWord={m.choose} required options={options(elsewhere)} />
            <Button variant="secondary" size="small">
              {m.swap}
            </Button>
          </Deed>
        ) : null}
        <Deed to={to} fields={fields} className="reason">
          <Select
            name="ander"
            id="with-whom"
            label={m.wishWith}
            hint={m.wishHint}
            emptyWord={m.choose}
            required
            options={options(others)}
          />
          <div className="row-actions">
            <Button variant="secondary" size="small" name="doen" value="together">
              {m.keepTogether}
            </Button>
            <Button variant="secondary" size="small" name="doen" value="apart">
              {m.keepApart}
            </Button>
          </div>
        </Deed>
        {own ? (
          <Deed to={to} fields={{ ...fields, doen: locked ? "unlock" : "lock" }} className="reason">
            <p className="small quiet">{m.lockHint}</p>
            <Button variant="secondary" size="small">
              {locked ? m.unlock : m.lock}
            </Button>
          </Deed>
        ) : null}
      </div>
    </section>
  );
}

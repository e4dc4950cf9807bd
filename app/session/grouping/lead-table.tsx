import type { ReactNode } from "react";
import { useWords } from "../../language/words.ts";
import type { GroupId, PersonId } from "../../platform/ids.ts";
import { Button } from "../../ui/button.tsx";
import { Written } from "../../ui/form/typed.tsx";
import { Icon } from "../../ui/icons.tsx";
import { Deed } from "../cockpit/deed.tsx";
import { longestAnnouncement } from "../cockpit/deed-limits.ts";
import { cockpitWords } from "../cockpit/messages/cockpit.ts";

interface Props {
  readonly home: string;
  readonly group: {
    readonly id: GroupId;
    readonly noteTakerId: PersonId | null;
    readonly announcement: string;
  };
  readonly members: readonly { readonly personId: PersonId; readonly name: string }[];
  readonly others: readonly { readonly id: GroupId; readonly number: number; readonly members: readonly PersonId[] }[];
}

/** What who leads can do for one whole table: say something to it, appoint its note taker, bring it together with another. */
export function LeadTable({ home, group, members, others }: Props) {
  const words = useWords(cockpitWords).table;
  const m = words.lead;
  const to = { deelgroep: group.id };
  return (
    <section aria-labelledby="lead-table">
      <h3 id="lead-table">{m.title}</h3>
      {group.announcement ? (
        <div className="said-now">
          <p>
            <span className="quiet">{m.now}:</span> “<Written>{group.announcement}</Written>”
          </p>
          <Deed to={`${home}/tafelberichten`} fields={{ ...to, tekst: "" }}>
            <button type="submit" className="link-button">
              {m.clear}
            </button>
          </Deed>
        </div>
      ) : null}
      <div className="table-deeds">
        <Deed key={group.announcement} to={`${home}/tafelberichten`} fields={to} className="reason">
          <label htmlFor="tell-group">{m.tell}</label>
          <input
            className="utrecht-textbox utrecht-textbox--html-input"
            id="tell-group"
            name="tekst"
            maxLength={longestAnnouncement}
            aria-describedby="tell-group-hint"
            autoComplete="off"
            required
          />
          <p className="small quiet" id="tell-group-hint">
            {m.tellHint}
          </p>
          <Button variant="secondary" size="small">
            {m.send}
          </Button>
        </Deed>
        <Deed key={group.noteTakerId} to={`${home}/notulisten`} fields={to} className="reason">
          <label htmlFor="note-taker">{m.noteTaker}</label>
          <Select id="note-taker" name="mens" value={group.noteTakerId ?? ""}>
            <option value="">{m.nobody}</option>
            {members.map(({ personId, name }) => (
              <option key={personId} value={personId}>
                {name}
              </option>
            ))}
          </Select>
          <Button variant="secondary" size="small">
            {m.appoint}
          </Button>
        </Deed>
        {others.length > 0 ? (
          <Deed to={`${home}/samenvoegingen`} fields={to} className="reason">
            <label htmlFor="merge-with">{m.merge}</label>
            <Select id="merge-with" name="met" value="" describedBy="merge-hint">
              <option value="" disabled>
                {m.choose}
              </option>
              {others.map((one) => (
                <option key={one.id} value={one.id}>
                  {words.title({ number: one.number })} ({one.members.length})
                </option>
              ))}
            </Select>
            <p className="small quiet" id="merge-hint">
              {m.mergeHint}
            </p>
            <Button variant="secondary" size="small" danger>
              {m.mergeButton}
            </Button>
          </Deed>
        ) : null}
      </div>
    </section>
  );
}

interface SelectProps {
  readonly id: string;
  readonly name: string;
  readonly value: string;
  readonly describedBy?: string;
  readonly children: ReactNode;
}

function Select({ id, name, value, describedBy, children }: SelectProps) {
  return (
    <div className="select">
      <select
        id={id}
        name={name}
        className="utrecht-textbox utrecht-textbox--html-input"
        defaultValue={value}
        aria-describedby={describedBy}
        required={name === "met"}
      >
        {children}
      </select>
      <Icon name="down" />
    </div>
  );
}

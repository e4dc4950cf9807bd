import { useId } from "react";
import { useLocale, useWords } from "../../language/words.ts";
import { clock } from "../../platform/time.ts";
import { Button } from "../../ui/button.tsx";
import { Written } from "../../ui/form/typed.tsx";
import type { CockpitHall } from "../cockpit/cockpit-hall.ts";
import { Deed } from "../cockpit/deed.tsx";
import { longestNote } from "../cockpit/deed-limits.ts";
import { cockpitWords } from "../cockpit/messages/cockpit.ts";

export interface NoteRow {
  readonly id: string;
  readonly text: string;
  readonly at: number;
  readonly byId: string;
  readonly by: string;
  readonly step: string | null;
}
const shown = 5;

/** What who leads writes for each other. It stays with the session, and never comes in the report. */
export function NoteBox({
  hall,
  notes,
  all,
  nextId,
}: {
  hall: CockpitHall;
  notes: readonly NoteRow[];
  all: number;
  nextId: string;
}) {
  const m = useWords(cockpitWords).notes;
  const id = useId();
  if (!hall.steers) return null;
  return (
    <section aria-labelledby="team-notes">
      <h2 id="team-notes">
        {m.title} {all > 0 && <span className="num">{all}</span>}
      </h2>
      <Deed empties to={`${hall.home}/notities`} fields={{ doen: "add", id: nextId }} className="note-form">
        <label className="visually-hidden" htmlFor={id}>
          {m.label}
        </label>
        <textarea
          className="utrecht-textbox utrecht-textbox--html-textarea"
          id={id}
          name="tekst"
          rows={2}
          maxLength={longestNote}
          required
          aria-describedby={`${id}-hint`}
        />
        <Button variant="secondary" size="small">
          {m.add}
        </Button>
      </Deed>
      <p className="small quiet" id={`${id}-hint`}>
        {m.hint}
      </p>
      <Notes hall={hall} notes={notes.slice(0, shown)} />
      {notes.length > shown && (
        <details className="disclosure">
          <summary>{m.more({ n: notes.length - shown })}</summary>
          <Notes hall={hall} notes={notes.slice(shown)} />
        </details>
      )}
    </section>
  );
}

function Notes({ hall, notes }: { hall: CockpitHall; notes: readonly NoteRow[] }) {
  const m = useWords(cockpitWords).notes;
  const locale = useLocale();
  if (notes.length === 0) return null;
  return (
    <ul className="plain team-notes">
      {notes.map(({ id, text, at, by, byId, step }) => (
        <li key={id}>
          <p className="note-text">
            <Written>{text}</Written>
          </p>
          <p className="small quiet">{[clock(new Date(at), locale), by, step].filter(Boolean).join(" · ")}</p>
          {byId === hall.me && (
            <Deed to={`${hall.home}/notities`} fields={{ doen: "remove", id }}>
              <button type="submit" className="link-button">
                {m.remove}
                <span className="visually-hidden">
                  {" "}
                  <Written>{text.slice(0, 60)}</Written>
                </span>
              </button>
            </Deed>
          )}
        </li>
      ))}
    </ul>
  );
}

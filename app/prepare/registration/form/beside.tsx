import { useLocale, useWords } from "../../../language/words.ts";
import { clockRange, dateLong, dateTime } from "../../../platform/time.ts";
import { type Seat, TableDrawing } from "../../../ui/chart/table-drawing.tsx";
import { registrationWords } from "../messages/registration.ts";

interface BesideSession {
  readonly title: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly closesAt: Date | null;
}

interface Props {
  readonly sessions: readonly BesideSession[];
  readonly shapes: readonly number[];
  readonly contact: string;
}

/** What it is about, beside the form: a table with one empty seat, when, where, and whom to ask. */
export function Beside({ sessions, shapes, contact }: Props) {
  const m = useWords(registrationWords);
  const locale = useLocale();
  const taken = Array.from({ length: 13 }, (_, at): Seat => ({ state: "present", shape: shapes[(at * 3) % shapes.length] ?? 1 }));
  // The first seat is at the far side: the empty one stands in the middle of the row, at the near side.
  const seats: Seat[] = [...taken.slice(0, 7), { state: "empty" }, ...taken.slice(7)];
  return (
    <aside className="register-beside" aria-label={m.when}>
      {shapes.length > 0 ? <TableDrawing seats={seats} size={220} /> : null}
      <dl>
        {sessions.map((one) => (
          <div key={one.startsAt.toISOString()}>
            <dt>{m.when}</dt>
            <dd>
              <span className="sentence">{dateLong(one.startsAt, locale)}</span>
              <br />
              {clockRange(one.startsAt, one.endsAt, locale)}
            </dd>
            {one.closesAt ? (
              <>
                <dt>{m.closes}</dt>
                <dd>{dateTime(one.closesAt, locale)}</dd>
              </>
            ) : null}
          </div>
        ))}
        <div>
          <dt>{m.where}</dt>
          <dd>{m.whereText}</dd>
        </div>
        {contact ? (
          <div>
            <dt>{m.help}</dt>
            <dd>
              <Contact contact={contact} />
            </dd>
          </div>
        ) : null}
      </dl>
    </aside>
  );
}

function Contact({ contact }: { contact: string }) {
  if (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(contact)) return <a href={`mailto:${contact}`}>{contact}</a>;
  if (/^\+?[\d\s()-]{8,20}$/.test(contact)) return <a href={`tel:${contact.replace(/[^\d+]/g, "")}`}>{contact}</a>;
  return <>{contact}</>;
}

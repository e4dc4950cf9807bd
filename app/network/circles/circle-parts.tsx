import { GuardWarning } from "../../contribution/guard-warning.tsx";
import type { Locale } from "../../language/locale.ts";
import { useWords } from "../../language/words.ts";
import { dateLong, dateTime } from "../../platform/time.ts";
import { Button } from "../../ui/button.tsx";
import { Rail } from "../../ui/chart/rail.tsx";
import { Checkbox } from "../../ui/form/choices.tsx";
import { Select } from "../../ui/form/select.tsx";
import { TextArea } from "../../ui/form/text-field.tsx";
import { Typed, Written } from "../../ui/form/typed.tsx";
import { Disclosure } from "../../ui/layout/disclosure.tsx";
import type { CirclePage, CircleTrouble } from "./circle-page.ts";
import { circlesWords } from "./messages/circles.ts";

type Props = { readonly page: CirclePage; readonly trouble?: CircleTrouble | null; readonly locale?: Locale };

export function CirclePeople({ page }: Props) {
  const words = useWords(circlesWords);
  const m = words.one;
  return (
    <Rail id="mensen" heading={m.members}>
      {page.people.length > 0 ? (
        <ul>
          {page.people.map(({ personId, name, joinedAt, leads }) => (
            <li key={personId}>
              {name} {leads || !joinedAt ? <span className="small quiet">{leads ? m.leads : m.waits}</span> : null}
            </li>
          ))}
        </ul>
      ) : (
        <p>{words.people({ n: page.count })}</p>
      )}
      {page.mine === "in" ? null : (
        <form method="post" className="actions">
          <Button name="doen" value="mee">
            {m.join[page.kind]}
          </Button>
          {page.mine === "asked" ? (
            <Button name="doen" value="stop" variant="secondary">
              {m.decline}
            </Button>
          ) : null}
        </form>
      )}
    </Rail>
  );
}

/** The run sheet of peer consultation, for who holds it without a facilitator. */
export function CircleSheet({ page }: Props) {
  const m = useWords(circlesWords).one;
  if (page.sheet.length === 0) return null;
  return (
    <Rail id="draaiboek" heading={m.sheet}>
      <p>{m.sheetLead}</p>
      <ol>
        {page.sheet.map(({ title, question, seconds }) => (
          <li key={title}>
            <strong>{title}</strong> <span className="small quiet">{m.minutes({ n: seconds / 60 })}</span>
            {question ? <p>{question}</p> : null}
          </li>
        ))}
      </ol>
      <p>
        <a href={`/netwerk/${page.slug}/praktijk`}>{m.share}</a>
      </p>
    </Rail>
  );
}

export function CircleNotes({ page, trouble, locale = "nl" }: Props) {
  const m = useWords(circlesWords).one;
  const mistaken = trouble?.field === "note" ? trouble : null;
  return (
    <Rail id="aantekeningen" heading={m.notes}>
      <p className="small quiet">{m.notesLead}</p>
      {page.notes.length === 0 ? <p>{m.noNotes}</p> : null}
      <ul className="plain">
        {page.notes.map(({ id, text, name, at }) => (
          <li key={id}>
            <Typed as="p">{text}</Typed>
            <p className="small quiet">{m.by({ name, when: dateTime(at, locale) })}</p>
          </li>
        ))}
      </ul>
      <form method="post" noValidate>
        <input type="hidden" name="id" value={page.fresh} />
        {mistaken?.guarded ? <GuardWarning outside typed={[["text", mistaken.text]]} fields={["text"]} /> : null}
        <TextArea
          name="text"
          label={m.note}
          defaultValue={mistaken?.text}
          error={mistaken && !mistaken.guarded ? m.errors.note?.[mistaken.code] : undefined}
        />
        <p className="actions">
          <Button name="doen" value="notitie">
            {m.noteButton}
          </Button>
        </p>
      </form>
    </Rail>
  );
}

export function CircleCommitments({ page, locale = "nl" }: Props) {
  const m = useWords(circlesWords).one;
  if (page.kind === "consultation") return null;
  return (
    <>
      <Rail id="toezeggingen" heading={m.commitments}>
        {page.tied.length === 0 ? <p>{m.noCommitments}</p> : null}
        <ul>
          {page.tied.map(({ id, what, by, due }) => (
            <li key={id}>
              <Typed>{what}</Typed>{" "}
              <span className="small quiet">{m.by({ name: by, when: dateLong(new Date(`${due}T12:00:00Z`), locale) })}</span>
            </li>
          ))}
        </ul>
        {page.own.length > 0 ? (
          <form method="post">
            <Select name="commitment" label={m.tie} options={page.own.map(({ id, what }) => ({ value: id, label: what }))} />
            <p className="actions">
              <Button name="doen" value="koppel" variant="secondary">
                {m.tieButton}
              </Button>
            </p>
          </form>
        ) : null}
        <p>
          <a href={`/mijn/${page.slug}/toezeggingen`}>{m.toCommitments}</a>
        </p>
      </Rail>
      {page.practices.length > 0 ? (
        <Rail id="praktijk" heading={m.practices}>
          <ul>
            {page.practices.map(({ number, title }) => (
              <li key={number}>
                <a href={`/netwerk/${page.slug}/praktijk/${number}`}>
                  <Written>{title}</Written>
                </a>
              </li>
            ))}
          </ul>
        </Rail>
      ) : null}
    </>
  );
}

export function CircleEnd({ page, trouble }: Props) {
  const m = useWords(circlesWords).one;
  const mistaken = trouble?.field === "sure";
  return (
    <Rail id="einde" heading={m.leave}>
      <form method="post">
        <p className="actions">
          <Button name="doen" value="stop" variant="secondary">
            {m.leave}
          </Button>
        </p>
      </form>
      {page.leads ? (
        <Disclosure summary={m.end} open={mistaken}>
          <form method="post" noValidate>
            <p>{m.endText}</p>
            <Checkbox name="zeker" value="ja" label={m.endSure} error={mistaken ? m.errors.sure?.missing : undefined} />
            <p className="actions">
              <Button name="doen" value="einde" variant="secondary" danger>
                {m.end}
              </Button>
            </p>
          </form>
        </Disclosure>
      ) : null}
    </Rail>
  );
}

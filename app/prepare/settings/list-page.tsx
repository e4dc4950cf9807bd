import { Form } from "react-router";
import { GuardWarning } from "../../contribution/guard-warning.tsx";
import { type ListErrors, namesIn } from "../../dialogue/choice-list.ts";
import { ConflictNotice, useTheirs } from "../../dialogue/conflict.tsx";
import { useDialogue } from "../../dialogue/use-dialogue.tsx";
import { useWords } from "../../language/words.ts";
import { Button } from "../../ui/button.tsx";
import { Rail } from "../../ui/chart/rail.tsx";
import { ErrorSummary } from "../../ui/form/error-summary.tsx";
import { FieldMark } from "../../ui/form/field-mark.tsx";
import { Select } from "../../ui/form/select.tsx";
import { TextField } from "../../ui/form/text-field.tsx";
import { Written } from "../../ui/form/typed.tsx";
import { PageHead } from "../../ui/layout/page-head.tsx";
import { TextLink } from "../../ui/layout/text.tsx";
import { Notice, Refusal } from "../../ui/notice.tsx";
import { settingsWords } from "./messages/settings.ts";

interface Row {
  readonly id: string;
  readonly name: string;
  readonly mark: number;
  readonly target: number | null;
  readonly removed: boolean;
}
interface Props {
  readonly list: "field" | "party";
  readonly shown: { readonly rows: readonly Row[]; readonly seen: string; readonly open: boolean; readonly saved: boolean };
  readonly answer:
    | {
        readonly typed: Readonly<Record<string, string>>;
        readonly errors?: ListErrors;
        readonly conflict?: readonly Row[];
        readonly seen?: string;
        readonly refused?: string;
        readonly guarded?: boolean;
      }
    | undefined;
}

/** The fields, or the kinds of party: one form for the whole list. */
export function ListPage({ list, shown, answer }: Props) {
  const words = useWords(settingsWords);
  const m = words.list;
  const { slug, title } = useDialogue();
  const heading = list === "field" ? words.fields : words.parties;
  const rows = answer?.conflict ?? shown.rows;
  const present = rows.filter(({ removed }) => !removed);
  const removed = rows.filter((row) => row.removed);
  const errors = Object.entries(answer?.errors ?? {}).map(([field, code]) => ({ field, text: m.codes[code] }));
  const refused = answer?.refused as keyof typeof m.refused | undefined;
  const theirs = answer?.conflict && changed(present, answer.typed);
  return (
    <>
      <title>{`${heading} · ${title}`}</title>
      <PageHead title={heading} lead={list === "field" ? m.fieldsLead : m.partiesLead} />
      {shown.saved && !answer && (
        <Notice variant="success" live="polite">
          {words.saved}
        </Notice>
      )}
      {(refused || !shown.open) && <Refusal>{m.refused[refused ?? "not-now"]}</Refusal>}
      <ErrorSummary heading={words.problem} errors={errors} />
      <ConflictNotice when={answer?.conflict !== undefined} />
      <Form method="post" noValidate key={answer?.seen ?? shown.seen}>
        <input type="hidden" name="seen" value={answer?.seen ?? answer?.typed.seen ?? shown.seen} />
        {answer?.guarded ? (
          <GuardWarning typed={Object.entries(answer.typed)} fields={namesIn(Object.entries(answer.typed))} />
        ) : null}
        {/* Enter in a field saves; without this it would press the first button of the list. */}
        <button type="submit" name="deed" value="save" className="visually-hidden" tabIndex={-1} aria-hidden="true" />
        <ol className="entries">
          {present.map((row, index) => (
            <li key={row.id}>
              <input type="hidden" name="row" value={row.id} />
              <RowFields list={list} row={row} typed={answer?.typed} errors={answer?.errors} theirs={theirs} />
              <div className="row-actions">
                <Button variant="quiet" icon="up" iconOnly name="deed" value={`up:${row.id}`} disabled={index === 0}>
                  {m.up({ name: row.name })}
                </Button>
                <Button
                  variant="quiet"
                  icon="down"
                  iconOnly
                  name="deed"
                  value={`down:${row.id}`}
                  disabled={index === present.length - 1}
                >
                  {m.down({ name: row.name })}
                </Button>
                <Button variant="quiet" size="small" danger name="deed" value={`remove:${row.id}`}>
                  {m.remove({ name: row.name })}
                </Button>
              </div>
            </li>
          ))}
          <li>
            <h2 className="entry-name">{m.add}</h2>
            <RowFields list={list} row={null} typed={answer?.typed} errors={answer?.errors} theirs={undefined} />
          </li>
        </ol>
        <div className="actions">
          <Button name="deed" value="save">
            {m.save}
          </Button>
          <TextLink to={`/team/${slug}/instellingen`}>{words.back}</TextLink>
        </div>
        {removed.length > 0 && (
          <Rail id="weg" heading={m.removed}>
            <p>{m.removedText}</p>
            <ul className="plain">
              {removed.map((row) => (
                <li key={row.id}>
                  <Written>{row.name}</Written>{" "}
                  <Button variant="quiet" size="small" name="deed" value={`restore:${row.id}`}>
                    {m.restore({ name: row.name })}
                  </Button>
                </li>
              ))}
            </ul>
          </Rail>
        )}
      </Form>
    </>
  );
}

/** Per field of the form what is saved now, where it is not what was typed. */
function changed(rows: readonly Row[], typed: Readonly<Record<string, string>>): Record<string, string> {
  const theirs: Record<string, string> = {};
  for (const row of rows) {
    if ((typed[`name-${row.id}`] ?? row.name) !== row.name) theirs[`name-${row.id}`] = row.name;
    const target = row.target === null ? "" : String(row.target);
    if ((typed[`target-${row.id}`] ?? target) !== target) theirs[`target-${row.id}`] = target;
  }
  return theirs;
}

interface RowProps {
  readonly list: "field" | "party";
  readonly row: Row | null;
  readonly typed: Readonly<Record<string, string>> | undefined;
  readonly errors: ListErrors | undefined;
  readonly theirs: Readonly<Record<string, string>> | undefined;
}

function RowFields({ list, row, typed, errors, theirs }: RowProps) {
  const m = useWords(settingsWords).list;
  const saved = useTheirs(theirs);
  const id = row?.id ?? "new";
  const error = (name: string) => {
    const code = errors?.[name];
    return code && m.codes[code];
  };
  const mark = typed?.[`mark-${id}`] ?? String(row?.mark ?? (list === "field" ? 1 : 0));
  const marks =
    list === "field"
      ? m.shapes.map((label, index) => ({ value: String(index + 1), label }))
      : [
          { value: "0", label: m.optionalNo },
          { value: "1", label: m.optionalYes },
        ];
  return (
    <div className="list-row">
      {list === "field" && <FieldMark shape={Number(mark)} large />}
      <TextField
        name={`name-${id}`}
        label={m.name}
        hint={saved(`name-${id}`)}
        defaultValue={typed?.[`name-${id}`] ?? row?.name}
        error={error(`name-${id}`)}
      />
      <Select name={`mark-${id}`} label={list === "field" ? m.shape : m.optional} options={marks} defaultValue={mark} />
      <TextField
        name={`target-${id}`}
        label={m.target}
        hint={saved(`target-${id}`)}
        inputMode="numeric"
        defaultValue={typed?.[`target-${id}`] ?? (row?.target == null ? "" : String(row.target))}
        error={error(`target-${id}`)}
      />
    </div>
  );
}

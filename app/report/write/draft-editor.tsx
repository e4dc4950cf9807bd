import { Form, useNavigation } from "react-router";
import { GuardWarning } from "../../contribution/guard-warning.tsx";
import { useWords } from "../../language/words.ts";
import { Button } from "../../ui/button.tsx";
import { ErrorSummary } from "../../ui/form/error-summary.tsx";
import { TextArea } from "../../ui/form/text-field.tsx";
import { Notice, Refusal } from "../../ui/notice.tsx";
import { Prose } from "../read/prose.tsx";
import { draftFields, textLimit } from "./draft.ts";
import { draftWords } from "./messages/draft.ts";
import { type Answered, useAutosave } from "./use-autosave.tsx";

export interface DraftState {
  readonly values: Readonly<Record<string, string>>;
  readonly version: number;
  readonly errors: Readonly<Record<string, string>>;
  /** What somebody else saved meanwhile, per text that differs. */
  readonly theirs: Readonly<Record<string, string>>;
  readonly conflictBy: string | null;
  readonly saved: boolean;
  readonly savedAt?: Date;
  /** The dialogue's state lets nobody write any more. */
  readonly refused?: boolean;
  /** Words that look like personal data. */
  readonly guarded?: boolean;
}

const answeredIn = (one: DraftState): Answered =>
  one.guarded || one.refused || Object.keys(one.theirs).length > 0
    ? "held"
    : Object.keys(one.errors).length > 0
      ? "objected"
      : "saved";
const readAuto = (told: DraftState) => ({
  answered: told.guarded ? ("objected" as const) : answeredIn(told),
  savedAt: told.savedAt ?? null,
});
const always = () => true;

/** The part of the report that people write. */
export function DraftEditor({ state, readOnly }: { state: DraftState; readOnly: boolean }) {
  const m = useWords(draftWords);
  if (readOnly)
    return draftFields.map((name) => (
      <section key={name}>
        <h3>{m.fields[name].label}</h3>
        <Prose text={state.values[name] ?? ""} />
      </section>
    ));
  return <DraftForm state={state} />;
}

/** Without script it is a form; with it, it saves by itself. */
function DraftForm({ state: came }: { state: DraftState }) {
  const m = useWords(draftWords);
  const busy = useNavigation().state !== "idle";
  const auto = useAutosave<DraftState>({ start: answeredIn(came), read: readAuto, worth: always });
  const state = auto.data && readAuto(auto.data).answered !== "objected" ? auto.data : came;
  const word = (name: (typeof draftFields)[number]) => {
    const code = state.errors[name];
    return code ? (m.errors[name][code as keyof (typeof m.errors)[typeof name]] ?? code) : undefined;
  };
  const count = { ...m.count, limit: m.count.limit({ n: textLimit }) };
  return (
    <Form method="post" noValidate preventScrollReset ref={auto.form} onInput={auto.typed} onSubmit={auto.submit}>
      <ErrorSummary
        heading={m.summary}
        errors={draftFields.flatMap((name) => {
          const text = word(name);
          return text ? [{ field: name, text }] : [];
        })}
      />
      {Object.keys(state.theirs).length > 0 ? (
        <Notice variant="warn" title={m.conflictTitle} live="at-once">
          {m.conflict({ name: state.conflictBy ?? m.somebody })}
        </Notice>
      ) : null}
      {state.refused ? <Refusal>{m.versions.notNow}</Refusal> : null}
      {came.guarded ? <GuardWarning typed={Object.entries(came.values)} fields={draftFields} /> : null}
      {came.saved && !auto.data ? (
        <Notice variant="success" live="polite">
          {m.saved}
        </Notice>
      ) : null}
      <input type="hidden" name="version" value={state.version} />
      {draftFields.map((name) => (
        <TextArea
          key={name}
          name={name}
          label={m.fields[name].label}
          hint={
            <>
              {m.fields[name].hint}
              {state.theirs[name] === undefined ? null : (
                <span className="theirs">
                  <strong>{m.theirs}:</strong> {state.theirs[name] || "–"}
                </span>
              )}
            </>
          }
          rows={8}
          max={textLimit}
          count={count}
          defaultValue={came.values[name]}
          error={word(name)}
        />
      ))}
      <p className="actions">
        <Button aria-disabled={busy}>{m.save}</Button>
        <span className="small quiet" role="status">
          {auto.said}
        </span>
      </p>
    </Form>
  );
}

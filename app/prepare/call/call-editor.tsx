import { type ChangeEvent, useState } from "react";
import { Form, useNavigation } from "react-router";
import { GuardWarning } from "../../contribution/guard-warning.tsx";
import { useWords } from "../../language/words.ts";
import { Button } from "../../ui/button.tsx";
import { ErrorSummary } from "../../ui/form/error-summary.tsx";
import { TextArea, TextField } from "../../ui/form/text-field.tsx";
import { Typed } from "../../ui/form/typed.tsx";
import { Notice } from "../../ui/notice.tsx";
import { type CallField, callFields, callLimits, guardedTexts, privacyLimit, titleLimit } from "./call.ts";
import { type CallPage, CallView } from "./call-view.tsx";
import { callWords } from "./messages/call.ts";

export interface EditorState {
  readonly values: Readonly<Record<string, string>>;
  readonly version: number;
  readonly errors: Readonly<Record<string, string>>;
  /** What somebody else saved meanwhile, per text that differs. */
  readonly theirs: Readonly<Record<string, string>>;
  readonly conflictBy: string | null;
  readonly saved: boolean;
  /** Words that look like personal data. */
  readonly guarded?: boolean;
}

const rows: Readonly<Partial<Record<CallField, number>>> = { purpose: 6, background: 8, forWhom: 5, whatHappens: 6 };

/** The texts of a call beside what people will read. */
export function CallEditor({ state, page }: { state: EditorState; page: CallPage }) {
  const m = useWords(callWords).edit;
  const busy = useNavigation().state !== "idle";
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>(state.values);
  const follow = (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => {
    const { name, value } = event.target;
    setTyped((before) => ({ ...before, [name]: value }));
  };
  const conflict = Object.keys(state.theirs).length > 0;
  const word = (code: string | undefined) => (code ? m.errors[code as keyof typeof m.errors] : undefined);
  const text = (name: string) => ({
    name,
    defaultValue: state.values[name],
    error: word(state.errors[name]),
    onChange: follow,
    hint: <Hint words={name === "title" ? "" : m.fields[name as keyof typeof m.fields].hint} theirs={state.theirs[name]} />,
  });
  const count = (max: number) => ({ max, count: { ...m.count, limit: m.count.limit({ n: max }) } });
  const preview: CallPage = {
    ...page,
    title: typed.title ?? "",
    texts: Object.fromEntries(callFields.map((name) => [name, typed[name] ?? ""])) as CallPage["texts"],
  };
  return (
    <div className="beside-preview">
      <Form method="post" noValidate>
        <ErrorSummary
          heading={m.summary}
          errors={Object.entries(state.errors).map(([field, code]) => ({ field, text: word(code) ?? code }))}
        />
        {conflict ? (
          <Notice variant="warn" title={m.conflictTitle} live="at-once">
            {m.conflict({ name: state.conflictBy ?? m.somebody })}
          </Notice>
        ) : null}
        {state.guarded ? <GuardWarning typed={Object.entries(state.values)} fields={guardedTexts} /> : null}
        {state.saved ? (
          <Notice variant="success" live="polite">
            {m.saved}
          </Notice>
        ) : null}
        <input type="hidden" name="version" value={state.version} />
        <TextField label={m.dialogueTitle} {...text("title")} max={titleLimit} />
        {callFields.map((name) =>
          rows[name] === undefined && name !== "lead" ? (
            <TextField key={name} label={m.fields[name].label} {...text(name)} max={callLimits[name]} />
          ) : (
            <TextArea
              key={name}
              label={m.fields[name].label}
              rows={rows[name] ?? 3}
              {...text(name)}
              {...count(callLimits[name])}
            />
          ),
        )}
        <TextArea label={m.fields.privacy.label} rows={10} {...text("privacy")} {...count(privacyLimit)} />
        <p className="actions">
          <Button aria-disabled={busy}>{m.save}</Button>
        </p>
      </Form>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so a keyboard must reach it */}
      <section className="call-preview" aria-labelledby="voorbeeld" tabIndex={0}>
        <h2 id="voorbeeld" className="eyebrow">
          {m.preview}
        </h2>
        <div inert>
          <CallView page={preview} heading={2} />
        </div>
      </section>
    </div>
  );
}

function Hint({ words, theirs }: { words: string; theirs: string | undefined }) {
  const m = useWords(callWords).edit;
  return (
    <>
      {words}
      {theirs === undefined ? null : (
        <span className="theirs">
          <strong>{m.theirs}:</strong> <Typed>{theirs || "—"}</Typed>
        </span>
      )}
    </>
  );
}

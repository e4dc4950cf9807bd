import { Form } from "react-router";
import { GuardWarning } from "../../contribution/guard-warning.tsx";
import { useWords } from "../../language/words.ts";
import { Button } from "../../ui/button.tsx";
import { Rail } from "../../ui/chart/rail.tsx";
import { CheckboxGroup } from "../../ui/form/choices.tsx";
import { Select } from "../../ui/form/select.tsx";
import { TextField } from "../../ui/form/text-field.tsx";
import { Around, Written } from "../../ui/form/typed.tsx";
import { Refusal } from "../../ui/notice.tsx";
import { programmeWorkWords } from "../messages/programme-work.ts";

export interface ShareTyped {
  readonly into: string;
  readonly title: string;
  readonly themes: readonly string[];
  readonly claims: readonly string[];
  readonly steps: readonly string[];
}
interface Answered {
  readonly typed: ShareTyped;
  readonly error: string;
  readonly guarded: boolean;
}

type Errors = Readonly<Record<string, string>>;

interface MergeProps {
  readonly from: string;
  readonly others: readonly { readonly id: string; readonly number: number; readonly title: string }[];
  readonly typed: Answered | null;
}

/** Lets an item go into another. */
export function MergeForm({ from, others, typed }: MergeProps) {
  const m = useWords(programmeWorkWords).share;
  const errors: Errors = m.errors;
  const mine = typed && typed.typed.into !== "" ? typed : typed?.error === "into" ? typed : null;
  return (
    <Rail id="samen" heading={m.merge}>
      {others.length === 0 ? (
        <p>{m.mergeNone}</p>
      ) : (
        <Form method="post" noValidate preventScrollReset>
          {mine && mine.error !== "into" ? <Refusal>{errors[mine.error]}</Refusal> : null}
          <input type="hidden" name="doen" value="samen" />
          <input type="hidden" name="van" value={from} />
          <Select
            name="into"
            label={m.mergeInto}
            hint={m.mergeHint}
            required
            emptyWord={m.choose}
            defaultValue={mine?.typed.into ?? ""}
            typed
            options={others.map(({ id, number, title }) => ({ value: id, label: `${number}. ${title}` }))}
            error={mine?.error === "into" ? m.errors.into : undefined}
          />
          <p className="actions">
            <Button variant="secondary">{m.mergeButton}</Button>
          </p>
        </Form>
      )}
    </Rail>
  );
}

interface SplitProps {
  readonly from: string;
  readonly fresh: string;
  readonly themes: readonly { readonly id: string; readonly name: string }[];
  readonly claims: readonly { readonly id: string; readonly number: number | null; readonly words: string }[];
  readonly steps: readonly string[];
  readonly typed: Answered | null;
}

/** Makes a new item of part of this one. */
export function SplitForm({ from, fresh, themes, claims, steps, typed }: SplitProps) {
  const words = useWords(programmeWorkWords);
  const m = words.share;
  const errors: Errors = m.errors;
  const mine = typed && typed.typed.into === "" && typed.error !== "into" ? typed : null;
  if (themes.length + claims.length + steps.length === 0)
    return (
      <Rail id="apart" heading={m.split}>
        <p>{m.splitNone}</p>
      </Rail>
    );
  return (
    <Rail id="apart" heading={m.split}>
      <Form method="post" noValidate preventScrollReset>
        {mine && !mine.guarded && mine.error !== "title" ? <Refusal>{errors[mine.error]}</Refusal> : null}
        <input type="hidden" name="doen" value="splits" />
        <input type="hidden" name="van" value={from} />
        <input type="hidden" name="id" value={fresh} />
        {mine?.guarded ? <GuardWarning typed={[["title", mine.typed.title]]} fields={["title"]} /> : null}
        <TextField
          name="title"
          label={m.splitTitle}
          hint={m.splitHint}
          required
          defaultValue={mine?.typed.title}
          error={mine?.error === "title" ? m.errors.title : undefined}
        />
        {themes.length > 0 ? (
          <CheckboxGroup
            name="themes"
            legend={m.themes}
            defaultValue={mine?.typed.themes}
            choices={themes.map(({ id, name }) => ({ value: id, label: <Written>{name}</Written> }))}
          />
        ) : null}
        {claims.length > 0 ? (
          <CheckboxGroup
            name="claims"
            legend={m.claims}
            defaultValue={mine?.typed.claims}
            choices={claims.map(({ id, number, words: text }) => ({
              value: id,
              label:
                number === null ? (
                  <Written>{text}</Written>
                ) : (
                  <Around words={{ words: text }} say={(p) => words.findings.insight({ n: number, ...p })} />
                ),
            }))}
          />
        ) : null}
        {steps.length > 0 ? (
          <CheckboxGroup
            name="steps"
            legend={m.steps}
            defaultValue={mine?.typed.steps}
            choices={steps.map((text, at) => ({ value: String(at), label: <Written>{text}</Written> }))}
          />
        ) : null}
        <p className="actions">
          <Button variant="secondary">{m.splitButton}</Button>
        </p>
      </Form>
    </Rail>
  );
}

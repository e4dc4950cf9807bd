import { Form } from "react-router";
import { GuardWarning } from "../../contribution/guard-warning.tsx";
import { useWords } from "../../language/words.ts";
import { Button } from "../../ui/button.tsx";
import { CheckboxGroup, RadioGroup } from "../../ui/form/choices.tsx";
import { ErrorSummary } from "../../ui/form/error-summary.tsx";
import { TextArea, TextField } from "../../ui/form/text-field.tsx";
import { Disclosure } from "../../ui/layout/disclosure.tsx";
import { Notice, Refusal } from "../../ui/notice.tsx";
import { coverageWords } from "../messages/coverage.ts";
import { programmeWords } from "../messages/programme.ts";
import { programmeVoiceWords } from "../messages/programme-voice.ts";
import { programmeWorkWords } from "../messages/programme-work.ts";
import type { Finding } from "./finding.ts";
import { itemKinds, itemProse } from "./item.ts";
import type { ItemTrouble } from "./item-trouble.ts";
import type { ItemValues } from "./item-values.ts";
import { StepFields } from "./step-fields.tsx";

interface Props {
  readonly values: ItemValues;
  readonly trouble: ItemTrouble;
  readonly choices: {
    readonly fields: readonly { readonly id: string; readonly name: string; readonly shape: number }[];
    readonly parties: readonly { readonly id: string; readonly name: string }[];
    readonly themes: readonly { readonly id: string; readonly name: string }[];
    readonly areas: readonly { readonly id: string; readonly name: string }[];
    readonly claims: readonly Finding[];
  };
  /** Conditions and objections to what stands here. */
  readonly conditions: readonly { readonly id: string; readonly text: string }[];
}

const lines = ["acts", "budget", "indicator"] as const;

/** All that can be written of an item; works without script. */
export function ItemForm({ values, trouble, choices, conditions }: Props) {
  const m = useWords(programmeWords).form;
  const kinds = useWords(programmeWords).kinds;
  const change = useWords(programmeVoiceWords).change;
  const where = useWords(coverageWords).form;
  const work = useWords(programmeWorkWords).findings;
  const { errors, stepError, theirs } = trouble;
  const word = (name: string) => (errors[name] ? m.errors[name]?.[errors[name]] : undefined);
  const kept = (name: string) =>
    theirs[name] === undefined ? null : (
      <span className="theirs">
        <strong>{m.theirs}:</strong> {theirs[name] || "–"}
      </span>
    );
  const hint = (name: string, text?: string) => (text || theirs[name] !== undefined ? [text, kept(name)] : undefined);
  const told = Object.keys(errors).flatMap((name) => {
    const text = word(name);
    return text ? [{ field: name, text }] : [];
  });
  const steps = stepError ? [{ field: `step-${stepError.at}`, text: m.stepErrors[stepError.error] }] : [];
  return (
    <Form method="post" noValidate preventScrollReset className="item-form">
      <ErrorSummary heading={m.summary} errors={[...told, ...steps]} />
      {Object.keys(theirs).length > 0 || trouble.conflictBy !== null ? (
        <Notice variant="warn" title={m.conflictTitle} live="at-once">
          {m.conflict({ name: trouble.conflictBy || m.somebody })}
        </Notice>
      ) : null}
      {trouble.refused ? <Refusal>{trouble.refused === "gone" ? m.gone : m.notNow}</Refusal> : null}
      <input type="hidden" name="doen" value="bewaar" />
      <input type="hidden" name="id" value={values.id} />
      <input type="hidden" name="version" value={values.version} />
      {trouble.guarded ? (
        <GuardWarning typed={itemProse.map((name) => [name, values[name] ?? ""] as const)} fields={itemProse} />
      ) : null}
      <TextField
        name="title"
        label={m.title}
        hint={hint("title", m.titleHint)}
        required
        defaultValue={values.title}
        error={word("title")}
      />
      <RadioGroup
        name="kind"
        legend={m.kind}
        columns="two"
        required
        defaultValue={values.kind}
        choices={itemKinds.map((value) => ({ value, label: kinds[value] }))}
        error={word("kind")}
        hint={hint("kind")}
      />
      <TextArea
        name="text"
        label={m.text}
        hint={hint("text")}
        optionalWord={m.optional}
        rows={4}
        defaultValue={values.text}
        error={word("text")}
      />
      {lines.map((name) => (
        <TextField
          key={name}
          name={name}
          label={m[name]}
          hint={hint(name, m[`${name}Hint`])}
          optionalWord={m.optional}
          defaultValue={values[name]}
          error={word(name)}
        />
      ))}
      {choices.themes.length > 0 ? (
        <CheckboxGroup
          name="themes"
          legend={m.themes}
          defaultValue={values.themes}
          choices={choices.themes.map(({ id, name }) => ({ value: id, label: name }))}
        />
      ) : null}
      {choices.claims.length > 0 ? (
        <Disclosure summary={work.fold({ n: values.claims.length, of: choices.claims.length })} open={values.claims.length > 0}>
          <CheckboxGroup
            name="claims"
            legend={work.legend}
            defaultValue={values.claims}
            choices={choices.claims.map(({ key, number, words }) => ({
              value: key,
              label: number === null ? words : work.insight({ n: number, words }),
            }))}
          />
        </Disclosure>
      ) : null}
      <CheckboxGroup
        name="fields"
        legend={m.fields}
        hint={m.everybody}
        columns="two"
        defaultValue={values.fields}
        choices={choices.fields.map(({ id, name, shape }) => ({ value: id, label: name, shape }))}
      />
      {choices.parties.length > 0 ? (
        <CheckboxGroup
          name="parties"
          legend={m.parties}
          hint={m.everybody}
          columns="two"
          defaultValue={values.parties}
          choices={choices.parties.map(({ id, name }) => ({ value: id, label: name }))}
        />
      ) : null}
      {choices.areas.length > 0 ? (
        <CheckboxGroup
          name="areas"
          legend={where.areas}
          hint={where.areasHint}
          columns="two"
          defaultValue={values.areas}
          choices={choices.areas.map(({ id, name }) => ({ value: id, label: name }))}
        />
      ) : null}
      <StepFields steps={values.steps} error={stepError} />
      {values.version > 0 ? (
        <TextArea
          name="because"
          label={change.because}
          hint={change.becauseHint}
          optionalWord={m.optional}
          rows={2}
          defaultValue={values.because}
          error={errors.because ? change.long : undefined}
        />
      ) : null}
      {conditions.length > 0 ? (
        <CheckboxGroup
          name="causes"
          legend={change.causes}
          defaultValue={values.causes ?? []}
          choices={conditions.map(({ id, text }) => ({ value: id, label: text }))}
        />
      ) : null}
      <p className="actions">
        <Button>{m.save}</Button>
      </p>
    </Form>
  );
}

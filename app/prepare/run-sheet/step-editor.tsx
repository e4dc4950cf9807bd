import { useState } from "react";
import { Form } from "react-router";
import { GuardWarning } from "../../contribution/guard-warning.tsx";
import { useWords } from "../../language/words.ts";
import { Button } from "../../ui/button.tsx";
import { CheckboxGroup, RadioGroup } from "../../ui/form/choices.tsx";
import { ErrorSummary } from "../../ui/form/error-summary.tsx";
import { Select } from "../../ui/form/select.tsx";
import { TextArea, TextField } from "../../ui/form/text-field.tsx";
import { TextLink } from "../../ui/layout/text.tsx";
import { runSheetWords } from "./messages/run-sheet.ts";
import type { StepErrors, StepField } from "./run-sheet-checks.ts";
import { kindRules, type Mix, mixes, type Step, type StepKind, stepKinds, usualGroupSize } from "./step.ts";
import { guardedStep } from "./step-form.ts";

const dealtMixes = mixes.filter((mix) => mix !== "none");

export function StepEditor({
  step,
  version,
  errors,
  typedMinutes,
  guarded,
  typedLeast,
  closeTo,
}: {
  step: Step;
  version: number;
  errors: StepErrors;
  typedMinutes: string | undefined;
  guarded: Readonly<Record<string, string>> | undefined;
  typedLeast: string | undefined;
  closeTo: string;
}) {
  const m = useWords(runSheetWords);
  const [kind, setKind] = useState<StepKind>(step.kind);
  const [mix, setMix] = useState<Mix>(step.mix === "none" ? "new" : step.mix);
  const rules = kindRules[kind];
  const word = (field: StepField) => {
    const code = errors[field];
    return code ? m.errors[code] : undefined;
  };
  const id = (name: string) => `${name}-${step.id}`;
  const minutes = step.seconds / 60;
  return (
    <Form method="post" className="step-editor" noValidate>
      <input type="hidden" name="step" value={step.id} />
      <input type="hidden" name="version" value={version} />
      <ErrorSummary
        heading={m.summary}
        errors={(Object.keys(errors) as StepField[]).map((field) => ({ field: id(field), text: word(field) ?? "" }))}
      />
      {guarded ? (
        <>
          <input type="hidden" name="deed" value="save" />
          <GuardWarning typed={Object.entries(guarded)} fields={guardedStep} />
        </>
      ) : null}
      <TextField name="title" id={id("title")} label={m.fields.title} defaultValue={step.title} error={word("title")} max={120} />
      <TextField
        name="minutes"
        id={id("minutes")}
        label={m.fields.minutes}
        inputMode="numeric"
        defaultValue={typedMinutes ?? (Number.isNaN(minutes) ? "" : minutes)}
        error={word("minutes")}
      />
      <TextField
        name="least"
        id={id("least")}
        label={m.fields.least}
        hint={m.fields.leastHint}
        inputMode="numeric"
        defaultValue={typedLeast ?? (step.leastSeconds === null ? "" : step.leastSeconds / 60)}
        error={word("least")}
      />
      <Select
        name="kind"
        id={id("kind")}
        label={m.fields.kind}
        options={stepKinds.map((one) => ({ value: one, label: m.kinds[one] }))}
        defaultValue={step.kind}
        onChange={(event) => setKind(event.target.value as StepKind)}
      />
      <TextArea
        name="question"
        id={id("question")}
        label={m.fields.question}
        hint={m.fields.questionHint}
        defaultValue={step.question}
        error={word("question")}
        max={300}
        rows={2}
      />
      <TextArea
        name="instruction"
        id={id("instruction")}
        label={m.fields.instruction}
        hint={m.fields.instructionHint}
        defaultValue={step.instruction}
        error={word("instruction")}
        max={1000}
        rows={3}
      />
      <TextArea
        name="script"
        id={id("script")}
        label={m.fields.script}
        hint={m.fields.scriptHint}
        defaultValue={step.script}
        error={word("script")}
        max={1000}
        rows={3}
      />
      {rules.collects.length > 0 ? (
        <CheckboxGroup
          name="collects"
          id={id("collects")}
          legend={m.fields.collects}
          columns="two"
          choices={rules.collects.map((one) => ({ value: one, label: m.collects[one] }))}
          defaultValue={step.collects}
          error={word("collects")}
        />
      ) : null}
      {rules.settings.length > 1 ? (
        <RadioGroup
          name="setting"
          id={id("setting")}
          legend={m.fields.setting}
          columns="row"
          choices={rules.settings.map((one) => ({ value: one, label: m.settings[one] }))}
          defaultValue={step.setting}
        />
      ) : (
        <input type="hidden" name="setting" value={rules.settings[0]} />
      )}
      {rules.settings.includes("group") ? (
        <>
          <Select
            name="mix"
            id={id("mix")}
            label={m.fields.mix}
            options={dealtMixes.map((one) => ({ value: one, label: m.mixes[one] }))}
            defaultValue={mix}
            onChange={(event) => setMix(event.target.value as Mix)}
            error={word("mix")}
          />
          <TextField
            name="groupSize"
            id={id("groupSize")}
            label={m.fields.groupSize}
            hint={m.fields.groupSizeHint}
            inputMode="numeric"
            defaultValue={step.groupSize ?? usualGroupSize}
            error={word("groupSize")}
          />
          <details className="disclosure" open={mix === "theme"} key={String(mix === "theme")}>
            <summary>{m.fields.topics}</summary>
            <TextArea
              name="topics"
              id={id("topics")}
              label={m.fields.topics}
              hint={m.fields.topicsHint}
              defaultValue={step.topics.join("\n")}
              error={word("topics")}
              rows={4}
            />
          </details>
        </>
      ) : null}
      <p className="actions">
        <Button name="deed" value="save">
          {m.save}
        </Button>
        <TextLink to={closeTo}>{m.close}</TextLink>
      </p>
    </Form>
  );
}

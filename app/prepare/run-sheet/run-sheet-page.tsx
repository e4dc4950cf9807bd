import { useState } from "react";
import { Form, useSubmit } from "react-router";
import { useLocale, useWords } from "../../language/words.ts";
import { clock, clockRange, dateLong } from "../../platform/time.ts";
import { Button } from "../../ui/button.tsx";
import { Select } from "../../ui/form/select.tsx";
import { Around, Written } from "../../ui/form/typed.tsx";
import { Notice, Refusal } from "../../ui/notice.tsx";
import { runSheetWords } from "./messages/run-sheet.ts";
import { easiestToShorten, fit as fitInto, schedule } from "./run-sheet.ts";
import { type StepErrors, sheetWarnings } from "./run-sheet-checks.ts";
import { type Step, type StepDraft, stepKinds } from "./step.ts";
import { StepEditor } from "./step-editor.tsx";
import { StepRow } from "./step-row.tsx";
import { templateNames } from "./templates/templates.ts";
import { TimeBar } from "./time-bar.tsx";
import "./run-sheet.css";

interface Answer {
  readonly step: string;
  readonly errors: StepErrors;
  readonly draft: StepDraft | null;
  /** As typed, when it is no number of minutes. */
  readonly minutes?: string | undefined;
  /** What was typed, when words of it look like personal data. */
  readonly guarded?: Readonly<Record<string, string>>;
  readonly least?: string | undefined;
  readonly refusal: keyof (typeof runSheetWords)["nl"]["refusals"] | null;
}

interface Props {
  readonly session: {
    readonly id: string;
    readonly title: string;
    readonly startsAt: Date;
    readonly endsAt: Date;
    readonly version: number;
  };
  readonly steps: readonly Step[];
  readonly begun: number;
  /** The session is over or will not be held: the run sheet stays as it was. */
  readonly over: boolean;
  readonly open: string | null;
  readonly answer: Answer | null;
}

export function RunSheetPage({ session, steps, begun, over, open, answer }: Props) {
  const m = useWords(runSheetWords);
  const locale = useLocale();
  const submit = useSubmit();
  const [dragged, setDragged] = useState<string | null>(null);
  const opened = answer?.draft || Object.keys(answer?.errors ?? {}).length > 0 ? answer?.step : open;
  const drop = (to: number) => {
    if (dragged) submit({ deed: "move", step: dragged, to: String(to) }, { method: "post" });
    setDragged(null);
  };
  return (
    <>
      <title>{`${m.title} · ${session.title}`}</title>
      <div className="page-head">
        <p className="eyebrow">
          <Written>{session.title}</Written>, {dateLong(session.startsAt, locale)},{" "}
          {clockRange(session.startsAt, session.endsAt, locale)}
        </p>
        <h1>{m.title}</h1>
        <p>{m.lead}</p>
      </div>
      <TimeBar startsAt={session.startsAt} endsAt={session.endsAt} steps={steps} />
      <FitNotice session={session} steps={steps} />
      {answer?.refusal ? <Refusal>{m.refusals[answer.refusal]}</Refusal> : null}
      <h2>{m.order}</h2>
      <ol className="plain steps">
        {schedule(session.startsAt, steps).map(({ step, startsAt }, at) => (
          <li
            key={step.id}
            id={`onderdeel-${step.id}`}
            className={opened === step.id ? "step open" : "step"}
            draggable={at >= begun}
            onDragStart={() => setDragged(step.id)}
            onDragOver={(event) => event.preventDefault()}
            onDrop={() => drop(at)}
          >
            <StepRow
              step={step}
              at={clock(startsAt, locale)}
              fixed={at < begun}
              mayUp={at > begun}
              mayDown={at >= begun && at < steps.length - 1}
              error={answer?.step === step.id ? answer.errors.minutes : undefined}
              typed={answer?.step === step.id && answer.errors.minutes ? answer.minutes : undefined}
            />
            {opened === step.id && at >= begun ? (
              <StepEditor
                step={answer?.step === step.id && answer.draft ? { ...answer.draft, id: step.id } : step}
                version={session.version}
                errors={answer?.step === step.id ? answer.errors : {}}
                typedMinutes={answer?.step === step.id && answer.errors.minutes ? answer.minutes : undefined}
                guarded={answer?.step === step.id ? answer.guarded : undefined}
                typedLeast={answer?.step === step.id && answer.errors.least ? answer.least : undefined}
                closeTo="?"
              />
            ) : null}
          </li>
        ))}
      </ol>
      <Warnings steps={steps} />
      {over ? <Notice>{m.refusals.over}</Notice> : <AddSteps />}
    </>
  );
}

function AddSteps() {
  const m = useWords(runSheetWords);
  return (
    <>
      <Form method="post" className="add-step">
        <Select
          name="kind"
          label={m.add}
          options={stepKinds.map((kind) => ({ value: kind, label: m.kinds[kind] }))}
          defaultValue="group"
        />
        <Button variant="secondary" name="deed" value="add">
          {m.addButton}
        </Button>
      </Form>
      <Form method="post" className="add-step">
        <Select
          name="template"
          label={m.template}
          hint={m.templateHint}
          options={templateNames.map((name) => ({ value: name, label: m.templates[name] }))}
          defaultValue="one-two-four-all"
        />
        <Button variant="secondary" name="deed" value="template">
          {m.templateButton}
        </Button>
      </Form>
    </>
  );
}

function FitNotice({ session, steps }: Pick<Props, "session" | "steps">) {
  const m = useWords(runSheetWords);
  const locale = useLocale();
  const found = fitInto(session.startsAt, session.endsAt, steps);
  const minutes = Math.round(found.totalSeconds / 60);
  if (found.overSeconds > 0) {
    const over = Math.ceil(found.overSeconds / 60);
    const shorter = easiestToShorten(steps, found.overSeconds);
    return (
      <Notice variant="warn" title={m.over({ over, ends: clock(found.endsAt, locale) })}>
        {shorter ? <Around words={{ title: shorter.title }} say={(p) => m.shorten({ over, ...p })} /> : null}
      </Notice>
    );
  }
  return (
    <p className="quiet">
      {found.spareSeconds === 0
        ? m.fits({ minutes })
        : m.spare({ minutes, spare: Math.round(found.spareSeconds / 60), ends: clock(found.endsAt, locale) })}
    </p>
  );
}

function Warnings({ steps }: Pick<Props, "steps">) {
  const m = useWords(runSheetWords);
  return sheetWarnings(steps).map(({ code, stepId }) => (
    <Notice key={`${code}${stepId}`} variant="warn" title={steps.find((one) => one.id === stepId)?.title}>
      {m.warnings[code]}
    </Notice>
  ));
}

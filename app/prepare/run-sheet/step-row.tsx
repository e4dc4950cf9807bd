import { Form } from "react-router";
import { useWords } from "../../language/words.ts";
import { Button } from "../../ui/button.tsx";
import { Around, Written } from "../../ui/form/typed.tsx";
import { TextLink } from "../../ui/layout/text.tsx";
import { runSheetWords } from "./messages/run-sheet.ts";
import type { StepCode } from "./run-sheet-checks.ts";
import type { Step } from "./step.ts";

interface Props {
  readonly step: Step;
  /** When it begins, "09.10". */
  readonly at: string;
  /** Begun already: it stays as it is. */
  readonly fixed: boolean;
  readonly mayUp: boolean;
  readonly mayDown: boolean;
  readonly error: StepCode | undefined;
  /** What was typed, when it is no number of minutes. */
  readonly typed: string | undefined;
}

export function StepRow({ step, at, fixed, mayUp, mayDown, error, typed }: Props) {
  const m = useWords(runSheetWords);
  const minutes = step.seconds / 60;
  const shown = Number.isInteger(minutes) ? minutes : Math.round(minutes * 10) / 10;
  const groups =
    step.setting === "group"
      ? step.mix === "new"
        ? step.groupSize === 2
          ? m.inPairs
          : m.inGroups({ size: step.groupSize ?? 0 })
        : m.mixes[step.mix]
      : m.settings[step.setting];
  return (
    <div className="step-row">
      <span className="step-time num">{at}</span>
      <span className="step-words">
        {fixed ? (
          <strong>
            <Written>{step.title}</Written>
          </strong>
        ) : (
          <TextLink to={`?onderdeel=${step.id}#onderdeel-${step.id}`}>
            <Written>{step.title}</Written>
          </TextLink>
        )}
        <span className="small quiet">
          {m.kinds[step.kind]} · {groups}
        </span>
      </span>
      {fixed ? (
        <span className="num minutes-fixed">{m.minutes({ n: shown })}</span>
      ) : (
        <Form method="post" className="step-deeds" preventScrollReset>
          <input type="hidden" name="step" value={step.id} />
          <label className="visually-hidden" htmlFor={`minuten-${step.id}`}>
            {m.fields.minutes}: <Written>{step.title}</Written>
          </label>
          <input
            className="utrecht-textbox utrecht-textbox--html-input minutes"
            id={`minuten-${step.id}`}
            key={typed ?? shown}
            name="minutes"
            inputMode="numeric"
            defaultValue={typed ?? shown}
            aria-invalid={error ? true : undefined}
            aria-describedby={error ? `minuten-${step.id}-fout` : undefined}
          />
          <Button variant="secondary" size="small" icon="check" iconOnly name="deed" value="minutes">
            {m.save}
          </Button>
          <Button variant="quiet" size="small" icon="up" iconOnly name="deed" value="up" disabled={!mayUp}>
            <Around words={{ title: step.title }} say={m.up} />
          </Button>
          <Button variant="quiet" size="small" icon="down" iconOnly name="deed" value="down" disabled={!mayDown}>
            <Around words={{ title: step.title }} say={m.down} />
          </Button>
          <Button variant="quiet" size="small" icon="close" iconOnly name="deed" value="remove">
            <Around words={{ title: step.title }} say={m.remove} />
          </Button>
        </Form>
      )}
      {error ? (
        <p className="error" id={`minuten-${step.id}-fout`}>
          {m.errors[error]}
        </p>
      ) : null}
    </div>
  );
}
